/** A new entry, and the marks that refer to it, as one action. */
import { foldedWords } from '../../core/text.ts';
import { type EntryKind, entryKind } from '../entries/kinds.ts';
import {
  addEntry,
  asEntry,
  ensureFile,
  entryId,
  fileOf,
  type NewEntry,
} from '../entries/new-entry.ts';
import type { Action } from '../journal/model.ts';
import { PatchRefusal } from '../patch/model.ts';
import { resemblesEntry } from '../queue/candidates.ts';
import type { Workbench } from '../workbench.ts';
import { marksByDocument } from './everywhere.ts';
import type { DocumentActions, FoundPlace, NewEntryRequest } from './model.ts';

/** @throws Refusal where the entry has no name, or the mark cannot be made. */
export async function addEntryAndMark(
  workbench: Workbench,
  doc: string,
  seen: string,
  request: NewEntryRequest,
): Promise<AddedEntry> {
  const { at, chosen } = request;
  return add(workbench, request, doc, ({ id, kind }) => {
    if (at) return [{ doc, seen, actions: [{ type: 'accept', at, ref: id }] }];
    if (!chosen) return [];
    return [{ doc, seen, actions: [{ type: 'mark', chosen, element: kind.mark, ref: id }] }];
  });
}

/** A new entry that gets mentions of another one: two persons stood under one entry. */
export async function splitEntry(
  workbench: Workbench,
  request: NewEntryRequest,
  places: readonly FoundPlace[],
): Promise<AddedEntry> {
  if (places.length === 0) throw new PatchRefusal('no mention was chosen');
  const docs = [...new Set(places.map(({ doc }) => doc))];
  const where = docs.length === 1 ? (docs[0] as string) : `${docs.length} documents`;
  return add(workbench, request, where, ({ id, kind }) => marksByDocument(places, kind.mark, id));
}

export interface AddedEntry {
  readonly action: Action;
  readonly id: string;
}

/** `linksTo`: the marks that refer to the entry. */
async function add(
  workbench: Workbench,
  request: NewEntryRequest,
  where: string,
  linksTo: (entry: NewEntry) => readonly DocumentActions[],
): Promise<AddedEntry> {
  const kind = entryKind(request.kind);
  const name = foldedWords(request.name);
  if (!kind) throw new PatchRefusal(`“${request.kind}” is not a kind of entry`);
  if (name === '') throw new PatchRefusal('an entry needs a name');
  const { edition, session, registry } = workbench;
  const { byId } = registry.get();
  const entry: NewEntry = {
    ...{ kind, name, id: entryId(kind, name, byId) },
    description: request.description?.trim() ?? '',
    identifiers: request.identifiers ?? {},
    variants: variantsOf(kind, name, request.variants ?? []),
  };
  const file = fileOf(kind, edition, byId);
  const entries = new Map([...byId, [entry.id, asEntry(entry, file)]]);
  const links = linksTo(entry).map((one) => workbench.intended(one, entries));
  ensureFile(file, kind);
  const { hash } = session.read(file);
  const why = `adds the ${kind.kind} ${name} (${entry.id})`;
  const action = await session.apply(
    [{ path: file, seen: hash, change: (document) => addEntry(document, entry) }, ...links],
    { why: links.length > 0 ? `${where}: ${why}` : why },
  );
  registry.forget();
  return { action, id: entry.id };
}

/**
 * Forms that the encoder would not find by the name: of a person neither the surname alone nor a
 * form without some forenames.
 */
function variantsOf(kind: EntryKind, name: string, forms: readonly string[]): string[] {
  const entry = asEntry(
    { id: 'x', kind, name, description: '', identifiers: {}, variants: [] },
    'x.xml',
  );
  return forms
    .map((form) => foldedWords(form))
    .filter((form) => form !== '' && form !== name && form !== `${name}s`)
    .filter((form) => kind.kind !== 'person' || !resemblesEntry(form, entry));
}
