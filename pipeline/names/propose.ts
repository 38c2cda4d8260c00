/** The proposed entries of an edition. */
import type { Finding } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import type { EncodingContext } from '../encode/context.ts';
import { keysOf } from '../encode/names/tokens.ts';
import { proposalsOf } from './group.ts';
import { KnownNames, nameKeys } from './known.ts';
import { type FoundName, type NamePassage, type Proposal, RULES } from './model.ts';
import { searchAgain, searchPassage } from './search/find.ts';
import { wordsOfTexts } from './search/lexicon.ts';
import { editionTexts } from './texts.ts';

export interface Proposed {
  readonly proposals: readonly Proposal[];
  readonly findings: readonly Finding[];
}

export async function propose(edition: Edition, context: EncodingContext): Promise<Proposed> {
  const { passages, findings } = await editionTexts(edition, context);
  const { entries } = context.authorities;
  const found = namesIn(passages);
  const known = new KnownNames(entries.values());
  return { proposals: proposalsOf(found, known, new Set(entries.keys())), findings };
}

/** All names that no entry is marked for, in the order of the passages. */
export function namesIn(passages: readonly NamePassage[]): FoundName[] {
  const byLanguage = wordsOfTexts(passages);
  const searched = passages.flatMap((passage) => {
    const words = byLanguage.get(passage.language);
    return words ? [searchPassage(passage, words)] : [];
  });
  const surnames = new Set<string>();
  for (const { names } of searched)
    for (const { kind, form, rule } of names)
      if (kind === 'person' && RULES[rule].strong) surnames.add(nameKeys(keysOf(form)).surname);
  return searched.flatMap((passage) => searchAgain(passage, surnames));
}
