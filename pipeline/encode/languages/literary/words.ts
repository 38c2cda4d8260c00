/**
 * Words by which plays, novels and poems are divided, for languages of which the encoder knows
 * nothing else: headings, lists of characters, endings.
 *
 * A language is a row of data (`romance.ts`, `germanic.ts`, `others.ts`); this module makes the
 * patterns of `Language` from it.
 */
import type { DivisionType, Language } from '../model/language.ts';

/** All values are sources of patterns, alternatives parted by `|`; `''` where there is none. */
export interface LiteraryWords {
  readonly tag: string;
  /** Numbers in words as headings have them, with their endings: `prim[oa]|second[oa]`. */
  readonly numbers: string;
  readonly divisions: Readonly<Partial<Record<Exclude<DivisionType, 'preface'>, string>>>;
  /** Headings of what is before or behind the text itself: `prefazione|prologo`. */
  readonly preface: string;
  /** How the heading of a list of characters begins: `personaggi|interlocutori`. */
  readonly cast: string;
  /** With what a text or a part of it ends: `fine`. */
  readonly end: string;
  /** The curtain, as a line of its own. */
  readonly curtain: string;
  /** How a line begins that says where a play is set: `la scena|l['’]azione`. */
  readonly setting: string;
  /** "by" before the author's name. */
  readonly by: string;
  /** How a dedication begins: `a|al|alla`. */
  readonly to: string;
  readonly firstPerson: string;
}

type LiteraryPatterns = Pick<
  Language,
  'divisions' | 'castHeading' | 'trailer' | 'setting' | 'authorLine' | 'dedication' | 'firstPerson'
>;

/** Characters of a title behind a heading's number. */
const TITLE = '.{0,240}';

export function patternsForWords(words: LiteraryWords): LiteraryPatterns {
  const divisions = Object.entries(words.divisions).map(([type, word]) => [
    type,
    division(word, words.numbers),
  ]);
  return {
    divisions: {
      ...Object.fromEntries(divisions),
      preface: line(`(?:${words.preface})(?!\\p{L}).{0,80}`),
    },
    castHeading: line(`(?:${words.cast})(?!\\p{L}).{0,60}`),
    trailer: line(`(?:(?:${words.end})(?: .{1,60})?|${words.curtain})\\s?[.!]?`),
    setting: begins(`(?:${words.setting})(?: |[:,—–-])`),
    authorLine: begins(`(?:${words.by})(?= \\p{Lu})`),
    dedication: begins(`(?:${words.to})(?= ?\\p{L})`),
    firstPerson: new RegExp(`(?<!\\p{L})(?:${words.firstPerson})(?!\\p{L})`, 'iu'),
  };
}

/** "Atto primo", "SCENA II", "Eerste Bedryf", "II. FELVONÁS", "Capitolo 3. La partenza". */
function division(word: string, numbers: string): RegExp {
  const after = `(?:${numbers}|[ivxlc]+|\\d{1,3})[.ªº°]{0,2}`;
  const before = `(?:${numbers}|[ivxlc]+\\.|\\d{1,3}[.ªº°]{1,2})`;
  return line(
    `(?:(?:${word})\\.?\\s+${after}(?!\\p{L})${TITLE}|(?:\\p{L}{1,3} ` +
      `)?${before}\\s?(?:${word})(?!\\p{L})${TITLE})`,
  );
}

function line(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'iu');
}

function begins(source: string): RegExp {
  return new RegExp(`^(?:${source})`, 'iu');
}
