/**
 * The notes and the entries of the apparatus of a document, by the anchors that the text refers to.
 */
import { type TextElement, type TextNode, textElementsBelow, textTree } from './text-tree.ts';

export interface Called {
  /** The number in the source or the edition; empty for an entry of the apparatus. */
  readonly number: string;
  readonly children: readonly TextNode[];
}

/** By anchor, in the order of the page. */
export function notesIn(html: string): ReadonlyMap<string, Called> {
  return itemsIn(html, (item) => {
    const number = child(item, 'note-number');
    return {
      number: number ? words(number) : '',
      children: child(item, 'note-text')?.children ?? item.children,
    };
  });
}

/** `byLine`: the page numbers the lines, so the number of the paragraph is not repeated. */
export function apparatusIn(html: string, byLine: boolean): ReadonlyMap<string, Called> {
  return itemsIn(html, ({ children }) => ({
    number: '',
    children: byLine ? children.filter((one) => !has(one, 'loc')) : children,
  }));
}

function itemsIn(html: string, of: (item: TextElement) => Called): ReadonlyMap<string, Called> {
  const items = new Map<string, Called>();
  for (const item of textTree(html)) {
    if (typeof item === 'string' || item.name !== 'li') continue;
    const anchor = item.attributes.get('id');
    if (anchor !== undefined && !items.has(anchor)) items.set(anchor, of(item));
  }
  return items;
}

function child({ children }: TextElement, name: string): TextElement | undefined {
  return children.find((one): one is TextElement => has(one, name));
}

function has(node: TextNode, name: string): node is TextElement {
  return typeof node !== 'string' && node.classes.has(name);
}

function words({ children }: TextElement): string {
  return children
    .filter((one) => typeof one === 'string')
    .join('')
    .trim();
}

/** Whether the source numbers its own lines, so that the page need not. */
export function hasLineNumbers(nodes: readonly TextNode[]): boolean {
  for (const { classes } of textElementsBelow(nodes)) if (classes.has('line-number')) return true;
  return false;
}
