/**
 * The ways in which a line can begin with a speaker's name, before the names of the play are known:
 * "HAMLET. To be", "HAMLET" alone, "Hamlet: To be", "HARPAGON, à part."
 */
import { pattern } from '../../../../core/text.ts';
import { leadingDirection } from '../directions/directions.ts';

export interface SpeakerStart {
  /** The name in capitals, without direction and full stop. */
  readonly name: string;
  /** How many characters of the line belong to the speaker, its mark included ("HAMLET."). */
  readonly length: number;
  /** The beginning and end of a direction right after the name: "(aside).", "à part." */
  readonly direction?: { readonly start: number; readonly end: number };
  /** The line contains only the speaker and a direction. */
  readonly alone: boolean;
}

const SMALL =
  'of|the|and|with|von|van|v\\.|zu|de|la|le|les|du|des|und|mit|y|et|e|der|die|del|los|las|al|' +
  'avec|con|Mr|Mrs|Ms|Dr|St|Mme|Mlle|Hr|Fr|Frl';
/** "1", "1.", "1st", "1er", and the Spanish and French "1.º", "2.ª", "1.er". */
const NUMBER = String.raw`\d{1,2}(?:\.?(?:st|nd|rd|th|er|re|e|[ºª°])|\.)?`;
/** How many words a name in capitals, and one in lower case, may have. */
const WORDS = {
  capitals: new RegExp(
    String.raw`(?:${NUMBER}|(?:(?:Ma?c|['’][TS]|[DLOdl]['’])?\p{Lu}[\p{Lu}\p{M}'’-]*|` +
      String.raw`(?:${SMALL}))(?![\p{Ll}\p{Lu}]))`,
    'uy',
  ),
  mixed: new RegExp(
    String.raw`(?:${NUMBER}|(?:\p{Lu}[\p{L}\p{M}'’-]*|(?:${SMALL}))(?!\p{L}))`,
    'uy',
  ),
} as const;

/** Abbreviated titles that a name follows. */
const TITLE = /^(?:Mrs?|Ms|Dr|St|Mme|Mlle|Hr|Frl|Capt|Col|Sra?|Dª)$/iu;

export type Style = keyof typeof WORDS;

/** Text that may be between two words of a name. */
const BETWEEN = /(?:\.?,? (?:& )?|\.?\/ ?|-)/y;
const LONGEST_NAME = 60;
const MOST_WORDS: Readonly<Record<Style, number>> = { capitals: 9, mixed: 4 };
/** ", à part" after a name, in lower case, up to its full stop or the line's end. */
const COMMA_DIRECTION = /^, \p{Ll}[^.:]{1,100}(?:[.:](?= |$)(?:\s?[—–-]+)?|$)/u;
// "•" is an illegible point in transcriptions.
const MARK = pattern('u')`
    ^(?:[.:•]\s?[—–]{1,2}\s?(?=\S|$)|[.:•](?:\s?[—–-]{1,2}(?= |$))?(?= |$)|[.:•](?=\p{Lu}|[—–])|
    \s?[—–](?= ))
  `;

/** The ways in which a line can be divided into a speaker and the rest, the shortest name first. */
export function candidatesAt(text: string, style: Style): SpeakerStart[] {
  const found: SpeakerStart[] = [];
  const word = WORDS[style];
  let at = 0;
  for (let count = 0; count < MOST_WORDS[style] && at <= LONGEST_NAME; count++) {
    word.lastIndex = at;
    const match = word.exec(text);
    if (
      !match ||
      (count === 0 && new RegExp(`^(?:${SMALL})$`).test(match[0]) && /^\p{Ll}/u.test(match[0]))
    )
      break;
    at += match[0].length;
    // "Mrs." alone is not a name.
    const title = text[at] === '.' && /^. \S/.test(text.slice(at)) && TITLE.test(match[0]);
    const start = title ? undefined : startAt(text, at);
    if (start) found.push(start);
    BETWEEN.lastIndex = at;
    const between = BETWEEN.exec(text);
    if (!between) break;
    // In lower case only abbreviations contain a full stop: "Mrs. Page".
    if (style === 'mixed' && between[0].startsWith('.') && match[0].length > 3) break;
    at += between[0].length;
  }
  return found.filter(({ name }) => {
    const letters = style === 'mixed' ? name.match(/\p{L}/gu) : name.match(/\p{Lu}/gu);
    return (letters?.length ?? 0) >= 2;
  });
}

/** The division of a line with a name that ends at `at`; undefined if no name can end there. */
function startAt(text: string, at: number): SpeakerStart | undefined {
  const rest = text.slice(at);
  const name = text.slice(0, at).toUpperCase();
  if (rest === '') return { name, length: at, alone: true };
  const mark = MARK.exec(rest);
  if (mark) {
    const length = at + mark[0].length;
    return { name, length, alone: length === text.length };
  }
  const space = /^,?\s+(?=[([])/.exec(rest);
  if (space) {
    const start = at + space[0].length;
    const length = leadingDirection(text.slice(start));
    if (length > 0) {
      const end = start + length;
      return { name, length: at, direction: { start, end }, alone: end === text.length };
    }
  }
  const comma = COMMA_DIRECTION.exec(rest);
  if (comma) {
    const end = at + comma[0].length;
    return { name, length: at + 1, direction: { start: at + 2, end }, alone: end === text.length };
  }
  return undefined;
}
