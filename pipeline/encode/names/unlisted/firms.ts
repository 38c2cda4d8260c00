/**
 * Firms, publishers and ships by their form, and well-known institutions: "Freund & Co.", "Breslau:
 * Trewendt 1894", "S.S. Falaba", "the House of Lords".
 */
import type { NameToken } from '../words/tokens.ts';
import type { NameRun, RuleName } from './model.ts';
import { isDetermined } from './words/determined.ts';
import { isAnd, type OrdinaryWords } from './words/words.ts';

/** The most words of a firm's or a publisher's name. */
const MOST_WORDS = 6;
const YEAR = /^(?:1[4-9]|20)\d\d$/;
/** A name in a list of places and years, or after a colon, as bibliographies write publishers. */
const BEFORE_PUBLISHER = /^: ?$/;

type FirmRun = NameRun | undefined;

export function firmAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): FirmRun {
  return (
    shipAt(tokens, at, taken, words) ??
    publisherAt(tokens, at, taken, words) ??
    companyAt(tokens, at, taken, words) ??
    institutionAt(tokens, at, taken, words)
  );
}

const org = (from: number, end: number, rule: RuleName): NameRun => ({
  from,
  end,
  kind: 'org',
  rule,
});

/** "S.S. Falaba", "H. M. S. Hood", "the steamer Falaba"; "U.S.S.R." and "ship Captain" are none. */
function shipAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): FirmRun {
  const { ships, shipWords } = words.sets;
  const isName = (index: number) => {
    const token = tokens[index];
    return (
      token?.capital === true && !taken[index] && !words.isNever(token) && !words.isTitle(token)
    );
  };
  let end = at;
  let letters = '';
  while (
    tokens[end]?.initial &&
    end < at + 3 &&
    (end === at || /^\. ?$/.test(tokens[end]?.gap ?? ''))
  )
    letters += tokens[end++]?.key;
  if (end === at && tokens[at]?.shout) letters = tokens[end++]?.key ?? '';
  const isPrefix = ships.has(letters) && isName(end) && /^\.? $/.test(tokens[end]?.gap ?? '');
  if (isPrefix && (tokens[end]?.text.length ?? 0) > 2)
    return org(at, runOfNames(tokens, end, taken, words), 'ship');
  const before = tokens[at - 1];
  // "the cruiser Emden", "Dampfer Imperator", „Dampfer »Imperator«“.
  if (!before || !shipWords.has(before.key) || before.capital !== words.lexicon.capitalNouns)
    return undefined;
  const token = tokens[at] as NameToken;
  if (!/^ ["“„»«]?$/.test(token.gap) || !isName(at) || token.initial) return undefined;
  const isQuoted = token.gap.length > 1;
  if (!isQuoted && words.lexicon.capitalNouns && words.isListed(token)) return undefined;
  return org(at, runOfNames(tokens, at, taken, words), 'ship');
}

/** The end of a run of up to three capitalized words. */
function runOfNames(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): number {
  let end = at + 1;
  for (; end < at + 3; end++) {
    const token = tokens[end];
    if (!token?.capital || token.gap !== ' ' || taken[end] || words.isOrdinary(token)) break;
  }
  return end;
}

/** "Breslau: Trewendt 1894", "London: Chapman & Hall, 1860": between a place and a year. */
function publisherAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): FirmRun {
  if (!BEFORE_PUBLISHER.test(tokens[at]?.gap ?? '') || !words.placeAt(tokens, at - 1))
    return undefined;
  let end = at;
  for (; end < at + MOST_WORDS; end++) {
    const token = tokens[end];
    if (!token || taken[end] || (end > at && !/^(?:\.? | & |[-‐‑])$/.test(token.gap))) break;
    if (!token.capital && !words.sets.joins.has(token.key)) break;
  }
  const year = tokens[end];
  const last = tokens[end - 1];
  if (end === at || !last?.capital || !year || !YEAR.test(year.text)) return undefined;
  return /^\.?,? $/.test(year.gap) ? org(at, end, 'publisher') : undefined;
}

/** "E. D. Bigelow & Co.", "Longman and Co.", "Freund & Söhne". */
function companyAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): FirmRun {
  const { firmEndings, firms } = words.sets;
  for (let end = at + 1; end < at + MOST_WORDS; end++) {
    const token = tokens[end];
    const before = tokens[end - 1] as NameToken;
    if (isAnd(token?.key) && isFirmEnding(tokens[end + 1], words) && !words.isNever(before))
      return org(at, end + 2, 'firm');
    if (!token?.capital || taken[end] || words.isNever(before)) return undefined;
    // "Montana AG", "Vickers, Ltd.".
    if (firmEndings.has(token.key) && /^,? $/.test(token.gap)) return org(at, end + 1, 'firm');
    if (firms.has(token.key) && /^,? & $/.test(token.gap)) return org(at, end + 1, 'firm');
    if (!/^(?: | & |, )$/.test(token.gap) && !(before.initial && /^\. ?$/.test(token.gap)))
      return undefined;
  }
  return undefined;
}

/** The most words of an institution's name: "House of Commons". */
const MOST_OF_INSTITUTION = 3;

/** "the House of Lords"; one word only after an article: "in the Times", "der Reichstag". */
function institutionAt(
  tokens: readonly NameToken[],
  at: number,
  taken: readonly boolean[],
  words: OrdinaryWords,
): FirmRun {
  for (let count = MOST_OF_INSTITUTION; count > 0; count--) {
    const run = tokens.slice(at, at + count);
    if (run.length < count || run.slice(1).some(({ gap }) => gap !== ' ')) continue;
    if (!words.sets.institutions.has(run.map(({ key }) => key).join('_'))) continue;
    const next = tokens[at + count];
    const isJoined = words.sets.joins.has(next?.key ?? '') && !isAnd(next?.key);
    const isLonger = next?.gap === ' ' && (next.capital || isJoined);
    const isAlone = isDetermined(tokens, at, words) && !isLonger && run[0]?.shout === false;
    if (taken.slice(at, at + count).some(Boolean) || (count === 1 && !isAlone)) continue;
    return run.at(-1)?.capital ? org(at, at + count, 'institution') : undefined;
  }
  return undefined;
}

/** "Co." after "and". */
function isFirmEnding(token: NameToken | undefined, { sets }: OrdinaryWords): boolean {
  return token?.capital === true && token.gap === ' ' && sets.firms.has(token.key);
}
