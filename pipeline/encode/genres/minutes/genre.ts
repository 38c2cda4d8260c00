/**
 * Minutes and proceedings: attendance, items of the agenda, discussions and resolutions.
 */

import { pattern } from '../../../core/text.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import type { Genre, Recognition } from '../common/genre.ts';
import { outlineCorrespondence } from '../correspondence/outline.ts';

export const minutes: Genre = {
  name: 'minutes',
  title: 'minutes',
  recognize,
  outline: (input) => outlineCorrespondence(input, 'paper'),
  header: { correspondence: false },
};

const TITLE = pattern('i')`
    \b(?:minutes|proceedings|protocol of the|protokoll|sitzungsprotokoll|niederschrift|
    verhandlungen|procès-verbal|compte rendu|actas?|sesi[óo]n)\b
  `;
/** "Protokoll der am 9. Oktober 1853 in Wien abgehaltenen Konferenz" below a title without it. */
const OPENING = pattern('iu')`
    ^(?:(?:sitzungs)?protokoll|niederschrift|minutes|proceedings|procès-verbal|actas?) (?:der|des|
    die|über|of|de la|de|du|del)(?!\p{L})
  `;
/** Words for a meeting, which minutes share with other papers about it. */
const MEETING = pattern('iu')`
    (?<!\p{L})(?:(?:meeting|session|conclusions|resolutions|vestry|conference) (?:of|held|holden)|
    at a (?:\p{L}+ )?(?:meeting|court|council|vestry|common hall)|sitzung|séance|réunion|sesi[óo]n|
    reuni[óo]n|cabildo|seduta|vergadering)(?!\p{L})
  `;
const ATTENDANCE = pattern('i')`
    ^(?:present|also present|in attendance|absent|apologies|anwesend|abwesend|entschuldigt|
    présents?|absents?|presentes|ausentes|asistentes)\b
  `;

function recognize({ title, blocks }: GenreEvidence): Recognition {
  const reasons: string[] = [];
  let score = 0;
  if (TITLE.test(title)) {
    score += 0.75;
    reasons.push('its title says so');
  }
  if (score === 0 && blocks.slice(0, 2).some(({ text }) => OPENING.test(text))) {
    score += 0.6;
    reasons.push('its first words say so');
  }
  if (blocks.slice(0, 12).some(({ text }) => ATTENDANCE.test(text))) {
    score += 0.3;
    reasons.push('a list of those present');
    if (!TITLE.test(title) && MEETING.test(title)) {
      score += 0.45;
      reasons.push('its title names a meeting');
    }
  }
  return { score: Math.min(score, 0.9), reasons };
}
