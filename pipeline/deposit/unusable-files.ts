/** Files of an edition that cannot be in a package: with errors, not XML, or with unfit names. */

import { dirname, join } from 'node:path';
import { checkFiles, filesOf } from '../check/check.ts';
import { unreadableSources } from '../check/words/unreadable-sources.ts';
import type { Finding } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import { documentFiles, documentIds } from '../edition/edition-files.ts';
import { filesIn } from '../edition/folder/files-in.ts';
import { editionSources } from '../encode/sources/find.ts';
import { failureFindings } from '../xml/saxon/failed.ts';
import { packagedIds } from './package/document-names.ts';
import { nameFindings } from './package/names.ts';
import { packagedEditionFiles } from './package/payload.ts';
import { headerTree } from './requirements/findings.ts';

/** The findings of `siglum check`, and names that repositories do not accept. */
export async function unusableFiles(edition: Edition): Promise<Finding[]> {
  const checked = filesOf(edition);
  const found = onlyErrors((await checkFiles(edition, checked)).findings);
  // The check does not read all files of an edition; the others must at least be XML.
  const beside = filesIn(edition.root, '.xml').filter((path) => !checked.includes(path));
  for (const path of beside) {
    try {
      headerTree(path);
    } catch (error) {
      found.push(...failureFindings(error, path));
    }
  }
  const given = editionSources(edition);
  found.push(...onlyErrors([...given.findings, ...(await unreadableSources(given.files))]));
  const sources = packagedEditionFiles(edition, () => null).filter(({ kind }) => kind === 'source');
  const documents = new Set(documentFiles(edition));
  const idOf = packagedIds(documentIds(edition));
  const named = checked.map((path) =>
    documents.has(path) ? join(dirname(path), `${idOf(path)}.xml`) : path,
  );
  found.push(
    ...onlyErrors(nameFindings([...named, ...beside, ...sources.map(({ path }) => path)])),
  );
  return found;
}

export function onlyErrors(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}
