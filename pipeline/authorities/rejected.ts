/**
 * Names that an editor has rejected: `authorities/rejected.csv`, with the columns `kind` (person,
 * org, place, or * for all), `form` (the words as the text has them), `document` (an id, or * for
 * all; empty also means all) and `reason` (free words). `encode` and `siglum names` neither mark
 * nor propose them again. A row that cannot be used is a finding with its place; the others count.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Cell } from '../core/csv.ts';
import type { Finding } from '../core/finding.ts';
import { foldedWords, foldSpace } from '../core/text.ts';
import { readCsvFile } from './csv-file.ts';

export const REJECTED_FILE = 'rejected.csv';
const REJECTED_COLUMNS = ['kind', 'form', 'document', 'reason'] as const;
const REJECTED_KINDS = ['person', 'org', 'place', '*'] as const;

interface Rejection {
  readonly kind: (typeof REJECTED_KINDS)[number];
  readonly form: string;
  /** A document's id, or `*`. */
  readonly document: string;
  readonly reason: string;
}

interface RejectedNames {
  readonly rejections: readonly Rejection[];
  readonly findings: readonly Finding[];
}

/** The file of an edition; `authorities` is its folder of authority files. */
export function rejectedFile(authorities: string): string {
  return join(authorities, REJECTED_FILE);
}

/**
 * Reads the file of an edition; a missing one rejects nothing.
 * @throws InputError where the file cannot be read or decoded.
 */
export function readRejected(authorities: string): RejectedNames {
  const path = rejectedFile(authorities);
  if (!existsSync(path)) return { rejections: [], findings: [] };
  const file = readCsvFile(path, {
    row: 'authority/rejected',
    unreadable: 'authority/unreadable',
  });
  const { rows, problem } = file;
  const findings: Finding[] = [...file.findings];
  if (!file.has('kind') || !file.has('form')) {
    const message =
      `the first line has no columns “kind” and “form”; begin with ` +
      `${REJECTED_COLUMNS.join(',')}`;
    return { rejections: [], findings: [...findings, problem(message, { line: 1, column: 1 })] };
  }
  const rejections: Rejection[] = [];
  for (const row of rows) {
    const cell = (column: (typeof REJECTED_COLUMNS)[number]): Cell => file.cell(row, column);
    const written = cell('kind').text.toLowerCase();
    const kind = REJECTED_KINDS.find((one) => one === written);
    const form = foldedWords(cell('form').text);
    if (!kind) {
      const kinds = REJECTED_KINDS.join(', ');
      const message = `“${cell('kind').text}” is not a kind of name; write ${kinds}`;
      findings.push(problem(message, cell('kind')));
    } else if (form === '')
      findings.push(
        problem('the row has no form; write the words that are not a name', cell('form')),
      );
    else {
      const document = cell('document').text || '*';
      rejections.push({ kind, form, document, reason: cell('reason').text });
    }
  }
  return { rejections, findings };
}

/** The rejections as one function. */
export class Rejections {
  readonly #rejected: ReadonlySet<string>;

  constructor(rejections: readonly Rejection[]) {
    this.#rejected = new Set(
      rejections.map(({ kind, form, document }) => keyOf(kind, form, document)),
    );
  }

  get isEmpty(): boolean {
    return this.#rejected.size === 0;
  }

  /** The words are rejected as a name of this kind, in this document or in all. */
  rejects(kind: string, form: string, document: string): boolean {
    const isRejected = (one: string, place: string) => this.#rejected.has(keyOf(one, form, place));
    return [kind, '*'].some((one) => isRejected(one, document) || isRejected(one, '*'));
  }
}

/** Spaces and the kind of apostrophe do not matter; letters and case do. */
function keyOf(kind: string, form: string, document: string): string {
  const words = foldSpace(form.normalize('NFC')).replace(/’/g, "'").trim();
  return `${kind}\n${document}\n${words}`;
}
