/**
 * The place of an element in a header, or the place where it should be.
 *
 * Takes the tree of a TEI file and a path. Returns line and column of the element, or of the
 * nearest existing element around its place.
 */
import { TEI } from '../../xml/namespaces.ts';
import { attribute, elementsIn, type TreeElement, textOf } from '../../xml/tree.ts';

/**
 * A path down from the root: `fileDesc/titleStmt/title[@type='main']`; a last step `@when` names an
 * attribute.
 */
type HeaderPath = string;

interface HeaderPlace {
  readonly line: number;
  readonly column: number;
  /** The path in TEI terms: `TEI/teiHeader/…`. */
  readonly path: string;
}

/**
 * Of several elements with one name the first empty one is used, since the editor has to fill that
 * one; else the first.
 */
export function headerPlace(root: TreeElement, path: HeaderPath): HeaderPlace {
  let here = root;
  for (const step of path.split('/').filter((step) => !step.startsWith('@'))) {
    const next = child(here, step);
    if (!next) break;
    here = next;
  }
  return { line: here.line, column: here.column, path: `TEI/${path}` };
}

function child(parent: TreeElement, step: string): TreeElement | undefined {
  const [, name, type] = /^([^[]+)(?:\[@type='([^']*)'\])?$/.exec(step) ?? [];
  const fitting = elementsIn(parent).filter(
    (element) =>
      element.local === name &&
      element.uri === TEI &&
      (type === undefined || attribute(element, 'type') === type),
  );
  return fitting.find((element) => textOf(element).trim() === '') ?? fitting[0];
}
