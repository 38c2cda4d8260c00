/**
 * Files that no stage can use, as bytes, and the expected messages.
 *
 * Exports rows of a table: a name, a function that makes the file at a path, and the words that the
 * message has to contain.
 */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';

interface BadFile {
  readonly name: string;
  /** Makes the file. `good`: the content of a good file. */
  readonly lay: (path: string, good: string) => void;
  /** The message, by entry point. Missing: the entry point does not report it. */
  readonly text?: RegExp;
  readonly xml?: RegExp;
  /** A TEI document is still read (tests/xml/source.test.ts); other XML files are not. */
  readonly isReadAsTei?: true;
}

const bytes = (make: (good: string) => Uint8Array | string) => (path: string, good: string) =>
  writeFileSync(path, make(good));

/**
 * Inserts into the middle of the file's text, after the first element of XML or the first word of a
 * text.
 */
const within = (what: string | Uint8Array) =>
  bytes((good) => {
    const at = good.startsWith('<') ? good.indexOf('</') : good.indexOf(' ');
    return Buffer.concat([
      Buffer.from(good.slice(0, at)),
      typeof what === 'string' ? Buffer.from(what) : what,
      Buffer.from(good.slice(at)),
    ]);
  });

/** Before the root element. */
const before = (what: string) => bytes((good) => good.replace(/<(?=[A-Za-z])/, () => `${what}<`));

const NESTED = 100_000;

export const BAD_FILES: readonly BadFile[] = [
  {
    name: 'UTF-16',
    isReadAsTei: true,
    lay: bytes((good) => Buffer.from(`\uFEFF${good}`, 'utf16le')),
    text: /:1:1: error: the file is in UTF-16; save it as UTF-8/,
    xml: /:1:1: error: the file is in UTF-16; save it as UTF-8/,
  },
  {
    name: 'Latin-1',
    lay: within(Buffer.from('caf\xe9', 'latin1')),
    text: /:\d+:\d+: error: the byte 0xE9 is not UTF-8/,
    xml: /:\d+:\d+: error: the byte 0xE9 is not UTF-8/,
  },
  {
    name: 'a cut-off sequence of bytes',
    lay: within(Uint8Array.from([0xe2, 0x82])),
    text: /:\d+:\d+: error: the byte 0xE2 is not UTF-8/,
    xml: /error: the byte 0xE2 is not UTF-8/,
  },
  {
    name: 'a lone surrogate',
    lay: within(Uint8Array.from([0xed, 0xa0, 0x80])),
    text: /:\d+:\d+: error: the byte 0xED is not UTF-8/,
    xml: /error: the byte 0xED is not UTF-8/,
  },
  {
    name: 'NUL',
    lay: within('\0'),
    text: /:\d+:\d+: error: XML allows no character U\+0000; delete it/,
    xml: /XML allows no character U\+0000/,
  },
  {
    name: 'a control character',
    lay: within('\u0008'),
    text: /XML allows no character U\+0008/,
    xml: /XML allows no character U\+0008/,
  },
  {
    name: 'U+FFFF',
    lay: within('\uffff'),
    text: /XML allows no character U\+FFFF/,
    xml: /XML allows no character U\+FFFF/,
  },
  {
    name: 'an empty file',
    lay: bytes(() => ''),
    text: /error: the file contains no text/,
    xml: /error: .*(?:contains no element|ends too early)/,
  },
  {
    name: 'white space alone',
    lay: bytes(() => ' \n\n \t'),
    text: /error: the file contains no text/,
    xml: /error: .*(?:contains no element|ends too early)/,
  },
  {
    name: 'a folder',
    lay: (path) => mkdirSync(path),
    text: /error: the file cannot be read: it is a folder, not a file/,
    xml: /error: the file cannot be read: it is a folder, not a file/,
  },
  {
    // The file is sparse and takes no space on the disk.
    name: 'a line of 300 MB',
    lay: (path) => {
      writeFileSync(path, '');
      truncateSync(path, 300 * 1024 * 1024);
    },
    text: /error: the file has 300 MiB, and at most 64 MiB are read/,
    xml: /error: the file has 300 MiB, and at most 64 MiB are read/,
  },
  {
    name: 'a DOCTYPE',
    isReadAsTei: true,
    lay: before('<!DOCTYPE TEI>'),
    xml: /:\d+:\d+: error: a DOCTYPE is not read/,
  },
  {
    name: 'an external entity: a file',
    isReadAsTei: true,
    lay: before('<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    xml: /a DOCTYPE is not read/,
  },
  {
    name: 'an external entity: an address',
    isReadAsTei: true,
    lay: before('<!DOCTYPE TEI SYSTEM "http://localhost:1/x.dtd">'),
    xml: /a DOCTYPE is not read/,
  },
  {
    name: 'an entity bomb',
    isReadAsTei: true,
    lay: before(
      `<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa">${Array.from('bcdefghij', (name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>`,
    ),
    xml: /a DOCTYPE is not read/,
  },
  {
    name: 'an unknown entity',
    lay: within('&nbsp;'),
    xml: /:\d+:\d+: error: the entity &nbsp; is not defined/,
  },
  {
    name: '100,000 elements in one another',
    lay: within(`${'<hi>'.repeat(NESTED)}${'</hi>'.repeat(NESTED)}`),
    xml: /:\d+:\d+: error: <hi> is inside 256 other elements/,
  },
  {
    name: '5,000 attributes on one element',
    lay: within(`<hi ${Array.from({ length: 5_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
    xml: /:\d+:\d+: error: <hi> has 5000 attributes; no element has more than 500/,
  },
  {
    name: 'a cut-off file',
    lay: bytes((good) => good.slice(0, Math.floor(good.length / 2))),
    xml: /:\d+:\d+: error: /,
  },
  {
    name: 'another encoding declared',
    isReadAsTei: true,
    lay: bytes(
      (good) => `<?xml version="1.0" encoding="ISO-8859-1"?>${good.replace(/^<\?xml[^>]*\?>/, '')}`,
    ),
    xml: /:1:1: error: the file states ISO-8859-1/,
  },
];
