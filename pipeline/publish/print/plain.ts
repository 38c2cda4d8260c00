/** Documents as plain paragraphs: the PDF of a text that Typst could not lay out. */
import type { DocumentPart, EditionPart } from './printed-parts.ts';
import { typstLiteral } from './typst-code.ts';

export function plainSource(edition: EditionPart, documents: readonly DocumentPart[]): string {
  const title = edition.title ?? documents[0]?.title ?? '';
  return [
    `#show: printed.with(title:${typstLiteral(title)},head:${typstLiteral(title.slice(0, 60))})`,
    ...documents.flatMap((document) => [
      `#titled(1,${typstLiteral(document.title)},${typstLiteral(document.title)})`,
      ...document.metadata
        .read()
        .text.split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => `#par(${typstLiteral(line)})`),
    ]),
  ].join('\n');
}
