/** An editor's decisions about names, as changes of a document. */
import type { AuthorityEntry } from '../../authorities/model.ts';
import { EDITABLE_KINDS, kindOfMark } from '../entries/kinds.ts';
import { operationChange } from '../patch/change.ts';
import { type Attributes, type PatchChange, PatchRefusal } from '../patch/model.ts';
import { elementAt } from '../patch/tags.ts';
import type { SourceDocument } from '../source/document.ts';
import { responsibleIn } from '../store/responsible.ts';

export type KnownEntries = ReadonlyMap<string, AuthorityEntry>;

/** Names who decided, and removes the mark of a guess. */
export function decidedBy(document: SourceDocument, editor: string): Attributes {
  return { cert: undefined, resp: responsibleIn(document, editor) };
}

/** The mark is right and refers to this entry; without `ref` its entry stays. */
export function accept(
  document: SourceDocument,
  at: number,
  ref: string | undefined,
  entries: KnownEntries,
  editor: string,
): PatchChange {
  const element = elementAt(document, at);
  const entry = ref === undefined ? undefined : entries.get(ref);
  if (ref !== undefined && !entry) throw new PatchRefusal(`there is no entry “${ref}”`);
  const pointer: Attributes = ref === undefined ? {} : { ref: `#${ref}` };
  const mark = entry && EDITABLE_KINDS.find(({ kind }) => kind === entry.kind)?.mark;
  const attributes = { ...pointer, ...decidedBy(document, editor) };
  const isOther = mark !== undefined && kindOfMark(element.local) && mark !== element.local;
  return isOther
    ? operationChange(document, { op: 'retag', at, element: mark, attributes })
    : operationChange(document, { op: 'attributes', at, attributes });
}

/** Joins several changes of one document. */
export function combineChanges(changes: readonly PatchChange[]): PatchChange {
  return {
    edits: changes.flatMap(({ edits }) => edits),
    textChanges: changes.flatMap(({ textChanges }) => textChanges),
  };
}
