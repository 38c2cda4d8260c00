/** Documents as plain paragraphs: the PDF of a text that Typst could not lay out. */
import type { DocumentPart, EditionPart } from './printed-parts.ts';
import { literal } from './typst-code.ts';

export function plainSource(edition: EditionPart, documents: readonly DocumentPart[]): string {
  const title = edition.title ?? documents[0]?.title ?? '';
  return [
    `#show: printed.with(title:${literal(title)},head:${literal(title.slice(0, 60))})`,
    ...documents.flatMap((document) => [
      `#titled(1,${literal(document.title)},${literal(document.title)})`,
      ...document.metadata
        .read()
        .text.split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => `#par(${literal(line)})`),
    ]),
  ].join('\n');
}
