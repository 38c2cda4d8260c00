/**
 * The parts between a heading and the text, and at its end: author, dedication, a second title, an
 * epigraph, signs, a date.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { joinLines, type OutlineLine } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import type { TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import { lineGroup } from './verse-lines.ts';

const LONGEST_TITLE = 100;

/** The part that a short block below a title is; undefined if it is none of these. */
export function frontPart(
  block: MarkedBlock,
  make: PassageMaker,
  language: Language,
): TreePart | undefined {
  const { text, bullet } = block;
  if (text.length > LONGEST_TITLE || bullet !== undefined) return undefined;
  if (language.authorLine.test(text))
    return { kind: 'passage', passage: make.passage(block, 'byline') };
  if (/[,;:?!]$|["“”»«]/.test(text)) return undefined;
  if (language.dedication.test(text)) {
    return {
      kind: 'passage',
      passage: make.passage(block, 'heading', { type: 'dedication', inferred: true }),
    };
  }
  if (!/^\P{Ll}/u.test(text)) return undefined;
  return subtitle(block, make);
}

/** A second heading; `inferred`: from its place. */
export function subtitle(block: MarkedBlock, make: PassageMaker, inferred = true): TreePart {
  return {
    kind: 'passage',
    passage: make.passage(block, 'heading', { type: 'sub', ...(inferred ? { inferred } : {}) }),
  };
}

const QUOTED = /^[»«„“”"‘'‹›].*[»«“”"’'‹›][.,;!?]?$/su;
const LONGEST_ATTRIBUTION = 60;
const LONGEST_EPIGRAPH = 500;

/**
 * An epigraph: words in quotation marks, or lines indented from the left, and their author in the
 * last line. Returns the part; undefined if the lines are not an epigraph.
 */
export function epigraph(lines: readonly OutlineLine[], make: PassageMaker): TreePart | undefined {
  const words = lines.filter(({ text }) => text !== '');
  const source = words.at(-1);
  const quoted = words.slice(0, -1);
  if (!source || quoted.length === 0 || source.text.length > LONGEST_ATTRIBUTION) return undefined;
  const block = joinLines(quoted);
  const named =
    /^[—–-]/.test(source.text) || (QUOTED.test(block.text) && /^\p{Lu}/u.test(source.text));
  if (!named || /^[»„“"‘]/.test(source.text)) return undefined;
  const content: TreePart =
    quoted.length > 1
      ? lineGroup(quoted, make)
      : { kind: 'passage', passage: make.passage(block, 'epigraph') };
  return make.group('epigraph', [
    make.group('cit', [
      make.group('quote', [content]),
      { kind: 'passage', passage: make.passage(source, 'attribution') },
    ]),
  ]);
}

/**
 * An epigraph in two blocks: verses or a short sentence, and below them only the author, in
 * capitals, after a dash or in brackets.
 */
export function epigraphOfBlocks(
  lines: readonly OutlineLine[],
  source: MarkedBlock,
  make: PassageMaker,
): TreePart | undefined {
  const words = lines.filter(({ text }) => text !== '');
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  if (words.length === 0 || length > LONGEST_EPIGRAPH || !isAttribution(source.text, words.length))
    return undefined;
  const content: TreePart =
    words.length > 1
      ? lineGroup(lines, make)
      : { kind: 'passage', passage: make.passage(joinLines(words), 'epigraph') };
  return make.group('epigraph', [
    make.group('cit', [
      make.group('quote', [content]),
      { kind: 'passage', passage: make.passage(source, 'attribution') },
    ]),
  ]);
}

/** "CAÑIZARES", "SHAKESPEARE, Macbeth", "— Horace"; `verses`: how many lines are above it. */
function isAttribution(text: string, verses: number): boolean {
  if (text.length > LONGEST_ATTRIBUTION || /[!?…:;]$/.test(text)) return false;
  if (/^[—–-] ?\p{Lu}[^—–]*$/u.test(text)) return verses > 1;
  if (/^\(\p{Lu}.*\)\.?$/u.test(text)) return true;
  return /^(?:\p{Lu}{2,}|\p{Lu}\.|D[EU]|LA|VON)(?:[ .'’-]+(?:\p{Lu}{2,}|\p{Lu}\.))*(?:[,.(].*)?$/u.test(
    text,
  );
}

/** Signs between sections: "* * *", "⁂", "······". */
export function isOrnament(text: string): boolean {
  return /^(?:(?:[*⁂•·~+§][ ]?){1,40}|[.…]{4,80}|[—–_-]{1,9}|[—–] [*] [—–])$/u.test(text);
}

export function ornament(block: MarkedBlock, make: PassageMaker): TreePart {
  return { kind: 'passage', passage: make.passage(block, 'ornament') };
}

/** "Zürich, im Mai 1848.", "1819": a short line with a year below a text. */
export function isDateBelow(text: string): boolean {
  return (
    text.length <= 60 &&
    /^(?:\p{Lu}[\p{L}. ]{1,30},? )?(?:[\p{L}\d., ]{0,25} )?1[0-9]\d\d\.?$/u.test(text)
  );
}
