/** Reads and replaces files of the edition for the workbench. */
import { readFileSync, statSync } from 'node:fs';
import { hashOf } from '../../cache/results.ts';
import { isWriteProtected } from '../../computed/replace-file.ts';
import { writeWhole } from '../../core/files/atomic-files.ts';
import { readInput } from '../../core/files/input-file.ts';
import { shownPath } from '../../core/finding.ts';
import { decodeXml } from '../../xml/decode.ts';
import { PatchRefusal } from '../patch/model.ts';
import { parseDocument, type SourceDocument } from '../source/document.ts';

const BOM = '\uFEFF';

/** A file at one moment. */
export interface FileState {
  readonly path: string;
  /** Of the bytes. */
  readonly hash: string;
  readonly document: SourceDocument;
  readonly hasBom: boolean;
}

/**
 * `previous`: a state that was read before, by its hash; it is not parsed again. Throws an
 * `InputError` if the file cannot be read or is not well-formed.
 */
export function readFileState(
  path: string,
  previous?: (hash: string) => FileState | undefined,
): FileState {
  const bytes = readInput(path, 'edit/unreadable');
  const hash = hashOf(bytes);
  const before = previous?.(hash);
  if (before) return before;
  const shown = shownPath(path);
  const text = decodeXml(bytes, shown);
  const document = parseDocument(shown, text);
  return { path, hash, document, hasBom: bytes[0] === 0xef && bytes[1] === 0xbb };
}

/** The hash of the file after this text is written. */
export function hashOfText({ hasBom }: Pick<FileState, 'hasBom'>, text: string): string {
  return hashOf(bytesOf(hasBom, text));
}

function bytesOf(hasBom: boolean, text: string): Uint8Array {
  return Buffer.from((hasBom ? BOM : '') + text, 'utf8');
}

/**
 * Replaces a file if it is still the same as `before`. @throws Refusal if it has been changed
 * meanwhile or may not be written.
 */
export function writeFileState(before: FileState, text: string): void {
  const { path, hash, hasBom } = before;
  if (isWriteProtected(path))
    throw new PatchRefusal(`${shownPath(path)} is write-protected; change its permissions`);
  if (hashOf(readFileSync(path)) !== hash)
    throw new PatchRefusal(`${shownPath(path)} was changed by another program; try again`);
  writeWhole(path, bytesOf(hasBom, text), { durable: true, mode: statSync(path).mode & 0o777 });
}
