/** An EPUB 3 of an edition or of one document, the same bytes for the same texts. */

import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ZipFile } from '../../core/files/zip-file.ts';
import { PROGRAM } from '../../core/program-folder.mjs';
import { decodedAddress } from '../../core/text.ts';
import { escapeText } from '../../xml/escape.ts';
import { documentAddress } from '../addresses/site-addresses.ts';
import { PicturesInUse } from '../print/print-pictures.ts';
import {
  type BookPart,
  type ChapterPart,
  type DocumentPart,
  documentsIn,
  type EditionPart,
  numberedTitle,
} from '../print/printed-parts.ts';
import { textTree } from '../print/text-tree.ts';
import { type EpubFile, epubDocument, xhtmlFile, xmlLanguage } from './epub-document.ts';
import {
  CONTAINER,
  type ContentsPlace,
  editionIdentifier,
  navigationDocument,
  packageDocument,
} from './package-document.ts';
import { type XhtmlAround, XhtmlWriter } from './xhtml.ts';

/** Where an EPUB has its pictures. */
const FOLDER = 'pictures/';

const STYLES = join(PROGRAM, 'site', 'print', 'epub.css');

/** `path`: of the file to be written. */
export function writeDocumentEpub(
  path: string,
  edition: EditionPart,
  document: DocumentPart,
): void {
  const title = numberedTitle(document);
  const pictures = new PicturesInUse(document.pictures, FOLDER);
  const file = epubDocument(
    document,
    edition.words,
    'text.xhtml',
    title,
    reachedFrom(document.address, edition, new Map(), pictures),
  );
  const language = xmlLanguage(document.language, edition.words.language);
  writeEpub(
    path,
    { edition, title, identifier: editionIdentifier(edition, document.id), language },
    [file],
    [{ title, path: file.path, under: [] }],
    pictures,
  );
}

export function writeEditionEpub(path: string, book: BookPart): void {
  const language = xmlLanguage(book.language, book.words.language);
  const paths = new Map<string, string>();
  const documents = documentsIn(book.chapters);
  const pictures = new PicturesInUse(
    documents.flatMap((document) => document.pictures),
    FOLDER,
  );
  const name = (chapters: readonly ChapterPart[]): void => {
    for (const { document, under } of chapters) {
      if (document) paths.set(documentAddress(document.id), `text-${paths.size + 1}.xhtml`);
      name(under);
    }
  };
  name(book.chapters);
  const files: EpubFile[] = [titlePageFile(book, language)];
  const contents: ContentsPlace[] = [
    { title: book.title ?? '', path: files[0]?.path ?? '', under: [] },
  ];
  if (book.introduction) {
    const { heading, html } = book.introduction;
    const writer = new XhtmlWriter({
      ...reachedFrom('/index.html', book, paths, pictures),
      notes: new Set(),
      anchors: new Set(),
    });
    const body =
      `<section epub:type="introduction" ` +
      `role="doc-introduction">\n<h1>${escapeText(heading)}</h1>\n${writer.write(textTree(html))}\n</section>`;
    const content = xhtmlFile(heading, language, body);
    files.push({
      path: 'introduction.xhtml',
      content,
      title: heading,
      pages: [],
      hasMath: writer.hasMath,
    });
    contents.push({ title: heading, path: 'introduction.xhtml', under: [] });
  }
  const places = (chapters: readonly ChapterPart[]): ContentsPlace[] =>
    chapters.map(({ document, heading, under }) => {
      const title = document ? numberedTitle(document) : (heading ?? '');
      const file = document
        ? epubDocument(
            document,
            book.words,
            paths.get(documentAddress(document.id)) as string,
            title,
            reachedFrom(document.address, book, paths, pictures),
          )
        : headingFile(title, language, `part-${files.length}.xhtml`);
      files.push(file);
      return { title, path: file.path, under: places(under) };
    });
  contents.push(...places(book.chapters));
  const about = {
    edition: book,
    title: book.title ?? '',
    identifier: editionIdentifier(book),
    language,
  };
  writeEpub(path, about, files, contents, pictures);
}

interface About {
  readonly edition: EditionPart;
  readonly title: string;
  readonly identifier: string;
  readonly language: string;
}

function writeEpub(
  path: string,
  about: About,
  files: readonly EpubFile[],
  contents: readonly ContentsPlace[],
  pictures: PicturesInUse,
): void {
  const shown = pictures.used.map(({ name, picture: { mediaType } }) => ({
    path: name,
    mediaType,
  }));
  const input = { ...about, files, pictures: shown, source: about.edition.title };
  const zip = new ZipFile(path, about.edition.day);
  // First and uncompressed, so that programs recognize the file by its bytes (OCF 3.3).
  zip.add('mimetype', 'application/epub+zip', true);
  zip.add('META-INF/container.xml', CONTAINER);
  zip.add('EPUB/package.opf', packageDocument(input));
  zip.add('EPUB/nav.xhtml', navigationDocument(input, contents));
  zip.add('EPUB/edition.css', readFileSync(STYLES));
  for (const { path: name, content } of files) zip.add(`EPUB/${name}`, content);
  for (const [name, bytes] of pictures.bytes()) zip.add(`EPUB/${name}`, bytes);
  zip.close();
}

function headingFile(title: string, language: string, path: string): EpubFile {
  const body = `<section epub:type="part" role="doc-part">\n<h1>${escapeText(title)}</h1>\n</section>`;
  return { path, title, content: xhtmlFile(title, language, body), pages: [], hasMath: false };
}

function titlePageFile(book: BookPart, language: string): EpubFile {
  const { title, subtitle, words, edition, publisher, published, licence, address } = book;
  const lines = [words.by, edition, publisher, published, address, licence?.text];
  const body = [
    '<section epub:type="titlepage" class="title-page">',
    `<h1>${escapeText(title ?? '')}</h1>`,
    ...(subtitle ? [`<p class="subtitle">${escapeText(subtitle)}</p>`] : []),
    ...[...new Set(lines)].flatMap((line) => (line ? [`<p>${escapeText(line)}</p>`] : [])),
    '</section>',
  ].join('\n');
  const content = xhtmlFile(title ?? '', language, body);
  return { path: 'title.xhtml', title: title ?? '', content, pages: [], hasMath: false };
}

/**
 * Links to documents of the EPUB lead to their beginnings; others to the web, if they have an
 * address there.
 */
function reachedFrom(
  page: string,
  { address }: EditionPart,
  paths: ReadonlyMap<string, string>,
  pictures: PicturesInUse,
): Pick<XhtmlAround, 'link' | 'picture'> {
  return {
    link: (href) => {
      if (/^(?:https?|mailto):/i.test(href))
        return URL.canParse(href) ? new URL(href).href : undefined;
      if (href === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(href)) return undefined;
      const [path = '', anchor] = href.split('#');
      const to = posix.join(posix.dirname(page), decodedAddress(path));
      const own = paths.get(to);
      if (own !== undefined || address === null) return own;
      return new URL(to.slice(1) + (anchor ? `#${anchor}` : ''), address).href;
    },
    picture: (source) => pictures.get(posix.join(posix.dirname(page), decodedAddress(source))),
  };
}
