/** A document as one XHTML file of an EPUB: title, text, notes, readings, witnesses, citation. */

import { isLanguageTag } from '../../core/language-tag.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { XHTML } from '../../xml/namespaces.ts';
import { apparatusIn, type Called, notesIn } from '../print/notes-of-text.ts';
import type { DocumentPart, EditionWords } from '../print/printed-parts.ts';
import { type TextNode, textElementsBelow, textTree, unfolded } from '../print/text-tree.ts';
import { type PageBreak, type XhtmlAround, XhtmlWriter } from './xhtml.ts';

export interface EpubFile {
  /** In the EPUB, beside the others: `d1.xhtml`. */
  readonly path: string;
  readonly content: string;
  readonly title: string;
  readonly pages: readonly PageBreak[];
  readonly hasMath: boolean;
}

const OPS = 'http://www.idpf.org/2007/ops';

/** A whole XHTML file. `body`: markup. */
export function xhtmlFile(title: string, language: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="${XHTML}" xmlns:epub="${OPS}" lang="${language}" xml:lang="${language}">
<head>
<title>${escapeText(title)}</title>
<link rel="stylesheet" type="text/css" href="edition.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

/** `around`: the addresses of links and pictures. `path`: of the file. */
export function epubDocument(
  document: DocumentPart,
  words: EditionWords,
  path: string,
  title: string,
  around: Pick<XhtmlAround, 'link' | 'picture'>,
): EpubFile {
  const html = document.html.read();
  const notes = notesIn(html.notes);
  const readings = apparatusIn(html.apparatus, false);
  const heading = textTree(html.heading);
  const text = textTree(html.text);
  const after = [html.witnesses, html.record].map((part) =>
    textTree(part === '' ? '' : `<dl>${part}</dl>`).map(unfolded),
  );
  const called = [...notes.values(), ...readings.values()].map(({ children }) => children);
  const anchors = new Set(
    [heading, text, ...after, ...called].flatMap((nodes) => anchorsIn(nodes)),
  );
  for (const anchor of [...notes.keys(), ...readings.keys()]) anchors.add(anchor);
  const writer = new XhtmlWriter({
    ...around,
    link: (href) =>
      href.startsWith('#') ? (anchors.has(href.slice(1)) ? href : undefined) : around.link(href),
    notes: new Set([...notes.keys(), ...readings.keys()]),
    anchors,
  });
  const { citations } = document.metadata.read();
  const language = xmlLanguage(document.language, words.language);
  const own = ` lang="${words.language}" xml:lang="${words.language}"`;
  const parts = [
    '<header>',
    document.form === null ? '' : `<p class="form">${escapeText(document.form)}</p>`,
    headline(writer, heading, title),
    document.facts === '' ? '' : `<p class="facts">${escapeText(document.facts)}</p>`,
    '</header>',
    writer.write(text),
    calledParts(writer, notes, words.notes, 'notes'),
    calledParts(writer, readings, words.apparatus, 'apparatus'),
    section(html.witnessWords, writer.write(after[0] ?? []), own),
    section(words.about, writer.write(after[1] ?? []), own),
    section(words.cite, `<p>${writer.write(textTree(citations.chicago.html), true)}</p>`, own),
  ];
  const body =
    `<section epub:type="chapter" ` +
    `role="doc-chapter">\n${parts.filter((one) => one !== '').join('\n')}\n</section>`;
  return {
    path,
    title,
    content: xhtmlFile(title, language, body),
    pages: writer.pages,
    hasMath: writer.hasMath,
  };
}

export function xmlLanguage(tag: string | null, fallback: string): string {
  return tag !== null && isLanguageTag(tag) ? tag : fallback;
}

function headline(writer: XhtmlWriter, nodes: readonly TextNode[], title: string): string {
  for (const element of textElementsBelow(nodes))
    if (element.name === 'h1') return `<h1>${writer.write(element.children, true)}</h1>`;
  return `<h1>${escapeText(title)}</h1>`;
}

function anchorsIn(nodes: readonly TextNode[]): string[] {
  return [...textElementsBelow(nodes)].flatMap(({ attributes }) => attributes.get('id') ?? []);
}

function calledParts(
  writer: XhtmlWriter,
  notes: ReadonlyMap<string, Called>,
  title: string,
  kind: string,
): string {
  if (notes.size === 0) return '';
  const items = [...notes].map(([anchor, { number, children }]) => {
    const label = number === '' ? '' : `<span class="note-number">${escapeText(number)}</span> `;
    const body = writer.write(children);
    return (
      `<aside${writer.id(anchor)} class="note" epub:type="footnote" ` +
      `role="doc-footnote">${label}${body}</aside>`
    );
  });
  return section(title, items.join('\n'), ` class="${escapeAttribute(kind)}"`);
}

function section(title: string, body: string, attributes: string): string {
  return body === ''
    ? ''
    : `<section${attributes}>\n<h2>${escapeText(title)}</h2>\n${body}\n</section>`;
}
