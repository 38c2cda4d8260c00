/** Whether the passages of documents are files of their own (outputs/data/dts.ts). */

/**
 * Up to this many documents every passage is a file of its own, with the answers about it: some
 * five files a passage, 25 passages a document. For a printed volume they would be three quarters
 * of all files and half of the site's size, for 30,000 documents millions of files; there a client
 * has the passages' identifiers and the whole TEI, which contains them as xml:id.
 */
const IN_PASSAGES = 100;

export function hasPassages(site: { readonly documents: readonly unknown[] }): boolean {
  return site.documents.length <= IN_PASSAGES;
}
