/**
 * TEI from many projects (tests/fixtures/projects), with broken files among it: every character of
 * a text is on its page, no link is dead, no identifier occurs twice, and an error in one file does
 * not stop the others.
 */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import {
  descend,
  elementsIn,
  readTree,
  type TreeElement,
  textOf,
} from '../../pipeline/xml/tree.ts';
import { lettersOf } from '../genres/letters.ts';
import { removeFolders, type Said, temporaryFolder } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';

const FOLDER = join(PROGRAM, 'tests', 'fixtures', 'projects');
const NAMES = readdirSync(FOLDER)
  // A register is an index, not a page of its own.
  .filter((name) => name.endsWith('.xml') && name !== 'persons.xml')
  .map((name) => name.replace('.xml', ''));

/** Each with the build's finding about it. */
const BROKEN: Readonly<Record<string, readonly [content: string | Buffer, said: RegExp]>> = {
  open: [
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><p></text></TEI>',
    /open\.xml:1:\d+: error: /,
  ],
  doctype: [
    '<!DOCTYPE TEI [<!ENTITY a "&a;">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&a;</TEI>',
    /doctype\.xml:1:\d+: error: the entity &a; contains itself/,
  ],
  latin: [
    Buffer.from('<TEI xmlns="http://www.tei-c.org/ns/1.0">\xe9</TEI>', 'latin1'),
    /latin\.xml:1:\d+: error: /,
  ],
  plain: [
    '<TEI><teiHeader/><text><body><p>none</p></body></text></TEI>',
    /plain\.xml:1:1: error: .*in no namespace/,
  ],
};

let site: string;
let said: Said;

beforeAll(async () => {
  const folder = join(temporaryFolder(), 'projects');
  cpSync(FOLDER, folder, { recursive: true });
  for (const [name, [content]] of Object.entries(BROKEN))
    writeFileSync(join(folder, `${name}.xml`), content);
  // A part that xinc.xml names.
  writeFileSync(
    join(folder, 'part.xml'),
    '<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="pp"><p>Part.</p></div>',
  );
  site = join(temporaryFolder(), '_site');
  said = await siglumHere('build', '--edition', folder, '--out', site);
}, 120_000);

afterAll(removeFolders);

const page = (name: string): string =>
  readFileSync(join(site, 'documents', `${name}.html`), 'utf8');

/** The parts of a page that hold the document. */
function document(name: string): string {
  const [, from = ''] = page(name).split('<article class="edition"');
  const article = from.slice(from.indexOf('>') + 1).split('</article>')[0] as string;
  const record =
    /<details class="about".*?<\/nav>\s*<\/details>|<details class="named".*?<\/details>|<button type="button" id="site-facsimile-open".*?<\/section>|<p class="document-form">.*?<\/p>|<p class="facts">.*?<\/p>|<details class="(?:view|contents)".*?<\/details>|<section class="witnesses".*?<\/section>|<section class="division annotations".*?<\/section>/gs;
  return article.replace(record, '').replace(/<h2 id="site-(?:notes|apparatus)">.*?<\/h2>/g, '');
}

/**
 * The texts of a file and the transcriptions or descriptions of its surfaces; those of a corpus,
 * one after the other.
 */
function textsOf(holder: TreeElement): TreeElement[] {
  const parts = elementsIn(holder);
  const texts = parts.filter(({ local }) => local === 'text');
  const within = parts.filter(({ local }) => local === 'TEI').flatMap(textsOf);
  const drawn = parts.filter(({ local }) => local === 'sourceDoc' || local === 'facsimile');
  return [...texts, ...drawn, ...within];
}

/** The characters of `one`, white space excluded, that are less often in `other`. */
function beyond(one: string, other: string): string {
  const left = [...sorted(other)];
  return [...sorted(one)]
    .filter((letter) => {
      const at = left.indexOf(letter);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    })
    .join('');
}

const sorted = (text: string): string => [...text.replace(/\s+/g, '')].sort().join('');

it('has a page, a facet and linked data for events (listEvent)', () => {
  const file = (path: string): string => readFileSync(join(site, path), 'utf8');
  expect(page('standoff')).toContain('<a class="event" href="../events/fire.html" title="Fire"');
  expect(file('events/fire.html')).toMatch(/<h1[^>]*>Fire<\/h1>.*A fire/s);
  expect(file('events/index.html')).toContain('href="fire.html"');
  expect(file('search.html')).toMatch(/<select class="facet" id="site-search-event" name="event"/);
  expect(file('data/events.jsonld')).toMatch(/"@type": "Event".*"name": "Fire"/s);
});

it('shows annotations that are outside of the text, behind it', () => {
  const [, annotations = ''] = page('standoff').split('class="division annotations"');
  expect(annotations).toMatch(/<li>Standoff note .*<li>tag /s);
});

describe('a folder of many projects’ TEI', () => {
  it('is built without its broken files, and each is reported', () => {
    expect(said.code).toBe(1);
    expect(said.err).not.toContain('internal error');
    for (const [name, [, wanted]] of Object.entries(BROKEN)) {
      expect(said.err).toMatch(wanted);
      expect(existsSync(join(site, 'documents', `${name}.html`)), name).toBe(false);
    }
    // Two files cannot be included in xinc.xml.
    expect(said.err.match(/: error: /g)).toHaveLength(Object.keys(BROKEN).length + 2);
    expect(NAMES.filter((name) => !existsSync(join(site, 'documents', `${name}.html`)))).toEqual(
      [],
    );
  });

  it('says once that there is no edition.xml, and asks for nothing that belongs in it', () => {
    expect(said.err.match(/edition\.xml/g)).toHaveLength(2);
    expect(said.err).toContain('[edition/no-header]');
  });

  // Included files are tested below.
  it.each(NAMES.filter((name) => name !== 'xinc'))(
    '%s: each character of the text is on the page',
    (name) => {
      const source = readFileSync(join(FOLDER, `${name}.xml`), 'utf8');
      const root = readTree({ path: name, content: source });
      const texts = textsOf(root);
      const title = textOf(
        descend(root, 'teiHeader', 'fileDesc', 'titleStmt', 'title') as TreeElement,
      );
      const [shown, wanted] = [lettersOf(document(name)), texts.map(textOf).join('')];
      expect(beyond(wanted, shown), 'lost').toBe('');
      // A text without a heading of its own has its title above it. A structured reference has the
      // punctuation of a citation.
      const added = beyond(shown, wanted);
      const isReference = source.includes('<biblStruct');
      const plain = isReference ? beyond(added, '(),,,,,,...·DOI') : added;
      expect(['', sorted(title)]).toContain(plain);
    },
  );

  it('has no link that leads to nothing, and no identifier twice on a page', () => {
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.html'),
    );
    expect(pages.length).toBeGreaterThan(2 * NAMES.length);
    const html = new Map(pages.map((path) => [path, readFileSync(join(site, path), 'utf8')]));
    const ids = new Map(
      [...html].map(([path, text]) => [
        path,
        [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id),
      ]),
    );
    const twice = [...ids]
      .filter(([, own]) => new Set(own).size < own.length)
      .map(([path]) => path);
    expect(twice).toEqual([]);
    const known = new Map([...ids].map(([path, own]) => [path, new Set(own)]));
    const dead: string[] = [];
    for (const [path, text] of html) {
      for (const [, address = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        if (/^(https?|mailto|data):/.test(address)) continue;
        const [file = '', anchor] = decodeURIComponent(
          address.replaceAll('&amp;', '&').replace(/\?[^#]*/, ''),
        ).split('#');
        const target =
          file === '' ? path : relative(site, normalize(join(site, dirname(path), file)));
        const gone =
          !existsSync(join(site, target)) ||
          (anchor && known.has(target) && !known.get(target)?.has(anchor));
        if (gone) dead.push(`${path}: ${address}`);
      }
    }
    expect(dead).toEqual([]);
  });
});

describe('an xml:id that is given twice', () => {
  it('is reported at its second place, and is an address once', () => {
    expect(said.err).toMatch(
      /dup\.xml:2:\d+: warning: the xml:id “same” is given a second time in this file/,
    );
    expect(page('dup').match(/id="same"/g)).toHaveLength(1);
    expect(page('dup')).toContain('href="#same"');
  });
});

describe('notes at the end of the book', () => {
  const marks = (): string =>
    (document('backnotes').split('<h2 id="at-head2"')[0] as string)
      .replace(/<span class="hidden[^"]*">note <\/span>/g, '')
      .replace(
        /<a class="note-ref[^"]*" id="ref-([^"]*)" href="#([^"]*)"[^>]*>([^<]*)<\/a>/g,
        '{$1 $2 $3}',
      )
      .replace(/<[^>]*>/g, '')
      .replace(/¶/g, '');

  it('that name their passage, or are named by a number in the text, are called there', () => {
    expect(marks()).toContain(
      'First {bn1 bn1 1}{note-2 note-2 *2}words and {bn2 bn2 2} then a segment{bn3 bn3 *4}',
    );
    expect(marks()).toContain(', {bn4 bn4 4}.');
    expect(marks()).toMatch(
      /Second, elsewhere\{note-7 note-7 \*7\}; see the second note\.\{note-8 note-8 \*8\}/,
    );
    expect(document('backnotes')).toMatch(
      /<a class="ref" href="https:\/\/example\.org\/"[^>]*>elsewhere<\/a>/,
    );
    expect(document('backnotes')).toMatch(/<a class="ref" href="#bn2"[^>]*>the second note<\/a>/);
  });

  it('to a missing passage are called where they are', () => {
    expect(document('backnotes').split('<h2 id="at-head2"')[1]).toMatch(
      /id="ref-note-9" href="#note-9"/,
    );
  });

  it('are listed in the order of their passages', () => {
    const items = [...document('backnotes').matchAll(/<li class="note" id="([^"]*)"/g)].map(
      ([, id]) => id,
    );
    expect(items).toEqual([
      'bn1',
      'note-2',
      'bn2',
      'bn3',
      'note-5',
      'bn4',
      'note-7',
      'note-8',
      'note-9',
    ]);
  });
});

describe('a name with a key', () => {
  it('leads to the entry that has it for its identifier, in this file or another, and is a mention of it', () => {
    expect(document('separate')).toMatch(
      /<a class="person(?: again)?" href="\.\.\/persons\/cia-alm\.html"[^>]*>keyed<\/a>/,
    );
    expect(document('headerlists')).toMatch(
      /<a class="person(?: again)?" href="\.\.\/persons\/bo\.html"[^>]*>Bo<\/a>/,
    );
    expect(readFileSync(join(site, 'persons', 'cia-alm.html'), 'utf8')).toContain('keyed');
  });

  it('that no entry has is words', () => {
    expect(document('separate')).toMatch(/, unknown key, /);
    expect(document('headerlists')).toMatch(/, there, /);
  });
});

describe('a file that others are to be put into (XInclude)', () => {
  it('contains what is there, of another file and of a part of it', () => {
    expect(document('xinc')).toContain('Part.');
    expect(document('xinc')).not.toContain('FALLBACK');
  });

  it('reports at each place what is not there', () => {
    const reported = said.err.match(/xinc\.xml:2:\d+: \w+: .*\[check\/not-included\]/g) ?? [];
    expect(reported).toHaveLength(3);
    expect(reported.join()).toMatch(/words\.txt cannot be included here \(XInclude\), since it /);
  });

  it('names what is missing on its page, or has the words for the case that it cannot be had', () => {
    expect(document('xinc')).not.toContain('[missing.xml belongs here but is not included]');
    expect(document('xinc')).toContain('Fallback words');
    expect(document('xinc')).toMatch(/id="beside".*Beside the fallback\./s);
    expect(document('xinc')).toContain('[../play.xml belongs here but is not included]');
    expect(document('xinc')).not.toContain('plain words');
  });
});

describe('a document without a word', () => {
  it.each(['emptybody', 'notext'])('%s has a page with its title', (name) => {
    expect(page(name)).toContain(`<h1>${name}</h1>`);
  });
});

describe('the fields of a record', () => {
  it('are separated where the source has no white space between them', () => {
    const words = (name: string): string => document(name).replace(/<[^>]*>/g, '');
    expect(words('lexicon')).toContain('bank bæŋk bank n m');
    expect(words('biblio')).toContain('Doe, Jane, “A paper”, Series, Journal 3 (Rome, 1999), 1–9');
    expect(words('play')).toContain('Old Miller Mr Smith');
  });

  it('are not put into running text: its words and signs are unchanged', () => {
    expect(document('linguistic').replace(/<[^>]*>/g, '')).toContain('sat. He, Bo;');
  });
});
