/**
 * Anchors of several notes at one place, set without a space: "Theo.234" for the notes 2, 3 and 4.
 *
 * Takes the main text's ranges and the numbers of the notes in order. Returns the weight of each
 * anchor by range, offset and number.
 */

/** A chain after a word or a sentence, and one on a line of its own. */
const BEHIND_WORD = 6;
const OWN_LINE = 2;

export function chainKey(stretch: number, offset: number, n: string): string {
  return `${stretch}/${offset}/${n}`;
}

export function findChains(
  texts: readonly string[],
  notes: readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [stretch, text] of texts.entries()) {
    for (const { 0: run, index } of text.matchAll(/\d{2,}/g)) {
      const weight = weightOf(text, index, run);
      const chain = weight === undefined ? undefined : chainIn(run, notes);
      let offset = index;
      for (const n of chain ?? []) {
        found.set(chainKey(stretch, offset, n), weight as number);
        offset += n.length;
      }
    }
  }
  return found;
}

function weightOf(text: string, at: number, run: string): number | undefined {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text[at + run.length] ?? '';
  if (!/^[\s.,;:)\]”"’»]?$/.test(after)) return undefined;
  if (/(?:\p{L}|[\p{L}\])”"’»][.,;:!?)\]”"’»])$/u.test(before)) return BEHIND_WORD;
  return /(?:^|\n)$/.test(before) && /^\n?$/.test(after) ? OWN_LINE : undefined;
}

/** Consecutive notes with numbers that together are the digits. */
function chainIn(run: string, notes: readonly string[]): readonly string[] | undefined {
  for (let first = 0; first < notes.length; first++) {
    if (!/^\d+$/.test(notes[first] ?? '') || !run.startsWith(notes[first] ?? '')) continue;
    let joined = '';
    let end = first;
    while (joined.length < run.length && end < notes.length && succeeds(notes, end, first))
      joined += notes[end++];
    if (joined === run && end > first + 1) return notes.slice(first, end);
  }
  return undefined;
}

function succeeds(notes: readonly string[], at: number, first: number): boolean {
  return Number(notes[at]) === Number(notes[first]) + at - first;
}
