/** A new entry, and the mark that refers to it, as one action. */
import { entryKind } from '../entries/kinds.ts';
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
import type { Intended } from '../store/session.ts';
import type { Workbench } from '../workbench.ts';
import { changeFor } from './change-for.ts';
import type { DocumentAction, NewEntryRequest } from './model.ts';

/** @throws Refusal where the entry has no name, or the mark cannot be made. */
export async function addEntryAndMark(
  workbench: Workbench,
  doc: string,
  seen: string,
  request: NewEntryRequest,
): Promise<{ readonly action: Action; readonly id: string }> {
  const kind = entryKind(request.kind);
  const name = request.name.replace(/\s+/g, ' ').trim();
  if (!kind) throw new PatchRefusal(`“${request.kind}” is no kind of entry`);
  if (name === '') throw new PatchRefusal('an entry needs a name');
  const { edition, session, registry } = workbench;
  const { byId } = registry.get();
  const entry: NewEntry = {
    ...{ kind, name, id: entryId(kind, name, byId) },
    description: request.description?.trim() ?? '',
    identifiers: request.identifiers ?? {},
  };
  const file = fileOf(kind, edition, byId);
  const link: DocumentAction | undefined = request.at
    ? { type: 'accept', at: request.at, ref: entry.id }
    : request.chosen && {
        ...{ type: 'mark', chosen: request.chosen, element: kind.mark, ref: entry.id },
      };
  const path = workbench.pathOf(doc);
  const entries = new Map([...byId, [entry.id, asEntry(entry, file)]]);
  const context = { ...workbench.context(session.seen(path, seen)), entries };
  const links: Intended[] = link ? [{ path, seen, change: () => changeFor(link, context) }] : [];
  ensureFile(file, kind);
  const { hash } = session.read(file);
  const why = `adds the ${kind.kind} ${name} (${entry.id})`;
  const action = await session.apply(
    [{ path: file, seen: hash, change: (document) => addEntry(document, entry) }, ...links],
    { why: link ? `${doc}: ${why}` : why },
  );
  registry.forget();
  return { action, id: entry.id };
}
