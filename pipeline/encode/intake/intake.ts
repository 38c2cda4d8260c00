/**
 * Taking in what editors have on their disks: plain text, Word documents, saved pages.
 *
 * In: the path of a file, whose ending tells its kind. Out: its reading text, the same whatever it came from, so that one encoder serves all.
 */
import { extname } from 'node:path';
import { shownPath, UsageFault } from '../../finding.ts';
import { readInput } from '../../input.ts';
import { decodeXml } from '../../xml/decode.ts';
import { readDocx } from './docx.ts';
import { readHsgHtml } from './hsg.ts';
import type { ReadingText } from './reading-text.ts';

type Reader = (bytes: Uint8Array, path: string) => ReadingText | Promise<ReadingText>;

const html: Reader = (bytes, path) => readHsgHtml(decodeXml(bytes, path), path);

/** The kinds of file by their endings. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ['.txt', (bytes, path) => ({ text: decodeXml(bytes, path), findings: [] })],
  ['.docx', readDocx],
  ['.html', html],
  ['.htm', html],
]);

/** The endings of the files that can be taken in. */
export const INTAKE_ENDINGS: readonly string[] = [...READERS.keys()];

/**
 * The reading text of a file.
 * @throws UsageFault for a file of another kind; InputFault, with line and column where there are any, for one that cannot be read.
 */
export async function intake(path: string): Promise<ReadingText> {
  const reader = READERS.get(extname(path).toLowerCase());
  const shown = shownPath(path);
  if (!reader)
    throw new UsageFault(`“${shown}” is none of the files that can be encoded (${INTAKE_ENDINGS.join(', ')})`);
  return reader(readInput(path, 'encode/unreadable'), shown);
}
