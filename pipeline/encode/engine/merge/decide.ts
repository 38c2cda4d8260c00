/**
 * Decides what to do with a document that is encoded again.
 *
 * Takes the present document, the fresh encoding, the store of bases. Returns one of a few cases,
 * with the text to write if there is one. Nothing is written here: `encode` carries out the
 * decision, `status` only reports it.
 */

import type { BaseStore } from '../../../computed/base-store.ts';
import { bringUpToDate } from '../../../computed/update.ts';
import type { WrittenFacts } from '../../../computed/written-copies.ts';
import type { Finding } from '../../../core/finding.ts';
import { isUntouched, restated, statedHash } from '../../../edition/file-facts/provenance.ts';
import { readXml } from '../../../xml/read.ts';
import { allIds, carryIds } from './ids.ts';
import { type MergeConflict, merge, type Preference } from './merge.ts';
import type { MergeCheck } from './validity.ts';

export type MergeDecision =
  /** There is no document yet, or the encoder's own, which is replaced. */
  | { readonly kind: 'new' | 'replace'; readonly tei: string }
  /** The document is the same as the fresh encoding. */
  | { readonly kind: 'same'; readonly tei: string }
  /** An editor has changed the document, and the encoder has nothing new. */
  | { readonly kind: 'edited'; readonly tei: string }
  /** An editor has changed the document; `tei` is the merge, `base` the fresh encoding. */
  | {
      readonly kind: 'merge';
      readonly tei: string;
      readonly base: string;
      readonly written: WrittenFacts;
    }
  /**
   * An editor has changed the document, and its base is missing. A preference for the editor
   * settles this: see `merge`.
   */
  | { readonly kind: 'no-base' }
  /** An editor has changed the document, and the program cannot write to a file of this kind. */
  | { readonly kind: 'not-editable' }
  /** The document states no hash of an encoding: it was made elsewhere, or by hand. */
  | { readonly kind: 'foreign' }
  | {
      readonly kind: 'conflict';
      readonly conflicts: readonly MergeConflict[];
      readonly findings: readonly Finding[];
    };

export interface MergeOptions {
  /** Missing if documents go to a folder outside of an edition. */
  readonly bases?: BaseStore;
  readonly check?: MergeCheck;
  readonly preference?: Preference;
}

/**
 * `path` is the document's name in messages. Throws an `InputError` if the edited document is not
 * well-formed.
 */
export async function decideMerge(
  id: string,
  present: string | undefined,
  encoded: string,
  path: string,
  { bases, check, preference }: MergeOptions,
): Promise<MergeDecision> {
  if (present === undefined) return { kind: 'new', tei: encoded };
  if (present === encoded) return { kind: 'same', tei: encoded };
  if (isUntouched(present)) {
    const tei = carryIds(encoded, present, new Set(), path);
    return { kind: tei === present ? 'same' : 'replace', tei };
  }
  // An editor's error is reported before anything about merging.
  readXml({ path, content: present }, {});
  const stated = statedHash(present);
  if (stated === undefined) return { kind: 'foreign' };
  if (statedHash(encoded) === stated) return { kind: 'edited', tei: encoded };
  const base = bases?.find(id, stated);
  if (base === undefined) {
    if (preference !== 'editor' || !bases) return { kind: 'no-base' };
    // The document stays unchanged, and the present encoding is the base of later merges.
    const adopted = carryIds(encoded, present, allIds(present), path);
    return { kind: 'merge', tei: restated(present, adopted), base: adopted, written: {} };
  }
  const fresh = carryIds(encoded, base, allIds(present), path);
  if (statedHash(fresh) === stated) return { kind: 'edited', tei: fresh };
  const written = bases?.copies.get(id) ?? {};
  const merged = merge(base, present, fresh, path, { preference, written });
  if ('conflicts' in merged) return { kind: 'conflict', conflicts: merged.conflicts, findings: [] };
  const edited = bringUpToDate(present, path, base, written).tei;
  const findings = (await check?.newErrors(merged.tei, edited, fresh, path)) ?? [];
  if (findings.length > 0) return { kind: 'conflict', conflicts: [], findings };
  return { kind: 'merge', tei: merged.tei, base: fresh, written: merged.written };
}
