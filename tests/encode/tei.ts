/**
 * TEI documents for the encoding tests: elements with their text, read by another XML parser.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const FIXTURES = join(ROOT, 'tests', 'fixtures', 'encode');

export interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The names of the elements around it, from the root: `TEI/text/body/div/p`. */
  readonly path: string;
  /** The `xml:id` of the nearest element around it (or its own) that has one. */
  readonly within: string;
  text: string;
}

/** All elements in document order; each with its text, white space folded, notes omitted. */
export function elements(tei: string): Seen[] {
  const all: Seen[] = [];
  const open: Seen[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const within = attributes['xml:id'] ?? parent?.within ?? '';
    const seen = {
      name,
      attributes: { ...attributes },
      path: `${parent ? `${parent.path}/` : ''}${name}`,
      within,
      text: '',
    };
    all.push(seen);
    open.push(seen);
  });
  parser.on('text', (text) => {
    for (let at = open.length - 1; at >= 0; at--) {
      const seen = open[at];
      if (seen) seen.text += text;
      if (seen?.name === 'note') break;
    }
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(tei).close();
  for (const seen of all) seen.text = seen.text.replace(/\s+/g, ' ').trim();
  return all;
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `siglum` as a user would. */
export function siglum(...words: string[]): Run {
  try {
    const stdout = execFileSync(
      process.execPath,
      [join(ROOT, 'pipeline', 'siglum.mjs'), ...words],
      {
        encoding: 'utf8',
        cwd: ROOT,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    return { code: 0, stdout, stderr: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, stdout, stderr };
  }
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'siglum-encode-'));
}

/**
 * Encodes a text of the fixtures (or of the edition) through the command line and gives the TEI.
 */
export function encoded(source: string, ...more: string[]): string {
  const out = temporaryFolder();
  const run = siglum('encode', source, '--out', out, ...more);
  if (run.code !== 0) throw new Error(`${run.stderr}${run.stdout}`);
  const name = source.replace(/^.*\//, '').replace(/\.[^.]*$/, '.xml');
  return readFileSync(join(out, name), 'utf8');
}
