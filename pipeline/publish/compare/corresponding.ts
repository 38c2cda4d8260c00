/** Which passages correspond to one another, for the page that shows texts side by side. */
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
    return corresponding.length > 0 ? [[document.address.slice(1), corresponding]] : [];
  });
  folder.write(ADDRESS, `${JSON.stringify(Object.fromEntries(pairs))}\n`);
}
