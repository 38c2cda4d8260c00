/**
 * The kind of a block of a reading text: a list's head, a heading, a salutation, a signature, a row
 * of a table, a paragraph.
 *
 * Takes a block's text and its neighbours. Returns yes or no. A reading text has lost the
 * indentation, italics and capitals that distinguish these in print, so each test uses wording,
 * length, capitals and place; in doubt it is a paragraph.
 */
import { pattern } from '../../../../core/text.ts';

/** The headings of the lists at the head of a document, by type; matched without case and colon. */
const LIST_HEADS: readonly (readonly [type: string, form: RegExp])[] = [
  ['subject', /^(?:subject|subj|sub|re|topic)s?$/],
  [
    'participants',
    pattern('')`
    ^(?:participants?(?:\s.*)?|participation|present(?:\s.*)?|others? present|also present|
    in attendance|attend(?:ees|ance)|persons present)$
  `,
  ],
  ['references', /^(?:ref|refs|reference|references|reftel|reftels)$/],
  ['to', /^(?:to|memorandum for|attention|through|via|for|info|information)$/],
  ['from', /^from$/],
  [
    'agenda',
    pattern('')`
    ^(?:tagesordnung|traktanden|agenda|order of (?:the day|business)|ordre du jour|
    orden del d[íi]a)$
  `,
  ],
];

/** The type of the list that `text` heads, if it has the words of a list's heading. */
export function listType(text: string): string | undefined {
  const words = text
    .trim()
    .replace(/\s*[:.]$/, '')
    .toLowerCase();
  return LIST_HEADS.find(([, form]) => form.test(words))?.[0];
}

/**
 * A short line without a sentence's end, which may head a following list ("United States",
 * "Canadian Side:").
 */
export function mayHeadList(text: string): boolean {
  const bare = text.replace(/\b(?:\p{L}\.){2,}$/u, '');
  return (
    text.length <= 60 &&
    !/[.;,?!—–-]$/.test(bare) &&
    !/[.;]\s/.test(text.replace(/\b(?:\p{L}\.)+/gu, ''))
  );
}

const NAME_WORD = pattern('u')`
    ^(?:\(?["“']?\p{Lu}[\p{L}'’.-]*["”']?\)?[,.]?|de\p{Lu}?\.?|da|di|del|della|der|den|van|von|la|
    le|du|el|al|bin|ibn|y|and|of|the|for|USAF?|USN|USMC|I{2,3}|IV|Jr\.?|Sr\.?)$
  `;

const OFFICE = pattern('')`
    \b(?:Chief|Director|Chairman|General|Admiral|Colonel|Captain|Commander|Commanding|Staff|
    Secretary|Affairs|Division|Ambassador|Minister|Counselor|Consul|Attach[eé]|USAF?|USN|USMC|Army|
    Navy|Acting|Deputy|Assistant|Adviser|Advisor|President|Administrator|Representative|Embassy)\b
  `;

/** An office on a line of its own under a signature: "Chief, Far East Division". */
export function isOffice(text: string): boolean {
  return (
    text.length <= 80 &&
    OFFICE.test(text) &&
    !/[.:;?!]$/.test(text) &&
    text.split(/\s+/).every((word) => NAME_WORD.test(word))
  );
}

const MINOR_WORD = pattern('u')`
    ^(?:a|an|and|as|at|but|by|d['’]\p{L}+|de|du|for|from|in|into|la|le|nor|of|on|or|over|per|the|to|
    under|upon|versus|via|vis-à-vis|vs\.?|with|within|without|through|toward|towards|against|
    between|among|its|their|our)$
  `;

/** A heading in title capitals: characters, words. */
const LONGEST_HEADING = 160;
const MOST_HEADING_WORDS = 24;

/**
 * A heading: a short line in title capitals or all capitals, without a sentence's end, which is not
 * an item of a list and not in an editor's brackets. "Negative Factors", "I. The Problem",
 * "CONCLUSIONS".
 */
export function isHeading(text: string): boolean {
  // "Subject: Conditions on Formosa"
  const [label = '', ...labelled] = text.split(':');
  if (labelled.join('').trim() !== '' && listType(label) !== undefined) return false;
  if (/^(?:no|nr|n[°º]|núm)\.? ?\d+[.,\]]*$/iu.test(text)) return false;
  if (
    text.length > LONGEST_HEADING ||
    /^[["“‘(]/.test(text) ||
    /[.;,?!]$/.test(text) ||
    /\n.*\n/.test(text)
  )
    return false;
  const bare = text.replace(ENUMERATOR, '').replace(/:$/, '');
  const words = bare.split(/[\s/–—-]+/).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0 || words.length > MOST_HEADING_WORDS) return false;
  return words.every(
    (word, at) => /^[("“‘'’]*[\p{Lu}\d]/u.test(word) || (at > 0 && MINOR_WORD.test(word)),
  );
}

const ENUMERATOR =
  /^(?:\(?(?:[IVXL]+|[A-Z]|\d{1,2}|[a-z])[.)]|\((?:[IVXL]+|[A-Z]|\d{1,2}|[a-z])\))\s+/;

/**
 * The style of a heading, as far as a reading text shows it: headings of one style count as one
 * rank.
 */
export function headingStyle(text: string): string {
  const enumerator = ENUMERATOR.exec(text)?.[0] ?? '';
  const form = enumerator
    .trim()
    .replace(/[IVXL]{2,}|^\(?[IVX](?=[.)])/, 'I')
    .replace(/\d+/, '1')
    .replace(/[A-HJ-Z]/, 'A')
    .replace(/[a-z]/, 'a');
  const letters = text.replace(/[^\p{L}]/gu, '');
  return `${form}${letters === letters.toUpperCase() ? '/capitals' : ''}`;
}
