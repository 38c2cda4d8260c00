/**
 * Identifiers and e-mail addresses of a header that do not have the form of their kind, so that no
 * record has them.
 *
 * Takes the header of an edition or the facts of a document. Returns findings: errors in
 * edition.xml for what repositories refuse, else warnings.
 */
import { type Finding, type Severity, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { hasFormOfType } from '../../formats/facts/identifiers.ts';
import type { DocumentSummary } from '../../formats/records/facts/summary.ts';
import { attribute, descend, type TreeElement, textOf, walk } from '../../xml/tree.ts';
import { isEmail } from './email.ts';
import { hasHeader, headerTree } from './findings.ts';
import { isOrcid } from './requirements.ts';

/** Identifiers that repositories refuse if they are wrong, each with a right one. */
const EXAMPLES: Readonly<Record<string, string>> = {
  DOI: '10.5281/zenodo.1234567',
  handle: '20.500.12345/67',
  ARK: 'ark:/12148/btv1b8449691v',
  SWHID: 'swh:1:dir: and 40 digits or letters from a to f',
};

/** What is wrong; undefined if nothing is. */
function wrongIdentifier(type: string, value: string): string | undefined {
  if (type.toLowerCase() === 'orcid') {
    if (isOrcid(value.replace(/^(?:https?:\/\/)?(?:www\.)?orcid\.org\//, ''))) return undefined;
    return `“${value}” is not an ORCID: its check digit is wrong; copy it from orcid.org`;
  }
  if (hasFormOfType({ type, value })) return undefined;
  const [name, example] =
    Object.entries(EXAMPLES).find(([one]) => one.toLowerCase() === type.toLowerCase()) ?? [];
  const advice =
    example === undefined ? 'copy it from where it was given' : `write it as in ${example}`;
  return `“${value}” is not a valid ${name ?? type}, so no record has it; ${advice}`;
}

function wrongEmail(value: string): string | undefined {
  return isEmail(value)
    ? undefined
    : `“${value}” is not an e-mail address; write one as in jane.doe@example.org`;
}

/** An identifier that repositories refuse, or an e-mail address, as opposed to one they omit. */
function isRequired(type: string | undefined): boolean {
  const lower = type?.toLowerCase();
  return (
    lower === undefined ||
    lower === 'orcid' ||
    Object.keys(EXAMPLES).some((one) => one.toLowerCase() === lower)
  );
}

/** Of edition.xml. An empty element is still to be filled in, not an error. */
export function malformed(edition: Edition): Finding[] {
  if (!hasHeader(edition)) return [];
  return malformedIn(headerTree(edition.header), edition.header, (type) =>
    isRequired(type) ? 'error' : 'warning',
  );
}

/**
 * Of a document: warnings, since the record of the edition can do without. `ofEdition`: those of
 * edition.xml, which its documents repeat.
 */
export function malformedInDocument(
  path: string,
  { identifiers, emails }: DocumentSummary,
  ofEdition: readonly Finding[],
): Finding[] {
  const isWrong =
    identifiers.some(({ type, value }) => wrongIdentifier(type, value) !== undefined) ||
    emails.some((value) => wrongEmail(value) !== undefined);
  if (!isWrong) return [];
  const before = new Set(ofEdition.map(({ message }) => message));
  return malformedIn(headerTree(path), path, () => 'warning').filter(
    ({ message }) => !before.has(message),
  );
}

function malformedIn(
  root: TreeElement,
  path: string,
  severityOf: (type: string | undefined) => Severity,
): Finding[] {
  const file = descend(root, 'teiHeader', 'fileDesc');
  const parts = file
    ? ['titleStmt', 'publicationStmt'].flatMap((name) => descend(file, name) ?? [])
    : [];
  return parts
    .flatMap((part) => [...walk(part)])
    .flatMap((element): Finding[] => {
      const value = textOf(element).trim();
      const type = attribute(element, 'type');
      const { local, line, column } = element;
      // An identifier may have others inside.
      const isPlain = element.children.every((child) => typeof child === 'string');
      if (value === '' || !isPlain) return [];
      const message =
        local === 'email'
          ? wrongEmail(value)
          : local === 'idno' && type !== undefined
            ? wrongIdentifier(type, value)
            : undefined;
      if (message === undefined) return [];
      const severity = severityOf(local === 'email' ? undefined : type);
      return [{ path: shownPath(path), line, column, severity, rule: 'deposit/form', message }];
    });
}
