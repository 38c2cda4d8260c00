/**
 * Bad files through every entry point: each is reported in one line with its place and advice, the
 * command ends with 1 within a second or two, and nothing else is harmed.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../pipeline/check/command.ts';
import { depositCommand } from '../../pipeline/deposit/command.ts';
import { encodeCommand } from '../../pipeline/encode/command.ts';
import { importCommand } from '../../pipeline/import/command.ts';
import { statusCommand } from '../../pipeline/status/command.ts';
import { SOURCE } from '../editors/edition.ts';
import { filesBelow } from '../site/edition.ts';
import { BAD_FILES } from './cases.ts';
import { goodEdition, removeFolders, type Said, said } from './edition.ts';

afterAll(removeFolders);

/**
 * An entry point: the place of the bad file, the command that reads it, and what must still work.
 */
interface Road {
  readonly name: string;
  readonly kind: 'text' | 'xml';
  /** Path of the bad file in the edition. */
  readonly file: string;
  /** The file is read as any TEI: with a DOCTYPE, in its own encoding. */
  readonly tei?: true;
  readonly good: (root: string) => string;
  readonly run: (root: string) => number | Promise<number>;
  /** Other findings of the same run, which are not about the bad file. */
  readonly besides?: RegExp;
  /** The other documents are still made. */
  readonly spared?: (root: string, said: Said) => void;
}

const CONTENTS =
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><list type="contents"><item><ptr target="documents/m1.xml"/></item></list></standOff></TEI>';

const read = (path: string) => (root: string) => readFileSync(join(root, path), 'utf8');

const ROADS: readonly Road[] = [
  {
    name: 'a source, encoded',
    kind: 'text',
    file: 'sources/bad.txt',
    good: () => SOURCE,
    run: (root) => encodeCommand([], { edition: root }),
    spared: (root) => expect(readdirSync(join(root, 'documents'))).toEqual(['d7.xml', 'm1.xml']),
  },
  {
    name: 'a source, in the status',
    kind: 'text',
    file: 'sources/bad.txt',
    good: () => SOURCE,
    run: (root) => statusCommand({ edition: root, format: 'text' }),
    spared: (_root, { lines }) => expect(lines.join('\n')).toMatch(/new +d7/),
  },
  {
    name: 'a document, checked',
    kind: 'xml',
    tei: true,
    file: 'documents/bad.xml',
    good: read('documents/m1.xml'),
    run: (root) => checkCommand([], { edition: root, format: 'text' }),
    spared: (_root, { lines }) => expect(lines.at(-1)).toMatch(/^4 files checked: 1 error/),
  },
  {
    name: 'a document with its source encoded again',
    kind: 'xml',
    tei: true,
    file: 'documents/d7.xml',
    good: read('documents/m1.xml'),
    run: (root) => {
      cpSync(join(root, 'sources', 'd7.txt'), join(root, 'sources', 'd8.txt'));
      return encodeCommand([], { edition: root });
    },
    spared: (root) => expect(existsSync(join(root, 'documents', 'd8.xml'))).toBe(true),
  },
  {
    name: 'an authority file',
    kind: 'xml',
    tei: true,
    file: 'authorities/bad.xml',
    good: read('authorities/all.xml'),
    run: (root) => encodeCommand([], { edition: root }),
    spared: (root) => expect(readdirSync(join(root, 'documents'))).toEqual(['m1.xml']),
  },
  {
    name: 'an authority file named in the command',
    kind: 'xml',
    tei: true,
    file: 'bad.xml',
    good: read('authorities/all.xml'),
    run: (root) => encodeCommand([], { edition: root, authority: [join(root, 'bad.xml')] }),
    spared: (root) => expect(readdirSync(join(root, 'documents'))).toEqual(['m1.xml']),
  },
  {
    name: 'the contents of the edition, checked',
    kind: 'xml',
    tei: true,
    file: 'contents.xml',
    good: () => CONTENTS,
    run: (root) => checkCommand([], { edition: root, format: 'text' }),
    spared: (_root, { lines }) => expect(lines.at(-1)).toMatch(/^4 files checked: 1 error/),
  },
  {
    name: 'a document, deposited',
    kind: 'xml',
    tei: true,
    file: 'documents/bad.xml',
    good: read('documents/m1.xml'),
    run: (root) => depositCommand({ edition: root, out: join(root, 'dist') }),
    // Everything that prevents a deposit is named at once.
    besides: /is missing/,
    spared: (root) => expect(existsSync(join(root, 'dist'))).toBe(false),
  },
  {
    name: 'the edition’s header',
    kind: 'xml',
    tei: true,
    file: 'edition.xml',
    good: read('edition.xml'),
    run: (root) => encodeCommand([], { edition: root }),
    spared: (root) => expect(readdirSync(join(root, 'documents'))).toEqual(['m1.xml']),
  },
  {
    name: 'a grammar',
    kind: 'xml',
    file: 'bad.rng',
    good: () =>
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><text></text></start></grammar>',
    run: (root) => checkCommand([], { edition: root, format: 'text', rng: join(root, 'bad.rng') }),
  },
  {
    name: 'a schema of rules',
    kind: 'xml',
    file: 'bad.sch',
    good: () =>
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><title>Rules</title></schema>',
    run: (root) => checkCommand([], { edition: root, format: 'text', sch: join(root, 'bad.sch') }),
  },
  {
    name: 'a volume, imported',
    kind: 'xml',
    tei: true,
    file: 'volume.xml',
    good: read('documents/m1.xml'),
    run: (root) => importCommand([join(root, 'volume.xml')], { edition: join(root, 'imported') }),
    spared: (root) => expect(existsSync(join(root, 'imported'))).toBe(false),
  },
];

describe.each(ROADS)('$name', ({ kind, file, tei, good, run, besides, spared }) => {
  const cases = BAD_FILES.filter(
    (one) =>
      one[kind] !== undefined &&
      !(tei && one.isReadAsTei) &&
      !(one.name === 'a folder' && file === 'volume.xml'),
  );

  it.each(cases)('$name', async ({ lay, [kind]: message }) => {
    const root = goodEdition();
    const path = join(root, file);
    const content = good(root);
    rmSync(path, { force: true });
    lay(path, content);
    const before = filesBelow(root);
    const outcome = await said(() => run(root));
    expect(outcome.code, outcome.lines.join('\n')).toBe(1);
    const reported = outcome.lines.filter(
      (line) => line.includes(': error: ') && !besides?.test(line),
    );
    expect(reported, outcome.lines.join('\n')).toHaveLength(1);
    expect(reported[0]).toContain(file);
    expect(reported[0]).toMatch(message as RegExp);
    expect(reported[0]).not.toMatch(/\p{Cc}/u);
    expect(outcome.milliseconds, 'within seconds, on a busy machine too').toBeLessThan(15_000);
    spared?.(root, outcome);
    const left = filesBelow(root).filter(
      (name) =>
        !before.includes(name) && !/^(documents|\.siglum\/base)\/d\d\.xml$|d8\.txt$/.test(name),
    );
    expect(left, 'nothing half-written remains').toEqual([]);
  });
});
