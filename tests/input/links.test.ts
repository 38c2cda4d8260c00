/** Links in an edition's folder, and schema files that no document uses. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { checkCommand } from '../../pipeline/check/command.ts';
import { InputError } from '../../pipeline/core/finding.ts';
import { encodeCommand } from '../../pipeline/encode/command.ts';
import { statusCommand } from '../../pipeline/status/command.ts';

const TEI = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><p>Words.</p></body></text></TEI>`;
const LETTER = 'LETTER\n\nLondon, 3 May 1851\n\nDear Sir,\n\nI am well.\n\nYours, A. Ash\n';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'siglum-links-'));
  for (const name of ['documents', 'sources', 'authorities', 'schema']) mkdirSync(join(root, name));
  put('edition.xml', TEI);
  put('documents/a.xml', TEI);
});

function put(name: string, content: string): void {
  writeFileSync(join(root, name), content);
}

/** The exit code of each command, and its whole output. */
async function run(
  command: 'encode' | 'status' | 'check',
): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const collect = (...words: unknown[]): void => {
    lines.push(words.join(' '));
  };
  vi.spyOn(console, 'log').mockImplementation(collect);
  vi.spyOn(console, 'error').mockImplementation(collect);
  const runs = {
    encode: () => encodeCommand([], { edition: root }),
    status: () => statusCommand({ edition: root, format: 'text' }),
    check: () => checkCommand([], { edition: root, format: 'text' }),
  };
  try {
    return { code: await runs[command](), text: lines.join('\n') };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { code: 1, text: error.message };
  } finally {
    vi.restoreAllMocks();
  }
}

const COMMANDS = ['encode', 'status', 'check'] as const;

it.each(COMMANDS)('%s reports an edition.xml that is a link to nowhere', async (command) => {
  put('sources/l1.txt', LETTER);
  rmSync(join(root, 'edition.xml'));
  symlinkSync('nowhere/edition.xml', join(root, 'edition.xml'));
  const { code, text } = await run(command);
  expect(code).toBe(1);
  expect(text).toMatch(/edition\.xml: error: .*link that leads nowhere/);
});

it.each(COMMANDS)('%s reports a document that is a link to nowhere', async (command) => {
  symlinkSync('../gone/b.xml', join(root, 'documents', 'b.xml'));
  const { code, text } = await run(command);
  expect(code).toBe(1);
  expect(text).toMatch(/documents\/b\.xml: error: this is a link that leads nowhere/);
});

it.each(COMMANDS)(
  '%s reports links to files and folders, which are not followed',
  async (command) => {
    symlinkSync('a.xml', join(root, 'documents', 'b.xml'));
    symlinkSync(tmpdir(), join(root, 'letters'));
    const { code, text } = await run(command);
    expect(code).toBe(0);
    expect(text).toMatch(/documents\/b\.xml: warning: the file is a link/);
    expect(text).toMatch(/letters: warning: the folder is a link/);
  },
);

it('encode does not put a file in the place of a link', async () => {
  put('sources/l1.txt', LETTER);
  put('elsewhere.txt', TEI);
  symlinkSync('../elsewhere.txt', join(root, 'documents', 'l1.xml'));
  const { code, text } = await run('encode');
  expect(code).toBe(1);
  expect(text).toMatch(/documents\/l1\.xml: error: the document is a link/);
  expect(lstatSync(join(root, 'documents', 'l1.xml')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(root, 'elsewhere.txt'), 'utf8')).toBe(TEI);
});

it('status reports a document that is not well-formed', async () => {
  put('documents/a.xml', '');
  const { code, text } = await run('status');
  expect(code).toBe(1);
  expect(text).toMatch(/documents\/a\.xml:1:1: error: the file contains no element/);
});

it('check reports a torn schema that no document uses, and other XML in its place', async () => {
  put('schema/edition.rng', '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>');
  put('schema/edition.sch', '<root/>');
  const { text } = await run('check');
  expect(text).toMatch(
    /edition\.rng:1:\d+: warning: .*no document is checked with this schema yet/,
  );
  expect(text).toMatch(/edition\.sch:1:1: warning: the outermost element is <root>/);
});
