/** All places with the same words, marked or not, with their present mark. */
import { escapePattern, foldedWords } from '../../core/text.ts';
import { attribute, isTei, type TreeElement } from '../../xml/tree.ts';
import { kindOfMark } from '../entries/kinds.ts';
import { ancestry, type SourceDocument } from '../source/document.ts';
import { rawTextOf, readingUnits } from '../source/reading-text.ts';
import { type PlacedRun, textRuns } from '../source/runs.ts';

export interface Occurrence {
  readonly start: number;
  readonly end: number;
  /** The words at that place, and some around them. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** The mark that contains exactly these words: its offset, element and reference. */
  readonly mark?: { readonly at: number; readonly element: string; readonly ref?: string };
  /**
   * `free`: not marked; `unlinked`: marked without an entry; `same`: marked as asked already;
   * `contradiction`: marked as something else.
   */
  readonly state: 'free' | 'unlinked' | 'same' | 'contradiction';
}

export interface OccurrenceSearch {
  readonly forms: readonly string[];
  readonly element: string;
  readonly ref?: string;
}

const CONTEXT = 60;

/** Elements in which no name is searched, since their content is not a name. */
const PASSED = ['idno', 'date', 'bibl', 'ref', 'del', 'fw'] as const;

export function occurrencesOf(document: SourceDocument, search: OccurrenceSearch): Occurrence[] {
  const pattern = patternOf(search.forms);
  if (!pattern) return [];
  return blockTexts(document).flatMap((block) =>
    [...block.text.matchAll(pattern)].flatMap(({ 0: words, index }): Occurrence[] => {
      const start = block.offsets[index] as number;
      const end = (block.ends[index + words.length - 1] as number) ?? start;
      const run = block.runs[index] as PlacedRun;
      if (isPassed(run.parent)) return [];
      const around = {
        before: block.text.slice(Math.max(0, index - CONTEXT), index),
        after: block.text.slice(index + words.length, index + words.length + CONTEXT),
      };
      const mark = markOf(run.parent, block.runs[index + words.length - 1]?.parent);
      // Part of a longer name: "Paz" in "La Paz".
      if (mark && foldedWords(rawTextOf(mark)) !== words && stateOf(mark, search).state !== 'same')
        return [];
      return [{ start, end, words, ...around, ...stateOf(mark, search) }];
    }),
  );
}

/** Whole words only; any white space between them; longest form first. */
function patternOf(forms: readonly string[]): RegExp | undefined {
  const parts = [...new Set(forms.map((form) => form.trim()).filter((form) => form !== ''))]
    .sort((one, other) => other.length - one.length)
    .map((form) =>
      form
        .split(/\s+/)
        .map((word) => escapePattern(word).replace(/['’]/g, "['’]"))
        .join(' '),
    );
  if (parts.length === 0) return undefined;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

interface BlockText {
  readonly text: string;
  /** For each character: its start and end in the file, and its run. */
  readonly offsets: readonly number[];
  readonly ends: readonly number[];
  readonly runs: readonly PlacedRun[];
}

/** The text of each block, white space foldedWords. Words of a note are in the note's own block. */
function blockTexts(document: SourceDocument): BlockText[] {
  const byBlock = new Map<
    TreeElement,
    { text: string; offsets: number[]; ends: number[]; runs: PlacedRun[] }
  >();
  for (const run of textRuns(document)) {
    let block = byBlock.get(run.block);
    if (!block) {
      block = { text: '', offsets: [], ends: [], runs: [] };
      byBlock.set(run.block, block);
    }
    for (const unit of readingUnits(run, document.text)) {
      const isPlain = unit.text.length === unit.end - unit.start;
      for (let at = 0; at < unit.text.length; at++) {
        const letter = unit.text[at] as string;
        const space = /\s/.test(letter);
        if (space && (block.text === '' || block.text.endsWith(' '))) continue;
        block.text += space ? ' ' : letter;
        block.offsets.push(isPlain ? unit.start + at : unit.start);
        block.ends.push(isPlain ? unit.start + at + 1 : unit.end);
        block.runs.push(run);
      }
    }
  }
  return [...byBlock.values()];
}

function isPassed(element: TreeElement): boolean {
  for (const one of ancestry(element)) if (isTei(one, ...PASSED)) return true;
  return false;
}

/** The innermost mark of a name around both ends. */
function markOf(first: TreeElement, last: TreeElement | undefined): TreeElement | undefined {
  for (const one of ancestry(first))
    if (kindOfMark(one.local) && isTei(one, one.local))
      return last && one.start <= last.start && last.end <= one.end ? one : undefined;
  return undefined;
}

function stateOf(
  mark: TreeElement | undefined,
  { element, ref }: OccurrenceSearch,
): Pick<Occurrence, 'state' | 'mark'> {
  if (!mark) return { state: 'free' };
  const linked = attribute(mark, 'ref');
  const shown = {
    mark: { at: mark.start, element: mark.local, ...(linked !== undefined && { ref: linked }) },
  };
  if (linked === undefined && mark.local === element) return { ...shown, state: 'unlinked' };
  const isSame = mark.local === element && linked === ref;
  return { ...shown, state: isSame ? 'same' : 'contradiction' };
}
