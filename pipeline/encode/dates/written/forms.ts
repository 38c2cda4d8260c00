/**
 * The forms of dates in running text, made from a language's words.
 *
 * Every pattern is sticky and names its parts: weekday, day, day2, month, number, year, short (a
 * year's last two digits), and if the language has them relMonth, relYear, part, feast.
 */
import type { Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';
import { REPUBLICAN_MONTHS } from './calendars.ts';

export type FormName =
  | 'republican'
  | 'range'
  | 'day'
  | 'relativeMonth'
  | 'numeric'
  | 'month'
  | 'feast'
  | 'year'
  | 'bareYear'
  | 'relativeDay';

interface WrittenForm {
  readonly name: FormName;
  readonly pattern: RegExp;
}

interface WrittenForms {
  readonly forms: readonly WrittenForm[];
  /** Finds where a date may begin. */
  readonly candidate: RegExp;
  /** Whether a date may begin at `lastIndex`. */
  readonly opening: RegExp;
  readonly monthNumber: (word: string) => number;
  readonly weekdayNumber: (word: string) => number;
  readonly dayNumber: (word: string) => number;
}

/**
 * "du mois dernier" before "du mois": words for other months than the document's own come first.
 */
function otherFirst(table: readonly (readonly [words: string, step: number | string])[]): string[] {
  const own = table.filter(([, step]) => step === 0);
  return [...table.filter(([, step]) => step !== 0), ...own].map(([words]) => words);
}

const YEAR = String.raw`(?:1\d{3}|20[0-2]\d)(?![\d])`;

export const dateForms = perLanguage(compile);

/** A short word that is no abbreviation of a coin or a measure: "à", "y". */
const SHORT_WORD = String.raw`(?!(?:fl|fr|ft|kr|rs|km|kg|mk|th|[mhrlsd])(?!\p{L}))\p{L}{1,2}`;

function compile(language: Language): WrittenForms {
  const { months, weekdays, dayEnding, dateParticles, dates, functionWords } = language;
  const any = (sources: readonly string[]) => (sources.length === 0 ? '(?!)' : sources.join('|'));
  const longest = (words: readonly string[]) =>
    [...words].sort((a, b) => b.length - a.length).join('|') || '(?!)';
  const particles = dateParticles === '' ? '' : String.raw`(?:(?:${dateParticles})\s+)*`;
  const monthWords = longest(months.flat().filter((word) => word.length > 2));
  const weekday =
    String.raw`(?:(?<weekday>${longest(weekdays.flat().filter((word) => word.length > 3))})\.?,?\s+(?:den\s+|` +
    String.raw`dem\s+|le\s+|el\s+|the\s+)?)?`;
  const ending = dayEnding === '' ? '' : `(?:${dayEnding})?`;
  const dayWord = any(dates.days);
  const day = (name: string) =>
    String.raw`(?<${name}>[0-3]?\d(?!\d)${ending}|(?:${dayWord})(?!\p{L}))`;
  const relYear = any(otherFirst(dates.relativeYears));
  const relMonth = any(otherFirst(dates.relativeMonths));
  const relDay = any(dates.relativeDays.map(([words]) => words));
  const feast = any(dates.feasts.map(([words]) => words));
  const part = any(dates.parts.map(([words]) => words));
  const year = String.raw`(?:,?\s+${particles}(?<year>${YEAR})|,?\s+(?<relYear>${relYear}))?`;
  const month = String.raw`(?<month>${monthWords})(?!\p{L})\.?`;
  const until = `(?:[-–—]|\\s(?:${dates.until || '(?!)'})\\s)`;
  const small = [...functionWords, SHORT_WORD].join('|');
  const form = (name: FormName, source: string): WrittenForm => ({
    name,
    pattern: new RegExp(source, 'iuy'),
  });
  const forms: WrittenForm[] = [
    form(
      'republican',
      String.raw`(?<day>\d{1,2})(?:er)?\s+(?<month>${REPUBLICAN_MONTHS.join('|')})` +
        String.raw`(?:,?\s+(?:de l['’])?an\s+(?<year>[ivx]{1,4}|\d{1,2})(?![\p{L}\d])` +
        String.raw`(?:,?\s+de la R[ée]publique(?:\s+fran[çc]aise)?)?)?(?!\p{L})`,
    ),
    form(
      'range',
      String.raw`${day('day')}\.?\s*${until}\s*${day('day2')}\.?\s*${particles}${month}${year}`,
    ),
    form('day', String.raw`${weekday}${day('day')}\.?\s*${particles}${month}${year}`),
    form(
      'relativeMonth',
      String.raw`${weekday}${day('day')}\.?\s+(?<relMonth>${relMonth})(?!\p{L})` +
        String.raw`(?:\s+(?<relYear>${relYear}))?`,
    ),
    form(
      'numeric',
      String.raw`${weekday}(?<day>[0-3]?\d)\s?(?<sign>[./-])\s?(?<number>[01]?\d|` +
        String.raw`[ivx]{1,4})\k<sign>\s?(?:(?<year>${YEAR})|(?<short>\d\d)(?![\d.:/]))`,
    ),
    form('month', String.raw`(?:(?<part>${part})\s*)?${month}${year}`),
    form('feast', String.raw`(?<feast>${feast})(?!\p{L})(?:,?\s+${particles}(?<year>${YEAR}))?`),
    form(
      'year',
      String.raw`(?:${dates.yearWords || '(?!)'})\s+(?<year>${YEAR})(?![\p{L}\d]|[-–/]\d)`,
    ),
    form(
      'bareYear',
      String.raw`(?<=(?<!\p{L})(?:${dates.yearPrepositions || '(?!)'})\s)(?<year>${YEAR})` +
        String.raw`(?=\s*(?:[,;:.!?](?!\d)|[)»”’"]|$)|\s+(?:${small})(?![\p{L}.]))`,
    ),
    form('relativeDay', String.raw`(?<relDay>${relDay})(?!\p{L})`),
  ];
  const starts = [
    String.raw`\d`,
    monthWords,
    longest(weekdays.flat().filter((word) => word.length > 3)),
    dayWord,
    feast,
    part,
    relDay,
    dates.yearWords || '(?!)',
  ];
  const index = (table: readonly (readonly string[])[]) => (word: string) =>
    table.findIndex((words) => words.includes(word.toLowerCase().replace(/\.$/, ''))) + 1;
  const dayForms = dates.days.map((words) => new RegExp(`^(?:${words})$`, 'iu'));
  return {
    forms,
    opening: new RegExp(starts.join('|'), 'iuy'),
    candidate: new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${starts.join('|')})`, 'giu'),
    monthNumber: index(months),
    weekdayNumber: index(weekdays),
    dayNumber: (word) =>
      /^\d/.test(word)
        ? Number.parseInt(word, 10)
        : dayForms.findIndex((words) => words.test(word)) + 1,
  };
}
