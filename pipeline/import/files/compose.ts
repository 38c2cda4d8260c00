/**
 * Writes the files of an edition from the pages of a volume.
 *
 * Takes a page with its header, its entries, and its parts of the volume. Returns a complete TEI
 * document: the volume's words to the character, with the volume's namespaces, language and schema,
 * and nothing else in its `text`.
 */
import { relative } from 'node:path';
import type { AuthorityEntry } from '../../authorities/model.ts';
import { isTei } from '../../xml/tree.ts';
import type { Slice, VolumePage } from '../divide/divide.ts';
import {
  type Followed,
  type NamedVolume,
  nothingFollowed,
  type Pointers,
} from '../divide/pointers.ts';
import { childPieces, type Piece, type Range, type Volume } from '../divide/volume.ts';
import { fromCorpus } from './corpus.ts';
import { documentHeader, type VolumeHeader } from './header.ts';
import { declarations } from './lists.ts';
import { DECLARATION, inherited, innerOf, START_NAME } from './parts.ts';
import { provenance } from './provenance.ts';
import { standOff } from './stand-off.ts';

/** Data that the documents of a volume have in common. */
interface Composition {
  readonly header: VolumeHeader;
  readonly pointers: Pointers;
  /** All entries of the edition, by their identifiers there. */
  readonly entries: ReadonlyMap<string, AuthorityEntry>;
  /** From the folder of the documents to that of the volume. */
  readonly wayBack: string;
}

interface ComposedDocument {
  readonly tei: string;
  readonly followed: Followed;
}

export function composeDocument(page: VolumePage, composition: Composition): ComposedDocument {
  const { header, pointers } = composition;
  const { placed } = header;
  const followed = nothingFollowed(header.followed.entries);
  const instructions = schemaInstructions(placed.volume, composition.wayBack);
  if (isTei(page.piece, 'TEI', 'teiCorpus')) {
    const root = wholeText(page, placed, composition, followed);
    return { tei: `${[DECLARATION, ...instructions, root].join('\n')}\n`, followed };
  }
  const text = slicesInPlace(page, placed.volume)
    .map((slice) =>
      'takenOut' in slice
        ? `<divGen type="document" corresp="${placed.prefix}${slice.takenOut.name}.xml"/>`
        : pointers.follow(slice, page, placed, followed),
    )
    .join('');
  const root = [
    `<TEI${declarations(page.piece)}${inherited(page.piece)}>`,
    `  ${documentHeader(page, header)}`,
    ...standOff(followed.entries, composition.entries, (id) => pointers.holds(page, placed, id)),
    `  ${inPlace(page, text)}`,
    '</TEI>',
  ];
  return { tei: `${[DECLARATION, ...instructions, ...root].join('\n')}\n`, followed };
}

/**
 * A text that is a TEI document already: its own header, with the provenance and the corpus's
 * statements for its texts added.
 */
function wholeText(
  page: VolumePage,
  placed: NamedVolume,
  composition: Composition,
  followed: Followed,
): string {
  const { pointers, entries } = composition;
  const { volume } = placed;
  const { piece } = page;
  const [header] = childPieces(piece, 'teiHeader');
  const [file] = childPieces(header, 'fileDesc');
  const follow = ({ start, end }: Pick<Range, 'start' | 'end'>): string =>
    pointers.follow({ start, end, wordsStart: 0, wordsEnd: 0 }, page, placed, followed);
  const part = (start: number, end: number): string => follow({ start, end });
  const own = volume.text.slice(piece.start, piece.startEnd);
  const prefix = /^<([^\s:/>]+:)/.exec(own)?.[1] ?? '';
  const declared = [...declarations(piece).matchAll(/ xmlns(?::([^\s="]+))?="[^"]*"/g)]
    .filter(([, name = '']) => !(name in piece.namespaces) && !(name === '' && prefix !== ''))
    .map(([one]) => one);
  const start = own.replace(START_NAME, (name) => `${name}${declared.join('')}${inherited(piece)}`);
  const wrapped = (declarations: string): string =>
    `${withElementPrefix(`<encodingDesc>${provenance(volume, piece.parent ? piece : undefined)}`, prefix)}${declarations}</${prefix}encodingDesc>`;
  const carried = (): string => {
    const own = withElementPrefix(
      standOff(followed.entries, entries, (id) => pointers.holds(page, placed, id)).join('\n'),
      prefix,
    );
    return own === '' ? '' : `\n${own}`;
  };
  if (!header || !file) {
    // The provenance is added even to an incomplete header, so that an editor's changes can be
    // reported; the check reports what is missing.
    const { from, until, open, close } = placeOfProvenance(piece, header, prefix);
    const before = `${asStartTag(start)}${part(piece.startEnd, from)}${open}${wrapped('')}${close}`;
    const end = header && from === until ? header.end : until;
    const middle = part(until, end);
    const after = part(end, piece.end);
    return `${before}${middle}${carried()}${after}${piece.startEnd === piece.end ? `</${piece.name}>` : ''}`;
  }
  const added = fromCorpus(volume, piece, composition.header.publicationStmt, follow);
  let before = start;
  let from = piece.startEnd;
  for (const { at: place, until, text } of added.insertions) {
    before += part(from, place) + text;
    from = until;
  }
  before += part(from, file.end);
  const middle = part(file.end, header.end);
  const after = part(header.end, piece.end);
  return `${before}\n    ${wrapped(added.declarations)}${middle}${carried()}${after}`;
}

/** Of a start tag, or the tag of an element without content. */
function asStartTag(tag: string): string {
  return tag.replace(/\s*\/>$/, '>');
}

/**
 * In a header without a description of the file, at its beginning; in place of an empty one; else
 * in a header of its own.
 */
function placeOfProvenance(
  piece: Piece,
  header: Piece | undefined,
  prefix: string,
): {
  readonly from: number;
  readonly until: number;
  readonly open: string;
  readonly close: string;
} {
  if (header && header.startEnd < header.end)
    return { from: header.startEnd, until: header.startEnd, open: '', close: '' };
  const [from, until] = header ? [header.start, header.end] : [piece.startEnd, piece.startEnd];
  return { from, until, open: `<${prefix}teiHeader>`, close: `</${prefix}teiHeader>` };
}

/** In a file with prefixed elements, added elements have the prefix too. */
function withElementPrefix(xml: string, prefix: string): string {
  return prefix === ''
    ? xml
    : xml.replace(/<(\/?)(?=[A-Za-z])/g, (_all, slash: string) => `<${slash}${prefix}`);
}

/**
 * Elements that belong to a text of a group, such as a page break before it, are put inside its
 * tags.
 */
function slicesInPlace({ piece, slices }: VolumePage, volume: Volume): readonly Slice[] {
  const at = slices.findIndex((slice) => 'start' in slice && slice.start === piece.start);
  if (!isTei(piece, 'text') || slices.length === 1 || at < 0 || piece.startEnd === piece.end)
    return slices;
  const { start, startEnd, end, wordsStart, wordsEnd } = piece;
  const inner = innerOf(volume, piece);
  return [
    { start, end: startEnd, wordsStart, wordsEnd: wordsStart },
    ...slices.slice(0, at),
    inner,
    ...slices.slice(at + 1),
    { start: inner.end, end, wordsStart: wordsEnd, wordsEnd },
  ];
}

/**
 * The text with its parts in the volume's order. A text needs a body; for front or back matter
 * alone, an empty division.
 */
function inPlace(page: VolumePage, text: string): string {
  if (isTei(page.piece, 'text')) return text;
  if (isTei(page.piece, 'body')) return `<text>${text}</text>`;
  if (page.part === 'front') return `<text><front>${text}</front><body><div/></body></text>`;
  if (page.part === 'back') return `<text><body><div/></body><back>${text}</back></text>`;
  return `<text><body>${text}</body></text>`;
}

/**
 * The volume's own schema, for each of its documents: a relative address is relative to their
 * folder.
 */
function schemaInstructions({ text, root }: Volume, wayBack: string): string[] {
  const prolog = text.slice(0, root.start).replace(/<!--[\s\S]*?-->/g, '');
  return [...prolog.matchAll(/<\?xml-model\s[\s\S]*?\?>/g)].map(([instruction]) =>
    instruction.replace(
      /(\bhref\s*=\s*["'])(?![a-z][a-z0-9+.-]*:|\/)/i,
      (_all, begin: string) => `${begin}${wayBack}`,
    ),
  );
}

/** The path from one folder to another, as an address: `../../volumes/`. */
export function wayBetween(from: string, to: string): string {
  const way = relative(from, to).split('\\').join('/');
  return way === '' ? '' : `${encodeURI(way)}/`;
}
