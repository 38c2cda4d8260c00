/**
 * Reads a source file of any format.
 *
 * Takes the path of a file; the extension decides the format. Returns its reading text, the same
 * for all formats, so that one encoder serves all.
 */

import { readInput } from '../../core/files/input-file.ts';
import { shownPath, UsageError } from '../../core/finding.ts';
import { formatOf, SOURCE_EXTENSIONS } from './formats.ts';
import type { ReadingText } from './reading-text.ts';
import { refuseOtherFormat } from './signature.ts';

/**
 * The reading text of a file. @throws UsageError for a file of another format; InputError, with
 * line and column if there are any, for one that cannot be read.
 */
export async function readSource(path: string): Promise<ReadingText> {
  const format = formatOf(path);
  const shown = shownPath(path);
  if (!format)
    throw new UsageError(
      `“${shown}” is not a file that can be encoded (${SOURCE_EXTENSIONS.join(', ')})`,
    );
  const bytes = readInput(path, 'encode/unreadable');
  refuseOtherFormat(bytes, format.name, shown);
  return format.read(bytes, shown);
}
