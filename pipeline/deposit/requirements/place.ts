/**
 * The place of something in a header, or the place where it belongs.
 *
 * Takes the tree of a TEI file and a path. Returns line and column of the element, or of the
 * nearest one around its place.
 */
import { attribute, elementsIn, TEI, type TreeElement, textOf } from '../../xml/tree.ts';

/**
 * A way down from the root: `fileDesc/titleStmt/title[@type='main']`; a last step `@when` names an
 * attribute.
 */
type HeaderPath = string;

interface HeaderPlace {
  readonly line: number;
  readonly column: number;
  /** The path as TEI names it: `TEI/teiHeader/…`. */
  readonly path: string;
}

/**
 * Of several elements of one name the first empty one is used, since that is the one to fill, else
 * the first.
 */
export function placeOf(root: TreeElement, path: HeaderPath): HeaderPlace {
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
