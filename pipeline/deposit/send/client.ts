/** The steps of a deposit at a repository, independent of its software. */
import type { Created, Creation } from './created.ts';

/** A draft at the repository. */
export interface RepositoryDraft {
  /** The repository's identifier of this version. */
  readonly record: string;
  /** The identifier that all versions share; null if the versions share the record's. */
  readonly parent: string | null;
  /** The DOI of this version. */
  readonly doi: string | null;
  /** The DOI of all versions, if the repository has one and has given it. */
  readonly conceptDoi: string | null;
  /** The page where a person can see the draft. */
  readonly page: string;
}

/** A file that goes to the repository. */
export interface LocalFile {
  readonly name: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly md5: string;
  /** Hexadecimal. */
  readonly sha512: string;
}

export interface RepositoryClient {
  /** `metadata`: the record as the package has it. */
  createDraft(metadata: unknown, creation: Creation): Promise<Created<RepositoryDraft>>;
  /** A draft of the next version of the published `record`. */
  newVersion(previous: RepositoryDraft): Promise<RepositoryDraft>;
  /** The present draft in the repository. */
  getDraft(draft: RepositoryDraft): Promise<RepositoryDraft>;
  /**
   * The record of a draft that was published meanwhile, also by hand; null if there is none, or if
   * the draft is still there. `versions`: how many versions of the record were published before.
   */
  findPublished(draft: RepositoryDraft, versions: number): Promise<RepositoryDraft | null>;
  reserveDoi(draft: RepositoryDraft): Promise<RepositoryDraft>;
  updateMetadata(draft: RepositoryDraft, metadata: unknown): Promise<RepositoryDraft>;
  /**
   * Makes the draft contain exactly these files; existing ones stay. Throws an `InputError` if a
   * checksum differs afterwards.
   */
  putFiles(draft: RepositoryDraft, files: readonly LocalFile[]): Promise<void>;
  publish(draft: RepositoryDraft): Promise<RepositoryDraft>;
}
