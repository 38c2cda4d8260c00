/** The final targets of the lines of redirects.txt, for any number of lines. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import { editionAt } from '../../pipeline/edition/edition.ts';
import {
  movedPages,
  type Past,
  type PreviousPassage,
} from '../../pipeline/publish/history/moved.ts';
import {
  openRedirects,
  type Redirects,
  shortAddress,
} from '../../pipeline/publish/history/redirects.ts';
import { pageIds, withSecondIds } from '../../pipeline/publish/release/html.ts';
import { previousPassageLists } from '../../pipeline/publish/release/previous-passages.ts';
import type { Site } from '../../pipeline/publish/site/site.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

afterAll(removeFolders);

function redirectsOf(...lines: readonly string[]): Redirects {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'redirects.txt'), `${lines.join('\n')}\n`);
  return openRedirects(editionAt(folder));
}

function endOf(redirects: Redirects, page: string, anchor: string | null = null): string {
  const redirect = redirects.of(`documents/${page}.html`, anchor);
  if (!redirect) throw new Error(`${page} is not redirected`);
  const end = redirects.end(redirect);
  return end.kind === 'to' ? shortAddress(end.target) : end.kind;
}

describe('a redirect leads', () => {
  it('over all steps to where the last one does', () => {
    const redirects = redirectsOf(
      'a to b',
      'b to c#p1',
      'c#p1 to d',
      'e to f',
      'f gone 2026-12-01 Sold',
    );
    expect(endOf(redirects, 'a')).toBe('d');
    expect(endOf(redirects, 'b')).toBe('d');
    expect(endOf(redirects, 'e')).toBe('gone');
  });

  it('with a passage to where its page has gone, and to a passage that is the same', () => {
    const redirects = redirectsOf('a#p1 to b#p2', 'b to c', 'd#p1 to d#p2', 'd#p2 same');
    expect(endOf(redirects, 'a', 'p1')).toBe('c');
    expect(endOf(redirects, 'd', 'p1')).toBe('d#p2');
  });

  it('nowhere in a circle: each line that leads into one is reported', () => {
    let reported: InputError | undefined;
    try {
      redirectsOf('a to b', 'b to c', 'c to b', 'd to d', 'e to f');
    } catch (error) {
      if (error instanceof InputError) reported = error;
    }
    expect(
      reported?.findings.map(({ line, message }) => `${line}: ${message.split(';')[0]}`),
    ).toEqual([
      '1: a leads back to itself',
      '2: b leads back to itself',
      '3: c leads back to itself',
      '4: d leads back to itself',
    ]);
  });

  it('to its end within a second of processor time, through 40,000 steps', () => {
    const steps = Array.from({ length: 40_000 }, (_, at) => `s${at} to s${at + 1}`);
    const begun = process.cpuUsage();
    const redirects = redirectsOf(...steps);
    expect(endOf(redirects, 's0')).toBe('s40000');
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(1);
  });
});

describe('passages of one page', () => {
  const NUMBER = 20_000;

  it('stay on it within seconds of processor time, though there are 20,000 and the page and each release have all the others', () => {
    const folder = temporaryFolder();
    const here = (at: number): string => `p${at}`;
    const was = (at: number): string => `q${at}`;
    const all = Array.from({ length: NUMBER }, (_, at) => at);
    mkdirSync(join(folder, 'documents'));
    writeFileSync(
      join(folder, 'documents', 'd1.html'),
      `<main>${all.map((at) => `<p id="${here(at)}">x</p>`).join('')}</main>`,
    );
    const released = temporaryFolder();
    mkdirSync(join(released, 'documents'));
    writeFileSync(
      join(released, 'documents', 'd1.xml'),
      all.map((at) => `<p xml:id="d1-${was(at)}"/>`).join(''),
    );
    const redirects = redirectsOf(
      ...all.map((at) =>
        at % 2 === 0 ? `d1#${was(at)} to d1#${here(at)}` : `d1#${was(at)} gone 2026-12-01 Sold`,
      ),
    );
    const releases = [1, 2, 3].map((n) => ({
      number: `${n}`,
      folder: n === 2 ? released : folder,
      files: new Map(),
      moved: [],
    }));
    const past = {
      redirects,
      releases,
      register: { document: () => undefined },
    } as unknown as Past;
    let listed: readonly PreviousPassage[] = [];
    const fragment = (_layout: string, values: Readonly<Record<string, unknown>>): string => {
      listed = values['listed'] as readonly PreviousPassage[];
      return '<ul></ul>';
    };
    const site = { documents: [{ id: 'd1', address: '/documents/d1.html' }] } as unknown as Site;
    const begun = process.cpuUsage();
    expect(previousPassageLists(site, folder, past, fragment)).toEqual([]);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1e6).toBeLessThan(2);
    const page = readFileSync(join(folder, 'documents', 'd1.html'), 'utf8');
    expect(page).toContain(
      '<p id="p0"><span id="q0"></span>x</p><p id="p1">x</p><p id="p2"><span id="q2"></span>x</p>',
    );
    expect(page.match(/<span id="q/g)).toHaveLength(NUMBER / 2);
    expect(page.endsWith('<ul></ul>\n</main>')).toBe(true);
    expect(listed).toHaveLength(NUMBER / 2);
    expect(listed[0]).toMatchObject({
      anchor: 'q1',
      date: '2026-12-01',
      last: { number: '2', address: '/v2/documents/d1.html#q1' },
    });
  });

  it('that lead to one and the same are in it together', () => {
    const html = '<main><ul id="list"><li>x</li></ul><img id="i"></main>';
    const seconds = [
      { first: 'list', second: 'a' },
      { first: 'i', second: 'b' },
      { first: 'list', second: 'c' },
    ];
    expect(withSecondIds(html, pageIds(html), seconds)).toBe(
      '<main><ul id="list"><li><span id="c"></span><span id="a"></span>x</li></ul><span id="b"></span><img id="i"></main>',
    );
  });
});

describe('the page of an entry that has another kind now', () => {
  const published = (address: string, kind: string, id: string) => ({
    ...{ address, kind, id, since: '1.0.0' },
  });
  const register = {
    folder: '',
    releases: [],
    pages: [
      published('persons/hood.html', 'person', 'p_hood'),
      published('persons/ash.html', 'person', 'p_ash'),
      published('documents/p_hood.html', 'document', 'p_hood'),
    ],
    document: () => undefined,
  };
  const pages = [{ address: 'organizations/hood.html', kind: 'org', id: 'p_hood' }];

  it('leads to its page under that kind, without a line in redirects.txt', () => {
    const moved = movedPages({ register, redirects: redirectsOf('# none'), releases: [] }, pages);
    expect(moved.map(({ address, target }) => [address, target])).toEqual([
      ['/persons/hood.html', '/organizations/hood.html'],
    ]);
  });

  it('leads to where a line says, if there is one', () => {
    const redirects = redirectsOf('persons/hood.html to persons/ash.html');
    const [moved] = movedPages({ register, redirects, releases: [] }, pages);
    expect(moved?.target).toBe('/persons/ash.html');
  });
});
