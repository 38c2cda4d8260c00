/**
 * The stylesheets with another processor: Saxon-HE, if it is on the machine (Debian: `apt install
 * libsaxonhe-java`). They do not depend on saxon-js: they compile there, and make the same of a
 * document.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer } from '../../pipeline/transform/transform.ts';

const SAXON = '/usr/share/java/Saxon-HE.jar';
const DOCUMENT = join(PROGRAM, 'tests', 'fixtures', 'genres', 'letter.xml');

function saxon(...options: readonly string[]): { readonly out: string; readonly err: string } {
  const { stdout, stderr } = spawnSync(
    'java',
    ['-cp', SAXON, 'net.sf.saxon.Transform', ...options],
    {
      encoding: 'utf8',
      timeout: 60_000,
      maxBuffer: 1 << 26,
    },
  );
  return { out: stdout ?? '', err: stderr ?? '' };
}

const missing = !existsSync(SAXON) || spawnSync('java', ['-version']).status !== 0;
const skipped = missing ? ' (skipped: Saxon-HE is not on this machine)' : '';

/** Those that no other one includes. */
function outermost(): string[] {
  const all = readdirSync(join(PROGRAM, 'xslt'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.xsl'),
  );
  const included = new Set(
    all.flatMap((name) => {
      const text = readFileSync(join(PROGRAM, 'xslt', name), 'utf8');
      return [...text.matchAll(/<xsl:(?:include|import) href="([^"]*)"/g)].map(([, href]) =>
        join(name, '..', href as string),
      );
    }),
  );
  return all.filter((name) => !included.has(name)).sort();
}

describe.skipIf(missing)(`under Saxon-HE${skipped}`, () => {
  it('are some', () => {
    expect(outermost()).toEqual(
      expect.arrayContaining(['html/document.xsl', 'data/document.xsl', 'metadata/document.xsl']),
    );
  });

  // Compiling comes first; that there is no such template is found only afterwards.
  it.each(outermost())(
    '%s compiles',
    (name) => {
      const { err } = saxon(`-xsl:${join(PROGRAM, 'xslt', name)}`, '-it:no-such-template');
      expect(err).toContain('XTDE0040');
      expect(err).not.toMatch(/Errors were reported|XPST|XTSE/);
    },
    60_000,
  );

  it('a document’s page and data are the same', async () => {
    const { strings } = openInterface('en');
    const transformer = await openTransformer(join(PROGRAM, '.cache'));
    const made = {
      html: transformer.html(DOCUMENT, { strings, addresses: {} }),
      data: transformer.data(DOCUMENT, strings, []),
    };
    for (const kind of ['html', 'data'] as const) {
      const { out, err } = saxon(
        `-xsl:${join(PROGRAM, 'xslt', kind, 'document.xsl')}`,
        `-s:${DOCUMENT}`,
        `strings=${JSON.stringify(strings)}`,
      );
      expect(out, err).not.toBe('');
      expect(alike(JSON.parse(out))).toEqual(alike(made[kind]));
    }
  }, 60_000);
});

/**
 * Ignores the serializers' liberties: a DOCTYPE before a fragment, the order of attributes,
 * indentation.
 */
function alike(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) => {
    if (typeof part !== 'string') return part;
    return part
      .replace(/^<!DOCTYPE HTML>\n?/, '')
      .replace(
        /<([a-z]\w*)((?:\s+[\w:-]+(?:="[^"]*")?)+)\s*>/g,
        (_tag, name: string, attributes: string) => {
          const each = attributes.match(/[\w:-]+(?:="[^"]*")?/g) as string[];
          return `<${name} ${each.sort().join(' ')}>`;
        },
      );
  });
}
