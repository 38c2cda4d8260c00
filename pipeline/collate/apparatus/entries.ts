/** The entries of the apparatus: lemma, types of readings, certainty, transpositions. */
import type { Certainty } from '../../authorities/model.ts';
import { similarity } from '../align/edit-distance.ts';
import type { CollationTable } from '../model/model.ts';
import { decisionKey, type ReadingDecisions } from '../rules/apply.ts';
import type { ReadingType, Settings } from '../rules/model.ts';
import { findTranspositions } from './transpositions.ts';
import type { ApparatusUnit, VariantReading } from './units.ts';

export interface TypedReading extends VariantReading {
  readonly type: ReadingType;
  /** How certain the program is of the type; undefined if an editor has decided. */
  readonly certainty?: Certainty;
  /** The editor who has decided. */
  readonly resp?: string;
  /** Number of the entry where other witnesses have these words. */
  readonly transposed?: number;
}

export interface ApparatusEntry {
  readonly unit: ApparatusUnit;
  readonly lemma: VariantReading;
  /** Who chose the lemma, if a rule did. */
  readonly lemmaResp?: string;
  readonly readings: readonly TypedReading[];
}

/** From this similarity on one word in two spellings is likely. */
const LIKE = 0.75;
const UNLIKE = 0.5;

/** The entries of all units on which the witnesses differ, by unit. */
export function apparatusEntries(
  table: CollationTable,
  units: readonly ApparatusUnit[],
  settings: Settings,
  decisions: ReadingDecisions,
): Map<ApparatusUnit, ApparatusEntry> {
  const varied = units.filter(({ readings }) => readings.length > 1);
  const transposed = findTranspositions(table, varied);
  const entries = new Map<ApparatusUnit, ApparatusEntry>();
  for (const [number, unit] of varied.entries()) {
    const chosen = chosenLemma(unit, decisions);
    const lemma = chosen?.reading ?? lemmaOf(table, unit, settings);
    const readings = unit.readings
      .filter((reading) => reading !== lemma)
      .map((reading): TypedReading => {
        const elsewhere = reading.witnesses
          .map((witness) => transposed.get(number)?.get(witness))
          .find((other) => other !== undefined);
        const type = typeOf(table, unit, lemma, reading, decisions);
        return elsewhere === undefined
          ? { ...reading, ...type }
          : { ...reading, ...type, transposed: elsewhere };
      });
    const resp = chosen?.resp === undefined ? {} : { lemmaResp: chosen.resp };
    entries.set(unit, { unit, lemma, readings, ...resp });
  }
  return entries;
}

function chosenLemma(
  { from, to, readings }: ApparatusUnit,
  { lemmas }: ReadingDecisions,
): { reading: VariantReading; resp?: string } | undefined {
  for (let column = from; column < to; column++) {
    const decision = lemmas.get(column);
    const reading =
      decision && readings.find(({ witnesses }) => witnesses.includes(decision.witness));
    if (reading)
      return decision.resp === undefined ? { reading } : { reading, resp: decision.resp };
  }
  return undefined;
}

/**
 * The base's reading, or that of most witnesses; if the base does not have the text, that of most.
 */
function lemmaOf(
  table: CollationTable,
  { readings }: ApparatusUnit,
  { lemma }: Settings,
): VariantReading {
  const ofBase = readings.find(({ witnesses }) => witnesses.includes(table.base));
  if (lemma === 'base' && ofBase) return ofBase;
  // States before correction have no vote; the base decides between equals.
  const votes = ({ witnesses }: VariantReading): number =>
    witnesses.filter((one) => table.witnesses[one]?.earlierStateOf === undefined).length;
  return readings.reduce((best, reading) => {
    const more = votes(reading) - votes(best);
    return more > 0 || (more === 0 && reading === ofBase) ? reading : best;
  });
}

function typeOf(
  table: CollationTable,
  unit: ApparatusUnit,
  lemma: VariantReading,
  reading: VariantReading,
  decisions: ReadingDecisions,
): { type: ReadingType; certainty?: Certainty; resp?: string } {
  for (const witness of reading.witnesses)
    for (let column = unit.from; column < unit.to; column++) {
      const decided = decisions.types.get(decisionKey(witness, column));
      if (decided)
        return { type: decided.as, ...(decided.resp === undefined ? {} : { resp: decided.resp }) };
    }
  const [own, other] = [words(table, unit, reading), words(table, unit, lemma)];
  if (own === other) return { type: 'orthographic', certainty: 'high' };
  if (own === '' || other === '') return { type: 'substantive', certainty: 'high' };
  if (reading.tokens.some(({ kind }) => kind === 'gap'))
    return { type: 'substantive', certainty: 'low' };
  const alike = similarity(own, other);
  if (alike >= LIKE) return { type: 'orthographic', certainty: 'low' };
  return { type: 'substantive', certainty: alike < UNLIKE ? 'high' : 'medium' };
}

/** The normalized words of a reading; punctuation does not make it another one. */
function words(
  table: CollationTable,
  { from, to }: ApparatusUnit,
  { witnesses: [witness = 0] }: VariantReading,
): string {
  const found: string[] = [];
  for (let column = from; column < to; column++) {
    const token = table.cells[witness]?.[column] ?? -1;
    const kind = table.witnesses[witness]?.tokens[token]?.kind;
    if (kind === 'word' || kind === 'gap') found.push(table.normal[witness]?.[token] ?? '');
  }
  return found.join(' ');
}
