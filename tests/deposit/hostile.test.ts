/**
 * Packages of a hostile edition: no content of titles, names, identifiers or file names becomes a
 * formula, a line of a manifest, a path out of the package, markup of a page or an element of a
 * record.
 */
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import jsonld from 'jsonld';
import { Parser } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/core/finding.ts';
import { deposit } from '../../pipeline/deposit/deposit.ts';
import { bagProblems } from '../../pipeline/deposit/package/census.ts';
import { isPortable } from '../../pipeline/deposit/package/names.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { readXml } from '../../pipeline/xml/read.ts';
import { FIXTURES } from '../site/edition.ts';
import { elementsOf } from '../site/elements.ts';
import {
  completeEdition,
  copyOfEdition,
  depositOf,
  type Package,
  removeFolders,
  temporaryFolder,
} from './edition.ts';

/** Words that would run, break out or be computed if they were not written as words. */
const EVIL = [
  '=HYPERLINK("http://evil.example/","x")',
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(2)>',
  "' onmouseover='alert(3)",
  ']]>&lt;!ENTITY x SYSTEM "file:///etc/passwd">',
  '""" . <urn:evil> <urn:is> <urn:here> . """',
  '\\" } ] ; - : # | > @x{y,',
  '../../etc/passwd',
  '%0D%0AHeader: x',
].join(' ');
const text = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const value = (words: string): string => text(words).replaceAll('"', '&quot;');
/** Line ends as characters of the value, which the parser does not make spaces of. */
const LINES = '&#13;&#10;Payload-Oxum: 1.1&#10;TY  - BOOK';

let made: Package;

beforeAll(async () => {
  const edition = completeEdition();
  cpSync(join(FIXTURES, 'free-schema'), join(edition, 'schema'), { recursive: true });
  const edit = (file: string, ...changes: readonly (readonly [RegExp, string])[]): void => {
    for (const [from, to] of changes) {
      const path = join(edition, file);
      const before = readFileSync(path, 'utf8');
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`${file} has no ${from}`);
      writeFileSync(path, after);
    }
  };
  edit(
    'edition.xml',
    [/(?<=<title type="main">)/, `${text(EVIL)} ${LINES} `],
    [/(?<=<surname>)/, `${text(EVIL)} `],
    [/(?<=<forename>)/, `=1+1 ${LINES} `],
    [/(?<=<publisher>)/, `@SUM(1) ${text(EVIL)} ${LINES} `],
    [/(?<=<funder><orgName>)/, `-2+3 ${text(EVIL)} `],
    [/(?<=<term>)/, `+1 ${text(EVIL)} `],
    [/(?<=<projectDesc>\s*<p[^>]*>)/, `${text(EVIL)} ${LINES} `],
    [/(?<=<licence target="[^"]*">)/, `${text(EVIL)} `],
  );
  edit(
    'documents/d149.xml',
    [/(?<=<title type="main" level="a">)/, `=cmd|'/c calc'!A1 ${text(EVIL)} ${LINES} `],
    [/(?<=<date )when="1952"/, `when="1952" n="${value(EVIL)}"`],
    [/(?<=<p xml:id="d149-p1">)/, `${text(EVIL)} `],
    [/(?<=<repository ref="#o_johnson-library">)/, text(EVIL)],
  );
  edit(
    'authorities/persons.xml',
    [/(?<=<surname>)/, text(EVIL)],
    [/(?<=<idno type="wikidata">)/, 'javascript:alert(4)//'],
  );
  made = await depositOf(edition);
}, 120_000);
afterAll(removeFolders);

const filesOfKind = (...endings: readonly string[]): string[] =>
  made.files.filter((path) => endings.some((ending) => path.endsWith(ending)));

describe('the packages of a hostile edition', () => {
  it('are all there', () => {
    for (const part of [
      'datacite/',
      'zenodo/',
      'inveniordm/',
      'dataverse/',
      'oai-dc/',
      'arche/',
      'tapas/',
    ])
      expect(
        made.files.some((path) => path.startsWith(part)),
        part,
      ).toBe(true);
  });

  it('have only paths that every repository takes, and none that leads out', () => {
    for (const path of made.files) {
      const asked = ['zenodo/.zenodo.json', 'dspace/item-1/dublin_core.xml'];
      if (['.siglum-deposit', ...asked].includes(path)) continue;
      expect(isPortable(path), path).toBe(true);
    }
    const zip = unzipSync(readFileSync(join(made.root, `${made.name}.zip`)));
    for (const name of Object.keys(zip)) expect(isPortable(name), name).toBe(true);
    expect(bagProblems(made.bag)).toEqual([]);
  });

  it('have one label of the bag a line, and each where it belongs', () => {
    const lines = made
      .read(`${made.name}/bag-info.txt`)
      .trimEnd()
      .split(/[\n\r\u0085\u2028\u2029]/);
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Za-z-]+: \S/);
    expect(lines.filter((line) => line.startsWith('Payload-Oxum:'))).toHaveLength(1);
    for (const list of ['manifest-sha512.txt', 'tagmanifest-sha512.txt'])
      for (const line of made.read(`${made.name}/${list}`).trimEnd().split('\n'))
        expect(line).toMatch(/^[0-9a-f]{128} {2}[\w./-]+$/);
  });

  it('have no cell that a spreadsheet would compute', () => {
    const tables = filesOfKind('.csv', '.tsv', '.tab');
    expect(tables).not.toEqual([]);
    for (const path of tables)
      for (const cell of cellsOf(made.read(path))) expect(cell, path).not.toMatch(/^\s*[=+@\t\r-]/);
  });

  it('are well-formed XML without an element that the words would have made', () => {
    const paths = filesOfKind('.xml', '.rdf');
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      expect(
        () =>
          readXml(
            { path, content: made.read(path) },
            {
              open: ({ local }) => expect(['script', 'img', 'svg'], path).not.toContain(local),
            },
          ),
        path,
      ).not.toThrow();
    }
  });

  it('are JSON, and JSON-LD with addresses as identifiers', async () => {
    for (const path of filesOfKind('.json'))
      expect(() => JSON.parse(made.read(path)), path).not.toThrow();
    const crate = JSON.parse(made.read(`${made.name}/data/ro-crate-metadata.json`)) as {
      '@graph': { '@id': string }[];
    };
    for (const { '@id': id } of crate['@graph']) {
      expect(id).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      expect(id).not.toMatch(/[\s<>"{}|\\^`]/);
    }
    const expanded = await jsonld.expand({
      '@context': { '@vocab': 'https://example.org/' },
      '@graph': crate['@graph'],
    } as never);
    expect(expanded.length).toBeGreaterThan(3);
  });

  it('are Turtle without a statement that the words would have made', () => {
    for (const path of filesOfKind('.ttl', '.nt')) {
      const quads = new Parser({ baseIRI: 'https://example.org/' }).parse(made.read(path));
      expect(quads.length, path).toBeGreaterThan(3);
      for (const { subject, predicate } of quads) {
        expect(subject.value, path).not.toBe('urn:evil');
        expect(predicate.value, path).not.toBe('urn:is');
      }
    }
  });

  it('have pages on which nothing runs, and from which no address runs', () => {
    const pages = filesOfKind('.html');
    expect(pages).toHaveLength(2);
    for (const path of pages) {
      expect(made.read(path), path).toContain('Content-Security-Policy');
      for (const { nodeName, attrs } of elementsOf(made.read(path))) {
        const given = new Map(attrs.map((one) => [one.name, one.value]));
        if (nodeName === 'script') expect(given.get('type'), path).toBe('application/ld+json');
        expect(['img', 'svg', 'iframe', 'object'], path).not.toContain(nodeName);
        for (const [name, content] of given) {
          expect(name, path).not.toMatch(/^on|^style$/);
          if (name === 'href' || name === 'src')
            expect(content.replace(/[\p{Cc} ]/gu, ''), path).not.toMatch(
              /^(?:javascript|data|vbscript):/i,
            );
        }
      }
    }
  });

  it('have a citation file of one mapping', () => {
    const keys = made
      .read(`${made.name}/data/CITATION.cff`)
      .split('\n')
      .flatMap((line) => /^([^\s#-][^:]*):/.exec(line)?.[1] ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z-]+$/);
  });

  it('keep the text as text', () => {
    expect(made.read(`${made.name}/data/ro-crate-metadata.json`)).toContain('alert(1)');
    expect(made.read('deposit.html')).toContain('&lt;script&gt;alert(1)');
  });
});

describe('file names that no repository takes', () => {
  it.each([
    ['a\nb.xml'],
    ['a%0D%0Ab.xml'],
    ['=1+1.xml'],
    ['"><img src=x>.xml'],
    ['💥.xml'],
    ['a b.xml'],
    ['-rf.xml'],
  ])('%j is refused with a name in its place', async (name) => {
    const edition = copyOfEdition();
    renameSync(join(edition, 'authorities', 'terms.xml'), join(edition, 'authorities', name));
    const place = join(temporaryFolder(), 'dist');
    const error: unknown = await deposit(openEdition(edition), place).catch(
      (error: unknown) => error,
    );
    expect(error).toBeInstanceOf(InputError);
    const { findings } = error as InputError;
    expect(findings.map(({ rule }) => rule)).toContain('deposit/file-name');
    expect((error as Error).message).toMatch(/name the file “[A-Za-z0-9][A-Za-z0-9.-]*\.xml”/);
    for (const line of (error as Error).message.split('\n')) expect(line).toMatch(/: error: /);
  });
});

/** RFC 4180. */
function cellsOf(csv: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const char = csv[at] as string;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (csv[at + 1] === '"') cell += csv[++at];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === ',' || char === '\n' || char === '\r') {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  expect(quoted, 'a cell that is not closed').toBe(false);
  return [...cells, cell];
}
