/**
 * Every command treats the files of an edition's folders in the same way, or reports them with
 * advice.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkCommand } from '../../pipeline/check/command.ts';
import { InputError } from '../../pipeline/core/finding.ts';
import { packagedEditionFiles } from '../../pipeline/deposit/package/payload.ts';
import { unusableFiles } from '../../pipeline/deposit/unusable-files.ts';
import { defaultEdition, openEdition } from '../../pipeline/edition/edition.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { encodeCommand } from '../../pipeline/encode/command.ts';
import { refreshDocuments } from '../../pipeline/encode/run/refresh.ts';
import { editionSources } from '../../pipeline/encode/sources/find.ts';
import { SOURCE_FORMATS } from '../../pipeline/encode/sources/formats.ts';
import { sourceDocumentId } from '../../pipeline/encode/sources/ids.ts';
import { initCommand } from '../../pipeline/init/init.ts';
import { statusCommand } from '../../pipeline/status/command.ts';
import { zipFolder } from './zip.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'intake');
const LETTER = 'Ann to Bob\n\nDear Bob,\n\nThe words of the letter.\n';
const folder = mkdtempSync(join(tmpdir(), 'siglum-sources-'));
let root = '';
let count = 0;

beforeEach(() => {
  root = join(folder, String(++count));
  vi.spyOn(console, 'log').mockReturnValue();
  initCommand(root);
});

afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array = LETTER, into = 'sources'): void {
  writeFileSync(join(root, into, name), content);
}

function documents(): string[] {
  return readdirSync(join(root, 'documents'));
}

/** Runs a command: its exit code and its whole output. */
async function said(run: () => Promise<number>): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const take = (line: string): void => {
    lines.push(line);
  };
  const out = vi.spyOn(console, 'log').mockImplementation(take);
  const err = vi.spyOn(console, 'error').mockImplementation(take);
  try {
    return { code: await run(), text: lines.join('\n') };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

const encode = () => said(() => encodeCommand([], { edition: root }));
const check = () => said(() => checkCommand([], { edition: root, format: 'text' }));
const status = () => said(() => statusCommand({ edition: root, format: 'text' }));

describe('a folder of sources', () => {
  it('may contain every format', async () => {
    put('one.docx', zipFolder(join(FIXTURES, 'letter')));
    put('two.HTML', readFileSync(join(FIXTURES, 'page.html')));
    put('three.txt');
    expect((await encode()).code).toBe(0);
    expect(documents()).toEqual(['one.xml', 'three.xml', 'two.xml']);
    expect((await status()).text).toMatch(/3 documents: 3 untouched/);
    expect((await check()).text).not.toMatch(/no-source/);
    const packed = packagedEditionFiles(openEdition(root), () => null).filter(
      ({ kind }) => kind === 'source',
    );
    expect(packed.map(({ path, mediaType }) => [path, mediaType])).toEqual([
      [
        'sources/one.docx',
        SOURCE_FORMATS.find(({ extensions }) => extensions.includes('.docx'))?.mediaType,
      ],
      ['sources/three.txt', 'text/plain; charset=utf-8'],
      ['sources/two.HTML', 'text/html; charset=utf-8'],
    ]);
  });

  it('is encoded by a build as by encode', async () => {
    put('one.docx', zipFolder(join(FIXTURES, 'letter')));
    put('scan.pdf', '%PDF');
    const edition = openEdition(root);
    const fileIndex = new FileIndex(edition.cache, edition.root);
    const { encoded, findings } = await refreshDocuments(edition, { fileIndex });
    expect(encoded).toBe(1);
    expect(findings.map(({ rule }) => rule)).toContain('encode/unused-file');
  });

  it.each([
    ['letter.rtf', 'error', /save it as \.docx or \.odt/],
    ['letter.doc', 'error', /save it as \.docx or \.odt/],
    ['scan.pdf', 'error', /copy or transcribe its text/],
    ['old.xml', 'error', /documents\//],
    ['names.csv', 'error', /authorities\//],
    ['picture.jpg', 'warning', /remove the file/],
    ['no extension', 'warning', /remove the file/],
  ])(
    '%s is reported once by each command, and the rest goes on',
    async (name, severity, advice) => {
      put(name);
      put('good.txt');
      for (const command of [encode, check, status]) {
        const { code, text } = await command();
        const reported = text.split('\n').filter((line) => line.includes(`${name}: `));
        expect(reported).toHaveLength(1);
        expect(reported[0]).toContain(`${name}: ${severity}: `);
        expect(reported[0]).toMatch(advice);
        expect(code).toBe(severity === 'error' ? 1 : 0);
      }
      expect(documents()).toEqual(['good.xml']);
    },
  );

  it('of nothing but files that no reader takes says what to do, exit 1', async () => {
    put('letter.rtf');
    await expect(encodeCommand([], { edition: root })).rejects.toThrow(InputError);
  });

  it('a file that is not what its name says is refused by every command, with advice', async () => {
    const files: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
      ['a.txt', '{\\rtf1\\ansi Dear Bob}', /an RTF file.*\.docx or \.odt/],
      ['b.md', '%PDF-1.4\n', /a PDF.*transcribe/],
      ['c.TXT', zipFolder(join(FIXTURES, 'letter')), /a zip file.*rename it to \.docx/],
      ['d.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /an old Word file/],
      ['e.txt', ' <!DOCTYPE html>\n<html><p>Dear Bob</p></html>', /a web page.*\.html/],
      ['f.html', '<?xml version="1.0"?>\n<?x y?>\n<TEI xmlns="x"/>', /TEI.*documents\//],
      ['g.txt', Buffer.from('89504e470d0a1a0a', 'hex'), /a picture/],
      ['h.odt', '', /cannot be read as an OpenDocument/],
    ];
    put('z.txt', 'PKs and GIFs, and <TEI> within a text\n\nDear Bob,\n\nSee you.\n');
    for (const [name, content] of files) put(name, content);
    const edition = openEdition(root);
    const commands = [
      () => encodeCommand([], { edition: root }),
      () => statusCommand({ edition: root, format: 'text' }),
      () => checkCommand([], { edition: root, format: 'text' }),
    ];
    for (const command of commands) {
      const { code, text } = await said(command);
      expect(code).toBe(1);
      for (const [name, , message] of files)
        expect(text.split('\n').filter((line) => line.includes(`/${name}: error`))).toEqual([
          expect.stringMatching(message),
        ]);
    }
    const inSources = (await unusableFiles(edition)).filter(({ path }) => path.includes('sources'));
    expect(inSources.map(({ path }) => basename(path)).sort()).toEqual(
      files.map(([name]) => name).sort(),
    );
    expect(documents()).toEqual(['z.xml']);
  });

  it('passes over what systems and word processors leave behind', async () => {
    for (const name of ['.DS_Store', 'Thumbs.db', '~$good.docx', 'good.txt~', 'good.txt.bak'])
      put(name);
    put('good.txt');
    expect(editionSources(openEdition(root))).toMatchObject({
      files: [{ id: 'good' }],
      findings: [],
    });
  });

  it('reports folders in it, and that a README is not a document', async () => {
    mkdirSync(join(root, 'sources', '1848'));
    put('README.md');
    put('README.txt');
    put('good.txt');
    const { files, findings } = editionSources(openEdition(root));
    expect(files.map(({ id }) => id)).toEqual(['good']);
    expect(findings.map(({ path, severity }) => [path.replace(/.*\//, ''), severity])).toEqual(
      expect.arrayContaining([
        ['1848', 'warning'],
        ['README.txt', 'remark'],
      ]),
    );
  });

  it('a scan beside its text is no error', async () => {
    put('good.txt');
    put('good.pdf', '%PDF');
    const { code, text } = await check();
    expect(text).toMatch(
      /good\.pdf: remark: the file is not read; its document is made from .*good\.txt/,
    );
    expect(code).toBe(0);
  });
});

describe('authority files', () => {
  it.each(['people.csv', 'persons.xlsx', 'persons.docx', 'persons.json'])(
    '%s is reported',
    async (name) => {
      put(name, '', 'authorities');
      put('good.txt');
      const { text } = await encode();
      expect(text).toMatch(new RegExp(`${name}: (?:error|warning): .*authority files are TEI`));
      expect(documents()).toEqual(['good.xml']);
    },
  );
});

describe('two sources of one document', () => {
  it('plain text is used, and the other is reported', async () => {
    put('a.docx', zipFolder(join(FIXTURES, 'letter')));
    put('a.txt');
    const { code, text } = await encode();
    expect(code).toBe(1);
    expect(text).toMatch(
      /a\.docx: error: the file would become the document “a”, as .*a\.txt does, which is used/,
    );
    expect(readFileSync(join(root, 'documents', 'a.xml'), 'utf8')).toContain(
      'The words of the letter.',
    );
  });

  it('the one that the document was made from stays its source', async () => {
    put('a.docx', zipFolder(join(FIXTURES, 'letter')));
    await encode();
    const before = readFileSync(join(root, 'documents', 'a.xml'), 'utf8');
    put('a.txt');
    expect((await encode()).text).toMatch(/a\.txt: error: .*as .*a\.docx does, which is used/);
    expect(readFileSync(join(root, 'documents', 'a.xml'), 'utf8')).toBe(before);
  });
});

describe('the id of a document', () => {
  it.each([
    ['d149.txt', 'd149'],
    ['A.docx', 'A'],
    ['01-x.txt', 'd01-x'],
    ['Letter 5.txt', 'letter-5'],
    ['Brief an Müller (1848).txt', 'brief-an-muller-1848'],
    ['5.txt', 'd5'],
  ])('%s is %s', (name, id) => {
    expect(sourceDocumentId(name)).toBe(id);
  });

  it('is found again whatever the name is, and is reported when it is given', async () => {
    const names = [
      '01-x.txt',
      'Brief an Müller (1848).txt',
      'A.txt',
      '書簡.txt',
      '日記.txt',
      `${'ä'.repeat(120)}.txt`,
    ];
    for (const name of names) put(name);
    const { code, text } = await encode();
    expect(code).toBe(0);
    expect(text).toMatch(/01-x\.txt: remark: becomes the document “d01-x”/);
    expect(documents()).toHaveLength(names.length);
    expect((await check()).text).not.toMatch(/no-source/);
    expect((await status()).text).toMatch(/untouched +d01-x {2}from .*01-x\.txt/);
  });

  it('is an NCName for any name, and the same each time', () => {
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 100 })
      .filter((text) => !/[/\0]/.test(text));
    fc.assert(
      fc.property(name, (text) => {
        const id = sourceDocumentId(`${text}.txt`);
        expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
        expect(id.length).toBeLessThanOrEqual(Math.max(text.length, 100));
        expect(sourceDocumentId(`${text.normalize('NFD')}.txt`)).toBe(
          sourceDocumentId(`${text.normalize('NFC')}.txt`),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('differs for names in scripts that have no counterpart in ASCII', () => {
    const script = fc.string({
      unit: fc.constantFrom(...'書簡日記手紙年月אבגדהאعربيقكم'),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(script, script, (one, other) => {
        fc.pre(one !== other);
        expect(sourceDocumentId(`${one}.txt`)).not.toBe(sourceDocumentId(`${other}.txt`));
      }),
      { numRuns: 2000 },
    );
  });
});

it('a command within documents, sources or authorities means their edition', () => {
  for (const name of ['documents', 'sources', 'authorities']) {
    expect(defaultEdition(join(root, name))).toBe(root);
  }
  const loose = join(folder, 'loose', 'documents');
  mkdirSync(loose, { recursive: true });
  expect(defaultEdition(loose)).toBe(loose);
});
