/**
 * The language tags in `@xml:lang` (BCP 47).
 *
 * Takes the tree of a document. Returns findings with their places. A tag that is not well-formed
 * names no language for browsers, search engines and readers' voices.
 */
import type { Finding } from '../core/finding.ts';
import { isLanguageTag } from '../core/language-tag.ts';
import { attribute, type TreeElement, walk } from '../xml/tree.ts';

/** `path`: as it is shown. Each tag once, at its first place. */
export function languageFindings(root: TreeElement, path: string): Finding[] {
  const found = new Map<string, Finding>();
  for (const element of walk(root)) {
    const tag = attribute(element, 'xml:lang');
    // An empty tag says that there is no language (XML 1.0, 2.12).
    if (tag === undefined || tag === '' || isLanguageTag(tag) || found.has(tag)) continue;
    const { line, column, name } = element;
    const message =
      `xml:lang="${tag}" on <${name}> is not a language tag, so pages do not state this ` +
      `language; write one as in "de", "en-GB" or "grc" (BCP 47)`;
    found.set(tag, { path, line, column, severity: 'warning', rule: 'check/language', message });
  }
  return [...found.values()];
}
