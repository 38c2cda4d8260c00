/**
 * Records the values that the program has written into copied facts of edited documents, to
 * distinguish them from the editor's.
 *
 * Takes an edition's folder and documents' ids. Writes files `.siglum/computed/ID.json`, beside the
 * bases. If one is missing or damaged, the header's values count as the editor's.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { readInput } from '../core/files/input-file.ts';
import { InputError } from '../core/finding.ts';
import type { Fact } from './stated.ts';

/** By the keys of the copies (copies.ts). */
export type WrittenFacts = Readonly<Record<string, Fact>>;

export class WrittenCopies {
  readonly #folder: string;

  /** `root`: the edition's folder. */
  constructor(root: string) {
    this.#folder = join(root, '.siglum', 'computed');
  }

  /** Whether the file exists. */
  path(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  get(id: string): WrittenFacts {
    if (!existsSync(this.path(id))) return {};
    try {
      const stored: unknown = JSON.parse(
        Buffer.from(readInput(this.path(id), 'computed/unreadable')).toString('utf8'),
      );
      const entries = Object.entries(stored !== null && typeof stored === 'object' ? stored : {});
      return Object.fromEntries(
        entries.filter((entry): entry is [string, Fact] => isFact(entry[1])),
      );
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof InputError)) throw error;
      return {};
    }
  }

  save(id: string, written: WrittenFacts): void {
    const [now, before] = [written, this.get(id)].map((one) => JSON.stringify(one, undefined, 2));
    if (now !== before) writeWhole(this.path(id), `${now}\n`);
  }
}

function isFact(value: unknown): value is Fact {
  if (value === null || typeof value !== 'object') return false;
  const { words, attributes } = value as Partial<Fact>;
  return typeof words === 'string' && attributes !== null && typeof attributes === 'object';
}
