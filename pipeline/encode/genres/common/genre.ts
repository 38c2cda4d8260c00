/**
 * The interface of a genre.
 *
 * A genre is a folder with one value of this type and a row in `table.ts`. It scores how well a
 * document fits it, makes the tree of the document's parts, and states what its header needs. It
 * does not write TEI: `engine/write` does, for all genres alike.
 */
import type { MarkedLayout } from '../../engine/blocks.ts';
import type { DocumentTree } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreEvidence } from './evidence.ts';

/** How well a document fits a genre. */
export interface Recognition {
  /** 0: it does not fit; 0.5: as likely as not; 1: it can be nothing else. */
  readonly score: number;
  /** The evidence, as phrases for the report: "12 of 14 blocks begin with a speaker's name". */
  readonly reasons: readonly string[];
}

export const NONE: Recognition = { score: 0, reasons: [] };

/** The sum of the weights of the evidence that holds, and its reasons. */
export function weigh(
  evidence: readonly (readonly [holds: boolean, weight: number, reason: string])[],
): Recognition {
  const found = evidence.filter(([holds]) => holds);
  return {
    score: found.reduce((sum, [, weight]) => sum + weight, 0),
    reasons: found.map(([, , reason]) => reason),
  };
}

/** A document as a genre receives it. */
export interface GenreInput {
  readonly id: string;
  readonly layout: MarkedLayout;
  readonly language: Language;
}

export interface Genre {
  /** The folder's name; the value of `--genre`, of front matter and of `edition.xml`. */
  readonly name: string;
  /** In reports: "a diary". */
  readonly title: string;
  readonly recognize: (evidence: GenreEvidence) => Recognition;
  readonly outline: (input: GenreInput) => DocumentTree;
  /** If the source marks its headings, they make the outline (`source-headings.ts`). */
  readonly followsSourceHeadings?: boolean;
  readonly header: {
    /** The header has a `correspDesc` with sender, addressee, date and place. */
    readonly correspondence: boolean;
  };
}
