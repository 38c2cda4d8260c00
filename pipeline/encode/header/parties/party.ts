/**
 * The name of a sender, an author or an addressee.
 *
 * Takes a party from the title. Returns `persName` or `orgName`, with the person's name from the
 * authority files.
 */
import type { AuthorityEntry } from '../../../authorities/model.ts';
import { element, type OutputElement } from '../../engine/write/element.ts';
import type { TitleParty } from '../title.ts';

/** The person's name from the authority files, or the office in the title's words. */
export function partyName(
  party: TitleParty,
  entries: ReadonlyMap<string, AuthorityEntry>,
): OutputElement {
  const entry = party.person === undefined ? undefined : entries.get(party.person);
  const marks = party.declared ? {} : { resp: '#siglum', cert: party.certainty };
  if (entry) return element('persName', { ref: `#${entry.id}`, ...marks }, personName(entry));
  if (party.name) return element('persName', marks, party.name);
  return element('orgName', marks, party.words);
}

/** "Benjamin H. Read": forename before surname, whatever the order in the list. */
function personName(entry: AuthorityEntry): string {
  const name = entry.names[0];
  if (!name) return entry.id;
  const parts = [name.forename, name.surname].filter((part) => part !== undefined);
  if (name.surname === undefined || name.forename === undefined) return name.full;
  return name.generation ? `${parts.join(' ')}, ${name.generation}` : parts.join(' ');
}
