/**
 * Wrong uses of `siglum`: every command reports them in one line, ends with 2 (or with 1, if the
 * error is a file's), and has written nothing.
 *
 * The command line runs in this process; tests that need a process of their own are in
 * names.test.ts.
 */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { siglum as commandLine } from '../../pipeline/cli/main.ts';
import { goodEdition, removeFolders, type Said, said } from './edition.ts';

afterAll(removeFolders);

/** A name of 300 letters, which no file system takes; and a path of 5,000. */
const LONG = 'x'.repeat(300);
const LONG_PATH = 'abcdefghi/'.repeat(500);

/** The output of `siglum` with these words; `{}` is the folder that contains the edition `tei`. */
async function siglum(words: readonly string[], folder: string): Promise<Said> {
  const [argv, code] = [process.argv, process.exitCode];
  process.argv = [
    process.execPath,
    'siglum',
    ...words.map((word) => word.replaceAll('{}', folder)),
  ];
  process.exitCode = undefined;
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((words) => written.push(String(words)) > 0),
  );
  try {
    const outcome = await said(async () => {
      await commandLine();
      return Number(process.exitCode ?? 0);
    });
    const lines = written.flatMap((text) => text.trimEnd().split('\n'));
    return { ...outcome, lines: [...lines, ...outcome.lines] };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.argv = argv;
    process.exitCode = code;
  }
}

/** Everything in a folder, with its bytes: links and hidden files too. */
function stateOf(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
    const stat = lstatSync(join(folder, name));
    found.set(name, stat.isFile() ? readFileSync(join(folder, name), 'base64') : String(stat.mode));
  }
  return found;
}

let folder: string;
beforeEach(() => {
  folder = join(goodEdition(), '..');
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'mine'));
  writeFileSync(join(folder, 'mine', 'thesis.txt'), 'years of work');
  writeFileSync(join(folder, 'file'), 'x');
  symlinkSync('nowhere', join(folder, 'broken'));
  symlinkSync('loop', join(folder, 'loop'));
});

/** Runs a command, and checks that nothing was made, changed or removed. */
async function refused(words: readonly string[], code: number, message: RegExp): Promise<void> {
  const before = stateOf(folder);
  const outcome = await siglum(words, folder);
  const all = outcome.lines.join('\n');
  expect(outcome.code, all).toBe(code);
  const [line = '', ...more] = outcome.lines.filter(
    (said) => !said.startsWith('(run “siglum --help”'),
  );
  expect(line).toMatch(message);
  expect(more, all).toEqual([]);
  expect(line).not.toMatch(/\p{Cc}/u);
  expect(all).not.toMatch(/internal error|\n +at /);
  expect(outcome.milliseconds, 'at once, on a busy machine too').toBeLessThan(10_000);
  expect(stateOf(folder)).toEqual(before);
}

const ON_AN_EDITION = [
  'encode',
  'names',
  'check',
  'transform',
  'build',
  'serve',
  'edit',
  'status',
  'deposit',
];

describe.each(ON_AN_EDITION)('%s', (command) => {
  const place = ['build', 'serve', 'deposit'].includes(command) ? ['--out', '{}/out'] : [];

  it.each<[string, readonly string[], number, RegExp]>([
    ['an unknown option', ['--nonsense'], 2, /unknown option '--nonsense'/],
    ['an unknown letter', ['-x'], 2, /unknown option '-x'/],
    ['nothing behind --edition', ['--edition'], 2, /option '--edition <dir>' argument missing/],
    [
      'an empty --edition',
      ['--edition', ''],
      2,
      /--edition is followed by nothing; write a value after it/,
    ],
    [
      'an --edition that is not there',
      ['--edition', '{}/none'],
      1,
      /none: error: there is no such folder/,
    ],
    [
      'an --edition that begins with -',
      ['--edition', '--out'],
      1,
      /--out: error: there is no such folder/,
    ],
    [
      'an --edition that is a file',
      ['--edition', '{}/file'],
      1,
      /file: error: this is a file; --edition takes a folder/,
    ],
    [
      'an --edition that is a broken link',
      ['--edition', '{}/broken'],
      1,
      /broken: error: there is no such folder/,
    ],
    [
      'an --edition that is a link to itself',
      ['--edition', '{}/loop'],
      1,
      /loop: error: there is no such folder/,
    ],
    [
      'an --edition with a line in its name',
      ['--edition', '{}/a\nb'],
      1,
      /a\\u000ab: error: there is no such folder/,
    ],
    [
      'an --edition with a sign of emotion',
      ['--edition', '{}/💥'],
      1,
      /💥: error: there is no such folder/,
    ],
    [
      'an --edition with a long name',
      ['--edition', `{}/${LONG}`],
      1,
      /x: error: there is no such folder/,
    ],
    [
      'an --edition with a long path',
      ['--edition', `{}/${LONG_PATH}`],
      1,
      /error: there is no such folder/,
    ],
    [
      'an --edition that holds nothing',
      ['--edition', '{}/empty'],
      1,
      /edition\.xml: error: the edition has no edition\.xml/,
    ],
    [
      'an --edition that holds other files',
      ['--edition', '{}/mine'],
      1,
      /edition\.xml: error: the edition has no edition\.xml/,
    ],
  ])('%s', (_what, words, code, message) => refused([command, ...place, ...words], code, message));
});

describe('a share', () => {
  it.each([
    '0/3',
    '4/3',
    'a/b',
    '3',
    '-1/3',
    '1/0',
    '1.5/3',
    '1/3/5',
    '1/99999999',
    ' 1/3',
    '1\n/3',
  ])('%j', async (share) => {
    for (const command of ['encode', 'check', 'transform'])
      await refused(
        [command, '--edition', '{}/tei', `--shard=${share}`],
        2,
        /^siglum: --shard .* is not a shard; write 3\/16/,
      );
  });
});

describe('names and values', () => {
  it.each<[string, readonly string[], number, RegExp]>([
    ['no command that exists', ['publish'], 2, /unknown command 'publish'/],
    ['an empty command', [''], 2, /unknown command ''/],
    ['a word too many', ['build', '{}/tei'], 2, /too many arguments for 'build'/],
    ['a word too many', ['status', 'x'], 2, /too many arguments for 'status'/],
    [
      'a source that is not there',
      ['encode', '{}/none.txt', '--edition', '{}/tei'],
      2,
      /there is no file or folder “.*none\.txt”/,
    ],
    [
      'a source that is a link to itself',
      ['encode', '{}/loop', '--edition', '{}/tei'],
      2,
      /there is no file or folder “.*loop”/,
    ],
    [
      'a source with a long name',
      ['encode', `{}/${LONG}.txt`, '--edition', '{}/tei'],
      2,
      /there is no file or folder/,
    ],
    [
      'an empty source',
      ['encode', '', '--edition', '{}/tei'],
      2,
      /one of the names is empty; write it out/,
    ],
    [
      'a source of another kind',
      ['encode', '{}/tei/edition.xml', '--edition', '{}/tei'],
      2,
      /edition\.xml” can’t be encoded; files that can have one of the extensions/,
    ],
    [
      'a folder without sources',
      ['encode', '{}/empty', '--edition', '{}/tei'],
      2,
      /there is no file in .*empty that can be encoded/,
    ],
    [
      'nothing behind --authority',
      ['encode', '--edition', '{}/tei', '--authority'],
      2,
      /'--authority <file\.\.\.>' argument missing/,
    ],
    [
      'authorities that are not there',
      ['encode', '--edition', '{}/tei', '--authority', '{}/none.xml'],
      1,
      /none\.xml: error: the file cannot be read: there is no such file/,
    ],
    [
      'authorities that are a folder',
      ['encode', '--edition', '{}/tei', '--authority', '{}/mine'],
      1,
      /mine: error: the file cannot be read: it is a folder, not a file/,
    ],
    [
      'authorities with a long name',
      ['encode', '--edition', '{}/tei', '--authority', `{}/${LONG}`],
      1,
      /error: (?:the file cannot be read: )?the name is longer/,
    ],
    [
      'authorities that are a link to itself',
      ['encode', '--edition', '{}/tei', '--authority', '{}/loop'],
      1,
      /loop: error: the file cannot be read: it is a link that leads to itself/,
    ],
    [
      '--conflicts without a version',
      ['encode', '--edition', '{}/tei', '--conflicts', 'mine'],
      2,
      /'mine' is invalid.*Allowed choices are editor, encoder/,
    ],
    [
      'a report into a folder',
      ['encode', '--edition', '{}/tei', '--report', '{}/mine/'],
      2,
      /--report takes a file .*is a folder/,
    ],
    [
      'a report with another ending',
      ['encode', '--edition', '{}/tei', '--report', '{}/tei/edition.xml'],
      2,
      /--report takes a file .*is neither/,
    ],
    [
      'TEI below a file',
      ['encode', '--edition', '{}/tei', '--out', '{}/file/x'],
      1,
      /file: error: there is a file in the place of a folder/,
    ],
    [
      'TEI in a file',
      ['encode', '--edition', '{}/tei', '--out', '{}/file'],
      1,
      /file: error: there is a file in the place of a folder/,
    ],
    [
      'TEI in a broken link',
      ['encode', '--edition', '{}/tei', '--out', '{}/broken'],
      1,
      /broken: error: this is a link that leads nowhere; remove it/,
    ],
    [
      'TEI in a link to itself',
      ['encode', '--edition', '{}/tei', '--out', '{}/loop'],
      1,
      /loop\S*: error: this is a link that leads to itself/,
    ],
    [
      'TEI in a folder with a long name',
      ['encode', '--edition', '{}/tei', '--out', `{}/${LONG}`],
      1,
      /error: the name is longer than the file system allows/,
    ],
    [
      'TEI among the sources',
      ['encode', '--edition', '{}/tei', '--out', '{}/tei/sources'],
      2,
      /sources contains the files of the edition/,
    ],
    [
      'TEI among the authorities',
      ['encode', '--edition', '{}/tei', '--out', '{}/tei/authorities/../authorities/x'],
      2,
      /authorities contains the files of the edition/,
    ],
    [
      'a file to check that is not there',
      ['check', '{}/none.xml', '--edition', '{}/tei'],
      2,
      /there is no file or folder .*none\.xml/,
    ],
    [
      'a folder to check without TEI',
      ['check', '{}/mine', '--edition', '{}/tei'],
      2,
      /mine contains no \.xml file/,
    ],
    [
      'an unknown service',
      ['names', '--edition', '{}/tei', '--reconcile', 'gnd'],
      2,
      /there is no service “gnd”; write lobid-gnd/,
    ],
    [
      'another format',
      ['check', '--edition', '{}/tei', '--format', 'xml'],
      2,
      /'xml' is invalid.*Allowed choices are text, json, sarif/,
    ],
    [
      'files beside --standards',
      ['check', '{}/tei/edition.xml', '--edition', '{}/tei', '--standards'],
      2,
      /--standards examines the whole edition; name no files with it/,
    ],
    [
      '--standards as SARIF',
      ['check', '--edition', '{}/tei', '--standards', '--format', 'sarif'],
      2,
      /--format sarif is not possible with --standards; use text or json/,
    ],
    [
      'an empty grammar',
      ['check', '--edition', '{}/tei', '--rng', ''],
      2,
      /--rng is followed by nothing/,
    ],
    [
      'half of a transformation',
      ['transform', '--edition', '{}/tei', '--only', 'half'],
      2,
      /'half' is invalid.*Allowed choices are data/,
    ],
    [
      'an unknown form of the status',
      ['status', '--edition', '{}/tei', '--format', 'sarif'],
      2,
      /'sarif' is invalid/,
    ],
    ['init without a name', ['init'], 2, /missing required argument 'dir'/],
    ['init where a file is', ['init', '{}/file'], 2, /file .*is not empty/],
    [
      'init in a folder with other files',
      ['init', '{}/mine'],
      2,
      /mine is not empty and has no TEI, so nothing in it is changed/,
    ],
    [
      'init below a file',
      ['init', '{}/file/x'],
      1,
      /file: error: there is a file in the place of a folder/,
    ],
    [
      'init in a broken link',
      ['init', '{}/broken'],
      1,
      /broken: error: this is a link that leads nowhere; remove it/,
    ],
    [
      'init in a link to itself',
      ['init', '{}/loop'],
      1,
      /loop\S*: error: this is a link that leads to itself/,
    ],
    [
      'init with a long name',
      ['init', `{}/${LONG}`],
      1,
      /error: the name is longer than the file system allows/,
    ],
    ['init with an option', ['init', '--edition', '{}/x'], 2, /unknown option '--edition'/],
    [
      'import of nothing',
      ['import', '--edition', '{}/new'],
      2,
      /missing required argument 'files'/,
    ],
    [
      'import into nothing',
      ['import', '{}/tei/documents/m1.xml'],
      2,
      /required option '--edition <dir>' not specified/,
    ],
    [
      'import of what is not there',
      ['import', '{}/none.xml', '--edition', '{}/new'],
      2,
      /there is no file or folder .*none\.xml/,
    ],
    [
      'import of a folder without TEI',
      ['import', '{}/mine', '--edition', '{}/new'],
      2,
      /mine contains no \.xml file/,
    ],
    [
      'import of what is not TEI',
      ['import', '{}/file', '--edition', '{}/new'],
      1,
      /file:1:2: error: text is outside the root element/,
    ],
    [
      'import into a file',
      ['import', '{}/tei/documents/m1.xml', '--edition', '{}/file'],
      1,
      /file: error: there is a file in the place of a folder/,
    ],
    [
      'import into a broken link',
      ['import', '{}/tei/documents/m1.xml', '--edition', '{}/broken'],
      1,
      /broken: error: this is a link that leads nowhere; remove it/,
    ],
    [
      'import into a link to itself',
      ['import', '{}/tei/documents/m1.xml', '--edition', '{}/loop'],
      1,
      /loop\S*: error: this is a link that leads to itself/,
    ],
    [
      'import into a long name',
      ['import', '{}/tei/documents/m1.xml', '--edition', `{}/${LONG}`],
      1,
      /error: the name is longer/,
    ],
    [
      'a --unit that is no XPath',
      ['import', '{}/tei/documents/m1.xml', '--edition', '{}/new', '--unit', '//div['],
      2,
      /--unit \/\/div\[ cannot be used/,
    ],
    [
      'a --unit of numbers',
      ['import', '{}/tei/documents/m1.xml', '--edition', '{}/new', '--unit', '1 to 10'],
      2,
      /--unit 1 to 10 cannot be used/,
    ],
    [
      'a --unit of texts',
      ['import', '{}/tei/documents/m1.xml', '--edition', '{}/new', '--unit', '//p/text()'],
      2,
      /--unit .* cannot be used: it selects nodes that are not elements/,
    ],
    [
      'a --unit that reads a file',
      [
        'import',
        '{}/tei/documents/m1.xml',
        '--edition',
        '{}/new',
        '--unit',
        'doc("file:///etc/passwd")',
      ],
      2,
      /--unit .* cannot be used/,
    ],
    [
      'a --unit of nothing',
      ['import', '{}/tei/documents/m1.xml', '--edition', '{}/new', '--unit', '//sp'],
      2,
      /--unit \/\/sp selects nothing/,
    ],
    [
      'an empty --unit',
      ['import', '{}/tei/documents/m1.xml', '--edition', '{}/new', '--unit', ''],
      2,
      /--unit is followed by nothing/,
    ],
    [
      'a language that is not available',
      ['build', '--edition', '{}/tei', '--out', '{}/out', '--language', 'xx'],
      2,
      /--language xx is not available; the interface has de, en, es, fr/,
    ],
    [
      'a language that leads out',
      ['build', '--edition', '{}/tei', '--out', '{}/out', '--language', '../i18n/en'],
      2,
      /--language \.\.\/i18n\/en is not available/,
    ],
    [
      'a language that is not available',
      ['transform', '--edition', '{}/tei', '--language', 'x\n'],
      2,
      /--language x\\u000a is not available/,
    ],
    ...['v1', '1.2.3.4', '01', '1.', '../1', '1\n2', 'x'.repeat(5000)].map(
      (number): [string, readonly string[], number, RegExp] => [
        `a release ${JSON.stringify(number.slice(0, 9))}`,
        ['build', '--edition', '{}/tei', '--out', '{}/out', '--release', number],
        2,
        /--release .* is not a version number/,
      ],
    ),
    [
      'releases that are a file',
      ['build', '--edition', '{}/tei', '--out', '{}/out', '--releases', '{}/file'],
      1,
      /file: error: there is a file in the place of a folder/,
    ],
    [
      'an unknown repository',
      ['deposit', '--edition', '{}/tei', '--out', '{}/out', '--repository', 'attic'],
      2,
      /attic/,
    ],
    ...['x', '-1', '65536', '1.5', '80 80'].map(
      (port): [string, readonly string[], number, RegExp] => [
        `a port ${port}`,
        ['serve', '--edition', '{}/tei', '--out', '{}/out', `--port=${port}`],
        2,
        /--port .* is not a port; give a number from 0/,
      ],
    ),
  ])('%s', (_what, words, code, message) => refused(words, code, message));
});

it.each([
  ['a grammar that is not there', '--rng', 'none.rng', /none\.rng: error: .*there is no such file/],
  ['a grammar that is a folder', '--rng', 'mine', /mine: error: .*it is a folder, not a file/],
  ['rules that are not there', '--sch', 'none.sch', /none\.sch: error: .*there is no such file/],
])('%s: reported in one line, and all else is checked', async (_what, option, name, message) => {
  const { code, lines } = await siglum(
    ['check', '--edition', `${folder}/tei`, option, `${folder}/${name}`],
    folder,
  );
  expect(code).toBe(1);
  expect(lines.filter((line) => message.test(line))).toHaveLength(1);
  expect(lines.at(-1)).toMatch(/^\d+ files checked: 1 error$/);
});

describe('a place for what is made', () => {
  it.each(['build', 'serve', 'deposit'])('%s', async (command) => {
    for (const [place, message] of [
      [
        'mine',
        /mine was not made by "siglum \w+" and is left as it is; name another folder with --out/,
      ],
      ['file', /file was not made by/],
      ['file/x', /file: error: there is a file in the place of a folder/],
      ['tei', /tei was not made by/],
      ['.', /contains the edition itself, and would be replaced as a whole/],
      ['tei/documents', /documents contains the files of the edition; name a folder outside/],
      ['tei/documents/new/site', /the files of the edition/],
      ['tei/sources', /the files of the edition/],
      ['tei/authorities/../sources/x', /the files of the edition/],
      ['tei/schema', /the files of the edition/],
      ['tei/published', /the files of the edition/],
      ['tei/releases/1.0.0', /the files of the edition/],
      ['tei/.siglum', /the files of the edition/],
      ['broken', /broken was not made by/],
      ['loop', /loop was not made by/],
      [LONG, /the name is longer than the file system allows/],
      [LONG_PATH, /the name is longer than the file system allows/],
    ] as const) {
      const code = /^file\/|^x{9}|^abc/.test(place) ? 1 : 2;
      // Another program may have the default port.
      const port = command === 'serve' ? ['--port', '0'] : [];
      await refused(
        [command, '--edition', '{}/tei', '--out', `{}/${place}`, ...port],
        code,
        message,
      );
    }
  });
});

it('help and version are no error', async () => {
  for (const words of [['--help'], ['--version'], ['build', '--help'], ['help', 'import']]) {
    const { code, lines } = await siglum(words, folder);
    expect(code, lines.join('\n')).toBe(0);
    expect(lines.join('\n')).toMatch(/Usage: siglum|^\d+\.\d+\.\d+$/);
  }
});
