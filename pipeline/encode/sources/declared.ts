/**
 * A source's statements about its document besides the text: front matter, the properties of a
 * file.
 *
 * Filled by `sources/`, read by the header and by the choice of genre and language. Missing facts
 * are inferred from the text or omitted.
 */
export interface DeclaredFacts {
  readonly title?: string;
  /** As written: "3 May 1848". */
  readonly date?: string;
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly place?: string;
  /** A genre's name (`genres/table.ts`). */
  readonly genre?: string;
  /** BCP 47. */
  readonly language?: string;
  /** Who commented or changed the file in a word processor; the source's marks point to them. */
  readonly people?: readonly { readonly id: string; readonly name: string }[];
  /** Further fields of the header by their names, as written. */
  readonly fields?: Readonly<Record<string, string>>;
}
