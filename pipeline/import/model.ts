/** A volume that was divided, and a file that is written of it. */
import type { Finding } from '../core/finding.ts';
import type { Contents, VolumePage } from './divide/divide.ts';
import type { NamedVolume, PointerTally } from './divide/pointers.ts';
import type { Piece } from './divide/volume.ts';
import type { EntryList } from './files/lists.ts';

/** What became of one file. */
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
