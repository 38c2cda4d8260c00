/**
 * Words of stage directions that have no brackets: "Kneels.", "Elle lui tend la main.", "Sale el
 * REY.", "von innen".
 */
export interface StageWords {
  /**
   * What is done on a stage, in the third person of the present, as source of a pattern:
   * `kneels?|takes?`.
   */
  readonly verbs: string;
  /** Words between subject and verb, as source of a pattern that may match nothing: `(?:lui )?`. */
  readonly clitics: string;
  /** Who acts, besides the characters' names, as source of a pattern: `he|she|the \\p{L}+`. */
  readonly subjects: string;
  /** "and" between two who act, as source of a pattern. */
  readonly and: string;
  /** A direction may begin with its verb: "Singt.", "Entra el REY." */
  readonly verbFirst: boolean;
  /** Matches a line that only says how something is said: "Déclamant.", "von innen". */
  readonly manner: RegExp;
  /** Matches the beginning of a line that looks like one and is none: "Pourtant". */
  readonly notManner: RegExp;
}
