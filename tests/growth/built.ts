/**
 * A build of one document of a kind, by the user's command.
 *
 * Takes a kind and a count. Returns processor time, files and bytes of the site. Only the compiled
 * stylesheets are cached from one build to the next.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { siglumWith } from '../bench/run.ts';
import { type KindName, teiOf } from './texts.ts';

interface BuiltSite {
  readonly files: number;
  readonly bytes: number;
  /** Milliseconds, all threads. */
  readonly processor: number;
}

/**
 * `cache`: with the compiled stylesheets, where they are compiled already. `documents`: how many,
 * of `count` of the kind each.
 */
export async function buildOf(
  folder: string,
  cache: string,
  kind: KindName,
  count: number,
  documents = 1,
): Promise<BuiltSite> {
  const root = join(folder, 'edition');
  const site = join(folder, 'site');
  for (const old of [root, site, join(cache, 'results'), join(cache, 'sites')])
    rmSync(old, { recursive: true, force: true });
  mkdirSync(join(root, 'documents'), { recursive: true });
  cpSync(join(PROGRAM, 'tei', 'edition.xml'), join(root, 'edition.xml'));
  for (let n = 0; n < documents; n += 1) {
    const id = documents === 1 ? 'g' : `g${n}`;
    writeFileSync(join(root, 'documents', `${id}.xml`), teiOf(kind, count, id));
  }
  const { code, stderr, processor } = await siglumWith(
    { SIGLUM_CACHE: cache },
    'build',
    '--edition',
    root,
    '--out',
    site,
  );
  // Of random words and references some are findings; an internal error ends with another
  // line.
  if (code > 1 || /^siglum: /m.test(stderr)) throw new Error(stderr.slice(0, 2000));
  const sizes = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0), processor };
}
