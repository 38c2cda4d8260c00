/**
 * The kind of document in a title: "Circular Telegram" in "Circular Telegram From the Department of
 * State to Certain Posts". The words are the title's own; nothing is inferred from the text.
 */
import { foldedWords } from '../../core/text.ts';

/** The nouns with which titles of documents begin, in the languages of the texts. */
const NOUNS = [
  // English
  'memorandum of (?:a )?(?:telephone )?conversation|memorandum for the record|memorand(?:um|a)',
  'editorial note|telegram|airgram|cable|despatch|dispatch|letter|postcard|message|note|minutes',
  'record of (?:a )?meeting|summary notes|notes|report|paper|instruction|circular|estimate',
  'statement|aide-mémoire|intelligence information cable|diary entry|record|resolution|treaty',
  // German, French, Spanish
  'brief|postkarte|ansichtskarte|telegramm|bericht|protokoll|depesche|tagebucheintrag',
  'lettre|télégramme|dépêche|rapport|carta|telegrama|informe|despacho',
].join('|');

const NOUN = new RegExp(`^(?:${NOUNS})(?![\\p{L}-])`, 'iu');

/** Words before the noun that belong to it: "Circular", "National Security Action". */
const QUALIFIER = /^\p{Lu}[\p{L}’'-]*$/u;
const PREPOSITION = /^(?:from|to|of|for|by|with|on|von|an|für|de|à|du|para)$/i;
const MOST_QUALIFIERS = 3;

/** Null if the title does not begin with a word for a kind. */
export function kindInTitle(title: string): string | null {
  const words = foldedWords(title).split(' ');
  let kind: string | null = null;
  for (let skipped = 0; skipped <= MOST_QUALIFIERS; skipped++) {
    const noun = NOUN.exec(words.slice(skipped).join(' '))?.[0];
    if (noun !== undefined) kind = [...words.slice(0, skipped), noun].join(' ');
    const word = words[skipped] ?? '';
    if (!QUALIFIER.test(word) || PREPOSITION.test(word)) break;
  }
  return kind === null ? null : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}
