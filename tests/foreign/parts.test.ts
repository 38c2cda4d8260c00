/** Documents of several files: included chapters, registers in other folders, entities. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

afterAll(removeFolders);

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><publisher>PUB</publisher></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
const tei = (body: string, before = '', header = HEADER): string =>
  `${before}<TEI xmlns="http://www.tei-c.org/ns/1.0" ${XI}>${header}<text><body>${body}</body></text></TEI>`;

let root: string;

beforeEach(() => {
  root = join(temporaryFolder(), 'project');
});

function put(name: string, content: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const run = (...words: string[]): Promise<Said> => siglumHere(...words, '--edition', root);

const CHAPTER =
  '<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="c1"><head>One</head><p xml:id="c1p1">First words.</p></div>';

const DOCUMENT = CHAPTER.replace('<div ', '<div type="document" ');

function putBook(): void {
  put('book.xml', tei('<p>Introduction.</p><xi:include href="chapters/c1.xml"/>'));
  put('chapters/c1.xml', CHAPTER);
}

describe('a chapter that a document includes', () => {
  it('is where pointers to its file lead', async () => {
    putBook();
    const targets = ['chapters/c1.xml', 'chapters/c1.xml#c1p1', 'book.xml#c1p1', 'chapters/no.xml'];
    put(
      'letter.xml',
      tei(`<p>${targets.map((to) => `<ref target="${to}">x</ref>`).join(' ')}</p>`),
    );
    const { err } = await run('build', '--out', join(root, '_site'));
    const links = read('_site/documents/letter.html').match(/<a class="ref" href="[^"]*"/g);
    expect(links?.map((link) => link.slice(21, -1))).toEqual([
      'book.html#c1',
      'book.html#c1p1',
      'book.html#c1p1',
    ]);
    expect(err.match(/leads to \S+, and there is no such file/g)).toEqual([
      'leads to chapters/no.xml, and there is no such file',
    ]);
  });

  it('is shown again by serve when it is changed', async () => {
    putBook();
    const words = ['serve', '--edition', root, '--out', join(root, '_site'), '--port', '0'];
    const child = spawn(process.execPath, [join(PROGRAM, 'pipeline', 'siglum.mjs'), ...words]);
    const page = (): string =>
      existsSync(join(root, '_site/documents/book.html')) ? read('_site/documents/book.html') : '';
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    const ended = new Promise((done) => child.on('close', done));
    try {
      await until(() => said.includes('Preview: ') && page().includes('First words.'));
      put('chapters/c1.xml', CHAPTER.replace('First words.', 'Second words.'));
      await until(() => page().includes('Second words.'));
    } finally {
      child.kill('SIGINT');
      await ended;
    }
  });

  it('is taken into the volume that is imported', async () => {
    putBook();
    const volume = join(root, 'book.xml');
    put('chapters/c1.xml', DOCUMENT);
    const into = join(root, 'imported');
    expect((await siglumHere('import', volume, '--edition', into)).code).toBe(0);
    expect(readFileSync(join(into, 'documents', 'c1.xml'), 'utf8')).toContain('First words.');

    put('chapters/c1.xml', DOCUMENT.replace('</head>', ''));
    const other = join(root, 'other');
    const { code, err } = await siglumHere('import', volume, '--edition', other);
    expect(code).toBe(1);
    expect(err).toMatch(/c1\.xml:1:\d+: error|book\.xml:1:\d+: error: chapters\/c1\.xml/);
    expect(existsSync(other)).toBe(false);
  });
});

it('check says which entry build links a pointer to, where the file it names does not exist', async () => {
  put(
    'indices/persons.xml',
    tei('<listPerson><person xml:id="p1"><persName>Anna Alt</persName></person></listPerson>'),
  );
  const names = ['persons.xml#p1', '../../indices/persons.xml#p1', 'persons.xml#p2'];
  put(
    'data/letters/l1.xml',
    tei(`<p>${names.map((ref) => `<persName ref="${ref}">A</persName>`).join(' ')}</p>`),
  );
  const built = await run('build', '--out', join(root, '_site'));
  const checked = await run('check');
  const links = read('_site/documents/l1.html').match(
    /class="person(?: again)?" href="[^"]*anna-alt/g,
  );
  expect(links).toHaveLength(2);
  for (const { err, out } of [built, checked]) {
    const reported = (err + out).match(/@ref leads to [^[]*/g);
    expect(reported).toEqual(
      [
        'leads to persons.xml, and there is no such file; the site links it to the person “p1” of ../../indices/persons.xml: write ../../indices/persons.xml#p1 if that is meant ',
        'leads to persons.xml, and there is no such file ',
      ].map((words) => `@ref ${words}`),
    );
  }
});

it('entities of a DOCTYPE are read in edition.xml, authority files and volumes', async () => {
  const doctype = '<!DOCTYPE TEI [<!ENTITY pub "Harbour Press"><!ENTITY ash "Ash">]>\n';
  put('edition.xml', tei('<p/>', doctype, HEADER.replace('PUB', '&pub;')));
  put(
    'authorities/p.xml',
    tei(
      '<listPerson><person xml:id="p1"><persName><forename>Ada</forename> <surname>&ash;</surname></persName></person></listPerson>',
      doctype,
    ),
  );
  put('sources/l1.txt', 'LETTER\n\nLondon, 3 May 1851\n\nDear Sir,\n\nI saw Ada Ash.\n');
  expect((await run('encode')).code).toBe(0);
  expect(read('documents/l1.xml')).toContain('<publisher>Harbour Press</publisher>');
  expect(read('documents/l1.xml')).toContain('ref="#p1"');
  expect((await run('status')).out).toContain('untouched    l1');

  put(
    'volume.xml',
    tei('<div type="document" xml:id="d1"><head>&ash;</head><p>Words</p></div>', doctype),
  );
  const into = join(root, 'imported');
  await siglumHere('import', join(root, 'volume.xml'), '--edition', into);
  expect(readFileSync(join(into, 'documents', 'd1.xml'), 'utf8')).toContain('<head>Ash</head>');
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (holds()) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('waited in vain');
}
