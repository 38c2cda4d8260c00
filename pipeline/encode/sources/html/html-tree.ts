/**
 * Access to the tree of HTML that parse5 returns.
 */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export type HtmlNode = Tree.ChildNode;
export type HtmlElement = Tree.Element;
export type HtmlParent = Tree.ParentNode;

export function isHtmlElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isHtmlText(node: HtmlNode): node is Tree.TextNode {
  return node.nodeName === '#text';
}

export function htmlAttribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

export function htmlClasses(element: HtmlElement): string[] {
  return (htmlAttribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/**
 * All elements below a node, in document order; without recursion, so that no depth of nesting can
 * overflow the stack.
 */
export function* htmlElementsBelow(parent: HtmlParent): Generator<HtmlElement> {
  const stack: HtmlNode[] = [...parent.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isHtmlElement(node)) continue;
    yield node;
    for (let at = node.childNodes.length - 1; at >= 0; at--)
      stack.push(node.childNodes[at] as HtmlNode);
  }
}

/** All text below a node. */
export function htmlText(parent: HtmlParent): string {
  const stack: HtmlNode[] = [...parent.childNodes].reverse();
  let text = '';
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isHtmlText(node)) text += node.value;
    else if (isHtmlElement(node)) {
      for (let at = node.childNodes.length - 1; at >= 0; at--)
        stack.push(node.childNodes[at] as HtmlNode);
    }
  }
  return text;
}

/** How deep the elements below a node are nested. */
export function depthOf(parent: HtmlParent): number {
  let deepest = 0;
  const stack: { node: HtmlParent; depth: number }[] = [{ node: parent, depth: 0 }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    deepest = Math.max(deepest, top.depth);
    for (const child of top.node.childNodes)
      if (isHtmlElement(child)) stack.push({ node: child, depth: top.depth + 1 });
  }
  return deepest;
}
