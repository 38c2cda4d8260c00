/** The places of found names in the file of a document, by their words and the letters around. */
import { foldedWords, lettersAndDigits } from '../../core/text.ts';
import type { FoundName } from '../../encode/names/unlisted/model.ts';
import { type Occurrence, occurrencesOf } from '../queue/everywhere.ts';
import type { SourceDocument } from '../source/document.ts';

/** Letters on each side that have to agree; fewer where the passage begins or ends. */
const REACH = 16;
/** Characters of a passage that are read on each side for them. */
const CONTEXT = 60;

interface WordsAround {
  readonly before: string;
  readonly after: string;
}

/** Names are missing in the result if the file does not have their words as they were read. */
export function placesOf<Name extends { readonly name: FoundName }>(
  document: SourceDocument,
  names: readonly Name[],
): Map<Name, Occurrence> {
  const forms = [...new Set(names.map(({ name }) => name.form))];
  const byWords = new Map<string, Occurrence[]>();
  for (const found of occurrencesOf(document, { forms, element: '' }))
    byWords.set(plain(found.words), [...(byWords.get(plain(found.words)) ?? []), found]);
  const places = new Map<Name, Occurrence>();
  for (const one of names) {
    const free = byWords.get(plain(one.name.form)) ?? [];
    const around = aroundName(one.name);
    const at = free.findIndex((place) => agrees(around, place));
    const [place] = at < 0 ? [] : free.splice(at, 1);
    if (place) places.set(one, place);
  }
  return places;
}

function aroundName({ passage: { text }, start, end }: FoundName): WordsAround {
  return {
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  };
}

function agrees(one: WordsAround, other: WordsAround): boolean {
  const [before, otherBefore] = [lettersAndDigits(one.before), lettersAndDigits(other.before)];
  const [after, otherAfter] = [lettersAndDigits(one.after), lettersAndDigits(other.after)];
  const reachBefore = Math.min(REACH, before.length, otherBefore.length);
  const reachAfter = Math.min(REACH, after.length, otherAfter.length);
  return (
    before.slice(before.length - reachBefore) ===
      otherBefore.slice(otherBefore.length - reachBefore) &&
    after.slice(0, reachAfter) === otherAfter.slice(0, reachAfter)
  );
}

function plain(words: string): string {
  return foldedWords(words).replace(/’/g, "'");
}
