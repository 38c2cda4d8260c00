/** Which actions of a journal are in force, and which action undo and redo would revert. */
import type { Action, RejectedName } from './model.ts';

interface Undoable {
  readonly undo: Action | undefined;
  readonly redo: Action | undefined;
}

/** The last action in force, and the last undo. */
export function undoable(actions: readonly Action[]): Undoable {
  const inForce = idsInForce(actions);
  const undo = actions.findLast(({ id, undoes }) => undoes === undefined && inForce.has(id));
  const byId = new Map(actions.map((action) => [action.id, action]));
  // An undo can itself be undone until a new action is done.
  const redo = actions.findLast(
    (action) => inForce.has(action.id) && (action.undoes === undefined || isUndo(action, byId)),
  );
  return { undo, redo: redo?.undoes === undefined ? undefined : redo };
}

/** The row of the rejected names that an action, or the action it reverted, has added. */
export function rejectionOf(
  actions: readonly Action[],
  id: string,
): { readonly name: RejectedName; readonly inForce: boolean } | undefined {
  let action = actions.find((one) => one.id === id);
  while (action?.undoes !== undefined) {
    const { undoes }: Action = action;
    action = actions.find((one) => one.id === undoes);
  }
  const name = action?.decision?.rejected;
  return action && name ? { name, inForce: idsInForce(actions).has(action.id) } : undefined;
}

/** It reverts an action; reverting an undo does the action again. */
function isUndo({ undoes }: Action, byId: ReadonlyMap<string, Action>): boolean {
  const undone = undoes === undefined ? undefined : byId.get(undoes);
  return undoes !== undefined && (undone === undefined || !isUndo(undone, byId));
}

/** Actions that are done and not reverted; an action is in force again if its undo was reverted. */
export function idsInForce(actions: readonly Action[]): Set<string> {
  const inForce = new Set<string>();
  const taken = new Set<string>();
  for (const { id, undoes } of [...actions].reverse()) {
    if (taken.has(id)) continue;
    inForce.add(id);
    if (undoes !== undefined) taken.add(undoes);
  }
  return inForce;
}
