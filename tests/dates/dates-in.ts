/** The dates found in a text, as short text. */
import type { Dating } from '../../pipeline/authorities/model.ts';
import { findDates } from '../../pipeline/encode/dates/find.ts';
import type { Passage, PassageRole } from '../../pipeline/encode/engine/model.ts';

export function passage(text: string, role: PassageRole = 'paragraph', id = 'p1'): Passage {
  return { id, role, text, points: [], line: 1 };
}

/**
 * The dates of one paragraph as `words=value`, a range as `from/to`, a span of time as
 * `notBefore..notAfter`.
 */
export function dates(
  text: string,
  dating: Dating | undefined = { when: '1964-05-20' },
  role: PassageRole = 'paragraph',
): string[] {
  const study = { id: 'd1', passages: [passage(text, role)], ...(dating ? { dating } : {}) };
  return findDates(study).map((m) => `${text.slice(m.start, m.end)}=${shown(m.dating)}`);
}

function shown(dating: Dating | undefined): string {
  if (!dating) return '?';
  if (dating.when) return dating.when;
  return dating.from ? `${dating.from}/${dating.to}` : `${dating.notBefore}..${dating.notAfter}`;
}
