/**
 * Encodes files into a folder.
 *
 * Takes source files and the context for encoding them. Returns TEI files, and the outcome of each.
 * A file that can't be encoded does not stop the others. A document that an editor has changed is
 * never replaced: the present encoding is merged into it, or it stays unchanged (CONTRIBUTING, law
 * 2).
 */
import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { isWriteProtected } from '../../computed/replace-file.ts';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { systemFinding } from '../../core/system-error.ts';
import { hashUri, statedHash } from '../../edition/file-facts/provenance.ts';
import { isLink } from '../../edition/folder/links.ts';
import { decodeXml } from '../../xml/decode.ts';
import { textOfUneditable } from '../../xml/source/strict-only.ts';
import type { EncodingContext } from '../context/context.ts';
import { type EncodedDocument, encodeDocument } from '../document/encode.ts';
import { decideMerge, type MergeDecision, type MergeOptions } from '../engine/merge/decide.ts';
import type { SourceFile } from '../sources/find.ts';
import { readSource } from '../sources/read.ts';
import { changedMeanwhile, decisionFindings, writeProtected } from './run-findings.ts';
import { sourceFindings } from './source-findings.ts';

/**
 * `written`: new or replaced; `unchanged`: the file was the same; `kept`: an editor's version was
 * not overwritten; `merged`: the encoder's improvements were added to it; `conflicting`: they were
 * not, see findings; `failed`: see findings.
 */
export type EncodeOutcome = 'written' | 'unchanged' | 'merged' | 'kept' | 'conflicting' | 'failed';

export interface Encoded {
  readonly source: SourceFile;
  readonly outcome: EncodeOutcome;
  readonly document?: EncodedDocument;
  readonly findings: readonly Finding[];
}

/** An encoded source, and the decision about its document. */
interface Considered {
  readonly document: EncodedDocument;
  /** Path of the document, whether it exists or not. */
  readonly target: string;
  /** The present document. */
  readonly present: string | undefined;
  readonly decision: MergeDecision;
  readonly findings: readonly Finding[];
}

/**
 * Encodes one file and compares it with its document. Throws an `InputError` if one of the two
 * cannot be read.
 */
export async function consider(
  source: SourceFile,
  context: EncodingContext,
  mergeOptions: MergeOptions,
): Promise<Considered> {
  const bytes = readInput(source.path, 'encode/unreadable');
  const { findings, ...reading } = await readSource(source.path);
  const document = encodeDocument(
    { ...reading, hash: hashUri(bytes) },
    source.id,
    shownPath(source.path),
    context,
  );
  const target = source.document;
  return {
    document,
    target,
    ...(await compare(source, document.tei, mergeOptions)),
    findings: [...findings, ...sourceFindings(source.path, document)],
  };
}

/** Throws an `InputError` if the document cannot be read. */
async function compare(
  { id, document: target }: SourceFile,
  encoded: string,
  mergeOptions: MergeOptions,
): Promise<Pick<Considered, 'present' | 'decision'>> {
  try {
    const present = presentDocument(target);
    const decision = await decideMerge(id, present, encoded, shownPath(target), mergeOptions);
    return { present, decision };
  } catch (error) {
    const text = textOfUneditable(target, error);
    if (text === undefined) throw error;
    const stated = statedHash(text);
    if (stated === undefined) return { present: text, decision: { kind: 'foreign' } };
    const isSame = statedHash(encoded) === stated;
    const decision: MergeDecision = isSame
      ? { kind: 'edited', tei: encoded }
      : { kind: 'not-editable' };
    return { present: text, decision };
  }
}

/** Encodes one file, and writes its document. */
export async function encodeFile(
  source: SourceFile,
  context: EncodingContext,
  mergeOptions: MergeOptions,
): Promise<Encoded> {
  try {
    const considered = await consider(source, context, mergeOptions);
    const { document, target, decision, findings } = considered;
    writeDecision(source.id, considered, mergeOptions);
    return {
      source,
      outcome: OUTCOMES[decision.kind],
      document,
      findings: [...findings, ...idGiven(source, decision), ...decisionFindings(decision, target)],
    };
  } catch (error) {
    if (error instanceof InputError) return { source, outcome: 'failed', findings: error.findings };
    const { code = '' } = error as NodeJS.ErrnoException;
    const inTheWay = OF_ONE_FILE.has(code) ? systemFinding(error) : undefined;
    if (inTheWay) return { source, outcome: 'failed', findings: [inTheWay] };
    throw error;
  }
}

/** A new document that could not be named after its source is reported once. */
function idGiven({ path, id }: SourceFile, decision: MergeDecision): Finding[] {
  if (decision.kind !== 'new' || basename(path, extname(path)) === id) return [];
  const message = `becomes the document “${id}”, since its name cannot be an xml:id`;
  return [{ path: shownPath(path), severity: 'remark', rule: 'encode/id', message }];
}

/** System errors about a single file, as opposed to those about all files, such as a full disk. */
const OF_ONE_FILE = new Set([
  'EISDIR',
  'ENOTEMPTY',
  'EACCES',
  'EPERM',
  'EROFS',
  'EBUSY',
  'ETXTBSY',
]);

const OUTCOMES: Readonly<Record<MergeDecision['kind'], EncodeOutcome>> = {
  new: 'written',
  replace: 'written',
  same: 'unchanged',
  edited: 'kept',
  merge: 'merged',
  'no-base': 'kept',
  'not-editable': 'kept',
  foreign: 'kept',
  conflict: 'conflicting',
};

function writeDecision(
  id: string,
  { target, present, decision }: Considered,
  { bases }: MergeOptions,
): void {
  if (!('tei' in decision)) return;
  if (decision.kind === 'same' || decision.kind === 'edited') {
    bases?.recall(id, decision.tei);
    return;
  }
  const put = (): void => {
    // The editor may have saved meanwhile.
    if (presentDocument(target) !== present) throw changedMeanwhile(target);
    if (isWriteProtected(target)) throw writeProtected(target);
    if (decision.kind === 'merge') bases?.copies.save(id, decision.written);
    // An encoding can be made again after a power failure; an editor's work cannot.
    const durable = decision.kind === 'merge';
    writeWhole(target, decision.tei, { durable, ...permissions(target) });
  };
  if (bases) bases.store(id, decision.kind === 'merge' ? decision.base : decision.tei, put);
  else put();
}

/** The identifiers in the document. */
function permissions(target: string): { mode?: number } {
  const mode = statSync(target, { throwIfNoEntry: false })?.mode;
  return mode === undefined ? {} : { mode: mode & 0o777 };
}

function presentDocument(target: string): string | undefined {
  if (isLink(target)) throw linkedDocument(target);
  return existsSync(target)
    ? decodeXml(readInput(target, 'encode/unreadable'), shownPath(target))
    : undefined;
}

/** Writing the document would replace the link by a file, and leave the link's target unchanged. */
function linkedDocument(target: string): InputError {
  return new InputError({
    path: shownPath(target),
    severity: 'error',
    rule: 'encode/link',
    message: 'the document is a link, which is not written through; put the file itself here',
  });
}
