/** The `xml:id`s of proposed entries. */
import { sha256 } from '../core/files/sha256.ts';
import type { ProposedKind } from '../encode/names/unlisted/model.ts';
import { wordKeys } from '../encode/names/words/tokens.ts';

const PREFIX: Readonly<Record<ProposedKind, string>> = { person: 'p', org: 'o', place: 'pl' };
const MOST_WORDS = 5;

/** Made from the name, so that the next run gives the same: `p_page_walter_hines`. */
export function proposedId(kind: ProposedKind, name: string, ids: Set<string>): string {
  const words = wordKeys(name).map((key) => key.replace(/[^a-z0-9]/g, ''));
  const filed = kind === 'person' ? [words.at(-1) ?? '', ...words.slice(0, -1)] : words;
  const slug = filed
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .join('_')
    .slice(0, 60);
  const hash = sha256(name).slice(0, 8);
  const base = `${PREFIX[kind]}_${slug === '' ? hash : slug}`;
  let id = base;
  for (let number = 2; ids.has(id); number++) id = `${base}_${number}`;
  ids.add(id);
  return id;
}
