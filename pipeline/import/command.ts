/**
 * `siglum import`: makes an edition from existing TEI.
 *
 * Takes the command's words. Returns the edition's folder; findings on standard error, a summary of
 * each file on standard output, the exit code.
 */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Finding, formatFinding, shownPath, UsageError } from '../core/finding.ts';
import { withEditionLocked } from '../core/lock/lock.ts';
import { counted } from '../core/text.ts';
import { editionAt } from '../edition/edition.ts';
import { filesIn } from '../edition/folder/files-in.ts';
import { type ComposedImport, composeVolumes, type Imported, writeVolumes } from './import.ts';
import type { ImportedFile } from './model.ts';

interface ImportCommandOptions {
  readonly edition: string;
  readonly unit?: string;
  readonly prefix?: boolean;
}

/** How many remarks of one rule are reported one by one; the rest are counted. */
const MOST_REPORTED = 20;

export async function importCommand(
  paths: readonly string[],
  options: ImportCommandOptions,
): Promise<number> {
  const files = [...new Set(paths.flatMap(filesNamed))];
  const begun = performance.now();
  const composed = composeVolumes(files, options.edition, options);
  // An import that fails leaves no folder, so the lock is taken only when files are written.
  const imported = await withEditionLocked(
    editionAt(resolve(options.edition)),
    'import',
    async () => writeVolumes(composed, options.edition),
  );
  for (const finding of reported([...composed.findings, ...imported.findings]))
    console.error(formatFinding(finding));
  console.log(summary(composed, imported, options.edition, performance.now() - begun));
  return 0;
}

function filesNamed(name: string): string[] {
  const path = resolve(name);
  if (!existsSync(path))
    throw new UsageError(
      `there is no file or folder ${name}; import takes TEI files, or folders of them`,
    );
  if (!statSync(path).isDirectory()) return [path];
  const files = filesIn(path, '.xml');
  if (files.length === 0)
    throw new UsageError(
      `the folder ${name} contains no .xml file; import takes TEI files, or folders of them`,
    );
  return files;
}

function* reported(findings: readonly Finding[]): Generator<Finding> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = `${finding.path} ${finding.rule}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= MOST_REPORTED) yield finding;
  }
  for (const finding of findings) {
    const key = `${finding.path} ${finding.rule}`;
    const count = counts.get(key) ?? 0;
    if (count > MOST_REPORTED) {
      const { path, severity, rule } = finding;
      yield { path, severity, rule, message: `and ${count - MOST_REPORTED} more of these` };
    }
    counts.delete(key);
  }
}

/** `milliseconds`: how long it took. */
function summary(
  { volumes }: ComposedImport,
  { outcomes }: Imported,
  edition: string,
  milliseconds: number,
): string {
  const { written, unchanged, edited } = outcomes;
  return [
    ...volumes.map(ofFile),
    `${written} files written, ${unchanged} as they were, ${edited} not changed because they ` +
      `were edited; the text is the same to the character`,
    `${shownPath(resolve(edition))} made in ${(milliseconds / 1000).toFixed(1)} s; build ` +
      `it: siglum build --edition ${edition}`,
  ].join('\n');
}

function ofFile({ path, by, pages, entries, pointers }: ImportedFile): string {
  const of = (kind: string): number => pages.filter((page) => page.kind === kind).length;
  const parts = [
    `${counted(of('document'), 'document')} (${by})`,
    counted(of('matter'), 'page of front and back matter', 'pages of front and back matter'),
    counted(of('group'), 'page of a chapter', 'pages of chapters'),
    counted(entries, 'entry', 'entries'),
    `pointers: ${pointers.between} to other pages, ${pointers.inside} within a page, ` +
      `${pointers.entries} to entries, ${pointers.nowhere} leading nowhere`,
  ];
  return `${shownPath(path)}: ${parts.join(', ')}`;
}
