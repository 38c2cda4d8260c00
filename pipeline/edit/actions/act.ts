/** An action on one document: its change, what else it changes, and the decision that it states. */
import { foldedWords } from '../../core/text.ts';
import type { Action } from '../journal/model.ts';
import { elementAt } from '../patch/tags.ts';
import { rawTextOf } from '../source/reading-text.ts';
import type { Intended } from '../store/session.ts';
import type { Workbench } from '../workbench.ts';
import { rejectionsAt, sameMarksElsewhere } from './accept-proposal.ts';
import { newForm } from './add-form.ts';
import { type ActionContext, changeFor, sentenceFor } from './change-for.ts';
import { decisionOn } from './decision-on.ts';
import type { DocumentAction } from './model.ts';
import { fileOffset } from './place.ts';

export async function act(
  workbench: Workbench,
  doc: string,
  seen: string,
  action: DocumentAction,
): Promise<Action> {
  const { session, registry } = workbench;
  const path = workbench.pathOf(doc);
  const context = workbench.context(session.seen(path, seen));
  const sentence = sentenceFor(action, context);
  const decision = decisionOn(doc, action, context);
  const form = newForm(session, action, context);
  const done = await session.apply(
    [
      { path, seen, change: () => changeFor([action], context) },
      ...(form ? [form.intended] : []),
      ...alsoRejected(workbench, doc, action, context),
    ],
    { why: `${doc}: ${sentence}${form?.why ?? ''}`, ...(decision && { decision }) },
  );
  if (form) registry.forget();
  return done;
}

/** The marks of a name that is rejected in all documents, in the other documents. */
function alsoRejected(
  workbench: Workbench,
  doc: string,
  action: DocumentAction,
  context: ActionContext,
): Intended[] {
  if (action.type !== 'reject' || action.everywhere !== true) return [];
  const mark = elementAt(context.document, fileOffset(context.blocks, action.at));
  const words = foldedWords(rawTextOf(mark));
  const places = sameMarksElsewhere(workbench, doc, { words, element: mark.local });
  return rejectionsAt(places).map((one) => workbench.intended(one));
}
