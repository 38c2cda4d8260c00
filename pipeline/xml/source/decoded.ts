/**
 * From the bytes of a TEI file to text of XML 1.0, whatever encoding and version of XML it
 * declares.
 *
 * Takes bytes. Returns text with a corrected XML declaration, its places in the file, and findings
 * about characters that XML 1.0 does not allow. A declared encoding is accepted only if every byte
 * fits it. See XML 1.1, sections 2.2 and 2.11; WHATWG Encoding.
 */

import { MOST_BYTES } from '../../core/files/input-file.ts';
import { type Finding, InputError } from '../../core/finding.ts';
import { decodeXml, positionAt, requireCharacters } from '../decode.ts';
import { MappedText, TextBuilder } from '../mapped-text.ts';

const DECLARATION = /^<\?xml\s[^?<>]*\?>/;
const ENCODING = /\sencoding\s*=\s*["']([^"']*)["']/;
/** Character references that XML 1.1 allows and XML 1.0 does not. */
const CONTROL_REFERENCE = /&#(?:x0*(1?[0-9A-Fa-f])|0*(3[01]|[12]?\d));/g;
const ALLOWED_CONTROLS = new Set([9, 10, 13]);

interface Decoded {
  readonly text: MappedText;
  readonly findings: readonly Finding[];
}

/**
 * Throws an `InputError` with the place of the first byte or character that cannot be read. `path`:
 * what messages call the file. `encoding`: the encoding if the file does not state one.
 */
export function decodeSource(bytes: Uint8Array, path: string, encoding = ''): Decoded {
  const { text, findings } = decoded(bytes, path, encoding);
  const source = MappedText.of({ path, text });
  const declaration = DECLARATION.exec(text)?.[0];
  if (declaration === undefined) return { text: source, findings };
  const version = /\sversion\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? '1.0';
  const declared = ENCODING.exec(declaration)?.[1] ?? 'UTF-8';
  if (version === '1.0' && /^utf-8$/i.test(declared)) return { text: source, findings };
  // The parser reports an unknown version.
  if (!/^1\.\d+$/.test(version)) return { text: source, findings };
  const out = new TextBuilder();
  out.insert('<?xml version="1.0" encoding="UTF-8"?>', source, 0);
  if (version === '1.0') out.copy(source, declaration.length, text.length);
  const controls = version === '1.0' ? [] : copyOfVersion11(source, declaration.length, path, out);
  return { text: out.done(), findings: [...findings, ...controls] };
}

/**
 * Line ends of XML 1.1 become those of XML 1.0; a control character that XML 1.0 does not allow
 * becomes U+FFFD, and is reported.
 */
function copyOfVersion11(
  source: MappedText,
  from: number,
  path: string,
  out: TextBuilder,
): Finding[] {
  const { text } = source;
  const controls: { at: number; code: number }[] = [];
  let copied = from;
  const pattern = new RegExp(`\\r?\\u0085|\\u2028|${CONTROL_REFERENCE.source}`, 'g');
  pattern.lastIndex = from;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [whole, hex, decimal] = found;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    const isReference = whole.startsWith('&');
    if (isReference && (code === 0 || ALLOWED_CONTROLS.has(code))) continue;
    out.copy(source, copied, found.index);
    out.insert(isReference ? '\uFFFD' : '\n', source, found.index);
    copied = found.index + whole.length;
    if (isReference) controls.push({ at: found.index, code });
  }
  out.copy(source, copied, text.length);
  return controls.slice(0, 1).map(({ at, code }): Finding => {
    const others = controls.length === 1 ? '' : ` (${controls.length - 1} more such)`;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    const message =
      `the control character ${name} of XML 1.1 is not allowed in web pages and XML 1.0; it ` +
      `is read as U+FFFD: remove it, or say with <g> what it means${others}`;
    return {
      path,
      ...positionAt(text, at),
      severity: 'warning',
      rule: 'xml/control-character',
      message,
    };
  });
}

/** The characters of windows-1252 from 0x80 on; a control character where it has none. */
const WINDOWS_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/**
 * Node 20 decodes windows-1252 as ISO 8859-1, so that quotation marks and dashes become control
 * characters (Encoding Standard, index-windows-1252).
 */
function withWindowsSigns(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

function decoded(
  bytes: Uint8Array,
  path: string,
  encoding: string,
): { text: string; findings: Finding[] } {
  const name = declaredEncoding(bytes) ?? (/^(?:utf-?8)?$/i.test(encoding) ? undefined : encoding);
  const known = name === undefined ? undefined : supported(name);
  const at = { path, line: 1, column: 1, rule: 'xml/encoding' } as const;
  if (name === undefined || known === undefined || bytes.length > MOST_BYTES) {
    const text = decodeXml(bytes, path);
    if (name === undefined || known !== undefined) return { text, findings: [] };
    const message =
      `the file says that it is in ${name}, which is not supported, and is read as UTF-8; ` +
      `write encoding="UTF-8"`;
    return { text, findings: [{ ...at, severity: 'warning', message }] };
  }
  if (!known.startsWith('utf-16') && isUtf8(bytes)) {
    const message = `the file declares ${name}, but is in UTF-8; write encoding="UTF-8"`;
    return { text: decodeXml(bytes, path), findings: [{ ...at, severity: 'warning', message }] };
  }
  let text: string;
  try {
    text = new TextDecoder(known, { fatal: true }).decode(bytes);
    if (known === 'windows-1252') text = withWindowsSigns(text);
  } catch {
    const message = `the file says that it is in ${name}, and its bytes are not; save it as UTF-8`;
    throw new InputError({ ...at, severity: 'error', message });
  }
  requireCharacters(text, path);
  return { text, findings: [] };
}

/**
 * What `TextDecoder` calls the encoding (WHATWG Encoding; ISO-8859-1 is windows-1252 there, which
 * differs in control characters only); nothing for one that it does not know.
 */
function supported(name: string): string | undefined {
  try {
    return new TextDecoder(name.trim()).encoding;
  } catch {
    return undefined;
  }
}

/** Text in a single-byte encoding with letters beyond ASCII is hardly ever valid UTF-8. */
function isUtf8(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte > 0x7f)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** By a byte order mark, else by the XML declaration; undefined for UTF-8. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe)
    return third === 0 && fourth === 0 ? undefined : 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return 'UTF-16LE';
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return 'UTF-16BE';
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 300)).toString(
    'latin1',
  );
  const declaration = DECLARATION.exec(start.replace(/^\xef\xbb\xbf/, ''))?.[0] ?? '';
  const name = ENCODING.exec(declaration)?.[1];
  // A file that declares UTF-16 but has no byte order mark was saved in another encoding.
  return name === undefined || /^utf-?(?:8|16)/i.test(name) || start.startsWith('\xef\xbb\xbf')
    ? undefined
    : name;
}
