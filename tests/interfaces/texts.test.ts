/**
 * Every document as plain text and as Markdown: no character is lost, and none becomes a link, a
 * list or a piece of HTML.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error -- the package has no types.
import { load } from 'js-yaml';
import MarkdownIt from 'markdown-it';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { proveText } from '../../pipeline/encode/engine/prove.ts';
import type { DocumentMetadata } from '../../pipeline/formats/document.ts';
import type { EditionFacts } from '../../pipeline/model/facts.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { readTree, type TreeElement } from '../../pipeline/xml/tree.ts';
import { INVENTED, OWN } from './sites.ts';

let transformer: Transformer;

beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
});

const FIXTURES = join(PROGRAM, 'tests', 'fixtures', 'site');
const LETTER = join(INVENTED, 'documents', 'l1.xml');
const MEMO = join(OWN, 'documents', 'd149.xml');
const DOCUMENTS = [
  MEMO,
  LETTER,
  join(FIXTURES, 'constructions.xml'),
  join(FIXTURES, 'critical.xml'),
];

function textsOf(path: string): DocumentMetadata {
  const edition: EditionFacts = {
    ...transformer.editionFacts(join(OWN, 'edition.xml')),
    title: 'An edition',
    statedTitle: 'An edition',
  };
  return transformer.metadata(path, {
    strings: openInterface('en').strings,
    edition,
    places: { page: '', tei: '', entries: {} },
  });
}

/** White space and, in Markdown, the backslashes before marks aside. */
const bare = (text: string): string => text.replace(/\s+/g, '');
const unescaped = (markdown: string): string => markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, '');

/**
 * Runs of text within the TEI's text: those of the stated reading in their order, and those of notes
 * and other readings.
 */
function runs(path: string): { main: string[]; aside: string[] } {
  const found = { main: [] as string[], aside: [] as string[] };
  const visit = (element: TreeElement, aside: boolean): void => {
    const separate =
      aside ||
      ['rdg', 'listApp', 'sic', 'orig', 'abbr', 'del'].includes(element.local) ||
      (element.local === 'note' &&
        !element.attributes.some(({ value }) => value === 'inline' || value === 'editorial'));
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child, separate);
      else if (bare(child) !== '') found[separate ? 'aside' : 'main'].push(bare(child));
    }
  };
  const root = readTree({ path, content: readFileSync(path) });
  for (const child of root.children)
    if (typeof child !== 'string' && child.local === 'text') visit(child, false);
  return found;
}

describe.each(DOCUMENTS.map((path) => [path.slice(PROGRAM.length + 1), path]))(
  '%s',
  (_name, path) => {
    it.each(['text', 'markdown'] as const)(
      'has every character of its text in its %s',
      (format) => {
        const made = textsOf(path)[format];
        // In Markdown a star without a backslash before it is emphasis; the facts before the text are
        // no part of it.
        const body = made.replace(/^---\n.*?\n---\n/s, '').replace(/(?<!\\)\*/g, '');
        const written = bare(format === 'markdown' ? unescaped(body) : made);
        const { main, aside } = runs(path);
        expect(main.length).toBeGreaterThan(5);
        let at = 0;
        for (const run of main) {
          const found = written.indexOf(run, at);
          expect(
            found,
            `“${run}” after ${written.slice(Math.max(0, at - 30), at)}`,
          ).toBeGreaterThanOrEqual(at);
          at = found + run.length;
        }
        for (const run of aside) expect(written).toContain(run);
      },
    );
  },
);

describe('the plain text', () => {
  it('of the memo is its reading text again, by the encoder’s own proof', () => {
    const { text } = textsOf(MEMO);
    expect(proveText(text, readFileSync(MEMO, 'utf8'))).toBeUndefined();
    const source = readFileSync(join(OWN, 'sources', 'd149.txt'), 'utf8');
    expect(bare(text)).toBe(bare(source));
  });

  it('shows pages where they begin, within a word too', () => {
    const { text } = textsOf(LETTER);
    expect(text).toContain('elec[Page 12]tion');
    expect(text).toContain('Wait [Page 13] for April.');
    expect(text).toMatch(/^\[Page 11\]\n\n1\. Letter From Ada Ash1\n/);
  });

  it('has items behind bullets and notes at its end', () => {
    const { text } = textsOf(LETTER);
    expect(text).toContain('\n  • the Archive agrees\n  • + so do I\n');
    expect(text).toContain('\n  3. First.\n     Second.\n');
  });
});

describe('the Markdown', () => {
  const parts = (path: string): { facts: Record<string, unknown>; body: string } => {
    const [, front = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(textsOf(path).markdown) ?? [];
    return { facts: load(front), body };
  };
  const rendered = (path: string): string =>
    new MarkdownIt({ html: true, linkify: true }).render(parts(path).body);

  it('gives before the text what it is cited by, as YAML that can contain any title', () => {
    expect(parts(LETTER).facts).toMatchObject({
      title: 'Letter From Ada Ash to Ben Birch: "dues" --- and [more](javascript:alert(1))',
      number: '1',
      author: ['Ada Ash'],
      recipient: ['Ben Birch'],
      date: '1871-03-02',
      edition: 'An edition',
      editor: ['Edda Editor'],
    });
    expect(parts(MEMO).facts).not.toHaveProperty('editor');
  });

  it('becomes no link, no script, no rule and no list that the text has not', () => {
    const html = rendered(LETTER);
    expect(html).not.toMatch(/<(script|a|hr|img)[\s>]/);
    expect(html).toContain('&lt;script src=&quot;x&quot;&gt;alert(4)&lt;/script&gt;');
    expect(html.match(/<[uo]l>/g)).toEqual(['<ul>', '<ul>']);
    expect(html).toContain('*for* any lighter_of_ours &amp;amp; [mine][1].');
    expect(html).toContain('<h2># What to do</h2>');
  });

  it('has footnotes with labels of their own, also where a number is none', () => {
    const { body } = parts(LETTER);
    for (const label of ['1', '2', '3', 'note-3']) {
      expect(body.split(`[^${label}]`).length, label).toBe(3);
      expect(body).toMatch(new RegExp(`^\\[\\^${label}\\]: `, 'm'));
    }
  });

  it('has headings by depth, tables, and both readings of a passage', () => {
    const html = rendered(LETTER);
    expect(html).toContain('<h1>1. Letter From Ada Ash[^1]</h1>');
    expect(html).toContain('<td>January</td>');
    expect(html).toContain('<th>Dues | more</th>');
    expect(html).toContain('a mistake ⟨mistke⟩, elec[Page 12]tion; […] and Novo Mundo.');
    expect(html).toContain('high A] too <em>high</em> B');
    expect(rendered(MEMO)).toContain('<h3>Negative Factors</h3>');
  });
});
