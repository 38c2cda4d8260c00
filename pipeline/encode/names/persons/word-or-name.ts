/**
 * Decides whether a common word, a month or a place that is somebody's surname is a name at this
 * place.
 *
 * Takes a spot without forename, title or office, and its context. Returns yes or no. Inside a
 * sentence the capital is evidence for a name, an article or a capitalized neighbour against it; at
 * the beginning of a sentence the document must name the person elsewhere.
 */

import { isPlaceName, type Lexicon } from '../words/lexicon.ts';
import type { NameToken } from '../words/tokens.ts';
import type { NameSpot } from './candidates.ts';
import type { DocumentMemory } from './document-memory.ts';
import { commonForename } from './forms/given-names.ts';

/** `listed`: the word is in a row with a name just found. */
export function isNameHere(
  spot: NameSpot,
  tokens: readonly NameToken[],
  memory: DocumentMemory,
  listed: boolean,
  words: Lexicon,
): boolean {
  const token = tokens[spot.surname];
  if (!token) return false;
  const before = tokens[spot.surname - 1];
  const after = tokens[spot.surname + 1];
  const known = memory.knows(spot);
  const joined = /^\s$/.test(token.gap);
  if (words.isClosed(token.key)) return false;
  // A month, or a person who has only a forename in the list ("Paul VI"): always needs more
  // evidence.
  if ((words.isMonth(token.key) || isMereForename(spot, token)) && !known) return false;
  // "In May we go", "May we go?": even if the document names somebody called May.
  if (words.isMonth(token.key) && !listed && !actsAsPerson(token, after, words)) return false;
  if (after?.capital && after.gap === ' ' && !listed) return false;
  if (joined && before && words.isDeterminer(before.key)) return known && after?.capital === false;
  if (isPlaceName(token.key) && joined && before && words.isPlacePreposition(before.key) && !known)
    return false;
  if (known || listed) return true;
  if (token.shout) return false;
  const opens = !before || /[.?!:;“"—•\n([]\s*$/.test(token.gap);
  if (opens && /^['’]s\s/i.test(after?.gap ?? '')) return true;
  if (opens) return after !== undefined && after.gap === ' ' && words.isVerbOfSaying(after.key);
  return !(joined && before?.capital);
}

/** "May said", "May’s letter". */
function actsAsPerson({ key }: NameToken, after: NameToken | undefined, words: Lexicon): boolean {
  if (!after || words.isClosed(key)) return false;
  return /^['’]s\s/i.test(after.gap) || (after.gap === ' ' && words.isVerbOfSaying(after.key));
}

function isMereForename(spot: NameSpot, token: NameToken): boolean {
  return (
    commonForename(token.key) &&
    spot.forms.every((form) => form.kind === 'exact' && form.person.titles.size > 0)
  );
}
