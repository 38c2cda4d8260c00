/** Identifiers of a document as anchors of its page (xslt/lib/addresses/anchors.xsl, f:anchor). */
import { attribute, type TreeElement } from '../../xml/tree.ts';

/** `d149-p3` is `p3` on the page of d149; an identifier without the prefix stays as it is. */
export function anchorOf(id: string, document: string | undefined): string {
  const prefix = `${document}-`;
  return document !== undefined && id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

/** `root`: of the document. */
export function pageAnchors(root: TreeElement): (id: string) => string {
  const document = attribute(root, 'xml:id');
  return (id) => anchorOf(id, document);
}
