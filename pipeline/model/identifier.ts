/** Identifiers of persons, places, publications and editions. */

/** An identifier in an authority file or of a publication. */
export interface Identifier {
  /** The scheme's own name (`GND`, `ORCID`) if known, else as in the TEI. */
  readonly type: string;
  readonly value: string;
  /** On the web, if the scheme, a prefixDef or the value itself gives an address. */
  readonly address: string | null;
}
