/** Which files of a folder are documents of an edition, and which are registers. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filesBelow, removeFolders, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

afterAll(removeFolders);

const NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"';
const header = (more = ''): string =>
  `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>${more}</teiHeader>`;
const tei = (content: string, more?: string): string =>
  `<TEI ${NAMESPACE}>${header(more)}${content}</TEI>`;
const ANN =
  '<profileDesc>MORE<particDesc><listPerson><person xml:id="ann"><persName>Ann Poe</persName></person></listPerson></particDesc></profileDesc>';
const PLACES =
  '<listPlace><place xml:id="vienna"><placeName>Vienna</placeName><note>The capital of Austria, on the Danube, where many of the letters were written.</note></place></listPlace>';

const FILES: Readonly<Record<string, string>> = {
  'short-letter.xml': tei(
    `<text><body><p>Dear <persName ref="#ann">Bert</persName>.</p></body><back>${PLACES.replace('vienna', 'v1')}</back></text>`,
  ),
  'stand-off.xml': tei(
    `<standOff>${PLACES.replace('vienna', 'v2')}</standOff><text><body><ab>Come.</ab></body></text>`,
  ),
  'register.xml': tei(`<text><body><head>Places</head><p>All of them.</p>${PLACES}</body></text>`),
  'register-of-stand-off.xml': tei(
    `<standOff>${PLACES.replace('vienna', 'v3')}</standOff><text><body><p/></body></text>`,
  ),
  // As volumes of Foreign Relations list the persons in their front matter.
  'list-of-names.xml': tei(
    '<text><body><list type="names"><item><persName xml:id="p_LB1">Lee, Beth</persName>, clerk</item></list></body></text>',
  ),
  // The schema asks for a text.
  'taxonomies.xml': tei(
    '<text><body><p/></body></text>',
    '<encodingDesc><classDecl><taxonomy xml:id="x"><category xml:id="war"><catDesc>War</catDesc></category></taxonomy></classDecl></encodingDesc>',
  ),
  'persons.xml': tei('<text><body><p/></body></text>', ANN.replace('MORE', '')),
  'letter-without-transcription.xml': tei(
    '<text><body><p/></body></text>',
    ANN.replace('MORE', '<correspDesc><correspAction type="sent"/></correspDesc>').replace(
      'ann',
      'own',
    ),
  ),
  'case-with-summary.xml': tei(
    `<text><body>${PLACES.replace('vienna', 'v4')}</body></text>`,
    `<profileDesc><abstract><p>${'The court heard the case twice. '.repeat(6)}</p></abstract></profileDesc>`,
  ),
  // Nothing could point at the place: it is no entry, though each of its names has an identifier.
  'gazetteer-article.xml': tei(
    `<text><body>${PLACES.replace('place xml:id="vienna"', 'place').replace('<placeName>', '<event xml:id="seen"><p>Seen in 1790.</p></event><placeName xml:id="name1">')}</body></text>`,
  ),
  'header-of-the-corpus.xml': `<teiCorpus ${NAMESPACE}>${header()}</teiCorpus>`,
};

describe('a folder of TEI', () => {
  it('has short letters with long lists as documents, and lists by themselves as registers', async () => {
    const folder = join(temporaryFolder(), 'project');
    mkdirSync(folder);
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
    const site = join(temporaryFolder(), '_site');
    const said = await siglumHere('build', '--edition', folder, '--out', site);
    expect(said.err).not.toMatch(/error/);
    const pages = filesBelow(join(site, 'documents')).filter((name) => /^[\w-]+\.html$/.test(name));
    expect(pages.sort()).toEqual([
      'case-with-summary.html',
      'gazetteer-article.html',
      'index.html',
      'letter-without-transcription.html',
      'short-letter.html',
      'stand-off.html',
    ]);
    expect(said.err).toContain(
      'header-of-the-corpus.xml: remark: this <teiCorpus> has a header alone',
    );
    const letter = readFileSync(join(site, 'documents', 'short-letter.html'), 'utf8');
    expect(letter).toMatch(/class="person" href="[^"]*ann/);
  });
});
