/** Where the end of a letter or despatch begins: its closing formula, or a signature alone. */
import { readLetterDateline } from '../../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import { withLineFeeds } from '../../../engine/outline/lines.ts';
import { isClosing, isSalutationLine } from '../lines/formulas.ts';
import { isHeading } from '../lines/kinds.ts';
import { isAddresseesName, isSendersName, type LetterScope } from '../lines/scope.ts';
import { isNameWithOffice, isSignedLabel } from '../lines/signed.ts';
import { isPlain, isRunningText, lined } from '../lines/text.ts';
import { classify, closingAbove, isSeal } from './closing-kinds.ts';
import { trailingAddress } from './closing-parts.ts';
import {
  isAddressed,
  isDateBelowText,
  isOfficeLine,
  isOnBehalf,
  isOwnName,
  isShortName,
  isSignedBy,
  isSignedInPlace,
  isSurelySigned,
  mayStandUnder,
} from './signature-lines.ts';

/** How far from the end the formula and signature may be (blocks with text). */
export const LOOK_BACK = 12;

/** Within how many blocks under a signature an office or date may be. */
export const MOST_OFFICES = 4;

export function closingStart(
  blocks: readonly MarkedBlock[],
  scope: LetterScope,
): number | undefined {
  const from = Math.max(0, blocks.length - LOOK_BACK);
  const { language } = scope;
  // The first formula that a signature or the end follows.
  for (let at = from; at < blocks.length; at++) {
    const block = blocks[at];
    if (!isPlain(block)) continue;
    if (closingAbove(block, blocks[at + 1], scope) === 0) return at;
    if (isSignedLabel(lined(block), language) && isPlain(blocks[at + 1])) return at;
    if (!isClosing(lined(block), language)) continue;
    // "Auf Wiedersehen in 14 Tagen." before "Ihr" is the text's last sentence, "In haste," belongs
    // to the closing.
    const next = blocks.slice(at + 1).find(({ text }) => text !== '');
    const sentence =
      /!$/.test(block.text) || (/\.$/.test(block.text) && block.text.split(/\s+/).length > 3);
    if (isPlain(next) && isClosing(lined(next), language) && sentence) continue;
    const behind = blocks.slice(at + 1).filter(({ text }) => text !== '');
    const signs = behind.findIndex(
      (next, index) =>
        isPlain(next) &&
        (isSignedBy(lined(next), scope) ||
          isSignedInPlace(
            lined(next),
            [index === 0 ? block : behind[index - 1], behind[index + 1]],
            scope,
          )) &&
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
  const found = named < 0 ? signatureAlone(blocks, from, scope) : named;
  return found ?? (scope.record ? lastName(blocks) : addressAlone(blocks, scope));
}

/** A name with an office right below the last paragraph of a record. */
function lastName(blocks: readonly MarkedBlock[]): number | undefined {
  const at = blocks.findLastIndex(({ text }) => text !== '');
  const above = blocks.slice(0, at).findLast(({ text }) => text !== '');
  const block = blocks[at];
  return isPlain(block) && isNameWithOffice(block.text) && above && isRunningText(above.text)
    ? at
    : undefined;
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
    const addressed = isAddressed(text, scope);
    const signs =
      isSignedBy(text, scope) || isSignedInPlace(text, [blocks[at - 1], blocks[at + 1]], scope);
    if (!addressed && signs && !isOfficeLine(text)) {
      const below = blocks.slice(0, at).some(({ text: words }) => isRunningText(words));
      if (paragraphs && !(below && isSurelySigned(text, scope))) break;
      // "Lucerne⏎Monsieur le Président" above the text is the end of an address.
      if (paragraphs && text.split('\n').some((line) => isSalutationLine(line, scope.language)))
        break;
      let before = at - 1;
      while (before >= from && isSeal(blocks[before]?.text ?? '')) before--;
      const above = blocks[before];
      // "Conclusions" above a paragraph is a heading; several names may be on successive lines.
      if (found !== undefined || isEnd(blocks, at, scope)) found = at;
      if (above && isPlain(above) && isSignedBy(lined(above), scope)) {
        at = before + 1;
        continue;
      }
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

/** The beginning of the date or addresses below a private letter's text without a signature. */
function addressAlone(blocks: readonly MarkedBlock[], scope: LetterScope): number | undefined {
  const begin = trailingAddress(blocks, scope);
  const above = blocks[begin - 1];
  const dated = begin > 1 && isPlain(above) && isDateBelowText(lined(above), scope);
  const from = dated ? begin - 1 : begin;
  return scope.personal && from > 0 && from < blocks.length ? from : undefined;
}
