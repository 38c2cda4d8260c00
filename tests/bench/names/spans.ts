/**
 * Names of a document as ranges of its letters, so that two encodings of one text can be compared
 * whatever their blocks, spaces and punctuation.
 */
import { attribute, type TreeElement } from '../../../pipeline/xml/tree.ts';

export const MEASURED_KINDS = ['person', 'place', 'org'] as const;
export type MeasuredKind = (typeof MEASURED_KINDS)[number];

/** A name; `start` and `end` count letters of the document's text. */
export interface NameSpan {
  readonly kind: MeasuredKind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** What the mark refers to; the words where it refers to nothing. */
  readonly target: string;
}

export interface Marked {
  /** Letters and digits of the text, in lower case; those of a note come after its block. */
  readonly letters: string;
  readonly names: readonly NameSpan[];
}

const KINDS: Readonly<Record<string, MeasuredKind>> = {
  persName: 'person',
  placeName: 'place',
  settlement: 'place',
  country: 'place',
  orgName: 'org',
};
/** `rs/@type` of hand-made encodings. */
const TYPES: Readonly<Record<string, MeasuredKind>> = {
  person: 'person',
  place: 'place',
  org: 'org',
  institution: 'org',
};
const SKIPPED = new Set(['teiHeader', 'standOff', 'figDesc', 'del', 'fw', 'pb', 'facsimile']);

export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The text of a document, or of a division of one, and the names marked in it. */
export function markedNames(root: TreeElement): Marked {
  let letters = '';
  const names: NameSpan[] = [];
  const notes: TreeElement[] = [];
  const read = (element: TreeElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') letters += lettersOf(child);
      else if (child.local === 'note') notes.push(child);
      else if (!SKIPPED.has(child.local)) {
        const start = letters.length;
        read(child);
        const kind = kindOf(child);
        if (!kind || letters.length === start) continue;
        const words = wordsOf(child);
        names.push({ kind, start, end: letters.length, words, target: targetOf(child) ?? words });
      }
    }
  };
  read(root);
  for (let note = notes.shift(); note; note = notes.shift()) read(note);
  return { letters, names };
}

function kindOf(element: TreeElement): MeasuredKind | undefined {
  if (element.local !== 'rs') return KINDS[element.local];
  const implied = /implied|allusively/.test(attribute(element, 'subtype') ?? '');
  return implied ? undefined : TYPES[attribute(element, 'type') ?? ''];
}

function targetOf(element: TreeElement): string | undefined {
  return (
    attribute(element, 'corresp') ??
    attribute(element, 'ref') ??
    attribute(element, 'key')
  )?.split(/\s+/)[0];
}

function wordsOf(element: TreeElement): string {
  return textIn(element).replace(/\s+/g, ' ').trim();
}

function textIn(element: TreeElement): string {
  return element.children
    .map((child) =>
      typeof child === 'string' ? child : child.local === 'note' ? '' : textIn(child),
    )
    .join('');
}

/** How many letters on both sides identify a place of one text in another. */
const CONTEXT = 14;

/**
 * For each name of one text the range of the other with the same letters around it; undefined if
 * there is none. If the letters occur several times the nearest place counts.
 */
export function placeIn(name: NameSpan, from: string, to: string): number | undefined {
  const words = from.slice(name.start, name.end);
  for (const reach of [CONTEXT, 5]) {
    const before = from.slice(Math.max(0, name.start - reach), name.start);
    const after = from.slice(name.end, name.end + reach);
    for (const [left, right] of [
      [before, after],
      ['', after],
      [before, ''],
    ] as const) {
      const pattern = left + words + right;
      if (pattern.length < words.length + Math.min(4, reach)) continue;
      const expected = (name.start / Math.max(1, from.length)) * to.length;
      let best: number | undefined;
      for (let at = to.indexOf(pattern); at >= 0; at = to.indexOf(pattern, at + 1)) {
        const place = at + left.length;
        if (best === undefined || Math.abs(place - expected) < Math.abs(best - expected))
          best = place;
      }
      if (best !== undefined) return best;
    }
  }
  return undefined;
}
