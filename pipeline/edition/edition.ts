/**
 * An edition's folder: the paths of its sources, documents, authorities, header and schema.
 *
 * Takes the path of a folder with the layout of `tei/`. Returns the paths of its parts, and the
 * files in them in a stable order.
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { cacheFolder } from '../core/cache-folder.ts';
import { type Finding, InputError, shownPath, UsageError } from '../core/finding.ts';
import { PROGRAM } from '../core/program-folder.mjs';
import type { Theme } from '../model/theme.ts';
import { filesIn } from './folder/files-in.ts';
import { isLink } from './folder/links.ts';
import { misnamedBelow, xmlBelow } from './folder/xml-below.ts';
import { standInHeader } from './stand-in-header.ts';

export { PROGRAM } from '../core/program-folder.mjs';

/** The program's version, as `package.json` states it. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as { version: string })
    .version;
}

/** Folders of an edition in which editors work. */
const WORK_FOLDERS: readonly string[] = ['documents', 'sources', 'authorities'];

/**
 * The default edition: the folder itself, the edition of which it is `documents`, `sources` or
 * `authorities`, or within the program's own checkout the edition there.
 */
export function defaultEdition(folder: string): string {
  const above = dirname(folder);
  if (
    WORK_FOLDERS.includes(basename(folder)) &&
    !existsSync(join(folder, 'edition.xml')) &&
    existsSync(join(above, 'edition.xml'))
  )
    return above;
  const own = join(PROGRAM, 'tei');
  const inside = folder === PROGRAM || folder.startsWith(PROGRAM + sep);
  return inside && !existsSync(join(folder, 'edition.xml')) && existsSync(join(own, 'edition.xml'))
    ? own
    : folder;
}

export interface Edition {
  /** Findings about the folder, to be reported by the caller. */
  readonly remarks?: readonly Finding[];
  /**
   * Paths of authority files that cannot be read: a build skips them (publish/site/open/usable.ts).
   */
  readonly unusable?: ReadonlySet<string>;
  readonly root: string;
  /** The edition's theme, if it was read (theme/theme.ts). */
  readonly theme?: Theme;
  /** Reading texts, as received. */
  readonly sources: string;
  /** Encoded TEI: the master, edited by hand. */
  readonly documents: string;
  readonly authorities: string;
  /** The edition's header, introduction and editorial principles. */
  readonly header: string;
  /**
   * The register of published addresses, written by `build --release`
   * (register.ts).
   */
  readonly published: string;
  /**
   * The editor's statements about published addresses that must be removed
   * (publish/history/redirects.ts).
   */
  readonly redirects: string;
  /** The stored releases (publish/history/store.ts). */
  readonly releases: string;
  /** The edition's schema if it has one, else the program's own. */
  readonly rng: string;
  readonly sch: string;
  /** Derived files that may be deleted: compiled stylesheets, results by content. */
  readonly cache: string;
}

/**
 * Names the parts of the edition in `root`. Fails if the folder or its `edition.xml` is missing.
 */
export function openEdition(root: string): Edition {
  const path = resolve(root);
  const header = join(path, 'edition.xml');
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    const what = existsSync(path) ? 'this is a file' : 'there is no such folder';
    throw new InputError({
      path: shownPath(path),
      severity: 'error',
      rule: 'edition/missing',
      message: `${what}; --edition takes a folder laid out like tei/, and "siglum init" makes one`,
    });
  }
  // A link that leads nowhere counts as an edition.xml that cannot be read, not as a missing one.
  if (!existsSync(header) && !isLink(header)) return foreignFolder(path, header);
  return editionAt(path, header);
}

/** The parts of an edition in `root`, an absolute path, whether the folder exists or not. */
export function editionAt(root: string, header = join(root, 'edition.xml')): Edition {
  return {
    root,
    sources: join(root, 'sources'),
    documents: join(root, 'documents'),
    authorities: join(root, 'authorities'),
    header,
    published: join(root, 'published'),
    redirects: join(root, 'redirects.txt'),
    releases: join(root, 'releases'),
    rng: schemaFile(root, 'edition.rng'),
    sch: schemaFile(root, 'edition.sch'),
    cache: cacheFolder(PROGRAM),
  };
}

/**
 * Throws a `UsageError` if the output of a command would be among the files of the edition, or if
 * replacing it would remove the edition's folder. `documents`: the command may write documents.
 */
export function requireOutside(edition: Edition, place: string, documents = false): void {
  const target = realPath(resolve(place));
  const parts = [
    'sources',
    'authorities',
    'schema',
    'published',
    'releases',
    'theme',
    '.siglum',
  ].map((name) => join(edition.root, name));
  // In a folder without the layout of an edition, documents may be in any place.
  if (!documents && edition.documents !== edition.root) parts.push(edition.documents);
  const within = parts
    .map(realPath)
    .find((part) => target === part || target.startsWith(part + sep));
  if (within !== undefined)
    throw new UsageError(
      `${shownPath(within)} contains the files of the edition; name a folder outside of it ` +
        `with --out`,
    );
  if (!documents && realPath(edition.root).startsWith(target + sep))
    throw new UsageError(
      `${shownPath(target)} contains the edition itself, and would be replaced as a whole; ` +
        `name another folder with --out`,
    );
}

/** The path with links resolved, as far as it exists. */
function realPath(path: string): string {
  for (let here = path; ; here = dirname(here)) {
    try {
      return join(realpathSync(here), path.slice(here.length));
    } catch {
      if (dirname(here) === here) return path;
    }
  }
}

/**
 * A folder of TEI without the layout of an edition: its documents are recognized by their content
 * (edition-files.ts). In place of edition.xml a header with the folder's name is written to the
 * cache. Fails if there is no TEI either.
 */
function foreignFolder(root: string, header: string): Edition {
  const own = join(root, 'documents');
  const documents = filesIn(own, '.xml').length > 0 ? own : root;
  if (xmlBelow(root).length === 0) throw new InputError(noEdition(root, header));
  const standIn = standInHeader(root, basename(root));
  return {
    ...editionAt(root, standIn),
    documents,
    remarks: [
      {
        path: shownPath(header),
        severity: 'remark',
        rule: 'edition/no-header',
        message:
          'there is no edition.xml, so the edition is named after its folder and has no other ' +
          'metadata; "siglum init" makes one to fill in',
      },
    ],
  };
}

/** Reports TEI files with another extension, since no command reads them. */
function noEdition(root: string, header: string): Finding {
  const [misnamed, ...more] = misnamedBelow(root);
  const others = more.length === 0 ? '' : ` and ${more.length} more`;
  return {
    path: shownPath(misnamed ?? header),
    severity: 'error',
    rule: 'edition/no-header',
    message:
      misnamed === undefined
        ? 'the edition has no edition.xml; it contains the header, the introduction and the ' +
          'editorial principles'
        : `no file of the folder ends in .xml, so nothing is read; rename this file${others}, ` +
          'if they are TEI',
  };
}

function schemaFile(root: string, name: string): string {
  const own = join(root, 'schema', name);
  return existsSync(own) ? own : join(PROGRAM, 'tei', 'schema', name);
}
