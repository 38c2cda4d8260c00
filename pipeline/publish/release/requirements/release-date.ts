/** The number and date of a release. */
import { type Finding, shownPath, UsageError } from '../../../core/finding.ts';
import type { Edition } from '../../../edition/edition.ts';
import { byVersionNumber } from '../../history/number.ts';
import type { StoredRelease } from '../../history/store.ts';
import type { Site } from '../../site/site.ts';

export function requireGreater(number: string, releases: readonly StoredRelease[]): void {
  const newest = releases.at(-1);
  if (newest === undefined || byVersionNumber(number, newest.number) > 0) return;
  throw new UsageError(
    `--release ${number} does not come after ${newest.number}, the newest release; give a ` +
      'number that is greater',
  );
}

/**
 * The day of the edition statement if it is about this number, else SOURCE_DATE_EPOCH (seconds
 * since 1970, reproducible-builds.org), else the edition statement's day in any case. Never the
 * clock.
 */
export function releaseDate(
  number: string,
  { editionNumber, editionDate }: Site['edition'],
  edition: Edition,
): { date: string | null; findings: Finding[] } {
  const releaseFinding = (message: string): Finding[] => [
    {
      path: shownPath(edition.header),
      severity: 'warning',
      rule: 'release/edition-statement',
      message,
    },
  ];
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const seconds = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) : undefined;
  const other = seconds === undefined ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
  const right = `editionStmt: <edition n="${number}">… <date when="YYYY-MM-DD">…</date></edition>`;
  if (editionNumber !== number) {
    const says =
      editionNumber === null
        ? 'does not number the edition'
        : `calls this edition ${editionNumber}`;
    return {
      date: other ?? editionDate,
      findings: releaseFinding(
        `edition.xml ${says}, the release is ${number}; pages and citations say what ` +
          `edition.xml says: ${right}`,
      ),
    };
  }
  if (editionDate !== null) return { date: editionDate, findings: [] };
  return {
    date: other,
    findings: other === null ? releaseFinding(`the release has no date; give it in ${right}`) : [],
  };
}
