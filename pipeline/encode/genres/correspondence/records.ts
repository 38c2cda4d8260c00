/**
 * The parts of a record: a petition, the oath below it, the certificates of clerks and notaries,
 * each with its own signature.
 *
 * Takes the blocks after the title. Returns those of each part. A part ends with its signatures; a
 * name is one only behind "(Signed)" or words in which a paper is attested.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';
import { VENUE } from './front/front-kind.ts';
import type { LetterScope } from './lines/scope.ts';
import { isNameWithOffice, isSigned, isSignedLabel } from './lines/signed.ts';
import { isPlain, lined } from './lines/text.ts';
import type { Letters } from './several.ts';

/** Characters and lines of a signature with its office. */
const LONGEST_SIGNATURE = 110;
const MOST_LINES = 4;

/** "[Form of the Oath for the Verification of the Petition.]" above a part. */
const BRACKETED = /^\[\p{Lu}[^\]\n]{8,100}\]$/u;

/** "Last Will and Testament." on a line of its own. */
const recordTitle = perLanguage(
  ({ letters: { records } }) => new RegExp(`^(?:${records})[.:]?$`, 'iu'),
);

const attestation = perLanguage(
  ({ letters: { attested } }) => new RegExp(`(?<!\\p{L})(?:${attested})`, 'iu'),
);

export function splitRecord(blocks: readonly MarkedBlock[], scope: LetterScope): Letters {
  const begins = [0];
  for (let at = 0; at < blocks.length; at++) {
    const end = signaturesEnd(blocks, at, scope);
    if (end === undefined) continue;
    if (blocks.slice(end).some(({ text }) => text !== '')) begins.push(end);
    at = end - 1;
  }
  const [own = [], ...more] = begins.map((begin, index) => blocks.slice(begin, begins[index + 1]));
  const [title, ...text] = own;
  const titled = title && recordTitle(scope.language).test(title.text);
  return {
    first: titled ? { heading: title, blocks: text, scope } : { blocks: own, scope },
    more: more.map((part) => {
      const head = part.findIndex(({ text }) => text !== '');
      const heading = part[head];
      return heading && BRACKETED.test(heading.text) && head === 0
        ? { heading, blocks: part.slice(1), scope }
        : { blocks: part, scope };
    }),
  };
}

/** The end of the signatures that begin at `at`. */
function signaturesEnd(
  blocks: readonly MarkedBlock[],
  at: number,
  { language }: LetterScope,
): number | undefined {
  const block = blocks[at];
  if (!isPlain(block)) return undefined;
  const labelled = isSignedLabel(lined(block), language);
  const signs =
    isAttested(blocks[at - 1]?.text ?? '', language) &&
    mayBeSignature(block) &&
    (isSigned(lined(block), language) || isNameWithOffice(block.text));
  if (!labelled && !signs) return undefined;
  let end = at + 1;
  if (labelled && mayBeSignature(blocks[end])) end++;
  while (isSignature(blocks[end], language)) end++;
  return end;
}

/** "In witness whereof I have hereunto set my hand". */
export function isAttested(text: string, language: Language): boolean {
  return attestation(language).test(text);
}

function mayBeSignature(block: MarkedBlock | undefined): boolean {
  return (
    isPlain(block) &&
    block.text.length <= LONGEST_SIGNATURE &&
    lined(block).split('\n').length <= MOST_LINES
  );
}

function isSignature(block: MarkedBlock | undefined, language: Language): boolean {
  return (
    isPlain(block) &&
    mayBeSignature(block) &&
    !isSignedLabel(lined(block), language) &&
    !VENUE.test(lined(block)) &&
    isSigned(lined(block), language)
  );
}
