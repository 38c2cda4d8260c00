/**
 * The names of speakers, in the habits of a play: "HAMLET. To be", "HAMLET" on a line of its own,
 * "Hamlet: To be", "HARPAGON, à part." A name is believed because it comes again, or because the
 * list of characters has it.
 */
import type { OutlineLine } from '../../engine/outline/lines.ts';
import type { Language } from '../../languages/language.ts';
import { isNumberAlone, readHeading } from '../headings.ts';
import { isDirection, leadingDirection } from './directions.ts';

export interface SpeakerStart {
  /** The name in capitals, without direction and full stop. */
  readonly name: string;
  /** How many characters of the line belong to the speaker, its mark included ("HAMLET."). */
  readonly length: number;
  /** Where a direction begins and ends that stands right behind the name: "(aside).", "à part." */
  readonly direction?: { readonly start: number; readonly end: number };
  /** The speaker, and a direction behind, have the line for themselves. */
  readonly alone: boolean;
}

const SMALL =
  'of|the|and|with|von|van|v\\.|zu|de|la|le|les|du|des|und|mit|y|et|e|der|die|del|los|las|al|avec|con|Mr|Mrs|Ms|Dr|St|Mme|Mlle|Hr|Fr|Frl';
/** "1", "1.", "1st", "1er", and the Spanish and French "1.º", "2.ª", "1.er". */
const NUMBER = String.raw`\d{1,2}(?:\.?(?:st|nd|rd|th|er|re|e|[ºª°])|\.)?`;
/** Words of a name in capitals, and of one in small letters. */
const WORDS = {
  capitals: new RegExp(
    String.raw`(?:${NUMBER}|(?:(?:Ma?c|['’][TS]|[DLOdl]['’])?\p{Lu}[\p{Lu}\p{M}'’-]*|(?:${SMALL}))(?![\p{Ll}\p{Lu}]))`,
    'uy',
  ),
  mixed: new RegExp(
    String.raw`(?:${NUMBER}|(?:\p{Lu}[\p{L}\p{M}'’-]*|(?:${SMALL}))(?!\p{L}))`,
    'uy',
  ),
} as const;

/** Abbreviated titles, behind which a name follows. */
const TITLE = /^(?:Mrs?|Ms|Dr|St|Mme|Mlle|Hr|Frl|Capt|Col|Sra?|Dª)$/iu;

type Style = keyof typeof WORDS;

/** What may be between two words of a name. */
const BETWEEN = /(?:\.?,? (?:& )?|\.?\/ ?|-)/y;
const LONGEST_NAME = 60;
const MOST_WORDS: Readonly<Record<Style, number>> = { capitals: 9, mixed: 4 };
/** ", à part" behind a name, in small letters, up to its full stop or the line's end. */
const COMMA_DIRECTION = /^, \p{Ll}[^.:]{1,100}(?:[.:](?= |$)(?:\s?[—–-]+)?|$)/u;
const MARK = /^(?:[.:](?:\s?[—–-]{1,2}(?= |$))?(?= |$)|[.:](?=\p{Lu}|[—–])|\s?[—–](?= ))/u;

/** The ways in which a line can be cut into a speaker and the rest, the shortest name first. */
function candidatesAt(text: string, style: Style): SpeakerStart[] {
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
    // "Mrs." is no name yet.
    const title = text[at] === '.' && /^. \S/.test(text.slice(at)) && TITLE.test(match[0]);
    const start = title ? undefined : startAt(text, at);
    if (start) found.push(start);
    BETWEEN.lastIndex = at;
    const between = BETWEEN.exec(text);
    if (!between) break;
    // In small letters only abbreviations hold a full stop within: "Mrs. Page".
    if (style === 'mixed' && between[0].startsWith('.') && match[0].length > 3) break;
    at += between[0].length;
  }
  return found.filter(({ name }) => {
    const letters = style === 'mixed' ? name.match(/\p{L}/gu) : name.match(/\p{Lu}/gu);
    return (letters?.length ?? 0) >= 2;
  });
}

/** The cut of a line where a name ends at `at`; nothing where no name can end there. */
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

/** From how many speeches in small letters on a name is believed. */
const FEWEST = 3;
/** Lines a block from which on speeches are looked for within blocks. */
const CROWDED = 15;

export class Speakers {
  readonly #language: Language;
  readonly #counts: Readonly<Record<Style, ReadonlyMap<string, number>>>;
  readonly #cast: ReadonlySet<string>;
  readonly style: Style;
  /** How many lines begin with a name that comes again. */
  readonly recurring: number;
  readonly #play: boolean;
  readonly #nearlyAll: boolean;
  /** Speakers have lines for themselves. */
  readonly #alone: boolean;

  /** `cast`: the names of the list of characters, in capitals. */
  constructor(
    blocks: readonly (readonly OutlineLine[])[],
    language: Language,
    cast: ReadonlySet<string> = new Set(),
  ) {
    this.#language = language;
    this.#cast = cast;
    const first = this.#candidateLines(
      blocks.map((lines) => lines.find(({ text }) => text !== '')),
    );
    const all = this.#candidateLines(blocks.flat());
    // Speeches may follow each other without an empty line between them.
    const crowded = all.length > blocks.length * CROWDED;
    const lines: Readonly<Record<Style, readonly OutlineLine[]>> = {
      capitals: all,
      mixed: crowded ? all : first,
    };
    this.#counts = {
      capitals: countNames(lines.capitals, 'capitals'),
      mixed: countNames(lines.mixed, 'mixed'),
    };
    const capitals = this.#recurring(lines.capitals, 'capitals');
    const mixed = this.#recurring(lines.mixed, 'mixed');
    this.style = capitals >= 4 && capitals * 2 > mixed ? 'capitals' : 'mixed';
    this.recurring = this.style === 'capitals' ? capitals : mixed;
    const names = [...this.#counts[this.style].values()].filter((count) => count > 1).length;
    this.#play = names > 1 || cast.size > 1;
    const known = first.flatMap(({ text }) => this.#known(text) ?? []);
    this.#alone = known.filter(({ alone }) => alone).length > known.length * 0.8;
    this.#nearlyAll = this.recurring >= first.length * 0.85;
  }

  /**
   * The speaker with whom a line begins; within a block (not at its beginning) only names that are
   * known.
   */
  at(text: string, place: 'block' | 'line' = 'block'): SpeakerStart | undefined {
    if (this.#isOther(text)) return undefined;
    const start = this.#best(candidatesAt(text, this.style), this.style);
    if (!start) return undefined;
    if (this.#isKnown(start.name)) return start;
    if (
      place === 'line' ||
      !this.#play ||
      (start.direction && /^\p{Ll}/u.test(text.slice(start.direction.start)))
    ) {
      return undefined;
    }
    // In a play whoever stands where speakers stand is one, even if only once: a messenger, a
    // servant.
    return this.style === 'capitals' || this.#nearlyAll || (this.#alone && start.alone)
      ? start
      : undefined;
  }

  #candidateLines(lines: readonly (OutlineLine | undefined)[]): OutlineLine[] {
    return lines.flatMap((line) =>
      line && line.text !== '' && !this.#isOther(line.text) ? [line] : [],
    );
  }

  #known(text: string): SpeakerStart | undefined {
    const start = this.#best(candidatesAt(text, this.style), this.style);
    return start && this.#isKnown(start.name) ? start : undefined;
  }

  #isKnown(name: string): boolean {
    const least = this.style === 'capitals' ? 2 : FEWEST;
    return (this.#counts[this.style].get(name) ?? 0) >= least || this.#cast.has(name);
  }

  #isOther(text: string): boolean {
    return (
      isDirection(text) ||
      isNumberAlone(text) ||
      this.#language.trailer.test(text) ||
      this.#language.castHeading.test(text) ||
      (readHeading(text, this.#language)?.type ?? 'preface') !== 'preface'
    );
  }

  #best(candidates: readonly SpeakerStart[], style: Style): SpeakerStart | undefined {
    const counts = this.#counts[style];
    const [shortest] = candidates;
    const known = candidates.filter(({ name }) => {
      const count = counts.get(name) ?? 0;
      // "KING. I." is no name: a letter alone belongs to one only where it does so often.
      const least = / \p{L}$/u.test(name)
        ? Math.max(3, 0.1 * (counts.get(shortest?.name ?? '') ?? 0))
        : 2;
      return count >= least || this.#cast.has(name);
    });
    // "CLO. AND LORDS", "CLEO. DION": several who speak together.
    const joint = candidates.filter(({ name }) => {
      const parts = name.split(/[.,]? (?:AND|UND|ET|Y|E|WITH|MIT|AVEC|CON|&) |[.,/] ?/);
      return (
        parts.length > 1 &&
        parts.every(
          (part, at) =>
            (at > 0 && / (?:AND|UND|ET|Y|&) /.test(name)) || (counts.get(part) ?? 0) > 1,
        )
      );
    });
    return joint.at(-1) ?? known.at(-1) ?? shortest;
  }

  #recurring(lines: readonly OutlineLine[], style: Style): number {
    const counts = this.#counts[style];
    const least = style === 'capitals' ? 2 : FEWEST;
    return lines.filter(({ text }) =>
      candidatesAt(text, style).some(
        ({ name }) => (counts.get(name) ?? 0) >= least || this.#cast.has(name),
      ),
    ).length;
  }
}

function countNames(lines: readonly OutlineLine[], style: Style): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    for (const { name } of candidatesAt(text, style)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
