/** The ODD that documents an edition's own encoding (TEI Guidelines, chapter 22). */
import { join } from 'node:path';
import { type Edition, filesIn } from '../edition.ts';

/**
 * Path of the first .odd file in the edition's folder `schema/`; null where there is none. The
 * program's own conventions say nothing of an edition that has other ones.
 */
export function ownOdd({ root }: Edition): string | null {
  return filesIn(join(root, 'schema'), '.odd')[0] ?? null;
}
