/**
 * The schema files of an edition with which no document was checked. Errors in a schema that is
 * used are reported when it is used; a damaged one that no document names would go unnoticed.
 */
import { join } from 'node:path';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { folderEntries } from '../edition/folder/files-in.ts';
import { RELAX_NG, SCHEMATRON } from '../xml/namespaces.ts';
import { readTree } from '../xml/tree.ts';

const SCHEMATRONS = [SCHEMATRON, 'http://www.ascc.net/xml/schematron'];

const KINDS: Readonly<Record<string, { namespaces: readonly string[]; what: string }>> = {
  '.rng': { namespaces: [RELAX_NG], what: 'RELAX NG grammar' },
  '.sch': { namespaces: SCHEMATRONS, what: 'Schematron' },
};

/** `root`: the edition's folder; `used`: paths of the schemas that documents were checked with. */
export function unusedSchemaFindings(root: string, used: ReadonlySet<string>): Finding[] {
  const folder = join(root, 'schema');
  return folderEntries(folder).flatMap(({ name }) => {
    const path = join(folder, name);
    const kind = KINDS[name.slice(-4)];
    return kind && !used.has(path) ? rootFindings(path, kind) : [];
  });
}

function rootFindings(
  path: string,
  { namespaces, what }: { namespaces: readonly string[]; what: string },
): readonly Finding[] {
  const shown = shownPath(path);
  try {
    const root = readTree({ path: shown, content: readInput(path, 'check/unused-schema') });
    if (namespaces.includes(root.uri)) return [];
    const message =
      `the outermost element is <${root.name}>, so this is not a ${what}; no document is ` +
      `checked with it yet`;
    return [
      {
        path: shown,
        line: root.line,
        column: root.column,
        severity: 'warning',
        rule: 'check/unused-schema',
        message,
      },
    ];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.findings.map((found) => ({
      ...found,
      severity: 'warning',
      message: `${found.message} (no document is checked with this schema yet)`,
    }));
  }
}
