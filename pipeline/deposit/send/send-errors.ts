/** Why an edition is not sent. */
import { type Finding, InputError, ifReadable, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { attribute, descend } from '../../xml/tree.ts';
import { headerTree, placeInEdition } from '../requirements/findings.ts';
import { REQUIREMENTS } from '../requirements/requirements.ts';
import { type SentVersion, statePath } from './state.ts';

export function withoutVersion(edition: Edition): InputError {
  const { file, line, column } = placeInEdition(edition, REQUIREMENTS.version.place);
  return new InputError({
    path: shownPath(file),
    line,
    column,
    severity: 'error',
    rule: 'deposit/version',
    message:
      'the edition has no number, by which a repository distinguishes versions; write one, ' +
      'as in <editionStmt><edition n="1.0.0">First edition</edition></editionStmt>',
  });
}

/** What is missing for the packages, and the number: the editor supplies all at once. */
export function withVersionFinding(error: unknown, edition: Edition): unknown {
  if (!(error instanceof InputError) || statesVersion(edition)) return error;
  return new InputError([...error.findings, ...withoutVersion(edition).findings]);
}

/** An unreadable header is reported otherwise. */
function statesVersion({ header }: Edition): boolean {
  return ifReadable(
    () => {
      const stated = descend(headerTree(header), 'teiHeader', 'fileDesc', 'editionStmt', 'edition');
      return stated !== undefined && (attribute(stated, 'n') ?? '').trim() !== '';
    },
    () => true,
  );
}

export function isPublished(edition: Edition, { version, page }: SentVersion): InputError {
  return new InputError({
    path: shownPath(edition.header),
    severity: 'error',
    rule: 'deposit/version',
    message:
      `version ${version} is published already, at ${page} ` +
      `(${shownPath(statePath(edition))}); give the edition its next number in ` +
      `editionStmt/edition/@n`,
  });
}

/** A second draft that the repository made although it had not answered. */
export function furtherDraft(edition: Edition, page: string): Finding {
  return {
    path: shownPath(edition.header),
    severity: 'warning',
    rule: 'deposit/further-draft',
    message:
      `the connection broke while the draft was made, and the repository has made another, ` +
      `empty one: ${page}; delete it there`,
  };
}

export function notBuilt(edition: Edition): InputError {
  return new InputError({
    path: shownPath(edition.root),
    severity: 'error',
    rule: 'deposit/build',
    message:
      'the edition with its DOI has errors (above), and nothing was sent; correct them and ' +
      'run the same command again',
  });
}
