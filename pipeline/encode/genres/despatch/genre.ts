/**
 * Papers of governments and offices: despatches, telegrams, memoranda, reports, notes.
 */

import { pattern } from '../../../core/text.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import type { Genre, Recognition } from '../common/genre.ts';
import { outlineCorrespondence } from '../correspondence/outline.ts';
import { letterSigns } from '../correspondence/signs.ts';

export const despatch: Genre = {
  name: 'despatch',
  title: 'a despatch, telegram or memorandum',
  recognize,
  outline: (input) => outlineCorrespondence(input, 'paper'),
  header: { correspondence: true },
};

/** Names of papers of an office in their titles. */
const KIND = pattern('iu')`
    ^(?:\d+[a-z]?\.\s+)?(?:(?:\p{Lu}[\p{L}’'-]*|of|the|and|for|in|to|on|de|
    top secret) ){0,6}(?:memorand(?:um|a)|telegrams?|airgrams?|cables?|despatch(?:es)?|
    dispatch(?:es)?|instructions?|circular|notes?|messages?|letters?|papers?|reports?|minutes|
    record|summary|estimates?|directive|statement|aide-m[ée]moire|briefing|study|agreement|decision|
    note verbale|backchannel|transcript|conversation|action|editorial note|talking points|
    intelligence|declaration|resolution|proclamation|order)\b
  `;
/** "The Secretary of State to the Ambassador in China (Gauss)". */
const OFFICE_TO_OFFICE = pattern('iu')`
    (?<!\p{L})(?:secretary|ambassador|minister|consul|chargé|president|department|embassy|legation|
    mission|consulate|director|chairman|chief|commissioner|representative|delegation|adviser|
    counselor|prime minister|commander|governor|foreign (?:office|minister))(?!\p{L}).{0,120}\bto\b
  `;

/**
 * Lines above a paper of an office: "793B.00/5–2951: Telegram", "No. 305.]", "[Extract]", "top
 * secret".
 */
const MARKING = pattern('i')`
    ^(?:[[(]?(?:telegram|extract|translation|circular|confidential|secret|top secret|restricted|
    unclassified|(?:limited )?official use only|urgent|priority)s?\b.{0,20}[\])]?|
    .{2,60}: (?:telegram|airgram|circular)|(?:no|nr|núm)\. ?\d+[.,]?\]?|\d{3}[\w.]*\/.{1,40})$
  `;
/** How far from the beginning a marking may be (in blocks). */
const FRONT = 6;

function recognize(evidence: GenreEvidence): Recognition {
  const { title, notes, blocks } = evidence;
  const signs = letterSigns(evidence);
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
  if (blocks.slice(0, FRONT).some(({ text }) => MARKING.test(text))) {
    score += 0.35;
    reasons.push('a file number or marking of an office over its text');
  }
  if (signs.form) {
    score += 0.4;
    reasons.push('lines for sender and addressee');
  }
  if (signs.received) {
    score += 0.35;
    reasons.push('a mark of receipt');
  }
  if (signs.dateline) {
    score += 0.2;
    reasons.push('a dateline with place and date');
  }
  if (signs.dateline && signs.signature && !signs.salutation && !signs.closing && !signs.parties) {
    score += 0.15;
    reasons.push('a dateline and a signature');
  }
  // A greeting suggests a letter; the office's own title still makes it a despatch.
  if (signs.salutation) score -= 0.15;
  return { score: Math.min(Math.max(score, 0), 0.99), reasons };
}
