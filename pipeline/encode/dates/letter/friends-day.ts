/** Days as the Friends write them, who number the months. */
import type { WrittenDay } from './written-day.ts';

const FRIENDS_MONTH = String.raw`(?<month>\d{1,2})(?:st|nd|rd|d|th)?\.? ?mo(?:nth)?\b\.?`;

const FRIENDS_DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|d|th)?`;

const FRIENDS_YEAR = String.raw`(?:,? ?(?:of )?(?<year>1[67]\d\d|18\d\d)(?!\d))?`;

const FRIENDS_DAYS: readonly RegExp[] = [
  `${FRIENDS_MONTH},? ${FRIENDS_DAY}${FRIENDS_YEAR}`,
  `${FRIENDS_DAY} ?(?:day )?(?:of (?:the )?|,? ?)${FRIENDS_MONTH}${FRIENDS_YEAR}`,
].map((form) => new RegExp(form, 'iuy'));

/**
 * The Friends number the months: "7th mo. 3d 1823", "3d of 7th month, 1823". From 1752 January is
 * the first.
 */
export function friendsDay(text: string, start: number): WrittenDay | undefined {
  for (const pattern of FRIENDS_DAYS) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match?.groups) continue;
    const [m, d, y] = ['month', 'day', 'year'].map((name) =>
      Number(match.groups?.[name] ?? Number.NaN),
    );
    if (m === undefined || d === undefined || m < 1 || m > 12 || d < 1 || d > 31) continue;
    const end = start + match[0].trimEnd().length;
    // Before 1752 the year began in March: which month is named cannot be decided without the
    // calendar of the place.
    if (y !== undefined && y < 1752) return { start, end, day: d };
    return {
      start,
      end,
      day: d,
      month: m,
      ...(y !== undefined && !Number.isNaN(y) ? { year: y } : {}),
    };
  }
  return undefined;
}
