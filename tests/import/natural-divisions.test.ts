/** A long text without declarations is divided by its own divisions; a short one is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { divideVolume } from '../../pipeline/import/divide/divide.ts';
import { findUnits } from '../../pipeline/import/divide/units.ts';
import { readVolume, type Volume } from '../../pipeline/import/divide/volume.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-divisions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const chapter = (letters: number): string =>
  `<div><head>A chapter</head><p>${'word '.repeat(letters / 5)}</p></div>`;

function units(body: string): { by: string; count: number } {
  const { by, pieces } = findUnits(volume(body));
  return { by, count: pieces.length };
}

function volume(body: string): Volume {
  const path = join(folder, 'book.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Book</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><front><div><p>Dedication</p></div></front><body>${body}</body></text></TEI>`,
  );
  return readVolume(path);
}

describe('a text without declarations', () => {
  it('that is long is divided by its chapters', () => {
    expect(units(chapter(30_000).repeat(3))).toEqual({ by: '//body/div', count: 3 });
  });

  it('within the one division that contains them all, as ancient texts have it', () => {
    expect(units(`<div type="edition">${chapter(30_000).repeat(3)}</div>`)).toEqual({
      by: '//body/div/div',
      count: 3,
    });
  });

  it('by the chapters of its parts, where the parts are long', () => {
    const part = `<div>${chapter(50_000).repeat(2)}</div>`;
    expect(units(part.repeat(2))).toEqual({ by: '//body/div/div', count: 4 });
  });

  it('that is short, or is one piece, is one document', () => {
    expect(units(chapter(1_000).repeat(3))).toEqual({ by: '/*', count: 1 });
    expect(units(`<p>${'word '.repeat(20_000)}</p>`)).toEqual({ by: '/*', count: 1 });
  });
});

it('divisions without a heading are called by their kind and number', () => {
  const words = `<p>${'word '.repeat(6_000)}</p>`;
  const book = volume(
    `<div type="edition"><div type="textpart" subtype="poemBook" n="1">${words}</div><div type="chapter" n="2"><head>Rome</head>${words}</div><div type="textpart" subtype="x" n="urn:cts:3">${words}</div><div type="letter">${words}</div></div>`,
  );
  const { pages } = divideVolume(book, findUnits(book).pieces);
  const titles = pages.filter(({ kind }) => kind === 'document').map(({ title }) => title);
  expect(titles).toEqual(['Poem book 1', 'Rome', '', '']);
});
