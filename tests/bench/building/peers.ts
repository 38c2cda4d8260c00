/**
 * Other tools for the same work, if they are installed.
 *
 * Takes encoded documents. Returns the time of each peer, or why it did not run. Saxon-HE on the
 * JVM runs the same stylesheets over all documents in one process, jing validates them with the
 * edition's grammar; their time includes no other part of a build.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';
import { run } from '../run.ts';

export interface Peer {
  readonly name: string;
  readonly work: string;
  readonly outcome:
    | { readonly seconds: number; readonly processor: number }
    | { readonly missing: string };
}

/** Where Debian's package libsaxonhe-java puts it; `SAXON_HE` names another. */
const SAXON = process.env['SAXON_HE'] ?? '/usr/share/java/Saxon-HE.jar';

/** The stylesheets that a document of a site goes through in every edition. */
const STYLESHEETS = ['data/document.xsl', 'html/document.xsl', 'metadata/document.xsl'];

export async function measurePeers(documents: string, folder: string): Promise<Peer[]> {
  const grammar = join(PROGRAM, 'tei', 'schema', 'edition.rng');
  return [
    await saxon(documents, folder),
    await validator('jing', ['jing', grammar, ...filesIn(documents, '.xml')], 'libjing-java'),
    await validator(
      'xmllint',
      ['xmllint', '--noout', '--relaxng', grammar, ...filesIn(documents, '.xml')],
      'libxml2-utils',
    ),
  ];
}

async function saxon(documents: string, folder: string): Promise<Peer> {
  const name = 'Saxon-HE on the JVM';
  const work = `transform: ${STYLESHEETS.length} of the stylesheets, one process each`;
  if (!existsSync(SAXON))
    return { name, work, outcome: { missing: 'not installed (libsaxonhe-java)' } };
  if (!(await isThere('java')))
    return { name, work, outcome: { missing: 'java is not installed' } };
  const strings = readFileSync(join(PROGRAM, 'site', '_data', 'i18n', 'en.json'), 'utf8');
  let [seconds, processor] = [0, 0];
  for (const stylesheet of STYLESHEETS) {
    const out = join(folder, 'saxon', stylesheet.replace(/\W/g, '-'));
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const words = ['-cp', SAXON, 'net.sf.saxon.Transform', `-s:${documents}`, `-o:${out}`];
    const took = await timed(
      [0],
      'java',
      ...words,
      `-xsl:${join(PROGRAM, 'xslt', stylesheet)}`,
      `strings=${strings}`,
    );
    seconds += took.seconds;
    processor += took.processor;
    if (filesIn(out, '').length !== filesIn(documents, '.xml').length)
      throw new Error(`Saxon-HE, ${stylesheet}: not all was made`);
  }
  return { name, work, outcome: { seconds, processor } };
}

async function validator(
  name: string,
  [command, ...words]: readonly string[],
  from: string,
): Promise<Peer> {
  const work = 'check: the grammar alone';
  if (!(await isThere(command as string)))
    return { name, work, outcome: { missing: `not installed (${from})` } };
  // A validator that finds something to say ends with 1.
  return { name, work, outcome: await timed([0, 1, 3], command as string, ...words) };
}

/** Bash tells the processor's time of what it has waited for. */
async function timed(
  codes: readonly number[],
  ...words: readonly string[]
): Promise<{ seconds: number; processor: number }> {
  const { code, stderr } = await run(
    'bash',
    '-c',
    'TIMEFORMAT="took %R %U %S"; time "$@"',
    'bash',
    ...words,
  );
  const [seconds, user, system] = (/took (\S+) (\S+) (\S+)\s*$/.exec(stderr) ?? [])
    .slice(1)
    .map(Number);
  if (
    !codes.includes(code) ||
    seconds === undefined ||
    user === undefined ||
    system === undefined
  ) {
    throw new Error(`${words[0]} failed (${code}): ${stderr.slice(-2000)}`);
  }
  return { seconds, processor: user + system };
}

async function isThere(command: string): Promise<boolean> {
  return (await run('bash', '-c', 'command -v "$1"', 'bash', command)).code === 0;
}
