/** Writes the index of letters (site/open/letters.ts) entry by entry. */

import type { OpenFile, OutputFolder } from '../../../core/files/output-folder.ts';
import { CMIF } from '../../site/open/letters.ts';

/** The file, open for the letters; null if there is none. */
export function openLetters(
  { letters }: { readonly letters: string | null },
  folder: OutputFolder,
): OpenFile | null {
  if (letters === null) return null;
  const [before = '', after = ''] = letters.split('<?letters?>');
  const file = folder.open(CMIF);
  file.write(`<?xml version="1.0" encoding="UTF-8"?>\n${before}\n`);
  return {
    write(letter) {
      file.write(`${letter}\n`);
    },
    close() {
      file.write(`${after}\n`);
      file.close();
    },
  };
}
