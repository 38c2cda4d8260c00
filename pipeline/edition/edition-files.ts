/**
 * Decides which files of an edition's folder are documents, which are registers, and which are
 * neither.
 *
 * Takes an edition, in Siglum's layout or any other. Returns paths, in code-point order.
 * `documents/` and `authorities/` contain what their names say; in every other folder a file is
 * recognized by its content. A file that other files include (XInclude) is not a document of its
 * own.
 */

import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, ifReadable, shownPath } from '../core/finding.ts';
import { byCodeUnit } from '../core/text.ts';
import { publishedFile } from './composed.ts';
import { DocumentIds, type PublishedIds } from './document-name.ts';
import type { Edition } from './edition.ts';
import { FileIndex } from './file-facts/file-index.ts';
import { fragmentsPointedTo, RULE } from './files-pointed-to.ts';
import { filesIn } from './folder/files-in.ts';
import { xmlBelow } from './folder/xml-below.ts';
import { openRegister, type Register } from './register.ts';
import type { TeiRole } from './roles/tei-role.ts';
import { unusedEditionFiles } from './roles/unused-files.ts';

export interface EditionFiles {
  readonly documents: readonly string[];
  readonly authorities: readonly string[];
  /** Files of XML in the folder that are neither; see roles/unused-files.ts. */
  readonly findings: readonly Finding[];
}

/** `given`: the index of the files; without it the index is read, and saved for the next run. */
export function editionFiles(edition: Edition, given?: FileIndex): EditionFiles {
  const own = filesIn(edition.documents, '.xml');
  const ownDocuments = edition.documents === edition.root ? [] : own;
  const registers = filesIn(edition.authorities, '.xml');
  const placed = new Set([...ownDocuments, ...registers, ...ownFiles(edition)]);
  const passed = [
    edition.releases,
    join(edition.root, 'schema'),
    ...(ownDocuments.length > 0 ? [edition.sources] : []),
  ];
  const found = xmlBelow(edition.root, passed).filter((path) => !placed.has(path));
  const fileIndex = given ?? new FileIndex(edition.cache, edition.root);
  const role = (path: string): TeiRole => roleOf(path, fileIndex);
  const roles = new Map(found.map((path) => [path, role(path)]));
  const ofRole = (wanted: TeiRole): string[] => found.filter((path) => roles.get(path) === wanted);
  const whole = withoutParts([...ownDocuments, ...ofRole('document')].sort(byCodeUnit), fileIndex);
  const roots = new Set(whole);
  const parts = new Set(
    [...ownDocuments, ...ofRole('document')].filter((path) => !roots.has(path)),
  );
  const fragments = ofRole('fragment').filter((path) => !isPart(path, whole, fileIndex));
  const pointedTo = fragmentsPointedTo(
    fragments,
    [...whole, ...registers, ...ofRole('register'), edition.header],
    fileIndex,
  );
  const documents = [...whole, ...pointedTo].sort(byCodeUnit);
  if (!given) fileIndex.save();
  const shown = new Set(documents);
  const others = found.filter(
    (path) =>
      !shown.has(path) &&
      !['document', 'register'].includes(roles.get(path) ?? '') &&
      !parts.has(path) &&
      !isPart(path, [...documents, edition.header], fileIndex),
  );
  return {
    documents,
    authorities: [...registers, ...ofRole('register')],
    findings: [
      ...unusedEditionFiles(
        edition,
        others.map((path) => ({ path, role: roles.get(path) ?? 'other' })),
        role,
      ),
      ...sameNames(documents),
    ],
  };
}

/** The edition's authority files that can be used. */
export function usableAuthorities(
  { unusable }: Edition,
  { authorities }: Pick<EditionFiles, 'authorities'>,
): readonly string[] {
  return authorities.filter((path) => unusable?.has(path) !== true);
}

/** The identifiers of the documents on the site. */
export function documentIdsOf(
  edition: Edition,
  { documents }: Pick<EditionFiles, 'documents'>,
): DocumentIds {
  return new DocumentIds(documents, edition.documents, publishedIds(edition));
}

/** Paths of the documents; see `editionFiles`. */
export function documentFiles(edition: Edition, fileIndex?: FileIndex): readonly string[] {
  return editionFiles(edition, fileIndex).documents;
}

/** The identifiers of the documents on the site. */
export function documentIds(edition: Edition): DocumentIds {
  return documentIdsOf(edition, editionFiles(edition));
}

/** Read only when needed: most editions do not have two files with one name. */
function publishedIds(edition: Edition): PublishedIds {
  let register: Register | undefined;
  const published = new Set<string>();
  const attempt = <Value>(make: () => Value): Value | undefined => {
    // Publishing reports a register that cannot be read.
    return ifReadable(
      () => make(),
      () => undefined,
    );
  };
  return {
    tei: (id) =>
      attempt(() => {
        if (register === undefined) {
          register = openRegister(edition);
          for (const page of register.pages) if (page.kind === 'document') published.add(page.id);
        }
        return published.has(id) ? register.document(id)?.tei : undefined;
      }),
    hashOf: (path) =>
      attempt(() =>
        createHash('sha256')
          .update(readInput(publishedFile(path, edition), RULE))
          .digest('hex'),
      ),
  };
}

/** Paths of the files with the edition's entries; see `editionFiles`. */
export function authorityFiles(edition: Edition): readonly string[] {
  return usableAuthorities(edition, editionFiles(edition));
}

/** Other files in the folder of an edition. */
function ownFiles({ root, header }: Edition): string[] {
  return [header, join(root, 'edition.xml'), join(root, 'contents.xml')];
}

function roleOf(path: string, fileIndex: FileIndex): TeiRole {
  // The check reports a file that cannot be read.
  return ifReadable(
    () => fileIndex.document(path, RULE)?.role ?? fileIndex.brokenRole(path, RULE),
    () => 'document',
  );
}

function readableParts(path: string, fileIndex: FileIndex): readonly string[] {
  return ifReadable(
    () => fileIndex.wholeParts(path, RULE),
    () => [],
  );
}

function isPart(path: string, documents: readonly string[], fileIndex: FileIndex): boolean {
  return documents.some((document) => readableParts(document, fileIndex).includes(path));
}

/** Of files that include one another, the first is the document. */
function withoutParts(paths: readonly string[], fileIndex: FileIndex): string[] {
  const parts = new Map(paths.map((path) => [path, readableParts(path, fileIndex)]));
  const included = new Set(
    [...parts].flatMap(([path, own]) => own.filter((part) => part !== path)),
  );
  const reached = new Set<string>();
  const reach = (path: string): void => {
    for (const part of parts.get(path) ?? []) reached.add(part);
  };
  const roots = paths.filter((path) => !included.has(path));
  for (const path of roots) reach(path);
  const wanted = new Set(roots);
  for (const path of paths) {
    if (wanted.has(path) || reached.has(path)) continue;
    wanted.add(path);
    reach(path);
  }
  return paths.filter((path) => wanted.has(path));
}

/** Pointers distinguish such files by their folders; readers see names made of folder and name. */
function sameNames(documents: readonly string[]): Finding[] {
  const first = new Map<string, string>();
  return documents.flatMap((path): Finding[] => {
    const before = first.get(basename(path));
    if (before === undefined) {
      first.set(basename(path), path);
      return [];
    }
    const message =
      `${shownPath(before)} has the same name, so the page of one of them is called by its ` +
      `folder too; a pointer means the file in the folder that it names, ` +
      `../letters/${basename(path)}`;
    return [{ path: shownPath(path), severity: 'remark', rule: 'edition/same-name', message }];
  });
}
