/**
 * A TEI file that is to be divided: its text, and where each of its elements begins and ends.
 *
 * Takes the path of a file. Returns its elements as pieces of the text, by offsets, so that copies
 * are exact to the character; read in one pass. Throws an `InputError` if the file cannot be read
 * or is not TEI.
 */

import { basename, dirname, extname } from 'node:path';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { foldedWords } from '../../core/text.ts';
import { hashUri } from '../../edition/file-facts/provenance.ts';
import { decodeXml } from '../../xml/decode.ts';
import { TEI } from '../../xml/namespaces.ts';
import { readXml, type XmlElement, type XmlHandler } from '../../xml/read.ts';
import { parsePlaced, readDocument } from '../../xml/source/read-document.ts';
import { attribute, isTei } from '../../xml/tree.ts';

/**
 * A part of the file: offsets in its text, and in its words (the character data alone). UTF-16
 * units, the end is exclusive.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly wordsStart: number;
  readonly wordsEnd: number;
}

/** An element of the file, without its text: that is a range of the volume's words. */
export interface Piece extends Range, Omit<XmlElement, 'depth'> {
  /** Number in document order, from 0. */
  readonly number: number;
  readonly parent: Piece | undefined;
  readonly children: readonly Piece[];
}

export interface Volume {
  /** The file name in messages. */
  readonly path: string;
  /** Name of the file without folder, and without extension. */
  readonly file: string;
  readonly stem: string;
  readonly hash: string;
  /** Findings, for example about files that could not be included (XInclude). */
  readonly findings: readonly Finding[];
  readonly text: string;
  /** All character data of the file, entities replaced. */
  readonly words: string;
  readonly root: Piece;
  /** In document order. */
  readonly pieces: readonly Piece[];
  readonly ids: ReadonlyMap<string, Piece>;
}

interface OpenPiece extends Piece {
  end: number;
  wordsEnd: number;
  readonly children: OpenPiece[];
}

export function readVolume(path: string): Volume {
  const shown = shownPath(path);
  const read = readDocument(path, dirname(path), 'import/unreadable');
  // A part of TEI is not a volume, and is refused unexpanded.
  const text = read.isFragment ? decodeXml(read.bytes, shown) : read.text;
  const places = read.isFragment ? undefined : read.places;
  // A chapter that cannot be read would be lost.
  if (read.findings.some(({ severity }) => severity === 'error'))
    throw new InputError(read.findings);
  const pieces: OpenPiece[] = [];
  const ids = new Map<string, Piece>();
  const words: string[] = [];
  let length = 0;
  let inside: OpenPiece | undefined;
  const handler: XmlHandler = {
    open({ depth: _depth, ...element }) {
      const at = {
        number: pieces.length,
        parent: inside,
        children: [],
        wordsStart: length,
        wordsEnd: length,
      };
      const place = places?.placeAt(element.line, element.column);
      const piece: OpenPiece = { ...element, ...place, end: element.startEnd, ...at };
      inside?.children.push(piece);
      pieces.push(piece);
      const id = attribute(piece, 'xml:id');
      if (id !== undefined) {
        const before = ids.get(id);
        if (before) throw sameId(shown, piece, id, before);
        ids.set(id, piece);
      }
      inside = piece;
    },
    close(_element, end) {
      if (!inside) return;
      inside.end = end;
      inside.wordsEnd = length;
      inside = inside.parent as OpenPiece | undefined;
    },
    text(chars) {
      words.push(chars);
      length += chars.length;
    },
  };
  parsePlaced(shown, places, () => readXml({ path: shown, content: text }, handler));
  const root = pieces[0] as Piece;
  if (!isTei(root, 'TEI', 'teiCorpus')) throw notTeiError(shown, root);
  const file = basename(path);
  const stem = basename(path, extname(path));
  return {
    path: shown,
    file,
    stem,
    hash: hashUri(places ? Buffer.from(text) : read.bytes),
    findings: read.findings,
    text,
    words: words.join(''),
    root,
    pieces,
    ids,
  };
}

/** The child elements of TEI of these names. */
export function childPieces(piece: Piece | undefined, ...names: readonly string[]): Piece[] {
  return (piece?.children ?? []).filter((child) => isTei(child, ...names));
}

/** The pieces inside `piece`, without itself, in document order. */
export function piecesWithin(volume: Volume, piece: Piece): readonly Piece[] {
  let end = piece.number + 1;
  while ((volume.pieces[end]?.start ?? Number.POSITIVE_INFINITY) < piece.end) end += 1;
  return volume.pieces.slice(piece.number + 1, end);
}

export function* ancestorsOf(piece: Piece): Generator<Piece> {
  for (let above = piece.parent; above; above = above.parent) yield above;
}

/** Whether a range holds only white space. */
export function isBlankRange(
  volume: Volume,
  { wordsStart, wordsEnd }: Pick<Range, 'wordsStart' | 'wordsEnd'>,
): boolean {
  return volume.words.slice(wordsStart, wordsEnd).trim() === '';
}

/** A piece's text without its notes, white space folded: the words of a heading. */
export function textWithoutNotes(volume: Volume, piece: Piece): string {
  let text = '';
  let at = piece.wordsStart;
  for (const inner of piecesWithin(volume, piece)) {
    if (!isTei(inner, 'note') || inner.wordsStart < at) continue;
    text += volume.words.slice(at, inner.wordsStart);
    at = inner.wordsEnd;
  }
  text += volume.words.slice(at, piece.wordsEnd);
  return foldedWords(text);
}

function sameId(path: string, { line, column }: Piece, id: string, before: Piece): InputError {
  const message =
    `the xml:id “${id}” is already used in line ${before.line}; give each element one of ` +
    `its own, since pointers to it are read`;
  return new InputError({ path, line, column, severity: 'error', rule: 'import/same-id', message });
}

function notTeiError(path: string, { line, column, name, uri }: Piece): InputError {
  const message =
    uri === TEI
      ? `the file's outermost element is ${name}; a whole TEI document begins with TEI or teiCorpus`
      : `the file's outermost element is ` +
        `${name}${uri === '' ? ' in no namespace' : ` of ${uri}`}; TEI P5 is in the namespace ` +
        `${TEI}`;
  return new InputError({ path, line, column, severity: 'error', rule: 'import/no-tei', message });
}
