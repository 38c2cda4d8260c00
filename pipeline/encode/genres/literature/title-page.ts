/**
 * A printed title page that was copied with the text: the title again, the author, a dedication,
 * the place, the publisher and the year, each a short block.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { pagesInBlock } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import { isNumberAlone, readHeading } from '../common/headings.ts';

/** A longer block is running text (in characters). */
const LONGEST_BLOCK = 160;
/** A title page has at most this many blocks. */
const MOST_BLOCKS = 40;
const YEAR = /(?<![\d.,])(?:1[4-9]|20)\d\d(?![\d,])|(?<![\p{L}])M ?D?(?: ?[CLXVI]){3,}(?![\p{L}])/u;

/**
 * How many blocks from the beginning are a title page; 0 if the first block does not repeat the
 * title and no block names a year or a printer. `title`: the document's title.
 */
export function titlePageLength(
  blocks: readonly MarkedBlock[],
  title: string,
  language: Language,
): number {
  let end = 0;
  let words = 0;
  // The page began with the title again: everything below it up to the first heading belongs to it.
  let repeated = false;
  for (const [at, { text, bullet }] of blocks.slice(0, MOST_BLOCKS).entries()) {
    if (text === '') continue;
    if (text.length > LONGEST_BLOCK || bullet !== undefined || isTitlePageHeading(text, language))
      break;
    const imprint = isPlaceAndYear(text) || language.imprint.test(text);
    if (!imprint && isSentence(text)) break;
    words++;
    const again = repeats(title, text);
    const next = blocks.slice(at + 1).find((block) => block.text !== '');
    const overText = next === undefined || next.text.length > LONGEST_BLOCK;
    if (words === 1 && again && !overText) repeated = true;
    const below = end === lastBefore(blocks, at) && end > 0 && again;
    const plain = repeated && !overText && !/[.!?…]$/.test(text);
    if ((imprint && words > 1) || below || plain) end = at + 1;
  }
  return end;
}

function isTitlePageHeading(text: string, language: Language): boolean {
  return readHeading(text, language) !== undefined || isNumberAlone(text);
}

/** "Madrid 1841", "LONDON: Chapman and Hall, 1848": names and a year, not a sentence. */
function isPlaceAndYear(text: string): boolean {
  return YEAR.test(text) && !/(?<![\p{L}'’])\p{Ll}{4,}/u.test(text);
}

function isSentence(text: string): boolean {
  return /^["«»„“‘¿¡—–-]/.test(text) || (text.length > 60 && /[.!?…]["»”]?$/.test(text));
}

/** The index after the last block with words before `at`. */
function lastBefore(blocks: readonly MarkedBlock[], at: number): number {
  let before = at;
  while (before > 0 && blocks[before - 1]?.text === '') before--;
  return before;
}

/** Whether the text is the title again, ignoring signs, case and a subtitle of either. */
function repeats(title: string, text: string): boolean {
  const letters = (words: string) => words.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  const main = (words: string) => letters(words.split(/ ?[:.;] /, 1)[0] ?? '');
  const own = letters(text);
  return own !== '' && (letters(title).startsWith(own) || main(title) === main(text));
}

/** The title page as a division of paragraphs. */
export function titlePageDivision(blocks: readonly MarkedBlock[], make: PassageMaker): TreePart {
  return {
    kind: 'division',
    type: 'titlepage',
    parts: blocks.flatMap((block): TreePart[] =>
      block.text === ''
        ? pagesInBlock(block)
        : [{ kind: 'passage', passage: make.passage(block, 'paragraph') }],
    ),
  };
}
