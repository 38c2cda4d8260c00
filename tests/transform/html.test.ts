/**
 * The HTML of each construct of TEI: xslt/html on a small document that has them all.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import type { DocumentHtml } from '../../pipeline/transform/model.ts';
import { openTransformer } from '../../pipeline/transform/transform.ts';

const FIXTURES = join(PROGRAM, 'tests', 'fixtures', 'site');

let html: DocumentHtml;
let bare: DocumentHtml;

beforeAll(async () => {
  const transformer = await openTransformer(join(PROGRAM, '.cache'));
  const addresses = {
    p_ann: '../persons/ann.html',
    o_post: '../organizations/post.html',
    pl_town: '../places/town.html',
    'c2.xml': 'c2.html',
  };
  const surroundings = { strings: openInterface('en').strings, addresses };
  html = transformer.html(join(FIXTURES, 'constructions.xml'), surroundings);
  bare = transformer.html(join(FIXTURES, 'bare.xml'), surroundings);
});

describe('a mention', () => {
  it('is a link to its entry, and says who is meant and that it is not sure', () => {
    expect(html.text).toContain(
      '<a class="person auto low" href="../persons/ann.html" title="Ann Other, Sr. · doubtful">Ann</a>',
    );
  });

  it('of an editor carries no mark of a program', () => {
    expect(html.text).toContain(
      '<a class="person" href="../persons/ann.html" title="Ann Other, Sr.">she</a>',
    );
  });

  it('that contains another mention leaves that one its own link', () => {
    expect(html.text).toContain(
      '<a class="org" href="../organizations/post.html" title="The Post">The Post at </a><a class="place" href="../places/town.html">Town</a>',
    );
  });

  it('across a page break is interrupted by it, since a link contains no link', () => {
    expect(html.text).toMatch(
      />Ann<\/a><a class="page added"[^>]*id="pg2"[^>]*>.*?2.*?<\/a><a class="person"[^>]*> Other<\/a>/,
    );
  });

  it('of an entry that no one has is no link, and keeps its words', () => {
    expect(bare.text).toContain('<span class="person">Somebody</span>');
  });
});

describe('blocks', () => {
  it('a paragraph around a list becomes paragraphs and a list with one address', () => {
    expect(html.text).toMatch(
      /<div class="paragraph" id="p2">.*<p>Before the list:\s*<\/p>.*<ol.*<\/ol>.*<p>\s*after the list\.<\/p><\/div>/s,
    );
  });

  it('page breaks between items and rows are within an item or a cell', () => {
    expect(html.text).toMatch(/<li id="i2">.*?id="pg3".*?second.*?id="pg4".*?<\/li><\/ol>/s);
    expect(html.text).toMatch(
      /<tr><th scope="row">.*?id="pg5".*?1900<\/th><td colspan="2">12<\/td><\/tr>/s,
    );
  });

  it('a table has its caption and its header cells', () => {
    expect(html.text).toContain('<table id="t1"><caption>Figures</caption>');
    expect(html.text).toContain('<th scope="col">Year</th>');
  });

  it('headings follow by depth', () => {
    expect(html.heading).toMatch(/^<h1 id="head">Constructions/);
    expect(html.text).toMatch(/<h2 id="h1">Within.*<h3 id="h2">Deeper/s);
  });

  it('a quotation with paragraphs is a block, one within a line is not', () => {
    expect(html.text).toMatch(/<blockquote>\s*<p id="p5">/);
    expect(html.text).toContain('<q>quoted</q>');
  });
});

describe('notes', () => {
  it('keep their paragraphs and are listed in order', () => {
    expect(html.noteCount).toBe(2);
    expect(html.notes).toMatch(
      /id="n1".*id="n2".*<p id="n2-p1">First paragraph\.<\/p><p id="n2-p2">/s,
    );
  });

  it('an editor’s remark within a line stays in it', () => {
    expect(html.text).toContain('<span class="note-inline">[sic]</span>');
  });
});

describe('references', () => {
  it('lead to passages, documents of the site and declared prefixes', () => {
    expect(html.text).toContain('<a class="ref" href="#n1">note 1</a>');
    expect(html.text).toContain('<a class="ref" href="c2.html#p7">the other document</a>');
    expect(html.text).toContain('<a class="ref" href="https://library.example/42">a book</a>');
  });

  it('that lead nowhere, or to a script, are no links', () => {
    expect(html.text).toContain('<span class="ref">one that is not here</span>');
    expect(html.text).toContain('<span class="ref">a trap</span>');
    expect(html.text).not.toContain('javascript');
  });
});

describe('what editors and witnesses say', () => {
  it('both readings of a choice are there', () => {
    expect(html.text).toMatch(
      /<span class="sic">mistke<\/span><span class="alternative"><span class="sign added"> ⟨<\/span><span class="corr">mistake<\/span><span class="sign added">⟩<\/span><\/span>/,
    );
  });

  it('gaps and supplied words are distinguished', () => {
    expect(html.text).toContain(
      '<span class="gap" title="Illegible"><span class="added">[…]</span></span>',
    );
    expect(html.text).toContain('<span class="supplied">[word]</span>');
  });

  it('the readings of witnesses are listed with their sigla', () => {
    expect(html.text).toContain(
      '<span class="app" id="ref-a1"><span class="lem">this</span><span class="rdg w2 added"><span class="reading-mark"> [B: </span>that<span class="reading-mark">]</span></span></span>',
    );
    expect(html.apparatus).toMatch(
      /<li id="a1">.*this.*href="#wA">A<\/a>.*<span class="rdg">that<\/span>.*href="#wB">B<\/a>/s,
    );
    expect(html.witnesses).toMatch(/id="wA".*First copy.*id="wB".*Second copy/s);
    expect(html.readable).toEqual([{ n: 2, siglum: 'B' }]);
  });
});

describe('an element that no template knows', () => {
  it('is shown with its words and reported', () => {
    expect(html.text).toContain(
      '<span class="tei-unknown" data-tei="triangle" data-passage="c1-p4">secret</span>',
    );
    expect(html.unforeseen).toEqual([{ element: 'triangle', count: 1, passage: 'c1-p4' }]);
    expect(bare.unforeseen).toEqual([]);
  });
});

describe('the header', () => {
  it('may lack nearly everything', () => {
    expect(bare.heading).toBe('');
    expect(bare.record).toMatch(
      /^<div class="row"><dt>Source<\/dt><dd>Written for the tests.<\/dd><\/div>/,
    );
    expect(bare.text).toContain('</a>One line, and a ');
  });
});
