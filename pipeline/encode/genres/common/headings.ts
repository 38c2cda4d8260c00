/**
 * Headings that a language defines: acts, scenes, chapters, and their ranks.
 */
import type { DivisionType, Language } from '../../languages/model/language.ts';
import { perLanguage } from '../../languages/model/per-language.ts';

/** Ranks from the highest: parts and books contain acts and chapters, acts contain scenes. */
const RANK: Readonly<Record<DivisionType, number>> = {
  book: 0,
  part: 1,
  act: 2,
  canto: 2,
  preface: 2,
  chapter: 3,
  scene: 3,
  letter: 3,
  poem: 3,
};

/** The rank of a heading that is only a number or a title. */
export const PLAIN_RANK = RANK.chapter;

export interface RecognizedHeading {
  readonly type: DivisionType;
  readonly rank: number;
}

/** In books a preface or an introduction is beside the chapters and poems and contains none. */
export function rankOf({ type, rank }: RecognizedHeading): number {
  return type === 'preface' ? PLAIN_RANK : rank;
}

const NUMBER_ALONE = /^(?:§ ?|(?:no|nr|núm|n°|nº)\.? ?)?(?:[IVXLC]{1,8}|\d{1,3})\.?$/iu;
const LOWER_ROMAN = /^[ivxlc]{1,8}\.?$/;

/** Whether a line is only a number, as in chapters and poems: "IV", "12.", "No. 3". */
export function isNumberAlone(text: string): boolean {
  const line = text.trim().replace(/^[[(—–-]\s?(.*?)\s?[\])—–-]$/u, '$1');
  return NUMBER_ALONE.test(line) && !LOWER_ROMAN.test(line);
}

/** Editions in all languages have these in Latin: "ACTVS PRIMVS. SCENA SECUNDA", "Sce. 2". */
const LATIN_NUMBER =
  '(?:(?:prim|sec[uv]nd|terti|q[uv]art|q[uv]int|sext|septim|octa[vu]|non|decim|' +
  '[uv]ltim)(?:[uv]s|a)|[ivxl]{1,6}|[1-9])';
const LATIN: readonly (readonly [DivisionType, RegExp])[] = [
  ['act', new RegExp(`^act[uv]s[.,]? ${LATIN_NUMBER}(?!\\p{L})`, 'iu')],
  [
    'scene',
    new RegExp(`^(?:sc(?:e|ae|æ|œ|oe)na|scaen|sc[ae]?\\.)[.,]? ${LATIN_NUMBER}(?!\\p{L})`, 'iu'),
  ],
  ['preface', /^(?:prologus|epilogus|argumentum|ad lectorem)[.]?$/iu],
];

/** "FINIS", "Finis Actus Primi." */
const LATIN_TRAILER =
  /^finis(?: (?:act[uv]s|libri|partis|tragoedi?ae|com[oœ]e?diae) ?.{0,40})?[.]?$/iu;

/** Whether a line ends a text or a part of it, in its language or in Latin. */
export function isTrailer(text: string, language: Language): boolean {
  return language.trailer.test(text) || LATIN_TRAILER.test(text);
}

/** "Cuadro segundo", "Premier tableau", "Drittes Bild": within an act, and above its scenes. */
const PICTURE = /^(?:\S+ )?(?:cuadro|tableau|bild)(?!\p{L})/iu;
const PICTURE_RANK = 2.5;

/** "Act one of the drama was over": a sentence continues in lower case after the number. */
const SENTENCE = /^\p{Lu}\p{Ll}*\.? (?:the )?[\p{L}\d]+ \p{Ll}.*[^\p{L}\d]$|[,;]$/u;

const headingForms = perLanguage(({ divisions }) => [
  ...(Object.entries(divisions) as [DivisionType, RegExp][]),
  ...LATIN,
]);

/**
 * The kind of division that a line is the heading of; undefined if no word of the language shows
 * it. The line may be in square brackets.
 */
export function readHeading(text: string, language: Language): RecognizedHeading | undefined {
  const line = text.trim().replace(/^\[([^[\]]*)\]$/u, '$1');
  if (SENTENCE.test(line)) return undefined;
  for (const [type, form] of headingForms(language)) {
    if (form.test(line)) return { type, rank: PICTURE.test(line) ? PICTURE_RANK : RANK[type] };
  }
  return undefined;
}

/** Characters of the longest heading that a word of the language shows. */
const LONGEST_NAMED_HEADING = 240;

/**
 * The same also for a heading with its contents behind it: "SEGUNDA PARTE, en la que se declara …".
 */
export function readNamedHeading(text: string, language: Language): RecognizedHeading | undefined {
  if (text.length > LONGEST_NAMED_HEADING) return undefined;
  return readHeading(text, language) ?? readHeading(/^[^,.:;]*/.exec(text)?.[0] ?? '', language);
}

/**
 * The offset of the second heading in "ACT I. SCENE II. A wood.", in characters; undefined if the
 * line has one heading.
 */
export function secondHeading(text: string, language: Language): number | undefined {
  for (const mark of text.matchAll(/[.,:;—–-]\s+|\s+[—–-]\s+|\s+/gu)) {
    const at = mark.index + mark[0].length;
    const before = text.slice(0, mark.index);
    // "ACT I SCENE II": without a sign between them the first has its number alone.
    if (mark[0].trim() === '' && before.trim().split(/\s+/).length > 2) continue;
    const first = readHeading(before, language);
    const second = readHeading(text.slice(at), language);
    if (first && second && second.rank > first.rank) return at;
  }
  return undefined;
}
