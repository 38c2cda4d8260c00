/**
 * The printed pages of a part of a volume, by the page breaks.
 *
 * Takes a volume, and a page of the edition made from it. Returns the numbers of the first and the
 * last page that have words of it; undefined if the volume does not number its pages, has breaks of
 * several prints (`pb/@ed`), or has words before its first break.
 */
import { attribute, isTei } from '../../xml/tree.ts';
import type { VolumePage } from './divide.ts';
import type { Piece, Volume } from './volume.ts';

const breaks = new WeakMap<Volume, readonly Piece[]>();

export function printedPages(
  volume: Volume,
  { piece, slices }: VolumePage,
): readonly [from: string, to: string] | undefined {
  const own = slices.filter((slice) => 'start' in slice);
  const first = own.find(
    ({ wordsStart, wordsEnd }) => volume.words.slice(wordsStart, wordsEnd).trim() !== '',
  );
  const last = own.findLast(
    ({ wordsStart, wordsEnd }) => volume.words.slice(wordsStart, wordsEnd).trim() !== '',
  );
  if (!first || !last || isTei(piece, 'TEI', 'teiCorpus')) return undefined;
  const begins =
    volume.words.slice(first.wordsStart, first.wordsEnd).search(/\S/) + first.wordsStart;
  const ends =
    volume.words.slice(last.wordsStart, last.wordsEnd).trimEnd().length + last.wordsStart;
  const from = pageAt(volume, begins);
  const to = pageAt(volume, ends - 1);
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** The number of the page that has the word at an offset. */
function pageAt(volume: Volume, offset: number): string | undefined {
  const all = breaks.get(volume) ?? breaksOf(volume);
  breaks.set(volume, all);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.wordsStart ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const n = all[low - 1] && attribute(all[low - 1] as Piece, 'n');
  // In an attribute, a page number is one word (TEI Guidelines, biblScope: teidata.word).
  return n !== undefined && /^\S+$/.test(n) ? n : undefined;
}

function breaksOf(volume: Volume): readonly Piece[] {
  const all = volume.pieces.filter((piece) => isTei(piece, 'pb'));
  const prints = new Set(all.map((piece) => attribute(piece, 'ed') ?? ''));
  return prints.size === 1 ? all : [];
}
