/**
 * The formulas of letters in any language: salutation, closing formula, signature, address.
 *
 * Takes a line or block and the language. Returns yes or no. The words are in `languages/<tag>/`;
 * this file has their form: length, punctuation at the end, capitals.
 */
import { pattern } from '../../../../core/text.ts';
import type { Language } from '../../../languages/model/language.ts';
import { perLanguage } from '../../../languages/model/per-language.ts';
import { listType } from './kinds.ts';

/** Characters and words of a salutation. */
const LONGEST_SALUTATION = 90;
const MOST_SALUTATION_WORDS = 11;

/** "Aber lieber Paul!", "Well, dear Mother,". */
const INTERJECTION = pattern('iu')`
    ^(?:aber|ach|oh?|ah|(?:und )?nun|nein|ja|also|hallo|dag|dus|bueno|guten (?:tag|morgen|abend)|
    well|hello|now|
    eh bien|mais|bonjour|hola|pues)[,!]? (?=\p{L})
  `;

/** "My Dear Hinkle": no sentence ends within it. */
const DEAR = /^(?:my )?dear \p{Lu}\p{L}+[.,!—–-]*$/iu;

/** "Dear Mr. President:", "Lieber Arthur!", "Monsieur," on a line of its own. */
export function isSalutationLine(text: string, language: Language): boolean {
  if (text.length > LONGEST_SALUTATION || text.includes('\n')) return false;
  // "My. Dear— Hinkle."
  const joined = text.replace(/(?<=\p{L}{2})(?:\.|[—–-]) (?=\p{Lu})/gu, ' ');
  if (!language.salutation.test(joined.replace(INTERJECTION, ''))) return false;
  const words = text.split(/\s+/).length;
  if (words > MOST_SALUTATION_WORDS) return false;
  // "My Lady Kent's Powder"
  if (/\p{L}[’']s \p{L}+$/u.test(text)) return false;
  const inner = (DEAR.test(joined) ? joined : text)
    .replace(/(?<!\p{L})(?:\p{L}{1,5}\.)(?=\s)/gu, '')
    .replace(/[\s,.:;!—–\])”"«»-]+$/, '');
  if (/[.?!;]\s/.test(inner)) return false;
  return /[,:;!—–-]["”»]?$/.test(text) || (words <= 5 && !/[?]$/.test(text));
}

/**
 * Formulas with further words: "Accept, Excellency, the renewed assurances of my highest
 * consideration."
 */
const LONG_FORMULA = pattern('iu')`
    ^(?:(?:please )?accept,?|with (?:the )?(?:sentiments|expressions?|assurances?) of|
    i (?:avail|have the hono|take this|beg to remain|am, |remain, )|
    i beg you to accept|je vous prie d|veuillez|agréez|recevez|j['’]ai l['’]honneur d['’]être|
    genehmigen|empfangen sie|ich (?:benutze|habe die ehre)|mit (?:der versicherung|dem ausdruck)|
    aprovecho|reitero|dios guarde|sírvase|quedo de|con (?:toda |la mayor )?consideración|
    the (?:embassy|legation|ministry|department) avails)
  `;
const ABBREVIATED = pattern('iu')`
    ^(?:(?:i|we|je|ich) (?:have|am|remain|are|beg|suis|bin)|with (?:\p{L}+ ){0,3}\p{L}+|accept|
    believe me|yours?)\b[^.]{0,40}(?:&c|etc|\[etc)
  `;
/** "Receive, sir, &c.,", "I profit, &c.,": the printer's short form of any formula. */
const CUT_SHORT = /^\p{Lu}[^.;:!?\n]{3,50}, ?&c\.,(?: ?&c\.,)?$/u;
const LONGEST_FORMULA = 110;
const LONGEST_LONG_FORMULA = 320;

/** "Sincerely yours,", "I have, &c.,", "Mit herzlichen Grüßen Ihr". */
export function isClosing(text: string, language: Language): boolean {
  if (text.length > LONGEST_LONG_FORMULA) return false;
  if (text.length <= LONGEST_FORMULA && (ABBREVIATED.test(text) || CUT_SHORT.test(text)))
    return true;
  if (LONG_FORMULA.test(text) && sentences(text) <= 1) return true;
  if (text.length > LONGEST_FORMULA) return false;
  const bare = text.replace(/^[–—-]+ ?/, '').replace(INTERJECTION, '');
  if (language.closing.test(bare) && sentences(bare) <= 1 && bare.split(/\s+/).length <= 14)
    return true;
  // "from" alone, between the greetings and the name.
  return endsInServant(bare, language) || isFromWord(bare, language);
}

function isFromWord(text: string, { letters }: Language): boolean {
  return new RegExp(`^(?:${letters.fromWord})$`, 'iu').test(text);
}

/** Characters and sentences of a paragraph with greetings. */
const LONGEST_FAREWELL = 90;
const MOST_FAREWELLS = 2;

/**
 * A short paragraph of greetings that belongs to the closing below it: "Leben Sie wohl. Ich umarme
 * Sie von Herzen.", "Give my love to all."
 */
export function isFarewell(text: string, { letters }: Language): boolean {
  return (
    text.length <= LONGEST_FAREWELL &&
    !text.includes('?') &&
    sentences(text) <= MOST_FAREWELLS &&
    new RegExp(`(?<!\\p{L})(?:${letters.farewell})(?!\\p{L})`, 'iu').test(text)
  );
}

/** "… la quiere de veras su amiga,", "tu hermano que te aprecia": the writer is the addressee's. */
const endsInRelation = perLanguage(
  ({ letters }) =>
    new RegExp(
      '(?<!\\p{L})(?:yours?|thy|deine?|ihre?|eue?re?|ton|ta|votre|tu|su|vuestr[oa])' +
        ` (?:[\\p{Ll}.]+,? ){0,4}(?:${letters.relatives})` +
        '(?: (?:que|qui|who|the|der|die) (?:\\p{L}+,? ){0,5}\\p{L}+)?[,–—-]?$',
      'iu',
    ),
);

/**
 * The beginning of a paragraph's last sentence in which the writer takes leave: "… zeichne ich,
 * Herr Doktor, mit vorzüglicher Hochachtung", "I remain, dear Sir, your friend". It closes a letter
 * only right above a signature. Undefined if there is none.
 */
export function closingSentence(text: string, language: Language): number | undefined {
  const { letters } = language;
  const last = sentenceStarts(text).at(-1) ?? 0;
  const sentence = text.slice(last);
  if (sentence.length > LONGEST_LONG_FORMULA) return undefined;
  if (sentence.length <= LONGEST_FORMULA && endsInRelation(language).test(sentence)) return last;
  return new RegExp(
    `(?<!\\p{L})(?:${letters.remaining})(?!\\p{L}).*(?<!\\p{L})(?:${letters.remainsAs})[\\s,.!–—-]*$`,
    'iu',
  ).test(sentence)
    ? last
    : undefined;
}

/** Offsets of the sentences of a text; full stops of abbreviations do not count. */
function sentenceStarts(text: string): number[] {
  return [...text.matchAll(/(?<=\p{L}{4}|[\p{Ll}]\d|["”)])[.!?] +(?=["“„(]?\p{Lu})/gu)].map(
    ({ 0: found, index }) => index + found.length,
  );
}

/** "Ew. Hochgeboren ganz untertänigster Diener": no sentence about a servant. */
function endsInServant(text: string, { letters }: Language): boolean {
  const before = new RegExp(`^(?<words>.{2,80}) (?:${letters.servant})[,.]?$`, 'iu').exec(text)
    ?.groups?.['words'];
  return (
    before !== undefined &&
    /^\p{Lu}/u.test(text) &&
    before.split(/\s+/).length <= 11 &&
    !/(?<=\p{L}{3})[.!?;] \p{Lu}\p{L}{3}|(?<!\p{L})(?:is|was|are|were|be|has|had|an?|war|ist|sind|hat|ein|kein|est|était|sont|un|es|era|fue|su|his|her|sein|sa|son)(?!\p{L})/u.test(
      before,
    )
  );
}

function sentences(text: string): number {
  return text
    .replace(/(?<!\p{L})(?:\p{L}{1,5}|&c)\./gu, '')
    .split(/[.?!](?:\s|$)/)
    .filter((part) => /\p{L}{3}/u.test(part)).length;
}

/** To whom petitions and memorials are addressed, on one line. */
const PETITIONED = pattern('iu')`
    ^to (?:the|his|her)(?: most| right)? (?:hono?u?rable|worshipful|reverend|king|queen|president|
    lords?|commissioners|governor|congress|senate)(?!\p{L})
  `;

/** Lines of an address: "Herrn Dr Richard Beer-Hofmann⏎Wien⏎III. Seidlgasse 30." */
export function isAddressBlock(text: string, language: Language): boolean {
  const lines = text.split('\n');
  if (lines.length > 9 || lines.some((line) => line.length > 80)) return false;
  // "Present:" above those who attended
  if (listType(lines[0] ?? '') === 'participants') return false;
  const addressee = new RegExp(`^(?:${language.letters.addressee})(?=[\\s,.]|$)`, 'iu');
  if (!lines.slice(0, 2).some((line) => addressee.test(line))) return false;
  // "To make a cake"
  if (
    lines.length === 1 &&
    /^(?:to|for|an|a|à|al?) (?!(?:the|his|her|my|mr|mrs|den|die|das|der|la|le|l|don|doña|sr|m|mme)(?!\p{L}))\p{Ll}/iu.test(
      text,
    ) &&
    !/^\S+ \p{Lu}/u.test(text)
  )
    return false;
  if (lines.length === 1)
    return (
      !/[.!?:]$/.test(text.replace(/(?:\p{L}|\d)\.$/u, '')) &&
      text.split(/\s+/).length <= (PETITIONED.test(text) ? 14 : 9) &&
      !language.salutation.test(text)
    );
  return !language.salutation.test(lines.at(-1) ?? '') || lines.length > 2;
}

/** Words of an address on one line below a letter, without its label. */
const MOST_SUPERSCRIPTION_WORDS = 16;

const superscriptionLabel = perLanguage(
  ({ letters }) => new RegExp(`^[(\\[]?(?:${letters.superscription})\\.?\\s?[:)\\]]+\\s*`, 'iu'),
);
const addressedTo = perLanguage(
  ({ letters }) => new RegExp(`^(?:${letters.addressedTo})(?=[\\s,.])`, 'iu'),
);

/**
 * The address on the outside of a letter, on one line below its signature: "À Monsieur Monsieur
 * Duval, négociant, rue du Bac, à Paris", "(Sobrescrito:) Al muy ilustre señor Visorrey".
 */
export function isSuperscription(text: string, language: Language): boolean {
  const label = superscriptionLabel(language).exec(text);
  const words = text.slice(label?.[0].length ?? 0);
  if (text.includes('\n') || /[!?;]/.test(words) || words.length < 8) return false;
  if (label) return sentences(words) <= 2;
  return (
    addressedTo(language).test(words) &&
    words.split(/\s+/).length <= MOST_SUPERSCRIPTION_WORDS &&
    sentences(words) <= 1 &&
    (words.match(/(?<![\p{L}’'])\p{Lu}/gu) ?? []).length >= 3 &&
    (words.match(/(?<![\p{L}’'])\p{Ll}{4,}/gu) ?? []).length <= 4
  );
}

/** Limits of an envelope's lines: their number, characters, words. */
const MOST_ENVELOPE_LINES = 12;
const LONGEST_ENVELOPE_LINE = 50;
const MOST_ENVELOPE_WORDS = 7;

/**
 * Lines of an envelope or a sender's address without any word of the table: "P. O. Box 681⏎Ft.
 * Lupton Colo⏎Sandra B. Schubert⏎1016 South 40th St". A number has to be among them.
 */
export function isEnvelope(text: string): boolean {
  const lines = text.split('\n');
  return (
    lines.length >= 2 &&
    lines.length <= MOST_ENVELOPE_LINES &&
    /\d/.test(text) &&
    lines.every(
      (line) =>
        line.length <= LONGEST_ENVELOPE_LINE &&
        line.split(/\s+/).length <= MOST_ENVELOPE_WORDS &&
        !/[!?]|\t|\p{Ll}{4,}\. \p{Lu}/u.test(line) &&
        (line.match(/(?<![\p{L}\d])\p{Ll}{4,}/gu) ?? []).length <= 2,
    )
  );
}

/** The street of the writer below his name: "Anger Straße No. 13 in Elbing". */
export function isStreet(text: string, { letters }: Language): boolean {
  return new RegExp(
    `^(?:${letters.street})(?:,? (?:in )?\\p{Lu}[\\p{L} ]{2,20})?[.,]?$`,
    'iu',
  ).test(text);
}
