/**
 * Divides a file into the pages of an edition, in its order.
 *
 * Takes a file and the elements that are its documents. Returns pages, each with the parts of the
 * file that it includes, and the tree of contents. A document is a page; so is each division of
 * front and back matter. A division that contains documents is a page if it has words of its own,
 * such as a heading. Elements without words between two pages, such as a page break, go with the
 * page that follows.
 */
import { sourceDocumentId } from '../../encode/sources/ids.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import { endMark, type Mark, rangeBetween, startOf } from './mark.ts';
import { divisionTitle, pieceName, pieceTitle } from './piece-names.ts';
import { ancestorsOf, isBlankRange, type Piece, type Range, type Volume } from './volume.ts';

/**
 * `document`: a document of the edition; `matter`: front or back matter; `group`: a chapter's own
 * words besides its documents.
 */
type VolumePageKind = 'document' | 'matter' | 'group';

/** A part of the file, or the place where another page was cut out. */
export type Slice = Range | { readonly takenOut: VolumePage };

export interface VolumePage {
  readonly kind: VolumePageKind;
  /** File name without extension, unique in the volume. */
  readonly name: string;
  readonly title: string;
  /** The place of the page in `text`. */
  readonly part: 'front' | 'body' | 'back';
  /** The element of the page; of several, the first. */
  readonly piece: Piece;
  readonly slices: readonly Slice[];
}

/** A line of the table of contents: a page, or only a heading, and the lines under it. */
export interface Contents {
  readonly page?: VolumePage;
  readonly heading?: string;
  readonly under: readonly Contents[];
}

interface DividedVolume {
  /** In the order of the file. */
  readonly pages: readonly VolumePage[];
  readonly contents: readonly Contents[];
}

/**
 * Elements of front and back matter that are pages; their other siblings form one page together.
 */
const DIVISIONS = ['div', 'div0', 'div1', 'titlePage'];

export function divideVolume(volume: Volume, units: readonly Piece[]): DividedVolume {
  return new Divider(volume, units).divide();
}

interface PageDraft extends Omit<VolumePage, 'slices'> {
  readonly slices: Slice[];
}

/**
 * Children of one element that belong together. `outside`: not part of the text, such as a header.
 */
interface PagePart {
  readonly role: 'unit' | 'holder' | 'matter' | 'own' | 'outside';
  readonly pieces: readonly [Piece, ...Piece[]];
}

class Divider {
  readonly #volume: Volume;
  readonly #units: ReadonlySet<Piece>;
  /** Elements that contain documents. */
  readonly #holders: ReadonlySet<Piece>;
  /** In the order of the file, since a page is added before those under it. */
  readonly #pages: PageDraft[] = [];
  readonly #names = new Set<string>();

  constructor(volume: Volume, units: readonly Piece[]) {
    this.#volume = volume;
    this.#units = new Set(units);
    this.#holders = new Set(units.flatMap((unit) => [...ancestorsOf(unit)]));
  }

  divide(): DividedVolume {
    const { root, stem } = this.#volume;
    if (!this.#units.has(root)) return { contents: this.#inside(root), pages: this.#pages };
    const page = this.#add('document', root, [root], attribute(root, 'xml:id') ?? stem);
    return { contents: [{ page, under: [] }], pages: this.#pages };
  }

  /**
   * The contents of an element; `own`: the element's own page, which gets everything that is not a
   * page of its own.
   */
  #inside(holder: Piece, own?: PageDraft): Contents[] {
    const contents: Contents[] = [];
    let restStart: Mark = { at: holder.start, words: holder.wordsStart };
    // Start of the elements without words.
    let silent: Mark = { at: holder.startEnd, words: holder.wordsStart };
    for (const { role, pieces } of this.#parts(holder)) {
      const end = endMark(pieces.at(-1) as Piece);
      if (role === 'own' || role === 'outside') {
        if (role === 'outside' || !isBlankRange(this.#volume, pieces[0])) silent = end;
        continue;
      }
      const lead = rangeBetween(silent, startOf(pieces[0]));
      const takesLead = isBlankRange(this.#volume, lead);
      own?.slices.push(rangeBetween(restStart, takesLead ? silent : startOf(pieces[0])));
      const before = this.#pages.length;
      contents.push(...this.#made(role, pieces));
      const page = this.#pages[before];
      if (page && takesLead && this.#holdsMarkup(lead)) page.slices.unshift(lead);
      if (page) own?.slices.push({ takenOut: page });
      restStart = end;
      silent = end;
    }
    if (own) own.slices.push(rangeBetween(restStart, endMark(holder)));
    else this.#giveRest(holder, restStart);
    return contents;
  }

  /** Elements without words after the last page go with that page. */
  #giveRest(holder: Piece, restStart: Mark): void {
    const last = holder.children.at(-1);
    if (!last || last.end <= restStart.at || isTei(holder, 'TEI', 'teiCorpus')) return;
    const inside =
      restStart.at === holder.start ? { at: holder.startEnd, words: holder.wordsStart } : restStart;
    const rest = rangeBetween(inside, endMark(last));
    if (isBlankRange(this.#volume, rest)) this.#pages.at(-1)?.slices.push(rest);
  }

  #parts(holder: Piece): PagePart[] {
    const parts: { role: PagePart['role']; pieces: [Piece, ...Piece[]] }[] = [];
    for (const child of holder.children) {
      const role = this.#roleOf(child, holder);
      const last = parts.at(-1);
      // Elements beside the divisions of front and back matter, such as a motto or an imprint:
      // adjacent ones are one page.
      const continues =
        role === 'matter' && last?.role === 'matter' && ![child, ...last.pieces].some(isDivision);
      if (continues) last.pieces.push(child);
      else parts.push({ role, pieces: [child] });
    }
    return parts;
  }

  #roleOf(child: Piece, holder: Piece): PagePart['role'] {
    if (this.#units.has(child)) return 'unit';
    if (this.#holders.has(child)) return 'holder';
    if (isTei(holder, 'front', 'back'))
      return isDivision(child) || !isBlankRange(this.#volume, child) ? 'matter' : 'own';
    if (isTei(holder, 'TEI', 'teiCorpus', 'text', 'group')) {
      if (isTei(child, 'front', 'back', 'body', 'group', 'text', 'TEI')) return 'holder';
      // A page break between two texts of a group.
      return isTei(holder, 'TEI', 'teiCorpus') ? 'outside' : 'own';
    }
    return 'own';
  }

  #made(role: PagePart['role'], pieces: readonly [Piece, ...Piece[]]): Contents[] {
    const [piece] = pieces;
    if (role === 'unit') return [{ page: this.#add('document', piece, [piece]), under: [] }];
    if (role === 'matter') {
      const whole = rangeBetween(startOf(piece), endMark(pieces.at(-1) as Piece));
      return [{ page: this.#add('matter', piece, [whole]), under: [] }];
    }
    if (isTei(piece, 'TEI', 'text', 'group', 'front', 'back') || !this.#saysSomething(piece))
      return this.#inside(piece);
    const own = this.#add('group', piece, []);
    return [{ page: own, under: this.#inside(piece, own) }];
  }

  /** Whether an element has words outside of its documents. */
  #saysSomething(holder: Piece): boolean {
    let at = holder.wordsStart;
    for (const child of holder.children) {
      if (!this.#units.has(child) && !this.#holders.has(child)) continue;
      if (!isBlankRange(this.#volume, { wordsStart: at, wordsEnd: child.wordsStart })) return true;
      at = child.wordsEnd;
    }
    return !isBlankRange(this.#volume, { wordsStart: at, wordsEnd: holder.wordsEnd });
  }

  #holdsMarkup({ start, end }: Range): boolean {
    return this.#volume.text.slice(start, end).trim() !== '';
  }

  #add(kind: VolumePageKind, piece: Piece, slices: readonly Slice[], name?: string): PageDraft {
    const place = [piece, ...ancestorsOf(piece)].find((above) =>
      isTei(above, 'front', 'body', 'back'),
    );
    const part = (place?.local ?? 'body') as VolumePage['part'];
    const title = pieceTitle(this.#volume, piece) || divisionTitle(piece, part);
    const page = {
      kind,
      name: this.#free(name ?? pieceName(piece)),
      title,
      part,
      piece,
      slices: [...slices],
    };
    this.#pages.push(page);
    return page;
  }

  /**
   * The name, with a number if it is already used; upper and lower case are the same to some file
   * systems.
   */
  #free(wanted: string): string {
    const base = sourceDocumentId(wanted);
    let name = base;
    for (let n = 2; this.#names.has(name.toLowerCase()); n += 1) name = `${base}-${n}`;
    this.#names.add(name.toLowerCase());
    return name;
  }
}

function isDivision(piece: Piece): boolean {
  return isTei(piece, ...DIVISIONS);
}
