/** A TEI file as a tree of elements, each with its place in the file that it comes from. */
import { shownPath } from '../../core/finding.ts';
import { placedTree, readTree, type TreeElement } from '../tree.ts';
import { parsePlaced, readDocument } from './read-document.ts';

/**
 * Whatever its encoding, with its entities and included files: see `readDocument`. `root`:
 * nothing outside of this folder is read. Throws an `InputError`; `rule`: of a missing file.
 */
export function documentTree(path: string, root: string, rule: string): TreeElement {
  const shown = shownPath(path);
  const { text, places } = readDocument(path, root, rule);
  const tree = parsePlaced(shown, places, () => readTree({ path: shown, content: text }));
  return placedTree(tree, places);
}
