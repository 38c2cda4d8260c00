/** The grid of a collation in the workbench: what it shows, and a decision as one action. */
import type { Action } from '../journal/model.ts';
import { PatchRefusal } from '../patch/model.ts';
import { responsibleIn } from '../store/responsible.ts';
import type { Workbench } from '../workbench.ts';
import { gridOf } from './grid.ts';
import type { GridDecision, GridView } from './model.ts';

/** `near`: a column of the part that is shown. Throws a `PatchRefusal` or an `InputError`. */
export async function gridView(
  { collations }: Workbench,
  file: string,
  near: number,
): Promise<GridView> {
  const { aligned, seen } = await collations.get(file);
  return { file, seen, ...gridOf(aligned, near) };
}

/** Throws a `PatchRefusal` or an `InputError`, and writes nothing, if it is not possible. */
export async function decideGrid(
  { collations, session, edition }: Workbench,
  file: string,
  seen: string,
  decision: GridDecision,
): Promise<Action> {
  const header = session.read(edition.header).document;
  const resp = responsibleIn(header, session.who) ?? session.who;
  const { change, why } = await collations.changeFor(file, seen, decision, resp);
  if (change.added.length + change.removed.length === 0)
    throw new PatchRefusal('nothing was decided');
  return session.apply([], { why, collation: { file, ...change } });
}
