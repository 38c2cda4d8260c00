/**
 * The text of a transcription as runs of characters, before it is divided into tokens. The
 * characters of a run have one status: in which states of the witness they are, how well they can
 * be read.
 */
import type { TokenMark, TokenPlace, WitnessBlock, WitnessToken } from '../model/model.ts';
import { tokenizeWitness } from './tokenize.ts';

export interface WitnessRun {
  readonly text: string;
  /** Deleted: not in the final state. Added: not in the first one. */
  readonly deleted: boolean;
  readonly added: boolean;
  readonly mark?: Omit<TokenMark, 'start' | 'end'>;
  /** Number of its `choice`. */
  readonly choice?: number;
  readonly place: TokenPlace;
  readonly label?: string;
}

/** The runs of one block, and the block. */
export interface BlockRuns {
  readonly block: WitnessBlock;
  readonly runs: WitnessRun[];
}

type State = 'final' | 'first';

/** Regular forms by the number of their `choice`. */
export type Regular = ReadonlyMap<number, RegularForm>;

/** The editor's replacement for the text of the transcription. */
export interface RegularForm {
  readonly form: string;
  /** It corrects an error; it is not another spelling of the same word. */
  readonly corrects: boolean;
}

/** The tokens of one state of a witness. */
export function witnessTokens(
  blocks: readonly BlockRuns[],
  state: State,
  regular: Regular,
): WitnessToken[] {
  const tokens: WitnessToken[] = [];
  for (const [block, { runs }] of blocks.entries()) {
    const visible = runs.filter((run) => (state === 'final' ? !run.deleted : !run.added));
    tokens.push(...blockTokens(visible, block, regular));
  }
  return tokens;
}

/** Whether the two states differ. */
export function hasStates(blocks: readonly BlockRuns[]): boolean {
  return blocks.some(({ runs }) => runs.some(({ deleted, added }) => deleted !== added));
}

interface Placed {
  readonly run: WitnessRun;
  readonly start: number;
  readonly end: number;
}

function blockTokens(runs: readonly WitnessRun[], block: number, regular: Regular): WitnessToken[] {
  let text = '';
  const placed: Placed[] = [];
  for (const run of runs) {
    placed.push({ run, start: text.length, end: text.length + run.text.length });
    text += run.text;
  }
  const pieces = tokenizeWitness(text);
  const regularWords = wordsOfChoices(pieces, placed, regular);
  const tokens: WitnessToken[] = [];
  let first = 0;
  for (const [at, piece] of pieces.entries()) {
    while (first < placed.length && (placed[first] as Placed).end <= piece.start) first++;
    const own: Placed[] = [];
    for (let next = first; next < placed.length; next++) {
      const candidate = placed[next] as Placed;
      if (candidate.start >= piece.end) break;
      if (candidate.end > piece.start) own.push(candidate);
    }
    const begin = own[0] as Placed;
    const { place } = begin.run;
    const offset = piece.start - begin.start + (place.offset ?? 0);
    const label = labelBefore(placed, first, tokens.length === 0 ? 0 : (pieces[at - 1]?.end ?? 0));
    const word = regularWords.get(at);
    tokens.push({
      text: piece.text,
      kind: piece.kind,
      space: piece.space || piece.end === text.length,
      block,
      marks: own.flatMap((one) => marksIn(one, piece)),
      ...(word === undefined
        ? {}
        : word.corrects
          ? { corrected: word.form }
          : { regular: word.form }),
      ...(label === undefined ? {} : { label }),
      place: place.xpath === undefined ? place : { ...place, offset },
    });
  }
  return tokens;
}

/** The label of the runs between the end of the last token and the beginning of this one. */
function labelBefore(placed: readonly Placed[], at: number, after: number): string | undefined {
  for (let back = at; back >= 0; back--) {
    const { run, start } = placed[back] as Placed;
    if (start < after) return undefined;
    if (run.label !== undefined) return run.label;
  }
  return undefined;
}

function marksIn({ run, start, end }: Placed, piece: { start: number; end: number }): TokenMark[] {
  if (!run.mark) return [];
  const from = Math.max(start, piece.start) - piece.start;
  const to = Math.min(end, piece.end) - piece.start;
  return [{ ...run.mark, start: from, end: to }];
}

/**
 * By token the regular form that a `choice` gives, if the choice has as many words as its regular
 * form; a choice within a word replaces its part of the word.
 */
function wordsOfChoices(
  pieces: readonly { text: string; start: number; end: number }[],
  placed: readonly Placed[],
  regular: Regular,
): Map<number, RegularForm> {
  const found = new Map<number, RegularForm>();
  for (let at = 0; at < placed.length; at++) {
    const { run, start } = placed[at] as Placed;
    const given = run.choice === undefined ? undefined : regular.get(run.choice);
    if (given === undefined) continue;
    const { form, corrects } = given;
    let last = at;
    while ((placed[last + 1] as Placed | undefined)?.run.choice === run.choice) last++;
    const end = (placed[last] as Placed).end;
    at = last;
    const own: number[] = [];
    for (let piece = lowerBound(pieces, start); piece < pieces.length; piece++) {
      if ((pieces[piece] as { start: number }).start >= end) break;
      own.push(piece);
    }
    const words = tokenizeWitness(form).map(({ text }) => text);
    const [only] = own;
    const piece = only === undefined ? undefined : pieces[only];
    if (own.length === 1 && only !== undefined && piece) {
      const before = piece.text.slice(0, Math.max(0, start - piece.start));
      const after = piece.text.slice(Math.max(0, end - piece.start));
      found.set(only, { form: before + words.join(' ') + after, corrects });
    } else if (own.length === words.length)
      for (const [word, target] of own.entries())
        found.set(target, { form: words[word] as string, corrects });
  }
  return found;
}

/** The first piece that ends after an offset. */
function lowerBound(pieces: readonly { end: number }[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as { end: number }).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
