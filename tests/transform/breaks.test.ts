/**
 * The beginning of a page is an address wherever the break is: before a heading, between items and
 * rows, before the whole text.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import type { DocumentHtml } from '../../pipeline/transform/model.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

let transformer: Transformer;
beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
});
afterAll(removeFolders);

const PB = '<pb n="7" xml:id="pg7"/>';

function page(body: string): DocumentHtml {
  const path = join(temporaryFolder(), 'm1.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`,
  );
  return transformer.html(path, { strings: openInterface('en').strings, addresses: {} });
}

const marks = (html: string): number => html.split('id="pg7"').length - 1;

describe('a page break', () => {
  it.each([
    ['before the heading of a list', `<list>${PB}<head>Present</head><item>A</item></list>`],
    ['before the first item', `<list><head>Present</head>${PB}<item>A</item></list>`],
    ['after the last item', `<list><item>A</item>${PB}</list>`],
    ['before a label', `<list>${PB}<label>A</label><item>a</item></list>`],
    [
      'before the heading of a table',
      `<table>${PB}<head>Trade</head><row><cell>A</cell></row></table>`,
    ],
    [
      'before the second heading of a table',
      `<table><head>Trade</head>${PB}<head>1960</head><row><cell>A</cell></row></table>`,
    ],
    ['between rows', `<table><row><cell>A</cell></row>${PB}<row><cell>B</cell></row></table>`],
  ])('%s is in the text once', (_place, body) => {
    expect(marks(page(`<div type="document"><head>1. Letter</head>${body}</div>`).text)).toBe(1);
  });

  it('directly before another is marked: two numbers never overlap', () => {
    const next = '<pb n="8" xml:id="pg8"/>';
    const html = (between: string) =>
      page(`<div type="document"><p>A ${PB}${between}${next}b</p></div>`).text;
    expect(html(' ')).toMatch(/class="page added page-before-page"[^>]*id="pg7"/);
    expect(html(' ')).toMatch(/class="page added"[^>]*id="pg8"/);
    expect(html('and')).toMatch(/class="page added"[^>]*id="pg7"/);
  });

  it.each([
    ['of a document', `<div type="document">${PB}<head>1. Letter</head><p>Sir!</p></div>`],
    ['of a chapter, outside it', `${PB}<div type="chapter"><head>War</head><p>Papers.</p></div>`],
  ])('before the heading %s is in the heading, which begins the page', (_what, body) => {
    const { heading, text } = page(body);
    expect(heading).toMatch(/^<h1[^>]*><a class="page added"[^>]* id="pg7" href="#pg7">/);
    expect(marks(text)).toBe(0);
  });

  it('that does not begin the text stays where it is', () => {
    const { heading, text } = page(
      `<div type="document"><p>Sir!</p>${PB}<head>1. Letter</head></div>`,
    );
    expect(marks(heading)).toBe(0);
    expect(marks(text)).toBe(1);
  });
});

it('tables without a heading are distinguished by a number, where there are several', () => {
  const table = '<table><row><cell>A</cell></row></table>';
  const names = (html: string): string[] =>
    [...html.matchAll(/aria-label="(Table[^"]*)"/g)].map(([, name]) => name as string);
  expect(names(page(table).text)).toEqual(['Table']);
  expect(
    names(page(`${table}<table><head>Trade</head><row><cell>B</cell></row></table>${table}`).text),
  ).toEqual(['Table 1', 'Table 2']);
});

describe('the mark that shows an address', () => {
  it('is at every paragraph, and at an item that the TEI gives an identifier', () => {
    const { text } = page(
      '<div type="document"><p>Sir!</p><list><item>A</item><item xml:id="two">B</item></list></div>',
    );
    expect(text).toMatch(/<p id="at-p1"><a class="permalink added" href="#at-p1"/);
    expect(text).toContain('<li id="at-item1">A</li>');
    expect(text).toContain('<li id="two"><a class="permalink added" href="#two"');
  });
});
