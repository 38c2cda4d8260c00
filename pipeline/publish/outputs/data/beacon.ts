/**
 * BEACON link dumps: which persons, places and organizations of an authority file the edition has.
 * /data/beacon-wikidata.txt …
 *
 * Takes the entries' identifiers with addresses, which an edition declares by prefixDef or gives in
 * full. Returns one file for each type of identifier, of lines `identifier||page`. A dump leads to
 * the edition's pages, so there is none without its https address.
 * https://gbv.github.io/beaconspec/beacon.html
 */

import type { OutputFolder } from '../../../core/files/output-folder.ts';
import { byCodeUnit } from '../../../core/text.ts';
import { webAddress } from '../../addresses/web-address.ts';
import { latestChange } from '../../site/changes.ts';
import type { Site } from '../../site/site.ts';
import type { SiteEntry } from '../../site/site-model.ts';
import { CLASSES, iri } from './statements.ts';

interface BeaconLink {
  readonly source: string;
  readonly page: string;
}

export function writeBeacon(site: Site, folder: OutputFolder): void {
  if (site.edition.address === null) return;
  for (const [file, links] of dumps(site)) folder.writePieces(file, lines(site, file, links));
}

/** Address of the file to its links, in the order of the files' names. */
export function dumps(site: Site): ReadonlyMap<string, readonly BeaconLink[]> {
  const byFile = new Map<string, BeaconLink[]>();
  for (const { folder, entries } of site.inUse) {
    if (!CLASSES.has(folder)) continue;
    for (const entry of entries)
      for (const [type, link] of linksOf(entry)) {
        const name = type
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '');
        if (name === '') continue;
        const file = `/data/beacon-${name}.txt`;
        const known = byFile.get(file);
        if (known) known.push(link);
        else byFile.set(file, [link]);
      }
  }
  return new Map([...byFile].sort(([a], [b]) => byCodeUnit(a, b)));
}

function linksOf({ identifiers, address: page }: SiteEntry): [type: string, link: BeaconLink][] {
  return identifiers.flatMap(({ type, address }): [string, BeaconLink][] =>
    address === null ? [] : [[type, { source: iri(address), page }]],
  );
}

function* lines(site: Site, file: string, links: readonly BeaconLink[]): Generator<string> {
  const sources = links.map(({ source }) => source);
  const prefix = commonPrefix(sources);
  const targets = links.map(({ page }) => webAddress(site, page) as string);
  const folder = commonPrefix(targets);
  const { title, publisher, email } = site.edition;
  const fields: [string, string | null][] = [
    ['FORMAT', 'BEACON'],
    ['PREFIX', targetTemplate(prefix, sources)],
    ['TARGET', targetTemplate(folder, targets)],
    ['RELATION', 'http://xmlns.com/foaf/0.1/isPrimaryTopicOf'],
    ['NAME', title],
    ['INSTITUTION', publisher],
    ['CONTACT', email],
    ['FEED', webAddress(site, file)],
    ['TIMESTAMP', latestChange(site)?.slice(0, 10) ?? null],
  ];
  for (const [name, value] of fields) if (value) yield `#${name}: ${withoutControls(value)}\n`;
  yield '\n';
  const known = new Set<string>();
  for (const { source, page } of links) {
    const target = (webAddress(site, page) as string).slice(folder.length);
    const line = `${source.slice(prefix.length)}||${target}\n`;
    if (known.has(line)) continue;
    known.add(line);
    yield line;
  }
}

/**
 * `{ID}`, which every program reads, if identifiers have no character that it would encode; else
 * `{+ID}`.
 */
function targetTemplate(prefix: string, addresses: readonly string[]): string {
  const plain = addresses.every((address) =>
    /^[A-Za-z0-9._~-]+$/.test(address.slice(prefix.length)),
  );
  return prefix + (plain ? '{ID}' : '{+ID}');
}

/**
 * The common beginning of all addresses, up to a slash, a colon or an equals sign; empty if that is
 * not even a host.
 */
function commonPrefix(addresses: readonly string[]): string {
  let prefix = addresses[0] ?? '';
  for (const address of addresses) while (!address.startsWith(prefix)) prefix = prefix.slice(0, -1);
  // An identifier is never empty: if all addresses are the same, its last part is the identifier.
  if (addresses.includes(prefix)) prefix = prefix.slice(0, -1);
  const cut = /^https?:\/\/[^/]+\/(?:.*[/=:])?/.exec(prefix);
  return cut?.[0] ?? '';
}

function withoutControls(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
