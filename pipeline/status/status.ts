/**
 * The state of each document of an edition relative to its source.
 *
 * Takes an edition. Returns for each document and each source its state. Every source is encoded
 * again for the comparison, and nothing is written: "outdated" means that the encoder would really
 * change the document, not that a file is newer.
 */

import { BaseStore } from '../computed/base-store.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { byCodeUnit } from '../core/text.ts';
import type { Edition } from '../edition/edition.ts';
import { documentFiles, documentIds } from '../edition/edition-files.ts';
import { isUntouched } from '../edition/file-facts/provenance.ts';
import type { EncodingContext } from '../encode/context/context.ts';
import { EncodingContexts } from '../encode/context/contexts.ts';
import type { MergeDecision, MergeOptions } from '../encode/engine/merge/decide.ts';
import type { MergeConflict } from '../encode/engine/merge/merge.ts';
import { MergeCheck } from '../encode/engine/merge/validity.ts';
import { consider } from '../encode/run/run.ts';
import { decisionFindings } from '../encode/run/run-findings.ts';
import { editionSources, type FoundSources, type SourceFile } from '../encode/sources/find.ts';
import { importedFrom } from '../import/files/provenance.ts';
import { readXml } from '../xml/read.ts';
import { readDocument } from '../xml/source/read-document.ts';

/**
 * `untouched`: the same as the present encoding; `edited`: an editor has changed it, the encoder
 * has nothing new; `outdated`: the present encoding differs; `conflicting`: it would change what
 * the editor has changed; `new`: a source without a document; `unreadable`: the source or the
 * document cannot be used.
 */
export const STATES = [
  'untouched',
  'edited',
  'outdated',
  'conflicting',
  'new',
  'unreadable',
] as const;
export type EncodingState = (typeof STATES)[number];

export interface DocumentStatus {
  readonly id: string;
  readonly state: EncodingState;
  /** An editor has changed the document. */
  readonly edited: boolean;
  /** Paths as the user would name them; null if there is none. */
  readonly document: string | null;
  readonly source: string | null;
  /** The part of a volume that an imported document is: `volume.xml#d5`; null for any other. */
  readonly importedFrom: string | null;
  /** What "siglum encode" would do. */
  readonly next: 'nothing' | 'write' | 'replace' | 'merge' | 'keep';
  readonly conflicts: readonly MergeConflict[];
  readonly findings: readonly Finding[];
}

/** Throws an `InputError` if the edition's own files cannot be used. */
export async function* documentStatuses(
  edition: Edition,
  found: FoundSources = editionSources(edition),
): AsyncGenerator<DocumentStatus> {
  const sources = new Map(found.files.map((source) => [source.document, source]));
  const documents = new Set(documentFiles(edition));
  const ids = documentIds(edition);
  const paths = [...new Set([...documents, ...sources.keys()])].sort((one, other) =>
    byNumber(ids.of(one), ids.of(other)),
  );
  const mergeOptions = { bases: new BaseStore(edition), check: new MergeCheck(edition) };
  const contexts = new EncodingContexts(edition);
  try {
    for (const path of paths) {
      const source = sources.get(path);
      const context = source && contexts.of(source.id);
      if (context instanceof InputError) throw context;
      if (source && context)
        yield await compared(source, documents.has(path), context, mergeOptions);
      else yield withoutSource(ids.of(path), path, edition.root);
    }
  } finally {
    mergeOptions.check.dispose();
  }
}

const OF_DECISION: Readonly<
  Record<MergeDecision['kind'], Pick<DocumentStatus, 'state' | 'edited' | 'next'>>
> = {
  new: { state: 'new', edited: false, next: 'write' },
  replace: { state: 'outdated', edited: false, next: 'replace' },
  same: { state: 'untouched', edited: false, next: 'nothing' },
  edited: { state: 'edited', edited: true, next: 'nothing' },
  merge: { state: 'outdated', edited: true, next: 'merge' },
  'not-editable': { state: 'outdated', edited: true, next: 'keep' },
  'no-base': { state: 'outdated', edited: true, next: 'keep' },
  foreign: { state: 'edited', edited: true, next: 'keep' },
  conflict: { state: 'conflicting', edited: true, next: 'keep' },
};

async function compared(
  source: SourceFile,
  exists: boolean,
  context: EncodingContext,
  mergeOptions: MergeOptions,
): Promise<DocumentStatus> {
  const named = {
    id: source.id,
    document: exists ? shownPath(source.document) : null,
    source: shownPath(source.path),
    importedFrom: null,
  };
  try {
    const { decision, target, findings } = await consider(source, context, mergeOptions);
    return {
      ...named,
      ...OF_DECISION[decision.kind],
      conflicts: decision.kind === 'conflict' ? decision.conflicts : [],
      findings: [...findings, ...decisionFindings(decision, target)],
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...named, ...UNREADABLE, findings: error.findings };
  }
}

const UNREADABLE = { state: 'unreadable', edited: false, next: 'keep', conflicts: [] } as const;

/** A document from elsewhere, or without its source: there is nothing to compare it with. */
function withoutSource(id: string, path: string, root: string): DocumentStatus {
  const named = { id, document: shownPath(path), source: null, importedFrom: null };
  try {
    const { text: tei } = readDocument(path, root, 'status/unreadable');
    readXml({ path: shownPath(path), content: tei }, {});
    const untouched = isUntouched(tei);
    const state = untouched ? ('untouched' as const) : ('edited' as const);
    return {
      ...named,
      importedFrom: importedFrom(tei) ?? null,
      state,
      edited: !untouched,
      next: 'nothing',
      conflicts: [],
      findings: [],
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...named, ...UNREADABLE, findings: error.findings };
  }
}

/** d2 before d10. */
function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true }) || byCodeUnit(one, other);
}
