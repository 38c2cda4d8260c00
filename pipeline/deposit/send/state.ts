/**
 * `deposits.json` in the edition's folder: what was sent to which repository. It is committed with
 * the edition, so that the next release becomes a new version of the same record, from any machine.
 */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import { InputError, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import type { RepositoryDraft } from './client.ts';
import type { Creation } from './created.ts';

const MARK = /^urn:uuid:[0-9a-f-]{36}$/;

interface SentFile {
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

/** A draft that was requested, and not yet answered. */
interface RequestedDraft extends Pick<SentVersion, 'repository' | 'base'> {
  /** The mark in the draft's metadata. */
  readonly mark: string;
}

interface State {
  readonly deposits: readonly SentVersion[];
  readonly requested: readonly RequestedDraft[];
}

export function statePath(edition: Pick<Edition, 'root'>): string {
  return join(edition.root, 'deposits.json');
}

/**
 * Oldest first. Throws an `InputError` if the file does not have the form that `writeState` writes.
 */
export function readState(edition: Pick<Edition, 'root'>): readonly SentVersion[] {
  return readWhole(edition).deposits;
}

function readWhole(edition: Pick<Edition, 'root'>): State {
  const path = statePath(edition);
  if (!existsSync(path)) return { deposits: [], requested: [] };
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
  const { deposits, requested = [] } = (read ?? {}) as { deposits?: unknown; requested?: unknown };
  if (!Array.isArray(deposits) || !deposits.every(isVersion))
    throw refuse(
      'this does not list deposits with repository, base, version, record, DOIs and status',
    );
  if (!Array.isArray(requested) || !requested.every(isRequested))
    throw refuse('“requested” does not list drafts with repository, base and mark');
  return { deposits, requested };
}

function isRequested(value: unknown): value is RequestedDraft {
  const { repository, base, mark } = (value ?? {}) as Partial<RequestedDraft>;
  return (
    [repository, base].every((word) => typeof word === 'string') && MARK.test(String(mark ?? ''))
  );
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

/**
 * The mark for a new draft, which is recorded before the draft is requested. `sentBefore`: it was
 * recorded by an earlier run, which did not receive the answer.
 */
export function markFor(
  edition: Pick<Edition, 'root'>,
  here: Pick<SentVersion, 'repository' | 'base'>,
): Creation {
  const { deposits, requested } = readWhole(edition);
  const before = requested.find((one) => isAtSame(one, here));
  if (before) return { mark: before.mark, sentBefore: true };
  const { mark } = newMark();
  const { repository, base } = here;
  write(edition, { deposits, requested: [...requested, { repository, base, mark }] });
  return { mark, sentBefore: false };
}

/** A mark that is not recorded. */
export function newMark(): Creation {
  return { mark: `urn:uuid:${randomUUID()}`, sentBefore: false };
}

function isAtSame(
  one: Pick<SentVersion, 'repository' | 'base'>,
  other: Pick<SentVersion, 'repository' | 'base'>,
): boolean {
  return one.repository === other.repository && one.base === other.base;
}

/** Writes the state with `version`, which replaces the earlier state of that version. */
export function saveVersion(edition: Pick<Edition, 'root'>, version: SentVersion): void {
  const isSame = (other: SentVersion): boolean =>
    other.base === version.base &&
    other.record === version.record &&
    other.version === version.version;
  const { deposits: before, requested } = readWhole(edition);
  const at = before.findIndex(isSame);
  const deposits = at < 0 ? [...before, version] : before.with(at, version);
  write(edition, { deposits, requested: requested.filter((one) => !isAtSame(one, version)) });
}

function write(edition: Pick<Edition, 'root'>, { deposits, requested }: State): void {
  const state = { deposits, ...(requested.length > 0 && { requested }) };
  writeWhole(statePath(edition), `${JSON.stringify(state, null, 2)}\n`, { durable: true });
}
