/**
 * The end of a letter or despatch: closing formula, signature with offices, a date or address under
 * it, postscripts.
 *
 * Takes the blocks after the front. Returns `closer` and `postscript`, and how many blocks are
 * text. Recognized from the end: the blocks after the formula or signature have to be of the kinds
 * that may be there.
 */
import { readLetterDateline } from '../../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import { joinLines, outlineLines } from '../../../engine/outline/lines.ts';
import { divideBlock } from '../../../engine/outline/passage-maker.ts';
import { isClosing, isEnvelope, isFarewell } from '../lines/formulas.ts';
import { isSendersName, type LetterScope } from '../lines/scope.ts';
import { isMark, isSigned } from '../lines/signed.ts';
import { isPlain, lined } from '../lines/text.ts';
import { classify, closingAbove } from './closing-kinds.ts';
import type { Closing } from './closing-model.ts';
import { writeClosing } from './closing-parts.ts';
import { closingStart, LOOK_BACK, MOST_OFFICES } from './closing-start.ts';
import { cutSignature, groupFormulas, isFormulaLine } from './formula-lines.ts';
import { isDateBelowText, runsOn } from './signature-lines.ts';

/** `hasDateline`: the document's own dateline is in its front. */
export function readClosing(
  blocks: readonly MarkedBlock[],
  scope: LetterScope,
  hasDateline: boolean,
): Closing {
  const cutBlocks = cutLast(blocks, scope);
  const found = closingStart(cutBlocks, scope);
  if (found === undefined) return { body: blocks, parts: [], rest: [] };
  const begin = withLinesAbove(cutBlocks, found, scope);
  const pieces = classify(cutBlocks.slice(begin), scope);
  return { body: cutBlocks.slice(0, begin), ...writeClosing(pieces, scope, hasDateline) };
}

/**
 * The beginning of the lines above a formula or signature that belong to it; a letter that is
 * nothing else has a text.
 */
function withLinesAbove(blocks: readonly MarkedBlock[], begin: number, scope: LetterScope): number {
  if (!scope.record && !scope.personal) return withDayAbove(blocks, begin, scope);
  let from = begin;
  while (from > 1 && belongsBelow(blocks[from - 1], blocks[from], scope)) from--;
  return from;
}

/** "Wien, am 16. November 1852." right above the name below minutes. */
function withDayAbove(blocks: readonly MarkedBlock[], begin: number, scope: LetterScope): number {
  const [above, name] = [blocks[begin - 1], blocks[begin]];
  const dated =
    begin > 1 &&
    isPlain(above) &&
    isPlain(name) &&
    isSigned(lined(name), scope.language) &&
    isDateBelowText(lined(above), scope) &&
    (readLetterDateline(lined(above), scope.language)?.places.length ?? 0) > 0;
  return dated ? begin - 1 : begin;
}

/** Lines of a closing sentence with the name below it. */
const MOST_SENTENCE_LINES = 4;
/** Words of a line that goes on in a formula without a small word: "Dankbarst" above "Ihr". */
const MOST_ADVERBS = 2;

/** "Fait à Paris le 18 juillet 1916", greetings, words that go on in the line below. */
function belongsBelow(
  block: MarkedBlock | undefined,
  below: MarkedBlock | undefined,
  scope: LetterScope,
): boolean {
  if (!isPlain(block)) return false;
  const text = lined(block);
  if (isDateBelowText(text, scope)) return true;
  if (!scope.personal) return false;
  const adverbs =
    /^\p{Lu}[\p{L} ]+$/u.test(text) &&
    text.split(' ').length <= MOST_ADVERBS &&
    isPlain(below) &&
    isClosing(lined(below), scope.language);
  return adverbs || isFarewell(text, scope.language) || runsOn(text);
}

/** The name below a closing sentence in one block: "Sabe que la quiere su amiga,⏎Emilia". */
function withNamesApart(
  blocks: readonly MarkedBlock[],
  from: number,
  scope: LetterScope,
): MarkedBlock[] {
  return blocks.flatMap((block, at) => {
    const lines = at < from || !isPlain(block) ? [] : outlineLines(block);
    const name = lines.at(-1);
    if (lines.length < 2 || lines.length > MOST_SENTENCE_LINES || !name) return [block];
    const above = joinLines(lines.slice(0, -1));
    const closes =
      !lines.slice(0, -1).some(({ text }) => isClosing(text, scope.language)) &&
      closingAbove(above, name, scope) !== undefined;
    return closes ? [above, name] : [block];
  });
}

/** Blocks near the end with lines of several roles: "I am, &c.⏎(Signed) ELLESBOROUGH." */
function cutLast(blocks: readonly MarkedBlock[], scope: LetterScope): MarkedBlock[] {
  const from = Math.max(0, blocks.length - LOOK_BACK);
  return withNamesApart(blocks, from, scope).flatMap((block, at, blocks) => {
    if (at < from || !isPlain(block)) return [block];
    const lines = outlineLines(block);
    const sentence = closingAbove(block, blocks[at + 1], scope);
    if (sentence !== undefined && sentence > 0) return divideBlock(block, sentence);
    if (lines.length === 1) return cutSignature(block, scope);
    if (lines.length < 2 || lines.length > 40) return [block];
    const formula = lines.findIndex(
      ({ text }, index) => index >= lines.length - 6 && isClosing(text, scope.language),
    );
    if (formula >= 0 && lines.slice(formula + 1).every(({ text }) => text.length <= 80)) {
      // "In inniger Liebe⏎Deine⏎Luise": two formulas, and the name.
      let name = formula + 1;
      while (name + 1 < lines.length && isFormulaLine(lines[name]?.text ?? '', scope)) name++;
      const formulas = groupFormulas(lines.slice(formula, name), scope);
      const parts = [lines.slice(0, formula), ...formulas, lines.slice(name)]
        .filter((part) => part.length > 0)
        .map(joinLines);
      const last = parts.at(-1);
      // "Herzl. Gruß Dein Otto" below the text
      return last && name === lines.length
        ? [...parts.slice(0, -1), ...cutSignature(last, scope)]
        : parts;
    }
    const name = lines.findIndex(({ text }) => isSendersName(text, scope));
    const below = lines.slice(name + 1).map(({ text }) => text);
    if (
      name >= 0 &&
      !isMark(lined(block)) &&
      lines.every(({ text }) => text.length <= 60) &&
      (lines.length <= MOST_OFFICES || (name === 0 && isEnvelope(below.join('\n'))))
    ) {
      return [lines.slice(0, name), lines.slice(name, name + 1), lines.slice(name + 1)]
        .filter((part) => part.length > 0)
        .map(joinLines);
    }
    return [block];
  });
}
