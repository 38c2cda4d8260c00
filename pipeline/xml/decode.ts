/**
 * From the bytes of a file to the characters of an XML document, or the place of the first error.
 *
 * Takes bytes. Returns text that is strict UTF-8 and contains only characters that XML 1.0 (section
 * 2.2, production Char) allows. Nothing is repaired or guessed: a file that is decoded wrongly
 * would be published wrongly.
 */

import { MOST_BYTES } from '../core/files/input-file.ts';
import { InputError } from '../core/finding.ts';

/** Decoded text contains no halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u0020-\uFFFD]/;

/** First bytes of files in encodings that editors' tools still write, with names for messages. */
const OTHER_ENCODINGS: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
  ['UTF-16', [0x3c, 0]],
  ['UTF-16', [0, 0x3c]],
];

/** Line and column in a text, both from 1; the column counts UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Decodes a file. A byte order mark is dropped. `path` is the file name in messages. Throws an
 * `InputError` with the line and column of the first bad byte or character.
 */
export function decodeXml(bytes: Uint8Array, path: string): string {
  const error = (rule: string, message: string, place?: TextPosition): InputError =>
    new InputError({ path, severity: 'error', rule, message, ...place });
  if (bytes.length > MOST_BYTES) {
    throw error(
      'xml/too-large',
      `the file has ${mebibytes(bytes.length)} MiB, and at most ${mebibytes(MOST_BYTES)} ` +
        `MiB are read; divide it into one file for each document`,
    );
  }
  const other = OTHER_ENCODINGS.find(([, start]) =>
    start.every((byte, index) => bytes[index] === byte),
  );
  if (other)
    throw error('xml/not-utf-8', `the file is in ${other[0]}; save it as UTF-8`, {
      line: 1,
      column: 1,
    });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { place, byte } = firstBadByte(bytes);
    throw error(
      'xml/not-utf-8',
      `the byte 0x${hex(byte, 2)} is not UTF-8; save the file as UTF-8`,
      place,
    );
  }
  requireCharacters(text, path);
  return text;
}

/** Throws an `InputError` at the first character that XML 1.0 does not allow. */
export function requireCharacters(text: string, path: string): void {
  const forbidden = FORBIDDEN.exec(text);
  if (!forbidden) return;
  const code = `U+${hex(forbidden[0].codePointAt(0) ?? 0, 4)}`;
  const message = `XML allows no character ${code}; delete it`;
  const place = positionAt(text, forbidden.index);
  throw new InputError({
    path,
    ...place,
    severity: 'error',
    rule: 'xml/forbidden-character',
    message,
  });
}

/**
 * The place of an offset in UTF-16 units. Ends of lines are LF, CR LF and CR (XML 1.0, section
 * 2.11).
 */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\r(?!$)|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/**
 * Walks the text from a lenient decoder: the first replacement character that is not in the bytes
 * is the bad place.
 */
function firstBadByte(bytes: Uint8Array): { place: TextPosition; byte: number } {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let at = 0;
  let offset = 0;
  for (const char of text) {
    const real = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
    if (char === '\uFFFD' && !real) break;
    at += Buffer.byteLength(char);
    offset += char.length;
  }
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  return { place: positionAt(text.slice(mark), offset - mark), byte: bytes[at] ?? 0 };
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
