/**
 * From mentions to back-links: for each entry the sentences that name it.
 *
 * Takes the mentions of a document, in the order of the text. Returns entry by entry the sentences;
 * a sentence that names the entry twice is given once, with both names marked. Of a very long
 * sentence only the text around the names is given: a list of all persons may be one sentence, and
 * each entry would get all of it.
 */
import type { MentionData } from './model.ts';

/** The most characters before and after a name; normal sentences are shorter. */
const SURROUNDINGS = 2000;

interface MarkedRun {
  readonly text: string;
  readonly marked: boolean;
}

export interface BackLink {
  readonly anchor: string;
  readonly block: string;
  readonly n: string | null;
  readonly runs: readonly MarkedRun[];
}

/** Whether the sentence is in a note, the editors' or the text's own. */
export function isInNote({ block, n }: Pick<BackLink, 'block' | 'n'>): boolean {
  return n !== null || block === 'note';
}

interface Sentence {
  readonly mention: MentionData;
  /** Places of names in the block's text. */
  readonly marks: [start: number, end: number][];
}

/** Entry by entry, in the order of their first mentions. */
export function linksByEntry(
  mentions: readonly MentionData[],
): ReadonlyMap<string, readonly BackLink[]> {
  const links = [...sentencesByEntry(mentions)].map(([entry, sentences]) => {
    const found = sentences.map(({ mention, marks }): BackLink => {
      const { anchor, block, n } = mention;
      return { anchor, block, n, runs: runs(mention, marks) };
    });
    return [entry, found] as const;
  });
  return new Map(links);
}

function sentencesByEntry(mentions: readonly MentionData[]): Map<string, Sentence[]> {
  const byEntry = new Map<string, Sentence[]>();
  for (const mention of mentions) {
    const sentences = byEntry.get(mention.entry) ?? [];
    byEntry.set(mention.entry, sentences);
    const last = sentences.at(-1);
    // The same sentence twice in one passage is given once.
    if (last && isSame(last.mention, mention)) {
      const moved = last.mention.sentenceStart - mention.sentenceStart;
      last.marks.push([mention.start + moved, mention.end + moved]);
    } else sentences.push({ mention, marks: [[mention.start, mention.end]] });
  }
  return byEntry;
}

function isSame(one: MentionData, other: MentionData): boolean {
  if (one.anchor !== other.anchor) return false;
  const length = one.sentenceEnd - one.sentenceStart;
  if (length !== other.sentenceEnd - other.sentenceStart) return false;
  if (one.text === other.text && one.sentenceStart === other.sentenceStart) return true;
  return (
    one.text.slice(one.sentenceStart, one.sentenceEnd) ===
    other.text.slice(other.sentenceStart, other.sentenceEnd)
  );
}

function runs(
  { text, sentenceStart, sentenceEnd }: MentionData,
  marks: readonly [number, number][],
): MarkedRun[] {
  const parts: MarkedRun[] = [];
  let at = sentenceStart;
  const unmarked = (end: number, before: number, after: number): void => {
    const all = text.slice(at, end);
    const shown =
      all.length <= before + after ? all : `${firstWords(all, before)}…${lastWords(all, after)}`;
    parts.push({ text: shown, marked: false });
  };
  for (const [start, end] of marks) {
    // The same sentence twice gives the same mark twice; a mention within a mention is marked
    // already.
    if (start < at) continue;
    unmarked(start, parts.length === 0 ? 0 : SURROUNDINGS, SURROUNDINGS);
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  unmarked(sentenceEnd, SURROUNDINGS, 0);
  return parts.filter((run) => run.text !== '');
}

/** The first words of a text, cut between words if there are any. */
function firstWords(text: string, most: number): string {
  const first = whole(text.slice(0, most));
  const cut = first.search(/\s\S*$/);
  return cut < 0 ? first : first.slice(0, cut + 1);
}

function lastWords(text: string, most: number): string {
  const last = most === 0 ? '' : whole(text.slice(-most));
  const cut = last.search(/\s/);
  return cut < 0 ? last : last.slice(cut);
}

/** Without half of a surrogate pair at an end. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

/**
 * The sentences that name one entry by several references. A sentence that names it by two is given
 * once, with both names marked.
 */
export function mergedLinks(lists: readonly (readonly BackLink[])[]): readonly BackLink[] {
  const [first = [], ...others] = lists;
  if (others.length === 0) return first;
  const merged = [...first];
  for (const link of others.flat()) {
    const at = merged.findIndex(
      (other) => other.anchor === link.anchor && sentenceText(other) === sentenceText(link),
    );
    const same = merged[at];
    if (same) merged[at] = { ...same, runs: mergedRuns(same.runs, link.runs) };
    else merged.push(link);
  }
  return merged;
}

function sentenceText({ runs }: BackLink): string {
  return runs.map(({ text }) => text).join('');
}

/** Merges two markings of one text. */
function mergedRuns(one: readonly MarkedRun[], other: readonly MarkedRun[]): MarkedRun[] {
  const marks = [one, other].map((all) =>
    all.flatMap(({ text, marked }) => [...text].map(() => marked)),
  );
  const merged: { text: string; marked: boolean }[] = [];
  for (const [place, sign] of [...one.map(({ text }) => text).join('')].entries()) {
    const marked = marks.some((of) => of[place]);
    const last = merged.at(-1);
    if (last?.marked === marked) last.text += sign;
    else merged.push({ text: sign, marked });
  }
  return merged;
}
