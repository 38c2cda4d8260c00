/**
 * An edition's folder: where its sources, documents, authorities, header and schema lie.
 *
 * In: the path of a folder laid out like `tei/`. Out: the paths of its parts, and the files in them in a stable order.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputFault, shownPath } from './finding.ts';

/** The folder of the program itself: stylesheets and the site's layouts lie here. */
export const PROGRAM = dirname(dirname(fileURLToPath(import.meta.url)));

/** The program's version, as `package.json` states it. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(join(PROGRAM, 'package.json'), 'utf8')) as { version: string }).version;
}

export interface Edition {
  readonly root: string;
  /** Reading texts, as received. */
  readonly sources: string;
  /** Encoded TEI: the master, edited by hand. */
  readonly documents: string;
  readonly authorities: string;
  /** The edition's header, introduction and editorial principles. */
  readonly header: string;
  /** The register of published addresses, written by `build --release` (publish/release/register.ts). */
  readonly published: string;
  /** What an editor says of published addresses that must go (publish/release/redirects.ts). */
  readonly redirects: string;
  /** The releases, as they were laid out (publish/release/store.ts). */
  readonly releases: string;
  /** The edition's schema where it has one, else the program's own. */
  readonly rng: string;
  readonly sch: string;
  /** Derived files that may be thrown away: compiled stylesheets, results by content. */
  readonly cache: string;
}

/** Names the parts of the edition in `root`. Fails where the folder or its `edition.xml` is missing. */
export function openEdition(root: string): Edition {
  const path = resolve(root);
  const header = join(path, 'edition.xml');
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    throw new InputFault({
      path: shownPath(path),
      severity: 'error',
      rule: 'edition/missing',
      message: 'there is no such folder; --edition takes a folder laid out like tei/, and "siglum init" makes one',
    });
  }
  if (!existsSync(header)) {
    throw new InputFault({
      path: shownPath(header),
      severity: 'error',
      rule: 'edition/no-header',
      message: 'the edition has no edition.xml; it holds the header, the introduction and the editorial principles',
    });
  }
  return {
    root: path,
    sources: join(path, 'sources'),
    documents: join(path, 'documents'),
    authorities: join(path, 'authorities'),
    header,
    published: join(path, 'published'),
    redirects: join(path, 'redirects.txt'),
    releases: join(path, 'releases'),
    rng: schemaFile(path, 'edition.rng'),
    sch: schemaFile(path, 'edition.sch'),
    cache: join(PROGRAM, '.cache'),
  };
}

/**
 * What in `folder` has a name that ends in `ending`, in code-point order whatever the file system's own. A folder or a pipe of such a
 * name is among them, so that whoever reads it says so; a link is not, since it can lead out of the edition.
 */
export function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isSymbolicLink() && entry.name.endsWith(ending) && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => join(folder, name));
}

function schemaFile(root: string, name: string): string {
  const own = join(root, 'schema', name);
  return existsSync(own) ? own : join(PROGRAM, 'tei', 'schema', name);
}
