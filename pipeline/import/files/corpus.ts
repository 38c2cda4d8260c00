/**
 * Statements in the header of a corpus: they apply to each text without its own statement (TEI
 * Guidelines 15.1, "Varieties of Composite Text"), and are copied into each text that leaves the
 * corpus.
 *
 * Takes a TEI element of a file, and the publication statement of the edition. Returns additions to
 * its header, with their places. Responsibility, and the declarations about the encoding, come from
 * the nearest corpus around the text; licence, date and publisher from edition.xml if its editor
 * has stated them, else from the corpus.
 */
import { isTei } from '../../xml/tree.ts';
import {
  ancestorsOf,
  childPieces,
  isBlankRange,
  type Piece,
  piecesWithin,
  type Range,
  type Volume,
} from '../divide/volume.ts';
import { innerOf } from './parts.ts';

/** Replacement for a part of the file; a part of length 0 is an insertion. */
interface Insertion {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

interface FromCorpus {
  /** In the order of the file. */
  readonly insertions: readonly Insertion[];
  /** Children of `encodingDesc`. */
  readonly declarations: string;
}

/** Responsibility for a text, besides its author (model.respLike). */
const RESPONSIBLE = ['editor', 'funder', 'principal', 'respStmt', 'sponsor'];

/** Elements that are added to a statement that names a publisher and does not have them. */
const DETAILS = ['date', 'availability'];

/**
 * `publicationStmt`: the edition's own, as text, or empty. `follow`: a part of the file with its
 * pointers resolved.
 */
export function fromCorpus(
  volume: Volume,
  text: Piece,
  publicationStmt: string,
  follow: (part: Range) => string,
): FromCorpus {
  const [header] = childPieces(text, 'teiHeader');
  const corpora = [...ancestorsOf(text)]
    .filter((above) => isTei(above, 'TEI', 'teiCorpus'))
    .flatMap((above) => childPieces(above, 'teiHeader'))
    // If one has a prefix and the other does not, elements of one cannot be put into the other.
    .filter(({ name }) => name === header?.name);
  const [file] = childPieces(header, 'fileDesc');
  const whole = (pieces: readonly Piece[]): string => pieces.map(follow).join('');
  const insertions = [
    responsible(volume, file, corpora, whole),
    published(
      volume,
      file,
      publicationStmt.startsWith(`<${prefixOf(header)}publicationStmt`) ? publicationStmt : '',
    ),
  ].filter((one) => one !== undefined);
  const declared = new Set(
    childPieces(header, 'encodingDesc').flatMap(({ children }) =>
      children.map(({ local }) => local),
    ),
  );
  const declarations: Piece[] = [];
  for (const corpus of corpora) {
    const new_ = childPieces(corpus, 'encodingDesc')
      .flatMap(({ children }) => children)
      .filter(({ local }) => !declared.has(local) && local !== 'appInfo');
    declarations.push(...new_);
    for (const { local } of new_) declared.add(local);
  }
  return { insertions, declarations: whole(declarations) };
}

function responsible(
  volume: Volume,
  file: Piece | undefined,
  corpora: readonly Piece[],
  whole: (pieces: readonly Piece[]) => string,
): Insertion | undefined {
  const [own] = childPieces(file, 'titleStmt');
  if (!own || childPieces(own, ...RESPONSIBLE).length > 0) return undefined;
  const of = corpora
    .map((corpus) =>
      childPieces(childPieces(childPieces(corpus, 'fileDesc')[0], 'titleStmt')[0], ...RESPONSIBLE),
    )
    .map((pieces) => pieces.filter((piece) => !isBlankRange(volume, piece)))
    .find((pieces) => pieces.length > 0);
  const { end } = innerOf(volume, own);
  return of && own.startEnd < own.end ? { at: end, until: end, text: whole(of) } : undefined;
}

function published(
  volume: Volume,
  file: Piece | undefined,
  statement: string,
): Insertion | undefined {
  if (!file || statement === '') return undefined;
  const [own] = childPieces(file, 'publicationStmt');
  if (!own) {
    const before = childPieces(file, 'titleStmt', 'editionStmt', 'extent').at(-1);
    return before && { at: before.end, until: before.end, text: statement };
  }
  if (saysNothing(volume, own)) return { at: own.start, until: own.end, text: statement };
  // A statement in paragraphs cannot contain other elements (TEI Guidelines, publicationStmt).
  if (childPieces(own, 'p', 'ab').length > 0) return undefined;
  const details = DETAILS.filter((name) => childPieces(own, name).length === 0).map(
    (name) =>
      new RegExp(`<(?:\\w+:)?${name}[\\s>][\\s\\S]*</(?:\\w+:)?${name}>`).exec(statement)?.[0] ??
      '',
  );
  const { end } = innerOf(volume, own);
  return { at: end, until: end, text: details.join('') };
}

/** No words, and no meaningful attribute. */
function saysNothing(volume: Volume, piece: Piece): boolean {
  return (
    isBlankRange(volume, piece) &&
    piecesWithin(volume, piece).every(({ attributes }) => attributes.length === 0)
  );
}

function prefixOf(header: Piece | undefined): string {
  return header?.name.slice(0, -'teiHeader'.length) ?? '';
}
