/** The ODD that documents an edition's own encoding (TEI Guidelines, chapter 22). */
import { join } from 'node:path';
import type { Edition } from '../edition.ts';
import { filesIn } from '../folder/files-in.ts';

/**
 * Path of the first .odd file in the edition's folder `schema/`; null if there is none. The
 * program's own conventions do not describe an edition with other conventions.
 */
export function ownOdd({ root }: Edition): string | null {
  return filesIn(join(root, 'schema'), '.odd')[0] ?? null;
}
