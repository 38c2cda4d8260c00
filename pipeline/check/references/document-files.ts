/** What is wrong with the file of a document: its name, or its missing source. */
import { basename, dirname, relative } from 'node:path';
import { type Finding, shownPath } from '../../core/finding.ts';
import { documentId, isSafe } from '../../edition/document-name.ts';
import type { Edition } from '../../edition/edition.ts';
import type { FileFacts } from './facts.ts';
import { referenceFinding } from './reference-finding.ts';

/**
 * Some file systems and web servers ignore case: the two pages would be one.
 */
export function alikeButForCapitals({ path }: FileFacts, first: Map<string, string>): Finding[] {
  const name = basename(path).toLowerCase();
  const before = first.get(name);
  if (before === undefined || dirname(before) !== dirname(path)) {
    first.set(name, path);
    return [];
  }
  const message =
    `the name differs from that of ${shownPath(before)} only in capitals; rename one of the ` +
    `two`;
  return [referenceFinding(path, undefined, 'error', 'same-name', message)];
}

/**
 * A document is found by its name: file, identifier and address are the same if the name is valid
 * as all three.
 */
export function checkDocumentName(file: FileFacts): Finding[] {
  const name = basename(file.path, '.xml');
  if (!isSafe(name)) {
    const id = documentId(file.path);
    const better = file.id !== undefined && isSafe(file.id) ? file.id : id;
    const message =
      `the name of the file cannot be part of an address, so its page is ` +
      `documents/${id}.html; name it ${better}.xml, and its source ${better} too where there ` +
      `is one`;
    return [referenceFinding(file.path, file.root, 'warning', 'document-name', message)];
  }
  if (file.id === undefined || file.id === name) return [];
  const message = `the document's xml:id is “${file.id}”, its file ${name}.xml; make them the same`;
  return [referenceFinding(file.path, file.root, 'error', 'document-name', message)];
}

export function checkSource(
  file: FileFacts,
  edition: Edition,
  encoded: ReadonlySet<string>,
): Finding[] {
  const name = basename(file.path, '.xml');
  if (dirname(file.path) !== edition.documents || encoded.has(file.path)) return [];
  const folder = relative(edition.root, edition.sources);
  const message =
    `${folder} contains no source of this document (${name}.txt, ${name}.docx …), so it ` +
    `cannot be proved that no word is lost`;
  return [referenceFinding(file.path, undefined, 'remark', 'no-source', message)];
}
