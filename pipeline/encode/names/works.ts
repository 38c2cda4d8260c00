/**
 * Titles of works in quotation marks, beside a word that says what they are: „her novel “Emma”“.
 *
 * Takes a passage's text and its language. Returns ranges without the quotation marks, each with
 * the level of TEI: `m` for what appears by itself, `a` for a part of a publication.
 */
import { wordList } from '../../core/text.ts';

export interface WorkMention {
  readonly start: number;
  readonly end: number;
  readonly level: 'm' | 'a';
}

interface WorkWords {
  /** Of works that appear by themselves. */
  readonly books: readonly string[];
  /** Of works that are parts of a publication. */
  readonly parts: readonly string[];
  /** Words that may be between the word of a work and its title. */
  readonly named: readonly string[];
  /** Articles before the word of a work that follows its title: “Emma”, a novel. */
  readonly articles: readonly string[];
}

const WORDS: Readonly<Record<string, WorkWords>> = {
  en: {
    books: wordList(
      'novel novels novella romance play tragedy comedy drama farce opera operetta ballet ' +
        'oratorio symphony treatise pamphlet tract monograph book film epic',
    ),
    parts: wordList('poem ballad sonnet ode essay article song short-story fable'),
    named: wordList('entitled called titled named'),
    articles: wordList('a an the his her their my your this that'),
  },
  de: {
    books: wordList(
      'Roman Romans Romane Novelle Drama Dramas Trauerspiel Lustspiel Schauspiel Tragödie ' +
        'Komödie Oper Operette Ballett Oratorium Abhandlung Broschüre Flugschrift Monographie ' +
        'Buch Buches Buche Epos Stück Theaterstück Film',
    ),
    parts: wordList('Gedicht Gedichte Gedichts Ballade Sonett Ode Aufsatz Aufsatzes Lied Fabel'),
    named: wordList('genannt betitelt namens'),
    articles: wordList(
      'ein eine einen einem eines der die das den dem des sein seine ihr ihre mein meine',
    ),
  },
};

/** Opening marks, and those that may close what they open. */
const QUOTES: Readonly<Record<string, string>> = {
  ...{ '“': '”', '„': '“”', '»': '«', '«': '»', '‘': '’', '‚': '‘’', '"': '"' },
};

/** Longer quotations are no titles. */
const LONGEST = 90;

/** As many characters before and after are examined. */
const CONTEXT = 40;

export function worksIn(text: string, language: string): WorkMention[] {
  const words = WORDS[language];
  if (!words) return [];
  const [book, part] = [patternsOf(words.books, words), patternsOf(words.parts, words)];
  return quotations(text).flatMap(({ start, end }): WorkMention[] => {
    const title = text.slice(start, end);
    // A title begins with a capital or a number and is no sentence, nor a word in quotation marks.
    if (!/^[\p{Lu}\d]/u.test(title) || /[.!?;:]\s+\p{Lu}|[,;]$/u.test(title)) return [];
    const before = text.slice(Math.max(0, start - 1 - CONTEXT), start - 1);
    const after = text.slice(end + 1, end + 1 + CONTEXT);
    const is = ({ ahead, behind }: typeof book) => ahead.test(before) || behind.test(after);
    if (is(book)) return [{ start, end, level: 'm' }];
    return is(part) ? [{ start, end, level: 'a' }] : [];
  });
}

function patternsOf(works: readonly string[], { named, articles }: WorkWords) {
  const [work, between] = [works.join('|'), named.join('|')];
  return {
    ahead: new RegExp(`(?<![\\p{L}-])(?:${work}),?(?: (?:${between}))?,?:? $`, 'u'),
    behind: new RegExp(`^,? (?:${articles.join('|')}) (?:\\p{L}+ )?(?:${work})(?![\\p{L}-])`, 'u'),
  };
}

/** The words between a pair of marks, without pairs inside; in linear time. */
function quotations(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { at: number; closing: string } | undefined;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (open && at - open.at > LONGEST) open = undefined;
    if (open?.closing.includes(sign)) {
      if (at > open.at + 1) found.push({ start: open.at + 1, end: at });
      open = undefined;
    } else if (sign in QUOTES && !/[\p{L}\d]/u.test(text.charAt(at - 1)))
      open = { at, closing: QUOTES[sign] ?? '' };
  }
  return found;
}
