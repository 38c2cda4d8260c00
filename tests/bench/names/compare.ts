/** Compares the names found with those that others have marked in the same texts. */
import type { EncodingContext } from '../../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../../pipeline/encode/document/encode.ts';
import { namesIn } from '../../../pipeline/encode/names/unlisted/names-in.ts';
import { namePassages } from '../../../pipeline/names/texts.ts';
import { descend, readTree } from '../../../pipeline/xml/tree.ts';
import type { NameSet } from './sets.ts';
import {
  lettersOf,
  type Marked,
  MEASURED_KINDS,
  type MeasuredKind,
  markedNames,
  type NameSpan,
  placeIn,
} from './spans.ts';

/** A found name with the words around it, to be read. */
interface Found extends NameSpan {
  readonly context: string;
}
/** By document, in the order of the set's texts. */
export type Names = readonly { readonly letters: string; readonly names: readonly Found[] }[];

interface Score {
  gold: number;
  found: number;
  distinct: number;
  distinctFound: number;
  produced: number;
  right: number;
}
type Lines = Readonly<Record<MeasuredKind, string[]>>;
export interface Compared {
  readonly scores: Readonly<Record<MeasuredKind, Score>>;
  readonly lines: { readonly sample: Lines; readonly missed: Lines; readonly wrong: Lines };
}

/** The encoder's marks in each text, and the names that `siglum names` finds in all of them. */
export function namesOf(set: NameSet, context: EncodingContext): Record<string, Names> {
  const trees = set.texts.map(({ id, text }) => {
    const { tei } = encodeDocument({ text, hash: 'ni:///sha-256;x' }, id, id, context);
    return readTree({ path: id, content: tei });
  });
  const passages = trees.map((tree, at) => namePassages(tree, set.texts[at]?.id ?? ''));
  const found = namesIn(passages.flat());
  const proposed = passages.map((own) => {
    let letters = '';
    const names: Found[] = [];
    const isNote = ({ id }: { readonly id: string }) => /-n\d/.test(id);
    const shown = own.filter(({ id }) => id !== '');
    // As in the hand-made encodings, the notes are at the end.
    for (const passage of [...shown.filter((one) => !isNote(one)), ...shown.filter(isNote)]) {
      for (const name of found.filter((one) => one.passage === passage)) {
        const start = letters.length + lettersOf(passage.text.slice(0, name.start)).length;
        const { kind, form: words, rule } = name;
        const before = passage.text.slice(Math.max(0, name.start - 60), name.start);
        const context = `${before}[[${words}]]${passage.text.slice(name.end, name.end + 40)} (${rule})`;
        names.push({
          kind,
          start,
          end: start + lettersOf(words).length,
          words,
          target: words,
          context,
        });
      }
      letters += lettersOf(passage.text);
    }
    return { letters, names };
  });
  const marked = trees.map((tree) => {
    const { letters, names } = markedNames(descend(tree, 'text') ?? tree);
    return { letters, names: names.map((name) => ({ ...name, context: name.words })) };
  });
  return { encode: marked, names: proposed };
}

export function compare({ texts, name: set }: NameSet, found: Names): Compared {
  const scores = byKind(
    (): Score => ({ gold: 0, found: 0, distinct: 0, distinctFound: 0, produced: 0, right: 0 }),
  );
  const lines = {
    sample: byKind(() => [] as string[]),
    missed: byKind(() => [] as string[]),
    wrong: byKind(() => [] as string[]),
  };
  const targets = byKind(() => new Map<string, boolean>());
  for (const [at, { id, gold }] of texts.entries()) {
    const own = found[at] ?? { letters: '', names: [] };
    const marked = markedNames(gold);
    for (const name of marked.names.filter(({ words }) => /\p{Lu}/u.test(words))) {
      const score = scores[name.kind];
      const isFound = has(own, name, marked.letters);
      score.gold++;
      if (isFound) score.found++;
      else
        lines.missed[name.kind].push(
          `${set} ${id}: ${around(name, marked.letters)} (${name.words})`,
        );
      const all = targets[name.kind];
      all.set(name.target, isFound || all.get(name.target) === true);
    }
    for (const name of own.names) {
      scores[name.kind].produced++;
      lines.sample[name.kind].push(`${set} ${id}: ${name.context}`);
      if (has(marked, name, own.letters)) scores[name.kind].right++;
      else lines.wrong[name.kind].push(`${set} ${id}: ${name.context}`);
    }
  }
  for (const kind of MEASURED_KINDS) {
    scores[kind].distinct = targets[kind].size;
    scores[kind].distinctFound = [...targets[kind].values()].filter(Boolean).length;
  }
  return { scores, lines };
}

/** Some name of the other text overlaps this one and is of the same kind. */
function has(other: Marked, name: NameSpan, letters: string): boolean {
  const start = placeIn(name, letters, other.letters);
  if (start === undefined) return false;
  const end = start + name.end - name.start;
  return other.names.some((one) => one.kind === name.kind && one.start < end && start < one.end);
}

function around({ start, end }: NameSpan, letters: string): string {
  return `${letters.slice(Math.max(0, start - 30), start)}[[${letters.slice(start, end)}]]${letters.slice(end, end + 15)}`;
}

function byKind<T>(make: () => T): Record<MeasuredKind, T> {
  return { person: make(), place: make(), org: make() };
}
