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
  /** Participles before "by", "with" and the person who writes or approves: "drafted by". */
  readonly writing: string;
  /** Verbs of saying with a person as their object: "told". */
  readonly telling: string;
  /** Words after "the" and the name of a ruler: "the Gomulka regime". */
  readonly ruled: string;
  /** Messages that persons write: "memorandum from Hyland to Kissinger". */
  readonly personalMessages: string;
  /** What a secretary or minister is of, before the name: "Secretary of State Rusk". */
  readonly portfolios: string;
  /** Words that make capitalized words the name of an organization. */
  readonly organizations: string;
  /** Those of them that follow a person's surname: "Nixon Administration". */
  readonly ofPersons: string;
  /** Well-known bodies and newspapers; names of several words are written with `_`. */
  readonly institutions: string;
  /** Words that a possessive makes part of an organization's name: "King" in "King's College". */
  readonly owners: string;
  /** Last words of such names, and of names of ordinary words: "Great Western Railway". */
  readonly owned: string;
  /** Endings of compounds that are organizations: "theater"; abbreviated names: "volksth.". */
  readonly organizationEndings: string;
  /** Last words of firms after "&": "Co". */
  readonly firms: string;
  /** Legal forms at the end of a firm's name: "AG", "Ltd". */
  readonly firmEndings: string;
  /** Initials before a ship's name, without full stops: "ss". */
  readonly ships: string;
  /** Words for ships, directly before a ship's name. */
  readonly shipWords: string;
  /** Words after a name that make it a place: "river". */
  readonly placeAfter: string;
  /** Words before a name that make it a place: "fort". */
  readonly placeBefore: string;
  /** Endings of compounds that are places: "gasse". */
  readonly placeEndings: string;
  /** Common nouns that with a capital, but without an article, are a place: "went to Town". */
  readonly placesAlone: string;
  /** First parts of compounds that are no street's name: "haupt" in "Hauptstraße". */
  readonly kindsOfStreets: string;
  /** Endings of settlements' names: "dorf". */
  readonly settlementEndings: string;
  /** Prepositions, alone or with an article, before a house that is visited: "im", "in dem". */
  readonly intoPrepositions: string;
  /** Last words and endings of houses that are organizations too: "theater", "museum". */
  readonly venues: string;
  /** Small words inside names of organizations: "of", "für". */
  readonly joins: string;
  /** Well-known places; names of several words are written with `_`. */
  readonly places: string;
}
