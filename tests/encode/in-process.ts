/** Encodes a text in this process, with the edition of the checkout and no list of names. */
import { join } from 'node:path';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { hashUri } from '../../pipeline/edition/file-facts/provenance.ts';
import {
  createEncodingContext,
  type EncodingContext,
} from '../../pipeline/encode/context/context.ts';
import { type EncodedDocument, encodeDocument } from '../../pipeline/encode/document/encode.ts';
import type { DeclaredFacts } from '../../pipeline/encode/sources/declared.ts';
import { ROOT } from './tei.ts';

const checkout = createEncodingContext(openEdition(join(ROOT, 'tei')));

export function encoded(
  text: string,
  declared?: DeclaredFacts,
  context: EncodingContext = checkout,
): EncodedDocument {
  return encodeDocument(
    { text, hash: hashUri(text), ...(declared ? { declared } : {}) },
    'x',
    'x.txt',
    context,
  );
}

/** The body without the attributes that every mark has. */
export function bodyOf(text: string, declared?: DeclaredFacts, context?: EncodingContext): string {
  const { tei } = encoded(text, declared, context);
  return tei
    .slice(tei.indexOf('<body>'), tei.indexOf('</body>'))
    .replace(/ (?:xml:id|resp)="[^"]*"/g, '')
    .replace(/\n\s*/g, '');
}
