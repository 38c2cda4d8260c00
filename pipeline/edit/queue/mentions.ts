/** The marks of a document that refer to one entry. */
import { foldSpace } from '../../core/text.ts';
import { attribute, isTei, walk } from '../../xml/tree.ts';
import { EDITABLE_KINDS } from '../entries/kinds.ts';
import type { SourceDocument } from '../source/document.ts';
import { decodeReferences, rawTextOf } from '../source/reading-text.ts';
import { isShown } from '../source/roles.ts';

export interface MarkedMention {
  /** Offset of the start tag. */
  readonly start: number;
  readonly element: string;
  readonly ref: string;
  readonly words: string;
  /** Words of the same passage around it. */
  readonly before: string;
  readonly after: string;
}

/** Characters of the passage that are shown on each side. */
const CONTEXT = 60;

const MARKS = [...EDITABLE_KINDS.map(({ mark }) => mark), 'name', 'rs'];

/** In the order of the text. */
export function mentionsIn({ root, text }: SourceDocument, id: string): MarkedMention[] {
  const found: MarkedMention[] = [];
  for (const element of walk(root, isShown)) {
    const ref = attribute(element, 'ref');
    if (ref === undefined || !ref.split(/\s+/).includes(`#${id}`)) continue;
    if (!isTei(element, ...MARKS) || !isShown(element)) continue;
    const { start, end, local, parent } = element;
    const around = parent ?? element;
    found.push({
      ...{ start, ref, element: local, words: foldSpace(rawTextOf(element)) },
      before: bare(text.slice(around.startEnd, start)).slice(-CONTEXT),
      after: bare(text.slice(end, around.contentEnd)).slice(0, CONTEXT),
    });
  }
  return found;
}

function bare(markup: string): string {
  return foldSpace(decodeReferences(markup.replace(/<[^>]*>/g, '')));
}
