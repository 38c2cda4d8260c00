/** Which lines before a letter's text may be its letterhead, and which of an address. */
import { pattern } from '../../../../core/text.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Language } from '../../../languages/model/language.ts';
import { LANGUAGES } from '../../../languages/table.ts';
import { isAddressBlock } from '../lines/formulas.ts';
import { lined } from '../lines/text.ts';

/** Limits of a line before the text: characters, words. */
const LONGEST_LINE = 90;
const MOST_WORDS = 13;
export const MOST_LINES = 9;

/** Characters of a line of an address. */
const LONGEST_POSTAL = 60;

/** Words of an address in another language on one line. */
const FEWEST_WORDS = 4;

/** A possible line of an address; not a remark on the sheet, a file number, or a postal mark. */
export function isPostal(block: MarkedBlock): boolean {
  const text = lined(block);
  if (isMark(text) || POSTAL_MARK.test(text) || isPrintedHead(text)) return false;
  if (text.split('\n').some((line) => line.length > LONGEST_POSTAL)) return false;
  return /\d|\n/.test(text) || !/(?<!\p{L})\p{Ll}{4,}/u.test(text);
}

/** Words of a printed letterhead. */
const PRINTED = pattern('iu')`
    (?<!\p{L})(?:propriet(?:or|ress)s?|propriétaire|inhaber|managers?|telephone|téléphone|teléfono|
    fernsprecher|telegr(?:am|aph)\p{L}*|cable address|code used|established|gegründet|fondée|
    (?:wholesale|retail) |dealers? in|law offices?|rates \$)(?!\p{L})
  `;

/** "THE GRAND HOTEL⏎John Smith, Proprietor⏎Telephone No. 44": printed above the dateline. */
export function isPrintedHead(text: string): boolean {
  return text.includes('\n') && PRINTED.test(text) && isFrontLine(text);
}

/** "Air-Mail", "Einschreiben", "Par avion". */
const POSTAL_MARK = pattern('iu')`
    ^(?:by |per |durch |par )?(?:air ?[-·]?mail|flugpost|luftpost|par avion|avion|express|exprès|
    eil[-· ]?(?:brief|bote[n]?)|rohrpost|einschreiben|eingeschrieben|rekommandiert|recommandé|
    registered|certificado|urgente?|post ?-?card|postkarte|correspondenz-?karte|feldpost(?:karte)?|
    telegramm?|drucksache|printed matter|private)[.!]?$
  `;

/**
 * A file number or remark, not a line of an address: "793.00/4–1951: Telegram", "No. 9",
 * "[Extract]".
 */
function isMark(text: string): boolean {
  return (
    /^[[(]|[\])]$|:|\d\/|\d{3}\.\d|^(?:\p{L}+ )?(?:no|nr|n[°º]|núm)\.? ?\d/iu.test(text) ||
    !/^\p{Lu}|^\d/u.test(text)
  );
}

/** "Frau Anna Weber, Wien III, Neulinggasse 26" on an English letter. */
export function isForeignAddress(text: string, own: Language): boolean {
  return (
    /\d/.test(text) &&
    text.split(/\s+/).length >= FEWEST_WORDS &&
    LANGUAGES.some((language) => language !== own && isAddressBlock(text, language))
  );
}

/** A short line that is not a sentence: letterhead, file number, marking. */
export function isFrontLine(text: string): boolean {
  const lines = text.split('\n');
  return (
    lines.length <= MOST_LINES &&
    lines.every((line, at) => {
      const words = line.split(/\s+/);
      const plain = words.filter((word) => /^\p{Ll}{3,}/u.test(word)).length;
      return (
        line.length <= LONGEST_LINE &&
        words.length <= MOST_WORDS &&
        (plain <= 4 || /^[[(]/.test(line)) &&
        !/[?!]$|\p{Ll}{4,}[.] \p{Lu}\p{L}* \p{Ll}/u.test(line) &&
        (!line.endsWith(',') || at < lines.length - 1 || words.length <= 4)
      );
    })
  );
}
