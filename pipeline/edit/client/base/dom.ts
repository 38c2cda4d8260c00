/** Elements of the page, made from names, properties and children. Text never becomes markup. */

export type Child = Node | string | undefined | false;

type Properties = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/** `on…` properties are listeners; `true` is an attribute without value. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
}

let ids = 0;

export function freshId(): string {
  return `id${++ids}`;
}
