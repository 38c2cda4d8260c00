/**
 * The divisions of a long text that declares none: the chapters of a novel, the books or chapters
 * of an ancient text (CTS), the letters of a dictionary.
 */
import { isTei } from '../../xml/tree.ts';
import type { Piece, Volume } from './volume.ts';

/** Characters of text: a shorter file is one page. */
const LONG = 60_000;
/** A text with fewer parts needs no table of contents. */
const FEWEST = 2;

const DIVISIONS = ['div', 'div0', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7'] as const;

/**
 * The divisions, outermost first in the file's order, with an XPath that names them; undefined if
 * the text is short or has no divisions. From the body down to the first level with several of
 * them; one level further if these are still long and all divided themselves, as the parts of a
 * novel are into chapters.
 */
export function naturalDivisions(
  volume: Volume,
): { readonly pieces: readonly Piece[]; readonly by: string } | undefined {
  const bodies = volume.pieces.filter((piece) => isTei(piece, 'body') && isOwnBody(piece));
  const [body] = bodies;
  if (body === undefined || bodies.length > 1 || lengthOf(body) < LONG) return undefined;
  let pieces = divisionsIn(body);
  let by = '//body/div';
  while (pieces.length === 1) {
    pieces = divisionsIn(pieces[0] as Piece);
    by += '/div';
  }
  if (pieces.length < FEWEST) return undefined;
  const below = pieces.map(divisionsIn);
  const mean = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0) / pieces.length;
  if (mean > LONG && below.every((some) => some.length >= FEWEST))
    return { pieces: below.flat(), by: `${by}/div` };
  return { pieces, by };
}

/** The body of the file's text, not that of a quoted text. */
function isOwnBody(piece: Piece): boolean {
  return piece.parent?.parent !== undefined && isTei(piece.parent.parent, 'TEI');
}

function divisionsIn(piece: Piece): readonly Piece[] {
  return piece.children.filter((child) => isTei(child, ...DIVISIONS));
}

function lengthOf({ wordsStart, wordsEnd }: Piece): number {
  return wordsEnd - wordsStart;
}
