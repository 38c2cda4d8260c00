/**
 * A folder of TEI that was made elsewhere is published as it is: no edition.xml, other conventions,
 * one file that is broken.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeFolders, type Said, siglum, temporaryFolder } from '../site/edition.ts';

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
  writeFileSync(join(folder, 'broken.xml'), '<TEI><text></TEI>');
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

  it('of which one file is broken shows the others', () => {
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/broken\.xml:1:\d+: error: /);
    expect(existsSync(join(site, 'documents', 'broken.html'))).toBe(false);
    for (const words of ['Act One', 'Fool.', 'aside', 'A line of verse.'])
      expect(page('play.html')).toContain(words);
    expect(page('word.html')).toContain('a vessel');
  });

  it('gives passages without an identifier an address by their place, and says so', () => {
    expect(page('play.html')).toMatch(/id="at-sp1"/);
  });
});
