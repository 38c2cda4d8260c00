/**
 * Word documents, saved pages and plain text become the same reading text, with their notes where
 * they belong.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError, UsageError } from '../../pipeline/core/finding.ts';
import { readLayout } from '../../pipeline/encode/engine/layout.ts';
import { MARK_WORDS } from '../../pipeline/encode/languages/table.ts';
import { readHtml } from '../../pipeline/encode/sources/html/html.ts';
import { readSource } from '../../pipeline/encode/sources/read.ts';
import type { ReadingText } from '../../pipeline/encode/sources/reading-text.ts';
import { readDocx } from '../../pipeline/encode/sources/word/docx.ts';
import { zipFolder } from './zip.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'intake');

/** The words before each anchor, and its number. */
function around({ text, anchors = [] }: ReadingText): string[] {
  return anchors.map(({ n, offset }) => {
    expect(text.slice(offset, offset + n.length)).toBe(n);
    return `${text.slice(offset - 8, offset)}|${n}`;
  });
}

describe('a page saved from history.state.gov', () => {
  const page = readFileSync(join(FIXTURES, 'page.html'), 'utf8');

  it('becomes a reading text', () => {
    expect(
      readHtml(page, 'page.html').text,
    ).toBe(`[Page 12] 7. Memorandum From the Keeper (Ames) to the Surveyor (Bell)1


Northport, May 3, 1964.

SUBJECT

  • The Harbor & the Lights

The light burned in 19642 and it burns [Page 13] still.
So the Keeper said.

  • First

    • Under the first

  • Second

More of the second

Year\tShips

1963\t

\t12 and 3

John Ames3

  1. Source: Harbor Office, Box 5. Secret.
  2. See Document 5.
     Not printed.
  3. Printed from a copy.
`);
  });

  it('gives the anchor of each note, to the digit', () => {
    expect(around(readHtml(page, 'page.html'))).toEqual(['r (Bell)|1', ' in 1964|2', 'ohn Ames|3']);
  });

  it('says that a note is missing', () => {
    const cut = page.replace(/<li class="footnote" id="fn:1.7".*<\/li>/, '');
    const { findings, text } = readHtml(cut, 'page.html');
    expect(findings.map(({ rule }) => rule)).toEqual(['intake/note-missing']);
    expect(text).toContain('John Ames3');
  });

  it('is refused where it contains no text, or nests too deeply', () => {
    expect(() => readHtml('<html><body><nav>Home</nav></body></html>', 'a.html')).toThrow(
      'a.html: error: ',
    );
    expect(() => readHtml(`${'<div>'.repeat(20_000)}x`, 'a.html')).toThrow(InputError);
  });

  it('knows notes by the roles of DPUB-ARIA too', () => {
    const { text } = readHtml(
      '<main><h1>1. Note<a role="doc-noteref" href="#n1">[1]</a></h1><p>Text.</p>' +
        '<section role="doc-endnotes"><h2>Notes</h2><p role="doc-footnote" id="n1">Words. <a role="doc-backlink" href="#r">^</a></p></section></main>',
      'a.html',
    );
    expect(text).toBe('1. Note1\n\n\nText.\n\n  1. Words.\n');
  });
});

describe('a Word document', () => {
  it('becomes a reading text, its own footnotes the notes', async () => {
    const read = await readDocx(zipFolder(join(FIXTURES, 'letter')), 'letter.docx');
    expect(read.text).toBe(`7. Letter From the Keeper (Ames) to the Surveyor (Bell)1


Northport, May 3, 1964.

The Light

It burned in 19642 and [Page 13] burns still.
So he said.

  • First

    • Under the first

  • Lettered by Word

Year\tShips

1963\t12

John Ames

  1. Source: Harbor Office, Box 5.
  2. See Document 5.
     Not printed.
`);
    expect(around(read)).toEqual(['r (Bell)|1', ' in 1964|2']);
    expect([...(read.blocks ?? [])].flatMap(([, { item }]) => item?.label ?? [])).toEqual(['a.']);
    expect(read.findings).toEqual([]);
  });

  it('is refused where it is something else', async () => {
    await expect(readDocx(Buffer.from('no zip file'), 'a.docx')).rejects.toThrow(
      /^a\.docx: error: .* \[intake\/unreadable\]$/,
    );
  });
});

describe('a file of any kind', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'siglum-intake-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: string | Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  it('is read by its ending', async () => {
    const word = await readSource(file('a.docx', zipFolder(join(FIXTURES, 'letter'))));
    const page = await readSource(file('b.HTML', readFileSync(join(FIXTURES, 'page.html'))));
    const text = await readSource(
      file('c.txt', '\uFEFF1. Title1\r\n\r\n\r\nText.\r\n  1. Source.\r\n'),
    );
    expect(readLayout(word.text, 'a', MARK_WORDS).notes.length).toBe(2);
    expect(readLayout(page.text, 'b', MARK_WORDS).notes.length).toBe(3);
    expect(readLayout(text.text, 'c', MARK_WORDS).notes.length).toBe(1);
    expect(text.anchors).toBeUndefined();
  });

  it('is refused with the place of the error', async () => {
    await expect(readSource(file('nul.txt', 'Title\n\nA\0B\n'))).rejects.toThrow(
      /nul\.txt:3:2: error: /,
    );
    await expect(
      readSource(file('latin.txt', Buffer.from('Title\n\nCaf\xe9\n', 'latin1'))),
    ).rejects.toThrow(/latin\.txt:3:4: error: /);
    await expect(readSource(file('notes.pdf', ''))).rejects.toThrow(UsageError);
  });
});
