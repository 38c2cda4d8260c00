/** `siglum collate` in an edition: the result is valid, and can be repeated from its file. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { collateCommand } from '../../pipeline/collate/command.ts';
import { withEditionLocked } from '../../pipeline/core/lock/lock.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { RelaxNg } from '../../pipeline/xml/relaxng/relaxng.ts';
import { readTree } from '../../pipeline/xml/tree.ts';
import { copyOfEdition, removeFolders } from '../site/edition.ts';
import { document } from './collating.ts';

let edition: string;
let grammar: RelaxNg;
const words = Array.from({ length: 90 }, (_, at) => `w${at}`);

beforeAll(async () => {
  edition = copyOfEdition();
  grammar = await RelaxNg.compile(join(edition, 'schema', 'edition.rng'));
  writeFileSync(join(edition, 'a.txt'), `Title\n\n\n${words.join(' ')}\n`);
  const fragment = `${words.slice(25, 35).join(' ')} <gap reason="damage" unit="leaf" quantity="1"/> w50 <del>x</del><add>y</add> w52`;
  writeFileSync(join(edition, 'b.xml'), document(`<p>${fragment}</p>`));
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterAll(() => {
  grammar?.dispose();
  removeFolders();
});

const named = (): string[] => [`A=${join(edition, 'a.txt')}`, `B=${join(edition, 'b.xml')}`];

it.each(['parallel', 'double-end-point'] as const)('%s is valid', async (method) => {
  const out = join(edition, 'documents', `${method}.xml`);
  expect(await collateCommand(named(), { out, edition, method, format: 'tei' })).toBe(0);
  const text = readFileSync(out, 'utf8');
  const findings = grammar.validate(text, readTree({ path: out, content: text }), out);
  expect(findings.map(({ message }) => message)).toEqual([]);
});

it('a run on the edition is waited for', async () => {
  const out = join(edition, 'documents', 'waited.xml');
  const said = vi.mocked(console.error);
  said.mockClear();
  const build = withEditionLocked(openEdition(edition), 'build', async () => {
    await vi.waitFor(() =>
      expect(said.mock.calls.join()).toContain('"siglum build" is running on this edition'),
    );
    expect(existsSync(out)).toBe(false);
  });
  await Promise.all([build, collateCommand(named(), { out, edition, format: 'tei' })]);
  expect(existsSync(out)).toBe(true);
});

it('the file of the collation does the same again', async () => {
  const [out, again] = ['parallel.xml', 'again.xml'].map((name) =>
    join(edition, 'documents', name),
  );
  expect(existsSync(join(edition, 'collation.yaml'))).toBe(true);
  await collateCommand([], { out: again as string, edition, format: 'tei' });
  const text = readFileSync(again as string, 'utf8').replaceAll('again', 'parallel');
  expect(text).toBe(readFileSync(out as string, 'utf8'));
});

it('one witness, an unknown base: reported, and nothing is written', async () => {
  const out = join(edition, 'none.xml');
  const [first = ''] = named();
  await expect(collateCommand([first], { out, format: 'tei' })).rejects.toThrow(/two witnesses/);
  await expect(collateCommand(named(), { out, base: 'Z', format: 'tei' })).rejects.toThrow(
    /one of: A, B, B \(a\.c\.\)/,
  );
  expect(existsSync(out)).toBe(false);
});
