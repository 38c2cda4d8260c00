/**
 * Sender and addressee of a letter, from the markup of a document's heading.
 *
 * FRUS names them in the heading: "Letter From President <persName type="from">A</persName> to
 * <persName type="to">B</persName>", and institutions as `gloss`. The markup alone is not enough:
 * the speakers of a conversation have the same types. So the heading must also say "from" before
 * the sender and "to" before the addressee.
 */
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import type { VolumePage } from '../divide/divide.ts';
import type { NamedVolume } from '../divide/pointers.ts';
import {
  ancestorsOf,
  childrenOf,
  isBlank,
  type Piece,
  textWithoutNotes,
  within,
} from '../divide/volume.ts';

const ACTIONS = [
  { type: 'from', action: 'sent', word: /\bfrom\b/i },
  { type: 'to', action: 'received', word: /\bto\b/i },
] as const;

/** `correspDesc`, or empty if the heading does not name both. `program`: its `xml:id`. */
export function correspondence(page: VolumePage, placed: NamedVolume, program: string): string {
  if (page.kind !== 'document') return '';
  const { volume } = placed;
  const [head] = childrenOf(page.piece, 'head');
  if (!head) return '';
  const names = within(volume, head).filter(
    (piece) =>
      isTei(piece, 'persName', 'orgName', 'name', 'gloss') &&
      !isBlank(volume, piece) &&
      ![...ancestorsOf(piece)].some((above) => isTei(above, 'note')),
  );
  let from = head.wordsStart;
  const actions = ACTIONS.map(({ type, action, word }) => {
    const parties = names.filter(
      (piece) => attribute(piece, 'type') === type && piece.wordsStart >= from,
    );
    const [first] = parties;
    if (!first || !word.test(volume.words.slice(from, first.wordsStart))) return '';
    from = first.wordsEnd;
    const written = parties.map((piece) => nameOf(piece, placed, program)).join('');
    return `<correspAction type="${action}">${written}</correspAction>`;
  });
  return actions.includes('') ? '' : `<correspDesc>${actions.join('')}</correspDesc>`;
}

function nameOf(piece: Piece, { volume, prefix, entries }: NamedVolume, program: string): string {
  // An abbreviation that is explained refers to an office.
  const name = isTei(piece, 'gloss') ? 'orgName' : piece.local;
  const pointer = attribute(piece, 'ref') ?? attribute(piece, 'corresp');
  const id = /^#(\S+)$/.exec(pointer ?? '')?.[1];
  const isPerson = name === 'persName' && id !== undefined && entries.has(id);
  const ref = isPerson ? ` ref="#${escapeAttribute(`${prefix}${id}`)}"` : '';
  const words = escapeText(textWithoutNotes(volume, piece));
  return `<${name}${ref} resp="#${program}">${words}</${name}>`;
}
