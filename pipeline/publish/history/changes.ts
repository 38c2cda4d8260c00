/**
 * The changes from one release to the next, document by document.
 *
 * Takes the documents of both, as TEI files. Returns documents that were added, removed or renamed;
 * for each changed document the visible facts of its header, passage by passage the words removed
 * and added, and how many elements and attributes of the markup differ. Passages are matched by
 * their identifiers, which never change.
 */
import { readFileSync } from 'node:fs';
import { shownPath } from '../../core/finding.ts';
import type { HeaderData } from '../../transform/model.ts';
import { elementsIn, readTree, type TreeElement } from '../../xml/tree.ts';
import { type MarkupChange, markupChanges } from './markup-changes.ts';
import { type PublishedPassage, publishedPassages } from './passages.ts';
import { aroundChanges, type DiffRun, wordDiff } from './word-diff.ts';

/** A document of a release: its TEI file and the hash of it. */
export interface DocumentFile {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
}

interface TitledItem {
  readonly id: string;
  readonly title: string;
}

interface PassageChange {
  readonly anchor: string;
  readonly element: string;
  /** Of a note, its number. */
  readonly n: string | null;
  /** Whether the passage is in the newer release; else its address is in the older one. */
  readonly stays: boolean;
  readonly runs: readonly DiffRun[];
}

interface FactChange {
  /** Key of the fact's name among the strings: `record.date`. */
  readonly key: string;
  readonly runs: readonly DiffRun[];
}

export interface DocumentChange extends TitledItem {
  readonly previousId: string;
  readonly facts: readonly FactChange[];
  readonly passages: readonly PassageChange[];
  readonly markup: readonly MarkupChange[];
  /** Elements of the header that were added, removed or changed, including the visible facts. */
  readonly header: number;
}

export interface Changes {
  readonly added: readonly TitledItem[];
  readonly removed: readonly TitledItem[];
  readonly renamed: readonly {
    readonly from: string;
    readonly to: string;
    readonly title: string;
  }[];
  readonly changed: readonly DocumentChange[];
}

/**
 * `header`: the stylesheets' result for a TEI file's header; undefined if they fail on it.
 * `successor`: the new identifier of a renamed document.
 */
export function releaseChanges(
  older: readonly DocumentFile[],
  newer: readonly DocumentFile[],
  header: (path: string) => HeaderData | undefined,
  successor: (id: string) => string | undefined,
): Changes {
  const before = new Map(older.map((file) => [file.id, file]));
  const after = new Map(newer.map((file) => [file.id, file]));
  const named = ({ id, path }: DocumentFile): TitledItem => ({
    id,
    title: header(path)?.title ?? id,
  });
  const renamed = older.flatMap((file) => {
    const to = after.has(file.id) ? undefined : successor(file.id);
    const target = to === undefined || before.has(to) ? undefined : after.get(to);
    return target ? [{ from: file, to: target }] : [];
  });
  const previousOf = new Map(renamed.map(({ from, to }) => [to.id, from]));
  const went = new Set(renamed.map(({ from }) => from.id));
  return {
    added: newer.filter(({ id }) => !before.has(id) && !previousOf.has(id)).map(named),
    removed: older.filter(({ id }) => !after.has(id) && !went.has(id)).map(named),
    renamed: renamed.map(({ from, to }) => ({ from: from.id, to: to.id, title: named(to).title })),
    changed: newer.flatMap((file) => {
      const previous = before.get(file.id) ?? previousOf.get(file.id);
      if (previous === undefined || previous.sha256 === file.sha256) return [];
      return [documentChange(previous, file, header)];
    }),
  };
}

function documentChange(
  previous: DocumentFile,
  present: DocumentFile,
  header: (path: string) => HeaderData | undefined,
): DocumentChange {
  const read = ({ id, path }: DocumentFile): PublishedPassage[] =>
    publishedPassages(path, id, shownPath(path));
  const [was, is] = [header(previous.path), header(present.path)];
  const [before, after] = [tree(previous.path), tree(present.path)];
  return {
    id: present.id,
    title: is?.title ?? present.id,
    previousId: previous.id,
    facts: was && is ? factChanges(was, is) : [],
    passages: passageChanges(read(previous), read(present)),
    markup: markupChanges(part(before, 'text'), part(after, 'text'), previous.id, present.id),
    header: markupChanges(
      part(before, 'teiHeader'),
      part(after, 'teiHeader'),
      previous.id,
      present.id,
      true,
    ).reduce((sum, { more, fewer, other }) => sum + more + fewer + other, 0),
  };
}

/** The visible facts of a header, under the page's names for them. */
const FACTS: readonly (readonly [string, (header: HeaderData) => string | null | undefined])[] = [
  ['versions.fact.title', ({ title }) => title],
  ['versions.fact.form', ({ form }) => form],
  ['record.date', ({ date }) => date?.text],
  ['entry.sent', ({ sent }) => sent.map(({ text }) => text).join(', ')],
  ['entry.received', ({ received }) => received.map(({ text }) => text).join(', ')],
  ['entry.written', ({ places }) => places.map(({ text }) => text).join(', ')],
  ['about.editors', ({ editors }) => editors.join(', ')],
  ['about.licence', ({ licence }) => licence?.text],
  ['record.status', ({ status }) => status],
];

function factChanges(was: HeaderData, is: HeaderData): FactChange[] {
  return FACTS.flatMap(([key, fact]) => {
    const [before, after] = [fact(was) ?? '', fact(is) ?? ''];
    return before === after ? [] : [{ key, runs: wordDiff(before, after) }];
  });
}

/** In the order of the newer text, with removed passages at their places. */
function passageChanges(
  before: readonly PublishedPassage[],
  after: readonly PublishedPassage[],
): PassageChange[] {
  const was = new Map(before.map((passage) => [passage.anchor, passage]));
  const is = new Map(after.map((passage) => [passage.anchor, passage]));
  const change = ({ anchor, element, n }: PublishedPassage, stays: boolean): PassageChange => {
    const runs = wordDiff(was.get(anchor)?.words ?? '', is.get(anchor)?.words ?? '');
    return { anchor, element, n: element === 'note' ? n : null, stays, runs: aroundChanges(runs) };
  };
  const goneAfter = new Map<string | undefined, PublishedPassage[]>();
  let last: string | undefined;
  for (const passage of before) {
    if (is.has(passage.anchor)) last = passage.anchor;
    else goneAfter.set(last, [...(goneAfter.get(last) ?? []), passage]);
  }
  const gone = (anchor: string | undefined): PassageChange[] =>
    (goneAfter.get(anchor) ?? [])
      .filter(({ words }) => words !== '')
      .map((passage) => change(passage, false));
  return [
    ...gone(undefined),
    ...after.flatMap((passage) => [
      ...(was.get(passage.anchor)?.words === passage.words ||
      (passage.words === '' && !was.has(passage.anchor))
        ? []
        : [change(passage, true)]),
      ...gone(passage.anchor),
    ]),
  ];
}

function tree(path: string): TreeElement {
  return readTree({ path: shownPath(path), content: readFileSync(path) });
}

function part(root: TreeElement, name: string): TreeElement | undefined {
  return elementsIn(root).find(({ local }) => local === name);
}
