/** The findings of the grammar and the rules about a text that is being edited, saved or not. */

import { hashOf, programHash } from '../../cache/results.ts';
import { ownSchema } from '../../check/own-schema.ts';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { namedSchemas } from '../../edition/file-facts/named-schemas.ts';
import { openSchemas, type SchemaValidator } from '../../xml/relaxng/compiled-schemas.ts';
import { parseDocument } from '../source/document.ts';

/** In the order of the file. */
export async function checkText(
  edition: Edition,
  path: string,
  text: string,
): Promise<readonly Finding[]> {
  const shown = shownPath(path);
  try {
    const { root } = parseDocument(shown, text);
    const { rng, sch, cache } = edition;
    const own = ownSchema(namedSchemas(text), path, shown, edition);
    const key = hashOf(programHash(['pipeline']), readInput(rng, 'check/no-schema'));
    const schemas = openSchemas(rng, sch, cache, key, false);
    const judges: Promise<SchemaValidator>[] = own.governed
      ? [schemas.grammar(), schemas.rules()]
      : [
          ...own.grammars.map((one) => schemas.own(one)),
          ...own.rules.map((one) => schemas.ownRules(one)),
        ];
    const found: Finding[] = [];
    for (const judge of judges) found.push(...(await (await judge).validate(text, root, shown)));
    return found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  } catch (error) {
    if (error instanceof InputError) return error.findings;
    throw error;
  }
}
