/**
 * A small edition with one damaged file: cut at a random place, emptied, doubled, replaced by other
 * XML, in another encoding, deleted, a folder, a link that leads nowhere.
 *
 * A case passes if the site was built, the other documents have their pages, and `build`, `check`,
 * `status`, `encode` and `deposit` each end without a crash and name the damaged file, if they read
 * it. Otherwise it returns the error.
 */
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand } from '../../pipeline/check/command.ts';
import { InputError, UsageError } from '../../pipeline/core/finding.ts';
import { depositCommand } from '../../pipeline/deposit/command.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { encodeCommand } from '../../pipeline/encode/command.ts';
import { build } from '../../pipeline/publish/build.ts';
import { statusCommand } from '../../pipeline/status/command.ts';
import { randomOf } from '../faults/random.ts';

const FIXTURE = join(PROGRAM, 'tests', 'fixtures', 'interfaces', 'edition');

const FILES = [
  'edition.xml',
  'edition.xml',
  'authorities/all.xml',
  'authorities/all.xml',
  'documents/l1.xml',
  'contents.xml',
  'schema/edition.rng',
  'schema/edition.sch',
  'sources/s1.txt',
];

const DOCUMENTS = ['l1', 'l2', 'n3'];

type Tearing = (path: string, content: string, random: () => number) => void;

const OTHER_XML = [
  '<root/>',
  '<root><person xml:id="x">x</person></root>',
  '<TEI/>',
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>',
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc/></teiHeader><text/></TEI>',
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>x</p></body></text></TEI>',
  '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
];

/** Each with whether no finding is needed: the remaining content may be correct. */
const WAYS: Readonly<Record<string, { readonly tear: Tearing; readonly silent?: boolean }>> = {
  cut: {
    tear: (path, content, random) =>
      writeFileSync(path, content.slice(0, Math.floor(random() * content.length))),
  },
  'cut out': {
    tear(path, content, random) {
      const from = Math.floor(random() * content.length);
      writeFileSync(
        path,
        content.slice(0, from) + content.slice(from + 1 + Math.floor(random() * 200)),
      );
    },
    silent: true,
  },
  empty: { tear: (path) => writeFileSync(path, '') },
  'white space': { tear: (path) => writeFileSync(path, ' \n') },
  doubled: { tear: (path, content) => writeFileSync(path, content + content) },
  other: {
    tear: (path, _content, random) =>
      writeFileSync(path, OTHER_XML[Math.floor(random() * OTHER_XML.length)] as string),
    silent: true,
  },
  latin: {
    tear: (path, content) => writeFileSync(path, Buffer.from(content.replace('e', 'é'), 'latin1')),
  },
  utf16: {
    tear: (path, content) => writeFileSync(path, Buffer.from(`\uFEFF${content}`, 'utf16le')),
    silent: true,
  },
  bom: { tear: (path, content) => writeFileSync(path, `\uFEFF${content}`), silent: true },
  deleted: { tear: () => {}, silent: true },
  folder: { tear: (path) => mkdirSync(path) },
  link: { tear: (path) => symlinkSync('nowhere/gone.xml', path) },
  binary: {
    tear: (path, _content, random) =>
      writeFileSync(
        path,
        Buffer.from(Array.from({ length: 200 }, () => Math.floor(random() * 256))),
      ),
  },
};

/** Without a date of publication `deposit` ends before it reads everything else. */
function giveDate(path: string): void {
  const tei = readFileSync(path, 'utf8');
  writeFileSync(path, tei.replace('<publisher>', '<date when="2026-01-02"/><publisher>'));
}

interface Command {
  readonly run: (root: string, out: string) => Promise<number>;
  /** Whether the command reads the file, so that it has to report it. */
  readonly reads: (name: string) => boolean;
}

/** In an order in which no command repairs what the next one has to report. */
const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    run: (edition) => checkCommand([], { edition, format: 'text' }),
    // A source is read only to be compared with its document, and this one has no document yet.
    reads: (name) => !name.startsWith('sources'),
  },
  status: {
    run: (edition) => statusCommand({ edition, format: 'text' }),
    reads: (name) => !/^(?:schema|contents)/.test(name),
  },
  deposit: {
    run: (edition, out) => depositCommand({ edition, out }),
    // Sources are packed as they are.
    reads: (name) => !/^(?:schema|sources)/.test(name),
  },
  encode: {
    run: (edition) => encodeCommand([], { edition }),
    reads: (name) => !/^(?:schema|contents|documents)/.test(name),
  },
};

/** Standard output and error of a command, and the message of an error that it reports by. */
async function outputOf(run: () => Promise<number>): Promise<string> {
  const { log, error } = console;
  const lines: string[] = [];
  const collect = (...words: unknown[]): void => {
    lines.push(words.join(' '));
  };
  Object.assign(console, { log: collect, error: collect });
  try {
    lines.push(`exit ${await run()}`);
  } catch (error) {
    if (!(error instanceof InputError) && !(error instanceof UsageError)) throw error;
    lines.push(error.message);
  } finally {
    Object.assign(console, { log, error });
  }
  return lines.join('\n');
}

/** Puts the damaged file back in its place. */
function readTorn(path: string): (to: string) => void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat) return () => {};
  const target = stat.isSymbolicLink() ? readlinkSync(path) : undefined;
  if (target !== undefined) return (to) => symlinkSync(target, to);
  if (stat.isDirectory()) return (to) => mkdirSync(to);
  const bytes = readFileSync(path);
  return (to) => writeFileSync(to, bytes);
}

export async function tornCase(seed: number): Promise<string | undefined> {
  const random = randomOf(seed);
  const name = FILES[Math.floor(random() * FILES.length)] as string;
  const ways = Object.keys(WAYS);
  const how = ways[Math.floor(random() * ways.length)] as string;
  const { tear, silent = false } = WAYS[how] as (typeof WAYS)[string];
  const folder = mkdtempSync(join(tmpdir(), 'siglum-fuzz-torn-'));
  const what = `${name}, ${how}`;
  try {
    const root = join(folder, 'tei');
    cpSync(FIXTURE, root, { recursive: true });
    for (const id of DOCUMENTS) giveDate(join(root, 'documents', `${id}.xml`));
    for (const part of ['schema', 'sources']) mkdirSync(join(root, part), { recursive: true });
    for (const file of ['edition.rng', 'edition.sch'])
      cpSync(join(PROGRAM, 'tei', 'schema', file), join(root, 'schema', file));
    writeFileSync(
      join(root, 'sources', 's1.txt'),
      'LETTER\n\nLondon, 3 May 1851\n\nDear Sir,\n\nI am well.\n\nYours, A. Ash\n',
    );
    writeFileSync(
      join(root, 'contents.xml'),
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>C</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><list type="contents"><item><ptr target="documents/l2.xml"/></item></list></standOff></TEI>',
    );
    const whole = join(folder, 'whole');
    cpSync(root, whole, { recursive: true });
    const path = join(root, name);
    const content = readFileSync(path, 'utf8');
    rmSync(path);
    tear(path, content, random);
    const site = join(folder, 'site');
    const { findings } = await build(openEdition(root), site);
    const missing = DOCUMENTS.filter((id) => !existsSync(join(site, 'documents', `${id}.html`)));
    const others = missing.filter((id) => name !== `documents/${id}.xml`);
    if (others.length > 0) return `${what}: no page of ${others.join()}`;
    const reported = findings.filter((one) => one.path.endsWith(name));
    if (reported.length === 0 && (!silent || (missing.length > 0 && how !== 'deleted')))
      return `${what}: no finding names the file`;
    // In its damaged form, before the build encoded its source.
    const torn = readTorn(path);
    rmSync(root, { recursive: true });
    cpSync(whole, root, { recursive: true });
    rmSync(path);
    torn(path);
    for (const [command, { run, reads }] of Object.entries(COMMANDS)) {
      const output = await outputOf(() => run(root, join(folder, command)));
      if (!silent && reads(name) && !output.includes(name))
        return `${what}: ${command} does not name the file: ${output.slice(0, 400)}`;
    }
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return `${what}: nothing was built: ${error.message}`;
    return `${what}: crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`.slice(
      0,
      1200,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
