/**
 * A repository's objections to the metadata, with the places in edition.xml that they come from.
 */
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { headerTree } from '../requirements/findings.ts';
import { headerPlace } from '../requirements/place.ts';
import { REQUIREMENTS, type RequirementName } from '../requirements/requirements.ts';
import { objectOf, wordOf } from './answers.ts';
import type { ServiceError } from './http/requests.ts';

/** A member of the record and a reason, in the repository's own words. */
export interface RefusedField {
  /** `metadata.creators.0.person_or_org.family_name`, or words that name a field. */
  readonly field: string;
  readonly message: string;
}

/** Which part of the record comes from which part of the header; the first match counts. */
const SOURCES: readonly (readonly [field: RegExp, source: RequirementName])[] = [
  [/email|contact/i, 'email'],
  [/creators|author/i, 'editor'],
  [/publication_?date|dateavailable/i, 'published'],
  [/rights|licen[cs]e/i, 'licence'],
  [/description/i, 'description'],
  [/publisher/i, 'publisher'],
  [/language/i, 'language'],
  [/subjects?|keyword/i, 'keywords'],
  [/funding|grant/i, 'funder'],
  [/\bdoi\b|pids/i, 'doi'],
  [/version/i, 'version'],
  [/identifier/i, 'identifier'],
  [/title/i, 'title'],
];

export function refusalFindings(refusals: readonly RefusedField[], edition: Edition): Finding[] {
  const root = headerTree(edition.header);
  return refusals.map(({ field, message }) => {
    const source = SOURCES.find(([pattern]) => pattern.test(field))?.[1];
    const place = headerPlace(root, source ? REQUIREMENTS[source].place : 'teiHeader');
    const advice = source ? `; ${REQUIREMENTS[source].supply}` : '';
    return {
      path: shownPath(edition.header),
      line: place.line,
      column: place.column,
      severity: 'error',
      rule: 'deposit/refused',
      message: `the repository rejects ${field}: “${message}”${advice} (${place.path})`,
    };
  });
}

/** A refused request as findings about the edition. */
export function refusedInput(error: ServiceError, edition: Edition): InputError {
  const { body } = error.response ?? {};
  const listed = refusalsIn(body);
  if (listed.length > 0) return new InputError(refusalFindings(listed, edition));
  const about = { path: shownPath(edition.header), severity: 'error', rule: 'deposit/refused' };
  const status = error.response?.status ?? 0;
  if (status !== 400 && status !== 422)
    return new InputError({ ...about, severity: 'error', message: adviceFor(status, error) });
  return new InputError(
    refusalFindings([{ field: 'the record', message: error.message }], edition),
  );
}

/** Else the request is about all records, or about a collection. */
function isAboutDraft(path: string): boolean {
  return /^\/api\/(?:records\/|datasets\/:persistentId\/|files\/)/.test(path);
}

function adviceFor(status: number, { message, request }: ServiceError): string {
  if (status === 401 || status === 403)
    return (
      `${message}; the token is not valid here, or does not allow deposits: make a new one in ` +
      `the repository’s settings`
    );
  if (status === 404)
    return isAboutDraft(request.path)
      ? `${message}; the draft is no longer there: remove its entry from deposits.json, and a ` +
          `new one is made`
      : `${message}; --base (or --collection) leads to no place for a deposit`;
  if (status === 413)
    return `${message}; the repository takes no file of this size: ask it for a larger quota`;
  return message;
}

/** InvenioRDM: `errors: [{ field, messages }]`; Dataverse: `status: "ERROR", message`. */
export function refusalsIn(body: unknown): RefusedField[] {
  const { errors, status, message } = objectOf(body);
  if (Array.isArray(errors)) {
    return errors.flatMap((error: unknown) => {
      const { field, messages: said } = objectOf(error);
      const messages: readonly unknown[] = Array.isArray(said) ? said : [said ?? error];
      return messages.map((one) => ({
        field: wordOf(field) ?? 'the record',
        message: typeof one === 'string' ? one : JSON.stringify(one),
      }));
    });
  }
  if (status === 'ERROR' && message !== undefined) {
    const words = typeof message === 'string' ? message : JSON.stringify(message);
    const fields = words.match(/\b[A-Z][\w -]+ is required/g) ?? [];
    return fields.length === 0
      ? [{ field: words, message: words }]
      : fields.map((one) => ({ field: one.replace(/ is required$/, ''), message: one }));
  }
  return [];
}
