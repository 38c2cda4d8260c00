/** Attributes and classes of elements of parsed HTML. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

export function htmlAttribute({ attrs }: Tree.Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

export function htmlClasses(element: Tree.Element): ReadonlySet<string> {
  const value = htmlAttribute(element, 'class') ?? '';
  return new Set(value.split(/\s+/).filter((name) => name !== ''));
}

export function hasClass(element: Tree.Element, name: string): boolean {
  return htmlClasses(element).has(name);
}
