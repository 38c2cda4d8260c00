/** The kind of each block from the formula or signature of a letter on. */
import { readLetterDateline } from '../../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import {
  closingSentence,
  isAddressBlock,
  isClosing,
  isEnvelope,
  isFarewell,
  isStreet,
  isSuperscription,
} from '../lines/formulas.ts';
import { isAddresseesName, type LetterScope } from '../lines/scope.ts';
import { isNameWithOffice, isSignedLabel } from '../lines/signed.ts';
import { isPlain, lined } from '../lines/text.ts';
import type { ClosingPiece } from './closing-model.ts';
import { isOfficeLine, isOnBehalf, isOwnName, isSignedBy } from './signature-lines.ts';

/** The beginning of a closing sentence in a block above the signature. */
export function closingAbove(
  block: MarkedBlock,
  next: MarkedBlock | undefined,
  scope: LetterScope,
): number | undefined {
  const signs =
    next !== undefined && isPlain(next) && next.text.length <= 60 && isSignedBy(lined(next), scope);
  return signs ? closingSentence(block.text, scope.language) : undefined;
}

/** Gives each block from the formula or signature on its kind. */
export function classify(blocks: readonly MarkedBlock[], scope: LetterScope): ClosingPiece[] {
  const { language } = scope;
  let signed = false;
  let inPostscript = false;
  return blocks.map((block, at): ClosingPiece => {
    const text = lined(block);
    if (block.text === '') return { kind: 'page', block };
    if (!isPlain(block)) return { kind: inPostscript ? 'postscript' : 'text', block };
    if (language.postscript.test(text)) inPostscript = true;
    if (inPostscript) return { kind: 'postscript', block };
    if (isSignedLabel(text, language)) return { kind: 'formula', block };
    const above = blocks[at - 1];
    if (isPlain(above) && isSignedLabel(lined(above), language)) {
      signed = true;
      return { kind: 'signed', block };
    }
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
    if ((at > 0 || scope.record) && readLetterDateline(text, language, scope.known))
      return { kind: 'dateline', block };
    const [first = ''] = text.split('\n');
    const addressed = isAddresseesName(first, scope);
    if (at === 0 && scope.record && isNameWithOffice(block.text)) return { kind: 'signed', block };
    const envelope =
      scope.personal && signed && (isEnvelope(text) || isSuperscription(text, language));
    if (!addressed && !envelope && isSignedBy(text, scope)) {
      signed = true;
      return { kind: 'signed', block };
    }
    if (addressed || isAddressBlock(text, language) || isStreet(text, language) || envelope)
      return { kind: 'address', block };
    return { kind: 'text', block };
  });
}
