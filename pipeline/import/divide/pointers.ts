/**
 * Rewrites the pointers of a volume when it is divided: a pointer within one file may become a
 * pointer from one file to another.
 *
 * Takes volumes with their pages and entries. Returns for each page its parts of the file, with
 * `#d12` changed to `d12.xml#d12` if d12 is on another page; the entries that it refers to; and the
 * pointers that lead nowhere. Pointers to entries (`ref="#p_X"`) stay as they are, since the page
 * contains its entries (CONTRIBUTING, law 4).
 */

import { escapeAttribute } from '../../xml/escape.ts';
import type { XmlAttribute } from '../../xml/read.ts';
import type { VolumePage } from './divide.ts';
import type { Piece, Range, Volume } from './volume.ts';

/** A volume as it is written: its pages by name, and the prefix of its names. */
export interface NamedVolume {
  readonly volume: Volume;
  readonly pages: readonly VolumePage[];
  /** `frus1964-68v12-`, or empty. */
  readonly prefix: string;
  /** Identifiers of the entries in the volume's lists. */
  readonly entries: ReadonlySet<string>;
}

/** Counts of pointers by target. */
export interface PointerTally {
  /** To another page of the edition. */
  between: number;
  /** To a passage of the same page, or of its header. */
  inside: number;
  /** To an entry of the authority files. */
  entries: number;
  /** To a passage of the volume that is not there. */
  nowhere: number;
}

interface LostPointer {
  readonly target: string;
  readonly piece: Piece;
}

/** The results of rewriting a page's pointers besides the text. */
export interface Followed {
  /** Entries that the page refers to and does not contain itself. */
  readonly entries: Set<string>;
  readonly lost: LostPointer[];
  readonly tally: PointerTally;
}

export function nothingFollowed(entries: Iterable<string> = []): Followed {
  return {
    entries: new Set(entries),
    lost: [],
    tally: { between: 0, inside: 0, entries: 0, nowhere: 0 },
  };
}

export class Pointers {
  readonly #placed: ReadonlyMap<string, NamedVolume>;
  readonly #homes = new Map<Volume, readonly Home[]>();
  /** Elements with a pointing attribute, in the order of the file. */
  readonly #pointing = new Map<Volume, readonly Piece[]>();

  constructor(placed: readonly NamedVolume[]) {
    this.#placed = new Map(placed.map((one) => [one.volume.stem, one]));
    for (const { volume, pages } of placed) {
      this.#homes.set(volume, homesOf(pages));
      this.#pointing.set(
        volume,
        volume.pieces.filter(({ attributes }) => attributes.some(mayPoint)),
      );
    }
  }

  /** The part of the file with its pointers resolved relative to `page`. */
  follow(
    { start, end }: Range,
    page: VolumePage | undefined,
    placed: NamedVolume,
    followed: Followed,
  ): string {
    const { volume } = placed;
    const pointing = this.#pointing.get(volume) ?? [];
    let text = '';
    let at = start;
    for (let i = firstFrom(pointing, start); i < pointing.length; i += 1) {
      const piece = pointing[i] as Piece;
      if (piece.start >= end) break;
      const tag = volume.text.slice(piece.start, piece.startEnd);
      const followedTag = piece.attributes
        .filter(mayPoint)
        .reduce(
          (made, attribute) =>
            withValue(made, attribute, this.#value(attribute, piece, page, placed, followed)),
          tag,
        );
      text += volume.text.slice(at, piece.start) + followedTag;
      at = piece.startEnd;
    }
    return text + volume.text.slice(at, end);
  }

  #value(
    attribute: XmlAttribute,
    piece: Piece,
    page: VolumePage | undefined,
    placed: NamedVolume,
    followed: Followed,
  ): string {
    const tokens = attribute.value.split(/(\s+)/);
    return tokens.map((token) => this.#token(token, piece, page, placed, followed)).join('');
  }

  #token(
    token: string,
    piece: Piece,
    page: VolumePage | undefined,
    placed: NamedVolume,
    followed: Followed,
  ): string {
    const [, file = '', id = ''] = /^([^\s:#/]*)#(.+)$/.exec(token) ?? [];
    if (id === '') return token;
    const target = file === '' ? placed : this.#placed.get(file.replace(/\.xml$/, ''));
    // A file that is not imported here: its pointers are not our concern.
    if (!target) return token;
    const home = target.volume.ids.get(id);
    const holder = home && this.#pageAt(target.volume, home.start);
    if (home && holder === page && target === placed) {
      followed.tally.inside += 1;
      return `#${id}`;
    }
    if (target.entries.has(id)) {
      followed.tally.entries += 1;
      followed.entries.add(`${target.prefix}${id}`);
      return `#${target.prefix}${id}`;
    }
    if (holder) {
      followed.tally.between += 1;
      return `${target.prefix}${holder.name}.xml#${id}`;
    }
    if (home && isInHeader(home)) {
      followed.tally.inside += 1;
      return token;
    }
    followed.tally.nowhere += 1;
    followed.lost.push({ target: token, piece });
    return token;
  }

  /**
   * Whether an entry of the edition is on this page itself: with a prefix it has another identifier
   * there.
   */
  holds(page: VolumePage, { volume, prefix }: NamedVolume, entry: string): boolean {
    const home = prefix === '' ? volume.ids.get(entry) : undefined;
    return home !== undefined && this.#pageAt(volume, home.start) === page;
  }

  #pageAt(volume: Volume, offset: number): VolumePage | undefined {
    const homes = this.#homes.get(volume) ?? [];
    const home = homes[firstFrom(homes, offset + 1) - 1];
    return home && offset < home.end ? home.page : undefined;
  }
}

interface Home {
  readonly start: number;
  readonly end: number;
  readonly page: VolumePage;
}

function homesOf(pages: readonly VolumePage[]): Home[] {
  const homes = pages.flatMap((page) =>
    page.slices.flatMap((slice) =>
      'takenOut' in slice ? [] : [{ start: slice.start, end: slice.end, page }],
    ),
  );
  return homes.sort((one, other) => one.start - other.start);
}

/** Index of the first that starts at or after `offset`. */
function firstFrom(sorted: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Any attribute may point (TEI Guidelines, teidata.pointer), except XML's own; and `authors.xml#$1`
 * is the pattern of a pointer.
 */
function mayPoint({ name, value }: XmlAttribute): boolean {
  return value.includes('#') && !name.startsWith('xml:') && !name.endsWith('Pattern');
}

function isInHeader(piece: Piece): boolean {
  for (let above: Piece | undefined = piece; above; above = above.parent)
    if (above.local === 'teiHeader') return true;
  return false;
}

/** A start tag with one attribute value replaced and everything else unchanged. */
export function withValue(
  tag: string,
  { name, value: before }: XmlAttribute,
  value: string,
): string {
  if (value === before) return tag;
  const escaped = escapeAttribute(value);
  const written = new RegExp(`(\\s${name.replace(/[.]/g, '\\.')}\\s*=\\s*)(?:"[^"]*"|'[^']*')`);
  return tag.replace(written, (_all, begin: string) => `${begin}"${escaped}"`);
}
