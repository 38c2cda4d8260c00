/**
 * The conventions of an edition's reading texts, from the `editorialDecl` of its header:
 *
 *     <list type="conventions">
 *       <label>pb</label> <item><mentioned>{S. <hi>12</hi>}</mentioned> begins a page</item>
 *       <label>supplied</label> <item corresp="#me"><mentioned>&lt;<hi>word</hi>></mentioned></item>
 *       <label>gap illegible</label> <item><mentioned>[---]</mentioned></item>
 *
 * Each label names an element and may add a reason; each `mentioned` is an example of the mark, in
 * which `hi` is what varies.
 */

import type { Finding } from '../../../core/finding.ts';
import { foldSpace } from '../../../core/text.ts';
import { attribute, descendants, elementsIn, type TreeElement, textOf } from '../../../xml/tree.ts';
import { DECLARABLE, type DeclaredMark } from '../../engine/declared-marks.ts';

export interface Conventions {
  readonly marks: readonly DeclaredMark[];
  /** Declarations that cannot be used. */
  readonly findings: readonly Finding[];
}

const RULE = 'edition/convention';
const REASON = /^[\p{L}][\p{L}\d._-]*$/u;

/** Reads the conventions; `path` is the file name in findings. */
export function readConventions(header: TreeElement, path: string): Conventions {
  const marks: DeclaredMark[] = [];
  const findings: Finding[] = [];
  const reject = ({ line, column }: TreeElement, message: string): void => {
    findings.push({ path, line, column, severity: 'warning', rule: RULE, message });
  };
  for (const declaration of descendants(header, 'editorialDecl')) {
    for (const list of descendants(declaration, 'list')) {
      if (attribute(list, 'type') !== 'conventions') continue;
      readList(list, marks, reject);
    }
  }
  // "[---]" is a gap even if "[…]" is an insertion: the longer fixed part is tried first.
  const fixed = ({ before, after = '' }: DeclaredMark) => before.length + after.length;
  return { marks: marks.sort((a, b) => fixed(b) - fixed(a)), findings };
}

function readList(
  list: TreeElement,
  marks: DeclaredMark[],
  reject: (at: TreeElement, message: string) => void,
): void {
  let label: TreeElement | undefined;
  for (const child of list.children) {
    if (typeof child === 'string') continue;
    if (child.local === 'label') label = child;
    if (child.local !== 'item' || !label) continue;
    const [name = '', reason, ...more] = textOf(label).trim().split(/\s+/);
    const element = DECLARABLE.find((known) => known === name);
    if (!element || more.length > 0 || (reason !== undefined && !REASON.test(reason))) {
      reject(
        label,
        `the convention “${textOf(label).trim()}” is not understood; write the name of an ` +
          'element ' +
          `(${DECLARABLE.join(', ')}) and after it, where there is one, a reason in one word`,
      );
      continue;
    }
    const resp = attribute(child, 'corresp');
    for (const example of elementsIn(child, 'mentioned')) {
      const ends = endsOf(example, element);
      if (typeof ends === 'string') reject(example, ends);
      else
        marks.push({
          element,
          ...ends,
          ...(reason === undefined ? {} : { reason }),
          ...(resp === undefined ? {} : { resp }),
        });
    }
  }
}

/** The fixed parts of an example, or why it cannot be used. */
function endsOf(
  example: TreeElement,
  element: DeclaredMark['element'],
): Pick<DeclaredMark, 'before' | 'after'> | string {
  const at = example.children.findIndex((child) => typeof child !== 'string');
  const words = textOf(example).trim();
  if (at < 0) {
    if (element === 'gap' && words.length > 1) return { before: words };
    return (
      `the example “${words}” does not say what varies in it; put that into hi: {S. ` +
      '<hi>12</hi>}'
    );
  }
  const text = (parts: TreeElement['children']) =>
    parts.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
  const before = foldSpace(text(example.children.slice(0, at))).trimStart();
  const after = foldSpace(text(example.children.slice(at + 1))).trimEnd();
  if (before.trim() === '' || after.trim() === '')
    return `the example “${words}” has no sign before or after what varies; a mark needs both`;
  // Letters and digits alone would match in any text.
  if (/^[\p{L}\d]/u.test(before))
    return `the example “${words}” begins with letters or digits; begin it with a sign`;
  return { before, after };
}
