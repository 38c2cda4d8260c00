/**
 * An edition's theme: theme/ as in docs/theme.md, each part broken, and themes that are not
 * trusted.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formatFinding } from '../../pipeline/core/finding.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { programLayouts } from '../../pipeline/theme/program-layouts.ts';
import { LayoutRenderer } from '../../pipeline/theme/render.ts';
import { withTheme } from '../../pipeline/theme/theme.ts';
import {
  copyOfEdition,
  FIXTURES,
  filesBelow,
  removeFolders,
  type Said,
  siglum,
  temporaryFolder,
} from './edition.ts';
import { siglumHere } from './in-process.ts';

/** The files of the example: its code blocks, each after the line that begins with its name. */
const EXAMPLE = new Map(
  [
    ...readFileSync(join(PROGRAM, 'docs', 'theme.md'), 'utf8').matchAll(
      /^`(theme\/[^`]+)`[\s\S]*?```\w+\n([\s\S]*?)^```/gm,
    ),
  ].map(([, name, text]) => [name as string, text as string]),
);

/** A build, and the compilation of a stylesheet, take long on a busy machine. Milliseconds. */
const LONG = 600_000;

let edition: string;
let withoutTheme: Promise<string> | undefined;

function put(name: string, text: string): void {
  const path = join(edition, 'theme', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The site of the edition with this theme alone. */
async function built(
  theme: Readonly<Record<string, string>>,
  ...options: string[]
): Promise<Said & { site: string }> {
  rmSync(join(edition, 'theme'), { recursive: true, force: true });
  for (const [name, text] of Object.entries(theme)) put(name.replace(/^theme\//, ''), text);
  const site = join(temporaryFolder(), '_site');
  return { ...(await buildHere(site, ...options)), site };
}

/** The build command in this process. */
const buildHere = (site: string, ...options: string[]): Promise<Said> =>
  siglumHere('build', '--edition', edition, '--out', site, ...options);

const page = (site: string, name = 'documents/d149.html'): string =>
  readFileSync(join(site, name), 'utf8');

/** The site of the edition without a theme. */
function plain(): Promise<string> {
  withoutTheme ??= built({}).then(({ site, err }) => {
    expect(err).not.toContain('theme');
    return site;
  });
  return withoutTheme;
}

/** All bytes of a site. */
const bytes = (site: string): string[] =>
  filesBelow(site).map((name) => `${name} ${readFileSync(join(site, name)).toString('base64')}`);

beforeAll(() => {
  edition = copyOfEdition();
  cpSync(join(FIXTURES, 'free-schema'), join(edition, 'schema'), { recursive: true });
  const path = join(edition, 'documents', 'd149.xml');
  // The word that the example's template changes.
  const text = readFileSync(path, 'utf8').replace('to enter a new,', 'to enter a <del>new</del>,');
  writeFileSync(path, text);
});

vi.setConfig({ testTimeout: LONG, hookTimeout: LONG });
afterAll(removeFolders);

describe('the example of docs/theme.md', () => {
  let site: string;
  let said: Said;

  beforeAll(async () => {
    expect([...EXAMPLE.keys()]).toEqual([
      'theme/styles.css',
      'theme/strings/en.json',
      'theme/layouts/base.njk',
      'theme/xslt/html.xsl',
    ]);
    ({ site, ...said } = await built(Object.fromEntries(EXAMPLE), '--trust-theme'));
  });

  it('builds without a word about the theme', () => {
    expect(said.code, said.err).toBe(0);
    expect(said.err).not.toContain('theme/');
  });

  it('loads the edition’s style sheet after the program’s', async () => {
    expect(page(site)).toMatch(/assets\/siglum\.css[\s\S]*assets\/theme\.css"/);
    expect(page(site, 'assets/theme.css')).toBe(EXAMPLE.get('theme/styles.css'));
    expect(page(await plain())).not.toContain('theme.css');
  });

  it('has the edition’s string, and the program’s others', () => {
    expect(page(site)).toContain('>Letters and memoranda</a>');
    expect(page(site)).toContain('>Indexes</a>');
  });

  it('has the edition’s layout on each page', () => {
    for (const name of ['index.html', 'documents/d149.html', 'persons/index.html'])
      expect(page(site, name)).toContain('<p class="project">A project of the ');
  });

  it('has the edition’s template in the text, and the program’s for all else', async () => {
    expect(page(site)).toMatch(/<span class="bracketed">\[new\]<\/span>/);
    expect(page(await plain())).toMatch(/<del class="del">new<\/del>/);
    expect(page(site)).toContain('class="note-ref added"');
  });
});

describe('a theme that no one trusts', () => {
  it('gives its styles and strings, and its programs do not run', async () => {
    const { site, code, err } = await built(Object.fromEntries(EXAMPLE));
    expect(code).toBe(0);
    expect(err).toMatch(
      /theme\/layouts\/base\.njk: warning: this is a program and is not used.*--trust-theme/,
    );
    expect(page(site)).toContain('Letters and memoranda');
    expect(page(site)).toContain('theme.css');
    expect(page(site)).not.toContain('class="project"');
    expect(page(site)).not.toContain('bracketed');
  });

  it('cannot lead out of the edition by a link', async () => {
    await built({});
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.css'), 'p { color: #5ec4e7; }\n');
    mkdirSync(join(edition, 'theme'));
    symlinkSync(join(outside, 'secret.css'), join(edition, 'theme', 'styles.css'));
    const { theme } = await withTheme(openEdition(edition), true);
    expect(theme.styles).toBeNull();
    expect(theme.findings.map(formatFinding).join()).toMatch(
      /theme\/styles\.css: error: this is a link that leads out/,
    );
  });
});

describe('broken parts', () => {
  /** The findings about a theme of one file. */
  async function reported(name: string, text: string): Promise<string> {
    rmSync(join(edition, 'theme'), { recursive: true, force: true });
    put(name, text);
    const { theme } = await withTheme(openEdition(edition), true);
    return theme.findings.map(formatFinding).join('\n');
  }

  it('styles: the place is named', async () => {
    const error = 'p { color: red }\nh1 { color: "red; }\n';
    expect(await reported('styles.css', error)).toMatch(
      /theme\/styles\.css:2:\d+: warning: .*correct it here/,
    );
    const elsewhere = await reported('styles.css', '@import "https://example.org/x.css";\n');
    expect(elsewhere).toMatch(
      /theme\/styles\.css:1:1: warning: pages load nothing from other hosts/,
    );
  });

  it.each([
    [
      '{\n  "documents": "Letters"\n  "home": "x"\n}',
      /theme\/strings\/en\.json:3:3: error: the file is not JSON/,
    ],
    ['{\n  "documents": ["Letters"]\n}', /en\.json:2:3: error: “documents” is not a string/],
    ['[]', /en\.json:1:1: error: a JSON object is expected/],
  ])('strings %j', async (text, message) => {
    expect(await reported('strings/en.json', text)).toMatch(message);
  });

  it('strings of no language', async () => {
    expect(await reported('strings/x_y.json', '{}')).toMatch(
      /x_y\.json: error: “x_y” is not a language tag/,
    );
  });

  it.each([
    [
      'a tag that is none',
      'a\n  {% if %}',
      /theme\/layouts\/base\.njk:2:\d+: error: unexpected token/,
    ],
    [
      'an unclosed block',
      'a\n  {% block x %}',
      /base\.njk:2:3: error: parseBlock: expected endblock/,
    ],
    [
      'itself',
      '\n{% extends "base.njk" %}',
      /base\.njk:2:1: error: the layout names itself; name the program’s “siglum\/base\.njk”/,
    ],
    [
      'JavaScript',
      '{{ site.constructor }}',
      /base\.njk:1:9: error: “constructor” could reach the program, so no layout may use it/,
    ],
  ])('a layout with %s', async (_what, text, message) => {
    expect(await reported('layouts/base.njk', text)).toMatch(message);
  });

  it.each([
    [
      'an unknown filter',
      'a\n {{ 1 | nothing }}',
      /base\.njk:2:7: error: the layout fails: filter not found: nothing/,
    ],
    [
      'a call of nothing',
      'a\n\n {{ site.nothing() }}',
      /base\.njk:3:\d+: error: the layout fails: Unable to call/,
    ],
    [
      'a layout that is not there',
      '\n{% extends "no.njk" %}',
      /base\.njk:2:13: error: .*template not found: no\.njk/,
    ],
  ])('a layout that fails by %s: the program’s own is rendered', (_what, text, message) => {
    const findings: string[] = [];
    const layouts = new Map([['base.njk', { path: '/e/theme/layouts/base.njk', text }]]);
    const renderer = new LayoutRenderer(
      layouts,
      (loader) => new nunjucks.Environment(loader, { dev: true }),
    );
    const layout = { path: '/p/base.njk', text: 'the program’s' };
    expect(renderer.render(layout, { site: {} }, (one) => findings.push(formatFinding(one)))).toBe(
      'the program’s',
    );
    expect(findings.join('\n')).toMatch(message);
  });

  it('a layout that fails where the program’s own extends it', () => {
    const findings: string[] = [];
    const layouts = new Map([
      ['base.njk', { path: '/e/theme/layouts/base.njk', text: 'a\n {{ 1 | nothing }}' }],
    ]);
    const renderer = new LayoutRenderer(layouts, () => {
      const loader = programLayouts();
      const own = {
        getSource: (name: string) => (name === 'base.njk' ? source : loader.getSource(name)),
      };
      const source = {
        src: 'a\n {{ 1 | nothing }}',
        path: '/e/theme/layouts/base.njk',
        noCache: false,
      };
      return new nunjucks.Environment(own, { dev: true });
    });
    const layout = { path: '/p/home.njk', text: '{% extends "base.njk" %}' };
    expect(() => renderer.render(layout, {}, (one) => findings.push(formatFinding(one)))).toThrow();
    expect(findings.join()).toMatch(
      /base\.njk:2:7: error: the layout fails: filter not found: nothing/,
    );
  });

  const MODULE = EXAMPLE.get('theme/xslt/html.xsl') ?? '';
  const BODY = '<xsl:apply-templates/>';

  it.each([
    ['not well-formed', [BODY, '<xsl:apply-templates>'], /theme\/xslt\/html\.xsl:\d+:\d+: error/],
    [
      'without the import',
      [/<xsl:import.*\n/, ''],
      /html\.xsl:1:1: error: the program’s templates are not imported/,
    ],
    [
      'that imports a file',
      ['siglum:html', 'file:/etc/x'],
      /html\.xsl:5:3: error: “file:\/etc\/x.*not a module/,
    ],
    [
      'that reads a file',
      [BODY, `<xsl:value-of select="unparsed-text('x')"/>`],
      /:11:7: error: it calls unparsed-text/,
    ],
    [
      'that reads in braces',
      [BODY, `{Q{http://www.w3.org/2005/xpath-functions}doc('x')}`],
      /:8:5: error: it calls Q\{/,
    ],
    [
      'that hides what it reads',
      [BODY, '<xsl:value-of _select="{1}"/>'],
      /:11:7: error: the attribute _select is/,
    ],
    [
      'that writes a file',
      [BODY, '<xsl:result-document href="x"/>'],
      /:11:7: error: <xsl:result-document> reads or/,
    ],
    [
      'that reaches JavaScript',
      ['xmlns:f=', 'xmlns:js="http://saxonica.com/ns/globalJS" xmlns:f='],
      /:1:1: error: the name/,
    ],
    [
      'with a DOCTYPE',
      [/^/, '<!DOCTYPE a SYSTEM "/etc/x">'],
      /html\.xsl:1:\d+: error: a DOCTYPE is not read/,
    ],
  ] as const)('XSLT %s', async (_what, [from, to], message) => {
    const changed = MODULE.replace(from, () => to);
    expect(changed).not.toBe(MODULE);
    expect(await reported('xslt/html.xsl', changed)).toMatch(message);
  });

  it('XSLT that cannot be compiled', async () => {
    const text = MODULE.replace(BODY, '<xsl:value-of select="f:nothing()"/>');
    expect(await reported('xslt/html.xsl', text)).toMatch(
      /xslt\/html\.xsl:11:7: error: .*f:nothing/,
    );
  });

  it('XSLT that stops, and a layout that fails: pages are the program’s own, and each build reports it', async () => {
    const theme = {
      'xslt/html.xsl': MODULE.replace(BODY, '<xsl:sequence select="error()"/>'),
      'layouts/base.njk': 'a\n {{ 1 | nothing }}',
    };
    const own = bytes(await plain());
    const { site, code, err } = await built(theme, '--trust-theme');
    for (const said of [{ code, err }, await buildHere(site, '--trust-theme')]) {
      expect(said.code).toBe(1);
      expect(said.err).toMatch(/xslt\/html\.xsl:8:1: error: the stylesheet fails on .*d149/);
      expect(said.err).toMatch(
        /layouts\/base\.njk:2:7: error: the layout fails: filter not found: nothing/,
      );
      expect(said.err.match(/base\.njk:/g)?.length).toBe(1);
      expect(bytes(site)).toEqual(own);
    }
  });

  it('a file that nothing reads is reported', async () => {
    expect(await reported('style.css', '')).toMatch(
      /theme\/style\.css: warning: this file is not used/,
    );
    expect(await reported('layouts/base.html', '')).toMatch(
      /theme\/layouts\/base\.html: warning: this file is not used/,
    );
  });
});

describe('a changed theme', () => {
  it('makes again what it affects, with the bytes of a build from nothing', async () => {
    const { site } = await built(Object.fromEntries(EXAMPLE), '--trust-theme');
    put('styles.css', 'p { color: red; }\n');
    put('strings/en.json', '{"documents": "Papers"}');
    put(
      'layouts/base.njk',
      '{% extends "siglum/base.njk" %}{% block foot %}<p>changed</p>{% endblock %}',
    );
    const said = await siglum('build', '--edition', edition, '--out', site, '--trust-theme');
    expect(said.code, said.err).toBe(0);
    expect(page(site)).toContain('>Papers</a>');
    expect(page(site)).toContain('<p>changed</p>');
    expect(page(site, 'assets/theme.css')).toBe('p { color: red; }\n');
    const fresh = join(temporaryFolder(), '_site');
    await buildHere(fresh, '--trust-theme');
    expect(bytes(site)).toEqual(bytes(fresh));
  });

  it('adds a language', () => {
    const own = { it: { documents: 'Documenti' } };
    expect(openInterface('it-CH', own)).toMatchObject({
      language: 'it',
      strings: { documents: 'Documenti', home: 'Home' },
    });
    expect(openInterface('it').language).toBe('en');
    expect(openInterface('es', own).say('documents')).toBe('Documentos');
  });
});
