/**
 * Whether a file is TEI P5 at all: only TEI files can be documents of a site.
 *
 * Takes the tree of a file. Returns undefined, or what is wrong and what would be right.
 */
import type { Finding } from '../../core/finding.ts';
import { TEI } from '../../xml/namespaces.ts';
import { P4 } from '../../xml/read.ts';
import { descend, type TreeElement } from '../../xml/tree.ts';

/** A file that is not TEI, or has no header, cannot be used. */
export function notTeiFinding(root: TreeElement, path: string): Finding | undefined {
  const at = {
    path,
    line: root.line,
    column: root.column,
    severity: 'error',
    rule: 'check/no-tei',
  } as const;
  if (root.uri === TEI && ['TEI', 'teiCorpus'].includes(root.local)) {
    if (descend(root, 'teiHeader')) return undefined;
    return { ...at, message: 'the document has no teiHeader; give it one, with a title at least' };
  }
  if (['TEI.2', 'teiCorpus.2'].includes(root.local)) return { ...at, message: P4 };
  if (['TEI', 'teiCorpus'].includes(root.local)) {
    const where = root.uri === '' ? 'no namespace' : `the namespace ${root.uri}`;
    const message =
      `<${root.name}> is in ${where}, so it is not recognized as TEI; write <${root.name} ` +
      `xmlns="${TEI}">`;
    return { ...at, message };
  }
  return {
    ...at,
    message:
      `the outermost element is <${root.name}>; a document of TEI P5 begins with TEI in ` +
      `${TEI}`,
  };
}
