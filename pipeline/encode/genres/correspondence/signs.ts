/**
 * The evidence for a letter or despatch before it is outlined: dateline, salutation, closing
 * formula, parties in the title.
 *
 * Takes the evidence of a document. Returns which of the indicators it has.
 */
import { readLetterDateline } from '../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';
import { personalName } from '../../header/parties/party-words.ts';
import { isAddressee, statesLetter, withoutNumber } from '../../header/title.ts';
import { titleLanguage } from '../../header/title-language.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { isShortName } from './closing/signature-lines.ts';
import { isForm } from './front/form-fields.ts';
import { isAddressBlock, isClosing, isSalutationLine } from './lines/formulas.ts';
import { isSigned } from './lines/signed.ts';
import { isPlain, lined } from './lines/text.ts';

interface LetterSigns {
  /** A dateline before the text or after it, with a place. */
  readonly dateline: boolean;
  /** The dateline states when it was received. */
  readonly received: boolean;
  readonly salutation: boolean;
  readonly closing: boolean;
  readonly signature: boolean;
  readonly address: boolean;
  /** A dateline with a place is the first line, and a short name or initials the last. */
  readonly framed: boolean;
  /** Lines of a form name sender and addressee: "FROM: INR". */
  readonly form: boolean;
  /** The title names sender and addressee. */
  readonly parties: boolean;
  /** The title also states the day. */
  readonly stated: boolean;
  /** The title names only the addressee. */
  readonly addressee: boolean;
  /** A salutation that the first paragraph begins with: "Sir: Referring to". */
  readonly runIn: boolean;
}

/** How far from the beginning and the end the indicators may be (in blocks). */
const FRONT = 9;
const END = 9;
/** The signature may be above a postscript of this many blocks, less itself. */
const FRAME = 3;

/**
 * "95. An Christian Otto.": the title names only the addressee; "An Böttiger" needs a dateline
 * below it.
 */
function namesAddressee(title: string, language: Language, dateline: boolean): boolean {
  if (language.toWord === '') return false;
  const to = new RegExp(`^\\*?(?:[\\d.]+\\s+)?(?:${language.toWord}) (?<to>.{3,80})$`, 'iu').exec(
    title,
  );
  const words = (to?.groups?.['to'] ?? '').replace(/\.\d*$/, '');
  return (
    to !== null &&
    (isAddressee(words, language) || (dateline && personalName(words, language) !== undefined))
  );
}

const found = new WeakMap<GenreEvidence, LetterSigns>();

export function letterSigns(evidence: GenreEvidence): LetterSigns {
  const known = found.get(evidence);
  if (known) return known;
  const signs = collect(evidence);
  found.set(evidence, signs);
  return signs;
}

function collect({ title: printed, blocks, language }: GenreEvidence): LetterSigns {
  const title = withoutNumber(printed);
  const ofTitle = titleLanguage(title, language);
  const front = blocks.slice(0, FRONT).filter(isPlain);
  const end = blocks.slice(-END).filter(isPlain);
  // The blocks of a short text are both at its beginning and at its end.
  const datelines = new Map(
    [...new Set([...front, ...end])].map((block) => [
      block,
      readLetterDateline(lined(block), language),
    ]),
  );
  const dates = [...datelines.values()].filter((read) => read !== undefined);
  const lines = (block: MarkedBlock) => lined(block).split('\n');
  const closing = end.findIndex(
    (block) =>
      lines(block).some((line) => isClosing(line, language)) || isClosing(lined(block), language),
  );
  const { toWord } = ofTitle;
  const to =
    toWord === ''
      ? undefined
      : new RegExp(`^\\p{Lu}.{2,100}[\\p{L})] (?:${toWord}) .*\\p{Lu}`, 'u');
  const dateline = dates.some(({ places }) => places.length > 0);
  const [first] = front;
  const opensWithPlace = first !== undefined && (datelines.get(first)?.places.length ?? 0) > 0;
  const addressee = namesAddressee(title, ofTitle, dateline);
  return {
    dateline,
    received: dates.some(({ received }) => received !== undefined),
    salutation: front.some((block) =>
      lines(block)
        .slice(0, 6)
        .some((line) => isSalutationLine(line, language)),
    ),
    closing: closing >= 0,
    signature: end.slice(Math.max(0, closing)).some((block) => isSigned(lined(block), language)),
    framed: opensWithPlace && end.slice(-FRAME).some(({ text }) => isShortName(text)),
    address: front
      .slice(0, 4)
      .some((block) => block.text.length < 200 && isAddressBlock(lined(block), language)),
    form: isForm(front.flatMap(lines)),
    parties: to?.test(title) === true || addressee,
    stated: statesLetter(title, ofTitle),
    addressee,
    runIn: front.some(({ text }) =>
      /^(?:(?:My )?Dear |Sirs?\b|Gentlemen|Excellency|Mr\. \p{Lu}\p{L}+:|My Lord)[^.?!]{0,40}:\s*—?\s*\p{Lu}/u.test(
        text,
      ),
    ),
  };
}
