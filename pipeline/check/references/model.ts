/** What the checks of references are given besides a file's own facts. */
import type { Edition } from '../../edition/edition.ts';
import type { SourceFile } from '../../encode/sources/find.ts';
import type { FileFacts } from './facts.ts';

/** Gives the facts of a file, or nothing where it cannot be read. */
export type FactsReader = (path: string) => FileFacts | undefined;

/** The facts of the authority files and the edition's header, whichever files are checked. */
export interface ReferenceContext {
  readonly edition: Edition;
  readonly header: FileFacts | undefined;
  readonly authorities: readonly FileFacts[];
  readonly sources: readonly SourceFile[];
  /** Paths of all files of the edition. */
  readonly files: readonly string[];
  readonly read: FactsReader;
}
