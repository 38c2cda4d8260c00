/**
 * A folder of foreign TEI is published unchanged: no edition.xml, other conventions, one broken
 * file.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, removeFolders, type Said, siglum, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const HEADER =
  '<teiHeader><fileDesc><titleStmt><title>TITLE</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>';
const tei = (title: string, text: string, before = ''): string =>
  `${before}<TEI xmlns="http://www.tei-c.org/ns/1.0">${HEADER.replace('TITLE', title)}<text>${text}</text></TEI>`;

let site: string;
let said: Said;

beforeAll(async () => {
  const folder = join(temporaryFolder(), 'plays');
  mkdirSync(folder);
  site = join(temporaryFolder(), '_site');
  const remote = '<?xml-model href="https://example.org/tei.rng"?>';
  const play =
    '<body><div><head>Act One</head><castList><castItem><role>Fool</role></castItem></castList><sp><speaker>Fool.</speaker><stage>aside</stage><l>A line of verse.</l></sp></div></body>';
  writeFileSync(join(folder, 'play.xml'), tei('A Play', play, remote));
  writeFileSync(
    join(folder, 'word.xml'),
    tei(
      'A Word',
      '<body><entry><form><orth>ship</orth></form><sense><def>a vessel</def></sense></entry></body>',
    ),
  );
  writeFileSync(
    join(folder, 'broken.xml'),
    `<!DOCTYPE TEI [${'<!ENTITY a "b">\n'.repeat(400)}]><TEI><text></TEI>`,
  );
  said = await siglum('build', '--edition', folder, '--out', site);
});

afterAll(removeFolders);

const page = (name: string): string => readFileSync(join(site, 'documents', name), 'utf8');

describe('a folder of foreign TEI', () => {
  it('is published under its own name, and the build says what is missing', () => {
    expect(said.err).toMatch(/edition\.xml: remark: there is no edition\.xml/);
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('<h1>plays</h1>');
  });

  it('is not judged by the edition’s schema, nor by one that lies on the web', () => {
    expect(said.err).toMatch(
      /play\.xml:1:1: remark: the schema https:\/\/example\.org\/tei\.rng is not fetched/,
    );
    expect(said.err).not.toMatch(/(play|word)\.xml.*: error: /);
  });

  it('with one broken file shows the others', () => {
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/broken\.xml:401:\d+: error: /);
    expect(existsSync(join(site, 'documents', 'broken.html'))).toBe(false);
    for (const words of ['Act One', 'Fool.', 'aside', 'A line of verse.'])
      expect(page('play.html')).toContain(words);
    expect(page('word.html')).toContain('a vessel');
  });

  it('gives passages without an identifier an address by their place, and says so', () => {
    expect(page('play.html')).toMatch(/id="at-sp1"/);
  });
});

describe('an edition.xml of any make', () => {
  const letter = tei('A letter', '<body><p>Words.</p></body>');
  const intro = '<p xmlns="http://www.tei-c.org/ns/1.0">Included words.</p>';
  const include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="parts/intro.xml"/>';

  it('in UTF-16, with a DOCTYPE, included parts, a strange identifier and no title', async () => {
    const folder = join(temporaryFolder(), 'letters');
    const out = join(temporaryFolder(), 'a', '_site');
    for (const name of ['documents', 'parts']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'documents', 'a.xml'), letter);
    writeFileSync(join(folder, 'parts', 'intro.xml'), intro);
    const header = tei(
      '',
      `<body><div type="aims"><head>&about;</head>${include}</div><div><p>x</p></div><div type="aims"><p>y</p></div></body>`,
    )
      .replace('<TEI ', '<TEI xml:id="../../../b" ')
      .replace(/^/, '<!DOCTYPE TEI [<!ENTITY about "About it">]>');
    writeFileSync(join(folder, 'edition.xml'), Buffer.from(`\uFEFF${header}`, 'utf16le'));
    const { code, err } = await siglumHere('build', '--edition', folder, '--out', out);
    expect(code, err).toBe(0);
    expect(err).toMatch(/edition\.xml:1:\d+: warning: the edition has no title, .*“letters”/);
    expect(err).not.toContain('no document includes');
    expect(err).toMatch(/warning: the division has no type, so it is on no page/);
    expect(err).toMatch(/warning: the division has the type “aims” of another one/);
    const home = readFileSync(join(out, 'index.html'), 'utf8');
    expect(home).toContain('<title>letters</title>');
    const html = filesBelow(out).filter((name) => name.endsWith('.html'));
    const pages = html.map((name) => readFileSync(join(out, name), 'utf8')).join('');
    expect(pages).toContain('About it');
    expect(pages).toContain('Included words.');
    expect(readdirSync(join(out, '..'))).toEqual(['_site']);
  });
});
