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
import { joinLines, outlineLines, withLineFeeds } from '../../../engine/outline/lines.ts';
import { divideBlock } from '../../../engine/outline/passage-maker.ts';
import {
  closingSentence,
  isAddressBlock,
  isClosing,
  isEnvelope,
  isFarewell,
  isSalutationLine,
  isStreet,
} from '../lines/formulas.ts';
import { isHeading } from '../lines/kinds.ts';
import { isAddresseesName, isSendersName, type LetterScope } from '../lines/scope.ts';
import { isPlain, isRunningText, lined } from '../lines/text.ts';
import type { Closing, ClosingPiece } from './closing-model.ts';
import { trailingAddress, writeClosing } from './closing-parts.ts';
import { cutSignature, groupFormulas, isFormulaLine } from './formula-lines.ts';
import {
  isOfficeLine,
  isOnBehalf,
  isOwnName,
  isShortName,
  isSignedBy,
  isSurelySigned,
  mayStandUnder,
} from './signature-lines.ts';

/** How far from the end the formula and signature may be (blocks with text). */
const LOOK_BACK = 12;

/** Within how many blocks under a signature an office or date may be. */
const MOST_OFFICES = 4;

/** `hasDateline`: the document's own dateline is in its front. */
export function readClosing(
  blocks: readonly MarkedBlock[],
  scope: LetterScope,
  hasDateline: boolean,
): Closing {
  const cutBlocks = cutLast(blocks, scope);
  const found = closingStart(cutBlocks, scope) ?? addressAlone(cutBlocks, scope);
  if (found === undefined) return { body: blocks, parts: [], rest: [] };
  const begin = scope.personal ? withFarewells(cutBlocks, found, scope) : found;
  const pieces = classify(cutBlocks.slice(begin), scope);
  return { body: cutBlocks.slice(0, begin), ...writeClosing(pieces, scope, hasDateline) };
}

/** The beginning of the addresses below a private letter's text that nobody signs. */
function addressAlone(blocks: readonly MarkedBlock[], scope: LetterScope): number | undefined {
  const begin = trailingAddress(blocks, scope);
  return scope.personal && begin > 0 && begin < blocks.length ? begin : undefined;
}

/** The beginning of the greetings above a closing; a letter that is nothing else has a text. */
function withFarewells(blocks: readonly MarkedBlock[], begin: number, scope: LetterScope): number {
  const farewell = (block: MarkedBlock | undefined) =>
    isPlain(block) && isFarewell(lined(block), scope.language);
  let from = begin;
  while (from > 1 && farewell(blocks[from - 1])) from--;
  return from;
}

/** Blocks near the end with lines of several roles: "I am, &c.⏎(Signed) ELLESBOROUGH." */
function cutLast(blocks: readonly MarkedBlock[], scope: LetterScope): MarkedBlock[] {
  const from = Math.max(0, blocks.length - LOOK_BACK);
  return blocks.flatMap((block, at) => {
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
      return [lines.slice(0, formula), ...formulas, lines.slice(name)]
        .filter((part) => part.length > 0)
        .map(joinLines);
    }
    const name = lines.findIndex(({ text }) => isSendersName(text, scope));
    const below = lines.slice(name + 1).map(({ text }) => text);
    if (
      name >= 0 &&
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

/** The beginning of a closing sentence in a block above the signature. */
function closingAbove(
  block: MarkedBlock,
  next: MarkedBlock | undefined,
  scope: LetterScope,
): number | undefined {
  const signs =
    next !== undefined && isPlain(next) && next.text.length <= 60 && isSignedBy(lined(next), scope);
  return signs ? closingSentence(block.text, scope.language) : undefined;
}

function closingStart(blocks: readonly MarkedBlock[], scope: LetterScope): number | undefined {
  const from = Math.max(0, blocks.length - LOOK_BACK);
  const { language } = scope;
  // The first formula that a signature or the end follows.
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at];
    if (!isPlain(block)) continue;
    if (closingAbove(block, blocks[at + 1], scope) === 0) return at;
    if (!isClosing(lined(block), language)) continue;
    // "Auf Wiedersehen in 14 Tagen." before "Ihr" is the text's last sentence, "In haste," belongs
    // to the closing.
    const next = blocks.slice(at + 1).find(({ text }) => text !== '');
    const sentence =
      /!$/.test(block.text) || (/\.$/.test(block.text) && block.text.split(/\s+/).length > 3);
    if (isPlain(next) && isClosing(lined(next), language) && sentence) continue;
    const behind = blocks.slice(at + 1).filter(({ text }) => text !== '');
    const signs = behind.findIndex(
      (next) =>
        isPlain(next) &&
        isSignedBy(lined(next), scope) &&
        (isOwnName(lined(next), scope) || !isClosing(lined(next), language)),
    );
    const between = signs < 0 ? behind : behind.slice(0, signs);
    const formulas = between.every(
      (next) => isPlain(next) && (isClosing(lined(next), language) || isOnBehalf(next.text)),
    );
    if (formulas && (signs >= 0 || behind.length === between.length)) return at;
    const dated =
      behind[0] &&
      isPlain(behind[0]) &&
      readLetterDateline(lined(behind[0]), language, scope.known);
    const under = behind[1];
    if (
      dated &&
      (behind.slice(1).every((next) => isPlain(next) && isSignedBy(lined(next), scope)) ||
        (isPlain(under) && isOwnName(lined(under), scope)))
    )
      return at;
  }
  const named = scope.personal ? namedSignature(blocks, from, scope) : -1;
  return named < 0 ? signatureAlone(blocks, from, scope) : named;
}

/** The last line that is the sender's name, below the text, whatever follows it. */
function namedSignature(blocks: readonly MarkedBlock[], from: number, scope: LetterScope): number {
  return blocks.findLastIndex(
    (block, at) =>
      at >= from &&
      isPlain(block) &&
      isSendersName(lined(block), scope) &&
      !isAddresseesName(lined(block), scope) &&
      blocks.slice(0, at).some(({ text }) => isRunningText(text)) &&
      blocks.slice(at).filter(({ text }) => isRunningText(text)).length <= MOST_OFFICES,
  );
}

/**
 * A signature without a formula: the last block, or one after which only offices, a date, an
 * address or a postscript follow.
 */
function signatureAlone(
  blocks: readonly MarkedBlock[],
  from: number,
  scope: LetterScope,
): number | undefined {
  let found: number | undefined;
  let under = 0;
  // Paragraphs after a private letter's signature are a postscript if the signature is certain.
  let paragraphs = false;
  for (let at = blocks.length - 1; at >= from; at--) {
    const block = blocks[at] as MarkedBlock;
    if (block.text === '') continue;
    if (!isPlain(block)) break;
    const text = lined(block);
    const addressed = isAddresseesName(text.split('\n')[0] ?? '', scope);
    if (!addressed && isSignedBy(text, scope) && !isOfficeLine(text)) {
      const below = blocks.slice(0, at).some(({ text: words }) => isRunningText(words));
      if (paragraphs && !(below && isSurelySigned(text, scope))) break;
      // "Lucerne⏎Monsieur le Président" above the text is the end of an address.
      if (paragraphs && text.split('\n').some((line) => isSalutationLine(line, scope.language)))
        break;
      const above = blocks[at - 1];
      // "Conclusions" above a paragraph is a heading; several names may be on successive lines.
      if (found !== undefined || isEnd(blocks, at, scope)) found = at;
      if (above && isPlain(above) && isSignedBy(lined(above), scope)) continue;
      break;
    }
    under++;
    if (under > MOST_OFFICES) break;
    if (mayStandUnder(text, block, blocks, at, scope)) continue;
    if (!scope.personal || isHeading(withLineFeeds(block))) break;
    paragraphs = true;
  }
  return found;
}

/** Whether only blocks follow that may follow a signature. */
function isEnd(blocks: readonly MarkedBlock[], at: number, scope: LetterScope): boolean {
  const behind = classify(blocks.slice(at), scope)
    .slice(1)
    .filter(({ kind }) => kind !== 'page');
  if (behind.length === 0) return true;
  return (
    behind.every(({ kind }) => kind !== 'text') ||
    (scope.personal &&
      behind.length <= 4 &&
      (isSendersName((blocks[at] as MarkedBlock).text, scope) ||
        (scope.sender.length === 0 && isShortName((blocks[at] as MarkedBlock).text)) ||
        !isHeading(withLineFeeds(blocks[at] as MarkedBlock))))
  );
}

/** Gives each block from the formula or signature on its kind. */
function classify(blocks: readonly MarkedBlock[], scope: LetterScope): ClosingPiece[] {
  const { language } = scope;
  let signed = false;
  let inPostscript = false;
  return blocks.map((block, at): ClosingPiece => {
    const text = lined(block);
    if (block.text === '') return { kind: 'page', block };
    if (!isPlain(block)) return { kind: inPostscript ? 'postscript' : 'text', block };
    if (language.postscript.test(text)) inPostscript = true;
    if (inPostscript) return { kind: 'postscript', block };
    if (!signed && isOwnName(text, scope)) {
      signed = true;
      return { kind: 'signed', block };
    }
    if (
      !signed &&
      (isClosing(text, language) ||
        isFarewell(text, language) ||
        closingAbove(block, blocks[at + 1], scope) === 0)
    )
      return { kind: 'formula', block };
    if (signed && isOfficeLine(text)) return { kind: 'office', block };
    if (at > 0 && !signed && isOnBehalf(text)) return { kind: 'office', block };
    if (at > 0 && readLetterDateline(text, language, scope.known))
      return { kind: 'dateline', block };
    const [first = ''] = text.split('\n');
    const addressed = isAddresseesName(first, scope);
    const envelope = scope.personal && signed && isEnvelope(text);
    if (!addressed && !envelope && isSignedBy(text, scope)) {
      signed = true;
      return { kind: 'signed', block };
    }
    if (addressed || isAddressBlock(text, language) || isStreet(text, language) || envelope)
      return { kind: 'address', block };
    return { kind: 'text', block };
  });
}
