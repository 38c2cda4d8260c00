/** What is read of each document's TEI once: examples of its encoding, and what is listed of it. */
import { readFileSync } from 'node:fs';
import { hashOf, programHash, type Results } from '../../cache/results.ts';
import { cachedNow } from '../../cache/stored.ts';
import { shownPath } from '../../core/finding.ts';
import { readTree } from '../../xml/tree.ts';
import { type Example, examplesIn } from '../encoding/examples.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { type Marks, marksIn } from './marks.ts';

export interface Scan extends Marks {
  readonly examples: readonly Example[];
}

const NOTHING: Scan = { examples: [], marks: [], hasApparatus: false };

/** Nothing for a file that cannot be read as one document. */
export function scanOf(
  { teiFile, hash }: Pick<SiteDocument, 'teiFile' | 'hash'>,
  cache: Results,
): Scan {
  return cachedNow(cache, 'scan', hashOf(programHash(), hash), () => {
    try {
      const tree = readTree({ path: shownPath(teiFile), content: readFileSync(teiFile) });
      return { examples: examplesIn(tree), ...marksIn(tree) };
    } catch {
      return NOTHING;
    }
  });
}
