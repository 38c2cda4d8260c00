/**
 * The words of a language that the finder of unlisted names needs besides `encode/languages`. All
 * in lower case, separated by spaces.
 */
export interface UnlistedWords {
  /** Peoples, languages and religions, and adjectives of them: never a proposal. */
  readonly peoples: string;
  /** Ordinary words that often have a capital: offices, holidays, forms of address. */
  readonly ordinary: string;
  /** Prepositions after which a capital word is often a place. */
  readonly placePrepositions: string;
  /** Prepositions after which a name without article is often a person: "bei", "mit". */
  readonly personPrepositions: string;
  /** Words that make capitalized words the name of an organization. */
  readonly organizations: string;
  /** Those of them that follow a person's surname: "Nixon Administration". */
  readonly ofPersons: string;
  /** Endings of compounds that are organizations: "theater", "verein". */
  readonly organizationEndings: string;
  /** Words after a name that make it a place: "river". */
  readonly placeAfter: string;
  /** Words before a name that make it a place: "fort". */
  readonly placeBefore: string;
  /** Endings of compounds that are places: "gasse". */
  readonly placeEndings: string;
  /** Small words inside names of organizations: "of", "für". */
  readonly joins: string;
  /** Well-known places; names of several words are written with `_`. */
  readonly places: string;
}
