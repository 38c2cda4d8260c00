/**
 * Sender and addressee of a letter, from the markup of a document's heading.
 *
 * FRUS names them in the heading: "Letter From President <persName type="from">A</persName> to
 * <persName type="to">B</persName>", and institutions as `gloss`. The markup alone is not enough:
 * the speakers of a conversation have the same types. So the heading must also say "from" before
 * the sender and "to" before the addressee. Where the types are missing or wrong, the words alone
 * divide the heading of a letter ("Circular Telegram From the Department of State to All Posts");
 * that is a conclusion, and marked as one.
 */
import { pattern } from '../../core/text.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import type { VolumePage } from '../divide/divide.ts';
import type { NamedVolume } from '../divide/pointers.ts';
import {
  ancestorsOf,
  childPieces,
  isBlankRange,
  type Piece,
  piecesWithin,
  textWithoutNotes,
} from '../divide/volume.ts';

const ACTIONS = [
  { type: 'from', word: /\bfrom\b/i },
  { type: 'to', word: /\bto\b/i },
] as const;

/** `correspDesc`, or empty if the heading does not name both. `program`: its `xml:id`. */
export function correspDescOf(page: VolumePage, placed: NamedVolume, program: string): string {
  if (page.kind !== 'document') return '';
  const { volume } = placed;
  const [head] = childPieces(page.piece, 'head');
  if (!head) return '';
  const names = piecesWithin(volume, head).filter(
    (piece) =>
      isTei(piece, 'persName', 'orgName', 'name', 'gloss') &&
      !isBlankRange(volume, piece) &&
      ![...ancestorsOf(piece)].some((above) => isTei(above, 'note')),
  );
  const actions = byMarkup(head, names, placed, program) ?? byWords(head, names, placed, program);
  if (actions === undefined) return '';
  const [sent, received] = actions;
  return (
    `<correspDesc><correspAction type="sent">${sent}</correspAction><correspAction ` +
    `type="received">${received}</correspAction></correspDesc>`
  );
}

/** The names of sender and addressee as TEI. */
type Parties = readonly [sent: string, received: string];

/** Undefined where the types of the names and the words before them do not say both. */
function byMarkup(
  head: Piece,
  names: readonly Piece[],
  placed: NamedVolume,
  program: string,
): Parties | undefined {
  let from = head.wordsStart;
  const [sent, received] = ACTIONS.map(({ type, word }) => {
    const parties = names.filter(
      (piece) => attribute(piece, 'type') === type && piece.wordsStart >= from,
    );
    const [first] = parties;
    if (!first || !word.test(placed.volume.words.slice(from, first.wordsStart))) return undefined;
    from = first.wordsEnd;
    return parties.map((piece) => partyMarkup(piece, placed, program)).join('');
  });
  return sent === undefined || received === undefined ? undefined : [sent, received];
}

/** A heading of a letter that says "from" and "to" once each; "En Route From A to B" is none. */
const LETTER = pattern('is')`
    ^(?:\[?\d+\S*\s+)?[^,;:]*\b(?:letter|telegram|memorandum|message|airgram|despatch|dispatch|note|
    cable|circular)\b[^,;:]*?\bfrom\s+(?:the\s+)?(.+?)\s+to\s+(?:the\s+)?(.+)$
  `;

/** Longer ones are more than a heading, or than a name. */
const LONGEST_HEADING = 300;
const LONGEST_NAME = 90;

function byWords(
  head: Piece,
  names: readonly Piece[],
  placed: NamedVolume,
  program: string,
): Parties | undefined {
  const words = textWithoutNotes(placed.volume, head);
  if (words.length > LONGEST_HEADING) return undefined;
  const [, from = '', to = ''] = LETTER.exec(words) ?? [];
  if (from === '' || [from, to].some((part) => /\b(?:from|to)\b/i.test(part))) return undefined;
  if ([from, to].some(({ length }) => length > LONGEST_NAME)) return undefined;
  const [sent, received] = [from, to].map((part) => {
    const inside = names.filter((piece) => part.includes(textWithoutNotes(placed.volume, piece)));
    return inside.length === 1
      ? partyMarkup(inside[0] as Piece, placed, program, 'medium')
      : `<name resp="#${program}" cert="medium">${escapeText(part)}</name>`;
  }) as [string, string];
  return [sent, received];
}

function partyMarkup(
  piece: Piece,
  { volume, prefix, entries }: NamedVolume,
  program: string,
  cert?: 'medium',
): string {
  // An abbreviation that is explained refers to an office.
  const name = isTei(piece, 'gloss') ? 'orgName' : piece.local;
  const pointer = attribute(piece, 'ref') ?? attribute(piece, 'corresp');
  const id = /^#(\S+)$/.exec(pointer ?? '')?.[1];
  const isPerson = name === 'persName' && id !== undefined && entries.has(id);
  const ref = isPerson ? ` ref="#${escapeAttribute(`${prefix}${id}`)}"` : '';
  const words = escapeText(textWithoutNotes(volume, piece));
  const certainty = cert === undefined ? '' : ` cert="${cert}"`;
  return `<${name}${ref} resp="#${program}"${certainty}>${words}</${name}>`;
}
