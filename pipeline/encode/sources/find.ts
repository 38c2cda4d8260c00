/**
 * Finds the source files of a run and the ids of their documents.
 *
 * Takes an edition, or names as the user gave them. Returns the files, each with the id of its
 * document, and findings for those that are omitted. The content of a folder of sources is decided
 * here for all commands.
 */
import { existsSync, statSync } from 'node:fs';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, shownPath, UsageError } from '../../core/finding.ts';
import { documentPaths } from '../../edition/document-paths.ts';
import type { Edition } from '../../edition/edition.ts';
import type { FileIndex } from '../../edition/file-facts/file-index.ts';
import { hashUri, sourceHash } from '../../edition/file-facts/provenance.ts';
import { linkFindings } from '../../edition/folder/links.ts';
import { decodeXml } from '../../xml/decode.ts';
import { sourcesIn, unusedInputFiles } from './folder.ts';
import { formatOf, SOURCE_EXTENSIONS, SOURCE_FORMATS } from './formats.ts';
import { sourceDocumentId } from './ids.ts';

export interface SourceFile {
  readonly path: string;
  readonly id: string;
  /** Path of the document that it becomes, whether it exists or not. */
  readonly document: string;
}

/** The sources of a run, and findings about omitted files. */
export interface FoundSources {
  readonly files: readonly SourceFile[];
  /** Files that would become the same document (errors), and files that no reader accepts. */
  readonly findings: readonly Finding[];
}

/** The sources of an edition; unread files of all its folders are reported too. */
export function editionSources(
  edition: Edition,
  documentOf: (id: string) => string = documentPaths(edition),
): FoundSources {
  const { files, findings } = oneForEachDocument(sourcesIn(edition.sources), documentOf);
  return {
    files,
    findings: [...linkFindings(edition.root), ...unusedInputFiles(edition), ...findings],
  };
}

/** The sources that become documents of an edition; without findings. */
export function documentSources(edition: Edition, fileIndex?: FileIndex): readonly SourceFile[] {
  return oneForEachDocument(sourcesIn(edition.sources), documentPaths(edition, fileIndex)).files;
}

/**
 * The sources that the user named. `documentOf`: the path of the document with an id. @throws
 * UsageError if a name leads nowhere or to a file of another format.
 */
export function namedSources(
  paths: readonly string[],
  documentOf: (id: string) => string,
): FoundSources {
  const findings: Finding[] = [];
  const all = paths.flatMap((path) => {
    if (!existsSync(path)) throw new UsageError(`there is no file or folder “${path}”`);
    if (statSync(path).isDirectory() && !formatOf(path)) {
      findings.push(...unusedInputFiles({ sources: path }));
      return sourcesIn(path);
    }
    if (!formatOf(path)) {
      const endings = SOURCE_EXTENSIONS.join(', ');
      throw new UsageError(
        `“${path}” can’t be encoded; files that can have one of the extensions ${endings}`,
      );
    }
    return [path];
  });
  const found = oneForEachDocument(all, documentOf);
  return { files: found.files, findings: [...findings, ...found.findings] };
}

function oneForEachDocument(
  paths: readonly string[],
  documentOf: (id: string) => string,
): FoundSources {
  const byId = new Map<string, SourceFile[]>();
  for (const path of new Set(paths)) {
    const id = sourceDocumentId(path);
    // Some file systems ignore case, and the document's name is that of a file.
    const same = byId.get(id.toLowerCase());
    const document = documentOf(id);
    if (same) same.push({ path, id, document });
    else byId.set(id.toLowerCase(), [{ path, id, document }]);
  }
  const findings: Finding[] = [];
  const files = [...byId.values()].map((same) => {
    const [first] = same as [SourceFile, ...SourceFile[]];
    if (same.length === 1) return first;
    const used = preferred(same, first.document);
    for (const other of same) if (other !== used) findings.push(omitted(other, used));
    return used;
  });
  return { files, findings };
}

/**
 * Of several sources, the one that the document was encoded from; else the one of the format that
 * comes first in the table.
 */
function preferred(same: readonly SourceFile[], document: string): SourceFile {
  const stated = attempt(() =>
    sourceHash(decodeXml(readInput(document, 'encode/unreadable'), document)),
  );
  const encoded =
    stated &&
    same.find(
      ({ path }) => attempt(() => hashUri(readInput(path, 'encode/unreadable'))) === stated,
    );
  if (encoded) return encoded;
  const rank = ({ path }: SourceFile): number =>
    SOURCE_FORMATS.findIndex(({ name }) => name === formatOf(path)?.name);
  return same.reduce((best, one) => (rank(one) < rank(best) ? one : best));
}

function omitted({ path }: SourceFile, used: SourceFile): Finding {
  return {
    path: shownPath(path),
    severity: 'error',
    rule: 'encode/same-id',
    message:
      `the file would become the document “${used.id}”, as ${shownPath(used.path)} does, ` +
      `which is used; ` +
      'rename one of the two, or remove this one',
  };
}

/** Undefined if the file cannot be read. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
