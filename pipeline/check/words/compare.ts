/**
 * The text law for documents that an editor has changed (CONTRIBUTING, law 1): words of the source
 * that are missing, and words that the source does not have.
 *
 * Takes a document and its source. Returns a warning for each place at which they differ and the
 * TEI does not mark the difference as an editor's decision.
 */
import { type Finding, shownPath } from '../../core/finding.ts';
import { shortened } from '../../core/text.ts';
import type { TextPosition } from '../../xml/decode.ts';
import { type WordChange, wordChanges } from './align.ts';
import type { NoteWords, SourceWord, TeiWord, TextWords } from './word.ts';

/** Up to this number, differences of one document are reported one by one. */
const MOST_REPORTED = 20;

/** If a smaller proportion of the words is the same, the source is a different text. */
const SAME_AT_LEAST = 0.5;

/** `document` and `source`: the paths. */
export function compareWords(
  document: string,
  tei: TextWords<TeiWord>,
  source: string,
  received: TextWords<SourceWord>,
): Finding[] {
  const notes = inOrderOf(received.notes, tei.notes);
  const streams = [
    { source: received.main, tei: tei.main },
    {
      source: received.notes.flatMap(({ words }) => words),
      tei: notes.flatMap(({ words }) => words),
    },
  ];
  const differences = streams.flatMap((stream) =>
    wordChanges(stream.source, stream.tei).map(
      (change) => new WordDifference(change, stream.source, stream.tei),
    ),
  );
  const all = streams.reduce((sum, stream) => sum + stream.source.length + stream.tei.length, 0);
  const different = differences.reduce((sum, { gone, came }) => sum + gone.length + came.length, 0);
  if (different > all * (1 - SAME_AT_LEAST)) return [anotherText(document, source)];
  const reported = withoutMovedMarks(
    differences.filter((difference) => difference.isUnexplained),
    received.notes,
  );
  const findings = reported
    .slice(0, MOST_REPORTED)
    .map((difference) => difference.finding(document, source));
  return reported.length > MOST_REPORTED
    ? [...findings, more(document, source, reported.length - MOST_REPORTED)]
    : findings;
}

/**
 * Notes in the order of the source; a note that the source does not have follows the note before
 * it.
 */
function inOrderOf(
  source: readonly NoteWords<SourceWord>[],
  tei: readonly NoteWords<TeiWord>[],
): NoteWords<TeiWord>[] {
  const rank = new Map(source.map(({ n }, at) => [n, at]));
  let before = -1;
  const ranked = tei.map((note) => {
    before = rank.get(note.n) ?? before;
    return { note, rank: before };
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ note }) => note);
}

class WordDifference {
  /** Words of the source that are missing; words of the document that should be in the source. */
  readonly gone: readonly SourceWord[];
  readonly came: readonly TeiWord[];
  readonly isUnexplained: boolean;
  readonly #change: WordChange;
  readonly #source: readonly SourceWord[];
  readonly #tei: readonly TeiWord[];

  constructor(change: WordChange, source: readonly SourceWord[], tei: readonly TeiWord[]) {
    this.#change = change;
    this.#source = source;
    this.#tei = tei;
    const added = tei.slice(change.tei.start, change.tei.end);
    this.gone = source.slice(change.source.start, change.source.end);
    this.came = added.filter(({ required }) => required !== '');
    const replaced = added.some(({ replaces }) => replaces);
    this.isUnexplained =
      this.came.some(({ replaces }) => !replaces) || (this.gone.length > 0 && !replaced);
  }

  finding(document: string, source: string): Finding {
    const { start } = this.#change.tei;
    const at = this.#place();
    const gone = inWords(this.gone.map(({ text }) => text));
    const came = inWords(this.came.map(({ text }) => text));
    const place = this.#sourcePlace(source);
    const before = inWords(this.#tei.slice(Math.max(0, start - 3), start).map(({ text }) => text));
    const after = before === '' ? '' : `, after ${before}`;
    const kind = this.came.length === 0 ? 'missing' : this.gone.length === 0 ? 'added' : 'changed';
    const messages = {
      missing:
        `${gone} of the source (${place}) is missing here${after}; put it back, or mark the ` +
        `omission (gap, choice with sic and corr)`,
      added:
        `${came} is not in the source (${place})${after}; remove it, or mark it as the ` +
        `editor’s (supplied, note with type="editorial", choice with sic and corr)`,
      changed:
        `${came} is where the source (${place}) has ${gone}${after}; restore it, or mark the ` +
        `correction (choice with sic and corr)`,
    };
    return {
      path: shownPath(document),
      ...(at && { line: at.line, column: at.column }),
      severity: 'warning',
      rule: `words/${kind}`,
      message: messages[kind],
    };
  }

  /**
   * The place of a change: of added words the first one; of missing words the place after the word
   * before them, or before the next word.
   */
  #place(): TextPosition | undefined {
    const { start } = this.#change.tei;
    const before = this.#tei[start - 1];
    if (this.came[0]) return this.came[0].place;
    if (!before || this.gone[0]?.begins) return (this.#tei[start] ?? before)?.place;
    return { line: before.place.line, column: before.place.column + before.text.length };
  }

  #sourcePlace(source: string): string {
    const { start } = this.#change.source;
    const place = (this.#source[start] ?? this.#source[start - 1])?.place;
    return place ? `${shownPath(source)}:${place.line}:${place.column}` : shownPath(source);
  }
}

/**
 * An editor has moved the mark of a note: in plain text the encoder may have taken another number
 * for the note's. The two differences, one number missing and one added, then cancel each other
 * out.
 */
function withoutMovedMarks(
  differences: readonly WordDifference[],
  notes: readonly NoteWords<SourceWord>[],
): readonly WordDifference[] {
  const numbers = new Set(notes.map(({ n }) => n));
  const textOf = (words: readonly { readonly text: string }[]): string =>
    words.map(({ text }) => text).join('');
  const moved = new Set<WordDifference>();
  for (const one of differences) {
    const n = textOf(one.gone);
    if (one.came.length > 0 || !numbers.has(n)) continue;
    const other = differences.find(
      (two) => !moved.has(two) && two.gone.length === 0 && textOf(two.came) === n,
    );
    if (other) moved.add(one).add(other);
  }
  return differences.filter((difference) => !moved.has(difference));
}

/** The most letters of a stretch that a message shows. */
const SHOWN = 80;

function inWords(words: readonly string[]): string {
  if (words.length === 0) return '';
  const text = words.reduce(
    (line, word) => line + (line === '' || /^[,.;:!?)\]’]/.test(word) ? word : ` ${word}`),
    '',
  );
  return `“${shortened(text, SHOWN)}”`;
}

function anotherText(document: string, source: string): Finding {
  return {
    path: shownPath(document),
    severity: 'warning',
    rule: 'words/another-text',
    message:
      `fewer than half of its words are in ${shownPath(source)}, which has the name of ` +
      `its source; rename one of the two if it is not its source, else compare them`,
  };
}

function more(document: string, source: string, count: number): Finding {
  return {
    path: shownPath(document),
    severity: 'warning',
    rule: 'words/more',
    message:
      `there are ${count} more places at which the document differs from ` +
      `${shownPath(source)}; compare the two`,
  };
}
