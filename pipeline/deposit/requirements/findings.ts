/**
 * Problems that prevent a package, each with the line to correct.
 *
 * Takes the facts of an edition and the files that they come from. Returns findings. A header that
 * a repository would refuse is reported here, before anything is written.
 */
import { statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Finding, type Severity, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { isDate } from '../../formats/facts/dates.ts';
import type { DepositFacts } from '../../formats/records/facts/model.ts';
import type { DocumentSummary } from '../../formats/records/facts/summary.ts';
import { IMPORT } from '../../import/files/provenance.ts';
import { readDocument } from '../../xml/source/read-document.ts';
import { attribute, descend, readTree, type TreeElement, walk } from '../../xml/tree.ts';
import { headerPlace } from './place.ts';
import type { Repository } from './repositories.ts';
import { REQUIREMENTS, type RequirementName, unmetOf } from './requirements.ts';

/** Bytes; TAPAS takes no larger file (beta.tapasproject.org, “Managing TEI Record Files”). */
const MOST_FOR_TAPAS = 10 * 1024 * 1024;

/** Nothing outside the file's folder is read. */
export function headerTree(path: string): TreeElement {
  return readTree({
    path: shownPath(path),
    content: readDocument(path, dirname(path), 'deposit/unreadable').text,
  });
}

/**
 * The place of a requirement in the editor's own file. For a folder without edition.xml a
 * substitute in the cache is read; the editor still has to create edition.xml.
 */
export function placeInEdition(edition: Edition, place: string) {
  if (hasHeader(edition)) {
    return { file: edition.header, made: true, ...headerPlace(headerTree(edition.header), place) };
  }
  const file = join(edition.root, 'edition.xml');
  return { file, made: false, line: 1, column: 1, path: `TEI/${place}` };
}

export function hasHeader({ header, root }: Edition): boolean {
  return !relative(root, header).startsWith('..');
}

/** The requirements that edition.xml does not meet. */
export function unmetRequirements(
  names: readonly RequirementName[],
  facts: DepositFacts,
  edition: Edition,
  severity: Severity,
  forWhom: string,
): Finding[] {
  return unmetOf(names, facts).map((name) => {
    const { what, place, supply } = REQUIREMENTS[name];
    const { file, made, line, column, path } = placeInEdition(edition, place);
    const how = made ? '' : '; there is no edition.xml yet, "siglum init" makes one to copy';
    const wrong = name === 'published' ? impossibleDate(facts) : undefined;
    const missing = `${wrong ?? `${what} is missing`}, and ${forWhom} asks for it`;
    const message = `${missing}; ${supply} (${path})${how}`;
    return { path: shownPath(file), line, column, severity, rule: `deposit/${name}`, message };
  });
}

/** Of a date that is stated, but is none: `2026-02-30`. */
function impossibleDate({ published }: Pick<DepositFacts, 'published'>): string | undefined {
  return published === null || isDate(published)
    ? undefined
    : `Date of publication “${published}” is not a date of the calendar`;
}

/**
 * The findings without those about a date of publication that the check has already called
 * impossible.
 */
export function withoutCheckedDates(
  findings: readonly Finding[],
  checked: readonly Finding[],
): Finding[] {
  return findings.filter(
    ({ path, line, column, rule, message }) =>
      rule !== 'deposit/published' ||
      !message.startsWith('Date of publication “') ||
      !checked.some((one) => one.path === path && one.line === line && one.column === column),
  );
}

/**
 * Statements that every document's own header needs, since each file may be used without the
 * others.
 */
const OF_A_DOCUMENT: readonly {
  readonly rule: RequirementName;
  readonly ok: (document: DocumentSummary) => boolean;
}[] = [
  { rule: 'title', ok: ({ title }) => title !== null },
  { rule: 'publisher', ok: ({ publisher }) => publisher !== null },
  { rule: 'published', ok: ({ published }) => published !== null && isDate(published) },
  { rule: 'licence', ok: ({ licence }) => licence !== null },
];

export function missingInDocument(path: string, document: DocumentSummary): Finding[] {
  const unmet = OF_A_DOCUMENT.filter(({ ok }) => !ok(document));
  if (unmet.length === 0) return [];
  const root = headerTree(path);
  return unmet.map(({ rule }): Finding => {
    const { what, place, supply } = REQUIREMENTS[rule];
    const at = headerPlace(root, place);
    const once = isImported(root)
      ? '; for all documents of an import at once: write it into edition.xml and import again'
      : '';
    const wrong = rule === 'published' ? impossibleDate(document) : undefined;
    const message =
      `${wrong ?? `${what} is missing`} in the document’s header; ` +
      `${supply.replace('the edition’s', 'the document’s')} (${at.path})${once}`;
    return {
      path: shownPath(path),
      line: at.line,
      column: at.column,
      severity: 'error',
      rule: `deposit/${rule}`,
      message,
    };
  });
}

/**
 * Whether it has the header that `siglum import` writes (import/files/header.ts), with the volume's
 * own in `biblFull`; a text that had its own header still has that one.
 */
function isImported(root: TreeElement): boolean {
  if (!descend(root, 'teiHeader', 'fileDesc', 'sourceDesc', 'biblFull')) return false;
  const appInfo = descend(root, 'teiHeader', 'encodingDesc', 'appInfo');
  return (
    appInfo !== undefined &&
    [...walk(appInfo)].some((element) => attribute(element, 'ident') === IMPORT)
  );
}

/** Files too large for a repository. */
export function tooLarge(
  repository: Repository,
  paths: readonly string[],
  severity: Severity,
): Finding[] {
  if (!repository.tei) return [];
  return paths
    .filter((path) => statSync(path).size > MOST_FOR_TAPAS)
    .map((path) => ({
      path: shownPath(path),
      severity,
      rule: 'deposit/too-large',
      message:
        `the file has more than 10 MiB, and ${repository.title} takes none that is larger; ` +
        `divide the document`,
    }));
}
