/**
 * The files that go into the package.
 *
 * Takes an edition. Returns its files with their descriptions, in the order in which they are
 * written. The layout is the edition's own, so that every reference from one file to another stays
 * valid: documents name their schema as ../schema/edition.rng.
 */
import { basename, dirname, extname } from 'node:path';
import type { Edition } from '../../edition/edition.ts';
import { authorityFiles, documentFiles, documentIds } from '../../edition/edition-files.ts';
import { filesIn } from '../../edition/folder/files-in.ts';
import { documentSources } from '../../encode/sources/find.ts';
import { formatOf } from '../../encode/sources/formats.ts';
import type { FileKind } from '../../formats/records/facts/package.ts';
import { readDocument } from '../../xml/source/read-document.ts';
import { PackagedNames, packagedIds } from './document-names.ts';
import type { FileContent } from './files.ts';
import { isPortable } from './names.ts';
import type { Recorder } from './records.ts';

export interface PayloadFile {
  /** In the package, with `/`. */
  readonly path: string;
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Identifier of the document in the file. */
  readonly document?: string;
  /** In the words of its own header, for a TEI file that is not a document. */
  readonly title?: string;
  /** Computed when it is written, since all files of an edition would fill the memory. */
  readonly content: () => FileContent;
}

const TEI = 'application/tei+xml';
const TEXT = 'text/plain; charset=utf-8';

/**
 * The edition's own files: TEI, reading texts, schema. `titleOf`: a TEI file's title, from its
 * header.
 */
export function packagedEditionFiles(
  edition: Edition,
  titleOf: (path: string) => string | null,
): PayloadFile[] {
  const idOf = packagedIds(documentIds(edition));
  const names = new PackagedNames(documentFiles(edition), idOf, edition.documents);
  const own = (
    folder: string,
    kind: FileKind,
    mediaType: string,
    paths: readonly string[],
  ): PayloadFile[] =>
    paths.map((from) => {
      const name = kind === 'document' ? `${idOf(from)}.xml` : basename(from);
      return {
        path: folder === '' ? name : `${folder}/${name}`,
        kind,
        mediaType,
        ...(kind === 'document' && { document: idOf(from) }),
        ...titled(kind === 'authority' || kind === 'edition' ? titleOf(from) : null),
        content: () => contentOf(from, names, edition.root, kind),
      };
    });
  return [
    ...own('', 'edition', TEI, beside(edition)),
    ...own('documents', 'document', TEI, documentFiles(edition)),
    ...own('authorities', 'authority', TEI, authorityFiles(edition)),
    ...sourceFiles(edition),
    ...schemaFiles(edition),
  ];
}

/** Unchanged, unless it points to a document that has another name in the package. */
function contentOf(from: string, names: PackagedNames, root: string, kind: FileKind): FileContent {
  // A file that includes others, or that has entities or another encoding, is packaged in its
  // expanded form, which every program can read.
  const { text: read, places } = readDocument(from, root, 'deposit/unreadable');
  if (!names.any) return places ? { text: read } : { from };
  const text = names.inText(read, kind === 'document' ? from : '');
  return text === read && !places ? { from } : { text };
}

/** Files in the edition's folder itself that are not documents or registers. */
function beside(edition: Edition): string[] {
  const others = new Set([...documentFiles(edition), ...authorityFiles(edition)]);
  return filesIn(edition.root, '.xml').filter((path) => !others.has(path));
}

/**
 * Under their own names, or, if repositories would not accept these, under the ids of their
 * documents.
 */
function sourceFiles(edition: Edition): PayloadFile[] {
  const nameOf = (id: string, from: string): string =>
    isPortable(basename(from)) ? basename(from) : `${id}${extname(from).toLowerCase()}`;
  return documentSources(edition).map(({ id, path: from }) => ({
    path: `sources/${nameOf(id, from)}`,
    kind: 'source',
    mediaType: formatOf(from)?.mediaType ?? TEXT,
    content: () => ({ from }),
  }));
}

function titled(title: string | null): { title?: string } {
  return title === null ? {} : { title };
}

/** Files made from the TEI: the reading texts, and the data of the site. */
export function derivedFiles(edition: Edition, recorder: Recorder): PayloadFile[] {
  const idOf = packagedIds(documentIds(edition));
  const documents = documentFiles(edition).map((path) => ({ path, id: idOf(path) }));
  const authorities = authorityFiles(edition).map((path) => ({ path, id: basename(path, '.xml') }));
  return [
    ...documents.map(
      ({ path, id }): PayloadFile => ({
        path: `text/${id}.txt`,
        kind: 'text',
        mediaType: TEXT,
        document: id,
        content: () => ({ text: recorder.reading(path) }),
      }),
    ),
    ...documents.map(({ path, id }) => ({
      ...dataFile(`documents/${id}`, path, recorder),
      document: id,
    })),
    ...authorities.map(({ path, id }) => dataFile(`authorities/${id}`, path, recorder)),
  ];
}

function dataFile(name: string, path: string, recorder: Recorder): PayloadFile {
  return {
    path: `site-data/${name}.json`,
    kind: 'data',
    mediaType: 'application/json',
    content: () => ({ text: `${JSON.stringify(JSON.parse(recorder.data(path)), null, 1)}\n` }),
  };
}

/** RELAX NG, Schematron, and the ODD that they were generated from, in the same folder. */
function schemaFiles(edition: Edition): PayloadFile[] {
  const odd = filesIn(dirname(edition.rng), '.odd').slice(0, 1);
  const files: readonly (readonly [path: string, mediaType: string])[] = [
    [edition.rng, 'application/xml'],
    [edition.sch, 'application/xml'],
    ...odd.map((path): [string, string] => [path, TEI]),
  ];
  return files.map(([from, mediaType]) => ({
    path: `schema/${basename(from)}`,
    kind: 'schema',
    mediaType,
    content: () => ({ from }),
  }));
}

/** A text about the package. */
export function packageText(path: string, text: string, mediaType = TEXT): PayloadFile {
  return { path, kind: 'about', mediaType, content: () => ({ text }) };
}
