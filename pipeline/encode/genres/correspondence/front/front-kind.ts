/** The kind of a line or block in the front of a letter. */
import type { Dating } from '../../../../authorities/model.ts';
import { pattern } from '../../../../core/text.ts';
import { readLetterDateline } from '../../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { DatelineDate } from '../../../engine/model.ts';
import type { Language } from '../../../languages/model/language.ts';
import { addedText } from '../lines/enclosures.ts';
import { isAddressBlock, isSalutationLine } from '../lines/formulas.ts';
import { listType } from '../lines/kinds.ts';
import { isRankedAddressee } from '../lines/ranked.ts';
import { isAddresseesName, type LetterScope } from '../lines/scope.ts';
import { lined } from '../lines/text.ts';
import { isForeignAddress, isFrontLine } from './front-lines.ts';

export type LetterFrontKind =
  | 'number'
  | 'dateline'
  | 'salute'
  | 'address'
  | 'classification'
  /** A line of a form: "FROM: INR". */
  | 'field'
  | 'line'
  | 'page';

/** "District of Columbia,⏎Washington County, ss.": where an oath or certificate was made. */
export const VENUE = /^\p{Lu}[^.;!?]{3,80}[\s,:] ?(?:ss|s\. ?s|sct|to wit)[.:]?$/isu;

export function isLetterDateline(
  block: MarkedBlock,
  { language, known, added }: LetterScope,
): boolean {
  if (VENUE.test(lined(block))) return true;
  const read = readLetterDateline(lined(block), language, known);
  // "November 16–19, 1968" above an attachment is its subject, not its date.
  return read !== undefined && (!added || read.dates.every(namesOneDay));
}

/** A day, perhaps with its time, or "undated". */
function namesOneDay({ dating }: DatelineDate): boolean {
  return (
    dating === undefined || ((dating.when ?? dating.from ?? '').length >= 10 && !spansDays(dating))
  );
}

function spansDays({ from, to }: Dating): boolean {
  return from !== undefined && to !== undefined && from.slice(0, 10) !== to.slice(0, 10);
}

/** The kind of a block or line before the text; undefined if it is text. */
export function frontKind(block: MarkedBlock, scope: LetterScope): LetterFrontKind | undefined {
  const text = lined(block);
  const { language } = scope;
  if (listType(text) !== undefined || addedText(text, language) !== undefined) return undefined;
  if (isSalutationLine(text, language)) return 'salute';
  if (isRankedAddressee(text, language)) return text.includes('\n') ? 'address' : 'salute';
  if (isNumberedHeading(text, language)) return 'number';
  const [first = ''] = text.split('\n');
  // "Superintendent's Office⏎for the Insane⏎London, Ont., 12 Jan 1890"
  if (first !== text && !isAddressBlock(first, language) && isLetterDateline(block, scope))
    return 'dateline';
  if (isAddressBlock(text, language) && (first !== text || scope.personal)) return 'address';
  if (isAddresseesName(first, scope)) return 'address';
  if (isLetterDateline(block, scope)) return 'dateline';
  if (scope.personal && isForeignAddress(text, language)) return 'address';
  if (CLASSIFICATION.test(text)) return 'classification';
  return isFrontLine(text) &&
    !text
      .split('\n')
      .some(
        (line) =>
          isSalutationLine(line, language) ||
          (text.includes('\n') && readLetterDateline(line, language, scope.known) !== undefined),
      )
    ? 'line'
    : undefined;
}

/** "LETTRE N° 147.", "Letter No. 3" above the front. */
function isNumberedHeading(text: string, { letters }: Language): boolean {
  return new RegExp(
    `^(?:${letters.kinds}),? (?:n[°ºo]|nr|no|number|nummer|numéro)\\.? ?\\d[\\d.]{0,6}\\s?\\.?$`,
    'iu',
  ).test(text);
}

/** The secrecy or urgency of a paper. */
const CLASSIFICATION = pattern('iu')`
    ^[[(]?(?:(?:top secret|secret|confidential|restricted|unclassified|official use only|
    limited official use|personal|private|priority|niact|immediate|urgent|plain|eyes only|geheim|
    streng geheim|vertraulich|privat|persönlich|eilt|secr[èe]te?|tr[èe]s secr[èe]te?|
    confidentielle?|personnelle?|urgente?|secreto|reservado|confidencial|muy reservado|personal|
    particular|and|und|et|y|u\. s\.|security information)[\s.,;:—–-]*)+[\])]?$
  `;
