/**
 * From mentions to back-links: for each entry the sentences that name it, document by document.
 *
 * In: the mentions of documents, in the order of the text. Out: for an entry the documents that mention it, each with its
 * sentences; a sentence that names the entry twice is given once, with both names marked.
 */
import type { MentionData } from '../transform/model.ts';

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

export interface DocumentBackLinks {
  /** The document's identifier. */
  readonly document: string;
  readonly links: readonly BackLink[];
}

interface Sentence {
  readonly mention: MentionData;
  readonly text: string;
  readonly marks: [start: number, end: number][];
}

/** Entry by entry. `mentions`: by document, in the order in which the documents are to be listed. */
export function backLinks(
  mentions: ReadonlyMap<string, readonly MentionData[]>,
): ReadonlyMap<string, readonly DocumentBackLinks[]> {
  const byEntry = new Map<string, DocumentBackLinks[]>();
  for (const [document, all] of mentions) {
    for (const [entry, sentences] of sentencesByEntry(all)) {
      const links = sentences.map(({ mention: { anchor, block, n }, text, marks }) => {
        return { anchor, block, n, runs: runs(text, marks) };
      });
      byEntry.set(entry, [...(byEntry.get(entry) ?? []), { document, links }]);
    }
  }
  return byEntry;
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
