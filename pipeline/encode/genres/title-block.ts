/**
 * Whether a text begins with a title.
 *
 * Takes the blocks and the language. A reading text has its title on the first line; many do not: a
 * letter begins with its dateline or salutation, a will with its first sentence, and front matter
 * can state the title instead. Texts without a title have no `head`.
 */

import { readLetterDateline } from '../dates/letter/letter-dateline.ts';
import type { WrittenDay } from '../dates/letter/written-day.ts';
import type { MarkedBlock, MarkedLayout } from '../engine/blocks.ts';
import { outlineLines } from '../engine/outline/lines.ts';
import { isVerse } from '../engine/outline/wrapping.ts';
import { isSameTitle } from '../header/title.ts';
import type { Language } from '../languages/model/language.ts';
import { letterKind } from '../languages/model/letter-kinds.ts';
import { perLanguage } from '../languages/model/per-language.ts';
import { LANGUAGES } from '../languages/table.ts';
import { readHeading } from './common/headings.ts';
import { isShortName } from './correspondence/closing/signature-lines.ts';
import { isPrintedHead } from './correspondence/front/front-lines.ts';
import { isAddressBlock, isSalutationLine } from './correspondence/lines/formulas.ts';
import { isRankedAddressee } from './correspondence/lines/ranked.ts';
import { isSigned } from './correspondence/lines/signed.ts';
import { lined } from './correspondence/lines/text.ts';
import { diaryBlocks, entryStart } from './diary/entry-starts.ts';

/** An editor's words about a letterhead or envelope: "[Letterhead: Royal Hotel]". */
const LETTERHEAD = /^\[[^\][]{3,30}:[^\]]*\]$/u;
/** How many blocks the front of a letter has, at most. */
const FRONT = 6;
/** From this number of characters on, a block that ends like a sentence is a paragraph. */
const RUNNING_TEXT = 180;
/** Characters of a letter's paragraph. */
const PARAGRAPH = 80;

/** `declared`: the title that the source states outside its text. */
export function hasTitle(layout: MarkedLayout, language: Language, declared?: string): boolean {
  const [first, ...behind] = layout.blocks.filter(({ text }) => text !== '');
  if (!first || (behind.length === 0 && !hasSeveralDays(first, language))) return true;
  if (declared !== undefined && isSameTitle(declared, first.text)) return true;
  if (hasSentences(first) || opensLetter(first, behind, language)) return false;
  if (isStanza(first) && behind[0] && isStanza(behind[0])) return false;
  const dayOf = (block: MarkedBlock) => {
    const start = entryStart(block, language);
    return start?.alone === true ? start.day : undefined;
  };
  const day = dayOf(first);
  // The day of a single entry may stand in its title and once more below it.
  if (day && behind.map(dayOf).some((other) => other && !isSameDay(day, other))) return false;
  if (beginsDiary(first, behind, language)) return false;
  if (headsDivision(first, behind, language)) return false;
  return declared === undefined || !isOneOfSections(first, behind);
}

/** The lines of a diary without empty lines between its entries. */
function hasSeveralDays(block: MarkedBlock, language: Language): boolean {
  return diaryBlocks([block], language, false).filter(({ start }) => start).length > 1;
}

/** Several days, or a place and day with two other days below it on lines of their own. */
function beginsDiary(
  first: MarkedBlock,
  behind: readonly MarkedBlock[],
  language: Language,
): boolean {
  if (hasSeveralDays(first, language)) return true;
  const [opening, ...days] = diaryBlocks([first, ...behind], language, false);
  const below = days.filter(({ start }) => start?.alone).length;
  return opening?.start?.alone === true && below > 1;
}

function isSameDay(one: WrittenDay, other: WrittenDay): boolean {
  return one.day === other.day && one.month === other.month && one.weekday === other.weekday;
}

function hasSentences({ text, bullet }: MarkedBlock): boolean {
  if (bullet !== undefined) return true;
  if (text.length >= RUNNING_TEXT && /[:;,]$/u.test(text)) return true;
  const sentences = text.split(/(?<=\p{L}{3}[.!?;])\s+(?=\p{Lu})/u).length;
  return text.length >= RUNNING_TEXT && /[.;:!?]["”’»)]*$/u.test(text) && sentences >= 2;
}

/** Lines that end like verses and clauses: those of a title have no such punctuation. */
function isStanza(block: MarkedBlock): boolean {
  const lines = outlineLines(block).map(({ text }) => text);
  const ended = lines.filter((line) => /[,;:.!?…—–-]["”’»)]*$/u.test(line)).length;
  return lines.length >= 3 && ended * 2 > lines.length && isVerse(outlineLines(block), undefined);
}

/** "ACT I" with a scene below, "Chapter 1" with another chapter after it. */
function headsDivision(
  { text }: MarkedBlock,
  behind: readonly MarkedBlock[],
  language: Language,
): boolean {
  const heading = text.includes('\n') ? undefined : readHeading(text, language);
  if (!heading) return false;
  const others = behind.flatMap((block) => readHeading(block.text, language) ?? []);
  return others.some(
    ({ type }) => type === heading.type || (heading.type === 'act' && type === 'scene'),
  );
}

/** A dateline, an address or a salutation, as letters begin, and no further dateline below it. */
function opensLetter(
  first: MarkedBlock,
  behind: readonly MarkedBlock[],
  language: Language,
): boolean {
  const lines = lined(first).split('\n');
  const dated = (text: string) => readLetterDateline(text, language) !== undefined;
  const named = lines.length === 1 ? namesParties(first.text) : beginsWithKind(lines[0] ?? '');
  if (named && !isPlacedDay(first, behind, language)) return false;
  if (lines.some((line) => isSalutationLine(line, language))) return /\n|[,!:]$/.test(lined(first));
  const front = behind.slice(0, FRONT).map(lined);
  const salutation = front.findIndex(
    (text) =>
      isRankedAddressee(text, language) ||
      text.split('\n').some((line) => isSalutationLine(line, language)),
  );
  if (salutation < 0) return !named && isFramed(first, behind, language);
  if (LETTERHEAD.test(first.text)) return true;
  if (isPrintedHead(lined(first)) && front.slice(0, salutation + 1).some(dated)) return true;
  if (dated(lined(first))) return !front.slice(0, salutation + 1).some(dated);
  return lines.length > 1 && isAddressBlock(lined(first), language);
}

/**
 * "A Coruña 5 de marzo de 1890", "à Paris, ce 3 mai 1778": the small word is that of a place, and
 * the letter below greets no person of that name.
 */
function isPlacedDay(
  first: MarkedBlock,
  behind: readonly MarkedBlock[],
  language: Language,
): boolean {
  const place = /^[aà] (?<place>\p{Lu}[\p{L}’'-]+)/iu.exec(first.text)?.groups?.['place'];
  if (place === undefined || behind.slice(0, FRONT).some(({ text }) => text.includes(place)))
    return false;
  const read = readLetterDateline(lined(first), language);
  return (read?.places.length ?? 0) > 0 && (read?.dates[0]?.dating?.when?.length ?? 0) >= 10;
}

/**
 * A place with its full day above the text, and a short name below it: a letter without greeting.
 */
function isFramed(first: MarkedBlock, behind: readonly MarkedBlock[], language: Language): boolean {
  const read = readLetterDateline(lined(first), language);
  const last = behind.at(-1)?.text ?? '';
  return (
    (read?.places.length ?? 0) > 0 &&
    (read?.dates[0]?.dating?.when?.length ?? 0) >= 10 &&
    behind.some(({ text }) => text.length >= PARAGRAPH) &&
    (isShortName(last) || isSigned(last, language)) &&
    !/^\p{L}+$/u.test(last.replace(/\.$/, '')) &&
    !behind.some((block) => readLetterDateline(lined(block), language) !== undefined)
  );
}

const partiesPattern = perLanguage(({ toWord, letters: { kinds } }) => {
  // "12 brumaire an VIII" is no letter to somebody.
  const to =
    toWord === ''
      ? '(?!)'
      : String.raw`(?:^|\p{L} )(?:${toWord}) (?![IVXLC]+(?!\p{L}))(?=.*\p{Lu})`;
  return new RegExp(String.raw`${to}|^(?:${kinds})(?!\p{L})`, 'iu');
});

/**
 * "Anton Walz an Marie Walz, Graz, 2. März 1847", "To Theo. Arles, 2 May 1889", "Brief vom 3. 5.".
 */
function namesParties(text: string): boolean {
  return LANGUAGES.some((language) => partiesPattern(language).test(text));
}

/** "Letter 23" above the lines with its parties and its dateline. */
function beginsWithKind(line: string): boolean {
  return LANGUAGES.some((language) => letterKind(language).test(line));
}

/** The source marks it as a heading, and another of the same level follows. */
function isOneOfSections({ heading }: MarkedBlock, behind: readonly MarkedBlock[]): boolean {
  return heading !== undefined && behind.some((block) => block.heading === heading);
}
