/**
 * The text of the collation as TEI nodes: common text as plain text, and the readings where
 * witnesses differ. White space is written where a witness needs it.
 */
import { element, type OutputElement } from '../../encode/engine/write/element.ts';
import type { ApparatusEntry, TypedReading } from '../apparatus/entries.ts';
import type { ApparatusUnit, Boundary, VariantReading } from '../apparatus/units.ts';
import type { CollationTable, WitnessToken } from '../model/model.ts';

export type TeiContent = (OutputElement | string)[];

/** How an entry, or the beginning or end of a witness, is written; each method implements this. */
export interface EntryWriter {
  entry(entry: WrittenEntry): TeiContent;
  boundary(boundary: Boundary, gaps: TeiContent): TeiContent;
}

export interface WrittenEntry {
  readonly number: number;
  readonly entry: ApparatusEntry;
  readonly lemma: TeiContent;
  readonly readings: readonly { readonly reading: TypedReading; readonly content: TeiContent }[];
}

/** The tokens as nodes, with the white space between them. */
function contentOf(tokens: readonly WitnessToken[]): TeiContent {
  const content: TeiContent = [];
  for (const [at, token] of tokens.entries()) {
    for (const part of tokenParts(token)) appendContent(content, part);
    if (token.space && at < tokens.length - 1) appendContent(content, ' ');
  }
  return content;
}

export function appendContent(content: TeiContent, part: OutputElement | string): void {
  const last = content.at(-1);
  if (typeof part === 'string' && typeof last === 'string')
    content[content.length - 1] = last + part;
  else if (part !== '') content.push(part);
}

function tokenParts({ text, marks }: WitnessToken): TeiContent {
  const parts: TeiContent = [];
  let done = 0;
  for (const { element: name, start, end, attributes } of marks) {
    appendContent(parts, text.slice(done, start));
    appendContent(
      parts,
      element(name, attributes, name === 'gap' ? undefined : text.slice(start, end)),
    );
    done = end;
  }
  appendContent(parts, text.slice(done));
  return parts;
}

/** Writes the units of a block one after the other. */
export class TextWriter {
  readonly #table: CollationTable;
  readonly #entries: ReadonlyMap<ApparatusUnit, ApparatusEntry>;
  readonly #writer: EntryWriter;
  /** By witness whether the last output for it ends in white space. */
  readonly #ended: Uint8Array;
  /** By witness whether its own text has white space there. */
  readonly #wanted: Uint8Array;
  #number = 0;

  constructor(
    table: CollationTable,
    entries: ReadonlyMap<ApparatusUnit, ApparatusEntry>,
    writer: EntryWriter,
  ) {
    this.#table = table;
    this.#entries = entries;
    this.#writer = writer;
    this.#ended = new Uint8Array(table.witnesses.length).fill(1);
    this.#wanted = new Uint8Array(table.witnesses.length).fill(1);
  }

  /** A block begins: no white space is needed. */
  begin(): void {
    this.#ended.fill(1);
  }

  boundary(boundary: Boundary): TeiContent {
    const { witness, gaps } = boundary;
    const last = gaps.at(-1);
    if (!last) return this.#writer.boundary(boundary, []);
    const content: TeiContent = this.#wanted[witness] && !this.#ended[witness] ? [' '] : [];
    for (const part of contentOf(gaps)) appendContent(content, part);
    this.#ended[witness] = 0;
    this.#wanted[witness] = last.space ? 1 : 0;
    return this.#writer.boundary(boundary, content);
  }

  unit(unit: ApparatusUnit): TeiContent {
    const entry = this.#entries.get(unit);
    const [only] = unit.readings;
    if (!entry) {
      if (!only) return [];
      const content = this.#lead(only);
      for (const part of contentOf(only.tokens)) appendContent(content, part);
      const tail = this.#tail(only, unit);
      if (tail) appendContent(content, ' ');
      this.#done(only.witnesses, unit, tail);
      return content;
    }
    const all = [entry.lemma, ...entry.readings];
    const tails = all.map((reading) => this.#tail(reading, unit));
    const shared = all.every(({ tokens }, at) => tokens.length === 0 || tails[at]);
    const contents = all.map((reading, at) => {
      if (reading.tokens.length === 0) return [];
      const content = this.#lead(reading);
      for (const part of contentOf(reading.tokens)) appendContent(content, part);
      if (tails[at] && !shared) appendContent(content, ' ');
      return content;
    });
    for (const [at, { witnesses, tokens }] of all.entries())
      if (tokens.length > 0 || shared)
        this.#done(witnesses, unit, shared || tails[at] === true, tokens.length > 0);
    const written = this.#writer.entry({
      number: this.#number++,
      entry,
      lemma: contents[0] as TeiContent,
      readings: entry.readings.map((reading, at) => ({
        reading,
        content: contents[at + 1] as TeiContent,
      })),
    });
    if (shared) appendContent(written, ' ');
    return written;
  }

  /** The witness that provides the white space of a common text. */
  #guide({ witnesses }: VariantReading): number {
    return witnesses.includes(this.#table.base) ? this.#table.base : (witnesses[0] ?? 0);
  }

  /**
   * White space before a word that one of the witnesses needs; before a mark, only if the guide
   * witness has it.
   */
  #lead(reading: VariantReading): TeiContent {
    const mark = reading.tokens[0]?.kind === 'punctuation';
    const asked = mark ? [this.#guide(reading)] : reading.witnesses;
    return asked.some((one) => this.#wanted[one] && !this.#ended[one]) ? [' '] : [];
  }

  /** Whether white space follows the last token of the guide witness in the unit. */
  #tail(reading: VariantReading, { from, to }: ApparatusUnit): boolean {
    return this.#lastToken(this.#guide(reading), from, to)?.space === true;
  }

  #lastToken(witness: number, from: number, to: number): WitnessToken | undefined {
    const row = this.#table.cells[witness] as Int32Array;
    for (let column = to - 1; column >= from; column--)
      if ((row[column] as number) >= 0)
        return this.#table.witnesses[witness]?.tokens[row[column] as number];
    return undefined;
  }

  #done(
    witnesses: readonly number[],
    { from, to }: ApparatusUnit,
    ended: boolean,
    has = true,
  ): void {
    for (const witness of witnesses) {
      if (ended) this.#ended[witness] = 1;
      else if (has) this.#ended[witness] = 0;
      if (has) this.#wanted[witness] = this.#lastToken(witness, from, to)?.space ? 1 : 0;
    }
  }
}
