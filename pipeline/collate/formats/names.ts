/** The identifiers of a collated document: of itself, its witnesses, entries and blocks. */
import type { Witness } from '../model/model.ts';

/** A name for XML made from any words: letters, digits, dots and hyphens. */
export function xmlName(words: string, fallback: string): string {
  const name = words
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.-]+/gu, '-')
    .replace(/^[^\p{L}]+|[-.]+$/gu, '');
  return name === '' ? fallback : name;
}

export class Names {
  readonly document: string;
  readonly #witnesses: readonly string[];

  constructor(document: string, witnesses: readonly Witness[]) {
    this.document = document;
    const used = new Set<string>();
    this.#witnesses = witnesses.map(({ siglum }, at) => {
      const bare = siglum
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}.-]+/gu, '-')
        .replace(/^[-.]+|[-.]+$/g, '');
      let name = `${document}-w${bare === '' ? at + 1 : bare}`;
      while (used.has(name)) name = `${name}-${at + 1}`;
      used.add(name);
      return name;
    });
  }

  witness(at: number): string {
    return this.#witnesses[at] as string;
  }

  pointers(witnesses: readonly number[]): string {
    return witnesses.map((at) => `#${this.witness(at)}`).join(' ');
  }

  entry(number: number): string {
    return `${this.document}-app${number + 1}`;
  }
}
