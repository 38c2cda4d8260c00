/** What a page made from an element of a volume is called: its file name and its title. */
import { attribute, isTei } from '../../xml/tree.ts';
import { childPieces, type Piece, piecesWithin, textWithoutNotes, type Volume } from './volume.ts';

/** The element's identifier; else its kind or a division's type, with its number if it has one. */
export function pieceName(piece: Piece): string {
  const n = attribute(piece, 'n');
  const kind =
    (piece.local.startsWith('div') ? attribute(piece, 'type') : undefined) ?? piece.local;
  return attribute(piece, 'xml:id') ?? (n === undefined ? kind : `${kind}-${n}`);
}

/**
 * The title of an element: its heading; of a text, the title in its header or on its title page.
 * Empty if there is none.
 */
export function pieceTitle(volume: Volume, piece: Piece): string {
  const [header] = childPieces(piece, 'teiHeader');
  const statement =
    header && piecesWithin(volume, header).find((inner) => isTei(inner, 'titleStmt'));
  const titles = childPieces(statement, 'title');
  const named = titles.find((title) => attribute(title, 'type') === 'main') ?? titles[0];
  if (named) return textWithoutNotes(volume, named);
  const head = isTei(piece, 'head') ? piece : childPieces(piece, 'head')[0];
  const inside =
    head ?? piecesWithin(volume, piece).find((inner) => isTei(inner, 'head', 'docTitle'));
  const words = inside ? textWithoutNotes(volume, inside) : '';
  const n = attribute(piece, 'n');
  // "12. Telegram …" if the division's number is 12: the heading contains the number already.
  return n !== undefined && words.startsWith(`${n}. `) ? words.slice(n.length + 2) : words;
}

/** Types that say nothing about a division: all divisions of such files have them. */
const GENERAL_TYPES = new Set(['textpart', 'edition', 'translation', 'document', 'other']);

/**
 * The title of a division without a heading, by which it is cited: "Chapter 1", by its @subtype
 * or @type and its @n; "Notes" if it is front or back matter without a number. Empty if its
 * attributes do not distinguish it.
 */
export function divisionTitle(piece: Piece, part: 'front' | 'body' | 'back'): string {
  const n = attribute(piece, 'n')?.trim() ?? '';
  const kind = [attribute(piece, 'subtype'), attribute(piece, 'type')].find(
    (type) => type !== undefined && type !== '' && !GENERAL_TYPES.has(type),
  );
  if (kind === undefined || n.includes(':') || (n === '' && part === 'body')) return '';
  const words = kind
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${n}`.trimEnd();
}
