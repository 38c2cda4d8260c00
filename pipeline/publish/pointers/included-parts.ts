/**
 * Targets of pointers to a file that a document includes (XInclude): the document's page, since the
 * file has none of its own.
 */
import { dirname, resolve } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import { ifReadable } from '../../core/finding.ts';
import { namesMeant } from '../../edition/document-name.ts';
import { attribute, readTree } from '../../xml/tree.ts';
import { partsOfPointer } from './file-pointers.ts';

/** A document, and the files that it includes as a whole. */
interface IncludingDocument {
  readonly path: string;
  /** Its pointers as they are written. */
  readonly refersTo: readonly string[];
  /** `TEI/@xml:id`, the prefix of its passages' identifiers; empty if there is none. */
  readonly id: string;
  /** Of its page, from the site's top. */
  readonly address: string;
  readonly parts: readonly string[];
}

/**
 * Addresses by pointers as they are written. A file that several documents include leads to the
 * first of them.
 */
export function addressesOfParts(documents: readonly IncludingDocument[]): Map<string, string> {
  const including = new Map<string, IncludingDocument>();
  const own = new Set(documents.map(({ path }) => path));
  for (const document of documents)
    for (const part of document.parts)
      if (!own.has(part) && !including.has(part)) including.set(part, document);
  const addresses = new Map<string, string>();
  if (including.size === 0) return addresses;
  for (const { path, refersTo } of documents) {
    for (const pointer of refersTo) {
      const { file = '', passage = '' } = partsOfPointer(pointer) ?? {};
      const part = partAt(file, path, including);
      const document = part && including.get(part);
      if (!part || !document) continue;
      addresses.set(file, withAnchor(document, rootId(part)));
      if (passage !== '') addresses.set(pointer, withAnchor(document, passage));
    }
  }
  return addresses;
}

function partAt(
  written: string,
  from: string,
  including: ReadonlyMap<string, unknown>,
): string | undefined {
  if (written === '') return undefined;
  return namesMeant(written)
    .map((name) => resolve(dirname(from), name))
    .find((path) => including.has(path));
}

/**
 * An anchor on a document's page does not have the document's identifier
 * (xslt/lib/addresses/anchors.xsl).
 */
function withAnchor({ id, address }: IncludingDocument, passage: string): string {
  const prefix = `${id}-`;
  const anchor = id !== '' && passage.startsWith(prefix) ? passage.slice(prefix.length) : passage;
  return anchor === '' ? address : `${address}#${anchor}`;
}

/** The `xml:id` of a file's outermost element; empty if it has no `xml:id` or cannot be parsed. */
function rootId(path: string): string {
  return ifReadable(
    () => {
      const content = readInput(path, 'check/unreadable');
      return attribute(readTree({ path, content }), 'xml:id') ?? '';
    },
    () => '',
  );
}
