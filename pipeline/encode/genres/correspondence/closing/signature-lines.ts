/** Whether a line is a signature, or an office or date below one. */
import { pattern } from '../../../../core/text.ts';
import { readLetterDateline } from '../../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import { endsWithServant } from '../../../languages/model/servant.ts';
import { isAddressBlock, isStreet, isSuperscription } from '../lines/formulas.ts';
import { isOffice } from '../lines/kinds.ts';
import { isAddresseesName, isSendersName, type LetterScope } from '../lines/scope.ts';
import { isSigned } from '../lines/signed.ts';
import { isPlain, lined } from '../lines/text.ts';

/** "Dein Karl", "Ihr tr. P. Tillich.", "Ganz Ihr L. Tieck.", "(gedenken Sie) Ihrer Dorothea". */
export const OWN_NAME = pattern('u')`
    ^(?:(?:[Gg]anz|[Ss]tets|[Ii]mmer|[Ww]ie immer|[Ee]ver|[Aa]lways|[Tt]oujours|[Ff]rom|[Vv]an|
    [Vv]on) )?
    (?:[Dd]ein(?:er?)?|[Ii]hre?r?|[Ee]uer|[Ee]ure|[Yy]ours?|[Tt]hy|[Tt]on|[Tt]a|[Vv]otre|[Tt]u|
    [Ss]u|
    [Tt]u(?:us|a|o)|[Vv]ostr[oa]|[Uu]we?|[Jj]e|[Jj]ouw)(?: (?:dich |dir |sehr |
    ganz )?\p{Ll}{2,12}[.,]?){0,2}(?: (?:(?:\p{Lu}\p{Ll}?\. ?)+|
    \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)){1,3}\.?$
  `;

/** "Dein Karl", but not "Your humble Servt". */
export function isOwnName(text: string, { language }: LetterScope): boolean {
  return (
    OWN_NAME.test(text) && !endsWithServant(text, language) && !/^yours \p{L}+ly[.,]?$/iu.test(text)
  );
}

/** "Enc.", "2 Encls.", "cc: Mr. Ash", "Anlage": what goes with a letter, below its signature. */
const ENCLOSED =
  /^(?:\d{1,2} )?(?:encls?|encs?|enclosures?|cc|c\.c|anlagen?|beilagen?|p\.j)(?![\p{L}’'])/iu;

/** A signature, by its form or because it is the sender's name. */
export function isSignedBy(text: string, scope: LetterScope): boolean {
  if (ENCLOSED.test(text)) return false;
  return isSigned(text, scope.language) || isSendersName(text, scope) || isOwnName(text, scope);
}

/** Words in lower case, particles aside, of a dateline below a text: "este 28 de julio". */
const MOST_LOWER = 2;

/** A place with its day, not a sentence about one: "We expect to be in Bath about April 20th." */
export function isDateBelowText(text: string, { language, known }: LetterScope): boolean {
  const read = readLetterDateline(text, language, known);
  return (
    (read?.dates.length ?? 0) > 0 &&
    (text.match(/(?<!\p{L})\p{Ll}{3,}/gu) ?? []).length <= MOST_LOWER
  );
}

/** Limits of a line that goes on in the signature below it: characters, lines. */
const LONGEST_UNFINISHED = 130;
const MOST_UNFINISHED_LINES = 3;

/**
 * A short block in which no sentence ends: "Nu, dag! vele groeten van je" above "Piet". Names alone
 * ("Grand Hôtel") are none.
 */
export function runsOn(text: string): boolean {
  return (
    text.length <= LONGEST_UNFINISHED &&
    text.split('\n').length <= MOST_UNFINISHED_LINES &&
    !/\d/.test(text) &&
    /[,–—-]$|(?<!\p{L})\p{Ll}{4,}.*\p{Ll}$|(?<!\p{L})\p{Ll}{4,}$/su.test(text)
  );
}

/** Limits of a signature that only its place shows: characters, words. */
const LONGEST_PLACED = 40;
const MOST_PLACED_WORDS = 5;

/**
 * Whatever short words follow a line that goes on in them, with no signature below: "tuo babbo e
 * mamma", "RS".
 */
export function isSignedInPlace(
  text: string,
  [above, below]: readonly (MarkedBlock | undefined)[],
  scope: LetterScope,
): boolean {
  return (
    scope.personal &&
    isPlain(above) &&
    !(isPlain(below) && isSignedBy(lined(below), scope)) &&
    runsOn(above.text) &&
    !/[?:;\d,]/.test(text) &&
    text
      .split('\n')
      .every((line) => line.length <= LONGEST_PLACED && line.split(' ').length <= MOST_PLACED_WORDS)
  );
}

/** The addressee's name, or lines of an address without the sender's name. */
export function isAddressed(text: string, scope: LetterScope): boolean {
  if (isAddresseesName(text.split('\n')[0] ?? '', scope)) return true;
  return (
    text.includes('\n') &&
    isAddressBlock(text, scope.language) &&
    !scope.sender.some((word) => text.includes(word))
  );
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
  if (isOfficeLine(text) || ENCLOSED.test(text)) return true;
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

/** "for the Tyne Coal Company⏎Robt. Liddell": with the name of the signer below. */
export function isSignedOnBehalf(text: string): boolean {
  const [first = '', name, ...more] = text.split('\n');
  return (
    name !== undefined &&
    more.length < 2 &&
    isOnBehalf(first) &&
    /^\p{Lu}[^\d,;]{2,40}$/u.test(name)
  );
}
