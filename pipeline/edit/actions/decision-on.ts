/** The decision on a guess that an action takes, for the journal. */
import { foldedWords } from '../../core/text.ts';
import { kindOfMark } from '../entries/kinds.ts';
import type { JournalDecision } from '../journal/model.ts';
import { elementAt } from '../patch/tags.ts';
import { rawTextOf } from '../source/reading-text.ts';
import type { ActionContext } from './change-for.ts';
import type { DocumentAction } from './model.ts';
import { fileOffset } from './place.ts';

/** Undefined if the action neither accepts nor rejects a mark. */
export function decisionOn(
  doc: string,
  action: DocumentAction,
  context: ActionContext,
): JournalDecision | undefined {
  if (action.type !== 'accept' && action.type !== 'reject') return undefined;
  const element = elementAt(context.document, fileOffset(context.blocks, action.at));
  const was = element.attributes.find(({ name }) => name === 'ref')?.value;
  if (action.type === 'accept') {
    const isChanged = action.ref !== undefined && was !== undefined && was !== `#${action.ref}`;
    return { kind: element.local, outcome: isChanged ? 'changed' : 'accepted' };
  }
  const kind = kindOfMark(element.local)?.kind;
  const rejected = {
    kind: kind === undefined || kind === 'term' ? '*' : kind,
    form: foldedWords(rawTextOf(element)),
    document: action.everywhere === true ? '*' : doc,
    reason: `rejected in ${doc}`,
  };
  return { kind: element.local, outcome: 'rejected', rejected };
}
