/**
 * The second pass: words that a witness has at another place than the base. They become two
 * entries, one for the missing and one for the added words, which refer to each other.
 */
import type { CollationTable } from '../model/model.ts';
import type { ApparatusUnit } from './units.ts';

/** The greatest distance of the other place, in columns. */
const NEAR = 200;
/** A single word needs at least this length; shorter words occur everywhere. */
const LONG_WORD = 5;
/** Of a word that occurs more often, only the nearest places before are compared. */
const MOST_PLACES = 16;

/** By number of the entry and witness, the number of the entry where the base has the words. */
type Transpositions = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** `units`: those on which the witnesses differ, in order. */
export function findTranspositions(
  table: CollationTable,
  units: readonly ApparatusUnit[],
): Transpositions {
  const found = new Map<number, Map<number, number>>();
  const link = (entry: number, witness: number, other: number): void => {
    const own = found.get(entry) ?? new Map<number, number>();
    if (!own.has(witness)) own.set(witness, other);
    found.set(entry, own);
  };
  for (const witness of table.witnesses.keys()) {
    if (witness === table.base) continue;
    const differing = differingWords(table, units, witness);
    const places = new Map<string, EntryPlace[]>();
    for (const place of runsOf(differing.base)) {
      const there = places.get(place.key);
      if (there) there.push(place);
      else places.set(place.key, [place]);
    }
    for (const { key, column, entry } of runsOf(differing.own))
      for (const other of nearest(places.get(key) ?? [], column)) {
        if (other.entry === entry) continue;
        link(entry, witness, other.entry);
        link(other.entry, witness, entry);
      }
  }
  return found;
}

interface Word {
  readonly form: string;
  readonly column: number;
  readonly entry: number;
}

interface EntryPlace {
  readonly key: string;
  readonly column: number;
  readonly entry: number;
}

/** The words of a witness, and of the base, at the places where the two differ. */
function differingWords(
  table: CollationTable,
  units: readonly ApparatusUnit[],
  witness: number,
): { own: Word[]; base: Word[] } {
  const own: Word[] = [];
  const base: Word[] = [];
  for (const [entry, { from, to, readings }] of units.entries()) {
    const reading = readings.find(({ witnesses }) => witnesses.includes(witness));
    if (!reading || reading.witnesses.includes(table.base)) continue;
    for (let column = from; column < to; column++) {
      const [form, other] = [formAt(table, witness, column), formAt(table, table.base, column)];
      if (form === other) continue;
      if (form !== undefined) own.push({ form, column, entry });
      if (other !== undefined) base.push({ form: other, column, entry });
    }
  }
  return { own, base };
}

/** Pairs of neighbouring words, and single long words. */
function runsOf(words: readonly Word[]): EntryPlace[] {
  const places: EntryPlace[] = [];
  for (const [at, { form, column, entry }] of words.entries()) {
    if (form.length >= LONG_WORD) places.push({ key: form, column, entry });
    const next = words[at + 1];
    // Neighbours in the columns, or separated by columns that this text does not have.
    if (next && next.column - column <= 2)
      places.push({ key: `${form} ${next.form}`, column, entry });
  }
  return places;
}

function nearest(places: readonly EntryPlace[], column: number): EntryPlace[] {
  if (places.length > MOST_PLACES) return [];
  return places
    .filter((place) => Math.abs(place.column - column) <= NEAR)
    .sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))
    .slice(0, 1);
}

function formAt(table: CollationTable, witness: number, column: number): string | undefined {
  const token = table.cells[witness]?.[column] ?? -1;
  const kind = table.witnesses[witness]?.tokens[token]?.kind;
  return kind === 'word' ? table.normal[witness]?.[token] : undefined;
}
