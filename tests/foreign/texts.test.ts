/**
 * Files with several texts, with no text but a transcription by surfaces, and with their lists in
 * the header: all their words are shown.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfEdition, removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"';
const header = (title: string, profile = ''): string =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>none</p></publicationStmt><sourceDesc><p>none</p></sourceDesc></fileDesc>${profile}</teiHeader>`;
const text = (words: string): string => `<text><body><p>${words}</p></body></text>`;

const PROFILE = `<profileDesc>
  <particDesc><listPerson><person xml:id="ada"><persName>Ada Quill</persName></person></listPerson></particDesc>
  <settingDesc><listPlace><place xml:id="mill"><placeName>Millbrook</placeName></place></listPlace></settingDesc>
</profileDesc>`;

const DOCUMENTS: Readonly<Record<string, string>> = {
  corpus: `<teiCorpus ${NAMESPACE}>${header('The Corpus')}
    <TEI>${header('First Letter')}${text('Words of the first<note>Remark of the first</note>.')}</TEI>
    <teiCorpus>${header('Inner')}<TEI>${header('Second Letter')}${text('Words of the second.')}</TEI></teiCorpus>
    <TEI>${header('Leaf')}<sourceDoc><surface><line>Words of the leaf</line></surface></sourceDoc></TEI></teiCorpus>`,
  nested: `<TEI ${NAMESPACE}>${header('The Outer')}<TEI>${header('The Inner')}${text('Words within.')}</TEI></TEI>`,
  diary: `<TEI ${NAMESPACE}>${header('Diary')}<sourceDoc><surface><label>Leaf one</label>
    <graphic url="https://example.org/1.jpg"><desc>A scan</desc></graphic><graphic url="javascript:alert(1)"/>
    <zone>loose words<line>the first line</line><line>the <del>secund</del> second</line></zone></surface></sourceDoc></TEI>`,
  facs: `<TEI ${NAMESPACE}>${header('Facsimile')}<facsimile><surface><graphic url="local.jpg"/><zone><desc>A seal</desc></zone></surface></facsimile></TEI>`,
  play: `<TEI ${NAMESPACE}>${header('Play', PROFILE)}${text('<persName ref="#ada">Ada</persName> went to <placeName ref="#mill">the mill</placeName>.')}</TEI>`,
};

let site: string;
let said: Said;

beforeAll(async () => {
  const edition = copyOfEdition();
  site = join(temporaryFolder(), '_site');
  for (const [name, tei] of Object.entries(DOCUMENTS))
    writeFileSync(join(edition, 'documents', `${name}.xml`), tei);
  said = await siglumHere('build', '--edition', edition, '--out', site);
}, 120_000);

afterAll(removeFolders);

const page = (name: string): string =>
  readFileSync(join(site, 'documents', `${name}.html`), 'utf8');

/** The part of the page with the words; each must be there. */
function placesOf(html: string, words: readonly string[]): number[] {
  return words.map((some) => {
    expect(html, some).toContain(some);
    return html.lastIndexOf(some);
  });
}

function inOrder(html: string, words: readonly string[]): void {
  const places = placesOf(html, words);
  expect(places).toEqual([...places].sort((one, other) => one - other));
}

describe('a file with more than one text', () => {
  it('is published', () => {
    expect(said.err).not.toMatch(/: error: /);
    expect(said.code).toBe(0);
  });

  it('shows all of them under the header of the whole, each under its own title', () => {
    const html = page('corpus');
    expect(html).toContain('<h1>The Corpus</h1>');
    const reading = html.slice(
      html.indexOf('class="reading"'),
      html.indexOf('site-cite"', html.indexOf('class="reading"')),
    );
    inOrder(reading, [
      'First Letter',
      'Words of the first',
      'Second Letter',
      'Words of the second.',
      'Leaf</h2>',
      'Words of the leaf',
    ]);
    expect(html).toContain('Remark of the first');
    expect(page('nested')).toContain('<h1>The Outer</h1>');
    expect(page('nested')).toContain('Words within.');
  });

  it('has them in its plain text too', () => {
    inOrder(readFileSync(join(site, 'documents', 'corpus.txt'), 'utf8'), [
      'Words of the first',
      'Words of the second',
      'Words of the leaf',
    ]);
  });
});

describe('a file without a text', () => {
  it('shows the words of its surfaces in order', () => {
    inOrder(page('diary'), ['Leaf one', 'A scan', 'loose words', 'the first line', 'secund']);
    expect(page('facs')).toContain('A seal');
  });

  it('leads to a picture on the web and to no other', () => {
    expect(page('diary')).toContain('href="https://example.org/1.jpg"');
    expect(page('diary')).not.toMatch(/href="javascript:/);
    expect(page('facs')).not.toMatch(/href="[^"]*local\.jpg"/);
  });
});

describe('persons and places that the header lists', () => {
  it('have pages, to which the text leads', () => {
    const links = [...page('play').matchAll(/href="\.\.\/((?:persons|places)\/[^"#]+)"/g)].map(
      ([, path]) => path as string,
    );
    expect([...new Set(links)]).toEqual(['persons/ada-quill.html', 'places/millbrook.html']);
    for (const path of links) expect(existsSync(join(site, path))).toBe(true);
  });
});
