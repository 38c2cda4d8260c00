/**
 * Stage directions without brackets in a play that does not put its directions in brackets:
 * "Kneels.", "Il se jette à ses genoux.", "Der Türmer erscheint oben am Turm."
 *
 * They are marked as inferred: only words and place show that they are not spoken.
 */
import { escapePattern } from '../../../../core/text.ts';
import type { Language } from '../../../languages/model/language.ts';
import { isDirection } from './directions.ts';

interface Line {
  readonly text: string;
}

/**
 * A play with this many bracketed directions on lines of their own puts all of them in brackets.
 */
const BRACKETS_AS_A_RULE = 3;
/** A longer line (in characters) is not a direction within a speech. */
const LONGEST = 160;
const LONGEST_MANNER = 60;

export class BareDirections {
  readonly #language: Language;
  /** Patterns of one sentence; undefined in a play with brackets. */
  readonly #sentences: readonly RegExp[] | undefined;

  /**
   * `names`: of the characters, in capitals. `blocks`: the lines of each block of the play; a
   * direction right after a speaker does not count as evidence for others.
   */
  constructor(
    blocks: readonly (readonly Line[])[],
    names: ReadonlySet<string>,
    language: Language,
  ) {
    this.#language = language;
    const bracketed = blocks.flatMap((lines) =>
      lines.filter(({ text }, at) => (at !== 1 || lines.length < 3) && isDirection(text)),
    );
    this.#sentences =
      bracketed.length < BRACKETS_AS_A_RULE ? sentencesOf(names, language) : undefined;
  }

  /** Whether a block or line without a speaker is a direction. */
  is(text: string): boolean {
    if (!this.#sentences || text.length > LONGEST || /[?!:;«»“”"„]/.test(text)) return false;
    const [first, ...more] = text.split(/(?<=[.])\s+(?=\p{Lu})/u);
    if (first === undefined || !this.#isSentence(first)) return false;
    return more.every((sentence) => !this.#language.firstPerson.test(sentence));
  }

  /** The lines of a speech that are directions; `begins`: they are right below the speaker. */
  within<L extends Line>(lines: readonly L[], begins: boolean): Set<L> {
    const words = lines.filter(({ text }) => text !== '');
    if (!this.#sentences) return new Set();
    return new Set(
      words.filter(({ text }, at) => {
        const before = words[at - 1]?.text;
        const next = words[at + 1]?.text;
        // "von innen" between the speaker and the first words.
        if (before === undefined && next !== undefined && begins) {
          return /^[^\p{L}]*\p{Lu}/u.test(next) && (this.#isManner(text) || this.is(text));
        }
        if (before !== undefined && !/[.!?…)»”"][)»”"’]*$/.test(before)) return false;
        return words.length > 1 && this.is(text);
      }),
    );
  }

  #isManner(text: string): boolean {
    return (
      text.length <= LONGEST_MANNER &&
      /^\p{Ll}[^!?:;]*[\p{L}.]$/u.test(text) &&
      !this.#language.firstPerson.test(text)
    );
  }

  #isSentence(text: string): boolean {
    const { manner, notManner } = this.#language.stage;
    if (this.#language.firstPerson.test(text)) return false;
    if (manner.test(text) && !notManner.test(text) && text.length <= LONGEST_MANNER) return true;
    if (!/[.)]$/.test(text)) return false;
    return (
      this.#language.stageDirection.test(text) ||
      this.#sentences?.some((form) => form.test(text)) === true
    );
  }
}

/** "Elle lui tend la main.", "Gretl und Kasperl ab.", "Singt." */
function sentencesOf(names: ReadonlySet<string>, { stage }: Language): RegExp[] {
  const known = [...names].filter((name) => name.length > 1).map(escapePattern);
  const subject = `(?:${[...known, stage.subjects].join('|')})`;
  const several = `${subject}(?:\\s?(?:${stage.and})\\s?${subject}){0,3}`;
  const verb = `${stage.clitics}(?:${stage.verbs})(?![\\p{L}])`;
  const forms = [new RegExp(`^${several} ${verb}`, 'iu')];
  if (stage.verbFirst) forms.push(new RegExp(`^${verb}`, 'iu'));
  return forms;
}
