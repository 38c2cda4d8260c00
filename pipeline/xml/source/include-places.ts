/** The target of an include, and the places of its parts in their files. */
import { dirname, relative, resolve, sep } from 'node:path';
import { type Finding, shownPath } from '../../core/finding.ts';
import { hasScheme } from '../../core/text.ts';
import { readXml, type XmlElement } from '../read.ts';

export interface IncludeSpot {
  readonly start: number;
  readonly startEnd: number;
  readonly end: number;
  readonly name: string;
  /** All prefixes that are bound there. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly hasBase: boolean;
}

/** The element that a pointer names; the root if there is no pointer. */
export function includeSpot(
  text: string,
  path: string,
  xpointer: string,
): IncludeSpot | { readonly why: string } {
  const wanted = pointerOf(xpointer);
  if (!wanted)
    return { why: `is named by ${xpointer}, but only an xml:id and element(/1/2) are understood` };
  const open: {
    element: XmlElement;
    counted: number;
    namespaces: Record<string, string>;
    steps: readonly number[];
  }[] = [];
  let anchor: readonly number[] | undefined = wanted.id === undefined ? [] : undefined;
  let hit: { depth: number; spot: Omit<IncludeSpot, 'end'> } | undefined;
  let found: IncludeSpot | undefined;
  readXml(
    { path: shownPath(path), content: text },
    {
      open(element) {
        const parent = open.at(-1);
        if (parent) parent.counted += 1;
        const ordinal = parent?.counted ?? 1;
        const steps = [...(parent?.steps ?? []), ordinal];
        const namespaces = { ...parent?.namespaces, ...element.namespaces };
        open.push({ element, counted: 0, namespaces, steps });
        const id = element.attributes.find(({ name }) => name === 'xml:id')?.value.trim();
        if (anchor === undefined && id !== undefined && id === wanted.id) anchor = steps;
        if (hit || !anchor || String(steps) !== String([...anchor, ...wanted.steps])) return;
        const hasBase = element.attributes.some(({ name }) => name === 'xml:base');
        const { start, startEnd, name } = element;
        hit = { depth: open.length, spot: { start, startEnd, name, namespaces, hasBase } };
      },
      close(_element, end) {
        if (hit && !found && open.length === hit.depth) found = { ...hit.spot, end };
        open.pop();
      },
    },
  );
  return found ?? { why: `has no element ${xpointer}` };
}

/** `#x`, `x`, `element(x/1/2)`, `element(/1/2)`, `xpointer(id('x'))`. */
function pointerOf(
  xpointer: string,
): { id: string | undefined; steps: readonly number[] } | undefined {
  if (xpointer === '') return { id: undefined, steps: [1] };
  const [, inner] = /^element\(\s*([^()]*?)\s*\)$/.exec(xpointer) ?? [];
  const byId = /^xpointer\(\s*id\(\s*["']([^"']+)["']\s*\)\s*\)$/.exec(xpointer)?.[1];
  const pointed = byId ?? inner ?? xpointer.replace(/^#/, '');
  const [, id = '', steps = ''] = /^([^/()\s]*)((?:\/\d+)*)$/.exec(pointed) ?? [];
  if (id === '' && steps === '') return undefined;
  if (inner === undefined && steps !== '') return undefined;
  const numbers = steps.split('/').slice(1).map(Number);
  return { id: id === '' ? undefined : id, steps: numbers };
}

export function notIncluded(
  at: { path: string; line: number; column: number },
  element: XmlElement,
  why: string,
  hasFallback: boolean,
): Finding {
  const href = element.attributes.find(({ name }) => name === 'href')?.value;
  const named = href === undefined || href === '' ? 'a part of the file itself' : href;
  const instead = hasFallback
    ? 'its xi:fallback is shown instead'
    : 'the page says that it is missing';
  const message = `${named} cannot be included here (XInclude), since it ${why}; ${instead}`;
  return {
    ...at,
    severity: hasFallback ? 'warning' : 'error',
    rule: 'check/not-included',
    message,
  };
}

/**
 * A place below `root` that `href` leads to from `from`; not an address on the web, nothing hidden.
 */
export function placeNamed(
  href: string,
  from: string,
  root: string,
): { path: string } | { why: string } {
  if (hasScheme(href) || href.startsWith('//'))
    return { why: 'would be fetched from elsewhere; put a copy into the edition’s folder' };
  if (href.includes('#')) return { why: 'names a part by #; name it by the attribute xpointer' };
  let name: string;
  try {
    name = decodeURIComponent(href.replace(/\?.*$/, ''));
  } catch {
    name = href;
  }
  if (name.includes('\0')) return { why: 'is not a name of a file' };
  const path = resolve(dirname(from), name);
  const inside = relative(root, path);
  if (
    name.startsWith('/') ||
    inside === '' ||
    inside.startsWith('..') ||
    resolve(inside) === inside
  )
    return { why: 'is outside the edition’s folder; put it there' };
  if (inside.split(sep).some((step) => step.startsWith('.')))
    return { why: 'is hidden; put it in a visible place' };
  return { path };
}
