/**
 * The proof that nothing is lost when a volume is divided (CONTRIBUTING, law 1).
 *
 * Takes the written files, parsed again, and the volume's words. Returns undefined, or the first
 * place at which they differ.
 */
import { TEI } from '../../xml/namespaces.ts';
import { readXml } from '../../xml/read.ts';
import { isTei } from '../../xml/tree.ts';
import type { VolumePage } from './divide.ts';
import { ancestorsOf, type Piece, piecesWithin, type Range, type Volume } from './volume.ts';

interface LostWords {
  /** The words of the volume, and those of the document, from the first difference on. */
  readonly volume: string;
  readonly document: string;
}

const SHOWN = 40;

/**
 * Compares, character by character, the text of a document with that part of the volume it was made
 * from.
 */
export function proveDocument(
  volume: Volume,
  page: VolumePage,
  tei: string,
): LostWords | undefined {
  const expected = isTei(page.piece, 'TEI', 'teiCorpus')
    ? besideHeaders(volume, page.piece).map(({ wordsStart, wordsEnd }) =>
        volume.words.slice(wordsStart, wordsEnd),
      )
    : page.slices.map((slice) =>
        'takenOut' in slice ? '' : volume.words.slice(slice.wordsStart, slice.wordsEnd),
      );
  const received = expected.join('');
  const written = wordsOfText(tei);
  if (received === written) return undefined;
  let at = 0;
  while (received[at] === written[at]) at += 1;
  return { volume: received.slice(at, at + SHOWN), document: written.slice(at, at + SHOWN) };
}

/** The first words of the volume's text that are on no page. */
export function proveVolume(volume: Volume, pages: readonly VolumePage[]): Range | undefined {
  const taken: Range[] = pages.flatMap((page) =>
    isTei(page.piece, 'TEI', 'teiCorpus')
      ? textsIn(volume, page.piece)
      : page.slices.filter((slice): slice is Range => !('takenOut' in slice)),
  );
  taken.sort((one, other) => one.wordsStart - other.wordsStart || one.wordsEnd - other.wordsEnd);
  for (const text of textsIn(volume, volume.root)) {
    let at = text.wordsStart;
    for (const part of [
      ...taken.filter((one) => one.wordsEnd > text.wordsStart && one.wordsStart < text.wordsEnd),
      emptyRangeAfter(text),
    ]) {
      if (volume.words.slice(at, part.wordsStart).trim() !== '') {
        return { start: text.start, end: text.end, wordsStart: at, wordsEnd: part.wordsStart };
      }
      at = Math.max(at, part.wordsEnd);
    }
  }
  return undefined;
}

function emptyRangeAfter({ end, wordsEnd }: Piece): Range {
  return { start: end, end, wordsStart: wordsEnd, wordsEnd };
}

/** The outermost texts in an element. */
function textsIn(volume: Volume, piece: Piece): Piece[] {
  const texts: Piece[] = [];
  for (const inner of [piece, ...piecesWithin(volume, piece)]) {
    if (isTei(inner, 'text') && inner.start >= (texts.at(-1)?.end ?? 0)) texts.push(inner);
  }
  return texts;
}

/**
 * The same without those in a header: a document may have more of them than the volume, since the
 * edition adds its own statements.
 */
function besideHeaders(volume: Volume, piece: Piece): Piece[] {
  return textsIn(volume, piece).filter(
    (text) => ![...ancestorsOf(text)].some((above) => isTei(above, 'teiHeader')),
  );
}

/** The character data of a document's outermost texts, outside of its headers. */
function wordsOfText(tei: string): string {
  const words: string[] = [];
  let inside = 0;
  let header = 0;
  readXml(
    { path: 'the document as written', content: tei },
    {
      open({ local, uri }) {
        if (inside > 0 || (header === 0 && local === 'text' && uri === TEI)) inside += 1;
        else if (header > 0 || (local === 'teiHeader' && uri === TEI)) header += 1;
      },
      close() {
        if (inside > 0) inside -= 1;
        else if (header > 0) header -= 1;
      },
      text(chars) {
        if (inside > 0) words.push(chars);
      },
    },
  );
  return words.join('');
}
