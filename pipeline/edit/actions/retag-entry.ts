/**
 * Gives an entry another kind: the person becomes an organization in its list, in all documents and
 * in all mentions. One action; identifiers, attributes and words stay.
 */
import { resolve } from 'node:path';
import { entriesOfText } from '../../authorities/read.ts';
import { authorityFiles } from '../../edition/edition-files.ts';
import { attribute, isTei, type TreeElement, walk } from '../../xml/tree.ts';
import { type EntryKind, entryKind } from '../entries/kinds.ts';
import { entryElement } from '../entries/merge.ts';
import { entryName } from '../entries/registry.ts';
import { retaggedEntry } from '../entries/retag.ts';
import { replacedEntry } from '../entries/stand-off.ts';
import type { Action } from '../journal/model.ts';
import { operationChange } from '../patch/change.ts';
import { type PatchChange, PatchRefusal } from '../patch/model.ts';
import type { SourceDocument } from '../source/document.ts';
import { readOrSkip } from '../store/readable.ts';
import type { Intended } from '../store/session.ts';
import type { Workbench } from '../workbench.ts';
import { combineChanges } from './decide.ts';

const AS_KIND = { person: 'a person', org: 'an organization', place: 'a place' } as const;

/**
 * @throws PatchRefusal where the entry states what the other kind cannot have, or cannot be edited.
 */
export async function retagEntry(
  workbench: Workbench,
  id: string,
  kindName: string,
): Promise<Action> {
  const { edition, session, registry } = workbench;
  const { byId } = registry.get();
  const entry = byId.get(id);
  if (!entry) throw new PatchRefusal(`there is no entry “${id}”`);
  const [from, to] = [entryKind(entry.kind), entryKind(kindName)];
  if (!from || !to || from.kind === 'term' || to.kind === 'term')
    throw new PatchRefusal(`a ${entry.kind} cannot become a ${kindName} here`);
  if (from.kind === to.kind) throw new PatchRefusal(`${id} is ${AS_KIND[to.kind]} already`);
  if (!entry.path.endsWith('.xml'))
    throw new PatchRefusal(`${id} is in ${entry.path}, which is not TEI: move its row there`);
  const home = session.read(resolve(entry.path));
  const element = entryElement(home.document, id, from);
  const tei = retaggedEntry(home.document, element, from, to);
  const changed = entriesOfText(wrapped(tei, to), entry.path).find((one) => one.id === id);
  if (!changed) throw new PatchRefusal(`the entry “${id}” cannot be written as a ${to.kind}`);
  const intended: Intended[] = [];
  const paths = [
    ...authorityFiles(edition).map((path) => resolve(path)),
    ...workbench.documents.paths().values(),
  ];
  for (const path of paths) {
    const state = readOrSkip(session, path);
    if (!state) continue;
    const { document } = state;
    const own = [...walk(document.root)].find(
      (one) => isTei(one, from.entry) && attribute(one, 'xml:id') === id,
    );
    const changes = retaggedMentions(document, id, from, to, own);
    if (own) changes.push(replacedEntry(document, own, changed, to));
    const change = combineChanges(changes);
    if (change.edits.length > 0)
      intended.push({ path: state.path, seen: state.hash, change: () => change });
  }
  const why = `the ${from.kind} ${entryName(entry)} (${id}) becomes ${AS_KIND[to.kind]}`;
  const action = await session.apply(intended, { why });
  registry.forget();
  return action;
}

/** The entry in a file of its own, so that it can be read as the documents will carry it. */
function wrapped(tei: string, { list }: EntryKind): string {
  return (
    `<TEI ` +
    `xmlns="http://www.tei-c.org/ns/1.0"><standOff><${list}>${tei}</${list}></standOff></TEI>`
  );
}

/** The marks that refer to the entry, in the text and in the header. */
function retaggedMentions(
  document: SourceDocument,
  id: string,
  from: EntryKind,
  to: EntryKind,
  own: TreeElement | undefined,
): PatchChange[] {
  return [...walk(document.root, (one) => one !== own)]
    .filter(
      (one) =>
        one !== own &&
        isTei(one, from.mark) &&
        (attribute(one, 'ref')?.split(/\s+/) ?? []).includes(`#${id}`),
    )
    .map(({ start }) =>
      operationChange(document, { op: 'retag', at: start, element: to.mark, attributes: {} }),
    );
}
