/** The text of a division that may be a letter within another genre: its salutation and closer. */
import type { MarkedBlock } from '../../../engine/blocks.ts';
import { partsOfBlocks } from '../../../engine/outline/blocks.ts';
import { outlineLines } from '../../../engine/outline/lines.ts';
import type { TreePart } from '../../../engine/tree.ts';
import { isClosing, isSalutationLine } from '../lines/formulas.ts';
import type { LetterScope } from '../lines/scope.ts';
import { readClosing } from './closing.ts';
import { isShortName } from './signature-lines.ts';

/** How far from the end of a text a closing formula may be (in blocks). */
const END = 4;

/**
 * The parts of a text, and the blocks behind its closer; `named`: names alone may be its signature.
 */
export function closedText(
  blocks: readonly MarkedBlock[],
  scope: LetterScope,
  named = false,
): { readonly parts: TreePart[]; readonly behind: TreePart[] } {
  const signed = blocks
    .slice(-END)
    .some(
      (block) =>
        closes(block, scope) || (named && /\s/.test(block.text) && isShortName(block.text)),
    );
  if (!signed) return { parts: partsOfBlocks(blocks, scope.make), behind: [] };
  const { body, parts, rest } = readClosing(blocks, scope, true);
  return {
    parts: [...partsOfBlocks(body, scope.make), ...parts],
    behind: partsOfBlocks(rest, scope.make),
  };
}

/** How many blocks a letter within another text has at most, its salutation aside. */
const LONGEST_LETTER = 60;

/**
 * The parts of a division's text: one that begins with a salutation has an opener, other letters
 * within it are texts of their own. `opens`: the text is right below its heading; `ends`: nothing
 * of the division follows; `named`: names alone may be its signature.
 */
export function textWithLetters(
  blocks: readonly MarkedBlock[],
  scope: LetterScope,
  { opens, ends, named }: { opens: boolean; ends: boolean; named: boolean },
): TreePart[] {
  const first = blocks.findIndex(({ text }) => text !== '');
  const own =
    opens && first >= 0 && first < blocks.length - 1 && isSalutation(blocks[first], scope);
  const parts = own ? opened(blocks.slice(0, first + 1), scope) : [];
  const letters = own ? [] : lettersIn(blocks, scope);
  let from = own ? first + 1 : 0;
  for (const { begin, end } of letters) {
    const words = closedText(blocks.slice(begin + 1, end), scope, true);
    const content = [...opened(blocks.slice(begin, begin + 1), scope), ...words.parts];
    const body = scope.make.group('body', content);
    parts.push(
      ...partsOfBlocks(blocks.slice(from, begin), scope.make),
      scope.make.group('floatingText', [body], 'letter'),
      ...words.behind,
    );
    from = end;
  }
  const rest = blocks.slice(from);
  if (!ends || letters.length > 0) return [...parts, ...partsOfBlocks(rest, scope.make)];
  const closed = closedText(rest, scope, named || own);
  return [...parts, ...closed.parts, ...closed.behind];
}

/** From a salutation to the signature below the next closing formula. */
function lettersIn(
  blocks: readonly MarkedBlock[],
  scope: LetterScope,
): readonly { readonly begin: number; readonly end: number }[] {
  const letters: { begin: number; end: number }[] = [];
  for (let begin = 0; begin < blocks.length; begin++) {
    if (!isSalutation(blocks[begin], scope)) continue;
    const length = blocks
      .slice(begin + 1, begin + 1 + LONGEST_LETTER)
      .findIndex((block, at) => isSalutation(block, scope) || (at > 0 && closes(block, scope)));
    const last = begin + 1 + length;
    if (length < 0 || !closes(blocks[last] as MarkedBlock, scope)) continue;
    let end = last + 1;
    while (end < last + 3 && isShortName(blocks[end]?.text ?? '')) end++;
    letters.push({ begin, end });
    begin = end - 1;
  }
  return letters;
}

function closes(block: MarkedBlock, { language }: LetterScope): boolean {
  return outlineLines(block).some(({ text }) => isClosing(text, language));
}

function isSalutation(block: MarkedBlock | undefined, { language }: LetterScope): boolean {
  if (!block || block.bullet !== undefined || !/[,:!.—–-]$/.test(block.text)) return false;
  return isSalutationLine(block.text, language);
}

/** The salutation in the last of the blocks, the others have no words. */
function opened(blocks: readonly MarkedBlock[], { make }: LetterScope): TreePart[] {
  const salute = make.passage(blocks.at(-1) as MarkedBlock, 'salute');
  return [
    ...partsOfBlocks(blocks.slice(0, -1), make),
    make.group('opener', [{ kind: 'passage', passage: salute }]),
  ];
}
