/** One collation of the edition as it is now: its file, its rules, its table, its readings. */
import { dirname, resolve } from 'node:path';
import { coverageOf } from '../../collate/apparatus/coverage.ts';
import { apparatusEntries } from '../../collate/apparatus/entries.ts';
import { apparatusUnits } from '../../collate/apparatus/units.ts';
import type { CollationTable } from '../../collate/model/model.ts';
import { type RuleValue, ruleValues } from '../../collate/rules/edit-file.ts';
import { type LocatedWords, Locator } from '../../collate/rules/locate.ts';
import type { ReadingType, Rule, Settings, WitnessReference } from '../../collate/rules/model.ts';
import { settingsIn } from '../../collate/rules/read.ts';
import { type CollationRun, runCollation, witnessWords } from '../../collate/run.ts';
import { shownPath, UsageError } from '../../core/finding.ts';
import { PatchRefusal } from '../patch/model.ts';

/** What the reading of a witness in a column is. */
interface ColumnReading {
  readonly reading: 'lemma' | ReadingType;
  readonly uncertain: boolean;
}

export interface AlignedCollation {
  readonly path: string;
  /** The file's text. */
  readonly text: string;
  readonly settings: Settings;
  readonly values: readonly RuleValue[];
  readonly run: CollationRun;
  readonly table: CollationTable;
  /** By column the readings of the witnesses that differ there. */
  readonly readings: ReadonlyMap<number, ReadonlyMap<number, ColumnReading>>;
  /** The first column of each place at which the witnesses differ. */
  readonly places: readonly number[];
  /** Columns with which a paragraph of the text begins. */
  readonly begins: ReadonlySet<number>;
  /** By rule the words of the witnesses that it is about; not for rules about all places. */
  readonly located: readonly (readonly LocatedWords[])[];
}

/** `text`: the file's content. Throws a `PatchRefusal` or an `InputError` if it cannot be used. */
export async function alignedCollation(path: string, text: string): Promise<AlignedCollation> {
  const settings = settingsIn(text, shownPath(path));
  const run = await collated(path, settings);
  const { table, decisions } = run.collation;
  const { units } = apparatusUnits(table, coverageOf(table));
  const entries = apparatusEntries(table, units, settings, decisions);
  const readings = new Map<number, Map<number, ColumnReading>>();
  const begins = new Set<number>();
  for (const [at, unit] of units.entries()) {
    if (unit.block !== units[at - 1]?.block) begins.add(unit.from);
    const entry = entries.get(unit);
    if (!entry) continue;
    const byWitness = new Map<number, ColumnReading>();
    for (const witness of entry.lemma.witnesses)
      byWitness.set(witness, { reading: 'lemma', uncertain: false });
    for (const { witnesses, type, certainty } of entry.readings)
      for (const witness of witnesses)
        byWitness.set(witness, {
          reading: type,
          uncertain: certainty !== undefined && certainty !== 'high',
        });
    for (let column = unit.from; column < unit.to; column++) readings.set(column, byWitness);
  }
  const locator = new Locator(table.witnesses, '');
  return {
    ...{ path, text, settings, run, table, readings, begins },
    values: ruleValues(text),
    places: units.filter((unit) => entries.has(unit)).map(({ from }) => from),
    located: settings.rules.map((rule) =>
      referencesOf(rule).flatMap((reference) => locator.locate(reference, rule) ?? []),
    ),
  };
}

async function collated(path: string, settings: Settings): Promise<CollationRun> {
  try {
    return await runCollation(witnessWords(settings, path), settings);
  } catch (error) {
    if (error instanceof UsageError) throw new PatchRefusal(error.message);
    throw error;
  }
}

/** The files of the witnesses: a change of one changes the collation. */
export function witnessFiles({ witnesses }: Settings, path: string): string[] {
  return [...witnesses.values()].map((file) => resolve(dirname(path), file));
}

/** The places that a rule names. */
function referencesOf(rule: Rule): readonly WitnessReference[] {
  if (rule.kind === 'align') return rule.places;
  if (rule.kind === 'regularize') return rule.at ? [rule.at] : [];
  return [rule.at];
}

/** The column of a token of a witness. */
export function columnOf({ cells }: CollationTable, witness: number, token: number): number {
  return cells[witness]?.indexOf(token) ?? -1;
}
