/** The register after a release: pages, documents, anchors. */
import { readFileSync } from 'node:fs';
import { sha256 } from '../../core/files/sha256.ts';
import { shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import type { Register, RegisteredDocument } from '../../edition/register.ts';
import { publishedPassages } from '../history/passages.ts';
import type { StoredRelease } from '../history/store.ts';
import type { Site } from '../site/site.ts';
import { wordPrint } from './likeness.ts';
import { anchorsOn, pagesIn } from './pages.ts';
import { opening } from './permanence.ts';
import { type PreparedRegister, prepareRegister } from './write-register.ts';

/**
 * The register with the addresses of a release: existing addresses keep their first release,
 * removed ones stay listed.
 */
export function registerAfterRelease(
  edition: Edition,
  register: Register,
  { number, date, manifest }: StoredRelease,
  site: Site,
  folder: string,
  moved: readonly string[],
): PreparedRegister {
  const since = new Map(register.pages.map((page) => [page.address, page.since]));
  const pages = pagesIn(folder, site, moved).map((page) => ({
    ...page,
    since: since.get(page.address) ?? number,
  }));
  const now = new Set(pages.map(({ address }) => address));
  const gone = register.pages.filter(({ address }) => !now.has(address));
  const prepared = prepareRegister(edition, number, {
    releases: [...register.releases, { number, date: date ?? '', manifest }],
    pages: [...pages, ...gone],
  });
  for (const { kind, id } of gone) {
    const known = kind === 'document' ? register.document(id) : undefined;
    if (known) prepared.add(known);
  }
  for (const { id, teiFile, address } of site.documents) {
    prepared.add(
      registeredDocument(
        id,
        teiFile,
        anchorsOn(folder, address.slice(1)) ?? new Set(),
        number,
        register.document(id),
      ),
    );
  }
  return prepared;
}

function registeredDocument(
  id: string,
  path: string,
  onPage: ReadonlySet<string>,
  number: string,
  known: RegisteredDocument | undefined,
): RegisteredDocument {
  const was = new Map((known?.anchors ?? []).map((one) => [one.anchor, one]));
  const anchors = publishedPassages(path, id, shownPath(path))
    .filter(({ anchor }) => onPage.has(anchor))
    .map(({ anchor, element, words }) => {
      const since = was.get(anchor)?.since ?? number;
      return { anchor, element, since, print: wordPrint(words), opening: opening(words) };
    });
  const now = new Set(anchors.map(({ anchor }) => anchor));
  const gone = [...was.values()].filter(({ anchor }) => !now.has(anchor));
  return { id, tei: sha256(readFileSync(path)), anchors: [...anchors, ...gone] };
}
