/** All elements of a page, with their attributes, whatever is in them. */
import { parse } from 'parse5';

interface ParsedNode {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly ParsedNode[];
}

export function* elementsOf(
  html: string,
): Generator<ParsedNode & { attrs: NonNullable<ParsedNode['attrs']> }> {
  const waiting: ParsedNode[] = [parse(html) as unknown as ParsedNode];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.attrs) yield { ...node, attrs: node.attrs };
    waiting.push(...(node.childNodes ?? []));
  }
}
