/**
 * The words of a passage, as the finders compare them.
 *
 * Takes a passage's text. Returns its words with their offsets (UTF-16 units) and the properties of
 * their letters: capital, all capitals, an initial. "Paz’s" is the word "Paz"; "O’Brien" and
 * "d’Estaing" are one word; "Paz-haters" is two.
 */

export interface NameToken {
  readonly start: number;
  /** Exclusive; a possessive "’s" is after it. */
  readonly end: number;
  readonly text: string;
  /** The word without case and diacritics. */
  readonly key: string;
  readonly capital: boolean;
  /** All letters are capitals, two at least. */
  readonly shout: boolean;
  /** A single capital letter. */
  readonly initial: boolean;
  /** The text between the word before and this one, a possessive "’s" included. */
  readonly gap: string;
}

/** The gap between the halves of a hyphenated word. */
export const HYPHEN = /^[-‐‑]$/;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;
const POSSESSIVE = /['’][sS]$/;
const SPECIAL: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  '’': "'",
};

const ASCII = /^[\x20-\x7e]*$/;
const keys = new Map<string, string>();

/** Letters without case and diacritics: "Lechín" and "LECHIN" are both "lechin". */
export function wordKey(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœı’]/g, (letter) => SPECIAL[letter] ?? letter);
  // Names and common words recur; the limit bounds memory over many documents.
  if (keys.size < 50_000) keys.set(word, key);
  return key;
}

/** The keys of a name's words, split as a passage's text is. */
export function wordKeys(name: string): string[] {
  return nameTokens(name).map((token) => token.key);
}

/** The words of a text in order; punctuation is in the gaps between them. */
export function nameTokens(text: string): NameToken[] {
  const tokens: NameToken[] = [];
  let before = 0;
  for (const match of text.matchAll(WORD)) {
    const whole = match[0];
    const word = whole.replace(POSSESSIVE, '');
    const start = match.index;
    const first = word.charCodeAt(0);
    const capital = first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(word);
    tokens.push({
      start,
      end: start + word.length,
      text: word,
      key: wordKey(word),
      capital,
      shout: capital && word.length > 1 && word === word.toUpperCase() && !/^\P{L}/u.test(word),
      initial: capital && word.length === 1,
      gap: text.slice(before, start),
    });
    before = start + word.length;
  }
  return tokens;
}

/** The keys of words that spaces separate. */
export function wordKeySet(words: string): ReadonlySet<string> {
  const all = words.split(' ').filter((word) => word !== '');
  return new Set(all.map(wordKey));
}
