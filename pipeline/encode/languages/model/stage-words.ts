/**
 * Words of stage directions that have no brackets: "Kneels.", "Elle lui tend la main.", "Sale el
 * REY.", "von innen".
 */
export interface StageWords {
  /**
   * Actions on a stage, in the third person of the present, as source of a pattern:
   * `kneels?|takes?`.
   */
  readonly verbs: string;
  /**
   * Words between subject and verb, as source of a pattern that may match the empty string: `(?:lui
   * )?`.
   */
  readonly clitics: string;
  /** Subjects besides the characters' names, as source of a pattern: `he|she|the \\p{L}+`. */
  readonly subjects: string;
  /** "and" between two subjects, as source of a pattern. */
  readonly and: string;
  /** A direction may begin with its verb: "Singt.", "Entra el REY." */
  readonly verbFirst: boolean;
  /** Matches a line that only describes how words are spoken: "Déclamant.", "von innen". */
  readonly manner: RegExp;
  /** Matches the beginning of a line that looks like a direction but is not: "Pourtant". */
  readonly notManner: RegExp;
}
