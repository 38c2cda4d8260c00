/** The part of a collation's table that the browser shows. */
import { plainToken } from '../../collate/formats/json.ts';
import { tokenAt } from '../../collate/model/model.ts';
import type { Rule, WitnessReference } from '../../collate/rules/model.ts';
import { type AlignedCollation, columnOf } from './aligned.ts';
import type { GridCell, GridColumn, GridRule, GridView } from './model.ts';

/** Columns that are sent at once. */
const PAGE = 240;

type SentGrid = Pick<
  GridView,
  'witnesses' | 'base' | 'length' | 'from' | 'columns' | 'places' | 'rules'
>;

/** `near`: a column that the part contains. */
export function gridOf(aligned: AlignedCollation, near: number): SentGrid {
  const { table, places } = aligned;
  const column = Number.isInteger(near) ? Math.min(Math.max(0, near), table.length - 1) : 0;
  const from = Math.max(0, Math.floor(column / PAGE) * PAGE);
  const decided = decidedTokens(aligned);
  const columns: GridColumn[] = [];
  for (let at = from; at < Math.min(table.length, from + PAGE); at++)
    columns.push(columnAt(aligned, decided, at));
  return {
    witnesses: table.witnesses.map(({ siglum }) => siglum),
    base: table.base,
    length: table.length,
    ...{ from, columns, places },
    rules: rulesOf(aligned),
  };
}

function columnAt(
  { table, readings, begins }: AlignedCollation,
  decided: ReadonlyMap<string, readonly string[]>,
  at: number,
): GridColumn {
  const varied = readings.get(at);
  const cells = table.witnesses.map((_, witness): GridCell | null => {
    const token = tokenAt(table, witness, at);
    if (!token) return null;
    const own = varied?.get(witness);
    const number = table.cells[witness]?.[at] ?? -1;
    const kinds = decided.get(`${witness} ${number}`);
    return {
      token: number,
      text: plainToken(token.text),
      ...(own && { reading: own.reading }),
      ...(own?.uncertain && { uncertain: true }),
      ...(kinds && { decided: kinds }),
    };
  });
  return { cells, varied: varied !== undefined, begins: begins.has(at) };
}

/** By witness and token the kinds of the rules that name it. */
function decidedTokens({ located, settings }: AlignedCollation): Map<string, string[]> {
  const decided = new Map<string, string[]>();
  for (const [index, places] of located.entries())
    for (const { witness, from, to } of places)
      for (let token = from; token < to; token++) {
        const key = `${witness} ${token}`;
        const kind = settings.rules[index]?.kind ?? '';
        decided.set(key, [...(decided.get(key) ?? []), kind]);
      }
  return decided;
}

function rulesOf({ settings, located, run, table }: AlignedCollation): GridRule[] {
  return settings.rules.map((rule, index) => {
    const stale = run.collation.findings.find(
      ({ line, column }) => line === rule.line && column === rule.column,
    );
    const place = located[index]?.[0];
    const column = place === undefined ? -1 : columnOf(table, place.witness, place.from);
    return {
      index,
      words: collationRuleInWords(rule),
      ...(stale && { stale: stale.message }),
      ...(column >= 0 && { column }),
    };
  });
}

/** `aligns “came” in A with “went” in B`. */
export function collationRuleInWords(rule: Omit<Rule, 'line' | 'column'>): string {
  const one = rule as Rule;
  switch (one.kind) {
    case 'align': {
      const [first, ...others] = one.places.map(inWords);
      return `aligns ${first} with ${others.join(' and ')}`;
    }
    case 'regularize': {
      const where = one.at
        ? ` at one place in ${one.at.witness}`
        : one.witness === undefined
          ? ' everywhere'
          : ` everywhere in ${one.witness}`;
      return `“${one.from}” counts as “${one.to}”${where}`;
    }
    case 'type':
      return `${inWords(one.at)} is ${one.as}`;
    case 'lemma':
      return `${inWords(one.at)} is the lemma`;
  }
}

function inWords({ words, witness }: WitnessReference): string {
  return `“${words}” in ${witness}`;
}
