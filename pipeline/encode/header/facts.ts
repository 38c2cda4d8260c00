/**
 * The facts from which the header of a document is made.
 *
 * Takes values of the other steps. Returns one value that each part of the header reads; missing
 * values are omitted there.
 */
import type { AuthorityEntry } from '../../authorities/model.ts';
import type { DocumentTree } from '../engine/tree.ts';
import type { OutputElement } from '../engine/write/element.ts';
import type { Genre } from '../genres/common/genre.ts';
import type { DeclaredFacts } from '../sources/declared.ts';
import type { EditionHeader } from './edition/edition-header.ts';
import type { TitleReading } from './title.ts';
import type { WitnessSource } from './witnesses.ts';

/** The facts of the header; missing parts are omitted. */
export interface HeaderFacts {
  readonly tree: DocumentTree;
  readonly genre: Genre;
  /** BCP 47 tag of the text. */
  readonly language: string;
  readonly edition: EditionHeader;
  /** The printed source as a `biblStruct`. */
  readonly source: OutputElement | undefined;
  readonly titleReading: TitleReading;
  /** The source's own statements about the document. */
  readonly declared?: DeclaredFacts;
  readonly witnesses: readonly (WitnessSource & { readonly entry?: AuthorityEntry })[];
  /** Date and place: from the dateline, else from the edition's register. */
  readonly origin: Origin;
  readonly entries: ReadonlyMap<string, AuthorityEntry>;
  readonly body: OutputElement;
  readonly program: { readonly name: string; readonly version: string };
  /** `ni` address of the source's hash (`edition/file-facts/provenance.ts`). */
  readonly sourceHash: string;
}

export interface Origin {
  readonly date?: { readonly words: string; readonly attributes: Readonly<Record<string, string>> };
  readonly place?: {
    readonly words: string;
    readonly attributes: Readonly<Record<string, string>>;
  };
  readonly evidence?: string;
  readonly form?: string;
  readonly formEvidence?: string;
}
