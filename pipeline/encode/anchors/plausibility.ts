/**
 * How much speaks for a digit in running text being the anchor of a note, from what stands around it.
 *
 * In: a text and the place of a number in it. Out: a weight; the larger, the likelier; −∞ where it can't be an anchor.
 * The weights order the cases below; their sum over all notes is what `place.ts` makes greatest.
 */

export interface Circumstances {
  /** The text is the document's title: the source note hangs there. */
  readonly title: boolean;
  /** The note's own text. */
  readonly note: string;
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly atEnd: boolean;
}

interface Weighing {
  readonly weight: number;
  readonly holds: (at: Surroundings) => boolean;
}

/** What stands right before the number: the first case that holds counts. */
const BEFORE: readonly Weighing[] = [
  { weight: -8, holds: ({ before }) => before === '' },
  { weight: -7, holds: ({ before }) => /[([{]$/.test(before) },
  { weight: -8, holds: ({ before }) => /[-–/$£#+=×°]$/.test(before) },
  // "3.5 percent", "1,000": a number goes on, unless a sentence or clause ends with it ("in 1964.2 The").
  {
    weight: -6,
    holds: ({ before, after }) =>
      /(?:^|[^\d])\d{1,3}[.,:]$/.test(before) && !/^(?:["”’)]?\s+["“‘([]?\p{Lu}|["”’)]?$)/u.test(after),
  },
  { weight: 6, holds: ({ before }) => /[.!?;:,)\]”"’'…»—]$/.test(before) },
  // "in 19642": a whole year, then the note's number.
  { weight: 1.5, holds: ({ before }) => /(?:^|[^\d])1[789]\d\d$/.test(before) },
  { weight: 0.5, holds: ({ before }) => /(?:^|[^\d])1[789]\d\d[–-]\d\d(?:\d\d)?$/.test(before) },
  { weight: -1, holds: ({ before }) => /\d$/.test(before) },
  { weight: 1.5, holds: ({ before }) => /(?:^|[^\p{L}])\p{Lu}$/u.test(before) },
  { weight: 4, holds: ({ before }) => /[\p{L}%]$/u.test(before) },
  { weight: 0.5, holds: ({ before, atEnd }) => /[\p{L}.)\]”’"']\s$/u.test(before) && atEnd },
  { weight: -1.5, holds: ({ before }) => /\s$/.test(before) },
];

const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s$/;
const COUNTED =
  /\b(?:[Nn]os?\.?|[Nn]umbers?|[Dd]ocuments?|[Dd]oc\.|[Pp]ages?|[Pp]p?\.|[Ff]ootnotes?|[Tt]abs?|TAB|[Pp]aras?\.?|[Pp]aragraphs?|[Vv]olumes?|[Vv]ol\.|[Bb]ox|[Ll]ot|[Rr]G|RG|[Pp]arts?|[Aa]rticles?|[Ss]ections?|[Pp]oints?|[Ii]tems?|[Ee]nclosures?|[Aa]nnex|[Cc]hapter|[Tt]elegrams?|[Dd]eptel|[Ee]mbtel|[Aa]bout|[Aa]t|[Tt]he|[Oo]f|[Aa]nd|[Ff]or|[Ii]n|[Tt]o|[Bb]y|[Oo]r|[Pp]hase|[Pp]lan|[Cc]lass|[Oo]ver|[Uu]nder|[Pp]ast|[Ll]ast|[Nn]ext|[Oo]nly|[Ff]rom|[Tt]han|[Bb]etween|[Aa]n?|POL|DEF|AID|SecDel|TX)\s$/;

/** What stands around the number: every case that holds counts. */
const AROUND: readonly Weighing[] = [
  { weight: -6, holds: ({ after }) => /^\d/.test(after) },
  { weight: -5, holds: ({ after }) => /^(?:st|nd|rd|th|[a-z])\b/.test(after) },
  { weight: -3, holds: ({ after }) => /^\p{L}/u.test(after) },
  { weight: -6, holds: ({ after }) => /^(?:[-–/%°]|[.,:]\d)/.test(after) },
  { weight: -3, holds: ({ before, after }) => /\s$/.test(before) && /^[.)]\s/.test(after) },
  { weight: -4, holds: ({ before }) => MONTH.test(before) },
  { weight: -4, holds: ({ before }) => COUNTED.test(before) },
  {
    weight: -2,
    holds: ({ before, after }) =>
      /\s$/.test(before) && /^\s(?:million|billion|thousand|hundred|percent|per\b|p\.m|a\.m|[a-z]+s\b)/.test(after),
  },
  { weight: 1, holds: ({ after }) => /^(?:\s|$|[)\]”’"';:,.—])/.test(after) },
  { weight: 1.5, holds: ({ atEnd }) => atEnd },
];

/** Weighs the number of `length` digits at `offset` of `text`. */
export function plausibility(text: string, offset: number, length: number, circumstances: Circumstances): number {
  const before = text.slice(Math.max(0, offset - 24), offset);
  const after = text.slice(offset + length, offset + length + 24);
  const at = { before, after, atEnd: text.slice(offset + length).trim() === '' };
  const left = BEFORE.find(({ holds }) => holds(at))?.weight ?? 0;
  const around = AROUND.reduce((sum, { weight, holds }) => (holds(at) ? sum + weight : sum), 0);
  const sourceNote = circumstances.title && at.atEnd && /^Source:/.test(circumstances.note) ? 6 : 0;
  return left + around + sourceNote;
}
