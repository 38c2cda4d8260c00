/**
 * Recognizes a file with content of another format than its extension says. Without this, the
 * codes of an RTF file named `.txt` would become words of a document.
 */
import { InputError } from '../../core/finding.ts';

interface Signature {
  readonly what: string;
  readonly advice: string;
  /** Matches the beginning of the bytes, one character a byte, without white space before it. */
  readonly start: RegExp;
  /** Names of the formats that may begin like this. */
  readonly formats: readonly string[];
}

const OFFICE = ['Word document', 'OpenDocument text'];
const SAVE = 'open it in a word processor and save it as .docx or .odt';

const SIGNATURES: readonly Signature[] = [
  { what: 'an RTF file', advice: SAVE, start: /^\{\\rtf/, formats: [] },
  { what: 'an old Word file (.doc)', advice: SAVE, start: /^\xD0\xCF.\xE0/, formats: [] },
  {
    what: 'a PDF',
    advice: 'copy or transcribe its text into a .txt or .docx file',
    start: /^%PDF-/,
    formats: [],
  },
  {
    what: 'a picture',
    advice: 'transcribe its text into a .txt or .docx file, or remove the picture',
    start: /^(?:\x89PNG\r\n|\xFF\xD8\xFF|GIF8[79]a|II\*[^ -~]|MM[^ -~]\*)/,
    formats: [],
  },
  {
    what: 'a zip file',
    advice: 'if it is a text of a word processor, rename it to .docx or .odt; otherwise unpack it',
    start: /^PK[^ -~]{2}/,
    formats: OFFICE,
  },
  {
    what: 'a web page',
    advice: 'rename it to .html',
    start: /^(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html|<html)[\s>]/i,
    formats: ['web page'],
  },
  {
    what: 'TEI',
    advice: 'put it into documents/ as .xml, or import it with "siglum import"',
    start: /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-[^-])*-->\s*|<\?[^>]*>\s*)*<(?:\w+:)?TEI[\s>]/,
    formats: [],
  },
];

/** Bytes at the beginning of a file that are examined. */
const BEGINNING = 2000;

/**
 * @throws InputError if the content of the file `path` is recognizably not of the format `format`.
 */
export function refuseOtherFormat(bytes: Uint8Array, format: string, path: string): void {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING))
    .toString('latin1')
    .replace(/^(?:\xEF\xBB\xBF)?\s*/, '');
  const found = SIGNATURES.find(({ start }) => start.test(beginning));
  if (!found || found.formats.includes(format)) return;
  throw new InputError({
    path,
    severity: 'error',
    rule: 'intake/other-format',
    message: `by its content this file is ${found.what}, whatever its name says; ${found.advice}`,
  });
}
