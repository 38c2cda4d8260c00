/** The tables of an edition (`authorities/*.csv`): rows that cannot be used. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { authorityTables, readTables } from '../authorities/csv-entries.ts';
import { readAuthorities } from '../authorities/read.ts';
import { readRejected, rejectedFile } from '../authorities/rejected.ts';
import { type Finding, ifReadable, shownPath } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import { authorityFiles } from '../edition/edition-files.ts';

/** The tables that exist. */
export function tablesOf({ authorities }: Edition): string[] {
  const rejected = rejectedFile(authorities);
  return [...authorityTables(authorities), ...(existsSync(rejected) ? [rejected] : [])];
}

/** The tables that a path names: one of them, or all in a folder of the edition. */
export function tablesNamed(name: string, edition: Edition): string[] {
  const path = resolve(name);
  const tables = tablesOf(edition);
  if (path === edition.root || path === edition.authorities) return tables;
  return tables.filter((table) => table === path);
}

/** Findings about rows of these tables, by file, line and column. */
export function tableFindings(edition: Edition, tables: readonly string[]): readonly Finding[] {
  if (tables.length === 0) return [];
  const shown = new Set(tables.map((path) => shownPath(path)));
  return [...entryTables(edition), ...rejections(edition)].filter(({ path }) => shown.has(path));
}

function entryTables(edition: Edition): readonly Finding[] {
  return attempt(() => {
    const { entries } = readAuthorities(authorityFiles(edition), edition.root);
    return readTables(edition.authorities, entries).findings;
  });
}

function rejections({ authorities }: Edition): readonly Finding[] {
  return attempt(() => readRejected(authorities).findings);
}

/** A file that cannot be read is a finding. */
function attempt(read: () => readonly Finding[]): readonly Finding[] {
  return ifReadable(
    () => read(),
    (error) => error.findings,
  );
}
