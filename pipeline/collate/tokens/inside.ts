/** The properties of the text inside an element: deleted, added, unclear, its divisions. */

import { attribute, type TreeElement } from '../../xml/tree.ts';
import type { Container } from '../model/model.ts';
import type { WitnessRun } from './stream.ts';

export interface Inside {
  readonly deleted: boolean;
  readonly added: boolean;
  readonly restored: boolean;
  readonly mark?: WitnessRun['mark'];
  readonly choice?: number;
  readonly xpath: string;
  readonly containers: readonly Container[];
}

/** `nextIndex` numbers the divisions in the order of the text. */
export function stateInside(element: TreeElement, inside: Inside, nextIndex: () => number): Inside {
  const { local } = element;
  if (local === 'restore') return { ...inside, restored: true };
  if (local === 'del') return { ...inside, deleted: inside.deleted || !inside.restored };
  if (local === 'add') return { ...inside, added: true };
  if (local === 'unclear' || local === 'supplied')
    return { ...inside, mark: { element: local, attributes: damageAttributes(element) } };
  if (local === 'div' || local === 'lg' || /^div[1-7]$/.test(local)) {
    const n = attribute(element, 'n');
    const type = attribute(element, 'type');
    const container: Container = {
      element: local === 'lg' ? 'lg' : 'div',
      index: nextIndex(),
      ...(n === undefined ? {} : { n }),
      ...(type === undefined ? {} : { type }),
    };
    return { ...inside, containers: [...inside.containers, container] };
  }
  return inside;
}

export function damageAttributes(element: TreeElement): Record<string, string> {
  const names = ['reason', 'unit', 'quantity', 'extent', 'cert'];
  return Object.fromEntries(
    element.attributes
      .filter(({ name }) => names.includes(name))
      .map(({ name, value }) => [name, value]),
  );
}
