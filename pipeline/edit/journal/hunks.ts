/** Hunks of the journal: made from edits, and located in a file that has changed since. */
import { attribute, type TreeElement, walk } from '../../xml/tree.ts';
import { applyEdits, orderedEdits } from '../patch/apply.ts';
import { type Edit, type PatchChange, PatchRefusal } from '../patch/model.ts';
import {
  ancestry,
  elementAround,
  type SourceDocument,
  type SourceRange,
} from '../source/document.ts';
import type { Hunk, HunkContext } from './model.ts';

const CONTEXT = 60;

/**
 * Shorter and shorter contexts are tried; a hunk without context is only found at its old place.
 */
const CONTEXTS = [CONTEXT, 30, 15, 6] as const;

export function hunksOf(document: SourceDocument, { edits, textChanges }: PatchChange): Hunk[] {
  const { text, root } = document;
  const changed = applyEdits(text, edits);
  let shift = 0;
  return touchingAsOne(edits).map(({ start, end, text: added }): Hunk => {
    const passage = passageOf(elementAround(root, start));
    const words = textChanges.filter(({ at }) => start <= at && at <= end);
    const startNew = start + shift;
    shift += added.length - (end - start);
    return {
      at: start,
      old: text.slice(start, end),
      new: added,
      around: contextOf(text, start, end),
      aroundNew: contextOf(changed, startNew, startNew + added.length),
      ...(passage !== undefined && { passage }),
      ...(words.length > 0 && {
        removed: words.map(({ removed }) => removed).join(''),
        added: words.map((one) => one.added).join(''),
      }),
    };
  });
}

/** Adjoining edits are one hunk: undone one by one, their places could not be distinguished. */
function touchingAsOne(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of orderedEdits(edits)) {
    const last = joined.at(-1);
    if (last && last.end === edit.start)
      joined[joined.length - 1] = { ...last, end: edit.end, text: last.text + edit.text };
    else joined.push(edit);
  }
  return joined;
}

function contextOf(text: string, start: number, end: number): HunkContext {
  return {
    before: text.slice(Math.max(0, start - CONTEXT), start),
    after: text.slice(end, end + CONTEXT),
  };
}

function passageOf(element: TreeElement): string | undefined {
  for (const one of ancestry(element)) {
    const id = attribute(one, 'xml:id');
    if (id !== undefined) return id;
  }
  return undefined;
}

/** A hunk that is not found any more, or at several places. */
interface HunkConflict {
  readonly hunk: Hunk;
  /** The present text of the place; empty if the passage is gone. */
  readonly now: string;
}

export interface LocatedChange {
  readonly change: PatchChange;
  readonly conflicts: readonly HunkConflict[];
}

/** The change that applies the hunks to the present file. */
export function changeFromHunks(document: SourceDocument, hunks: readonly Hunk[]): LocatedChange {
  return locate(
    document,
    hunks.map((hunk) => ({
      hunk,
      find: hunk.old,
      write: hunk.new,
      at: hunk.at,
      around: hunk.around,
    })),
    ({ removed, added }) => ({ removed, added }),
  );
}

/** The change that reverts the hunks in the present file. */
export function changeBack(document: SourceDocument, hunks: readonly Hunk[]): LocatedChange {
  let shift = 0;
  const searches = hunks.map((hunk) => {
    const at = hunk.at + shift;
    shift += hunk.new.length - hunk.old.length;
    return { hunk, find: hunk.new, write: hunk.old, at, around: hunk.aroundNew };
  });
  return locate(document, searches, ({ removed, added }) => ({ removed: added, added: removed }));
}

interface HunkSearch {
  readonly hunk: Hunk;
  readonly find: string;
  readonly write: string;
  readonly at: number;
  readonly around: HunkContext;
}

function locate(
  document: SourceDocument,
  searches: readonly HunkSearch[],
  words: (hunk: Hunk) => { removed: string | undefined; added: string | undefined },
): LocatedChange {
  const edits: Edit[] = [];
  const textChanges: { at: number; removed: string; added: string }[] = [];
  const conflicts: HunkConflict[] = [];
  for (const one of searches) {
    const place = findHunk(document, one);
    if (place === undefined) {
      conflicts.push({ hunk: one.hunk, now: textNow(document, one) });
      continue;
    }
    edits.push({ ...place, text: one.write });
    const { removed, added } = words(one.hunk);
    if (removed !== undefined || added !== undefined)
      textChanges.push({ at: place.start, removed: removed ?? '', added: added ?? '' });
  }
  return { change: { edits, textChanges }, conflicts };
}

function findHunk(
  document: SourceDocument,
  { hunk, find, at, around }: HunkSearch,
): SourceRange | undefined {
  const { text } = document;
  const isThere = (start: number, context: number): boolean =>
    text.startsWith(find, start) &&
    (lastLetters(around.before, context) === '' ||
      text.slice(0, start).endsWith(lastLetters(around.before, context))) &&
    text.startsWith(around.after.slice(0, context), start + find.length);
  const range = (start: number): SourceRange => ({ start, end: start + find.length });
  if (isThere(at, CONTEXT)) return range(at);
  const walk = rangeOf(document, hunk.passage);
  if (!walk) return undefined;
  for (const context of CONTEXTS) {
    const key = lastLetters(around.before, context) + find + around.after.slice(0, context);
    if (key === '') return undefined;
    const lead = Math.min(context, around.before.length);
    const found: number[] = [];
    let from = Math.max(0, walk.start - lead);
    for (;;) {
      const index = text.indexOf(key, from);
      if (index < 0 || index + lead > walk.end) break;
      found.push(index + lead);
      from = index + 1;
    }
    if (found.length === 1) return range(found[0] as number);
    if (found.length > 1) return undefined;
  }
  return undefined;
}

function lastLetters(words: string, length: number): string {
  return words.slice(Math.max(0, words.length - length));
}

/** The present range of the passage; the whole file for a hunk without a passage. */
function rangeOf(
  { root, text }: SourceDocument,
  passage: string | undefined,
): SourceRange | undefined {
  if (passage === undefined) return { start: 0, end: text.length };
  for (const element of walk(root))
    if (attribute(element, 'xml:id') === passage) return { start: element.start, end: element.end };
  return undefined;
}

function textNow(document: SourceDocument, { hunk }: HunkSearch): string {
  const range = rangeOf(document, hunk.passage);
  return range ? document.text.slice(range.start, Math.min(range.end, range.start + 2000)) : '';
}

/** @throws Refusal with both texts if a hunk cannot be found. */
export function requireLocated({ change, conflicts }: LocatedChange): PatchChange {
  const [conflict] = conflicts;
  if (conflict) throw new ConflictRefusal(conflict);
  return change;
}

export class ConflictRefusal extends PatchRefusal {
  readonly mine: string;
  readonly now: string;

  constructor({ hunk, now }: HunkConflict) {
    super(
      hunk.passage === undefined
        ? 'the file was changed at the same place'
        : `the passage ${hunk.passage} was changed at the same place`,
    );
    this.mine = hunk.new;
    this.now = now;
  }
}
