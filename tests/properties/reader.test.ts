/**
 * Properties of the readers: from any bytes they make a text to the letter, or report where that
 * fails; never anything else.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import { decodeXml } from '../../pipeline/xml/decode.ts';
import { readXml } from '../../pipeline/xml/read.ts';

/** A reader's result for an input: its value, or the finding. Any other error fails the test. */
function outcome<Value>(
  read: () => Value,
): { value: Value } | { line: number; column: number; message: string } {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { line = 0, column = 0, message } = error.findings[0] ?? { message: '' };
    return { line, column, message };
  }
}

describe('from bytes to text', () => {
  it('a text comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const read = outcome(() => decodeXml(Buffer.from(text, 'utf8'), 'a.xml'));
        if ('value' in read)
          expect(Buffer.from(read.value)).toEqual(Buffer.from(text.replace(/^\uFEFF/, '')));
        else expect(read.message).toMatch(/^XML allows no character U\+|save it as UTF-8/);
      }),
      { numRuns: 400 },
    );
  });

  it('the first byte that is no text is reported, with its place in the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const read = outcome(() => decodeXml(bytes, 'a.xml'));
        if ('value' in read) {
          const plain =
            bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.slice(3) : bytes;
          expect(Buffer.from(read.value)).toEqual(Buffer.from(plain));
        } else {
          expect(read.line).toBeGreaterThanOrEqual(1);
          expect(read.column).toBeGreaterThanOrEqual(1);
          expect(read.column).toBeLessThanOrEqual(bytes.length + 1);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe('from text to elements', () => {
  const PIECES = fc.constantFrom(
    '<a>',
    '</a>',
    '<b x="1">',
    '</b>',
    '<c/>',
    'word',
    '&amp;',
    '&',
    '<',
    '>',
    '"',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?x',
    '?>',
    '\r\n',
    '\u2028',
    '💥',
    '<!DOCTYPE a>',
    ' xml:id="y"',
  );

  it('every row of pieces is read, or refused at a place within it', () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 12 }), (pieces) => {
        const content = `<r>${pieces.join('')}</r>`;
        const read = outcome(() => readXml({ path: 'a.xml', content }, {}));
        if ('value' in read) return;
        const lines = content.split(/\r\n|\r|\n/);
        expect(read.line).toBeLessThanOrEqual(lines.length);
        expect(read.column).toBeLessThanOrEqual((lines[read.line - 1] ?? '').length + 2);
        expect(read.message).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 800 },
    );
  });

  it('text that is escaped comes out as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;');
        let got = '';
        readXml(
          { path: 'a.xml', content: `<r>${escaped}</r>` },
          { text: (chars) => (got += chars) },
        );
        expect(got).toBe(text.replace(/\r\n?/g, '\n'));
      }),
      { numRuns: 300 },
    );
  });
});
