/** A volume that was divided, and the files written from it. */
import type { Finding } from '../core/finding.ts';
import type { Contents, VolumePage } from './divide/divide.ts';
import type { NamedVolume, PointerTally } from './divide/pointers.ts';
import type { Piece } from './divide/volume.ts';
import type { EntryList } from './files/lists.ts';

/** The outcome for one file. */
export interface ImportedFile {
  readonly path: string;
  /** The XPath by which its documents were found. */
  readonly by: string;
  readonly pages: readonly VolumePage[];
  readonly entries: number;
  readonly pointers: PointerTally;
}

export interface Divided extends NamedVolume {
  readonly path: string;
  readonly by: string;
  readonly units: readonly Piece[];
  readonly contents: readonly Contents[];
  readonly lists: readonly EntryList[];
  readonly remarks: readonly Finding[];
}
