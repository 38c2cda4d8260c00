/** An addressee with his rank above the text of a letter. */
import type { Language } from '../../../languages/model/language.ts';

/** Limits of its lines: their number, characters in all, words of the first. */
const MOST_LINES = 4;
const LONGEST = 200;
const MOST_WORDS = 7;

/** Ranks that are also adjectives: "General Remarks:", "Major Issues:" are headings. */
const ADJECTIVE = /^(?:general|major|principal)$/iu;

/**
 * "Major-General CANBY,⏎Commanding Military Division of West Mississippi:", "General BANKS:": rank
 * and name of the addressee. A heading does not end so.
 */
export function isRankedAddressee(text: string, { honorifics }: Language): boolean {
  if (!/:[—–-]?$/.test(text) || text.length > LONGEST) return false;
  const lines = text.split('\n');
  const listed = lines.every(
    (line, at) => /^\p{Lu}/u.test(line) && (at === lines.length - 1 || line.endsWith(',')),
  );
  const words = (lines[0] ?? '').replace(/[\s,.:—–-]+$/, '').split(/[\s-]+/);
  if (!listed || lines.length > MOST_LINES || words.length > MOST_WORDS) return false;
  const isRank = (word = '') => honorifics.includes(word.replace('.', '').toLowerCase());
  // "Brigadier-General": the second word shows that the first is part of the rank.
  const ranks = words.findIndex((word, at) => !isRank(word) && !(at === 0 && isRank(words[1])));
  if (ranks < 1) return false;
  const name = words.slice(ranks);
  const capitals = /^\p{Lu}{3,}$/u.test(name.at(-1) ?? '') && /\p{Ll}/u.test(words[0] ?? '');
  return (
    name.every((word) => /^\p{Lu}/u.test(word)) &&
    (capitals || ranks > 1 || !ADJECTIVE.test(words[0] ?? ''))
  );
}
