/** A journal as the source of a text: The Review 12, no. 3 (March 1899): 45–47. */
import type { PrintFacts } from '../../model/facts.ts';
import { isDay, yearOf } from '../facts/dates.ts';
import { joined } from '../writing/values.ts';
import type { Say } from '../writing/words.ts';
import { mlaDate } from './mla-dates.ts';
import { bareRange, fullPages, shortPages } from './pages.ts';
import { cited, joinRich, plainTextOf, type Rich, richText } from './styles/rich-text.ts';

/** The facts of a printed source that are cited. */
export type CitedPrint = Omit<PrintFacts, 'whole' | 'identifiers' | 'address'>;

function volumeOf({ volumeArabic, volumeNumber, volume }: CitedPrint): string | null {
  return volumeArabic ?? volumeNumber ?? volume;
}

/** Chicago 14.67: no mark between title and volume, the issue after a comma. */
export function chicagoJournal(print: CitedPrint, say: Say): Rich {
  const volume = volumeOf(print);
  const { issue, issued, pages } = print;
  const numbers = joined([volume, issue && say('citation.issue', { n: issue })], ', ');
  if (isNewspaper(print)) {
    const parts = [cited(print.title), richText(dateInWords(print, say))];
    return joinRich([...parts, richText(pages && bareRange(pages))], ', ');
  }
  return [
    ...joinRich([cited(print.title), richText(numbers)], volume === null ? ', ' : ' '),
    ...richText(issued && ` (${dateInWords(print, say)})`),
    ...richText(pages && `: ${bareRange(pages)}`),
  ];
}

/** MLA 9, 5.49: "The Review, vol. 12, no. 3, Mar. 1899, pp. 45–47". */
export function mlaJournal(print: CitedPrint, say: Say): Rich[] {
  const volume = volumeOf(print);
  const { issue, issued, pages } = print;
  return [
    cited(print.title),
    richText(volume && say('citation.volume', { n: volume })),
    richText(issue && say('citation.issue', { n: issue })),
    richText(issued && mlaDate(dateInWords(print, say))),
    richText(pages && shortPages(pages, say)),
  ];
}

/** APA 7, 10.1: "The Review, 12(3), 45–47", volume in italics as the title is. */
export function apaJournal(print: CitedPrint): Rich {
  const volume = volumeOf(print);
  const number = volume === null ? print.issue : volume;
  const issue = volume !== null && print.issue !== null ? `(${print.issue})` : '';
  return joinRich(
    [
      cited(print.title),
      number === null ? [] : [...cited(number), ...richText(issue)],
      richText(print.pages && bareRange(print.pages)),
      richText(print.issued && yearOf(print.issued)),
    ],
    ', ',
  );
}

/** In a note of a reference manager. */
export function journalText(print: CitedPrint, say: Say): string | null {
  const { pages, ...without } = print;
  const journal = plainTextOf(chicagoJournal({ ...without, pages: null }, say));
  return joined([journal, pages && fullPages(pages, say)], ', ');
}

/** A paper is found by its day (Chicago 18, 14.89): it has no volume, and no issue. */
function isNewspaper(print: CitedPrint): boolean {
  return volumeOf(print) === null && print.issue === null && isDay(print.issued ?? '');
}

/** "May 7, 1898" for a newspaper; "March 1899" for a month or a day of a journal; else the year. */
function dateInWords(print: CitedPrint, say: Say): string {
  const issued = print.issued ?? '';
  const [, year = issued, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(issued) ?? [];
  if (month === undefined) return yearOf(year);
  const parts = { month: say(`month.${month}`), year };
  if (!isNewspaper(print) || day === undefined) return say('date.month', parts);
  return say(day === '01' ? 'date.day.first' : 'date.day', { ...parts, day: String(Number(day)) });
}
