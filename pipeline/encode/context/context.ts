/**
 * The context that all documents of a run share: the edition's header, the authority files, the
 * index of their names.
 *
 * Takes an edition, and authority files named on the command line, which replace the edition's own.
 * Returns the context. If a named file is a published volume, it is also the printed source of the
 * documents.
 */
import { dirname } from 'node:path';
import { readTables } from '../../authorities/csv-entries.ts';
import { type Authorities, readAuthorities } from '../../authorities/read.ts';
import { Rejections, readRejected } from '../../authorities/rejected.ts';
import { type Finding, shownPath } from '../../core/finding.ts';
import { type Edition, programVersion } from '../../edition/edition.ts';
import { authorityFiles } from '../../edition/edition-files.ts';
import { readDocument } from '../../xml/source/read-document.ts';
import { readTree } from '../../xml/tree.ts';
import type { OutputElement } from '../engine/write/element.ts';
import { type EditionHeader, readEditionHeader } from '../header/edition/edition-header.ts';
import { editionSource, volumeSource } from '../header/edition/volume.ts';
import { indexNames, type NameIndex } from '../names/index/name-index.ts';

/** The data that all documents of a run share. */
export interface EncodingContext {
  readonly edition: EditionHeader;
  /** The printed source of the documents, as a `biblStruct`. */
  readonly source: OutputElement | undefined;
  readonly authorities: Authorities;
  readonly index: NameIndex;
  /** Names that the editor has rejected. */
  readonly rejections: Rejections;
  /**
   * Conventions of edition.xml and rows of the edition's tables (persons.csv, rejected.csv …) that
   * cannot be used.
   */
  readonly editionFindings: readonly Finding[];
  /** The genre of all texts, from the command line. */
  readonly genre?: string;
  readonly program: { readonly name: string; readonly version: string };
}

export function createEncodingContext(
  edition: Edition,
  named: readonly string[] = [],
): EncodingContext {
  const header = readEditionHeader(edition.header);
  const files = readAuthorities(named.length > 0 ? named : authorityFiles(edition), edition.root);
  const tables =
    named.length > 0
      ? { entries: [], findings: [] }
      : readTables(edition.authorities, files.entries);
  const own = tables.entries.map((entry) => [entry.id, entry] as const);
  const authorities = { ...files, entries: new Map([...files.entries, ...own]) };
  const rejected = readRejected(edition.authorities);
  const volume = firstVolume(named);
  return {
    // The edition's prefixes and register apply to its own volume only.
    edition: volume ? { ...header, register: new Map(), prefixes: [] } : header,
    source: volume ?? editionSource(header.header),
    authorities,
    editionFindings: [...header.conventions.findings, ...tables.findings, ...rejected.findings],
    rejections: new Rejections(rejected.rejections),
    index: indexNames(authorities),
    program: { name: 'Siglum', version: programVersion() },
  };
}

function firstVolume(paths: readonly string[]): OutputElement | undefined {
  for (const path of paths) {
    const volume = volumeSource(
      readTree({
        path: shownPath(path),
        content: readDocument(path, dirname(path), 'authority/unreadable').text,
      }),
    );
    if (volume) return volume;
  }
  return undefined;
}
