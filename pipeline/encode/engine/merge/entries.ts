/**
 * The entries that a document carries in `standOff` (CONTRIBUTING, law 4): the workbench and the
 * encoder both add them, each in its own order and layout, so that they are merged by `xml:id`.
 */
import { addToList } from '../../../core/multimap.ts';
import { foldSpace } from '../../../core/text.ts';
import { Edits } from '../../../xml/edits.ts';
import { attribute, elementsIn, isTei, readTree, type TreeElement } from '../../../xml/tree.ts';

interface CarriedEntries {
  readonly text: string;
  readonly standOff: TreeElement;
  readonly lists: readonly TreeElement[];
  /** By `xml:id`. */
  readonly entries: ReadonlyMap<string, TreeElement>;
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
  const before = carriedIn(base, path);
  const added = new Map<TreeElement, string[]>();
  const edits = new Edits(ours.text);
  for (const list of theirs.lists)
    for (const entry of elementsIn(list)) {
      const id = attribute(entry, 'xml:id');
      if (id === undefined) continue;
      const fresh = theirs.text.slice(entry.start, entry.end);
      const own = ours.entries.get(id);
      const mine = markupOf(ours, id);
      const old = before && markupOf(before, id);
      if (own === undefined || mine === undefined) {
        if (old === undefined) addToList(added, list, fresh);
      } else if (!isSame(mine, fresh) && !isSame(fresh, old)) {
        // Of an entry that both have added, the encoder has what the authority file says now.
        if (old !== undefined && !isSame(mine, old)) return versions;
        edits.replace(own.start, own.end, fresh);
      }
    }
  for (const [list, entries] of added) {
    const tag = theirs.text.slice(list.start, list.startEnd);
    const { at, text } = addition(ours, { name: list.local, tag, entries });
    edits.replace(at, at, text);
  }
  const edited = edits.apply();
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
        return id === undefined ? [] : [[id, entry] as const];
      }),
  );
  return { text, standOff, lists, entries };
}

/** White space between tags is layout. */
function isSame(one: string, other: string | undefined): boolean {
  const plain = (tei: string) => foldSpace(tei).replace(/ ?(<[^>]*>) ?/g, '$1');
  return other !== undefined && plain(one) === plain(other);
}

function markupOf({ text, entries }: CarriedEntries, id: string): string | undefined {
  const entry = entries.get(id);
  return entry && text.slice(entry.start, entry.end);
}

/** Entries behind the last one of their list, or a new list. */
function addition(
  { lists, standOff }: CarriedEntries,
  { name, tag, entries }: { name: string; tag: string; entries: readonly string[] },
) {
  const list = lists.findLast((one) => one.local === name);
  const last = list && elementsIn(list).at(-1);
  const text = entries.map((entry) => `\n      ${entry}`).join('');
  if (last) return { at: last.end, text };
  const at = lists.at(-1)?.end ?? standOff.startEnd;
  return { at, text: `\n    ${tag}${text}\n    </${name}>` };
}
