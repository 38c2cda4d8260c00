/**
 * Sender and addressee if the title does not name them: the signature, the address.
 *
 * Takes the parties in the title, and the document's tree. Returns the same, completed; parties
 * inferred from the text are less certain than those in a title.
 */
import type { Passage } from '../../engine/model.ts';
import { withLineFeeds } from '../../engine/outline/lines.ts';
import type { DocumentTree, TreePart } from '../../engine/tree.ts';
import { fieldValue } from '../../genres/correspondence/front/form-fields.ts';
import type { Language } from '../../languages/model/language.ts';
import { endsWithServant } from '../../languages/model/servant.ts';
import { forenames, isTown } from '../../languages/packaged-words.ts';
import { LANGUAGES } from '../../languages/table.ts';
import { commonForename } from '../../names/persons/forms/given-names.ts';
import type { TitleParty, TitleReading } from '../title.ts';
import { personalName } from './party-words.ts';

export function withTextParties(
  read: TitleReading,
  tree: DocumentTree,
  language: Language,
): TitleReading {
  const own = ownPassages(tree.parts);
  const from = read.senders.length > 0 ? undefined : fieldValue(own, 'from');
  const to = fieldValue(own, 'to');
  const signature = read.senders.length > 0 ? undefined : own.find(({ role }) => role === 'signed');
  const sender =
    from === undefined
      ? signature && partyIn(lineOfName(signature, language), language)
      : fieldParty(from, language);
  const address =
    read.recipients.length > 0 ? [] : own.filter(({ role }) => role === 'addressLine');
  const recipient =
    to === undefined || read.recipients.length > 0
      ? firstOf(address, ({ text }) => addresseeInAddress(text, language))
      : fieldParty(to, language);
  return {
    ...read,
    ...(sender ? { senders: [sender] } : {}),
    ...(recipient && (sender ?? read.senders[0]) ? { recipients: [recipient] } : {}),
  };
}

/** "INR - Thomas L. Hughes": the person among the parts of a form's line, else the office. */
function fieldParty(value: string, language: Language): TitleParty {
  const name = firstOf(value.split(/\s+[-–—]\s+|,\s+|\s*[()]\s*/), (part) => {
    const personal = personalName(part, language);
    return personal !== undefined && hasForename(part, personal) ? personal : undefined;
  });
  return { certainty: 'medium', words: value, ...(name === undefined ? {} : { name }) };
}

/** A usual forename, an initial before the surname, or a title that the name is without. */
function hasForename(words: string, name: string): boolean {
  const [first = '', ...more] = name.split(/\s+/);
  const key = first.toLowerCase().replace(/\.$/, '');
  const initial = [first, ...more.slice(0, -1)].some((word) => /^\p{Lu}\.$/u.test(word));
  if (more.length === 0) return words.trim() !== name && /^\p{L}+\.? /u.test(words);
  return initial || commonForename(key) || forenames().has(key);
}

function firstOf<T, U>(values: readonly T[], read: (value: T) => U | undefined): U | undefined {
  for (const value of values) {
    const found = read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The addressee at the beginning of a line of an address: "Die Baronin Anna Weber 1030 Wien
 * Neulingasse 26", in the language of the letter or of its destination.
 */
function addresseeInAddress(text: string, own: Language): TitleParty | undefined {
  const others = LANGUAGES.filter((other) => other !== own);
  return firstOf([own, ...others], (language) => {
    const form = new RegExp(`^(?:${language.letters.addressee})(?=[\\s,.])`, 'iu');
    if (!form.test(text) || (language !== own && !/\d/.test(text))) return undefined;
    return partyIn(nameBefore(text.replace(/^(?:to|an|à|a) /i, ''), language), language);
  });
}

/** The words before a number, a town, or the numbered district of one ("Wien III"). */
function nameBefore(text: string, { tag }: Language): string {
  const words = text.split(' ');
  const end = words.findIndex((word, at) => /\d/.test(word) || (at > 1 && isTown(word, tag)));
  const district = words.findIndex((word, at) => at > 2 && /^[IVX]{1,5}[.,]?$/.test(word));
  const ends = [end, district < 0 ? -1 : district - 1].filter((at) => at > 0);
  return ends.length === 0 ? text : words.slice(0, Math.min(...ends)).join(' ');
}

/** The passages outside of enclosures. */
function ownPassages(parts: readonly TreePart[]): Passage[] {
  return parts.flatMap((part) => {
    if (part.kind === 'passage') return [part.passage];
    if (part.kind === 'group') return ownPassages(part.parts);
    return part.kind === 'division' && part.type === undefined ? ownPassages(part.parts) : [];
  });
}

/** The first line of a signature; below "Ew. Wohlgeboren⏎gehorsamster Diener" the next. */
function lineOfName(signature: Passage, language: Language): string {
  const lines = withLineFeeds(signature).split('\n');
  const servant = lines.findLastIndex((line) => endsWithServant(line, language));
  return lines[servant + 1] ?? lines[0] ?? '';
}

function partyIn(words: string, language: Language): TitleParty | undefined {
  const bare = words
    .replace(new RegExp(`^(?:${language.letters.signed})\\s+`, 'iu'), '')
    .replace(/(?<=\p{L}{3})[.,]$/u, '')
    // "Dein tr. Hans"
    .replace(/^(?:deine?|ihre?|euer|eure|yours?|thy|ton|ta|votre|tu|su) (?:\p{Ll}+[.,]? )*/iu, '');
  const name = personalName(bare, language);
  return name === undefined || !/\p{L}{3}/u.test(name)
    ? undefined
    : { certainty: 'low', words: name, name };
}
