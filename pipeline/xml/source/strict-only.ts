/**
 * Files that can be read for the site but not edited by the program.
 *
 * The program writes to a file only if every character of its text is at the same place in the
 * file: not if entities of a DOCTYPE are expanded, or another encoding or version of XML is
 * converted. This is not an error: the file is built unchanged.
 */

import { readInput } from '../../core/files/input-file.ts';
import { InputError, shownPath } from '../../core/finding.ts';
import { readXml } from '../read.ts';
import { decodeSource } from './decoded.ts';
import { expandEntities } from './entities.ts';

/** The rules of `readXml` and `decodeXml` that `readDocument` does not have. */
const STRICT_ONLY = new Set(['xml/doctype', 'xml/encoding', 'xml/version', 'xml/not-utf-8']);

/** Why the file is not written, and what to do; the beginning is the message's own. */
export const NOT_EDITABLE =
  'a file with a DOCTYPE, or not in UTF-8 and XML 1.0, is never written; save it as UTF-8 ' +
  'without a DOCTYPE ("xmllint --noent --dropdtd --encode UTF-8 FILE" of libxml2 does both)';

/**
 * The text of a file that was refused with `error`, as the site shows it. Undefined if `error` has
 * another reason than those above, or if the site cannot read the file either.
 */
export function textOfUneditable(path: string, error: unknown): string | undefined {
  if (!(error instanceof InputError)) return undefined;
  if (!error.findings.every(({ rule }) => STRICT_ONLY.has(rule))) return undefined;
  const shown = shownPath(path);
  try {
    const decoded = decodeSource(readInput(path, 'xml/unreadable'), shown).text;
    const { text } = expandEntities(decoded, shown).text;
    readXml({ path: shown, content: text }, {});
    return text;
  } catch (second) {
    if (second instanceof InputError) return undefined;
    throw second;
  }
}
