/** Reads each document's TEI once: examples of its encoding, and its rows in the lists. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { hashOf, programHash, type Results } from '../../cache/results.ts';
import { cachedNow } from '../../cache/stored.ts';
import { shownPath } from '../../core/finding.ts';
import { attribute, readTree, type TreeElement, walk } from '../../xml/tree.ts';
import { type Example, examplesIn } from '../encoding/examples.ts';
import type { SiteDocument } from '../site/site-model.ts';
import { anchorOf } from './anchor.ts';
import { editorialMarks, type Marks } from './marks.ts';

interface Scan extends Marks {
  readonly examples: readonly Example[];
  /** Corresponding passages, for example of a translation: both by their anchors. */
  readonly corresponding: readonly PassagePair[];
}

const NOTHING: Scan = { examples: [], corresponding: [], marks: [], hasApparatus: false };

/** Anchors of two passages that correspond, and the name of the other one’s document. */
type PassagePair = readonly [passage: string, other: string, document: string];

/** Undefined for a file that cannot be read as one document. */
export function scanOf(
  { teiFile, hash }: Pick<SiteDocument, 'teiFile' | 'hash'>,
  cache: Results,
): Scan {
  return cachedNow(cache, 'scan', hashOf(programHash(['pipeline']), hash), () => {
    try {
      const tree = readTree({ path: shownPath(teiFile), content: readFileSync(teiFile) });
      return {
        examples: examplesIn(tree),
        corresponding: correspondingIn(tree),
        ...editorialMarks(tree),
      };
    } catch {
      return NOTHING;
    }
  });
}

/** From @corresp of elements with an identifier (TEI Guidelines, 17.5.2). */
function correspondingIn(root: TreeElement): readonly PassagePair[] {
  const own = attribute(root, 'xml:id');
  return [...walk(root)].flatMap((element) => {
    const id = attribute(element, 'xml:id');
    const pointers = attribute(element, 'corresp')?.split(/\s+/) ?? [];
    return pointers.flatMap((pointer): PassagePair[] => {
      const [, file = '', other] = /^([^#]*)#([^#]+)$/.exec(pointer) ?? [];
      // A file is named after its document.
      const document = file === '' ? own : basename(file, '.xml');
      return id && other ? [[anchorOf(id, own), anchorOf(other, document), document ?? '']] : [];
    });
  });
}
