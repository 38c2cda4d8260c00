/** The texts to measure names by: volumes rendered as reading text, and documents of genres. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { attribute, readTree, type TreeElement, walk } from '../../../pipeline/xml/tree.ts';
import { run } from '../run.ts';

interface NameText {
  readonly id: string;
  readonly text: string;
  /** The document as others have encoded it. */
  readonly gold: TreeElement;
}

export interface NameSet {
  readonly name: string;
  readonly texts: readonly NameText[];
}

const GENRES = ['letters-de', 'diary-de', 'letters-en', 'diary-en'];

/** Each `every`th document of the volumes. */
export async function volumeSets(
  shared: string,
  folder: string,
  every: number,
  isWanted: (name: string) => boolean,
): Promise<NameSet[]> {
  const sets: NameSet[] = [];
  for (const place of ['frus', 'frus-other-years']) {
    for (const file of readdirSync(join(shared, place)).sort()) {
      const name = basename(file, '.xml');
      if (!file.endsWith('.xml') || !isWanted(name)) continue;
      const path = join(shared, place, file);
      const texts = join(folder, name);
      mkdirSync(texts);
      const tool = join(shared, 'tools', 'reading_text.py');
      const { code, stderr } = await run('python3', tool, path, texts, '--every', String(every));
      if (code !== 0) throw new Error(stderr);
      const volume = readTree({ path, content: readFileSync(path, 'utf8') });
      const documents = new Map(
        [...walk(volume)].flatMap((element) => {
          const id = attribute(element, 'xml:id');
          return element.local === 'div' && id !== undefined ? [[id, element] as const] : [];
        }),
      );
      const own = readdirSync(texts)
        .filter((text) => text.endsWith('.txt'))
        .sort()
        .flatMap((text) => {
          const id = basename(text, '.txt');
          const gold = documents.get(id);
          return gold ? [{ id, text: readFileSync(join(texts, text), 'utf8'), gold }] : [];
        });
      sets.push({ name: name.replace(/^frus/, ''), texts: own });
    }
  }
  return sets;
}

export function genreSets(shared: string, isWanted: (name: string) => boolean): NameSet[] {
  return GENRES.filter(isWanted).flatMap((name) => {
    const folder = join(shared, 'genres', name);
    return existsSync(folder) ? [folderSet(name, folder)] : [];
  });
}

/** Each folder of pairs `NAME.txt` and `NAME.gold.xml` in `parent`. */
export function folderSets(parent: string, isWanted: (name: string) => boolean): NameSet[] {
  return readdirSync(parent)
    .sort()
    .filter(isWanted)
    .map((name) => folderSet(name, join(parent, name)));
}

function folderSet(name: string, folder: string): NameSet {
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const id = basename(file, '.txt');
      const path = join(folder, `${id}.gold.xml`);
      const root = readTree({ path, content: readFileSync(path, 'utf8') });
      const gold = [...walk(root)].find(({ local }) => local === 'text');
      return gold ? [{ id, text: readFileSync(join(folder, file), 'utf8'), gold }] : [];
    });
  return { name, texts };
}
