/**
 * Decides which elements of a file become documents of their own.
 *
 * Takes a file, and an XPath if the user gave one. Returns the elements, outermost only, in the
 * order of the file, and the rule that found them. In this order: the user's XPath; the file's own
 * first `refsDecl/citeStructure` (TEI Guidelines 16.2.5.4); `div[@type='document']`; the `TEI`
 * elements of a corpus; the `text` elements of a group; the divisions of a long text
 * (natural-divisions.ts); else the file is one document.
 */
import { type Finding, InputError, UsageError } from '../../core/finding.ts';
import { elementsAt } from '../../xml/saxon/xpath.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import { naturalDivisions } from './natural-divisions.ts';
import { ancestorsOf, type Piece, piecesWithin, type Volume } from './volume.ts';

interface FoundUnits {
  readonly pieces: readonly Piece[];
  /** The rule that found the units, for the summary: an XPath. */
  readonly by: string;
}

interface Convention {
  readonly xpath: string;
  holds(piece: Piece): boolean;
}

const CONVENTIONS: readonly Convention[] = [
  {
    xpath: "//div[@type='document']",
    holds: (piece) => isTei(piece, 'div') && attribute(piece, 'type') === 'document',
  },
  {
    xpath: '//TEI',
    holds: (piece) =>
      isTei(piece, 'TEI') &&
      piece.parent !== undefined &&
      piece.children.some((c) => isTei(c, 'text')),
  },
  {
    xpath: '//group/text',
    holds: (piece) => isTei(piece, 'text') && isTei(piece.parent as Piece, 'group'),
  },
];

/**
 * A declaration in the file that was not used: a `citeStructure` that selects nothing, or
 * `cRefPattern` alone, which says how a reference is resolved but not which elements are documents.
 * `by`: the XPath that was used.
 */
export function notFollowed(volume: Volume, { by }: FoundUnits, xpath?: string): Finding[] {
  if (xpath !== undefined) return [];
  const declared = declarationsIn(volume);
  const structure = declared.find((piece) => isTei(piece, 'citeStructure'));
  const [first] = structure ? [structure] : declared.filter((piece) => isTei(piece, 'cRefPattern'));
  if (!first || attribute(first, 'match') === by) return [];
  const why = structure
    ? `the XPath ${attribute(structure, 'match') ?? '(@match is missing)'} of this ` +
      `citeStructure selects nothing`
    : 'a cRefPattern says how references are resolved, not which elements are documents';
  const others = 'name others by --unit XPATH or a citeStructure';
  const message = `${why}; they were found by ${by}; ${others}`;
  const { line, column } = first;
  return [
    { path: volume.path, line, column, severity: 'remark', rule: 'import/refs-decl', message },
  ];
}

/**
 * Throws a `UsageError` if the user's XPath is wrong or selects nothing, an `InputError` if the
 * file's own is.
 */
export function findUnits(volume: Volume, xpath?: string): FoundUnits {
  if (xpath !== undefined) return { pieces: selected(volume, xpath), by: xpath };
  const cited = citeStructure(volume);
  if (cited) return cited;
  for (const { xpath: by, holds } of CONVENTIONS) {
    const pieces = outermost(volume.pieces.filter((piece) => holds(piece) && isOfText(piece)));
    if (pieces.length > 0) return { pieces, by };
  }
  return naturalDivisions(volume) ?? { pieces: [volume.root], by: '/*' };
}

function selected(volume: Volume, xpath: string): Piece[] {
  let numbers: number[];
  try {
    numbers = elementsAt(volume.text, xpath);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `--unit ${xpath} cannot be used: ${said}; give an XPath of elements, such as ` +
        `"//body/div[@type='letter']"`,
    );
  }
  if (numbers.length === 0) {
    throw new UsageError(
      `--unit ${xpath} selects nothing in ${volume.path}; names without a prefix are TEI's`,
    );
  }
  const pieces = numbers.map((number) => volume.pieces[number] as Piece);
  const texts = pieces.filter(isOfText);
  if (texts.length === 0) {
    const { name, line } = pieces[0] as Piece;
    throw new UsageError(
      `--unit ${xpath} selects <${name}> in line ${line} of ${volume.path}, which is not a ` +
        `part of a text; documents are texts or parts of them`,
    );
  }
  return outermost(texts);
}

/** The file's own declarations about references. */
function declarationsIn(volume: Volume): readonly Piece[] {
  const header = volume.root.children.find((child) => isTei(child, 'teiHeader'));
  return header
    ? piecesWithin(volume, header).filter((piece) => isTei(piece, 'citeStructure', 'cRefPattern'))
    : [];
}

function citeStructure(volume: Volume): FoundUnits | undefined {
  const structure = declarationsIn(volume).find((piece) => isTei(piece, 'citeStructure'));
  const match = structure && attribute(structure, 'match');
  if (!structure || match === undefined) return undefined;
  let numbers: number[];
  try {
    numbers = elementsAt(volume.text, match);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const message =
      `the XPath ${match} of this citeStructure cannot be used: ${said}; correct it, or say ` +
      `with --unit which elements are documents`;
    const { line, column } = structure;
    throw new InputError({
      path: volume.path,
      line,
      column,
      severity: 'error',
      rule: 'import/cite-structure',
      message,
    });
  }
  const pieces = outermost(
    numbers.map((number) => volume.pieces[number] as Piece).filter(isOfText),
  );
  return pieces.length === 0 ? undefined : { pieces, by: match };
}

/**
 * A text with its header, a text, or a part of one: lists and declarations in a header are not
 * documents.
 */
function isOfText(piece: Piece): boolean {
  const all = [piece, ...ancestorsOf(piece)];
  if (all.some((above) => isTei(above, 'teiHeader'))) return false;
  return isTei(piece, 'TEI', 'teiCorpus') || all.some((above) => isTei(above, 'text'));
}

function outermost(pieces: readonly Piece[]): Piece[] {
  const all = new Set(pieces);
  return pieces.filter((piece) => ![...ancestorsOf(piece)].some((above) => all.has(above)));
}
