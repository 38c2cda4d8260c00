/**
 * Downloads for readers: PDFs, EPUBs, one ZIP file of all texts. One site is built twice, to
 * compare the bytes; the files are read by other programs' libraries.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeIn, editionOfFixtures, removeFolders } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const HOSTILE = '#panic("run") $x$ \\u{41} "]} #include "/etc/passwd" // <a> `x` @ref *bold* _it_';

let out: string;
let edition: string;
let said: string;

beforeAll(async () => {
  edition = editionOfFixtures();
  mkdirSync(join(edition, 'documents'), { recursive: true });
  writeFileSync(join(edition, 'documents', 'hostile.xml'), hostile());
  writeFileSync(join(edition, 'documents', 'play.xml'), play());
  const create = { width: 60, height: 40, channels: 3, background: '#840' } as const;
  const picture = await sharp({ create }).png().toBuffer();
  writeFileSync(join(edition, 'documents', 'mill.png'), picture);
  const data = picture.indexOf('IDAT') + 6;
  const damaged = Buffer.from(picture).fill(0, data, data + 20);
  writeFileSync(join(edition, 'documents', 'damaged.png'), damaged);
  changeIn(edition, 'edition.xml', ['<TEI ', '<?siglum take-along="pdf mobi"?>\n<TEI ']);
  out = join(edition, '..', 'site');
  const built = await siglumHere('build', '--edition', edition, '--out', out, '--epub');
  said = built.err;
});

afterAll(removeFolders);

/** Typst's markup and code characters in every place where words can be. */
function hostile(): string {
  const words = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const rows = '<row><cell cols="99" rows="99">wide</cell></row><row><cell>next</cell></row>';
  return tei(
    'hostile',
    words,
    `<div type="document"><head>${words}</head><p xml:id="hostile-p1">${words}<note n="${words}" place="foot" xml:id="hostile-n1"><p>${words}</p></note></p>
<p xml:id="hostile-p2">ܫܠܡܐ</p><table xml:id="hostile-t"><row/>${rows}</table>${'<q>'.repeat(150)}deep${'</q>'.repeat(150)}</div>`,
  );
}

function play(): string {
  const verses = Array.from({ length: 80 }, (_, i) => `<l>Verse ${i + 1} of the play</l>`);
  return tei(
    'play',
    'A Play',
    `<div type="act"><head>Act One</head><stage>A mill.</stage><figure><graphic url="mill.png"/><figDesc>The mill</figDesc></figure><figure><graphic url="damaged.png"/><figDesc>The brook</figDesc></figure><sp><speaker>Anna</speaker>${verses.join('')}</sp><sp><speaker>Bo</speaker><p>Words in <pb n="17" xml:id="play-pb17"/>prose.</p></sp></div>`,
  );
}

function tei(id: string, title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>Test</p></publicationStmt><sourceDesc><p>Test</p></sourceDesc></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;
}

/** Words on a page, as pdf.js gives them. */
interface Words {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
}

async function pdf(address: string) {
  const file = await getDocumentProxy(new Uint8Array(readFileSync(join(out, address))));
  const pages: string[] = [];
  const roles: string[] = [];
  for (let n = 1; n <= file.numPages; n += 1) {
    const page = await file.getPage(n);
    const items = (await page.getTextContent()).items as Words[];
    pages.push(items.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
    roles.push(...rolesIn(await page.getStructTree()));
  }
  return { file, pages, text: pages.join('\n'), roles };
}

function rolesIn(node: unknown): string[] {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] };
  return [...(role === undefined ? [] : [role]), ...children.flatMap(rolesIn)];
}

const flat = (text: string): string => text.replace(/-\n/g, '').replace(/\s+/g, ' ');

describe('the pictures of a text', () => {
  const isShown = (address: string): boolean =>
    readFileSync(join(out, address), 'latin1').includes('/Subtype /Image') ||
    readFileSync(join(out, address), 'latin1').includes('/Subtype/Image');

  it('are in the PDF of the document and of the edition; a damaged one takes no other with it', async () => {
    for (const address of ['documents/play.pdf', 'edition.pdf']) {
      expect(isShown(address), address).toBe(true);
      expect((await pdf(address)).text).toContain('[The brook]');
    }
    expect(isShown('documents/d149.pdf')).toBe(false);
    expect(said).toMatch(/damaged\.png: warning: the picture cannot be printed/);
  });

  it('are in the EPUB, with their descriptions', () => {
    const files = unzipSync(readFileSync(join(out, 'documents', 'play.epub')));
    expect(files['EPUB/pictures/1.png']?.length).toBeGreaterThan(60);
    const text = strFromU8(files['EPUB/text.xhtml'] as Uint8Array);
    expect(text).toContain('<img src="pictures/1.png" alt="The mill"/>');
    const opf = strFromU8(files['EPUB/package.opf'] as Uint8Array);
    expect(opf).toContain('href="pictures/1.png" media-type="image/png"');
    expect(opf).toContain('<meta refines="#source" property="source-of">pagination</meta>');
  });
});

describe('the PDF of a document', () => {
  it('has the text with true footnotes, tagged, and says in which language', async () => {
    const { file, text, roles } = await pdf('documents/d149.pdf');
    expect(flat(text)).toContain('When President Paz decided that it was time');
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Note', 'Link', 'L', 'LI']));
    const { info, metadata } = await file.getMetadata();
    expect(info).toMatchObject({ Language: 'en' });
    expect(metadata?.get('pdfaid:part')).toBe('2');
    expect(metadata?.get('pdfaid:conformance')).toBe('A');
  });

  it('has each footnote on the page of its number', async () => {
    const { pages } = await pdf('documents/d149.pdf');
    const at = (words: string): number => pages.findIndex((page) => flat(page).includes(words));
    expect(at('In particular, the United States pressed')).toBe(
      at('the Communists who support him'),
    );
    expect(at('The Embassy in La Paz reported')).toBe(at('claim to a popular mandate'));
  });

  it('has the source’s page numbers in the margin, beside their lines', async () => {
    const { file } = await pdf('documents/d149.pdf');
    const marks: { n: string; x: number; hasLine: boolean }[] = [];
    for (let n = 1; n <= file.numPages; n += 1) {
      const items = (await (await file.getPage(n)).getTextContent()).items as Words[];
      for (const { str, transform } of items) {
        if (!/^33[89]$/.test(str.trim())) continue;
        const [, , , , x = 0, y = 0] = transform;
        const hasLine = items.some(
          (other) => other.str.length > 20 && Math.abs((other.transform[5] ?? 0) - y) < 5,
        );
        marks.push({ n: str.trim(), x, hasLine });
      }
    }
    expect(marks.map(({ n }) => n)).toEqual(['338', '339']);
    for (const { x, hasLine } of marks) {
      expect(x).toBeGreaterThan(465);
      expect(hasLine).toBe(true);
    }
  });

  it('has the readings of a critical text by line', async () => {
    const { text } = await pdf('documents/critical.pdf');
    expect(flat(text)).toMatch(/ 1 ?old boat A C \] new ship B/);
    expect(flat(text)).toMatch(/1\s*of April, A B \] omitted C/);
    expect(flat(text)).toMatch(/2–3\s*two days \] three days C/);
  });

  it('shows signs of Typst as they are and runs none of them', async () => {
    const { text } = await pdf('documents/hostile.pdf');
    const signs = HOSTILE.replace(/\s/g, '');
    const count = text.replace(/\s|-\n/g, '').split(signs).length - 1;
    // Title, paragraph, note, and the number of the note twice.
    expect(count).toBeGreaterThanOrEqual(3);
    expect(flat(text)).toContain('wide');
    expect(flat(text)).toContain('deep');
  });

  it('names letters that its fonts lack', () => {
    expect(said).toMatch(
      /hostile\.xml: remark: the PDF is not PDF\/A and shows boxes .* have no [ܐ-ܬ]/,
    );
  });

  it('has running heads from the second page on', async () => {
    const { pages } = await pdf('documents/play.pdf');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).not.toContain('The May 31 Elections in Bolivia');
    expect(pages[1]).toContain('The May 31 Elections in Bolivia');
    expect(pages[1]).toContain('A Play');
    expect(flat(pages.join(' '))).toContain('Verse 80 of the play');
  });
});

describe('the PDF of the edition', () => {
  it('numbers what comes before the text in Roman, and has all documents as bookmarks', async () => {
    const { file, text } = await pdf('edition.pdf');
    const labels = await file.getPageLabels();
    expect(labels?.slice(0, 2)).toEqual(['i', 'ii']);
    expect(labels).toContain('1');
    const outline = (await file.getOutline()) as readonly { readonly title: string }[];
    const titles = outline.map(({ title }) => title.trim());
    expect(titles).toEqual(expect.arrayContaining(['Introduction', 'Act One']));
    const memo = titles.find((title) => title.startsWith('149. Memorandum'));
    expect(memo).toMatch(/\(Bundy\)$/);
    expect(flat(text)).toContain('In particular, the United States pressed');
  });
});

describe('an EPUB', () => {
  const read = (address: string): Record<string, Uint8Array> =>
    unzipSync(new Uint8Array(readFileSync(join(out, address))));
  const epubs = ['edition.epub', 'documents/d149.epub', 'documents/hostile.epub'];

  it.each(epubs)('%s begins with its media type, uncompressed', (address) => {
    const bytes = readFileSync(join(out, address));
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
  });

  it.each(epubs)('%s lists every file, each well-formed; no link leads nowhere', (address) => {
    const files = read(address);
    const names = Object.keys(files).filter((name) => name.startsWith('EPUB/'));
    const opf = strFromU8(files['EPUB/package.opf'] as Uint8Array);
    const listed = [...opf.matchAll(/<item [^>]*href="([^"]+)"/g)].map(
      ([, href]) => `EPUB/${href}`,
    );
    expect(listed.sort()).toEqual(names.filter((name) => name !== 'EPUB/package.opf').sort());
    const ids = new Map<string, Set<string>>();
    const links: { from: string; href: string }[] = [];
    for (const name of names.filter((one) => /\.(?:xhtml|opf)$/.test(one))) {
      const found = new Set<string>();
      const parser = new SaxesParser({ xmlns: true });
      parser.on('error', (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.on('opentag', ({ attributes }) => {
        const id = attributes['id']?.value;
        if (id !== undefined) {
          expect(found.has(id), `${name}#${id} twice`).toBe(false);
          found.add(id);
        }
        const href = attributes['href']?.value;
        if (href !== undefined && name.endsWith('.xhtml')) links.push({ from: name, href });
      });
      parser.write(strFromU8(files[name] as Uint8Array)).close();
      ids.set(name, found);
    }
    expect(links.length).toBeGreaterThan(3);
    for (const { from, href } of links.filter((one) => !/^[a-z]+:/.test(one.href))) {
      const [path, anchor] = href.split('#');
      const target = path === '' ? from : `EPUB/${path}`;
      expect(names, `${from} → ${href}`).toContain(target);
      if (anchor) expect(ids.get(target)?.has(decodeURIComponent(anchor)), href).toBe(true);
    }
  });

  it('has notes as footnotes, the source’s pages, landmarks, and what its accessibility is', () => {
    const files = read('documents/d149.epub');
    const [text, nav, opf] = ['text.xhtml', 'nav.xhtml', 'package.opf'].map((name) =>
      strFromU8(files[`EPUB/${name}`] as Uint8Array),
    );
    expect(text?.match(/epub:type="footnote"/g)).toHaveLength(5);
    expect(text?.match(/epub:type="noteref"/g)).toHaveLength(5);
    expect(text).toMatch(/epub:type="pagebreak"[^>]*aria-label="338"/);
    expect(nav).toMatch(/epub:type="page-list"[\s\S]*#pg338">338</);
    expect(nav).toContain('epub:type="landmarks"');
    for (const word of ['accessMode', 'accessibilityFeature', 'accessibilityHazard'])
      expect(opf).toContain(`schema:${word}`);
    expect(opf).toContain('<dc:language>en</dc:language>');
  });
});

describe('the requested parts', () => {
  it('is linked from the pages', () => {
    const home = readFileSync(join(out, 'index.html'), 'utf8');
    for (const file of ['edition.pdf', 'edition.epub', 'texts.zip']) {
      expect(home).toContain(`href="${file}"`);
      expect(existsSync(join(out, file))).toBe(true);
    }
    const page = readFileSync(join(out, 'documents', 'd149.html'), 'utf8');
    expect(page).toContain('href="d149.pdf"');
    expect(page).toContain('href="d149.epub"');
  });

  it('is a warning with its line where no one knows it', () => {
    expect(said).toMatch(/edition\.xml:\d+: warning: take-along="mobi" is not a format/);
  });

  it('has all texts in one file', () => {
    const files = unzipSync(new Uint8Array(readFileSync(join(out, 'texts.zip'))));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(['texts/d149.txt', 'texts/d149.md', 'texts/play.md']),
    );
    expect(strFromU8(files['texts/d149.txt'] as Uint8Array)).toBe(
      readFileSync(join(out, 'documents', 'd149.txt'), 'utf8'),
    );
  });

  it('has the same bytes again', async () => {
    const files = [
      'edition.pdf',
      'documents/critical.pdf',
      'edition.epub',
      'documents/d149.epub',
      'texts.zip',
    ];
    const hashes = (folder: string): string[] =>
      files.map((file) =>
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      );
    const again = join(edition, '..', 'again');
    await siglumHere('build', '--edition', edition, '--out', again, '--epub');
    expect(hashes(again)).toEqual(hashes(out));
  });
});
