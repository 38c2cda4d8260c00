/**
 * The passages of a TEI document: every element that has an identifier, with the words that are its
 * own.
 *
 * Takes a TEI file. Returns its passages in document order. The words of a passage within a passage
 * (a note in a paragraph, an item of a list) are its own and not the outer one’s. Words of the text
 * outside all passages belong to the document as a whole, the element TEI; its anchor is its
 * identifier; words of the header count only if they are those of a passage, for example a witness.
 * One pass.
 */

import { dirname } from 'node:path';
import { foldedWords, wordList } from '../../core/text.ts';
import { readXml, type XmlElement } from '../../xml/read.ts';
import { readDocument } from '../../xml/source/read-document.ts';

export interface PublishedPassage {
  /** Its `xml:id`. */
  readonly id: string;
  /** On the document's page: `p3` for `d149-p3` (xslt/lib/addresses/anchors.xsl). */
  readonly anchor: string;
  /** The TEI element's name. */
  readonly element: string;
  /** White space folded. For a page break and the like the `n`, which identifies it. */
  readonly words: string;
  /** Its number, if it has one. */
  readonly n: string | null;
  readonly line: number;
  readonly column: number;
}

/** There is white space between these and their neighbours, whether the file has it or not. */
const BLOCKS = new Set(
  wordList(`
    p ab head item label cell row note l lg div list table dateline signed salute closer opener
    quote byline trailer lb
  `),
);

/** Elements that mark a place, and are identified by their `n`. */
const MARKS = new Set(['pb', 'cb', 'gb', 'lb', 'milestone']);

interface Open {
  readonly element: XmlElement;
  readonly id: string;
  readonly words: string[];
}

/** Throws an `InputError` if the file is not well-formed. `shown`: the file name in messages. */
export function publishedPassages(
  path: string,
  documentId: string,
  shown: string,
): PublishedPassage[] {
  const all: Open[] = [];
  // The innermost passage that is open, and those around it.
  const around: Open[] = [];
  const levels: boolean[] = [];
  let outside = 0;
  let inHeader = false;
  const words = (text: string): void => {
    if (outside === 0 && !(inHeader && around.length === 1)) around.at(-1)?.words.push(text);
  };
  readXml(
    { path: shown, content: readDocument(path, dirname(path), 'release/unreadable').text },
    {
      open(element) {
        // The entries in a document are not part of its page.
        if (outside > 0 || element.local === 'standOff') outside += 1;
        if (element.local === 'teiHeader') inHeader = true;
        const id = element.attributes.find(({ name }) => name === 'xml:id')?.value;
        const isPassage = outside === 0 && id !== undefined;
        if (BLOCKS.has(element.local) && !isPassage) words(' ');
        levels.push(isPassage);
        if (!isPassage) return;
        const passage = { element, id: id as string, words: [] };
        all.push(passage);
        around.push(passage);
      },
      text: words,
      close(element) {
        if (outside > 0) outside -= 1;
        if (element.local === 'teiHeader') inHeader = false;
        if (levels.pop()) around.pop();
        else if (BLOCKS.has(element.local)) words(' ');
      },
    },
  );
  // As on the page: the document's identifier is removed if the file has one
  // (xslt/lib/addresses/anchors.xsl).
  const prefix =
    all[0]?.element.depth === 0 && all[0].id === documentId ? `${documentId}-` : undefined;
  return all.map(({ element, id, words }): PublishedPassage => {
    const n = element.attributes.find(({ name }) => name === 'n')?.value ?? null;
    return {
      id,
      anchor: prefix !== undefined && id.startsWith(prefix) ? id.slice(prefix.length) : id,
      element: element.local,
      words: MARKS.has(element.local) ? (n ?? '') : foldedWords(words.join('')),
      n,
      line: element.line,
      column: element.column,
    };
  });
}
