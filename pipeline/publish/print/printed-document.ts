/**
 * A document as Typst source: its title, text with notes and readings, and the information after
 * it.
 */
import type { DocumentHtml } from '../../transform/model.ts';
import { apparatusIn, type Called, hasLineNumbers, notesIn } from './notes-of-text.ts';
import {
  headingWords,
  isBlockElement,
  type TextNode,
  textElementsBelow,
  textTree,
  unfolded,
} from './text-tree.ts';
import { TypstBlocks } from './typst-blocks.ts';
import { block, call, typstLiteral } from './typst-code.ts';
import type { TypstScope } from './typst-words.ts';

/** The printed parts of a document. */
interface PrintedInput {
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  /** The words above the title: the kind of document. */
  readonly form: string | null;
  /** Date, place, correspondents in one line; empty if nothing is known. */
  readonly facts: string;
  /** For the head of each page: a short title. */
  readonly head: string;
  readonly html: Pick<
    DocumentHtml,
    'heading' | 'text' | 'notes' | 'apparatus' | 'witnesses' | 'witnessWords' | 'record'
  >;
}

/** Words of the interface in a printed document. */
interface PrintedWords {
  readonly notes: string;
  readonly apparatus: string;
  readonly about: string;
}

interface PrintedPlace {
  /** Level of the document's title among the headings of the PDF, from 1. */
  readonly level: number;
  readonly words: PrintedWords;
  readonly link: TypstScope['link'];
  readonly picture: TypstScope['picture'];
}

/** The marks of a quotation, by primary language; English is the fallback (CLDR, delimiters). */
const QUOTES: Readonly<Record<string, readonly [string, string]>> = {
  de: ['„', '“'],
  fr: ['« ', ' »'],
  es: ['«', '»'],
  it: ['«', '»'],
  pl: ['„', '”'],
};

/** The reading text in its language; `level`, links and pictures are those of the PDF. */
export function printedDocument(input: PrintedInput, place: PrintedPlace): string {
  const { id, html, language, form, facts, head } = input;
  const text = textTree(html.text);
  const heading = textTree(html.heading);
  const notes = notesIn(html.notes);
  const byLine = html.apparatus !== '' && !hasLineNumbers(text);
  const apparatus = apparatusIn(html.apparatus, byLine);
  const trees = [heading, text, ...[...notes.values()].map(({ children }) => children)];
  const writer = new TypstBlocks(
    {
      id,
      notes,
      apparatus,
      targets: new Set(trees.flatMap(targetsIn)),
      link: place.link,
      quotes: QUOTES[(language ?? '').slice(0, 2).toLowerCase()] ?? ['“', '”'],
      picture: place.picture,
    },
    place.level,
  );
  const title = headingLine(heading, input.title);
  const written = [
    `document-title(${place.level},${typstLiteral(id)},${typstLiteral(head)},` +
      `${form === null ? 'none' : typstLiteral(form)},${typstLiteral(headingWords(title))},${writer.line(title)},` +
      `${facts === '' ? 'none' : typstLiteral(facts)})`,
    byLine ? call('numbered-lines', writer.blocks(text)) : writer.blocks(text),
    ...afterwords(writer, { notes, apparatus }, input, place.words),
  ];
  return block(written);
}

/** The words of the document's `h1`, with its notes. */
function headingLine(nodes: readonly TextNode[], title: string): readonly TextNode[] {
  for (const element of textElementsBelow(nodes))
    if (element.name === 'h1') return element.children;
  return nodes.length > 0 && !nodes.some(isBlockElement) ? nodes : [title];
}

function targetsIn(nodes: readonly TextNode[]): string[] {
  return [...textElementsBelow(nodes)].flatMap(({ attributes }) => {
    const href = attributes.get('href');
    return href?.startsWith('#') ? [href.slice(1)] : [];
  });
}

interface SeparateParts {
  readonly notes: ReadonlyMap<string, Called>;
  readonly apparatus: ReadonlyMap<string, Called>;
}

/**
 * Notes and readings that the text does not refer to, the witnesses, and the facts of the header.
 */
function afterwords(
  writer: TypstBlocks,
  { notes, apparatus }: SeparateParts,
  { html }: PrintedInput,
  words: PrintedWords,
): string[] {
  const uncalled = (all: ReadonlyMap<string, Called>): Called[] =>
    [...all].flatMap(([anchor, one]) => (writer.called.has(anchor) ? [] : [one]));
  const parts: (readonly [title: string, written: string])[] = [
    [words.notes, itemsOf(writer, uncalled(notes))],
    [words.apparatus, itemsOf(writer, uncalled(apparatus))],
    [html.witnessWords, listOf(writer, html.witnesses)],
    [words.about, listOf(writer, html.record)],
  ];
  return parts.flatMap(([title, written]) =>
    written === '' ? [] : [`afterword(${typstLiteral(title)},${written})`],
  );
}

function itemsOf(writer: TypstBlocks, items: readonly Called[]): string {
  if (items.length === 0) return '';
  return block(
    items.map(({ number, children }) => {
      const written = writer.inner(children);
      return `p(${block(number === '' ? [written] : [`super(${typstLiteral(number)})`, 'h(0.3em)', written])})`;
    }),
  );
}

function listOf(writer: TypstBlocks, html: string): string {
  const nodes = textTree(html === '' ? '' : `<dl>${html}</dl>`);
  return nodes.length === 0 ? '' : writer.blocks(nodes.map(unfolded));
}
