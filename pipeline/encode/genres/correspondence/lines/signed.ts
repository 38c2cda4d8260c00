/** Whether a line is the signature of a letter, by its form: name, initials, a mark. */
import { pattern } from '../../../../core/text.ts';
import type { Language } from '../../../languages/model/language.ts';

const NOBLE = pattern('u')`
    ^(?:(?:von|vom|zu|de|du|di|da|dal|van|der|den|del|dell|della|la|le|y|e|ter|ten|und|and|et|&)|
    [vd]\.?)$
  `;
/** What may stand behind a name: "Wm. Brent clk", "J. Smith, jun." */
const BEHIND_NAME = pattern('iu')`
    ,? (?:cle?r?k|secy|sec[’']?y|j(?:u?n)?r|sen(?:ior|r)?|jun(?:ior|r)?|esqr?|widow|spinster|m\. ?d|
    j\.? ?p|notary public|pastor|d\. ?d|manu propria|m\. ?p|mpria|m\. ?pr)\.?$
  `;
const INITIALS = /^(?:(?:\p{Lu}\p{Ll}{0,2}|[vd])\.\s?){0,5}(?:\p{Lu}\p{Ll}{0,2}\.\s?)$/u;

/** Short lines with capitals that no one signs with. */
const NO_SIGNATURE = pattern('i')`
    ^(?:\(?omitted|[ei]ndorse(?:ment|d)|attachment|[ei]nclosures?|annex|appendix|tab|(?:end|ende|
    fin)\b(?: (?:of )?
    (?:text|message|summary|quote))?|approved?|disapproved?|letter approved|recommendations?|
    conclusions?|see me|no|yes|total|note|copy|copi[ae]|kopie|abschrift|translation|extract|
    situation room|white house|adjourned|carried|resolved|received payment|paid)\b
  `;

/**
 * The signature of a letter: name or initials on the first line; with "(Signed)", in capitals with
 * a full stop, with supplied letters.
 */
export function isSigned(text: string, language: Language): boolean {
  if (text.length > 240) return false;
  const signed = new RegExp(`^(?:${language.letters.signed})\\s+`, 'iu').exec(text)?.[0];
  const rest = signed ? text.slice(signed.length) : text;
  // An office, and under it "gez. von Wedell."
  const last = text.split('\n').at(-1) ?? '';
  if (
    !signed &&
    text.includes('\n') &&
    new RegExp(`^(?:${language.letters.signed})\\s+\\p{L}`, 'iu').test(last)
  )
    return true;
  const [first = ''] = rest.split('\n');
  if (isMark(text)) return true;
  // "Geo: Washington", "E. B. Browning—", "Bülow 18/3": the day behind the name.
  const line = first
    .replace(/^(?:[([]|[—–-]+\s*)|[)\]]$/g, '')
    .replace(/\[(\p{Ll}+\.?)\]/gu, '$1')
    .replace(/(?<=\p{L}):(?= )/gu, '.')
    .replace(/[\s;—–-]+$|(?<=\p{L}{2}) \d{1,2}[./] ?\d{1,2}[./]?(?:\d{2,4})?$/gu, '')
    .replace(BEHIND_NAME, '')
    .trim();
  if (NO_SIGNATURE.test(line)) return false;
  if (signed && line.length <= 80) return /\p{L}/u.test(line);
  if (INITIALS.test(line)) return true;
  // "La marquise de Valbonne"
  const title = /^(?:la|le|l['’]|der|die|the|el) ?(?<title>\p{L}+) (?<name>.+)$/iu.exec(
    line,
  )?.groups;
  if (
    title &&
    language.honorifics.includes((title['title'] ?? '').toLowerCase()) &&
    isSignersName(title['name']?.replace(/^(?:de|du|von|of|d['’]) ?/u, '') ?? '')
  )
    return true;
  if (isCapitalName(line)) return true;
  return isSignersName(line);
}

/** Characters of a name with an office on one line; words in lower case. */
const LONGEST_NAMED = 90;
const MOST_LOWER = 2;

/** "G. W. Crain Clk of the C. C. for Chas. Co. Md" below words in which a paper is attested. */
export function isNameWithOffice(text: string): boolean {
  return (
    text.length <= LONGEST_NAMED &&
    text
      .split(/\s+/)
      .slice(0, 2)
      .every((word) => NAME_WORD.test(word)) &&
    /^\S+ \S+/.test(text) &&
    !/[[\]:;?!]|\d{3}|\d,/.test(text) &&
    (text.match(/(?<![\p{L}\d])\p{Ll}{4,}/gu) ?? []).length <= MOST_LOWER
  );
}

/** "(Signed by)" on a line of its own, above the name. */
export function isSignedLabel(text: string, { letters }: Language): boolean {
  return new RegExp(`^(?:${letters.signed})$`, 'iu').test(text);
}

/** "FRED’K T. FRELINGHUYSEN." */
export function isCapitalName(line: string): boolean {
  const letters = line.replace(/[^\p{L}]/gu, '');
  return (
    line.length <= 60 &&
    letters.length >= 2 &&
    !/[:;?!]$/.test(line) &&
    line.split(/\s+/).length <= 7 &&
    line
      .split(/\s+/)
      .every(
        (word) =>
          NOBLE.test(word.toLowerCase()) ||
          /^[\p{Lu}’'.,&()-]+$/u.test(word) ||
          /^\p{Lu}\p{Ll}{0,3}[.,]+$/u.test(word),
      )
  );
}

/** "his⏎John X Doe⏎mark": who cannot write signs with a mark. */
export function isMark(text: string): boolean {
  return (
    text.length <= 80 &&
    /(?<!\p{L})(?:his|her)(?:\s+(?:x|\+|mark)|\s*\n)/iu.test(text) &&
    /(?<!\p{L})mark(?!\p{L})/iu.test(text) &&
    /\p{Lu}\p{Ll}+/u.test(text)
  );
}

const NAME_WORD = /^["“„(]?(?:[dDlL][’']|[OM]['’])?\p{Lu}[\p{L}’'.-]*["”“),]*$/u;

function isSignersName(line: string): boolean {
  const words = line.replace(/[.,]$/, '').split(/\s+/);
  return (
    line.length <= 50 &&
    words.length <= 6 &&
    NAME_WORD.test(words.at(-1) ?? '') &&
    (NAME_WORD.test(words[0] ?? '') || NOBLE.test(words[0] ?? '')) &&
    !/[:;?!]/.test(line) &&
    // A long word before a full stop ends a sentence; abbreviated forenames are short.
    !/\p{L}{6,}\. /u.test(line) &&
    words.every((word) => NOBLE.test(word) || NAME_WORD.test(word))
  );
}
