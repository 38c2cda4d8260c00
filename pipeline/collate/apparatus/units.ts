/**
 * Divides the columns into units of the apparatus: ranges on which all witnesses agree, and places
 * at which they differ.
 */
import {
  type CollationTable,
  tokenAt,
  type WitnessBlock,
  type WitnessToken,
} from '../model/model.ts';
import { type Coverage, covers } from './coverage.ts';

export interface VariantReading {
  /** Indexes of the witnesses that have it. */
  readonly witnesses: readonly number[];
  /** Its tokens as the first of the witnesses has them; empty for an omission. */
  readonly tokens: readonly WitnessToken[];
}

export interface ApparatusUnit {
  readonly from: number;
  readonly to: number;
  /** One if the witnesses agree. Witnesses that do not cover the unit have none. */
  readonly readings: readonly VariantReading[];
  /** Index of the block in `structure`. */
  readonly block: number;
}

/** Beginnings and ends of witnesses before a column. */
export interface Boundary {
  readonly witness: number;
  readonly kind: 'witStart' | 'witEnd' | 'lacunaStart' | 'lacunaEnd';
  /** The gaps that the witness states for a lacuna that begins here. */
  readonly gaps: readonly WitnessToken[];
}

interface Units {
  readonly units: readonly ApparatusUnit[];
  readonly blocks: readonly WitnessBlock[];
  readonly boundaries: ReadonlyMap<number, readonly Boundary[]>;
}

export function apparatusUnits(table: CollationTable, coverage: Coverage): Units {
  const boundaries = boundariesOf(table, coverage);
  const { blockOf, blocks } = structureOf(table, coverage);
  const units: ApparatusUnit[] = [];
  let from = 0;
  let key = table.length > 0 ? columnKey(table, coverage, 0) : undefined;
  for (let column = 1; column <= table.length; column++) {
    const next = column < table.length ? columnKey(table, coverage, column) : undefined;
    const goesOn =
      next !== undefined &&
      key !== undefined &&
      blockOf[column] === blockOf[from] &&
      !boundaries.has(column) &&
      joins(key, next);
    if (!goesOn) {
      const readings = readingsOf(table, coverage, from, column);
      units.push({ from, to: column, readings, block: blockOf[from] as number });
      from = column;
    }
    key = next;
  }
  return { units, blocks, boundaries };
}

interface ColumnKey {
  /** All witnesses that cover the column have the same. */
  readonly same: boolean;
  /** Which witnesses have which reading: "0 0 1 -". */
  readonly partition: string;
  /** Witnesses without a token. */
  readonly omitting: string;
}

/**
 * Two columns are one unit if the witnesses agree, vary in the same way, or the same witnesses omit
 * them.
 */
function joins(one: ColumnKey, other: ColumnKey): boolean {
  if (one.same || other.same) return one.same && other.same;
  if (one.partition === other.partition) return true;
  return one.omitting !== '' && one.omitting === other.omitting;
}

function columnKey(table: CollationTable, coverage: Coverage, column: number): ColumnKey {
  const numbers = new Map<string, number>();
  const partition: (number | string)[] = [];
  const omitting: number[] = [];
  for (const witness of table.witnesses.keys()) {
    if (!covers(coverage, witness, column)) {
      partition.push('-');
      continue;
    }
    const token = tokenAt(table, witness, column);
    if (!token) omitting.push(witness);
    const form = token ? tokenKey(token) : '';
    const number = numbers.get(form) ?? numbers.size;
    numbers.set(form, number);
    partition.push(number);
  }
  return {
    same: numbers.size <= 1,
    partition: partition.join(' '),
    omitting: omitting.join(' '),
  };
}

/** Equal for tokens that can be in one reading. */
function tokenKey({ kind, text, marks }: WitnessToken): string {
  return `${kind} ${text} ${marks.length === 0 ? '' : JSON.stringify(marks)}`;
}

function readingsOf(
  table: CollationTable,
  coverage: Coverage,
  from: number,
  to: number,
): VariantReading[] {
  const found = new Map<string, { witnesses: number[]; tokens: WitnessToken[] }>();
  for (const witness of table.witnesses.keys()) {
    if (!covers(coverage, witness, from)) continue;
    const tokens: WitnessToken[] = [];
    for (let column = from; column < to; column++) {
      const token = tokenAt(table, witness, column);
      if (token) tokens.push(token);
    }
    const key = tokens.map(tokenKey).join('\n');
    const reading = found.get(key);
    if (reading) reading.witnesses.push(witness);
    else found.set(key, { witnesses: [witness], tokens });
  }
  return [...found.values()];
}

function boundariesOf(
  table: CollationTable,
  { present, lacunas }: Coverage,
): Map<number, Boundary[]> {
  const found = new Map<number, Boundary[]>();
  const add = (column: number, boundary: Boundary): void => {
    const there = found.get(column);
    if (there) there.push(boundary);
    else found.set(column, [boundary]);
  };
  for (const witness of table.witnesses.keys()) {
    const { from, to } = present[witness] as { from: number; to: number };
    if (from > 0) add(from, { witness, kind: 'witStart', gaps: [] });
    for (const lacuna of lacunas[witness] ?? []) {
      const gaps: WitnessToken[] = [];
      for (let column = lacuna.from; column < lacuna.to; column++) {
        const token = tokenAt(table, witness, column);
        if (token) gaps.push(token);
      }
      add(lacuna.from, { witness, kind: 'lacunaStart', gaps });
      add(lacuna.to, { witness, kind: 'lacunaEnd', gaps: [] });
    }
    if (to < table.length) add(to, { witness, kind: 'witEnd', gaps: [] });
  }
  return found;
}

/**
 * By column the block it belongs to: that of the base, otherwise of another witness.
 */
function structureOf(
  table: CollationTable,
  coverage: Coverage,
): { blockOf: Int32Array; blocks: WitnessBlock[] } {
  const blockOf = new Int32Array(table.length);
  const blocks: WitnessBlock[] = [];
  const order = [table.base, ...table.witnesses.keys()];
  let open = '';
  for (let column = 0; column < table.length; column++) {
    const guide = covers(coverage, table.base, column)
      ? table.base
      : order.find((witness) => tokenAt(table, witness, column));
    const token = guide === undefined ? undefined : tokenAt(table, guide, column);
    const key = `${guide} ${token?.block}`;
    if (guide !== undefined && token && key !== open) {
      open = key;
      const block = table.witnesses[guide]?.blocks[token.block];
      blocks.push(block ?? { element: 'p', containers: [] });
    }
    if (blocks.length === 0) blocks.push({ element: 'p', containers: [] });
    blockOf[column] = blocks.length - 1;
  }
  return { blockOf, blocks };
}
