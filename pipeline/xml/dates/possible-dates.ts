/**
 * A document for the stylesheets without the dates that cannot be (`when="1850-02-30"`, a range
 * that ends before it begins): no index, chronology, citation or record may be derived from them.
 * The check reports them.
 *
 * Takes the text of a document that `readXml` has accepted. Returns the same text if all dates are
 * possible. The attributes of other dates are removed; on an element without words the attribute is
 * renamed to `…-custom`, so that readers still see what the file says.
 */
import { Edits } from '../edits.ts';
import { TEI } from '../namespaces.ts';
import { readXml } from '../read.ts';
import { type DatedElement, impossibleDates } from './date-problems.ts';

const TAG = /<[^\s<>!?/=]+((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))+)/g;
const ATTRIBUTE = /\s([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const DATES = /\s(?:when|from|to|notBefore|notAfter)(?:-iso)?\s*=/;

export function withPossibleDates(text: string): string {
  if (!mayHaveImpossible(text)) return text;
  const edits = new Edits(text);
  readXml(
    { path: '', content: text },
    {
      open(element) {
        if (element.uri !== TEI) return;
        const isEmpty = text[element.startEnd - 2] === '/';
        const given = new Set(element.attributes.map(({ name }) => name));
        for (const name of impossibleDates(element)) {
          const custom = `${name.replace('-iso', '')}-custom`;
          if (isEmpty && !given.has(custom)) {
            given.add(custom);
            edits.renameAttribute(element, name, custom);
          } else edits.setAttribute(element, name, undefined);
        }
      },
    },
  );
  return edits.apply();
}

/** Decides quickly for most documents; may be wrong only in answering yes. */
function mayHaveImpossible(text: string): boolean {
  if (!DATES.test(text)) return false;
  for (const [, tag = ''] of text.matchAll(TAG)) {
    if (!DATES.test(tag)) continue;
    const attributes = [...tag.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => ({
      name,
      value: double ?? single ?? '',
    }));
    const element: DatedElement = { name: '', local: '', attributes };
    if (attributes.some(({ value }) => value.includes('&')) || impossibleDates(element).size > 0)
      return true;
  }
  return false;
}
