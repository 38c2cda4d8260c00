/** The list of rejected names, `authorities/rejected.csv`, which the encoder and `names` read. */
import { existsSync } from 'node:fs';
import { Rejections, readRejected, rejectedFile } from '../../authorities/rejected.ts';
import { writeCsv } from '../../core/csv.ts';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import type { Edition } from '../../edition/edition.ts';
import type { RejectedName } from '../journal/model.ts';

const HEADER = ['kind', 'form', 'document', 'reason'] as const;

/** Adds a row; does nothing if the name is rejected already. */
export function rememberRejected(edition: Edition, rejected: RejectedName): void {
  const { kind, form, document, reason } = rejected;
  const path = rejectedFile(edition.authorities);
  const stored = new Rejections(readRejected(edition.authorities).rejections);
  if (stored.rejects(kind, form, document)) return;
  const before = existsSync(path)
    ? new TextDecoder().decode(readInput(path, 'authority/unreadable'))
    : writeCsv([HEADER]);
  const line = before === '' || before.endsWith('\n') ? '' : '\n';
  writeWhole(path, `${before}${line}${writeCsv([[kind, form, document, reason]])}`, {
    durable: true,
  });
}

/** Removes the row when the rejection is undone. */
export function forgetRejected(edition: Edition, rejected: RejectedName): void {
  const path = rejectedFile(edition.authorities);
  if (!existsSync(path)) return;
  const before = new TextDecoder().decode(readInput(path, 'authority/unreadable'));
  const { kind, form, document, reason } = rejected;
  const row = writeCsv([[kind, form, document, reason]]);
  if (before.includes(`\n${row}`))
    writeWhole(path, before.replace(`\n${row}`, '\n'), { durable: true });
}
