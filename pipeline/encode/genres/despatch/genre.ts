/**
 * Papers of governments and offices: despatches, telegrams, memoranda, reports, notes.
 */

import { isDateline } from '../../dates/dateline.ts';
import { outlineCorrespondence } from '../correspondence/outline.ts';
import type { Evidence } from '../evidence.ts';
import type { Genre, Recognition } from '../genre.ts';

export const despatch: Genre = {
  name: 'despatch',
  title: 'a despatch, telegram or memorandum',
  recognize,
  outline: ({ id, layout }) => outlineCorrespondence(layout, id),
  header: { correspondence: true },
};

/** What a paper of an office calls itself in its title. */
const KIND =
  /^(?:\d+[a-z]?\.\s+)?(?:(?:\p{Lu}[\p{L}’'-]*|of|the|and|for|in|to|on|de|top secret) ){0,6}(?:memorand(?:um|a)|telegrams?|airgrams?|cables?|despatch(?:es)?|dispatch(?:es)?|instructions?|circular|notes?|messages?|letters?|papers?|reports?|minutes|record|summary|estimates?|directive|statement|aide-m[ée]moire|briefing|study|agreement|decision|note verbale|backchannel|transcript|conversation|action|editorial note|talking points|intelligence|declaration|resolution|proclamation|order)\b/iu;
/** "The Secretary of State to the Ambassador in China (Gauss)". */
const OFFICE_TO_OFFICE =
  /\b(?:secretary|ambassador|minister|consul|chargé|president|department|embassy|legation|mission|consulate|director|chairman|chief|commissioner|representative|delegation|adviser|counselor|prime minister|commander|governor|foreign (?:office|minister))\b.{0,120}\bto\b/i;

/** How far from the beginning the front of a paper goes (in blocks). */
const FRONT = 6;
const CLASSIFICATION =
  /^(?:top secret|secret|confidential|restricted|unclassified|official use only|limited official use)\b.{0,30}$/i;

function recognize({ title, notes, blocks }: Evidence): Recognition {
  const reasons: string[] = [];
  let score = 0;
  if (/^Source:/.test(notes[0] ?? '')) {
    score += 0.5;
    reasons.push('its first note names an archival source');
  }
  if (/^\d+[a-z]?\.\s+\p{Lu}/u.test(title)) {
    score += 0.35;
    reasons.push('it is a numbered document');
  }
  const kind = KIND.exec(title);
  if (kind) {
    score += 0.35;
    reasons.push('its title names a paper of an office');
  }
  if (OFFICE_TO_OFFICE.test(title)) {
    score += 0.5;
    reasons.push('its title names offices as sender and addressee');
  }
  const front = blocks.slice(0, FRONT);
  if (front.some(({ text }) => CLASSIFICATION.test(text))) {
    score += 0.3;
    reasons.push('it was classified');
  }
  if (score > 0 && front.some(({ text }) => text.length < 100 && isDateline(text))) {
    score += 0.15;
    reasons.push('a dateline');
  }
  return { score: Math.min(score, 0.97), reasons };
}
