/**
 * The schemas that a document names ("Associating Schemas with XML documents 1.0", W3C), and
 * whether Siglum has encoded it.
 */
import { positionAt, type TextPosition } from '../../xml/decode.ts';

const INSTRUCTION = /<!--[\s\S]*?-->|<\?(xml-model|oxygen)\s([\s\S]*?)\?>/g;
const ADDRESS = /\b(?:href|RNGSchema)\s*=\s*(?:"([^"]*)"|'([^']*)')/;

const ENCODED_HERE = /<(?:[^\s<>:/!?]+:)?application\b[^<>]*\sident\s*=\s*["']siglum["']/;

/** What a document's text states about its schemas. */
export interface NamedSchemas {
  /** Siglum has encoded it. */
  readonly encodedHere: boolean;
  readonly named: readonly ({ readonly href: string } & TextPosition)[];
}

export function namedSchemas(text: string): NamedSchemas {
  const prolog = text.slice(0, /<[A-Za-z_]/.exec(text)?.index ?? 0);
  const named = [...prolog.matchAll(INSTRUCTION)].flatMap((match) => {
    const address = ADDRESS.exec(match[2] ?? '');
    const href = (address?.[1] ?? address?.[2] ?? '').trim();
    return href === '' ? [] : [{ href, ...positionAt(text, match.index) }];
  });
  return { encodedHere: ENCODED_HERE.test(text), named };
}
