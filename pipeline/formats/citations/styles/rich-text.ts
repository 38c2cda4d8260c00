/**
 * Citations for readers: pieces of text, some of them titles or addresses, as HTML and as plain
 * text.
 */
import type { TitleRun } from '../../../model/facts.ts';
import { doiAddress } from '../../facts/schemes.ts';
import { quotedOnce } from '../exports/csl.ts';
import { isQuotedLevel } from '../exports/tex.ts';
import type { CitableReference } from '../model.ts';

interface RichStretch {
  readonly text: string;
  /** `locator` is empty; it marks the place for a passage. `address` contains the address. */
  readonly as?: 'cite' | 'locator' | 'address';
}

export type Rich = readonly RichStretch[];

export interface FormattedCitation {
  readonly html: string;
  readonly text: string;
}

export const LOCATOR: Rich = [{ text: '', as: 'locator' }];

/** A text; empty if there is none. */
export function richText(text: string | null | undefined): Rich {
  return text ? [{ text }] : [];
}

/** A title in italics. */
export function cited(title: string | null | undefined): Rich {
  return title ? [{ text: title, as: 'cite' }] : [];
}

/** The parts that are not empty, one after the other. */
export function joinRich(parts: readonly Rich[], separator: string): Rich {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, place) => (place > 0 ? [{ text: separator }, ...part] : part));
}

/** Parts with a full stop, inside closing quotation marks, and a space after them. */
export function sentence(...parts: readonly Rich[]): Rich {
  const whole = joinRich(parts, ', ');
  const last = whole.at(-1);
  if (!last) return [];
  if (isStopped(plainTextOf(whole))) return [...whole, { text: ' ' }];
  return [...whole.slice(0, -1), { ...last, text: withinQuotes(last.text, '.') }, { text: ' ' }];
}

/** American styles set commas and full stops before closing quotation marks (Chicago 6.9). */
function withinQuotes(text: string, mark: string): string {
  return text.replace(/[’”]*$/, (marks) => mark + marks);
}

function isStopped(text: string): boolean {
  return /[.?!]$/.test(text.replace(/[’”]+$/, ''));
}

/**
 * A title in quotation marks, with `stop` inside them, as in American styles: “Title,”. Quotation
 * marks within it are single; titles within it are in italics or in single marks.
 */
export function quotedTitle(title: string, runs: readonly TitleRun[] | null, stop: string): Rich {
  const inner = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');
  const pieces: RichStretch[] = runs
    ? runs.map(({ text, level }) =>
        level === null || isQuotedLevel(level)
          ? { text: inner(level === null ? text : quotedOnce(text)) }
          : { text, as: 'cite' },
      )
    : [{ text: inner(title) }];
  const needed = stop === '.' && isStopped(title) ? '' : stop;
  const last = pieces.at(-1);
  const closed = last !== undefined && last.as === undefined && last.text.endsWith('’');
  if (!closed) return [{ text: '“' }, ...pieces, { text: `${needed}”` }];
  const end = { text: `${withinQuotes(last.text, needed)}”` };
  return [{ text: '“' }, ...pieces.slice(0, -1), end];
}

/** A title without quotation marks, titles within it in italics or in quotation marks. */
export function titleRich({
  title,
  titleRuns,
}: Pick<CitableReference, 'title' | 'titleRuns'>): Rich {
  if (!titleRuns) return richText(title);
  return titleRuns.map(({ text, level }) => {
    if (level === null) return { text };
    return isQuotedLevel(level) ? { text: quotedOnce(text) } : { text, as: 'cite' };
  });
}

/** The DOI is preferred to the address, as all three styles require. */
export function citedAddress(
  { doi, url }: Pick<CitableReference, 'doi' | 'url'>,
  before: string,
): Rich {
  const address = doi === null ? url : doiAddress(doi);
  return address === null ? [] : [...richText(before), { text: address, as: 'address' }];
}

/** Moves commas and full stops that follow closing quotation marks before them. */
export function marksWithinQuotes(rich: Rich): Rich {
  // The empty place for a passage does not separate words.
  const next = (place: number): string =>
    rich.slice(place + 1).find(({ text }) => text !== '')?.text ?? '';
  const previous = (place: number): string =>
    rich.slice(0, place).findLast(({ text }) => text !== '')?.text ?? '';
  return rich.map((stretch, place) => {
    let { text } = stretch;
    if (/^[,.]/.test(text) && previous(place).endsWith('”')) text = text.slice(1);
    const [mark = ''] = /^[,.]/.exec(next(place)) ?? [];
    if (text.endsWith('”') && mark !== '')
      text = mark === '.' && isStopped(text) ? text : withinQuotes(text, mark);
    return text === stretch.text ? stretch : { ...stretch, text };
  });
}

export function plainTextOf(rich: Rich): string {
  return rich.map(({ text }) => text).join('');
}

export function citation(rich: Rich): FormattedCitation {
  return {
    html: rich.map(asHtml).join('').trimEnd(),
    text: plainTextOf(rich)
      .replace(/[ \t\r\n]+/g, ' ')
      .trim(),
  };
}

function asHtml({ text, as }: RichStretch): string {
  const words = escapeRichText(text);
  if (as === undefined) return words;
  return as === 'cite' ? `<cite>${words}</cite>` : `<span class="${as}">${words}</span>`;
}

function escapeRichText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;');
}

export function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
