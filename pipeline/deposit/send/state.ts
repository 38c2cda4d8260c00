/**
 * `deposits.json` in the edition's folder: what was sent to which repository. It is committed with
 * the edition, so that the next release becomes a new version of the same record, from any machine.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import { InputError, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import type { RepositoryDraft } from './client.ts';

export interface SentFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha512: string;
}

/** One version of the edition at one repository. */
export interface SentVersion extends RepositoryDraft {
  readonly repository: string;
  /** The repository's address. */
  readonly base: string;
  /** The edition's version, as in edition.xml. */
  readonly version: string;
  readonly status: 'draft' | 'published';
  readonly files: readonly SentFile[];
}

export function statePath(edition: Pick<Edition, 'root'>): string {
  return join(edition.root, 'deposits.json');
}

/**
 * Oldest first. Throws an `InputError` if the file does not have the form that `writeState` writes.
 */
export function readState(edition: Pick<Edition, 'root'>): SentVersion[] {
  const path = statePath(edition);
  if (!existsSync(path)) return [];
  const refuse = (reason: string): InputError =>
    new InputError({
      path: shownPath(path),
      severity: 'error',
      rule: 'deposit/state',
      message: `${reason}; take the file’s last good state from git`,
    });
  let read: unknown;
  try {
    const text = Buffer.from(readInput(path, 'deposit/state')).toString('utf8');
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw error instanceof InputError ? error : refuse(`this is not JSON (${String(error)})`);
  }
  const { deposits } = (read ?? {}) as { deposits?: unknown };
  if (!Array.isArray(deposits) || !deposits.every(isVersion))
    throw refuse(
      'this does not list deposits with repository, base, version, record, DOIs and status',
    );
  return deposits;
}

function isVersion(value: unknown): value is SentVersion {
  const version = value as Partial<SentVersion> | null;
  if (typeof version !== 'object' || version === null) return false;
  const { repository, base, record, page, parent, doi, conceptDoi, status, files } = version;
  return (
    [repository, base, version.version, record, page].every((word) => typeof word === 'string') &&
    [parent, doi, conceptDoi].every((word) => word === null || typeof word === 'string') &&
    (status === 'draft' || status === 'published') &&
    Array.isArray(files)
  );
}

/** Writes the state with `version`, which replaces the earlier state of that version. */
export function saveVersion(edition: Pick<Edition, 'root'>, version: SentVersion): void {
  const isSame = (other: SentVersion): boolean =>
    other.base === version.base &&
    other.record === version.record &&
    other.version === version.version;
  const before = readState(edition);
  const at = before.findIndex(isSame);
  const deposits = at < 0 ? [...before, version] : before.with(at, version);
  writeWhole(statePath(edition), `${JSON.stringify({ deposits }, null, 2)}\n`, { durable: true });
}
