/** The entries that a name may refer to, best first, each with the reasons for its place. */
import type { AuthorityEntry } from '../../authorities/model.ts';
import { keysOfPerson, mayBeSamePerson } from '../../encode/names/unlisted/words/person-keys.ts';
import { wordKeys } from '../../encode/names/words/tokens.ts';
import { entryName } from '../entries/registry.ts';

export interface EntryCandidate {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly reasons: readonly string[];
  readonly score: number;
}

interface CandidateContext {
  /** How often the document refers to each entry. */
  readonly inDocument: ReadonlyMap<string, number>;
  readonly inEdition: ReadonlyMap<string, number>;
  /** The entry that the encoder has linked. */
  readonly linked?: string;
}

const MOST = 9;

/** `kind`: of the mark; entries of other kinds come last. */
export function candidatesFor(
  words: string,
  kind: string | undefined,
  entries: Iterable<AuthorityEntry>,
  around: CandidateContext,
): EntryCandidate[] {
  const found: EntryCandidate[] = [];
  const keys = wordKeys(words);
  for (const entry of entries) {
    const match = matchOf(keys, entry);
    const isLinked = around.linked === entry.id;
    if (!match && !isLinked) continue;
    const reasons = [...(match ? [match.reason] : [])];
    let score = match?.score ?? 0;
    if (isLinked) {
      score += 40;
      reasons.push('linked by the encoder');
    }
    const here = around.inDocument.get(entry.id) ?? 0;
    const everywhere = around.inEdition.get(entry.id) ?? 0;
    if (here > 0) {
      score += 15;
      reasons.push(`${here} ${here === 1 ? 'time' : 'times'} in this document`);
    } else if (everywhere > 0) {
      score += 5;
      reasons.push(`${everywhere} ${everywhere === 1 ? 'time' : 'times'} in the edition`);
    }
    if (kind !== undefined && entry.kind !== kind) score -= 50;
    const { id, description = '' } = entry;
    found.push({ id, kind: entry.kind, name: entryName(entry), description, reasons, score });
  }
  return found
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

/** Some name of the entry has one of these words: the encoder uses it. */
export function resemblesEntry(words: string, entry: AuthorityEntry): boolean {
  return matchOf(wordKeys(words), entry) !== undefined;
}

interface Match {
  readonly score: number;
  readonly reason: string;
}

function matchOf(keys: readonly string[], entry: AuthorityEntry): Match | undefined {
  let best: Match | undefined;
  const consider = (score: number, reason: string): void => {
    if (!best || score > best.score) best = { score, reason };
  };
  const joined = keys.join(' ');
  for (const name of entry.names) {
    const own = wordKeys(name.full);
    if (own.join(' ') === joined) consider(100, 'the same name');
    if (entry.kind !== 'person') {
      const shared = keys.filter((key) => key.length > 3 && own.includes(key)).length;
      if (shared > 0 && shared === keys.length) consider(60, 'part of the name');
      else if (shared > 0) consider(30, 'a word of the name');
      continue;
    }
    const surname = wordKeys(name.surname ?? own.at(-1) ?? '').at(-1) ?? '';
    const given = wordKeys(name.forename ?? (name.surname ? '' : own.slice(0, -1).join(' ')));
    const mine = keysOfPerson(keys);
    if (mine.surname === surname && surname !== '') {
      if (mine.given.length === 0) consider(70, 'the surname');
      else if (mayBeSamePerson(mine.given, given)) consider(85, 'surname and forenames agree');
      else consider(20, 'the surname only');
    } else if (keys.length === 1 && given.includes(joined)) consider(40, 'the forename');
  }
  return best;
}
