/**
 * The elements of a document that an XPath expression selects.
 *
 * Takes the text of a document that `readXml` has accepted, and an expression in which names
 * without a prefix are TEI's. Returns the elements' numbers in document order, from 0. Throws an
 * `Error` with saxon-js's message if the expression is wrong.
 */
import saxon, { type XdmNode } from 'saxon-js';
import { TEI, XML } from '../namespaces.ts';
import { parseAsIs } from './xslt.ts';

const ELEMENT = 1;

export function elementsAt(text: string, xpath: string): number[] {
  const document = parseAsIs(text);
  const namespaceContext = { tei: TEI, xml: XML };
  const options = { xpathDefaultNamespace: TEI, namespaceContext, resultForm: 'array' } as const;
  const selected = new Set(saxon.XPath.evaluate(xpath, document, options));
  const numbers: number[] = [];
  let number = 0;
  // Walked without recursion: a volume is wide, and nothing here limits its depth.
  const waiting: XdmNode[] = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeType === ELEMENT) {
      if (selected.delete(node)) numbers.push(number);
      number += 1;
    }
    for (const child of Array.from(node.childNodes ?? []).reverse()) waiting.push(child);
  }
  if (selected.size > 0) throw new Error('it selects nodes that are not elements');
  return numbers;
}
