/**
 * Every document as plain text and as Markdown, beside its page: /documents/d1.txt,
 * /documents/d1.md.
 *
 * Takes a document and its metadata. Returns two files.
 */

import type { SiteFile } from '../../core/files/output-folder.ts';
import type { DocumentMetadata } from '../../formats/document.ts';

export function textFileAddress(id: string): string {
  return `/documents/${id}.txt`;
}

export function markdownAddress(id: string): string {
  return `/documents/${id}.md`;
}

export function textFiles(id: string, { text, markdown }: DocumentMetadata): readonly SiteFile[] {
  return [
    { address: textFileAddress(id), content: text },
    { address: markdownAddress(id), content: markdown },
  ];
}
