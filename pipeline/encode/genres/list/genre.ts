/**
 * Lists and inventories: items, numbered or not, and tables, under headings of their own.
 */
import { counted, pattern } from '../../../core/text.ts';
import { readLetterDateline } from '../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';
import { isRow, outlineTitled, partsOfBlocks } from '../../engine/outline/blocks.ts';
import { divideByRank, type RankedHeading } from '../../engine/outline/divisions.ts';
import { outlineLines } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import { splitBlocks } from '../../engine/outline/split.ts';
import type { TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, NONE, type Recognition } from '../common/genre.ts';

export const list: Genre = {
  name: 'list',
  title: 'a list or inventory',
  recognize,
  outline: ({ id, layout, language }) =>
    outlineTitled(layout, id, (blocks, make) => sections(blocks, make, language)),
  followsSourceHeadings: true,
  header: { correspondence: false },
};

const TITLE = pattern('iu')`
    (?<!\p{L})(?:inventor(?:y|ies)|lists?|catalogues?|register|accounts?|bill of|schedule|inventar|
    verzeichni(?:s|ß)|liste|rechnung|aufstellung|inventaire|catalogue|inventario|lista|
    relaci[óo]n de|cat[áa]logo)(?!\p{L})
  `;

function isEntry({ text, bullet }: MarkedBlock): boolean {
  return bullet !== undefined || isRow(text);
}

function recognize({ title, blocks }: GenreEvidence): Recognition {
  const split = splitBlocks(blocks);
  const entries = split.filter(isEntry).length;
  if (entries < 3) return NONE;
  const share = entries / split.length;
  const named = TITLE.test(title);
  return {
    score: Math.min(0.9, 0.75 * share + (named ? 0.3 : 0)),
    reasons: [
      `${counted(entries, 'item')} in ${counted(split.length, 'block')}`,
      ...(named ? ['its title says so'] : []),
    ],
  };
}

/** A heading is a short line above items or rows (in characters). */
const LONGEST_HEADING = 80;

function sections(
  given: readonly MarkedBlock[],
  make: PassageMaker,
  language: Language,
): TreePart[] {
  const blocks = splitBlocks(given);
  const flat: (TreePart | RankedHeading)[] = [];
  let from = 0;
  for (const [at, block] of blocks.entries()) {
    const next = blocks.slice(at + 1).find(({ text }) => text !== '');
    if (!next || !isEntry(next) || !headsEntries(block, language)) continue;
    flat.push(...partsOfBlocks(blocks.slice(from, at), make));
    flat.push({ kind: 'heading', head: make.passage(block, 'heading'), rank: 1 });
    from = at + 1;
  }
  flat.push(...partsOfBlocks(blocks.slice(from), make));
  return divideByRank(flat);
}

function headsEntries(block: MarkedBlock, language: Language): boolean {
  const { text } = block;
  if (
    text === '' ||
    isEntry(block) ||
    text.length > LONGEST_HEADING ||
    outlineLines(block).length > 1
  )
    return false;
  // "Paris, ce 3 mai 1804" above an account is its place and date.
  if (readLetterDateline(text, language)) return false;
  return !/[.,;!?]$/.test(text) || /^\P{Ll}*$/u.test(text);
}
