/**
 * Chooses the schemas that a document is checked with: only its own.
 *
 * Takes the schemas that a document's text names, its path, and its edition. Returns whether the
 * edition's schema applies (the document names it, or Siglum has encoded it); the local grammars
 * and rules that it names instead; and the named schemas that are not read. TEI that was made
 * elsewhere follows other conventions and is not checked with the edition's own schema. See
 * "Associating Schemas with XML documents 1.0" (W3C).
 */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import type { NamedSchemas } from '../edition/file-facts/named-schemas.ts';

export interface OwnSchema {
  /** The edition's grammar and rules apply to the document. */
  readonly governed: boolean;
  /** Paths of other RELAX NG grammars in XML that it names, and of Schematron rules. */
  readonly grammars: readonly string[];
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

/** Schemas of other kinds, by file extension, with their names in messages. */
const OTHER_KINDS: readonly (readonly [ending: string, name: string])[] = [
  ['.rnc', 'in the compact syntax of RELAX NG'],
  ['.xsd', 'an XML Schema'],
  ['.dtd', 'a DTD'],
];

/**
 * The rule of findings about schemas that are not fetched: reported once for each address
 * (check.ts).
 */
export const NOT_FETCHED = 'check/not-fetched';

/** `shown`: what messages call the file. */
export function ownSchema(
  { encodedHere, named }: NamedSchemas,
  path: string,
  shown: string,
  edition: Pick<Edition, 'root' | 'rng' | 'sch'>,
): OwnSchema {
  const grammars: string[] = [];
  const rules: string[] = [];
  const findings: Finding[] = [];
  let governed = encodedHere;
  for (const { href, line, column } of named) {
    const report = (
      severity: Finding['severity'],
      message: string,
      rule = 'check/own-schema',
    ): void => {
      findings.push({ path: shown, line, column, severity, rule, message });
    };
    if (/^(?!file:)[a-z][a-z0-9+.-]*:/i.test(href)) {
      const message =
        `the schema ${href} is not fetched from the web, so the document is not checked with ` +
        `it; name a copy in the same folder`;
      report('remark', message, NOT_FETCHED);
      continue;
    }
    const target = localPath(href, path);
    if (isOfEdition(target, edition)) governed = true;
    else if (!existsSync(target))
      report(
        'warning',
        `the schema ${href} does not exist, so the document is not checked with it`,
      );
    else if (target.endsWith('.rng')) grammars.push(target);
    else if (/\.(sch|isosch|schematron)$/.test(target)) rules.push(target);
    else {
      const kind = OTHER_KINDS.find(([ending]) => target.endsWith(ending))?.[1];
      const what =
        kind === undefined
          ? `the schema ${href} is of a kind that Siglum cannot read`
          : `the schema ${href} is ${kind}, which Siglum cannot read`;
      report(
        'remark',
        `${what}; a document’s own schema can be RELAX NG in XML (.rng) or Schematron (.sch)`,
      );
    }
  }
  const own = (paths: readonly string[]): string[] => (governed ? [] : [...new Set(paths)]);
  return { governed, grammars: own(grammars), rules: own(rules), findings };
}

function localPath(href: string, from: string): string {
  const plain = href.replace(/[?#].*$/, '');
  try {
    if (href.startsWith('file:')) return fileURLToPath(href);
    return resolve(dirname(from), decodeURIComponent(plain));
  } catch {
    return resolve(dirname(from), plain);
  }
}

/** The edition's schema is in its folder; without one there, it is the program's. */
function isOfEdition(
  target: string,
  { root, rng, sch }: Pick<Edition, 'root' | 'rng' | 'sch'>,
): boolean {
  const own = [rng, sch, ...[rng, sch].map((path) => resolve(root, 'schema', basename(path)))];
  // A file that was encoded into another folder is still checked with the edition's schema.
  const intended =
    basename(dirname(target)) === 'schema' &&
    own.some((path) => basename(path) === basename(target));
  return own.includes(target) || (intended && !existsSync(target));
}
