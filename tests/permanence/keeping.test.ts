/**
 * Published addresses in a build: those that stay automatically, those that are refused, and the
 * editor's statements.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { openRedirects } from '../../pipeline/publish/history/redirects.ts';
import { removeFolders, type Said } from '../site/edition.ts';
import { build, copyOf, copyOfLetters, edit, type Work } from './edition.ts';

let released: Work;

beforeAll(async () => {
  released = copyOfLetters();
  const said = await build(released, '--release', '1');
  expect(said.code, said.err).toBe(0);
});

afterAll(removeFolders);

describe('a build after a release', () => {
  let said: Said;

  beforeAll(async () => {
    const work = copyOf(released);
    edit(
      work,
      'documents/l1.xml',
      ['l1-p1"', 'l1-pX"'],
      ['l1-p3"', 'l1-p1"'],
      ['l1-pX"', 'l1-p3"'],
    );
    edit(
      work,
      'documents/l2.xml',
      [
        '<p xml:id="l2-p2"><persName ref="#p_oak">Otto Oak</persName>',
        '<ab xml:id="l2-p2"><persName>Otto Oak</persName>',
      ],
      ['before the summer.</p>', 'before the summer.</ab>'],
    );
    edit(work, 'documents/l3.xml', ['did not come back.</p>', 'did not come back.</q>']);
    edit(work, 'authorities/persons.xml', [
      '<person xml:id="p_oak"><persName><forename>Otto</forename> <surname>Oak</surname></persName></person>',
      '',
    ]);
    edit(work, 'edition.xml', [
      '<div type="principles" xml:id="principles"><head>Principles</head><p>The text is given to the letter.</p></div>',
      '',
    ]);
    said = await build(work);
  });

  it('fails where identifiers were exchanged, and reports for each where its words are now', () => {
    expect(said.code).toBe(1);
    expect(said.err).toMatch(
      /l1\.xml:\d+:\d+: error: l1#p1 was published in 1 \(“The dues of the harbour have been raised again,…”\) and now identifies other words \(“I have told the fishermen .*”\); what was published has xml:id="l1-p3" now, in line \d+; give each passage the identifier that it had/,
    );
    expect(said.err).toMatch(
      /l1\.xml:\d+:\d+: error: l1#p3 .* what was published has xml:id="l1-p1" now/,
    );
  });

  it('fails where an identifier is on another kind of element', () => {
    expect(said.err).toMatch(
      /l2\.xml:\d+:\d+: error: l2#p2 was published in 1 .* now identifies a <ab>, not a <p>; .* l2#p2 same/,
    );
  });

  it('fails where a published document has errors, and reports these too', () => {
    expect(said.err).toMatch(/l3\.xml:\d+:\d+: error/);
    expect(said.err).toMatch(
      /l3\.xml: error: documents\/l3\.html was published in 1 and cannot be omitted; correct the errors/,
    );
  });

  it('fails where an entry or a page of prose is gone', () => {
    expect(said.err).toMatch(
      /persons\/otto-oak\.html was published in 1 and it is the page of the person "p_oak", which is no longer defined; .* persons\/otto-oak\.html to ADDRESS\.html .* persons\/otto-oak\.html gone YYYY-MM-DD REASON/,
    );
    expect(said.err).toMatch(/principles\.html was published in 1 and the page is no longer there/);
  });
});

describe('without a word of the editor', () => {
  let work: Work;
  let said: Said;
  const page = (address: string): string => readFileSync(join(work.site, address), 'utf8');

  beforeAll(async () => {
    work = copyOf(released);
    edit(
      work,
      'authorities/persons.xml',
      ['<surname>Ash</surname>', '<surname>Ashworth</surname>'],
      [
        '</listPerson>',
        '<person xml:id="p_ash2"><persName><forename>Ada</forename> <surname>Ash</surname></persName></person></listPerson>',
      ],
    );
    edit(
      work,
      'documents/l1.xml',
      ['<date when="1871-02-01">February 1</date>', 'February 1'],
      ['<note n="1" xml:id="l1-n1">Her second letter is lost.</note>', '<anchor xml:id="l1-n1"/>'],
      [
        'I have told the fishermen to wait for the spring, when the new council will sit and the old tariff may come back.',
        'Nothing is left but patience.',
      ],
    );
    edit(work, 'documents/l2.xml', ['<persName ref="#p_oak">', '<persName>']);
    edit(work, 'documents/l3.xml', [
      'We waited',
      '<persName ref="#p_ash2">Ada Ash</persName> and we waited',
    ]);
    writeFileSync(
      join(work.edition, 'redirects.txt'),
      [
        'l1#p3 same',
        'l1#p2 to l1#p1',
        'l2#p1 same',
        'old/letter-one.html  to  l1',
        'l2 to l1',
      ].join('\r\n'),
    );
    said = await build(work);
  });

  it('an entry keeps its address under another name, and no other entry takes it', () => {
    expect(said.code, said.err).toBe(0);
    expect(page('persons/ada-ash.html')).toContain('<h1>Ada Ashworth</h1>');
    expect(page('persons/ada-ash-p-ash2.html')).toContain('<h1>Ada Ash</h1>');
  });

  it('an entry that no text names any more keeps its page', () => {
    expect(page('persons/otto-oak.html')).toContain('The texts do not name this entry');
  });

  it('the page of a date that no text states any more leads to the version that has it', () => {
    expect(page('dates/1871-02-01.html')).toContain('<a href="../v1/dates/1871-02-01.html">');
    expect(page('dates/1871-02-01.html')).toContain('The texts no longer refer to this page.');
  });

  it('an anchor of the TEI is as good as a redirect', () => {
    expect(page('documents/l1.html')).toContain('id="n1"');
  });

  it('what an editor calls the same is let pass; words without effect are reported, with their line', () => {
    expect(said.err).toMatch(/redirects\.txt:2:1: warning: l1#p2 is still there/);
    expect(said.err).toMatch(
      /redirects\.txt:3:1: warning: l2#p1 is the same passage without this line/,
    );
    expect(said.err).toMatch(/redirects\.txt:5:1: warning: l2 is still there/);
    expect(said.err.match(/\[release\//g)).toHaveLength(3);
  });

  it('an address from before the register can be led on too', () => {
    expect(page('old/letter-one.html')).toContain(
      '<meta http-equiv="refresh" content="0; url=../documents/l1.html">',
    );
  });

  it('the releases are in the site, and nothing new is stored', () => {
    expect(existsSync(join(work.site, 'v1', 'documents', 'l1.html'))).toBe(true);
    expect(readFileSync(join(work.edition, 'published', 'pages.tsv'), 'utf8')).not.toContain(
      'ash2',
    );
  });
});

describe('redirects.txt', () => {
  const errors = (...lines: string[]): string => {
    const work = copyOfLetters();
    writeFileSync(join(work.edition, 'redirects.txt'), lines.join('\n'));
    try {
      openRedirects(openEdition(work.edition));
    } catch (error) {
      if (error instanceof InputError) return error.message;
      throw error;
    }
    return '';
  };

  it.each([
    ['l1#p1', 'a line is "d149#p7 to d149#p6"'],
    ['l1#p1 moved l1#p2', 'a line is "d149#p7 to d149#p6"'],
    ['l1#p1 to', '"to" is followed by one address'],
    ['l1#p1 to l1#p2 because', '"to" is followed by one address'],
    ['l1#p1 gone', '"gone" is followed by the day'],
    ['l1#p1 gone 2026-13-40 Why.', '"gone" is followed by the day'],
    ['l1#p1 gone 2026-02-30 Why.', '"gone" is followed by the day'],
    ['l1 same', '"same" comes after the address of a passage'],
    ['../secret.html to l1', '../secret.html is not an address of the site'],
    ['https://example.org/a.html to l1', 'is not an address of the site'],
    ['v1/index.html to l1', 'v1/index.html is not an address of the site'],
    ['l1# to l1', 'l1# is not an address of the site'],
    ['l1#p1#p2 to l1', 'is not an address of the site'],
  ])('%s is reported with its line', (line, words) => {
    expect(errors('# a comment', '', line)).toMatch(/redirects\.txt:3:1: error: /);
    expect(errors('# a comment', '', line)).toContain(words);
  });

  it('says twice where something has gone, or leads in a circle: reported', () => {
    expect(errors('l1#p1 to l1#p2', '  l1#p1 to l1#p3')).toMatch(
      /redirects\.txt:2:3: error: line 1 already redirects l1#p1/,
    );
    expect(errors('l8 to l9', 'l9 to l8')).toMatch(
      /redirects\.txt:1:1: error: l8 leads back to itself/,
    );
  });

  it('is read with tabs, spaces and comments', () => {
    expect(
      errors('# old', '', 'l8\tto\tl9', '   documents/l7.html gone 2026-02-28 A  reason.'),
    ).toBe('');
  });
});
