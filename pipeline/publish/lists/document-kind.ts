/**
 * What kind of document a title names: "Circular Telegram" in "Circular Telegram From the
 * Department of State to Certain Posts". The words are the title's own; nothing is concluded from
 * the text.
 */

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

const KIND = new RegExp(`^((?:\\p{Lu}[\\p{L}’'-]* ){0,3}?(?:${NOUNS}))(?![\\p{L}-])`, 'iu');

/** Null where the title begins with no such word. */
export function kindInTitle(title: string): string | null {
  const kind = KIND.exec(title.replace(/\s+/g, ' ').trim())?.[1];
  return kind === undefined ? null : `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
}
