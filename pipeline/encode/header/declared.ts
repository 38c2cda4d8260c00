/**
 * A source's own statements of sender, addressee, date and place, which replace inferred ones.
 *
 * Takes the facts of the text, and the declared facts. Returns the facts with the declared ones. A
 * date that no reader understands keeps its words.
 */
import type { AuthorityEntry } from '../../authorities/model.ts';
import { findDates } from '../dates/find.ts';
import type { DeclaredFacts } from '../sources/declared.ts';
import type { Origin } from './facts.ts';
import type { TitleParty, TitleReading } from './title.ts';

type Entries = ReadonlyMap<string, AuthorityEntry>;

export function withDeclaredParties(
  read: TitleReading,
  declared: DeclaredFacts | undefined,
  entries: Entries,
): TitleReading {
  return {
    ...read,
    ...(declared?.from ? { senders: declared.from.map((name) => partyOf(name, entries)) } : {}),
    ...(declared?.to ? { recipients: declared.to.map((name) => partyOf(name, entries)) } : {}),
  };
}

/** A person of the authority files if exactly one has this name. */
function partyOf(name: string, entries: Entries): TitleParty {
  const wanted = name.trim();
  const matching = [...entries.values()].filter(
    ({ kind, names }) =>
      kind === 'person' &&
      names.some(
        ({ full, forename, surname }) =>
          full === wanted || (forename && `${forename} ${surname}` === wanted),
      ),
  );
  const [only] = matching;
  return {
    ...(only && matching.length === 1 ? { person: only.id } : {}),
    certainty: 'high',
    words: wanted,
    name: wanted,
    declared: true,
  };
}

export function withDeclaredOrigin(origin: Origin, declared: DeclaredFacts | undefined): Origin {
  const { date, place } = declared ?? {};
  return {
    ...origin,
    ...(date === undefined ? {} : { date: { words: date, attributes: datingIn(date) } }),
    ...(place === undefined ? {} : { place: { words: place, attributes: {} } }),
  };
}

const ISO = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function datingIn(date: string): Record<string, string> {
  if (ISO.test(date)) return { when: date };
  const passage = { id: 'declared', role: 'dateline', text: date, points: [], line: 1 } as const;
  const [found] = findDates({ id: 'declared', passages: [passage] });
  return found?.dating ? { ...found.dating } : {};
}
