/**
 * Files that services read at the top of a repository: `.zenodo.json` (Zenodo's archive of releases
 * on GitHub) and `CITATION.cff` (GitHub's "Cite this repository").
 *
 * A file that Siglum did not write, or that was changed by hand since, stays as it is. Siglum's own
 * files are recognized by their hash, in `.siglum/at-top.json` in the edition's folder.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { readInput } from '../core/files/input-file.ts';
import { sha256 } from '../core/files/sha256.ts';
import { type Finding, shownPath } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';

interface AtTop {
  /** Paths that were written, or are as they would be written. */
  readonly written: readonly string[];
  readonly findings: readonly Finding[];
}

/** `files`: their texts by name. `top`: the folder that they go into. */
export function writeAtTop(
  edition: Edition,
  top: string,
  files: Readonly<Record<string, string>>,
): AtTop {
  const state = join(edition.root, '.siglum', 'at-top.json');
  const hashes = { ...hashesIn(state) };
  const written: string[] = [];
  const findings: Finding[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(top, name);
    const there = existsSync(path) ? sha256(readInput(path, 'deposit/at-top')) : undefined;
    if (there !== undefined && there !== hashes[name] && there !== sha256(text)) {
      const message =
        'this file was not written by Siglum, or was changed since, so it stays; move it ' +
        'away to have it written from the TEI';
      findings.push({
        path: shownPath(path),
        severity: 'warning',
        rule: 'deposit/at-top',
        message,
      });
      continue;
    }
    if (there !== sha256(text)) writeWhole(path, text);
    hashes[name] = sha256(text);
    written.push(path);
  }
  if (written.length > 0) writeWhole(state, `${JSON.stringify(hashes, null, 2)}\n`);
  return { written, findings };
}

/** Empty if there is no state, or it cannot be read: then every file counts as foreign. */
function hashesIn(state: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readFileSync(state, 'utf8'));
    return value !== null && typeof value === 'object' ? { ...value } : {};
  } catch {
    return {};
  }
}
