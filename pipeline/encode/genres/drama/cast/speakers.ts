/**
 * The names of speakers, in the style of a play: "HAMLET. To be", "HAMLET" on a line of its own,
 * "Hamlet: To be", "HARPAGON, à part." A name is accepted if it recurs, or if it is in the list of
 * characters.
 */
import type { OutlineLine } from '../../../engine/outline/lines.ts';
import type { Language } from '../../../languages/model/language.ts';
import { countedHeadings } from '../../common/counted-headings.ts';
import { isNumberAlone, isTrailer, readHeading } from '../../common/headings.ts';
import { isDirection, isSoundCue } from '../directions/directions.ts';
import { questionLabel, questionLabels } from './question-labels.ts';
import { candidatesAt, type SpeakerStart, type Style } from './speaker-candidates.ts';

/** Capitals up to a full stop or colon, followed by words in lower case. */
const CAPITALS_RUN =
  /^[^\p{Ll}]{1,240}?[.:](?:\s(?=["«“‘([¡¿—–-]*\p{Lu}?['’]?\p{Lu}?\p{Ll}|[([])|$)/u;

/** How many speeches a name in lower case needs to be accepted. */
const FEWEST = 3;
/** From this number of lines a block on, speeches are searched within blocks. */
const CROWDED = 15;

export class Speakers {
  readonly #language: Language;
  readonly #counts: Readonly<Record<Style, ReadonlyMap<string, number>>>;
  readonly #cast: ReadonlySet<string>;
  readonly #isShort = new Map<string, boolean>();
  readonly style: Style;
  /** Letters that stand for question and answer. */
  readonly #questions: ReadonlySet<string> | undefined;
  /** How many lines begin with a recurring name. */
  readonly recurring: number;
  readonly #play: boolean;
  readonly #nearlyAll: boolean;
  /** Initials alone on their lines, of speakers named elsewhere. */
  readonly #letters: ReadonlySet<string>;
  /** Speakers are on lines of their own. */
  readonly #alone: boolean;
  /** Lines "1. Ufftritt.", "ARTICLE 1.", which count up. */
  readonly headings: ReadonlySet<string>;

  /** `cast`: the names of the list of characters, in capitals. */
  constructor(
    blocks: readonly (readonly OutlineLine[])[],
    language: Language,
    cast: ReadonlySet<string> = new Set(),
  ) {
    this.#language = language;
    this.#cast = cast;
    const singles = blocks.map((lines) => (lines.length > 1 ? undefined : (lines[0]?.text ?? '')));
    this.headings = new Set([...countedHeadings(singles)].map((at) => singles[at] ?? ''));
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
    const questions = questionLabels(first.map(({ text }) => text));
    this.#questions = questions;
    const named = this.style === 'capitals' ? capitals : mixed;
    this.recurring = questions
      ? first.filter(({ text }) => questionLabel(text, questions)).length
      : named;
    const names = [...this.#counts[this.style].values()].filter((count) => count > 1).length;
    this.#play = names > 1 || cast.size > 1;
    const speakers = first.flatMap(({ text }) => this.#knownSpeaker(text) ?? []);
    this.#alone = speakers.filter(({ alone }) => alone).length > speakers.length * 0.8;
    this.#letters = this.#alone ? initialsAlone(blocks, this.names()) : new Set();
    this.#nearlyAll = this.recurring >= first.length * 0.85;
  }

  /**
   * The speaker at the beginning of a line; inside a block (not at its beginning) only known names
   * count.
   */
  at(text: string, place: 'block' | 'line' = 'block'): SpeakerStart | undefined {
    if (this.#questions) return questionLabel(text, this.#questions);
    const letter = text.replace(/\.$/, '');
    if (this.#letters.has(letter)) return { name: letter, length: text.length, alone: true };
    if (this.#isOther(text)) return undefined;
    const start = this.#inCapitals(text) ?? this.#best(candidatesAt(text, this.style), this.style);
    if (!start) return undefined;
    if (this.#isKnown(start.name)) return start;
    if (
      place === 'line' ||
      !this.#play ||
      (start.direction && /^\p{Ll}/u.test(text.slice(start.direction.start)))
    ) {
      return undefined;
    }
    // In a play anybody in the position of a speaker is one, even if only once: a messenger, a
    // servant.
    return this.style === 'capitals' || this.#nearlyAll || (this.#alone && start.alone)
      ? start
      : undefined;
  }

  /**
   * A name with its direction in the same capitals: "PARAMIS, À PART ; PARLANT DE TIMUR" on a line
   * of its own, "ARLEQUIN, APRÈS AVOIR TOURNÉ AUTOUR D'ELLE. C'est Melpomène".
   */
  #inCapitals(text: string): SpeakerStart | undefined {
    if (this.style !== 'capitals' || !/^\p{Lu}/u.test(text)) return undefined;
    const run = CAPITALS_RUN.exec(text)?.[0].trimEnd() ?? '';
    const alone = !/\p{Ll}/u.test(text);
    if (alone ? !this.#alone : run === '') return undefined;
    const length = alone ? text.length : run.length;
    const name = [...text.slice(0, length).matchAll(/[.,;:]? (?=\S)|[.,;:](?= |$)/gu)]
      .map(({ index }) => text.slice(0, index))
      .findLast((words) => this.#isKnown(words));
    const rest = name === undefined ? '' : text.slice(name.length, length);
    // "NINUS SECOND" is a title.
    if (alone && !/^[.,;:]/.test(rest)) return undefined;
    if (name === undefined || (rest.match(/\p{Lu}/gu)?.length ?? 0) < 3) return undefined;
    return { name, length, alone };
  }

  /** The names of the speakers, in capitals. */
  names(): ReadonlySet<string> {
    const known = [...this.#counts[this.style].keys()].filter((name) => this.#isKnown(name));
    return new Set([...this.#cast, ...known]);
  }

  #candidateLines(lines: readonly (OutlineLine | undefined)[]): OutlineLine[] {
    return lines.flatMap((line) =>
      line && line.text !== '' && !this.#isOther(line.text) ? [line] : [],
    );
  }

  #knownSpeaker(text: string): SpeakerStart | undefined {
    const start = this.#best(candidatesAt(text, this.style), this.style);
    return start && this.#isKnown(start.name) ? start : undefined;
  }

  #isKnown(name: string): boolean {
    const least = this.style === 'capitals' ? 2 : FEWEST;
    return (this.#counts[this.style].get(name) ?? 0) >= least || this.#isInCast(name);
  }

  /** The name of a character, or one that is shortened: "BEL" for "BELINDA". */
  #isInCast(name: string): boolean {
    return this.#cast.has(name) || this.#shortened(name);
  }

  #shortened(name: string): boolean {
    const known = this.#isShort.get(name);
    if (known !== undefined) return known;
    const short = [...this.#cast].some((full) => shortens(name, full));
    this.#isShort.set(name, short);
    return short;
  }

  #isOther(text: string): boolean {
    return (
      isDirection(text) ||
      isSoundCue(text) ||
      isNumberAlone(text) ||
      this.headings.has(text) ||
      isTrailer(text, this.#language) ||
      this.#language.castHeading.test(text) ||
      this.#language.setting.test(text) ||
      (readHeading(text, this.#language)?.type ?? 'preface') !== 'preface'
    );
  }

  #best(candidates: readonly SpeakerStart[], style: Style): SpeakerStart | undefined {
    const counts = this.#counts[style];
    const [shortest] = candidates;
    const known = candidates.filter(({ name }) => {
      const count = counts.get(name) ?? 0;
      // "KING. I." is not a name: a single letter belongs to a name only if it does so often.
      const least = / \p{L}$/u.test(name)
        ? Math.max(3, 0.1 * (counts.get(shortest?.name ?? '') ?? 0))
        : 2;
      return count >= least || this.#isInCast(name);
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
        ({ name }) => (counts.get(name) ?? 0) >= least || this.#isInCast(name),
      ),
    ).length;
  }
}

/** "SIR H" shortens "SIR HUMPHREY VANE": each of its words begins the same word of the name. */
function shortens(name: string, full: string): boolean {
  const words = name.split(/[. ]+/);
  const whole = full.split(' ');
  const letters = words.length > 1 ? 1 : 3;
  return (
    words.length <= whole.length &&
    (words.at(-1) ?? '').length >= letters &&
    words.every((word, at) => whole[at]?.startsWith(word))
  );
}

function countNames(lines: readonly OutlineLine[], style: Style): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    for (const { name } of candidatesAt(text, style)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Letters that are often alone at the beginning of a block, and with which a name begins. */
function initialsAlone(
  blocks: readonly (readonly OutlineLine[])[],
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [first] of blocks) {
    const letter = /^(\p{Lu})\.?$/u.exec(first?.text ?? '')?.[1];
    if (letter !== undefined) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  const initials = new Set([...names].map(([initial]) => initial));
  return new Set(
    [...counts].flatMap(([one, count]) => (count > 2 && initials.has(one) ? [one] : [])),
  );
}
