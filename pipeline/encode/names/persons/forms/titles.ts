/**
 * The title or office before a name, in the text.
 *
 * Takes the tokens before a name. Returns the words of the title nearest to it, or those that a
 * parenthesis explains.
 */
import { wordList } from '../../../../core/text.ts';
import type { Lexicon } from '../../words/lexicon.ts';
import type { NameToken } from '../../words/tokens.ts';

const COURTESY = new Set(
  wordList(`
    mr mrs miss ms mme mlle madame mademoiselle madam monsieur m messrs mssrs dr hon honorable sir
    herr herrn frau fraulein senor senora senorita sr sra don dona
  `),
);

/** A title without an office, such as "Mr". The key of a word (`tokens.ts`). */
export function isCourtesy(key: string): boolean {
  return COURTESY.has(key);
}

/**
 * The office words before a name: "Deputy Under Secretary" of "Deputy Under Secretary of State for
 * Political Affairs Johnson".
 */
export function titleBefore(tokens: readonly NameToken[], first: number, words: Lexicon): string[] {
  let i = first - 1;
  if (!leadsOn(tokens, i, words)) return [];
  if (!words.isTitle(tokens[i]?.key ?? '')) i = officeOfComplement(tokens, i, words);
  const title: string[] = [];
  for (; i >= 0 && leadsOn(tokens, i, words); i--) {
    const token = tokens[i];
    if (
      !token ||
      !words.isTitle(token.key) ||
      !(token.capital || LOWER_CASE_OFFICES.has(token.key))
    )
      break;
    title.unshift(token.key);
  }
  return title;
}

/** Goes back over "of State for Economic Affairs" to the office; -1 if there is none. */
function officeOfComplement(tokens: readonly NameToken[], from: number, words: Lexicon): number {
  if (!tokens[from]?.capital) return -1;
  for (let i = from; i >= Math.max(0, from - 8); i--) {
    const token = tokens[i];
    if (!token || !leadsOn(tokens, i, words) || !(token.capital || COMPLEMENT_WORDS.has(token.key)))
      return -1;
    if (token.capital && words.isTitle(token.key))
      return /^(?:of|for|to)$/.test(tokens[i + 1]?.key ?? '') ? i : -1;
  }
  return -1;
}

const COMPLEMENT_WORDS = new Set(['of', 'for', 'the', 'and', 'to', 'in', 'at']);
const LOWER_CASE_OFFICES = new Set([
  'president',
  'ambassador',
  'premier',
  'minister',
  'secretary',
  'senator',
  'director',
  'chairman',
  'dictator',
]);

/** Only a space, or the full stop of a short title, is between a word and the next. */
function leadsOn(tokens: readonly NameToken[], at: number, words: Lexicon): boolean {
  const gap = tokens[at + 1]?.gap;
  const token = tokens[at];
  if (gap === undefined || !token) return false;
  if (/^\s{1,2}$/.test(gap) || /^[-–]$/.test(gap)) return true;
  return /^\.\s?$/.test(gap) && token.text.length <= 6 && words.isTitle(token.key);
}

/**
 * "the Executive Secretary of the Department of State (Read)": the words before the parenthesis.
 */
export function officeBeforeParenthesis(
  text: string,
  tokens: readonly NameToken[],
  first: number,
  end: number,
): string[] {
  if (!/\($/.test(tokens[first]?.gap ?? '') || !/^[),;/]/.test(text.slice(end, end + 1))) return [];
  const words: string[] = [];
  for (let i = first - 1; i >= Math.max(0, first - 16); i--) {
    const token = tokens[i];
    if (
      !token ||
      /^(?:from|between)$/.test(token.key) ||
      /[.;:()]\s/.test(tokens[i + 1]?.gap.slice(0, -1) ?? '')
    )
      break;
    words.unshift(token.key);
  }
  return words;
}
