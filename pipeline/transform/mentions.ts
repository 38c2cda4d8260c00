/**
 * The mentions of a TEI file in their sentences.
 *
 * Takes the result of the data stylesheet, with the blocks of text that mention entries. Returns
 * the same with each mention and the sentence around it.
 */
import { addressed, pointedAt, schemed } from '../formats/facts/identifiers.ts';
import type { Identifier } from '../model/identifier.ts';
import type { EntryData, FileData, MentionBlock, MentionData } from './model.ts';
import { sentenceEnds } from './sentences.ts';

/** The data stylesheet's result for a file. */
type RawFileData = Omit<FileData, 'mentions' | 'entries'> & {
  readonly mentions: readonly MentionBlock[];
  /** `pointers`: addresses in authority files that are not in an `idno`. */
  readonly entries: readonly (EntryData & { readonly pointers?: readonly string[] })[];
};

/** `raw`: the result of xslt/data/document.xsl. */
export function fileData(raw: unknown): FileData {
  const { mentions, entries, ...rest } = raw as RawFileData;
  return {
    ...rest,
    entries: entries.map(({ pointers = [], ...entry }) => {
      const stated = entry.identifiers.map((one) => (one.address ? one : addressed(one, [])));
      return { ...entry, identifiers: [...stated, ...furtherIdentifiers(pointers, stated)] };
    }),
    mentions: mentions.flatMap(mentionsInBlock),
  };
}

/** The addresses that `idno` does not give. */
function furtherIdentifiers(
  pointers: readonly string[],
  stated: readonly Identifier[],
): readonly Identifier[] {
  const addresses = (identifiers: readonly Identifier[]): string[] =>
    schemed(identifiers).map(({ uri }) => uri);
  const known = addresses(stated);
  return pointedAt(pointers, []).filter(
    (one) => !addresses([one]).some((uri) => known.includes(uri)),
  );
}

function mentionsInBlock({ text: pieces, mentions, ...passage }: MentionBlock): MentionData[] {
  const { text, places } = onOneLine(pieces);
  const ends = sentenceEnds(text);
  return mentions.map(({ entry, from, to, certainty }) => {
    const start = places[from] as number;
    const end = places[to] as number;
    // A mention across the end of a sentence is in both; an empty one between two sentences is in
    // neither.
    const sentenceStart = ends[firstAfter(ends, start) - 1] ?? 0;
    const sentenceEnd =
      end === 0 ? 0 : Math.max(sentenceStart, ends[firstAfter(ends, end - 1)] ?? text.length);
    return { ...passage, entry, certainty, text, start, end, sentenceStart, sentenceEnd };
  });
}

/**
 * The pieces as one text with its white space folded, and the end of each in it, after the common
 * beginning.
 */
function onOneLine(pieces: readonly string[]): {
  readonly text: string;
  readonly places: readonly number[];
} {
  const places = [0];
  const parts: string[] = [];
  let length = 0;
  let endsInSpace = false;
  for (const piece of pieces) {
    const line = piece.replace(/[ \t\n\r]+/g, ' ');
    const part: string = endsInSpace && line.startsWith(' ') ? line.slice(1) : line;
    parts.push(part);
    length += part.length;
    places.push(length);
    if (part !== '') endsInSpace = part.endsWith(' ');
  }
  return { text: parts.join(''), places };
}

/**
 * The index of the first of the ascending numbers that is greater than `least`; their count if
 * there is none.
 */
function firstAfter(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) > least) high = middle;
    else low = middle + 1;
  }
  return low;
}
