/**
 * Several letters in one document: a second writer's on the same sheet, the translation below the
 * original, letters of a collection under their own titles.
 *
 * Takes the blocks after the title. Returns those of each letter. A letter begins at a title that
 * states its writer, addressee and day, or at the front of a salutation if the letter above it has
 * been closed or signed.
 */

import { readLetterDateline } from '../../dates/letter/letter-dateline.ts';
import { readTitleDay } from '../../dates/letter/title-day.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';
import { statesLetter } from '../../header/title.ts';
import { titleLanguage } from '../../header/title-language.ts';
import type { Language } from '../../languages/model/language.ts';
import { recognizeLanguage } from '../../languages/recognize.ts';
import { LANGUAGES, languageOf } from '../../languages/table.ts';
import { isSignedBy, OWN_NAME } from './closing/signature-lines.ts';
import { isAddressBlock, isClosing, isSalutationLine } from './lines/formulas.ts';
import { type LetterScope, namesInTitle } from './lines/scope.ts';
import { isPlain, isRunningText, lined } from './lines/text.ts';

interface FurtherLetter {
  /** Its own title, if it has one. */
  readonly heading?: MarkedBlock;
  readonly blocks: readonly MarkedBlock[];
  readonly scope: LetterScope;
}

export interface Letters {
  readonly first: FurtherLetter;
  readonly more: readonly FurtherLetter[];
}

/** How many blocks with words are between the end of a letter and the front of the next one. */
const MOST_BETWEEN = 4;
/** Characters of a title, of a signature, and of a text's first paragraph. */
const LONGEST_TITLE = 120;
const LONGEST_SIGNATURE = 40;
const SHORTEST_PARAGRAPH = 60;
/** A letter of this length in UTF-16 units shows its language. */
const ENOUGH_TEXT = 120;

export function splitLetters(blocks: readonly MarkedBlock[], scope: LetterScope): Letters {
  const begins: number[] = [];
  for (const at of blocks.keys()) {
    const begin = isTitled(blocks, at, scope) ? at : frontOf(blocks, at, begins.at(-1) ?? 0, scope);
    if (begin !== undefined && begin > (begins.at(-1) ?? -1)) begins.push(begin);
  }
  const own = blocks.slice(0, begins[0] ?? blocks.length);
  return {
    first: {
      blocks: own,
      scope: begins.length === 0 ? scope : { ...scope, language: languageIn(own, scope) },
    },
    more: begins.map((begin, index) => further(blocks.slice(begin, begins[index + 1]), scope)),
  };
}

/** The language of a letter's text if it is long enough to show it, else that of the document. */
function languageIn(blocks: readonly MarkedBlock[], outer: LetterScope): Language {
  const text = blocks.map((block) => block.text).join('\n');
  const tag = text.length >= ENOUGH_TEXT ? recognizeLanguage(text).tag : outer.language.tag;
  const language = languageOf(tag);
  return language.months.length > 0 ? language : outer.language;
}

function further(blocks: readonly MarkedBlock[], outer: LetterScope): FurtherLetter {
  const language = languageIn(blocks, outer);
  const [heading, ...rest] = blocks;
  if (!heading || !isTitled(blocks, 0, outer)) return { blocks, scope: { ...outer, language } };
  const ofTitle = titleLanguage(heading.text, language);
  const known = readTitleDay(heading.text, ofTitle)?.known;
  const { known: _outer, ...shared } = outer;
  const parties = namesInTitle(heading.text, ofTitle);
  return {
    heading,
    blocks: rest,
    scope: { ...shared, language, ...parties, ...(known ? { known } : {}) },
  };
}

/** "Anna Weber an Karl Lahn, 5. 12. 1907" on a line of its own, above a text. */
function isTitled(blocks: readonly MarkedBlock[], at: number, { language }: LetterScope): boolean {
  const block = blocks[at];
  if (!isPlain(block) || block.text.length > LONGEST_TITLE || /[.!?]$/.test(block.text))
    return false;
  if (!blocks.slice(at + 1).some(({ text }) => text !== '')) return false;
  return statesLetter(block.text, titleLanguage(block.text, language));
}

/** The beginning of the front with its salutation at `at`, below the end of another letter. */
function frontOf(
  blocks: readonly MarkedBlock[],
  at: number,
  from: number,
  scope: LetterScope,
): number | undefined {
  const block = blocks[at];
  const next = blocks.slice(at + 1).find(({ text }) => text !== '');
  if (!isPlain(block) || !next || next.text.length < SHORTEST_PARAGRAPH) return undefined;
  if (!(greets(block.text, next.text, scope) || isDatedAgain(blocks, at, from, scope)))
    return undefined;
  const front = frontWords(blocks.slice(from, at));
  let begin = at;
  while (begin > from && isFront(blocks[begin - 1] as MarkedBlock, scope, front)) begin--;
  const above = blocks.slice(from, begin).filter(({ text }) => text !== '');
  if (!above.some(({ text }) => isRunningText(text))) return undefined;
  const end = above.slice(-MOST_BETWEEN);
  return isTranslation(above, blocks.slice(at + 1)) ||
    end.some((line, index) => isPlain(line) && ends(line, end[index - 1], scope))
    ? begin
    : undefined;
}

function greets(text: string, below: string, { language }: LetterScope): boolean {
  if (!/[,!:.–—-]$|^\S+(?: \S+){0,3}$/.test(text)) return false;
  return (
    [language, ...LANGUAGES].some((one) => isSalutationLine(text, one)) ||
    (text.length <= LONGEST_SIGNATURE &&
      isSalutationLine(text, languageOf(recognizeLanguage(below).tag)))
  );
}

/** Whether a text is in another language than that above it. */
function isTranslation(above: readonly MarkedBlock[], below: readonly MarkedBlock[]): boolean {
  const [first = '', second = ''] = [above, below].map((blocks) =>
    blocks.map(({ text }) => text).join('\n'),
  );
  return (
    first.length >= ENOUGH_TEXT &&
    second.length >= ENOUGH_TEXT &&
    recognizeLanguage(first).tag !== recognizeLanguage(second).tag
  );
}

/** The words above a letter's first paragraph: a copy or translation repeats its place. */
function frontWords(blocks: readonly MarkedBlock[]): ReadonlySet<string> {
  const end = blocks.findIndex(({ text }) => isRunningText(text));
  const words = blocks.slice(0, Math.max(0, end)).flatMap(({ text }) => wordsOf(text));
  return new Set(words);
}

/** The words of a name or place, in lower case. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}

/** The day of the letter above it with a place: a copy or translation below the original. */
function isDatedAgain(
  blocks: readonly MarkedBlock[],
  at: number,
  from: number,
  { language, known }: LetterScope,
): boolean {
  const dated = (block: MarkedBlock | undefined) => {
    const read = isPlain(block) ? readLetterDateline(lined(block), language, known) : undefined;
    return (read?.places.length ?? 0) > 0 ? read?.dates[0]?.dating?.when : undefined;
  };
  const day = at > from ? dated(blocks[at]) : undefined;
  const above = blocks.slice(from).find(({ text }) => text !== '');
  return day !== undefined && day === dated(above);
}

/** A page, a dateline, an editor's brackets, an address, the place of the letter above it. */
function isFront(
  block: MarkedBlock,
  { language, known }: LetterScope,
  front: ReadonlySet<string>,
): boolean {
  if (block.text === '') return true;
  if (!isPlain(block)) return false;
  const text = lined(block);
  return (
    (text.length <= LONGEST_SIGNATURE && isPlaceOf(text, front)) ||
    readLetterDateline(text, language, known) !== undefined ||
    /^\[[^\]]{1,80}\]$/.test(text) ||
    (text.includes('\n') && isAddressBlock(text, language))
  );
}

/** "Fort Lupton, Colorado" for a letter from "Ft. Lupton Colo". */
function isPlaceOf(text: string, front: ReadonlySet<string>): boolean {
  return (
    !/\d|\n|[!?:;]$/.test(text) &&
    /^\p{Lu}[^,]*, \p{Lu}[\p{L}. ]+$/u.test(text) &&
    wordsOf(text).some((word) => front.has(word))
  );
}

/** A closing formula, or a certain signature. */
function ends(block: MarkedBlock, above: MarkedBlock | undefined, scope: LetterScope): boolean {
  const { language, sender } = scope;
  const lines = lined(block).split('\n');
  const closes = (text: string) =>
    text.length <= LONGEST_TITLE && [language, ...LANGUAGES].some((one) => isClosing(text, one));
  if (lines.some(closes)) return true;
  const last = lines.at(-1) ?? '';
  if (last.length > LONGEST_SIGNATURE) return false;
  const named = last.split(/[\s.,]+/).some((word) => sender.includes(word));
  const below = above !== undefined && above.text.length >= SHORTEST_PARAGRAPH;
  return OWN_NAME.test(last) || (isSignedBy(last, scope) && (named || below));
}
