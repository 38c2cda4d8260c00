/** Finds entries by the letters that an editor types: of any name, or of the identifier. */

import type { AuthorityEntry } from '../../authorities/model.ts';
import { byCodeUnit } from '../../core/text.ts';
import { wordKey } from '../../encode/names/words/tokens.ts';
import { entryName } from '../entries/registry.ts';
import type { EntryCandidate } from './candidates.ts';

const MOST = 20;

export function entriesLike(
  typed: string,
  kind: string | undefined,
  entries: Iterable<AuthorityEntry>,
): EntryCandidate[] {
  const parts = wordKey(typed).split(/\s+/).filter(Boolean);
  const found: EntryCandidate[] = [];
  for (const entry of entries) {
    if (kind !== undefined && entry.kind !== kind) continue;
    const text = wordKey(`${entry.names.map(({ full }) => full).join(' ')} ${entry.id}`);
    if (!parts.every((part) => text.includes(part))) continue;
    const { id, description = '' } = entry;
    const score = parts.every((part) => ` ${text}`.includes(` ${part}`)) ? 2 : 1;
    found.push({ id, kind: entry.kind, name: entryName(entry), description, reasons: [], score });
  }
  return found.sort((a, b) => b.score - a.score || compare(a.name, b.name)).slice(0, MOST);
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en') || byCodeUnit(one, other);
}
