/**
 * A trie over words and the text between them, for names that are searched as they are written.
 *
 * Takes phrases ("S/P", "Department of State", "U.S. ELINT"). Returns at any word of a text the
 * longest phrase that begins there. Case is compared afterwards (`phrases.ts`); all dashes are
 * equal, and so is all white space.
 */

import type { AuthorityEntry } from '../../../authorities/model.ts';
import { foldSpace } from '../../../core/text.ts';
import { type NameToken, nameTokens } from '../words/tokens.ts';

export interface Phrase {
  readonly entry: AuthorityEntry;
  /** As written in the authority. */
  readonly form: string;
  readonly abbreviation: boolean;
  /** The words are the list's explanation of an abbreviation: "Public Law" for "P.L.". */
  readonly spelledOut?: boolean;
}

export interface PhraseTrie {
  readonly next: Map<string, PhraseTrie>;
  readonly phrases: Phrase[];
}

interface PhraseHit {
  /** Index of the last token, inclusive. */
  readonly last: number;
  readonly phrases: readonly Phrase[];
  /** The last word has an "s" that the phrase does not have: "ICBMs". */
  readonly plural: boolean;
}

/** A trie without phrases. */
export function emptyTrie(): PhraseTrie {
  return { next: new Map(), phrases: [] };
}

/** Adds a phrase under the words of `form`; two phrases may have the same words. */
export function addPhrase(trie: PhraseTrie, form: string, phrase: Phrase): void {
  let node = trie;
  const tokens = nameTokens(form);
  for (const [i, token] of tokens.entries()) {
    const step = i === 0 ? token.key : `${joint(token.gap)}${token.key}`;
    let child = node.next.get(step);
    if (!child) {
      child = emptyTrie();
      node.next.set(step, child);
    }
    node = child;
  }
  if (tokens.length > 0) node.phrases.push(phrase);
}

/** All phrases that begin at token `at`, longest first. */
export function phrasesAt(trie: PhraseTrie, tokens: readonly NameToken[], at: number): PhraseHit[] {
  const hits: PhraseHit[] = [];
  let node: PhraseTrie | undefined = trie;
  for (let last = at; node; last++) {
    const token = tokens[last];
    if (!token) break;
    const step: string = last === at ? token.key : `${joint(token.gap)}${token.key}`;
    const next: PhraseTrie | undefined = node.next.get(step);
    const plural = token.key.endsWith('s') ? node.next.get(step.slice(0, -1)) : undefined;
    if (plural && plural.phrases.length > 0)
      hits.push({ last, phrases: plural.phrases, plural: true });
    if (next && next.phrases.length > 0) hits.push({ last, phrases: next.phrases, plural: false });
    node = next;
  }
  return hits.reverse();
}

/**
 * The text between two words, without differences that do not matter. The space after it separates
 * it from the word.
 */
function joint(gap: string): string {
  const folded = foldSpace(gap.replace(/[\u2010-\u2015\u2212-]/g, '-')).replace(
    / ?([&/]) ?/g,
    '$1',
  );
  return `${folded}\u0000`;
}
