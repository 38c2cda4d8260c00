/** Decisions about proposed entries and about names that are not marked. */
import { foldedWords } from '../../core/text.ts';
import { kindOfMark } from '../entries/kinds.ts';
import type { Action } from '../journal/model.ts';
import { PatchRefusal } from '../patch/model.ts';
import { placesOf } from '../proposals/places.ts';
import { readOrSkip } from '../store/readable.ts';
import type { Workbench } from '../workbench.ts';
import { type AddedEntry, splitEntry } from './add-entry.ts';
import { findEverywhere } from './everywhere.ts';
import type { DocumentAction, DocumentActions, FoundPlace } from './model.ts';
import { placeIn } from './place.ts';

/** Makes the entry and links all its mentions that no one has decided yet, as one action. */
export async function acceptProposal(workbench: Workbench, id: string): Promise<AddedEntry> {
  const group = workbench.proposals.group(id);
  if (!group)
    throw new PatchRefusal('this proposal is no longer there; the document is shown again');
  const { proposal, names } = group;
  if (workbench.registry.get().byId.has(id))
    throw new PatchRefusal(`there is an entry “${id}” already; choose it among the candidates`);
  const docs = [...new Set(names.map(({ passage }) => passage.document))];
  const places = docs.flatMap((doc) =>
    placesIn(
      workbench,
      doc,
      names.filter(({ passage }) => passage.document === doc).map((name) => ({ name })),
    ),
  );
  const { kind, name, forms } = proposal;
  return splitEntry(workbench, { kind, name, variants: forms }, places);
}

function placesIn(
  workbench: Workbench,
  doc: string,
  names: Parameters<typeof placesOf>[1],
): FoundPlace[] {
  const path = workbench.documents.paths().get(doc);
  const state = path === undefined ? undefined : readOrSkip(workbench.session, path);
  if (!state) return [];
  const blocks = workbench.blocks(state);
  return [...placesOf(state.document, names).values()].flatMap(
    ({ start, end, mark, ...rest }): FoundPlace[] => {
      if (mark?.ref !== undefined) return [];
      const [from, to] = [placeIn(blocks, start), placeIn(blocks, end)];
      const at = mark && placeIn(blocks, mark.at);
      if (!from || !to || from.block !== to.block || (mark && !at)) return [];
      const found = { doc, seen: state.hash, from, to, ...rest };
      return [{ ...found, ...(mark && at && { mark: { ...mark, at } }) }];
    },
  );
}

/** The words are no name: nothing is marked, the rejection is stored. */
export async function dismissName(
  workbench: Workbench,
  doc: string,
  { words, element, everywhere }: { words: string; element: string; everywhere: boolean },
): Promise<Action> {
  const form = foldedWords(words);
  const kind = kindOfMark(element)?.kind ?? '*';
  if (form === '') throw new PatchRefusal('there are no words to reject');
  const document = everywhere ? '*' : doc;
  const rejected = { kind, form, document, reason: `rejected in ${doc}` };
  return workbench.session.apply([], {
    why: `${doc}: “${form}” is not a name of this kind`,
    decision: { kind: element, outcome: 'rejected', rejected },
  });
}

/** The marks with the same words and without an entry in the other documents: they go too. */
export function sameMarksElsewhere(
  workbench: Workbench,
  doc: string,
  { words, element }: { readonly words: string; readonly element: string },
): FoundPlace[] {
  const others = [...workbench.documents.paths().keys()].filter((one) => one !== doc);
  return findEverywhere(workbench, others, { forms: [words], element }).filter(
    ({ state, mark }) => state === 'unlinked' && mark?.element === element,
  );
}

/** What removes the marks at the places, one value for each document. */
export function rejectionsAt(places: readonly FoundPlace[]): DocumentActions[] {
  const byDocument = new Map<string, { doc: string; seen: string; actions: DocumentAction[] }>();
  for (const { doc, seen, mark } of places) {
    if (!mark) continue;
    const entry = byDocument.get(doc) ?? { doc, seen, actions: [] };
    entry.actions.push({ type: 'reject', at: mark.at });
    byDocument.set(doc, entry);
  }
  return [...byDocument.values()];
}
