/**
 * The header of a document that was a part of a volume: copied from the volume's, nothing invented.
 *
 * Takes a volume and a page of it. Returns a `teiHeader` as text. Its title is the page's heading;
 * editors, publisher, licence and encoding are those of the volume's header, unchanged; the volume
 * as a whole is the source (`biblFull`), and `seriesStmt` gives the document's number and pages in
 * it. The date and the place of a document's own dateline are in `creation`, marked as the
 * program's reading; so are the sender and the addressee in its heading. `respStmt` and `appInfo`
 * record the import and its source file. The history of the volume's file (`revisionDesc`) does not
 * apply to a document; edition.xml has it.
 */
import { impossibleDates } from '../../xml/dates/date-problems.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import type { VolumePage } from '../divide/divide.ts';
import { printedPages } from '../divide/pages.ts';
import {
  type Followed,
  type NamedVolume,
  nothingFollowed,
  type Pointers,
} from '../divide/pointers.ts';
import {
  ancestorsOf,
  childPieces,
  isBlankRange,
  type Piece,
  piecesWithin,
  type Range,
  textWithoutNotes,
  type Volume,
} from '../divide/volume.ts';
import { correspDescOf } from './correspondence.ts';
import { type EntryList, needed } from './lists.ts';
import { declaring, emptied, headerStartTag, innerOf, rangesWithout, withoutIds } from './parts.ts';
import { provenance } from './provenance.ts';

/** The parts that are the same in the headers of all documents of a volume, as text. */
export interface VolumeHeader {
  readonly placed: NamedVolume;
  /** The volume's title, as a citation names it. */
  readonly title: string;
  /** The start tag of the header. */
  readonly startTag: string;
  /** `titleStmt` without its titles: authors, editors, those responsible. */
  readonly responsible: string;
  readonly editionStmt: string;
  readonly publicationStmt: string;
  readonly sourceDesc: string;
  readonly encoding: string;
  readonly profile: string;
  /** The whole of the header's own text, for the edition's header. */
  readonly whole: string;
  /** `xml:id` by which documents name the import as responsible. */
  readonly program: string;
  readonly followed: Followed;
}

/**
 * Elements of `publicationStmt` that identify the volume, not a document; they are in the volume's
 * description.
 */
const OF_THE_VOLUME = ['idno'];

export function volumeHeader(
  placed: NamedVolume,
  lists: readonly EntryList[],
  pointers: Pointers,
): VolumeHeader {
  const { volume } = placed;
  const [header] = childPieces(volume.root, 'teiHeader');
  const followed = nothingFollowed();
  const cuts = lists.map(({ piece }) => piece).flatMap((piece) => emptied(volume, piece));
  const followedIn = (whole: Range, omitted: readonly Range[]): string =>
    rangesWithout(whole, [...cuts, ...omitted])
      .map((part) => pointers.follow(part, undefined, placed, followed))
      .join('');
  // The outermost element's declarations apply to every document.
  const take = (
    piece: Piece | undefined,
    omitted: readonly Range[] = [],
    everywhere = false,
  ): string =>
    piece
      ? declaring(
          followedIn(piece, omitted),
          needed(volume, piece, everywhere ? undefined : volume.root),
        )
      : '';
  const inside = (piece: Piece | undefined, omitted: readonly Piece[] = []): string => {
    if (!piece) return '';
    const children = piece.children.filter((child) => !omitted.includes(child));
    if (children.some((child) => needed(volume, child, volume.root) !== ''))
      return children.map((child) => take(child)).join('\n');
    return followedIn(innerOf(volume, piece), omitted).trim();
  };
  const [file] = childPieces(header, 'fileDesc');
  const [titles] = childPieces(file, 'titleStmt');
  const [publication] = childPieces(file, 'publicationStmt');
  const part = (name: string): Piece | undefined => childPieces(header, name)[0];
  const program = volume.ids.has('siglum') ? 'siglum-import' : 'siglum';
  const title = volumeTitle(volume, titles);
  return {
    placed,
    title,
    program,
    followed,
    startTag: header ? headerStartTag(volume, header) : '<teiHeader>',
    responsible: inside(titles, childPieces(titles, 'title')),
    editionStmt: take(childPieces(file, 'editionStmt')[0]),
    // This element is also in contents.xml, which does not declare anything for it.
    publicationStmt: take(publication, childPieces(publication, ...OF_THE_VOLUME), true).replace(
      /\n\s*(?=\n)/g,
      '',
    ),
    sourceDesc: (file?.children ?? [])
      .map((child) => (isTei(child, 'sourceDesc') ? take(child) : withoutIds(take(child))))
      .join('\n        '),
    encoding: inside(part('encodingDesc')),
    profile: inside(part('profileDesc'), childPieces(part('profileDesc'), 'creation')),
    whole: inside(header),
  };
}

export function documentHeader(page: VolumePage, of: VolumeHeader): string {
  const { volume } = of.placed;
  const title = page.title === '' ? of.title : page.title;
  const lines = [
    of.startTag,
    '    <fileDesc>',
    '      <titleStmt>',
    `        <title type="main">${escapeText(title)}</title>`,
    ...(of.responsible === '' ? [] : [`        ${of.responsible}`]),
    `        <respStmt xml:id="${of.program}">`,
    '          <resp>Division of the volume into documents; date and place of creation, ' +
      'read from the dateline; pages, read from the page breaks; sender and addressee, read ' +
      'from the heading</resp>',
    '          <name type="program">Siglum</name>',
    '        </respStmt>',
    '      </titleStmt>',
    ...(of.editionStmt === '' ? [] : [`      ${of.editionStmt}`]),
    `      ${of.publicationStmt}`,
    `      <seriesStmt><title ` +
      `level="m">${escapeText(of.title)}</title>${scopes(page, of)}</seriesStmt>`,
    '      <sourceDesc>',
    `        <biblFull>\n        ${of.sourceDesc}\n        </biblFull>`,
    '      </sourceDesc>',
    '    </fileDesc>',
    `    <encodingDesc>\n      ` +
      `${provenance(volume, page.piece)}${of.encoding === '' ? '' : `\n      ${of.encoding}`}\n    ` +
      `</encodingDesc>`,
  ];
  const profile = [
    creation(volume, page, of.program),
    of.profile,
    correspDescOf(page, of.placed, of.program),
  ].filter((part) => part !== '');
  if (profile.length > 0)
    lines.push(`    <profileDesc>\n      ${profile.join('\n      ')}\n    </profileDesc>`);
  return `${lines.join('\n')}\n  </teiHeader>`;
}

/** The document's number in the volume, and its pages there. */
function scopes(page: VolumePage, { placed: { volume }, program }: VolumeHeader): string {
  const n = page.kind === 'document' ? attribute(page.piece, 'n') : undefined;
  const number = n === undefined || n === '' ? '' : numberScope(n);
  const pages = printedPages(volume, page);
  if (!pages) return number;
  const [from, to] = pages.map(escapeAttribute) as [string, string];
  const words = from === to ? `page ${from}` : `pages ${from}–${to}`;
  return (
    `${number}<biblScope unit="page" from="${from}" to="${to}" ` +
    `resp="#${program}">${words}</biblScope>`
  );
}

function numberScope(n: string): string {
  return (
    `<biblScope unit="document" n="${escapeAttribute(n)}">Document ` +
    `${escapeText(n)}</biblScope>`
  );
}

const DATING = ['when', 'from', 'to', 'notBefore', 'notAfter'];

/** Date and place of a document's own dateline. */
function creation(volume: Volume, page: VolumePage, program: string): string {
  if (page.kind !== 'document') return '';
  const parts = piecesWithin(volume, page.piece).filter((piece) => isOwn(piece, page.piece));
  const dateline = parts.find((piece) => isTei(piece, 'dateline') && !isBlankRange(volume, piece));
  if (!dateline) return '';
  const inside = piecesWithin(volume, dateline).filter((piece) => isOwn(piece, page.piece));
  const date = inside.find(
    (piece) =>
      isTei(piece, 'date') &&
      piece.attributes.some(({ name }) => DATING.includes(name)) &&
      impossibleDates(piece).size === 0,
  );
  const place = inside.find((piece) => isTei(piece, 'placeName') && !isBlankRange(volume, piece));
  const written = [
    date && elementOf(volume, date, DATING, program),
    place && elementOf(volume, place, ['ref', 'key'], program),
  ].filter((part) => part !== undefined);
  return written.length === 0 ? '' : `<creation>${written.join('')}</creation>`;
}

/** Not in a note, a quotation or a text within the document: those have their own datelines. */
function isOwn(piece: Piece, document: Piece): boolean {
  for (const above of ancestorsOf(piece)) {
    if (above === document) return true;
    if (isTei(above, 'note', 'quote', 'floatingText', 'q', 'cit')) return false;
  }
  return false;
}

function elementOf(
  volume: Volume,
  piece: Piece,
  names: readonly string[],
  program: string,
): string {
  const chosen = piece.attributes.filter(({ name }) => names.includes(name));
  const attributes = chosen
    .map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const words = escapeText(textWithoutNotes(volume, piece));
  return `<${piece.local}${attributes} resp="#${program}">${words}</${piece.local}>`;
}

/** The title by which the volume is cited: the one that is complete or main, else the first. */
function volumeTitle(volume: Volume, statement: Piece | undefined): string {
  const titles = childPieces(statement, 'title');
  const typed = (type: string) => titles.find((title) => attribute(title, 'type') === type);
  const title = typed('complete') ?? typed('main') ?? titles[0];
  return title ? textWithoutNotes(volume, title) : '';
}
