/** A PDF as Typst source: one document, or the chapters of an edition with the parts of a book. */

import { posix } from 'node:path';
import { decodedAddress } from '../../core/text.ts';
import { isDay } from '../../formats/facts/dates.ts';
import { documentAddress } from '../addresses/site-addresses.ts';
import { printedDocument } from './printed-document.ts';
import {
  type BookPart,
  type ChapterPart,
  type DocumentPart,
  documentsIn,
  type EditionPart,
  numberedTitle,
} from './printed-parts.ts';
import { type TextNode, textTree } from './text-tree.ts';
import { TypstBlocks } from './typst-blocks.ts';
import { block, languageOption, typstLabel, typstLiteral } from './typst-code.ts';
import type { TypstScope } from './typst-words.ts';

/** Pictures in a PDF: the compiler's path for each, by address on the site. */
export type Pictures = Pick<ReadonlyMap<string, string>, 'get'>;

/** Headings have six levels in a PDF too. */
const DEEPEST_TITLE = 4;

/** Characters of a title in the head of a page. */
const LONGEST_HEAD = 60;

export function documentSource(
  edition: EditionPart,
  document: DocumentPart,
  pictures: Pictures,
): string {
  const { citations } = document.metadata.read();
  const around = { edition, within: [document.id], pictures };
  const address = edition.address && new URL(document.address.slice(1), edition.address).href;
  const cite = prose(edition.words, citations.chicago.html, address, edition);
  return [
    settings(edition, numberedTitle(document), document.language ?? edition.language),
    `#${printed(document, 1, around)}`,
    `#afterword(${typstLiteral(edition.words.cite)},${cite})`,
  ].join('\n');
}

/** `title`: of the whole, or of a chapter. */
export function bookSource(book: BookPart, chapter: string | null, pictures: Pictures): string {
  const documents = documentsIn(book.chapters);
  const around = { edition: book, within: documents.map(({ id }) => id), pictures };
  const body = book.chapters.flatMap((one) => chapterSource(one, 1, around));
  const introduction = book.introduction
    ? [
        `chapter-title(1,"introduction",${typstLiteral(book.introduction.heading)})`,
        blocksOf(book.introduction.html, around, 2),
        'pagebreak(weak:true)',
      ]
    : [];
  return [
    settings(book, chapter === null ? (book.title ?? '') : chapter, book.language),
    `#set page(numbering: "i")`,
    `#${titlePageCall(book, chapter)}`,
    `#contents(${typstLiteral(book.words.contents)},(${entries(book.chapters, 1).join('')}))`,
    '#set page(numbering: "1")',
    '#counter(page).update(1)',
    `#${block([...introduction, ...body])}`,
  ].join('\n');
}

interface PrintContext {
  readonly edition: EditionPart;
  /** Identifiers of the documents in the PDF. */
  readonly within: readonly string[];
  readonly pictures: Pictures;
}

function settings(
  { title, authors, editors, day, words }: EditionPart,
  own: string,
  language: string | null,
): string {
  const [year, month, date] = isDay(day ?? '') ? (day as string).split('-').map(Number) : [];
  const options = [
    `title:${typstLiteral(own === title || title === null ? own : `${own} · ${title}`)}`,
    `authors:(${[...authors, ...editors].map((name) => `${typstLiteral(name)},`).join('')})`,
    year === undefined ? 'date:none' : `date:datetime(year:${year},month:${month},day:${date})`,
    languageOption(language) || languageOption(words.language),
    `head:${typstLiteral(pageHead(title ?? own))}`,
  ].filter((one) => one !== '');
  return `#show: printed.with(${options.join(',')})`;
}

function titlePageCall(book: BookPart, chapter: string | null): string {
  const { title, subtitle, words, edition, publisher, published, licence, address } = book;
  const lines = [
    edition,
    [publisher, published].filter((one) => one !== null).join(', '),
    address,
    licence?.text ?? null,
    licence?.target ?? null,
  ].filter((line): line is string => line !== null && line !== '');
  const cite = book.citation === null ? 'none' : prose(words, book.citation.html, null, book);
  const given = [chapter ?? title ?? '', chapter === null ? subtitle : title, words.by];
  return (
    `title-page(${given.map((one) => (one ? typstLiteral(one) : 'none')).join(',')},` +
    `(${[...new Set(lines)].map((line) => `${typstLiteral(line)},`).join('')}),` +
    `${typstLiteral(words.cite)},${cite})`
  );
}

function chapterSource(chapter: ChapterPart, depth: number, around: PrintContext): string[] {
  const level = Math.min(depth, DEEPEST_TITLE);
  const { document, heading, under } = chapter;
  const own = document
    ? [printed(document, level, around)]
    : [
        `chapter-title(${level},${typstLiteral(chapterLabel(chapter))},${typstLiteral(heading ?? '')})`,
      ];
  return [...own, ...under.flatMap((one) => chapterSource(one, depth + 1, around))];
}

/** A heading without a page gets its label from the first document under it. */
function chapterLabel(chapter: ChapterPart): string {
  const [first] = documentsIn([chapter]);
  return chapter.document?.id ?? `chapter-of-${first?.id ?? ''}-${chapter.heading ?? ''}`;
}

function entries(chapters: readonly ChapterPart[], level: number): string[] {
  return chapters.flatMap((chapter) => {
    const { document, heading, under } = chapter;
    const text = document ? numberedTitle(document) : (heading ?? '');
    const label = typstLabel(chapterLabel(chapter), '');
    return [
      `(${level},${under.length > 0},${label},${typstLiteral(text)}),`,
      ...entries(under, level + 1),
    ];
  });
}

function printed(document: DocumentPart, level: number, around: PrintContext): string {
  const html = document.html.read();
  const head = pageHead(numberedTitle(document));
  return printedDocument(
    { ...document, head, html },
    { level, words: around.edition.words, ...reachedFrom(document.address, around) },
  );
}

/** The targets of a page's links, and its pictures. */
function reachedFrom(
  page: string,
  { edition, within, pictures }: PrintContext,
): Pick<TypstScope, 'link' | 'picture'> {
  const pages = new Map(within.map((id) => [documentAddress(id), id]));
  const resolve = (href: string): string => posix.join(posix.dirname(page), decodedAddress(href));
  return {
    link: (href) => {
      if (/^(?:https?|mailto):/i.test(href)) return { web: href };
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return undefined;
      const [path = '', anchor = ''] = href.split('#');
      const to = path === '' ? page : resolve(path);
      const id = pages.get(to);
      if (id !== undefined) return { label: typstLabel(id, to === page ? anchor : '') };
      return edition.address === null
        ? undefined
        : { web: new URL(to.slice(1) + (anchor ? `#${anchor}` : ''), edition.address).href };
    },
    picture: (address) => pictures.get(resolve(address)),
  };
}

/** A sentence of the interface with emphasis, and the document's address on the web. */
function prose(
  words: EditionPart['words'],
  html: string,
  address: string | null,
  edition: EditionPart,
): string {
  const around = { edition, within: [], pictures: new Map() };
  const nodes: TextNode[] = [...textTree(html)];
  const line = blocksOf(nodes, around, 1);
  const to = address === null ? [] : [`p(link(${typstLiteral(address)}))`];
  const language = languageOption(words.language);
  return block([...(language ? [`set text(${language})`] : []), line, ...to]);
}

function blocksOf(html: string | readonly TextNode[], around: PrintContext, level: number): string {
  const writer = new TypstBlocks(
    {
      id: '',
      notes: new Map(),
      apparatus: new Map(),
      targets: new Set(),
      quotes: ['“', '”'],
      ...reachedFrom('/index.html', around),
    },
    level,
  );
  return writer.blocks(typeof html === 'string' ? textTree(html) : html);
}

/** The head of a page, shortened at the end of a word. */
function pageHead(text: string): string {
  if (text.length <= LONGEST_HEAD) return text;
  const cut = text.slice(0, LONGEST_HEAD);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_HEAD / 2))} …`;
}
