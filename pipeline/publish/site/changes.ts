/**
 * When documents and edition were changed, from their headers (revisionDesc).
 *
 * Takes W3C dates, which may be a month or a year. Returns moments in RFC 3339, as feeds, sitemaps
 * and link dumps require; a month or a year becomes its first moment. Never the clock: the same
 * edition gives the same bytes.
 */
import type { ChangeData, HeaderData } from '../../transform/model.ts';
import type { Headers } from './site-model.ts';

/**
 * `2026-11-23` is `2026-11-23T00:00:00Z`; undefined for anything that is not a date of the common
 * era.
 */
export function moment(when: string): string | undefined {
  const parts =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(
      when,
    );
  if (!parts) return undefined;
  const [, year = '', month = '01', day = '01', time = 'T00:00:00', zone = 'Z'] = parts;
  const full = `${year}-${month}-${day}${time.length === 6 ? `${time}:00` : time}${zone}`;
  return Number.isNaN(Date.parse(full)) || !isCalendarDay(Number(year), Number(month), Number(day))
    ? undefined
    : full;
}

/** The date of the last change of a header, else of its publication. */
export function lastChange({ changes, publishedOn }: HeaderData): string | undefined {
  const known = changes
    .map(({ when }: ChangeData) => moment(when))
    .find((when) => when !== undefined);
  return known ?? (publishedOn === null ? undefined : moment(publishedOn));
}

/** The latest change of the edition or of one of its documents. */
export function latestChange(site: Headers): string | undefined {
  let latest = lastChange(site.edition);
  for (const { header } of site.documents) {
    const when = lastChange(header);
    if (when !== undefined && (latest === undefined || Date.parse(when) > Date.parse(latest)))
      latest = when;
  }
  return latest;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
