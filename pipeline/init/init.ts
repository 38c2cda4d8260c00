/**
 * `siglum init`: the folder of a new edition, ready to build.
 *
 * In: the name of a folder that is not there yet, or is empty. Out: the folder with a header to be filled in, places for sources, documents
 * and authority files, the schema and a short README; it states nothing that nobody has said.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { escapeText } from '../authority/element.ts';
import { PROGRAM } from '../edition.ts';
import { writeWhole } from '../files.ts';
import { shownPath, UsageFault } from '../finding.ts';

const TEMPLATES = join(PROGRAM, 'pipeline', 'init', 'folder');
const FOLDERS = ['sources', 'documents', 'authorities', 'schema'];
const SCHEMA = ['edition.odd', 'edition.rng', 'edition.sch'];

/** The edition.xml of a folder in which nobody has said anything yet. */
export function emptyHeader(root: string): string {
  return filledIn('edition.xml', escapeText(basename(root)));
}

function filledIn(file: string, title: string): string {
  return readFileSync(join(TEMPLATES, file), 'utf8').replaceAll('{title}', () => title);
}

/** Throws a `UsageFault` where something stands there already. */
export function initCommand(name: string): number {
  const root = resolve(name);
  if (existsSync(root) && (!statSync(root).isDirectory() || readdirSync(root).length > 0)) {
    throw new UsageFault(
      `${shownPath(root)} is not empty, and nothing in it is touched; name a folder that is not there yet, or an empty one`,
    );
  }
  for (const folder of FOLDERS) mkdirSync(join(root, folder), { recursive: true });
  for (const file of SCHEMA) copyFileSync(join(PROGRAM, 'tei', 'schema', file), join(root, 'schema', file));
  writeWhole(join(root, 'edition.xml'), emptyHeader(root));
  writeWhole(join(root, 'README.md'), filledIn('README.md', basename(root)));
  console.log(
    [
      `${shownPath(root)} is an edition, and has no documents yet`,
      `1. say in ${shownPath(join(root, 'edition.xml'))} what it is called and who edits it`,
      `2. put reading texts into ${shownPath(join(root, 'sources'))}, or TEI into ${shownPath(join(root, 'documents'))}`,
      `3. build it: siglum build --edition ${name}`,
    ].join('\n'),
  );
  return 0;
}
