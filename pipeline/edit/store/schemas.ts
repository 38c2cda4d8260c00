/** The grammar that a document must follow while it is edited, compiled once. */
import { hashOf, programHash } from '../../cache/results.ts';
import { ownSchema } from '../../check/own-schema.ts';
import { readInput } from '../../core/files/input-file.ts';
import { InputError } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { namedSchemas } from '../../edition/file-facts/named-schemas.ts';
import { openSchemas } from '../../xml/relaxng/compiled-schemas.ts';
import { type Validate, validatorOf } from '../patch/prove.ts';

/**
 * The validator of a file: the edition's grammar if it applies, else the first grammar that the
 * file names; undefined if it names none, or one that cannot be used.
 */
export async function validatorFor(
  edition: Edition,
  path: string,
  text: string,
): Promise<Validate | undefined> {
  const { rng, sch, cache } = edition;
  const { governed, grammars } = ownSchema(namedSchemas(text), path, '', edition);
  const grammar = governed ? rng : grammars[0];
  if (grammar === undefined) return undefined;
  try {
    const key = hashOf(programHash(['pipeline']), readInput(rng, 'check/no-schema'));
    const schemas = openSchemas(rng, sch, cache, key, false);
    return validatorOf(await (governed ? schemas.grammar() : schemas.own(grammar)));
  } catch (error) {
    // The check reports a schema that cannot be used.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
