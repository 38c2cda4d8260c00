/**
 * The files of each document beside its page (its TEI, its text and metadata in other formats), and
 * those that contain all documents.
 */
import type { Readable } from '../../cache/stored.ts';
import type { OutputFolder } from '../../core/files/output-folder.ts';
import { ZipFile } from '../../core/files/zip-file.ts';
import type { DocumentMetadata } from '../../formats/document.ts';
import type { DocumentHtml, Fragments } from '../../transform/model.ts';
import { TEXTS } from '../print/prints.ts';
import { latestChange } from '../site/changes.ts';
import type { Site } from '../site/site.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { openLetters } from './data/cmif.ts';
import { type DtsDocument, type DtsEdition, dtsDocument } from './data/dts.ts';
import { dtsFiles } from './data/dts-document.ts';
import { notesStyle } from './notes-beside.ts';
import { printStyle } from './print-style.ts';
import { documentReferences, openReferences } from './references.ts';
import { textFiles } from './texts.ts';

interface DocumentFilesInput {
  readonly about: DtsEdition;
  readonly document: DtsDocument;
  /** Path and hash of the TEI file, which is copied. */
  readonly tei: { readonly path: string; readonly hash: string };
  readonly metadata: Readable<DocumentMetadata>;
  readonly html: Readable<DocumentHtml>;
  readonly fragments: Readable<Fragments> | null;
  /** The running head of the pages of a print. */
  readonly runningHeads: { readonly title: string; readonly edition: string };
}

export function documentFilesInput(
  about: DtsEdition,
  document: SiteDocument,
  edition: string,
): DocumentFilesInput {
  const { path, hash, metadata, html, fragments, title, header } = document;
  return {
    about,
    document: dtsDocument(document),
    tei: { path, hash },
    metadata,
    html,
    fragments,
    runningHeads: { title: header.n ? `${header.n}. ${title}` : title, edition },
  };
}

export function writeDocumentFiles(input: DocumentFilesInput, folder: OutputFolder): void {
  const { about, document, tei, fragments } = input;
  const metadata = input.metadata.read();
  folder.copy(document.teiAddress, tei.path);
  const files = [
    textFiles(document.id, metadata),
    documentReferences(document.address, metadata),
    dtsFiles(about, document, metadata, fragments?.read() ?? null),
    notesStyle(input.html.read(), document.address),
    [printStyle(document.address, input.runningHeads.title, input.runningHeads.edition)],
  ];
  for (const some of files) for (const { address, content } of some) folder.write(address, content);
}

interface CollectedInput {
  readonly documents: readonly {
    readonly id: string;
    readonly metadata: Readable<DocumentMetadata>;
  }[];
  /** The day of the files in the ZIP file. */
  readonly day: string | null;
  readonly letters: string | null;
}

export function collectedInput(site: Site): CollectedInput {
  return {
    documents: site.documents.map(({ id, metadata }) => ({ id, metadata })),
    day: latestChange(site)?.slice(0, 10) ?? null,
    letters: site.letters,
  };
}

/** All documents in one file a format. Only one document's metadata are in memory at a time. */
export function writeCollected(input: CollectedInput, folder: OutputFolder): void {
  const letters = openLetters(input, folder);
  const collected = openReferences(folder);
  const texts = new ZipFile(folder.pathFor(TEXTS), input.day);
  for (const { id, metadata: stored } of input.documents) {
    const metadata = stored.read();
    collected.add(metadata);
    for (const { address, content } of textFiles(id, metadata))
      texts.add(`texts/${address.slice(address.lastIndexOf('/') + 1)}`, content);
    if (metadata.letter !== null) letters?.write(metadata.letter);
  }
  texts.close();
  letters?.close();
  collected.close();
}
