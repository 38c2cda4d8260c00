/**
 * A TEI document as the proof of the text law reads it: with an XML parser, by code that shares
 * nothing with the encoder.
 */
import { SaxesParser } from 'saxes';

/** A note without white space. */
export interface TeiNote {
  readonly n: string;
  readonly text: string;
}

/** Words of the main text without white space, or a note's anchor. */
interface TeiItem {
  readonly text: string;
  readonly note?: TeiNote;
}

export interface TeiText {
  readonly main: readonly TeiItem[];
  /** In the order of their anchors. */
  readonly notes: readonly TeiNote[];
  /** The numbers of its pages, in order. */
  readonly pages: readonly string[];
}

export function readProvedTei(tei: string): TeiText {
  const main: { text: string; note?: TeiNote }[] = [];
  const notes: { n: string; text: string }[] = [];
  const pages: string[] = [];
  /** For each open element the note that it is in. */
  const open: ({ n: string; text: string } | undefined)[] = [];
  // How many are open: the document's own text, a child of the outermost element, and those within
  // it. The text of an entry does not count.
  let inText = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'text' && (inText > 0 || open.length === 1)) inText++;
    let note = open.at(-1);
    if (name === 'note' && inText > 0 && attributes['type'] === 'comment') {
      // Its words describe the source's text, and are not part of it.
      note = { n: '', text: '' };
    } else if (name === 'note' && inText > 0 && attributes['place'] === 'foot') {
      note = { n: attributes['n'] ?? '', text: '' };
      notes.push(note);
      main.push({ text: '', note });
    }
    if (name === 'pb' && inText > 0) pages.push(attributes['n'] ?? '');
    open.push(note);
  });
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name === 'text' && (inText > 1 || open.length === 1)) inText--;
  });
  parser.on('text', (text) => {
    if (inText === 0) return;
    const words = text.replace(/\s+/g, '');
    if (words === '') return;
    const note = open.at(-1);
    if (note) note.text += words;
    else main.push({ text: words });
  });
  parser.write(tei).close();
  return { main, notes, pages };
}
