/**
 * Stage directions: in brackets of both kinds, on lines of their own or within a speech.
 */
import { pattern } from '../../../../core/text.ts';
import type { Span } from '../../../engine/model.ts';
import type { Language } from '../../../languages/model/language.ts';

interface Bracket {
  readonly start: number;
  /** After the closing bracket; the text's end if an old "[Exit" was never closed. */
  readonly end: number;
  readonly square: boolean;
  readonly closed: boolean;
}

/** The outermost brackets, in order. */
function bracketsIn(text: string): Bracket[] {
  const found: Bracket[] = [];
  const open: Record<string, number[]> = { ')': [], ']': [] };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === '(') open[')']?.push(at);
    else if (char === '[') open[']']?.push(at);
    else if (char === ')' || char === ']') {
      const start = open[char]?.pop();
      if (start === undefined) continue;
      // The content of this pair is part of it.
      while ((found.at(-1)?.start ?? -1) > start) found.pop();
      for (const starts of Object.values(open)) while ((starts.at(-1) ?? -1) > start) starts.pop();
      found.push({ start, end: at + 1, square: char === ']', closed: true });
    }
  }
  const unclosed = open[']']?.[0];
  if (
    unclosed !== undefined &&
    !found.some(({ start, end }) => start < unclosed && unclosed < end)
  ) {
    const before = found.filter(({ start }) => start < unclosed);
    return [...before, { start: unclosed, end: text.length, square: true, closed: false }];
  }
  return found;
}

const SPOKEN_BY = pattern('iu')`
    ^[([]?(?:(?:written|spoken|delivered|sung)(?: and spoken)? by|gesprochen von|
    (?:dit|prononcé|récité) par|(?:dicho|dicha|recitad[oa]) por) .{2,60}$
  `;

/** "Spoken by Mrs. Abington." below the heading of a prologue or epilogue. */
export function isSpokenBy(text: string): boolean {
  return SPOKEN_BY.test(text);
}

/**
 * The whole text is in one pair of brackets, which may contain others; "[Exeunt." opens one that is
 * never closed.
 */
export function isDirection(text: string): boolean {
  const line = withoutStray(text.trim());
  if (!/^[([]/.test(line)) return false;
  const [first, ...more] = bracketsIn(line);
  return first?.start === 0 && more.length === 0 && /^[.,:;]?$/.test(line.slice(first.end));
}

/** "((Aside.)": of two brackets at the beginning one is a misprint if only one is closed. */
function withoutStray(line: string): string {
  if (!/^[([][([]/.test(line)) return line;
  const opened = line.match(/[([]/g)?.length ?? 0;
  return opened === (line.match(/[)\]]/g)?.length ?? 0) + 1 ? line.slice(1) : line;
}

/** The direction in brackets at the beginning of a text: its length, 0 if there is none. */
export function leadingDirection(text: string): number {
  if (!/^[([]/.test(text)) return 0;
  const [first] = bracketsIn(text);
  if (first?.start !== 0 || !first.closed) return 0;
  return first.end + (/^[.,:]?/.exec(text.slice(first.end))?.[0].length ?? 0);
}

/** Whether a text begins with a bracket that is not closed in it. */
export function opensDirection(text: string): boolean {
  if (!/^[([]/.test(text)) return false;
  let depth = 0;
  for (const char of text) {
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
  }
  return depth > 0;
}

/**
 * The directions within a line or paragraph of a speech. Speakers use brackets too ("the duke (as I
 * am told) is gone"): a direction is between sentences or at an end, and is not in the first
 * person. `pointed`: directions have full stops or square brackets, so that others are spoken.
 */
export function directionsIn(text: string, language: Language, pointed = false): Span[] {
  if (!/[([]/.test(text)) return [];
  return bracketsIn(text)
    .filter((bracket) => isDirectionWithin(text, bracket, language, pointed))
    .map(({ start, end }) => ({ start, end, element: 'stage', attributes: {}, rank: 1 }));
}

/** An unclosed "[Exit" at a line's end is not longer (in characters). */
const LONGEST_UNCLOSED = 80;
const SENTENCE_END = /(?:^|[.!?…:;–—―-]|[.!?…][)\]»«"“”'’]+)$/;

function isDirectionWithin(
  text: string,
  { start, end, square, closed }: Bracket,
  language: Language,
  pointed: boolean,
): boolean {
  const inner = text.slice(start + 1, closed ? end - 1 : end).trim();
  if (!closed) return end - start <= LONGEST_UNCLOSED && /^\p{Lu}/u.test(inner);
  // "[sic]", "[…]", "[3]" are an editor's.
  if (square) return /\p{L}{2}/u.test(inner) && !/^sic\b/i.test(inner);
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  if (language.stageDirection.test(inner)) return true;
  // "We are of England (Castiles Generall)"
  if (pointed && !SENTENCE_END.test(before) && !/[,.]$/.test(before + inner)) return false;
  const within = !SENTENCE_END.test(before) && after !== '' && !/^\p{Lu}/u.test(after);
  if (language.firstPerson.test(inner) && (within || !/^\p{Lu}/u.test(inner))) return false;
  if (/[.!?]$/.test(inner)) return true;
  if (SENTENCE_END.test(before)) return before !== '' || !/^\p{Ll}/u.test(after);
  if (after === '') return true;
  // "sprach, (leise) und": between words, unless a new sentence begins after it.
  return /^\p{Lu}/u.test(after) && /[,]$/.test(before);
}

/**
 * A direction without brackets: "Enter HAMLET", "Exeunt omnes", in the words of the language; not a
 * spoken sentence ("Enter, my lord, and be welcome").
 */
export function isBareDirection(text: string, language: Language): boolean {
  if (text.length > 200 || !language.stageDirection.test(text)) return false;
  return !/[?]$/.test(text) && !language.firstPerson.test(text);
}

/** "SOUND: A bell, distant.": in scripts for radio and film, what is heard or seen. */
export function isSoundCue(text: string): boolean {
  return /^(?:SOUND|MUSIC|EFFECTS?|S?FX|F\/X|GERÄUSCHE?|MUSIK|TON|BRUITS?|BRUITAGE|MUSIQUE|SONIDO|MÚSICA|EFECTOS?)(?: \([^()]*\))?:(?= |$)/u.test(
    text,
  );
}
