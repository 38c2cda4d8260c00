/**
 * Resolves the phases and abstract patterns of a schema (ISO/IEC 19757-3, 5.4.11 and 5.4.7); plain
 * patterns remain.
 *
 * Takes the root of a schema, its includes resolved. Returns the same as a new tree with the
 * patterns of its default phase, in which each pattern with `is-a` is the abstract one with its
 * parameters inserted.
 */
import { attribute, elementsIn, type TreeElement } from '../tree.ts';
import { isSch, type SchemaSource } from './schema-file.ts';

/** `source`: receives the findings. */
export function plainPatterns(source: SchemaSource): TreeElement {
  const { root } = source;
  const all = elementsIn(root).filter((child) => isSch(child, 'pattern'));
  const abstract = new Map(
    all
      .filter((one) => attribute(one, 'abstract') === 'true')
      .map((one) => [attribute(one, 'id') ?? '', one]),
  );
  const phase = activePhase(source);
  const active =
    phase && new Set(elementsIn(phase).flatMap((one) => attribute(one, 'pattern') ?? []));
  const children = root.children.flatMap((child) => {
    if (typeof child === 'string' || !isSch(child, 'pattern')) return [child];
    const id = attribute(child, 'id');
    if (attribute(child, 'abstract') === 'true' || (active && !active.has(id ?? ''))) return [];
    const model = attribute(child, 'is-a');
    if (model === undefined) return [child];
    const found = abstract.get(model);
    if (found) return [instance(found, child)];
    const message = `there is no abstract pattern “${model}”, so this pattern checks nothing`;
    source.findings.push(source.finding(child, 'error', 'check/bad-schema', message, 'is-a'));
    return [];
  });
  const lets = phase ? elementsIn(phase).filter((one) => isSch(one, 'let')) : [];
  return { ...root, children: [...lets, ...children] };
}

function activePhase(source: SchemaSource): TreeElement | undefined {
  const { root } = source;
  const name = attribute(root, 'defaultPhase') ?? '#ALL';
  if (name === '#ALL') return undefined;
  const phase = elementsIn(root).find(
    (child) => isSch(child, 'phase') && attribute(child, 'id') === name,
  );
  if (phase) return phase;
  const message = `there is no phase “${name}”, so the patterns of all phases are applied`;
  source.findings.push(
    source.finding(root, 'warning', 'check/bad-schema', message, 'defaultPhase'),
  );
  return undefined;
}

/**
 * The abstract pattern with the values of the `param` elements for `$name` in all its expressions.
 */
function instance(model: TreeElement, of: TreeElement): TreeElement {
  const values = new Map<string, string>();
  for (const element of [model, of]) {
    for (const param of elementsIn(element).filter((child) => isSch(child, 'param')))
      values.set(attribute(param, 'name') ?? '', attribute(param, 'value') ?? '');
  }
  const put = (text: string): string =>
    text.replace(
      /\$([\p{L}_][\p{L}\p{N}_.-]*)/gu,
      (whole, name: string) => values.get(name) ?? whole,
    );
  const filled = (element: TreeElement): TreeElement => ({
    ...element,
    attributes: element.attributes.map((one) => ({ ...one, value: put(one.value) })),
    children: element.children.map((child) => (typeof child === 'string' ? child : filled(child))),
  });
  const completed = filled({
    ...model,
    children: model.children.filter((child) => typeof child === 'string' || !isSch(child, 'param')),
  });
  const lets = elementsIn(of).filter((child) => isSch(child, 'let'));
  return {
    ...completed,
    attributes: [
      ...completed.attributes.filter(({ name }) => !['abstract', 'id'].includes(name)),
      ...of.attributes.filter(({ name }) => name === 'id'),
    ],
    children: [...lets, ...completed.children],
  };
}
