/**
 * Updates the documents of an edition from everything that they depend on: their sources, the
 * authority files, edition.xml, the program.
 *
 * Takes an edition. Returns new documents; unedited ones replaced and edited ones merged, as
 * `encode` does. Hashes of the inputs in the cache show what is up to date: only if one of them has
 * changed is a document encoded. For a release existing documents are not written: outdated ones
 * are reported as errors.
 */
import { existsSync } from 'node:fs';
import { BaseStore } from '../../computed/base-store.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import type { ReportProgress } from '../../core/progress.ts';
import { documentPaths } from '../../edition/document-paths.ts';
import type { Edition } from '../../edition/edition.ts';
import type { FileIndex } from '../../edition/file-facts/file-index.ts';
import type { EncodingContext } from '../context/context.ts';
import type { MergeOptions } from '../engine/merge/decide.ts';
import { MergeCheck } from '../engine/merge/validity.ts';
import { editionSources, type SourceFile } from '../sources/find.ts';
import { consider, type EncodeOutcome, encodeFile } from './run.ts';
import { decisionFindings } from './run-findings.ts';
import { type StoredVerdict, VerdictStore } from './verdict-store.ts';
import { encodableSources } from './without-header.ts';

interface Refreshed {
  readonly encoded: number;
  readonly merged: number;
  readonly findings: readonly Finding[];
  /** Paths of the documents that are unchanged because they could not be merged. */
  readonly unmerged: ReadonlySet<string>;
  /** Caches the verdicts on the present documents, once nothing writes them any more. */
  saveVerdicts(): void;
}

interface RefreshOptions {
  readonly fileIndex: FileIndex;
  /** Whether a release is made. */
  readonly releasing?: boolean;
  /** Only reports on existing documents, and writes nothing. */
  readonly existingOnly?: boolean;
  readonly progress?: ReportProgress | undefined;
}

export async function refreshDocuments(
  edition: Edition,
  { fileIndex, releasing = false, existingOnly = false, progress }: RefreshOptions,
): Promise<Refreshed> {
  const found = editionSources(edition, documentPaths(edition, fileIndex));
  const encodable = encodableSources(edition, found.files);
  const files = existingOnly
    ? encodable.files.filter(({ document }) => existsSync(document))
    : encodable.files;
  const ofSources = [...found.findings, ...encodable.findings];
  const store = new VerdictStore(edition, fileIndex);
  const verdicts = new Map<SourceFile, StoredVerdict>();
  const waiting: SourceFile[] = [];
  for (const source of files) {
    const verdict = store.get(source);
    if (verdict === 'none') continue;
    if (verdict) verdicts.set(source, verdict);
    else waiting.push(source);
  }
  const errors = new Set<Finding>();
  const bases = new BaseStore(edition);
  const check = new MergeCheck(edition);
  const encode = releasing ? judgeForRelease : encodeNow;
  try {
    for (const [at, source] of waiting.entries()) {
      const context = store.contexts.of(source.id);
      // An error of edition.xml or of an authority file applies to all documents.
      if (context instanceof InputError)
        for (const finding of context.findings) errors.add(finding);
      else {
        for (const finding of context.editionFindings) errors.add(finding);
        verdicts.set(source, await encode(source, context, { bases, check }));
      }
      progress?.('encoded', at + 1, waiting.length);
    }
  } finally {
    check.dispose();
  }
  const count = (outcome: EncodeOutcome): number =>
    waiting.filter((source) => verdicts.get(source)?.outcome === outcome).length;
  const reported = [...verdicts.values()].flatMap(({ findings }) => findings);
  return {
    encoded: count('written'),
    merged: count('merged'),
    findings: [
      ...ofSources,
      ...store.undecided,
      ...errors,
      ...(releasing ? reported.map(refusing) : reported),
    ],
    unmerged: new Set(
      [...verdicts].flatMap(([source, { outcome }]) =>
        outcome === 'conflicting' ? [source.document] : [],
      ),
    ),
    saveVerdicts: () => {
      for (const source of waiting) {
        const verdict = verdicts.get(source);
        if (verdict) store.put(source, verdict);
      }
    },
  };
}

async function encodeNow(
  source: SourceFile,
  context: EncodingContext,
  mergeOptions: MergeOptions,
): Promise<StoredVerdict> {
  const { outcome, findings } = await encodeFile(source, context, mergeOptions);
  return { outcome, findings };
}

/**
 * A release contains documents as an editor has read them: the editor has to read changes of a new
 * encoding first.
 */
async function judgeForRelease(
  source: SourceFile,
  context: EncodingContext,
  mergeOptions: MergeOptions,
): Promise<StoredVerdict> {
  const path = source.document;
  if (!existsSync(path)) return encodeNow(source, context, mergeOptions);
  try {
    const { decision, target, findings } = await consider(source, context, mergeOptions);
    const reported = [...findings, ...decisionFindings(decision, target)];
    if (decision.kind === 'conflict') return { outcome: 'conflicting', findings: reported };
    if (decision.kind === 'replace' || decision.kind === 'merge') {
      const message =
        'the document is outdated: its source, an authority file, edition.xml or the ' +
        'program has changed since it was encoded; ' +
        'run "siglum build", read what it changes in the document, and do this again then';
      const outdated: Finding = {
        path: shownPath(path),
        severity: 'error',
        rule: 'encode/outdated',
        message,
      };
      return { outcome: 'outdated', findings: [...reported, outdated] };
    }
    return { outcome: decision.kind === 'same' ? 'unchanged' : 'kept', findings: reported };
  } catch (error) {
    if (error instanceof InputError) return { outcome: 'failed', findings: error.findings };
    throw error;
  }
}

/** If a document cannot be merged, it is unknown whether it is up to date. */
function refusing(finding: Finding): Finding {
  return finding.rule === 'encode/kept' ? { ...finding, severity: 'error' } : finding;
}
