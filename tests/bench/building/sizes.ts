/**
 * Editions to measure with: the memo alone, one volume, all volumes.
 *
 * Takes `../shared` with the volumes encoded by hand, rendered as reading text by its tools.
 * Returns editions with sources and authority files and without documents, each a folder; and how
 * its sources are encoded, volume by volume, since each volume has lists of its own.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';
import { siglum } from '../run.ts';
import { renderVolume, type Volume } from '../volume.ts';

export interface Sized {
  readonly root: string;
  readonly documents: number;
  /**
   * Sources that are encoded together, and the authority file they are encoded with; none: the
   * edition's own.
   */
  readonly parts: readonly { readonly sources: readonly string[]; readonly authority?: string }[];
}

/** The project's own edition, its document taken away. */
export function memoEdition(root: string): Sized {
  cpSync(join(PROGRAM, 'tei'), root, { recursive: true });
  for (const made of ['documents', '.siglum', 'published', 'releases']) {
    rmSync(join(root, made), { recursive: true, force: true });
  }
  const sources = filesIn(join(root, 'sources'), '.txt');
  return { root, documents: sources.length, parts: [{ sources }] };
}

/**
 * An edition of whole volumes. Documents and entries of different volumes have the same names: of
 * several volumes, both get that of their volume before their own.
 */
export async function volumesEdition(
  root: string,
  shared: string,
  volumes: readonly Volume[],
): Promise<Sized> {
  const { code, stderr } = await siglum('init', root);
  if (code !== 0) throw new Error(stderr);
  const alone = volumes.length === 1;
  const parts: { sources: string[]; authority: string }[] = [];
  for (const volume of volumes) {
    await renderVolume(shared, volume);
    const authority = join(root, 'authorities', `${volume.name}.xml`);
    const lists = readFileSync(volume.authority, 'utf8');
    const own = lists.replaceAll(
      /(\sxml:id="|\s(?:target|ref|corresp|sameAs)="#)/g,
      `$1${volume.name}_`,
    );
    writeFileSync(authority, alone ? lists : own);
    const sources = filesIn(volume.texts, '.txt').map((path) => {
      const target = join(
        root,
        'sources',
        alone ? basename(path) : `${volume.name}-${basename(path)}`,
      );
      cpSync(path, target);
      return target;
    });
    parts.push({ sources, authority });
  }
  mkdirSync(join(root, 'documents'), { recursive: true });
  return { root, documents: parts.reduce((sum, { sources }) => sum + sources.length, 0), parts };
}
