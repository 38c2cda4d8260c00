/**
 * The entries that a document carries in `standOff` (CONTRIBUTING, law 4): the workbench and the
 * encoder both add them, each in its own order and layout, so that they are merged by `xml:id`.
 */
import { foldSpace } from '../../../core/text.ts';
import { attribute, elementsIn, isTei, readTree, type TreeElement } from '../../../xml/tree.ts';

interface CarriedEntries {
  readonly text: string;
  readonly standOff: TreeElement;
  readonly lists: readonly TreeElement[];
  /** The markup of each entry, by `xml:id`. */
  readonly entries: ReadonlyMap<string, string>;
}

interface Versions {
  readonly edited: string;
  readonly fresh: string;
}

/**
 * Both versions with the same `standOff`: the editor's, with the entries that the encoder has added
 * or updated. Unchanged if one of them has none, or both have changed an entry differently.
 */
export function withSharedEntries(base: string, versions: Versions, path: string): Versions {
  const ours = carriedIn(versions.edited, path);
  const theirs = carriedIn(versions.fresh, path);
  if (!ours || !theirs) return versions;
  const before = carriedIn(base, path)?.entries ?? new Map<string, string>();
  const added = new Map<TreeElement, string[]>();
  const edits: { start: number; end: number; text: string }[] = [];
  for (const list of theirs.lists)
    for (const entry of elementsIn(list)) {
      const id = attribute(entry, 'xml:id');
      if (id === undefined) continue;
      const fresh = theirs.text.slice(entry.start, entry.end);
      const [mine, old] = [ours.entries.get(id), before.get(id)];
      if (mine === undefined) {
        if (old === undefined) added.set(list, [...(added.get(list) ?? []), fresh]);
      } else if (!isSame(mine, fresh) && !isSame(fresh, old)) {
        // Of an entry that both have added, the encoder has what the authority file says now.
        if (old !== undefined && !isSame(mine, old)) return versions;
        edits.push(replacing(ours, id, fresh));
      }
    }
  for (const [list, entries] of added) {
    const tag = theirs.text.slice(list.start, list.startEnd);
    edits.push(adding(ours, { name: list.local, tag, entries }));
  }
  const edited = applied(ours.text, edits);
  const shared = carriedIn(edited, path);
  if (!shared) return versions;
  const { start, end } = shared.standOff;
  const { standOff: other } = theirs;
  const fresh =
    theirs.text.slice(0, other.start) + edited.slice(start, end) + theirs.text.slice(other.end);
  return { edited, fresh };
}

function carriedIn(text: string, path: string): CarriedEntries | undefined {
  const root = readTree({ path, content: text });
  const standOff = elementsIn(root).find((element) => isTei(element, 'standOff'));
  if (!standOff || standOff.end === standOff.startEnd) return undefined;
  const lists = elementsIn(standOff);
  const entries = new Map(
    lists
      .flatMap((list) => elementsIn(list))
      .flatMap((entry) => {
        const id = attribute(entry, 'xml:id');
        return id === undefined ? [] : [[id, text.slice(entry.start, entry.end)] as const];
      }),
  );
  return { text, standOff, lists, entries };
}

/** White space between tags is layout. */
function isSame(one: string, other: string | undefined): boolean {
  const plain = (tei: string) => foldSpace(tei).replace(/ ?(<[^>]*>) ?/g, '$1');
  return other !== undefined && plain(one) === plain(other);
}

function replacing({ lists }: CarriedEntries, id: string, text: string) {
  const entry = lists
    .flatMap((list) => elementsIn(list))
    .find((one) => attribute(one, 'xml:id') === id);
  if (!entry) throw new Error(`there is no entry ${id}`);
  return { start: entry.start, end: entry.end, text };
}

/** Entries behind the last one of their list, or a new list. */
function adding(
  { lists, standOff }: CarriedEntries,
  { name, tag, entries }: { name: string; tag: string; entries: readonly string[] },
) {
  const list = lists.findLast((one) => one.local === name);
  const last = list && elementsIn(list).at(-1);
  const text = entries.map((entry) => `\n      ${entry}`).join('');
  if (last) return { start: last.end, end: last.end, text };
  const at = lists.at(-1)?.end ?? standOff.startEnd;
  return { start: at, end: at, text: `\n    ${tag}${text}\n    </${name}>` };
}

function applied(
  text: string,
  edits: readonly { start: number; end: number; text: string }[],
): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}
