/**
 * An edition's theme: what its folder `theme/` adds to the program's styles, strings, layouts and
 * stylesheet.
 *
 * Exports the types that the stages pass on.
 */
import type { Finding } from '../core/finding.ts';

/** The strings of the edition itself, by language tag and key. */
export type OwnStrings = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ThemeLayout {
  readonly path: string;
  readonly text: string;
}

/** A stylesheet that imports the program's `html/document.xsl`. */
export interface ThemeStylesheet {
  /** The module to be compiled: a copy in the cache that imports files of the program. */
  readonly main: string;
  /** The file that the editor writes. */
  readonly path: string;
  /** Hash of the edition's modules; it does not cover those of the program. */
  readonly hash: string;
}

/** Where and how the edition's stylesheet failed while it ran. */
export interface ThemeError {
  readonly message: string;
  /** Line in `html.xsl` itself; null if it is unknown or in another module. */
  readonly line: number | null;
}

export interface Theme {
  /** Content of `styles.css`; null if there is none. */
  readonly styles: string | null;
  readonly strings: OwnStrings;
  /** By file name: `base.njk`. */
  readonly layouts: ReadonlyMap<string, ThemeLayout>;
  readonly html: ThemeStylesheet | null;
  readonly findings: readonly Finding[];
}

export const NO_THEME: Theme = {
  styles: null,
  strings: {},
  layouts: new Map(),
  html: null,
  findings: [],
};
