/**
 * An edition of any number of documents: those of one encoded volume, repeated under other names.
 *
 * Takes an encoded edition and a number. Returns an edition with this many documents, the same ones
 * every time. Each copy has other identifiers, and later years in its dates. Copies share their
 * persons and terms with others, as volumes of a series do: n copies have about as many lists as
 * the root of n. Titles, sentences and archives are repeated.
 */
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';

/** Copies are dated within this many years. */
const YEARS = 40;

export interface Multiplied {
  readonly root: string;
  readonly documents: number;
  /** Of a document's TEI, in bytes. */
  readonly mean: number;
}

/** `share`: only this proportion of the volume's documents, the shortest: 0.1 for a tenth. */
export function multiply(from: string, root: string, documents: number, share = 1): Multiplied {
  mkdirSync(root, { recursive: true });
  for (const unchanged of ['edition.xml', 'schema'])
    cpSync(join(from, unchanged), join(root, unchanged), { recursive: true });
  mkdirSync(join(root, 'authorities'), { recursive: true });
  mkdirSync(join(root, 'documents'), { recursive: true });
  const lists = filesIn(join(from, 'authorities'), '.xml').map((path) =>
    readFileSync(path, 'utf8'),
  );
  const entries = new Set(
    lists.flatMap((list) => [...list.matchAll(/\sxml:id="([^"]+)"/g)].map(([, id]) => id)),
  );
  const own = shortest(filesIn(join(from, 'documents'), '.xml'), share).map((path) => {
    return { id: basename(path, '.xml'), tei: readFileSync(path, 'utf8') };
  });
  const names = new Set(own.map(({ id }) => id));
  const written = new Set<number>();
  let bytes = 0;
  for (let at = 0; at < documents; at++) {
    const copy = Math.floor(at / own.length);
    const list = Math.floor(Math.sqrt(copy));
    const { id, tei } = own[at % own.length] as (typeof own)[number];
    const renamed = inCopy(tei, copy, names, (name) =>
      entries.has(name) ? `v${list}_${name}` : name,
    );
    writeFileSync(join(root, 'documents', `k${copy}${id}.xml`), renamed);
    bytes += Buffer.byteLength(renamed);
    if (!written.has(list)) {
      const named = lists.map((text) => text.replaceAll(/(\sxml:id="|="#)/g, `$1v${list}_`));
      for (const [n, text] of named.entries())
        writeFileSync(join(root, 'authorities', `v${list}-${n}.xml`), text);
    }
    written.add(list);
  }
  return { root, documents, mean: bytes / documents };
}

function shortest(paths: readonly string[], share: number): string[] {
  const bySize = [...paths].sort(
    (one, other) => statSync(one).size - statSync(other).size || (one < other ? -1 : 1),
  );
  const chosen = new Set(bySize.slice(0, Math.ceil(share * paths.length)));
  return paths.filter((path) => chosen.has(path));
}

/**
 * `names`: of the documents; an identifier of a document begins with its name. `entry`: what an
 * entry is called in the copy.
 */
function inCopy(
  tei: string,
  copy: number,
  names: ReadonlySet<string>,
  entry: (id: string) => string,
): string {
  const named = (id: string): string => {
    const document = id.split('-')[0] as string;
    return names.has(document) ? `k${copy}${id}` : entry(id);
  };
  return tei
    .replaceAll(
      /(\sxml:id="|="#)([^"\s]+)/g,
      (_all, before: string, id: string) => before + named(id),
    )
    .replaceAll(/(=")(d\d+)(\.xml)/g, (all, before: string, id: string, after: string) =>
      names.has(id) ? `${before}k${copy}${id}${after}` : all,
    )
    .replaceAll(
      /(\s(?:when|from|to|notBefore|notAfter)=")(19\d\d)/g,
      (_all, before: string, year: string) => {
        return before + (Number(year) + (copy % YEARS));
      },
    );
}
