/** One decision for all places with the same words, in one document or in the edition. */
import type { Action } from '../journal/model.ts';
import { type OccurrenceSearch, occurrencesOf } from '../queue/everywhere.ts';
import { readOrSkip } from '../store/readable.ts';
import type { Workbench } from '../workbench.ts';
import type { DocumentAction, DocumentActions, FoundPlace } from './model.ts';
import { placeIn } from './place.ts';

/** `docs`: the documents that are searched; those that cannot be read are skipped. */
export function findEverywhere(
  workbench: Workbench,
  docs: readonly string[],
  search: OccurrenceSearch,
): FoundPlace[] {
  return docs.flatMap((doc) => {
    const state = readOrSkip(workbench.session, workbench.pathOf(doc));
    if (!state) return [];
    const found = occurrencesOf(state.document, search);
    if (found.length === 0) return [];
    const blocks = workbench.blocks(state);
    return found.flatMap(({ start, end, mark, ...rest }): FoundPlace[] => {
      const from = placeIn(blocks, start);
      const to = placeIn(blocks, end);
      const at = mark && placeIn(blocks, mark.at);
      if (!from || !to || from.block !== to.block) return [];
      return [
        {
          ...{ doc, seen: state.hash, from, to, ...rest },
          ...(mark && at && { mark: { ...mark, at } }),
        },
      ];
    });
  });
}

/** Marks the chosen places and links them; one undo reverts all of them. */
export async function markEverywhere(
  workbench: Workbench,
  chosen: readonly FoundPlace[],
  { element, ref }: { readonly element: string; readonly ref?: string },
): Promise<Action> {
  const docs = new Set(chosen.map(({ doc }) => doc)).size;
  const words = [...new Set(chosen.map((place) => place.words))].slice(0, 3).join('”, “');
  const as = ref === undefined ? element : `#${ref}`;
  const where = docs === 1 ? `${chosen[0]?.doc}` : `${docs} documents`;
  const why = `${where}: marks “${words}” as ${as} in ${chosen.length} places`;
  return workbench.actTogether(marksByDocument(chosen, element, ref), why);
}

/** What marks the chosen places, one value for each document. */
export function marksByDocument(
  chosen: readonly FoundPlace[],
  element: string,
  ref: string | undefined,
): DocumentActions[] {
  const byDocument = new Map<string, { doc: string; seen: string; actions: DocumentAction[] }>();
  for (const place of chosen) {
    const key = `${place.doc}\n${place.seen}`;
    const entry = byDocument.get(key) ?? { doc: place.doc, seen: place.seen, actions: [] };
    entry.actions.push(actionFor(place, element, ref));
    byDocument.set(key, entry);
  }
  return [...byDocument.values()];
}

function actionFor(
  { from, to, mark }: FoundPlace,
  element: string,
  ref: string | undefined,
): DocumentAction {
  const pointer = ref === undefined ? {} : { ref };
  if (!mark) return { type: 'mark', chosen: { from, to }, element, ...pointer };
  if (ref !== undefined) return { type: 'accept', at: mark.at, ref };
  return { type: 'retag', at: mark.at, element };
}
