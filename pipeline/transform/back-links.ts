/**
 * From mentions to back-links: for each entry the sentences that name it.
 *
 * In: the mentions of a document, in the order of the text. Out: entry by entry the sentences; a sentence that names the entry twice is given
 * once, with both names marked.
 */
import type { MentionData } from './model.ts';

export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

export interface BackLink {
  readonly anchor: string;
  readonly block: string;
  readonly n: string | null;
  readonly runs: readonly Run[];
}

interface Sentence {
  readonly mention: MentionData;
  readonly text: string;
  readonly marks: [start: number, end: number][];
}

/** Entry by entry, in the order in which the text names them first. */
export function linksByEntry(mentions: readonly MentionData[]): ReadonlyMap<string, readonly BackLink[]> {
  const links = [...sentencesByEntry(mentions)].map(([entry, sentences]) => {
    const found = sentences.map(({ mention: { anchor, block, n }, text, marks }): BackLink => {
      return { anchor, block, n, runs: runs(text, marks) };
    });
    return [entry, found] as const;
  });
  return new Map(links);
}

function sentencesByEntry(mentions: readonly MentionData[]): Map<string, Sentence[]> {
  const byEntry = new Map<string, Sentence[]>();
  for (const mention of mentions) {
    const text = mention.before + mention.words + mention.after;
    const mark: [number, number] = [mention.before.length, mention.before.length + mention.words.length];
    const sentences = byEntry.get(mention.entry) ?? [];
    const last = sentences.at(-1);
    if (last && last.text === text && last.mention.anchor === mention.anchor) last.marks.push(mark);
    else sentences.push({ mention, text, marks: [mark] });
    byEntry.set(mention.entry, sentences);
  }
  return byEntry;
}

function runs(text: string, marks: readonly [number, number][]): Run[] {
  const parts: Run[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    // The same sentence twice in one passage gives the same mark twice; a mention within a mention is marked already.
    if (start < at) continue;
    parts.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  parts.push({ text: text.slice(at), marked: false });
  return parts.filter((run) => run.text !== '');
}
