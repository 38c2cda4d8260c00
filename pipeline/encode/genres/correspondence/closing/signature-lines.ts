/** Whether a line is a signature, or an office or date below one. */
import { pattern } from '../../../../core/text.ts';
import { readLetterDateline } from '../../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import { isAddressBlock, isStreet, isSuperscription } from '../lines/formulas.ts';
import { isOffice } from '../lines/kinds.ts';
import { isAddresseesName, isSendersName, type LetterScope } from '../lines/scope.ts';
import { isSigned } from '../lines/signed.ts';
import { isPlain } from '../lines/text.ts';

/** "Dein Karl", "Ihr tr. P. Tillich.", "Ganz Ihr L. Tieck.", "(gedenken Sie) Ihrer Dorothea". */
export const OWN_NAME = pattern('u')`
    ^(?:(?:[Gg]anz|[Ss]tets|[Ii]mmer|[Ww]ie immer|[Ee]ver|[Aa]lways|[Tt]oujours|[Ff]rom|[Vv]an|
    [Vv]on) )?
    (?:[Dd]ein(?:er?)?|[Ii]hre?r?|[Ee]uer|[Ee]ure|[Yy]ours?|[Tt]hy|[Tt]on|[Tt]a|[Vv]otre|[Tt]u|[Ss]u|
    [Tt]u(?:us|a|o)|[Vv]ostr[oa]|[Uu]we?|[Jj]e|[Jj]ouw)(?: (?:dich |dir |sehr |
    ganz )?\p{Ll}{2,12}[.,]?){0,2}(?: (?:(?:\p{Lu}\p{Ll}?\. ?)+|
    \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)){1,3}\.?$
  `;

/** "Dein Karl", but not "Your humble Servt". */
export function isOwnName(text: string, { language }: LetterScope): boolean {
  const service = new RegExp(`(?<!\\p{L})(?:${language.letters.servant})[,.]?$`, 'iu');
  return OWN_NAME.test(text) && !service.test(text);
}

/** "Enc.", "2 Encls.", "cc: Mr. Ash", "Anlage": what goes with a letter, below its signature. */
const ENCLOSED =
  /^(?:\d{1,2} )?(?:encls?|encs?|enclosures?|cc|c\.c|anlagen?|beilagen?|p\.j)(?![\p{L}’'])/iu;

/** A signature, by its form or because it is the sender's name. */
export function isSignedBy(text: string, scope: LetterScope): boolean {
  if (ENCLOSED.test(text)) return false;
  return isSigned(text, scope.language) || isSendersName(text, scope) || isOwnName(text, scope);
}

export function isOfficeLine(text: string): boolean {
  return isOffice(text.split('\n')[0] ?? '');
}

/** The sender's name, initials, "Dein Karl"; a short name if the title names no sender. */
export function isSurelySigned(text: string, scope: LetterScope): boolean {
  return (
    isSendersName(text, scope) ||
    isOwnName(text, scope) ||
    /^(?:\p{Lu}\p{Ll}?\. ?){1,4}$/u.test(text) ||
    (scope.sender.length === 0 && isShortName(text))
  );
}

/** "Richter", "J. P. F. Richter": a signature if the title names no sender. */
export function isShortName(text: string): boolean {
  return /^(?:(?:\p{Lu}\p{Ll}?\. ?)+|\p{Lu}\p{Ll}+ ?){1,4}\.?$/u.test(text) && text.length <= 40;
}

export function mayStandUnder(
  text: string,
  block: MarkedBlock,
  blocks: readonly MarkedBlock[],
  at: number,
  scope: LetterScope,
): boolean {
  if (isOfficeLine(text)) return true;
  if (scope.language.postscript.test(text) || isAddressBlock(text, scope.language)) return true;
  if (isStreet(text, scope.language)) return true;
  if (scope.personal && isSuperscription(text, scope.language)) return true;
  if (isAddresseesName(text.split('\n')[0] ?? '', scope)) return true;
  if (readLetterDateline(text, scope.language, scope.known)) return true;
  if (/^\[[^\]]+\]$/s.test(block.text)) return true;
  // More of a postscript may follow its first paragraph.
  return blocks
    .slice(0, at)
    .some(
      (before, index) =>
        index >= at - 3 && isPlain(before) && scope.language.postscript.test(before.text),
    );
}

/** "For the Secretary of State:" before the name of the signer. */
export function isOnBehalf(text: string): boolean {
  return /^(?:for|by order of|by direction of|i\. ?a\.|im auftrag\p{L}*|p\. ?o\.|pour|por|por orden de)(?!\p{L}).{0,70}:?$/iu.test(
    text,
  );
}
