/** The readable text of a file: characters of raw text, references resolved. */
import type { TreeElement } from '../../xml/tree.ts';
import type { SourceRange } from './document.ts';

/** A character or reference of a run: its place, and its meaning. */
interface ReadingUnit extends SourceRange {
  readonly text: string;
}

const REFERENCES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

const SPECIAL = /&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));|\r\n?/g;

/**
 * Divides a run into parts that are written as they are read, and single units that are not:
 * references and line ends of Windows.
 */
export function readingUnits({ start, end }: SourceRange, text: string): ReadingUnit[] {
  const raw = text.slice(start, end);
  if (!/[&\r]/.test(raw)) return [{ start, end, text: raw }];
  const units: ReadingUnit[] = [];
  let at = 0;
  for (const found of raw.matchAll(SPECIAL)) {
    const { index } = found;
    if (index > at)
      units.push({ start: start + at, end: start + index, text: raw.slice(at, index) });
    at = index + found[0].length;
    units.push({ start: start + index, end: start + at, text: meaningOf(found) });
  }
  if (at < raw.length) units.push({ start: start + at, end, text: raw.slice(at) });
  return units;
}

function meaningOf([whole, decimal, hex, name]: RegExpMatchArray): string {
  if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  if (name !== undefined) return REFERENCES[name] ?? whole;
  return '\n';
}

/** The meaning of raw text without tags. */
export function decodeReferences(raw: string): string {
  return readingUnits({ start: 0, end: raw.length }, raw)
    .map(({ text }) => text)
    .join('');
}

/** All text of an element, as the parser read it. */
export function rawTextOf(element: TreeElement): string {
  const parts: string[] = [];
  collect(element, parts);
  return parts.join('');
}

function collect(element: TreeElement, parts: string[]): void {
  for (const child of element.children)
    if (typeof child === 'string') parts.push(child);
    else collect(child, parts);
}
