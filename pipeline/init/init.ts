/**
 * `siglum init`: the folder of a new edition, ready to build: a header to be filled in, places for
 * sources, documents and authority files, the schema and a short README. It states nothing in the
 * editor's name. With `--example` it contains three invented documents instead, to try things out.
 */
import { constants, copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { filesBelow } from '../core/files/files-below.ts';
import { makeFolder } from '../core/files/make-folder.ts';
import { shownPath, UsageError } from '../core/finding.ts';
import { PROGRAM } from '../edition/edition.ts';
import { xmlBelow } from '../edition/folder/xml-below.ts';
import { escapeText } from '../xml/escape.ts';
import { TEI } from '../xml/namespaces.ts';
import { type CiService, writeCi } from './ci.ts';

const TEMPLATES = join(PROGRAM, 'pipeline', 'init', 'folder');
const EXAMPLE = join(PROGRAM, 'pipeline', 'init', 'example');
const FOLDERS = ['sources', 'documents', 'authorities', 'schema'];
const SCHEMA = ['edition.odd', 'edition.rng', 'edition.sch'];

/** The edition.xml of a new folder, to be filled in. */
export function emptyHeader(root: string): string {
  return filledIn('edition.xml', escapeText(basename(root)));
}

function filledIn(file: string, title: string): string {
  return readFileSync(join(TEMPLATES, file), 'utf8').replaceAll('{title}', () => title);
}

interface InitOptions {
  /** Whether the edition contains the example. */
  readonly example?: boolean;
  /** The service that the workflow file is for. */
  readonly ci?: CiService;
}

/** Throws a `UsageError` if the folder has other files than those of a new repository. */
export function initCommand(name: string, { example = false, ci }: InitOptions = {}): number {
  const root = resolve(name);
  // An existing edition gets only this file.
  const done = ci && existsSync(join(root, 'edition.xml')) ? 0 : initFolder(name, root, example);
  if (ci) {
    console.log(`${shownPath(writeCi(root, ci))} builds, checks, publishes and deposits; read it`);
  }
  return done;
}

/** What a new repository or a folder of texts has before it is an edition: it is not changed. */
const BEFORE_EDITION = /^(?:\..*|(?:README|LICENSE|LICENCE|COPYING|CITATION)(?:\..*)?|sources)$/i;

function initFolder(name: string, root: string, example: boolean): number {
  const isFile = existsSync(root) && !statSync(root).isDirectory();
  const content = isFile || !existsSync(root) ? [] : readdirSync(root);
  const hasTei = content.length > 0 && xmlBelow(root).some(looksLikeTei);
  const isOther = content.some((entry) => !BEFORE_EDITION.test(entry));
  if (isFile || (isOther && !hasTei)) {
    throw new UsageError(
      `${shownPath(root)} is not empty and has no TEI, so nothing in it is changed; ` +
        'name a folder that does not exist yet, an empty one, or one with texts in sources/',
    );
  }
  const hasSources = content.some((entry) => entry.toLowerCase() === 'sources');
  if ((hasTei || hasSources) && example) {
    throw new UsageError(
      `${shownPath(root)} has ${hasTei ? 'TEI' : 'sources'} in it, so the example is not added; ` +
        `name a folder that does ` +
        'not exist yet',
    );
  }
  if (hasTei) return completed(root, name);
  const hasReadme = content.some((entry) => /^README(?:\..*)?$/i.test(entry));
  for (const folder of FOLDERS) makeFolder(join(root, folder));
  for (const file of SCHEMA)
    copyFileSync(join(PROGRAM, 'tei', 'schema', file), join(root, 'schema', file));
  if (!hasReadme) writeWhole(join(root, 'README.md'), filledIn('README.md', basename(root)));
  if (example) {
    const files = filesBelow(EXAMPLE);
    for (const file of files)
      if (!existsSync(join(root, file)))
        writeWhole(join(root, file), readFileSync(join(EXAMPLE, file)));
    console.log(
      [
        `${shownPath(root)} is an example edition of three invented documents`,
        `1. build it: siglum build --edition ${name}, and open _site/index.html`,
        `2. correct a word in ${shownPath(join(root, 'documents', 'd1.xml'))} and build again`,
        `3. put a text of yours into ${shownPath(join(root, 'sources'))} and build again`,
      ].join('\n'),
    );
    return 0;
  }
  writeWhole(join(root, 'edition.xml'), emptyHeader(root));
  console.log(
    [
      `${shownPath(root)} is an edition, and has no documents yet`,
      `1. say in ${shownPath(join(root, 'edition.xml'))} what it is called and who edits it`,
      hasSources
        ? `2. the texts in ${shownPath(join(root, 'sources'))} are encoded when you build`
        : `2. put reading texts into ${shownPath(join(root, 'sources'))}, or TEI into ` +
          `${shownPath(join(root, 'documents'))}`,
      `3. build it: siglum build --edition ${name}`,
    ].join('\n'),
  );
  return 0;
}

/** Adds missing files to a folder of TEI, and changes no existing ones. */
function completed(root: string, name: string): number {
  const added = [...SCHEMA.map((file) => join('schema', file)), 'edition.xml'].filter(
    (path) => !existsSync(join(root, path)),
  );
  for (const path of added) {
    if (path === 'edition.xml') writeWhole(join(root, path), emptyHeader(root));
    else {
      makeFolder(join(root, 'schema'));
      copyFileSync(join(PROGRAM, 'tei', path), join(root, path), constants.COPYFILE_EXCL);
    }
  }
  console.log(
    [
      `${shownPath(root)} has TEI in it, which is not changed`,
      added.length === 0 ? 'nothing was missing' : `added: ${added.join(', ')}`,
      `build it: siglum build --edition ${name}`,
    ].join('\n'),
  );
  return 0;
}

/** By its first characters; the build reads it in full. */
function looksLikeTei(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').slice(0, 8192).includes(TEI);
  } catch {
    return false;
  }
}
