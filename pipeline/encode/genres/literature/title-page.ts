/**
 * A printed title page that was copied with the text: the title again, the author, a dedication,
 * the place, the publisher and the year, each a short block.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { outlineTitled } from '../../engine/outline/blocks.ts';
import { pagesInBlock } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { DocumentTree, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreInput } from '../common/genre.ts';
import { isNumberAlone, readHeading } from '../common/headings.ts';
import { isImprint, isPlaceAndYear } from './imprint.ts';

/** A longer block is running text (in characters). */
const LONGEST_BLOCK = 160;
/** Above the repeated title, a longer block is an epigraph and not the author's name. */
const LONGEST_LINE = 60;
/** The title is repeated within this many blocks. */
const TITLE_WITHIN = 3;
/** A title page has at most this many blocks. */
const MOST_BLOCKS = 40;

/**
 * The outline of a book: its title page, and what `read` makes of the blocks above and below it.
 * `imprinted`: only with an imprint, as the title above a poem is its heading.
 */
export function outlineBook(
  { id, layout, language }: GenreInput,
  read: (blocks: readonly MarkedBlock[], make: PassageMaker) => readonly TreePart[],
  { imprinted = false } = {},
): DocumentTree {
  const title = layout.blocks.find(({ text }) => text !== '')?.text ?? '';
  return outlineTitled(layout, id, (blocks, make) => {
    const { from, to } = titlePageRange(blocks, title, language);
    const page = blocks.slice(from, to);
    if (to === 0 || (imprinted && !page.some(({ text }) => isImprint(text))))
      return read(blocks, make);
    return [
      ...(from === 0 ? [] : read(blocks.slice(0, from), make)),
      titlePageDivision(page, make),
      ...read(blocks.slice(to), make),
    ];
  });
}

/** A range of blocks: from `from` up to, not including, `to`. */
interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The blocks at the beginning that are a title page: they repeat the document's title, or name a
 * year or a printer. Blocks before `from` are an epigraph above the title. `to` is 0 if there is no
 * title page.
 */
function titlePageRange(
  blocks: readonly MarkedBlock[],
  title: string,
  language: Language,
): BlockRange {
  const first = blocks.flatMap(({ text }, at) => (text === '' ? [] : [at])).slice(0, TITLE_WITHIN);
  // Everything below the repeated title up to the first heading belongs to the title page.
  const repeated = first.find(
    (at) => repeats(title, blocks[at]?.text ?? '') && !isOverText(blocks, at),
  );
  const above = first.slice(0, repeated === undefined ? 0 : first.indexOf(repeated));
  const isEpigraph = above.some((at) => (blocks[at]?.text.length ?? 0) > LONGEST_LINE);
  const from = repeated !== undefined && isEpigraph ? repeated : 0;
  let to = 0;
  let words = 0;
  for (const [at, { text, bullet }] of blocks.slice(0, MOST_BLOCKS).entries()) {
    if (text === '' || at < from) continue;
    if (text.length > LONGEST_BLOCK || bullet !== undefined || isTitlePageHeading(text, language))
      break;
    const imprint = isPlaceAndYear(text) || isImprint(text);
    if (!imprint && isSentence(text)) break;
    words++;
    const below = to === lastBefore(blocks, at) && to > 0 && repeats(title, text);
    const plain =
      repeated !== undefined && at >= repeated && !isOverText(blocks, at) && !/[.!?…]$/.test(text);
    if ((imprint && words > 1) || below || plain) to = at + 1;
  }
  return to === 0 ? { from: 0, to } : { from, to };
}

/** Whether running text follows a block, or nothing. */
function isOverText(blocks: readonly MarkedBlock[], at: number): boolean {
  const next = blocks.slice(at + 1).find(({ text }) => text !== '');
  return next === undefined || next.text.length > LONGEST_BLOCK;
}

function isTitlePageHeading(text: string, language: Language): boolean {
  return readHeading(text, language) !== undefined || isNumberAlone(text);
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
export function repeats(title: string, text: string): boolean {
  const letters = (words: string) => words.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  const main = (words: string) => letters(words.split(/ ?[:.;] /, 1)[0] ?? '');
  const own = letters(text);
  return own !== '' && (letters(title).startsWith(own) || main(title) === main(text));
}

/** The title page as a division of paragraphs. */
function titlePageDivision(blocks: readonly MarkedBlock[], make: PassageMaker): TreePart {
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
