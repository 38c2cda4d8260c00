/** Ranges of a volume that are copied, and the changes that copies need. */
import { escapeAttribute } from '../../xml/escape.ts';
import { attribute, isTei } from '../../xml/tree.ts';
import {
  ancestorsOf,
  isBlankRange,
  type Piece,
  type Range,
  type Volume,
} from '../divide/volume.ts';

/** A list that became an authority file, with the elements that contained nothing else. */
export function emptied(volume: Volume, list: Piece): Range[] {
  let omitted = list;
  while (omitted.parent && !isTei(omitted.parent, 'profileDesc', 'teiHeader')) {
    const above: Piece = omitted.parent;
    const alone =
      above.children.length === 1 &&
      isBlankRange(volume, { wordsStart: above.wordsStart, wordsEnd: omitted.wordsStart }) &&
      isBlankRange(volume, { wordsStart: omitted.wordsEnd, wordsEnd: above.wordsEnd });
    if (!alone) break;
    omitted = above;
  }
  return [omitted];
}

/** The parts of a range that are left when others are cut out. */
export function rangesWithout(whole: Range, cuts: readonly Range[]): Range[] {
  const inside = cuts
    .filter(({ start, end }) => start >= whole.start && end <= whole.end)
    .sort((a, b) => a.start - b.start);
  const parts: Range[] = [];
  let at: Pick<Range, 'start' | 'wordsStart'> = whole;
  for (const cut of inside) {
    if (cut.start < at.start) continue;
    parts.push({
      start: at.start,
      wordsStart: at.wordsStart,
      end: cut.start,
      wordsEnd: cut.wordsStart,
    });
    at = { start: cut.end, wordsStart: cut.wordsEnd };
  }
  return [
    ...parts,
    { start: at.start, wordsStart: at.wordsStart, end: whole.end, wordsEnd: whole.wordsEnd },
  ];
}

/** The content between an element's tags. */
export function innerOf(volume: Volume, piece: Piece): Range {
  const end =
    piece.startEnd === piece.end ? piece.end : volume.text.lastIndexOf('</', piece.end - 1);
  return { start: piece.startEnd, end, wordsStart: piece.wordsStart, wordsEnd: piece.wordsEnd };
}

/** The beginning of a start tag. */
export const START_NAME = /^<[^\s/>]+/;

/** Adds these declarations to its start tag. */
export function declaring(xml: string, declarations: string): string {
  return xml.replace(START_NAME, (name) => name + declarations);
}

/**
 * The start tag without a prefix: text written around the volume's own parts uses TEI's namespace
 * by default.
 */
export function headerStartTag(volume: Volume, header: Piece): string {
  return volume.text
    .slice(header.start, header.startEnd)
    .replace(START_NAME, '<teiHeader')
    .replace(/\/>$/, '>');
}

/** If a part is copied twice into the header, only one copy keeps its identifiers. */
export function withoutIds(xml: string): string {
  return xml.replace(/\sxml:id\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** The language and the treatment of white space that an element inherits. */
export function inherited(piece: Piece): string {
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
