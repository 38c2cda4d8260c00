/** The lines of a closing formula, and a formula on one line with the name. */
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { OutlineLine } from '../../../engine/outline/lines.ts';
import { divideBlock } from '../../../engine/outline/passage-maker.ts';
import { isClosing } from '../lines/formulas.ts';
import type { LetterScope } from '../lines/scope.ts';
import { isSigned } from '../lines/signed.ts';
import { isDateBelowText, OWN_NAME } from './signature-lines.ts';

/** The same behind a formula on its line: "Von Herzen | Dein Hans", "Yours truly, | John Smith". */
const FORMULA_AND_NAME =
  /^(?<formula>.{4,60}[\p{L},!.]) (?<name>(?:[Dd]eine?|[Ii]hre?|[Ee]uer|[Ee]ure|[Yy]our) .+)$/u;

/** "Your affectionate friend, C. Darwin", "Ihr Freund, L. Tieck." */
const FORMULA_BEFORE_COMMA = /^(.{4,80},) ((?:\p{Lu}\S* ?){1,5})$/u;

/** Between the day and the name: "Wien, am 16. November 1852. Graf Buol." */
const DAY_BEFORE_NAME = /(?<=\d{4}[.,]? ?[.,—–-]) (?=\p{Lu}\S*(?: \S+){0,4}$)/u;

/** A line that holds formula and signature, or place, day and signature, as two blocks. */
export function cutSignature(block: MarkedBlock, scope: LetterScope): MarkedBlock[] {
  const { language } = scope;
  const behind = DAY_BEFORE_NAME.exec(block.text)?.index;
  if (
    behind !== undefined &&
    isDateBelowText(block.text.slice(0, behind), scope) &&
    isSigned(block.text.slice(behind + 1), language)
  )
    return divideBlock(block, behind);
  const { formula, name } = FORMULA_AND_NAME.exec(block.text)?.groups ?? {};
  if (
    formula !== undefined &&
    name !== undefined &&
    OWN_NAME.test(name) &&
    isClosing(formula, language)
  )
    return divideBlock(block, formula.length);
  const before = FORMULA_BEFORE_COMMA.exec(block.text);
  return before && isClosing(before[1] ?? '', language) && isSigned(before[2] ?? '', language)
    ? divideBlock(block, (before[1] ?? '').length)
    : [block];
}

/** A line that is a formula begins a group, the lines that go on with it belong to it. */
export function groupFormulas(
  lines: readonly OutlineLine[],
  { language }: LetterScope,
): OutlineLine[][] {
  const groups: OutlineLine[][] = [];
  for (const line of lines) {
    if (groups.length === 0 || isClosing(line.text, language)) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

/** A further line of a formula: "Ihr⏎Freund,⏎L. Tieck." */
export function isFormulaLine(text: string, { language }: LetterScope): boolean {
  if (isClosing(text, language)) return true;
  return new RegExp(
    `^(?:\\p{L}+ ){0,3}(?:${language.letters.remainsAs}|${language.letters.servant})[,.]?$`,
    'iu',
  ).test(text);
}
