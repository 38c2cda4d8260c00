/**
 * An identifier that two documents share is found, for any names of documents, though most
 * identifiers are not stored.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FileFacts } from '../../pipeline/check/references/facts.ts';
import { openReferenceCheck } from '../../pipeline/check/references/references.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';

const AT = { line: 1, column: 1 };
const edition = openEdition(`${PROGRAM}/tei`);

function facts(path: string, id: string, ids: readonly string[]): FileFacts {
  const textIds = new Map(ids.map((own) => [own, AT]));
  const empty = {
    entryKinds: new Map<string, string>(),
    repeated: [],
    entries: [],
    references: [],
    pictures: [],
    registered: [],
  };
  return {
    path,
    id,
    root: AT,
    governed: true,
    judgedByRules: true,
    isDocument: true,
    ids: new Set(ids),
    textIds,
    ...empty,
  };
}

/** Names that begin with one another. */
const name = fc
  .array(fc.constantFrom('a', 'b', 'p1'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('-'));
const document = fc
  .tuple(name, fc.uniqueArray(name, { maxLength: 6 }))
  // Within a file the rules of the schema look for it.
  .map(([id, ids]): [string, string[]] => [id, ids.filter((other) => other !== id)]);
const documents = fc.array(document, { minLength: 1, maxLength: 6 });

it('in any order of any documents', () => {
  fc.assert(
    fc.property(documents, (made) => {
      const files = made.map(([id, ids], at) => facts(`/e/${at}.xml`, id, ids));
      const check = openReferenceCheck({
        edition,
        header: undefined,
        authorities: [],
        sources: [],
        files: files.map(({ path }) => path),
        read: (path) => files.find((file) => file.path === path),
      });
      const seen = new Set<string>();
      const expected: string[] = [];
      const found: string[] = [];
      for (const file of files) {
        const own = [file.id as string, ...file.textIds.keys()];
        for (const id of own) if (seen.has(id)) expected.push(`${file.path} ${id}`);
        for (const finding of check.add(file)) {
          const [, id] = /“(.*?)” is also given/.exec(finding.message) ?? [];
          if (finding.rule === 'ref/id-in-two-files') found.push(`${finding.path} ${id}`);
        }
        for (const id of own) seen.add(id);
      }
      expect(found).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
