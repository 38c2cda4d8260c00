/**
 * The small edition in `tests/fixtures/check/edition`, and its letter with one change.
 *
 * The letter is correct; a test names its replacement and the place of the finding.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { positionAt } from '../../pipeline/xml/decode.ts';

export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const FIXTURES = join(PROJECT, 'tests', 'fixtures', 'check');
export const EDITION = join(FIXTURES, 'edition');
export const LETTER = readFileSync(join(EDITION, 'documents', 'm1.xml'), 'utf8');

export interface Change {
  /** The replaced text, which is in the letter once. */
  readonly from: string;
  readonly to: string;
  /**
   * The words at which the finding has to begin, in the changed letter; `nth` if they occur there
   * more than once.
   */
  readonly at: string;
  readonly nth?: number;
}

/** The letter with a change, and the place where a finding is expected. */
export function changed({ from, to, at, nth = 1 }: Change): {
  text: string;
  line: number;
  column: number;
} {
  if (LETTER.split(from).length !== 2)
    throw new Error(`“${from}” is not in the letter exactly once`);
  const text = LETTER.replace(from, () => to);
  let offset = -1;
  for (let found = 0; found < nth; found++) offset = text.indexOf(at, offset + 1);
  if (offset < 0) throw new Error(`“${at}” is not in the changed letter`);
  return { text, ...positionAt(text, offset) };
}
