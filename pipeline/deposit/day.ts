/**
 * The date of a package.
 *
 * Takes the edition's date of publication and the environment. Returns YYYY-MM-DD:
 * SOURCE_DATE_EPOCH where it is set (reproducible-builds.org/specs/source-date-epoch), else the
 * edition's own date, which may be a year or a month; never the clock's (CONTRIBUTING, Laws).
 */
import { UsageError } from '../core/finding.ts';

/** Seconds; the last value with a year of four digits. */
const LAST = Date.UTC(9999, 11, 31) / 1000;

/** Throws a `UsageError` if SOURCE_DATE_EPOCH is not a number of seconds. */
export function packageDay(published: string, epoch = process.env['SOURCE_DATE_EPOCH']): string {
  if (epoch === undefined || epoch === '') return published;
  const seconds = Number(epoch);
  if (!/^\d+$/.test(epoch) || seconds > LAST) {
    throw new UsageError(
      `SOURCE_DATE_EPOCH is “${epoch}”; give seconds since the beginning of 1970, or unset it`,
    );
  }
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
