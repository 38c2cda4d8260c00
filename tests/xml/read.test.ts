/**
 * Files that are not well-formed XML in UTF-8 are refused, with the place and with advice.
 */
import { expect, test } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import { decodeXml } from '../../pipeline/xml/decode.ts';
import { readXml } from '../../pipeline/xml/read.ts';
import { readTree, textOf, walk } from '../../pipeline/xml/tree.ts';

function errorOf(content: Uint8Array | string): { place: string; message: string; rule: string } {
  try {
    readXml({ path: 'x.xml', content }, {});
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [finding] = error.findings;
    return {
      place: `${finding?.line}:${finding?.column}`,
      message: finding?.message ?? '',
      rule: finding?.rule ?? '',
    };
  }
  throw new Error('nothing was found');
}

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];

test.each([
  [
    'a byte of Latin-1',
    bytes(...ascii('<a>\n<b>caf\xe9</b></a>')),
    '2:7',
    /byte 0xE9 is not UTF-8; save the file as UTF-8/,
  ],
  ['a character cut in half', bytes(...ascii('<a>'), 0xe2, 0x82), '1:4', /0xE2/],
  [
    'a surrogate written as UTF-8',
    bytes(...ascii('<a>'), 0xed, 0xa0, 0x80, ...ascii('</a>')),
    '1:4',
    /0xED/,
  ],
  [
    'a bad byte after a true replacement character',
    bytes(...ascii('<a>'), 0xef, 0xbf, 0xbd, 0xff),
    '1:5',
    /0xFF/,
  ],
  ['UTF-16', bytes(0xff, 0xfe, 0x3c, 0, 0x61, 0), '1:1', /in UTF-16; save it as UTF-8/],
  ['UTF-16 without a byte order mark', bytes(0x3c, 0, 0x61, 0), '1:1', /in UTF-16/],
  ['NUL', bytes(...ascii('<a>\n'), 0, ...ascii('</a>')), '2:1', /no character U\+0000; delete it/],
  ['a control character', bytes(...ascii('<a>\x0b</a>')), '1:4', /U\+000B/],
])('%s is no text', (_what, content, place, message) => {
  const thrown = errorOf(content);
  expect(thrown.place).toBe(place);
  expect(thrown.message).toMatch(message);
});

test('a byte order mark is dropped and counts for no column', () => {
  expect(decodeXml(bytes(0xef, 0xbb, 0xbf, ...ascii('<a/>')), 'x.xml')).toBe('<a/>');
  expect(errorOf(bytes(0xef, 0xbb, 0xbf, ...ascii('<a>\xff'))).place).toBe('1:4');
});

test.each([
  [
    'a tag that is not closed',
    '<a>\n  <b>',
    '2:3',
    /<b> is opened here and never closed; write <\/b>/,
  ],
  [
    'a tag closed by another',
    '<a>\n<b>x</a>',
    '2:8',
    /<\/a> is where <b> of line 2, column 1 is still open/,
  ],
  ['a "<" in text', '<a>1 < 2</a>', '1:7', /write &lt;/],
  ['an "&" in text', '<a>M & N</a>', '1:6', /write &amp;/],
  ['an "&" in text with a ";" later', '<a>M &\n N; O</a>', '1:6', /write &amp;/],
  ['an "&" in a comment, and a tag that is not closed', '<a><!-- M & N -->', '1:1', /never closed/],
  ['an entity of HTML', '<a>&nbsp;</a>', '1:9', /entity &nbsp; is not defined/],
  ['an attribute given twice', '<a x="1" x="2"/>', '1:16', /the attribute x is given twice/],
  ['a value without quotation marks', '<a x=1/>', '1:6', /write name="value"/],
  ['a prefix that is not declared', '<tei:a/>', '1:8', /declare it with xmlns:tei/],
  ['two root elements', '<a/><b/>', '1:7', /one element has to enclose all/],
  ['text outside the root', '<a/>x', '1:6', /text is outside the root element/],
  ['an empty file', '', '1:1', /the file contains no element/],
  [
    'something before the declaration',
    '\n<?xml version="1.0"?><a/>',
    '2:6',
    /has to be the very first thing/,
  ],
  [
    'a DOCTYPE',
    '<?xml version="1.0"?>\n<!DOCTYPE a SYSTEM "a.dtd"><a/>',
    '2:1',
    /a DOCTYPE is not read/,
  ],
  ['XML 1.1', '<?xml version="1.1"?><a/>', '1:1', /write version="1.0"/],
  [
    'another encoding',
    '<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
    '1:1',
    /write encoding="UTF-8"/,
  ],
  ['deep nesting', '<a>'.repeat(300), '1:769', /is inside 256 other elements/],
])('%s is reported with its place', (_what, content, place, message) => {
  const thrown = errorOf(content);
  expect(thrown.message).toMatch(message);
  expect(thrown.place).toBe(place);
});

test('places of elements, whatever the ends of lines and the breaks inside tags', () => {
  const root = readTree({ path: 'x.xml', content: '<a>\r\n <b\n  x="1">𝕏<c/></b>\r<d/></a>' });
  const [, b, c, d] = walk(root);
  expect(b).toMatchObject({ name: 'b', line: 2, column: 2 });
  // The column counts UTF-16 units: the letter before takes two.
  expect(c).toMatchObject({ name: 'c', line: 3, column: 11 });
  expect(d).toMatchObject({ name: 'd', line: 4, column: 1 });
});

test('text, CDATA and references are one text', () => {
  expect(
    textOf(readTree({ path: 'x.xml', content: '<a>1 &lt; <![CDATA[2 & ]]>&#x33;<!-- no --></a>' })),
  ).toBe('1 < 2 & 3');
});
