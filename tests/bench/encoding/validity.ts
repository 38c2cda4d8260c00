/**
 * Which produced documents are not valid under TEI All.
 */
import { readFileSync } from 'node:fs';
import { formatFinding } from '../../../pipeline/core/finding.ts';
import { RelaxNg } from '../../../pipeline/xml/relaxng/relaxng.ts';
import { readTree } from '../../../pipeline/xml/tree.ts';

/** For each list of files the number of invalid ones; and the first error of each. */
export async function invalidUnder(
  schema: string,
  lists: readonly (readonly string[])[],
): Promise<{ readonly counts: readonly number[]; readonly complaints: readonly string[] }> {
  const grammar = await RelaxNg.compile(schema);
  const complaints: string[] = [];
  try {
    const counts = lists.map((files) => {
      const before = complaints.length;
      for (const path of files) {
        const content = readFileSync(path, 'utf8');
        const [finding] = grammar.validate(content, readTree({ path, content }), path);
        if (finding) complaints.push(formatFinding(finding));
      }
      return complaints.length - before;
    });
    return { counts, complaints };
  } finally {
    grammar.dispose();
  }
}
