/** The kind of each block from the formula or signature of a letter on. */
import { pattern } from '../../../../core/text.ts';
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
import { isSendersName, type LetterScope } from '../lines/scope.ts';
import { isNameWithOffice, isSignedLabel } from '../lines/signed.ts';
import { isPlain, lined } from '../lines/text.ts';
import type { ClosingPiece } from './closing-model.ts';
import {
  isAddressed,
  isDateBelowText,
  isOfficeLine,
  isOnBehalf,
  isOwnName,
  isSignedBy,
  isSignedInPlace,
  isSignedOnBehalf,
} from './signature-lines.ts';

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

const SEAL = pattern('iu')`
    ^[[(](?:l\. ?s|(?:great )?seal(?: of .{2,60})?|siegel|stempel|sceau|sello)\.?[\])]\.?$
  `;

/** "[seal.]", "[l. s.]" beside a signature. */
export function isSeal(text: string): boolean {
  return SEAL.test(text);
}

/** Gives each block from the formula or signature on its kind. */
export function classify(blocks: readonly MarkedBlock[], scope: LetterScope): ClosingPiece[] {
  const { language } = scope;
  let signed = false;
  let inPostscript = false;
  const pieces = blocks.map((block, at): ClosingPiece => {
    const text = lined(block);
    if (block.text === '') return { kind: 'page', block };
    if (at > 0 && isSeal(text)) return { kind: 'seal', block };
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
    if (at > 0 && !signed && isSignedOnBehalf(text)) {
      signed = true;
      return { kind: 'signed', block };
    }
    if (at > 0 ? readLetterDateline(text, language, scope.known) : isDateBelowText(text, scope))
      return { kind: 'dateline', block };
    const addressed = isAddressed(text, scope);
    const next = blocks[at + 1];
    // "Dankbarst" above "Ihr"
    if (
      !signed &&
      !addressed &&
      isPlain(next) &&
      isClosing(lined(next), language) &&
      !isSendersName(text, scope)
    )
      return { kind: 'formula', block };
    if (at === 0 && scope.record && isNameWithOffice(block.text)) return { kind: 'signed', block };
    const envelope =
      scope.personal && signed && (isEnvelope(text) || isSuperscription(text, language));
    const signs =
      isSignedBy(text, scope) || (!signed && isSignedInPlace(text, [above, next], scope));
    if (!addressed && !envelope && signs) {
      signed = true;
      return { kind: 'signed', block };
    }
    if (addressed || isAddressBlock(text, language) || isStreet(text, language) || envelope)
      return { kind: 'address', block };
    return { kind: 'text', block };
  });
  return beforeName(pieces);
}

/** Whatever is above the signature belongs to its formula: "Monsieur" between its parts. */
function beforeName(pieces: readonly ClosingPiece[]): ClosingPiece[] {
  const name = pieces.findIndex(({ kind }) => kind === 'signed');
  return pieces.map((piece, at) => {
    const words =
      piece.kind === 'text' || (piece.kind === 'address' && !lined(piece.block).includes('\n'));
    return words && at < name ? { ...piece, kind: 'formula' } : piece;
  });
}
