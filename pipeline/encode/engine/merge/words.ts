/**
 * The words of a document, and the proof that a merge preserves them.
 *
 * Takes the text of TEI files. Returns whether the merged one has the words of the editor's
 * corrections and the encoder's changes together: a merge of tags is proved by a merge of words,
 * which ignores tags.
 */
import { readXml } from '../../../xml/read.ts';
import { threeWay } from './three-way.ts';

/** The words of `text` in order, with marks for the beginnings and ends of notes. */
export function comparedWords(tei: string, path: string): string[] {
  let inText = 0;
  let words = '';
  readXml(
    { path, content: tei },
    {
      open({ local }) {
        if (local === 'text') inText++;
        else if (inText > 0 && local === 'note') words += ' \u0002 ';
      },
      close({ local }) {
        if (local === 'text') inText--;
        else if (inText > 0 && local === 'note') words += ' \u0003 ';
      },
      text(text) {
        if (inText > 0) words += text;
      },
    },
  );
  return words.split(/\s+/).filter((word) => word !== '');
}

/** True where the words of `merged` are those of the three others merged. */
export function wordsArePreserved(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  merged: readonly string[],
): boolean {
  const expected: string[] = [];
  for (const piece of threeWay(base, ours, theirs)) {
    if (piece.from === 'both') return false;
    const side = piece.from === 'ours' ? ours : theirs;
    expected.push(...side.slice(piece.stretch.start, piece.stretch.end));
  }
  return expected.join('') === merged.join('');
}
