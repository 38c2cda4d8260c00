/**
 * Letters: address, dateline, salutation, closing formula, signature, postscript.
 */

import { readTitleDay } from '../../dates/letter/title-day.ts';
import { isRow } from '../../engine/outline/blocks.ts';
import { withoutNumber } from '../../header/title.ts';
import { titleLanguage } from '../../header/title-language.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, type Recognition, weigh } from '../common/genre.ts';
import { outlineCorrespondence } from '../correspondence/outline.ts';
import { letterSigns } from '../correspondence/signs.ts';

export const letter: Genre = {
  name: 'letter',
  title: 'a letter',
  recognize,
  outline: (input) => outlineCorrespondence(input, 'letter'),
  header: { correspondence: true },
};

/** More blocks than a letter has: a greeting and a farewell may then belong to a book. */
const LONG = 150;
/** What proportion of a letter may be rows of a table, by characters. */
const MOST_ROWS = 0.4;

function recognize(evidence: GenreEvidence): Recognition {
  const signs = letterSigns(evidence);
  const { score: sum, reasons } = weigh([
    [signs.salutation, 0.4, 'a salutation'],
    [signs.closing, 0.35, 'a closing formula'],
    [signs.parties, 0.35, 'a title with sender and addressee'],
    [signs.stated, 0.3, 'a title with its day'],
    [signs.addressee, 0.15, 'a title that names the addressee alone'],
    [signs.dateline, 0.2, 'a dateline with place and date'],
    [signs.framed, 0.35, 'a dateline above the text and a signature below it'],
    [signs.address, 0.15, 'an address'],
    [titled(evidence), 0.3, 'a title that calls it a letter'],
    [titled(evidence) && !signs.stated && dated(evidence), 0.25, 'the day in that title'],
    [signs.runIn, 0.2, 'a salutation at the head of the first paragraph'],
  ]);
  let score = sum;
  const stated = signs.parties && signs.dateline;
  if (evidence.blocks.length > LONG && !stated) score *= 0.5;
  // A bill names two parties and a day as well.
  if (rowShare(evidence) > MOST_ROWS) score *= 0.5;
  return { score: Math.min(score, 0.95), reasons };
}

function titled({ title, language }: GenreEvidence): boolean {
  const { kinds } = titleLanguage(title, language).letters;
  return new RegExp(`^(?:${kinds})(?!\\p{L})`, 'iu').test(withoutNumber(title));
}

function dated({ title, language }: GenreEvidence): boolean {
  return readTitleDay(title, titleLanguage(title, language))?.atEnd === true;
}

function rowShare({ blocks }: GenreEvidence): number {
  const length = (some: typeof blocks) => some.reduce((sum, { text }) => sum + text.length, 0);
  return length(blocks.filter(({ text }) => isRow(text))) / Math.max(1, length(blocks));
}
