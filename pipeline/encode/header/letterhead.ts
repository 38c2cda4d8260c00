/**
 * The place of writing if there is no dateline: the town in the sender's letterhead.
 *
 * An address before the salutation is the sender's unless it begins like an addressee's, or if it
 * names the sender. Only a place in the authority files, or a town with the number of its district
 * ("Wien XVIII."), is accepted, and marked as uncertain.
 */
import type { Mention, Passage } from '../engine/model.ts';
import type { BlockGroup, DocumentTree, TreePart } from '../engine/tree.ts';
import type { Language } from '../languages/model/language.ts';
import type { Origin } from './facts.ts';
import type { TitleParty } from './title.ts';

const TOWN_WITH_DISTRICT = /^(?<town>\p{Lu}\p{Ll}{2,}),? (?:[IVX]{1,5}\b|\d{1,2}\.)/u;

export function withLetterheadPlace(
  origin: Origin,
  tree: DocumentTree,
  mentions: readonly Mention[],
  sender: TitleParty | undefined,
  language: Language,
): Origin {
  if (origin.place) return origin;
  const lines = letterheadsOf(tree.parts)
    .filter((lines) => isSenders(lines, sender, language))
    .flat();
  for (const line of lines) {
    const listed = mentions.find(({ passage, kind }) => passage === line.id && kind === 'place');
    if (listed) return withPlace(origin, line.text.slice(listed.start, listed.end), listed.target);
    const town = TOWN_WITH_DISTRICT.exec(line.text)?.groups?.['town'];
    if (town !== undefined) return withPlace(origin, town);
  }
  return origin;
}

function withPlace(origin: Origin, words: string, target?: string): Origin {
  const ref = target === undefined ? {} : { ref: `#${target}` };
  return { ...origin, place: { words, attributes: { ...ref, cert: 'medium' } } };
}

/** The addresses in the document's own opener, each as its lines. */
function letterheadsOf(parts: readonly TreePart[]): Passage[][] {
  const opener = parts.find(
    (part): part is BlockGroup => part.kind === 'group' && part.name === 'opener',
  );
  const first = parts.find((part) => part.kind === 'division' && part.type === undefined);
  if (!opener) return first?.kind === 'division' ? letterheadsOf(first.parts) : [];
  return opener.parts.flatMap((part) =>
    part.kind === 'group' && part.name === 'address'
      ? [part.parts.flatMap((line) => (line.kind === 'passage' ? [line.passage] : []))]
      : [],
  );
}

/** How many lines may name the owner of the address. */
const NAMING_LINES = 3;

function isSenders(
  address: readonly Passage[],
  sender: TitleParty | undefined,
  { letters }: Language,
): boolean {
  const naming = address.slice(0, NAMING_LINES).map(({ text }) => text);
  const surname = (sender?.name ?? sender?.words ?? '').split(' ').at(-1) ?? '';
  if (surname.length > 2 && naming.some((line) => line.includes(surname))) return true;
  const addressee = new RegExp(`^(?:${letters.addressee})(?=[\\s,.]|$)`, 'iu');
  return !naming.some((line) => addressee.test(line));
}
