/** Which passages correspond to one another, for the page that shows texts side by side. */
import { basename } from 'node:path';
import type { Results } from '../../cache/results.ts';
import type { OutputFolder } from '../../core/files/output-folder.ts';
import { scanOf } from '../philology/scan.ts';
import type { SiteDocument } from '../site/site-model.ts';

const ADDRESS = '/data/corresponding.json';

/** By document the pairs of identifiers that @corresp of its passages states. */
export function writeCorresponding(
  documents: readonly SiteDocument[],
  cache: Results,
  folder: OutputFolder,
): void {
  const pairs = documents.flatMap((document): [string, unknown][] => {
    const { corresponding } = scanOf(document, cache);
    const pairs = corresponding.map(([own, other]) => [own, other]);
    return pairs.length > 0 ? [[document.address.slice(1), pairs]] : [];
  });
  folder.write(ADDRESS, `${JSON.stringify(Object.fromEntries(pairs))}\n`);
}

/** Two documents; one states that its passages correspond to those of the other. */
export interface DocumentPair {
  readonly address: string;
  readonly left: SiteDocument;
  readonly right: SiteDocument;
  /** Anchors on the left and on the right. */
  readonly passages: readonly (readonly [string, string])[];
}

const PAIRS = new WeakMap<readonly SiteDocument[], readonly DocumentPair[]>();

/** In the order of the documents; a pair that both documents state is one. */
export function correspondingPairs(
  documents: readonly SiteDocument[],
  cache: Results,
): readonly DocumentPair[] {
  const known = PAIRS.get(documents);
  if (known) return known;
  const byName = new Map(documents.map((one) => [basename(one.path, '.xml'), one]));
  for (const one of documents) byName.set(one.id, one);
  const pairs = new Map<string, DocumentPair & { readonly passages: [string, string][] }>();
  for (const left of documents)
    for (const [own, other, name] of scanOf(left, cache).corresponding) {
      const right = byName.get(name);
      if (!right || right === left) continue;
      const isTurned = pairs.has(addressOf(right, left));
      const [one, two] = isTurned ? [right, left] : [left, right];
      const address = addressOf(one, two);
      const pair = pairs.get(address) ?? { address, left: one, right: two, passages: [] };
      pairs.set(address, pair);
      pair.passages.push(isTurned ? [other, own] : [own, other]);
    }
  const found = [...pairs.values()];
  PAIRS.set(documents, found);
  return found;
}

function addressOf(left: SiteDocument, right: SiteDocument): string {
  const [one, other] = [left, right].map(({ address }) =>
    address.replace(/^\/documents\/|\.html$/g, '').replaceAll('/', '-'),
  );
  return `/compare/${one}--${other}.html`;
}
