/**
 * The files of an edition, written from the pages of a volume.
 *
 * Takes a page with its header, its entries, and its parts of the volume. Returns a TEI document
 * that stands alone: what the volume says of it to the character, with the volume's namespaces,
 * language and schema, and nothing else in its `text`.
 */
import { relative } from 'node:path';
import type { AuthorityEntry, EntityKind } from '../../authorities/model.ts';
import { LIST } from '../../encode/engine/write/stand-off.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import type { Slice, VolumePage } from '../divide/divide.ts';
import {
  type Followed,
  type NamedVolume,
  nothingFollowed,
  type Pointers,
  withValue,
} from '../divide/pointers.ts';
import {
  ancestorsOf,
  childrenOf,
  type Piece,
  type Range,
  textWithoutNotes,
  type Volume,
  within,
} from '../divide/volume.ts';
import { fromCorpus } from './corpus.ts';
import { documentHeader, innerOf, provenance, type VolumeHeader } from './header.ts';
import { declarations, type EntryList } from './lists.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** What the documents of a volume have in common. */
interface Composition {
  readonly header: VolumeHeader;
  readonly pointers: Pointers;
  /** All entries of the edition, by the identifier that they have in it. */
  readonly entries: ReadonlyMap<string, AuthorityEntry>;
  /** From the folder of the documents to that of the volume. */
  readonly wayBack: string;
}

interface Composed {
  readonly tei: string;
  readonly followed: Followed;
}

export function composeDocument(page: VolumePage, composition: Composition): Composed {
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
 * A text that is a TEI document already: its own header, with the provenance and with what a corpus
 * says for its texts added.
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
  const [header] = childrenOf(piece, 'teiHeader');
  const [file] = childrenOf(header, 'fileDesc');
  const follow = ({ start, end }: Pick<Range, 'start' | 'end'>): string =>
    pointers.follow({ start, end, wordsStart: 0, wordsEnd: 0 }, page, placed, followed);
  const part = (start: number, end: number): string => follow({ start, end });
  const own = volume.text.slice(piece.start, piece.startEnd);
  const prefix = /^<([^\s:/>]+:)/.exec(own)?.[1] ?? '';
  const declared = [...declarations(piece).matchAll(/ xmlns(?::([^\s="]+))?="[^"]*"/g)]
    .filter(([, name = '']) => !(name in piece.namespaces) && !(name === '' && prefix !== ''))
    .map(([one]) => one);
  const start = own.replace(
    /^<[^\s/>]+/,
    (name) => `${name}${declared.join('')}${inherited(piece)}`,
  );
  const wrapped = (declarations: string): string =>
    `${withPrefix(`<encodingDesc>${provenance(volume, piece.parent ? piece : undefined)}`, prefix)}${declarations}</${prefix}encodingDesc>`;
  const carried = (): string => {
    const own = withPrefix(
      standOff(followed.entries, entries, (id) => pointers.holds(page, placed, id)).join('\n'),
      prefix,
    );
    return own === '' ? '' : `\n${own}`;
  };
  if (!header || !file) {
    // What it is from is in it all the same, so that an editor's work on it can be reported; the
    // check says what is missing.
    const { from, until, open, close } = placeOfProvenance(piece, header, prefix);
    const before = `${startTagOf(start)}${part(piece.startEnd, from)}${open}${wrapped('')}${close}`;
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
function startTagOf(tag: string): string {
  return tag.replace(/\s*\/>$/, '>');
}

/**
 * In a header that says nothing of the file, at its beginning; in place of one without content;
 * else in a header of its own.
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

/** In a file whose elements have a prefix, those that are added have it too. */
function withPrefix(xml: string, prefix: string): string {
  return prefix === ''
    ? xml
    : xml.replace(/<(\/?)(?=[A-Za-z])/g, (_all, slash: string) => `<${slash}${prefix}`);
}

/**
 * Elements that go with a text of a group, such as a page break before it, are put inside its tags.
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
 * The text with its parts where the volume has them. A text has a body; one that is front or back
 * matter only, an empty division.
 */
function inPlace(page: VolumePage, text: string): string {
  if (isTei(page.piece, 'text')) return text;
  if (isTei(page.piece, 'body')) return `<text>${text}</text>`;
  if (page.part === 'front') return `<text><front>${text}</front><body><div/></body></text>`;
  if (page.part === 'back') return `<text><body><div/></body><back>${text}</back></text>`;
  return `<text><body>${text}</body></text>`;
}

/** The language and the treatment of white space that hold for an element by those around it. */
function inherited(piece: Piece): string {
  return ['xml:lang', 'xml:space']
    .filter((name) => !isTei(piece, 'TEI') || attribute(piece, name) === undefined)
    .flatMap((name) => {
      const value = [...ancestorsOf(piece)]
        .map((above) => attribute(above, name))
        .find((one) => one !== undefined);
      return value === undefined ? [] : [` ${name}="${escapeAttribute(value)}"`];
    })
    .join('');
}

/**
 * The entries that are referred to, and those to which these refer, in the order of the lists;
 * `inText`: whether an entry is in the text itself.
 */
function standOff(
  wanted: ReadonlySet<string>,
  entries: ReadonlyMap<string, AuthorityEntry>,
  inText: (id: string) => boolean,
): string[] {
  const needed = new Set<string>();
  const need = (id: string): void => {
    const entry = entries.get(id);
    if (!entry || needed.has(id) || inText(id)) return;
    needed.add(id);
    for (const [, value = ''] of entry.tei.matchAll(
      /\s(?:ref|target|corresp|active|passive|mutual)="([^"]*)"/g,
    )) {
      for (const pointer of value.split(/\s+/)) if (pointer.startsWith('#')) need(pointer.slice(1));
    }
  };
  for (const id of wanted) need(id);
  if (needed.size === 0) return [];
  const lists = (Object.keys(LIST) as EntityKind[]).flatMap((kind) => {
    const of = [...needed].filter((id) => entries.get(id)?.kind === kind).sort(byOrderIn(entries));
    if (of.length === 0) return [];
    const [name, attributes] = LIST[kind];
    const written = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${value}"`)
      .join('');
    return [
      `    <${name}${written}>`,
      ...of.map((id) => `      ${entries.get(id)?.tei}`),
      `    </${name}>`,
    ];
  });
  return ['  <standOff>', ...lists, '  </standOff>'];
}

/** Each entry's place in the order of the lists, counted once for all documents. */
const places = new WeakMap<ReadonlyMap<string, AuthorityEntry>, ReadonlyMap<string, number>>();

function byOrderIn(
  entries: ReadonlyMap<string, AuthorityEntry>,
): (one: string, other: string) => number {
  const order = places.get(entries) ?? new Map([...entries.keys()].map((id, place) => [id, place]));
  places.set(entries, order);
  return (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0);
}

/** An authority file: a list of the volume as it is, under the volume's title. */
export function composeList(
  { piece }: EntryList,
  header: VolumeHeader,
  pointers: Pointers,
): string {
  const { placed, title } = header;
  const { volume, prefix, entries } = placed;
  let list = pointers.follow(piece, undefined, placed, nothingFollowed());
  if (prefix !== '') list = withPrefixedIds(list, entries, prefix, within(volume, piece));
  const place = isTei(piece, 'list')
    ? `<text><body>${list}</body></text>`
    : `<standOff>${list}</standOff>`;
  return `${DECLARATION}
<TEI${declarations(piece)}${inherited(piece)}>
  <teiHeader>
    <fileDesc>
      <titleStmt><title>${titleOfList(volume, piece, title)}</title></titleStmt>
      ${header.publicationStmt}
      <sourceDesc><bibl>${provenanceName(volume, piece)}</bibl></sourceDesc>
    </fileDesc>
    <encodingDesc>${provenance(volume, piece)}</encodingDesc>
  </teiHeader>
  ${place}
</TEI>
`;
}

function withPrefixedIds(
  list: string,
  entries: ReadonlySet<string>,
  prefix: string,
  pieces: readonly Piece[],
): string {
  let made = list;
  for (const piece of pieces) {
    const id = piece.attributes.find(({ name, value }) => name === 'xml:id' && entries.has(value));
    if (!id) continue;
    const tag = ` xml:id="${id.value}"`;
    made = made.replace(tag, withValue(tag, id, `${prefix}${id.value}`));
  }
  return made;
}

function titleOfList(volume: Volume, piece: Piece, title: string): string {
  const division = [piece, ...ancestorsOf(piece)].find(
    (above) => childrenOf(above, 'head').length > 0,
  );
  const [head] = division ? childrenOf(division, 'head') : [];
  const plain = head ? escapeText(textWithoutNotes(volume, head)) : '';
  const escaped = escapeText(title);
  return plain === '' ? escaped : `${plain} (${escaped})`;
}

function provenanceName(volume: Volume, piece: Piece): string {
  const id = attribute(piece, 'xml:id');
  const name = `${volume.file}${id === undefined ? '' : `#${id}`}`;
  return escapeText(name);
}

/**
 * The volume's own schema, for each of its documents: a relative address leads from their folder.
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

/** The way from one folder to another, as an address: `../../volumes/`. */
export function wayBetween(from: string, to: string): string {
  const way = relative(from, to).split('\\').join('/');
  return way === '' ? '' : `${encodeURI(way)}/`;
}
