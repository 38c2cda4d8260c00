/**
 * Divisions from headings without a stated rank: the rank is inferred from the form and the order
 * of headings.
 */
import type { Passage } from '../../engine/model.ts';
import type { Division, TreePart } from '../../engine/tree.ts';
import { addedText } from './lines/enclosures.ts';
import { headingStyle } from './lines/kinds.ts';

/**
 * How many ranks headings have. Deeper nesting of successive headings is a list of names or a form,
 * with lines that are siblings.
 */
const MOST_RANKS = 8;

export interface Heading {
  readonly kind: 'heading';
  readonly passage: Passage;
}

interface OpenDivision {
  readonly style: string;
  readonly type?: string;
  readonly head: Passage;
  readonly parts: TreePart[];
}

/**
 * Makes divisions of headings. A heading right under another one opens a rank below it; one of a
 * style that is open already closes everything down to that style; any other is a sibling of the
 * innermost. An attachment is a sibling of the document's own divisions and contains everything up
 * to the next.
 */
export function divisionsOfHeadings(flat: readonly (TreePart | Heading)[]): TreePart[] {
  const top: TreePart[] = [];
  const open: OpenDivision[] = [];
  const into = () => open.at(-1)?.parts ?? top;
  const close = (depth: number) => {
    while (open.length > depth) {
      const { head, parts, type } = open.pop() as OpenDivision;
      into().push({
        kind: 'division',
        ...(type === undefined ? {} : { type }),
        head,
        parts,
      } satisfies Division);
    }
  };
  for (const part of flat) {
    if (part.kind !== 'heading') {
      into().push(part);
      continue;
    }
    const type = addedText(part.passage.text);
    const style = headingStyle(part.passage.text);
    const innermost = open.at(-1);
    const subordinate = innermost?.parts.every(({ kind }) => kind === 'page') === true;
    if (type !== undefined) close(0);
    else if (!subordinate || open.length >= MOST_RANKS) {
      const same = open.findLastIndex((division) => division.style === style);
      const added = open.findLastIndex((division) => division.type !== undefined);
      close(Math.max(same, added + 1, same >= 0 ? 0 : open.length - 1));
    }
    open.push({ style, ...(type === undefined ? {} : { type }), head: part.passage, parts: [] });
  }
  close(0);
  return top;
}
