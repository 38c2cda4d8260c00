/**
 * `siglum encode --report`: the content of the editor's worklist for two invented letters, as JSON
 * and as a page.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { Worklist } from '../../pipeline/encode/report/worklist.ts';
import { ROOT, siglum, temporaryFolder } from '../encode/tei.ts';

const FIXTURES = join(ROOT, 'tests', 'fixtures', 'encode-report');
const EDITION = join(FIXTURES, 'edition');

/** Encodes into a folder of its own and returns the report's files. */
function report(
  name: string,
  ...sources: string[]
): { json: string; page: string; stdout: string; code: number } {
  const out = temporaryFolder();
  const path = join(out, name);
  const { code, stdout } = siglum(
    'encode',
    ...sources,
    '--edition',
    EDITION,
    '--out',
    out,
    '--report',
    path,
  );
  const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const stem = path.replace(/\.\w+$/, '');
  return { json: read(`${stem}.json`), page: read(`${stem}.html`), stdout, code };
}

const { json, page, stdout } = report('work');
const worklist = JSON.parse(json) as Worklist;

describe('the worklist as JSON', () => {
  it('says what it is, and counts', () => {
    expect(worklist).toMatchObject({
      format: 'siglum/worklist',
      version: 1,
      language: 'en',
      highListed: true,
    });
    expect(worklist.summary).toEqual({
      documents: 2,
      mentions: { person: 4, org: 0, place: 0, term: 0, date: 1 },
      certainty: { high: 4, medium: 1, low: 0 },
      ambiguous: 1,
      unknown: 2,
    });
    expect(worklist.documents.map(({ id, source, state }) => [id, source, state])).toEqual([
      ['l1', 'l1.txt', 'encoded'],
      ['l2', 'l2.txt', 'encoded'],
    ]);
  });

  it('lists the candidates for an ambiguous name, and its place', () => {
    expect(worklist.ambiguous).toHaveLength(1);
    const [name] = worklist.ambiguous;
    expect(name?.words).toBe('Quillfeather');
    expect(name?.rule).toBe('person/same-name');
    expect(name?.candidates.map((candidate) => [candidate.id, candidate.name])).toEqual([
      ['p_quill_a', 'Agatha Quillfeather'],
      ['p_quill_b', 'Barnaby Quillfeather'],
    ]);
    expect(name?.candidates[0]?.description).toBe('Keeper of the north light');
    expect(name?.places).toEqual([
      {
        document: 'l1',
        passage: 'l1-p1',
        line: 6,
        sentence:
          'He asked that Quillfeather mend the lamp; <script>alert("lamp")</script> was written on its door.',
        start: 14,
        end: 26,
      },
    ]);
  });

  it('counts a name that no list has over all documents, with its sentences', () => {
    expect(
      worklist.unknown.map(({ words, count, documents }) => [words, count, documents]),
    ).toEqual([['Vandersluis', 2, 2]]);
    expect(worklist.unknown[0]?.reasons).toEqual([
      {
        rule: 'person/unlisted-after-title',
        sentence: 'There is a title before the name, which no list has.',
      },
    ]);
    expect(
      worklist.unknown[0]?.places.map(({ document, sentence }) => [document, sentence]),
    ).toEqual([
      ['l1', 'General Vandersluis was there too.'],
      ['l2', 'General Vandersluis has left.'],
    ]);
  });

  it('gives each decision with its entry or date, its rule and how sure it is', () => {
    const decided = worklist.decisions.flatMap(({ rule, decisions }) =>
      decisions.map(({ words, entry, dating, certainty, count }) => [
        rule,
        words,
        entry?.id ?? dating?.when,
        certainty,
        count,
      ]),
    );
    expect(decided).toEqual([
      ['date/day-near-document', 'May 2', '1921-05-02', 'high', 1],
      ['person/full-name', 'Agatha Quillfeather', 'p_quill_a', 'high', 1],
      ['person/full-name', 'Tobias Orrery', 'p_orrery', 'high', 1],
      ['person/surname-unique', 'Orrery', 'p_orrery', 'medium', 1],
      ['person/surname-unique', 'Orrery', 'p_orrery', 'high', 1],
    ]);
  });

  it('has in every place the words themselves between the bounds', () => {
    const groups = [
      ...worklist.ambiguous,
      ...worklist.unknown,
      ...worklist.decisions.flatMap((rule) => rule.decisions),
    ];
    for (const { words, places, count } of groups) {
      expect(places).toHaveLength(count);
      for (const { sentence, start, end } of places) expect(sentence.slice(start, end)).toBe(words);
    }
  });

  it('counts decisions of high certainty in a large run and does not list them', () => {
    const sources = temporaryFolder();
    mkdirSync(sources, { recursive: true });
    for (let n = 0; n < 25; n++)
      copyFileSync(join(EDITION, 'sources', 'l2.txt'), join(sources, `copy${n}.txt`));
    const large = JSON.parse(report('work.json', sources).json) as Worklist;
    expect(large.highListed).toBe(false);
    const rule = large.decisions.find((one) => one.rule === 'person/full-name');
    expect(rule).toMatchObject({ counts: { high: 25, medium: 0, low: 0 }, decisions: [] });
    expect(large.unknown[0]).toMatchObject({ words: 'Vandersluis', count: 25, documents: 25 });
  });

  it('names a document that could not be encoded, and why; the exit code stays 1', () => {
    const run = report('work', join(FIXTURES, 'broken.txt'), join(EDITION, 'sources', 'l1.txt'));
    expect(run.code).toBe(1);
    const [broken, whole] = (JSON.parse(run.json) as Worklist).documents;
    expect(broken).toMatchObject({ id: 'broken', state: 'failed', mentions: 0 });
    expect(broken?.findings[0]).toMatchObject({
      rule: 'encode/note-order',
      line: 7,
      severity: 'error',
    });
    expect(whole?.state).toBe('encoded');
    expect(run.page).toContain('Could not be encoded');
  });
});

describe('the worklist as a page', () => {
  const errors: string[] = [];
  const elements = [...elementsOf(parse(page, { onParseError: ({ code }) => errors.push(code) }))];
  const named = (tag: string) => elements.filter(({ tagName }) => tagName === tag);

  it('is well-formed HTML that needs nothing else', () => {
    expect(errors).toEqual([]);
    expect(named('link')).toEqual([]);
    expect(page).not.toMatch(/\b(?:src|href)="(?!#)|@import|url\(/);
  });

  it('shows no text as markup, wherever it comes from', () => {
    for (const tag of ['script', 'img', 'b']) expect(named(tag)).toEqual([]);
    const text = textOf(named('main')[0]);
    expect(text).toContain('<script>alert("lamp")</script>');
    expect(text).toContain('<img src=x onerror=alert(2)>');
    expect(text).toContain('<b>North</b>');
  });

  it('leads to every section, and each says how much it contains', () => {
    const ids = new Set(
      elements.flatMap(({ attrs }) =>
        attrs.filter(({ name }) => name === 'id').map((a) => a.value),
      ),
    );
    const links = named('a').map(
      ({ attrs }) => attrs.find(({ name }) => name === 'href')?.value.slice(1) ?? '',
    );
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) expect(ids).toContain(link);
    expect(named('h2').map(textOf)).toEqual([
      'Ambiguous names 1',
      'Names that no list has 2',
      'What was decided, and for which reason 5',
      'Documents 2',
    ]);
  });

  it('marks the words in their sentences', () => {
    expect(named('mark').map(textOf)).toEqual(
      expect.arrayContaining(['Quillfeather', 'Vandersluis', 'May 2']),
    );
    const quotations = named('q').map(textOf);
    expect(quotations).toContain('General Vandersluis has left.');
  });
});

describe('the files of a report', () => {
  it('are both where the name has no ending, else the one that it says', () => {
    expect(stdout).toMatch(/worklist: \S+work\.json, \S+work\.html\n/);
    const onlyJson = report('work.json');
    expect([onlyJson.json, onlyJson.page]).toEqual([json, '']);
    const onlyPage = report('work.html');
    expect([onlyPage.json, onlyPage.page]).toEqual(['', page]);
  });

  it('have the same bytes for the same input, also where the documents already exist', () => {
    const out = temporaryFolder();
    const path = join(out, 'work.json');
    const bytes = () => {
      siglum('encode', '--edition', EDITION, '--out', out, '--report', path);
      return readFileSync(path, 'utf8');
    };
    expect(bytes()).toBe(json);
    expect(bytes()).toBe(json);
  });

  it.each([
    ['work.txt', 'is neither'],
    ['work.xml', 'is neither'],
    ['folder/', 'is a folder'],
  ])('“%s” is a wrong use, reported before anything is written', (name, reason) => {
    const out = temporaryFolder();
    const { code, stderr } = siglum(
      'encode',
      '--edition',
      EDITION,
      '--out',
      join(out, 'tei'),
      '--report',
      join(out, name),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('.json');
    expect(stderr).toContain('.html');
    expect(stderr).toContain(reason);
    expect(existsSync(join(out, 'tei'))).toBe(false);
  });
});

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

function* elementsOf(node: Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

function textOf(node: Node | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
