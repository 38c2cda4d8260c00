/**
 * Small documents for the tests of the mention finder, and its results in a readable form.
 */
import { readAuthorities } from '../../pipeline/authorities/read.ts';
import type { Found, Passage, PassageRole } from '../../pipeline/encode/engine/model.ts';
import { findMentions } from '../../pipeline/encode/names/find.ts';
import { indexNames, type NameIndex } from '../../pipeline/encode/names/index/name-index.ts';

export function indexOf(...paths: string[]): NameIndex {
  return indexNames(readAuthorities(paths));
}

/** Passages from texts; "title: …" gives a passage its role, a plain text is a paragraph. */
export function passagesOf(...texts: string[]): Passage[] {
  return texts.map((text, at) => {
    const [, role, rest] = /^(title|signed|note|heading): (.*)$/s.exec(text) ?? [];
    const given = (role ?? 'paragraph') as PassageRole;
    return { id: `p${at}`, role: given, text: rest ?? text, points: [], line: at + 1 };
  });
}

interface Read {
  /** `words = target`, in order of the text. */
  readonly mentions: readonly string[];
  readonly rules: readonly string[];
  /** `kind words: candidates` */
  readonly doubts: readonly string[];
  readonly found: Found;
}

export function read(index: NameIndex, passages: readonly Passage[], year?: string): Read {
  const found = findMentions(
    { id: 'd1', passages, ...(year ? { dating: { when: year } } : {}) },
    index,
  );
  const words = ({ passage, start, end }: { passage: string; start: number; end: number }) =>
    passages.find(({ id }) => id === passage)?.text.slice(start, end);
  return {
    mentions: found.mentions.map((mention) => `${words(mention)} = ${mention.target}`),
    rules: found.mentions.map(({ rule }) => rule),
    doubts: found.doubts.map(
      (doubt) => `${doubt.kind} ${words(doubt)}: ${doubt.candidates.join(' ')}`,
    ),
    found,
  };
}
