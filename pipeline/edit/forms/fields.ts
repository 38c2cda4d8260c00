/**
 * The header of a document as fields of a form: only elements without child elements can be edited
 * here.
 */
import { foldedWords } from '../../core/text.ts';
import { attribute, elementsIn, isTei, type TreeElement, walk } from '../../xml/tree.ts';
import { childrenAndRuns, isElementNode, type SourceDocument } from '../source/document.ts';
import { rawTextOf } from '../source/reading-text.ts';

export interface Field {
  /** Offset of the element. */
  readonly offset: number;
  readonly element: string;
  /** Part of the header: `titleStmt`, `correspAction sent`. */
  readonly part: string;
  readonly words: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether it contains words only. */
  readonly isPlain: boolean;
}

/** Parts of the header that an editor fills in. */
const PARTS = [
  'titleStmt',
  'correspAction',
  'creation',
  'msIdentifier',
  'origin',
  'langUsage',
  'keywords',
  'abstract',
] as const;

export function headerForm({ root, text }: SourceDocument): Field[] {
  const header = elementsIn(root).find((element) => isTei(element, 'teiHeader'));
  if (!header) return [];
  return [...walk(header)]
    .filter((element) => isTei(element, ...PARTS))
    .flatMap((part) => elementsIn(part).map((element) => fieldOf(element, part, text)));
}

function fieldOf(element: TreeElement, part: TreeElement, text: string): Field {
  const type = attribute(part, 'type');
  return {
    offset: element.start,
    element: element.local,
    part: type === undefined ? part.local : `${part.local} ${type}`,
    words: foldedWords(rawTextOf(element)),
    attributes: Object.fromEntries(element.attributes.map(({ name, value }) => [name, value])),
    isPlain: childrenAndRuns(element, text).every(
      (node) => !isElementNode(node) && node.kind === 'text',
    ),
  };
}
