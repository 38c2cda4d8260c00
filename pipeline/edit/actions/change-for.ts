/** Turns an action of the browser into a change of a document, and a sentence that describes it. */

import { foldedWords, foldSpace, shortened } from '../../core/text.ts';
import { withStandOff } from '../entries/stand-off.ts';
import { setStatus } from '../forms/status.ts';
import { operationChange } from '../patch/change.ts';
import { type Attributes, type Operation, type PatchChange, PatchRefusal } from '../patch/model.ts';
import { repairRange } from '../patch/range.ts';
import { elementAt } from '../patch/tags.ts';
import type { EditorBlock } from '../render/blocks.ts';
import type { SourceDocument } from '../source/document.ts';
import { rawTextOf } from '../source/reading-text.ts';
import { editorNamed, responsibleIn } from '../store/responsible.ts';
import { accept, combineChanges, decidedBy, type KnownEntries } from './decide.ts';
import type { Chosen, DocumentAction, GivenAttributes } from './model.ts';
import { type BlockPosition, fileOffset, fileOffsets } from './place.ts';

export interface ActionContext {
  readonly document: SourceDocument;
  readonly blocks: readonly EditorBlock[];
  readonly entries: KnownEntries;
  /** W3C day. */
  readonly day: string;
  /** The editor's name. */
  readonly who: string;
}

/**
 * The change that actions make together, with the entries that the document needs then.
 * @throws Refusal where one of them cannot be done.
 */
export function changeFor(actions: readonly DocumentAction[], context: ActionContext): PatchChange {
  const at = fileOffsets(context.blocks);
  const changes = actions.map((action) => ownChange(action, context, at));
  const change = changes.length === 1 ? (changes[0] as PatchChange) : combineChanges(changes);
  return withStandOff(context.document, change, context.entries);
}

/** The change of the mark alone. */
function ownChange(
  action: DocumentAction,
  context: ActionContext,
  at: (place: BlockPosition) => number,
): PatchChange {
  const { document, entries, day } = context;
  const range = ({ from, to }: Chosen) => ({ start: at(from), end: at(to) });
  const own = decidedBy(document, context.who);
  const resp = own['resp'] === undefined ? {} : { resp: own['resp'] };
  const run = (operation: Operation): PatchChange => operationChange(document, operation);
  switch (action.type) {
    case 'accept':
      return accept(document, at(action.at), action.ref, entries, context.who);
    case 'reject':
      return run({ op: 'unwrap', at: at(action.at) });
    case 'mark': {
      const ref = action.ref === undefined ? {} : { ref: `#${action.ref}` };
      const attributes = { ...ref, ...given(action.attributes), ...resp };
      return run({ op: 'wrap', element: action.element, range: range(action.chosen), attributes });
    }
    case 'retag':
      return run({
        op: 'retag',
        at: at(action.at),
        element: action.element,
        attributes: { ...given(action.attributes), ...own },
      });
    case 'attributes':
      return run({ op: 'attributes', at: at(action.at), attributes: given(action.attributes) });
    case 'unwrap':
      return run({ op: 'unwrap', at: at(action.at) });
    case 'words':
      return run({ op: 'words', range: range(action.chosen), words: action.words });
    case 'correction':
      return run({
        op: 'correction',
        range: range(action.chosen),
        words: action.words,
        attributes: resp,
      });
    case 'insert':
      return run({
        op: 'insert',
        at: at(action.at),
        element: action.element,
        words: action.words ?? '',
        attributes: { ...given(action.attributes), ...resp },
      });
    case 'split':
      return run({ op: 'split', at: at(action.at) });
    case 'join':
      return run({ op: 'join', at: at({ block: action.block, offset: 0 }) });
    case 'status': {
      const { status, passage } = action;
      // Only the second reader must be named.
      const who =
        status === 'checked'
          ? editorNamed(document, context.who)
          : responsibleIn(document, context.who);
      return setStatus(document, { status, day, who, ...(passage !== undefined && { passage }) });
    }
    case 'field':
      return run({ op: 'content', at: action.offset, words: action.words });
    default:
      throw new PatchRefusal('this is not an action on a document');
  }
}

function given(attributes: GivenAttributes = {}): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => {
      if (!/^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/.test(name))
        throw new PatchRefusal(`“${name}” is not a name of an attribute`);
      return [name, value ?? undefined];
    }),
  );
}

/** The words that an action changes, for the sentence in the journal and for the preview. */
export function actionWords(action: DocumentAction, { document, blocks }: ActionContext): string[] {
  const shown = (start: number, end: number): string =>
    foldSpace(document.text.slice(start, end).replace(/<[^>]*>/g, ''));
  if ('chosen' in action) {
    const { from, to } = action.chosen;
    const range = { start: fileOffset(blocks, from), end: fileOffset(blocks, to) };
    if (action.type === 'words') return [shown(range.start, range.end)];
    const { ranges } = repairRange(document, range, false);
    return ranges.map(({ start, end }) => shown(start, end));
  }
  if ('at' in action && ['accept', 'reject', 'retag', 'attributes', 'unwrap'].includes(action.type))
    return [foldedWords(rawTextOf(elementAt(document, fileOffset(blocks, action.at))))];
  return [];
}

/** As a sentence of a commit, without the document's name. */
export function sentenceFor(action: DocumentAction, context: ActionContext): string {
  const words = `“${shortened(actionWords(action, context).join(' … '), 60)}”`;
  switch (action.type) {
    case 'accept':
      return action.ref === undefined ? `confirms ${words}` : `${words} is #${action.ref}`;
    case 'reject':
      return `${words} is not a name of this kind`;
    case 'mark':
      return `marks ${words} as ${action.ref === undefined ? action.element : `#${action.ref}`}`;
    case 'retag':
      return `${words} is a ${action.element}`;
    case 'attributes':
      return `changes the mark of ${words}`;
    case 'unwrap':
      return `removes the mark of ${words}`;
    case 'words':
      return `writes “${shortened(action.words, 60)}” for ${words}`;
    case 'correction':
      return `corrects ${words} to “${shortened(action.words, 60)}”`;
    case 'insert':
      return `adds a ${action.element}`;
    case 'split':
      return 'divides a passage';
    case 'join':
      return 'joins two passages';
    case 'status':
      return `${action.passage ?? 'the document'} is ${action.status}`;
    case 'field':
      return `writes “${shortened(action.words, 60)}” in the header`;
  }
}
