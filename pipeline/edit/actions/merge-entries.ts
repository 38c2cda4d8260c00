/**
 * Mentions of an entry, and the merge of two entries: one action over the authority files and all
 * documents that refer to the entry.
 */
import { resolve } from 'node:path';
import type { AuthorityEntry } from '../../authorities/model.ts';
import { entriesOfText } from '../../authorities/read.ts';
import { authorityFiles } from '../../edition/edition-files.ts';
import { attribute, isTei, walk } from '../../xml/tree.ts';
import { type EntryKind, entryKind } from '../entries/kinds.ts';
import { entryElement, inherit, inheritedBy, relinkedPointers } from '../entries/merge.ts';
import { entryName } from '../entries/registry.ts';
import { withStandOff } from '../entries/stand-off.ts';
import type { Action } from '../journal/model.ts';
import { applyEdits } from '../patch/apply.ts';
import { removalOf } from '../patch/lead.ts';
import { type PatchChange, PatchRefusal } from '../patch/model.ts';
import { elementAt } from '../patch/tags.ts';
import { type MarkedMention, mentionsIn } from '../queue/mentions.ts';
import type { SourceDocument } from '../source/document.ts';
import type { FileState } from '../store/files.ts';
import { readOrSkip } from '../store/readable.ts';
import type { Intended } from '../store/session.ts';
import type { Workbench } from '../workbench.ts';
import { combineChanges } from './decide.ts';
import type { FoundPlace } from './model.ts';
import { type BlockPosition, fileOffset, placeIn } from './place.ts';

/** The entry that a mark refers to. Throws a `PatchRefusal` where it refers to none of them. */
export function linkedEntry(workbench: Workbench, state: FileState, at: BlockPosition): string {
  const element = elementAt(state.document, fileOffset(workbench.blocks(state), at));
  const { byId } = workbench.registry.get();
  const refs = attribute(element, 'ref')?.split(/\s+/) ?? [];
  const id = refs.map((ref) => ref.replace(/^#/, '')).find((ref) => byId.has(ref));
  if (id === undefined) throw new PatchRefusal('this mark refers to no entry of the edition');
  return id;
}

/** The marks of all documents that refer to an entry, in the order of the edition. */
export function placesOfEntry(workbench: Workbench, id: string): FoundPlace[] {
  return [...workbench.documents.paths().keys()].flatMap((doc) => {
    const state = readOrSkip(workbench.session, workbench.pathOf(doc));
    if (!state) return [];
    const blocks = workbench.blocks(state);
    return mentionsIn(state.document, id).flatMap((mention): FoundPlace[] => {
      const place = placeIn(blocks, mention.start);
      return place ? [foundPlace(doc, state.hash, place, mention)] : [];
    });
  });
}

function foundPlace(
  doc: string,
  seen: string,
  at: FoundPlace['from'],
  { element, ref, words, before, after }: MarkedMention,
): FoundPlace {
  const mark = { at, element, ref };
  return { ...{ doc, seen, from: at, to: at, mark }, ...{ state: 'same', words, before, after } };
}

/**
 * Merges the entry `from` into `into`: its names become variants, what `into` does not state is
 * added to it, every pointer to it leads to `into`, and the entry goes.
 * @throws PatchRefusal where the entries contradict each other or cannot be edited.
 */
export async function mergeEntries(
  workbench: Workbench,
  from: string,
  into: string,
): Promise<Action> {
  const { edition, session, registry } = workbench;
  const { byId } = registry.get();
  const [gone, stays] = [entryNamed(byId, from), entryNamed(byId, into)];
  const kind = mergeableKind(gone, stays);
  const [goneFile, staysFile] = [
    session.read(resolve(gone.path)),
    session.read(resolve(stays.path)),
  ];
  const fromElement = entryElement(goneFile.document, from, kind);
  const intoElement = entryElement(staysFile.document, into, kind);
  const xml = inheritedBy(intoElement, fromElement, goneFile.document, kind);
  const grown = inherit(staysFile.document, intoElement, xml);
  const entries = new Map(byId);
  entries.delete(from);
  entries.set(into, entryAfter(staysFile.document, grown, into));
  const intended: Intended[] = [];
  const add = (state: FileState, change: PatchChange): void => {
    if (change.edits.length > 0)
      intended.push({ path: state.path, seen: state.hash, change: () => change });
  };
  for (const path of authorityFiles(edition)) {
    const state = readOrSkip(session, resolve(path));
    if (!state) continue;
    const isGone = state.path === goneFile.path;
    const changes = [
      relinkedPointers(state.document, from, into, isGone ? fromElement : undefined),
    ];
    if (state.path === staysFile.path) changes.push(grown);
    if (isGone) changes.push(removalOf(state.document, fromElement));
    add(state, combineChanges(changes));
  }
  for (const path of workbench.documents.paths().values()) {
    const state = readOrSkip(session, path);
    if (!state) continue;
    const { document } = state;
    const copy = [...walk(document.root)].find(
      (element) =>
        isTei(element, kind.entry) &&
        element.attributes.some(({ name, value }) => name === 'xml:id' && value === from),
    );
    const change = relinkedPointers(document, from, into, copy);
    if (change.edits.length > 0) add(state, withStandOff(document, change, entries));
  }
  const [merged, target] = [`${entryName(gone)} (${from})`, `${entryName(stays)} (${into})`];
  const why = `merges the ${kind.kind} ${merged} into ${target}`;
  const action = await session.apply(intended, { why });
  registry.forget();
  return action;
}

function entryNamed(byId: ReadonlyMap<string, AuthorityEntry>, id: string): AuthorityEntry {
  const entry = byId.get(id);
  if (!entry) throw new PatchRefusal(`there is no entry “${id}”`);
  return entry;
}

function mergeableKind(gone: AuthorityEntry, stays: AuthorityEntry): EntryKind {
  if (gone.id === stays.id) throw new PatchRefusal('an entry cannot be merged into itself');
  if (gone.kind !== stays.kind)
    throw new PatchRefusal(
      `${gone.id} is a ${gone.kind} and ${stays.id} a ${stays.kind}: only entries of one ` +
        `kind can be merged`,
    );
  const kind = entryKind(gone.kind);
  if (!kind || kind.kind === 'term')
    throw new PatchRefusal(`entries of the kind ${gone.kind} are merged in their authority file`);
  for (const { id, path } of [gone, stays])
    if (!path.endsWith('.xml'))
      throw new PatchRefusal(`${id} is in ${path}, which is not TEI: merge the rows there`);
  return kind;
}

/** The entry as documents will carry it. */
function entryAfter(document: SourceDocument, change: PatchChange, id: string): AuthorityEntry {
  const text = applyEdits(document.text, change.edits);
  const entry = entriesOfText(text, document.path).find((one) => one.id === id);
  if (!entry) throw new PatchRefusal(`the entry “${id}” cannot be read in ${document.path}`);
  return entry;
}
