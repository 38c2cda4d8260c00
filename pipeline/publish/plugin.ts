/**
 * Siglum as a plugin of Eleventy: gives the layouts of site/ their data and functions, and puts the edition's files beside the pages.
 *
 * In: Eleventy's configuration, with a `Site` in its global data where `siglum build` has made one; without it, when Eleventy is
 * run by itself, the plugin opens the edition in tei/ (or the folder named by `SIGLUM_EDITION`). Out: pages in Eleventy's output.
 */
import { join } from 'node:path';
import { filesIn, openEdition, PROGRAM } from '../edition.ts';
import type { BackLink } from '../transform/back-links.ts';
import type { DocumentMetadata } from '../transform/metadata.ts';
import type { IndexKind, LifeDate, Named } from '../transform/model.ts';
import { beginning, type ChronologyPage, jumpsWithin } from './chronology.ts';
import type { EleventyConfig } from './eleventy.ts';
import { NO_FORMER } from './former-site.ts';
import { documentPages } from './lists.ts';
import { currentMark } from './navigation.ts';
import { openSite } from './open-site.ts';
import { headLinks } from './outputs/head-links.ts';
import { interfaces } from './outputs/interfaces.ts';
import { jsonForScript } from './outputs/ordered-json.ts';
import { collectedFiles, editionFiles, referenceFiles } from './outputs/references.ts';
import { markdownAddress, textAddress } from './outputs/texts.ts';
import { OUTPUTS } from './outputs.ts';
import { POLICY } from './policy.ts';
import { relativeAddress } from './relative.ts';
import type { Site, SiteDocument } from './site.ts';
import { StalePages } from './stale.ts';
import { coordinatesInWords, dayInWords, lifeDate, lifeDates, spanInWords, whereItStands } from './wording.ts';

/** Options for those who use the plugin in a configuration of their own. */
export interface PublishOptions {
  /** An edition's folder, laid out like tei/. */
  readonly edition?: string;
}

export async function publishPlugin(config: EleventyConfig, options: PublishOptions = {}): Promise<void> {
  const site = (config.globalData['site'] as Site | undefined) ?? (await ownSite(options.edition));
  const stale = (config.globalData['stale'] as StalePages | undefined) ?? new StalePages(site, NO_FORMER, new Set());
  config.addGlobalData('site', site);
  config.addGlobalData('stale', stale);
  config.addGlobalData('policy', POLICY);
  config.setUseGitIgnore(false);
  // Where Siglum is a dependency, its own folder lies in one that Eleventy would pass over.
  config.ignores.delete('**/node_modules/**');
  for (const folder of ['picture', 'styles']) config.ignores.add(join(PROGRAM, 'site', folder, '**'));

  filters = filtersFor(site);
  for (const name of Object.keys(filters)) config.addFilter(name, (...values) => filters[name]?.(...values));

  config.on('eleventy.after', async ({ directories }: { directories: { output: string } }) => {
    stale.laidOut(directories.output);
    for (const write of OUTPUTS) await write(site, directories.output, stale.former);
  });
}

type Filters = Readonly<Record<string, (...values: never[]) => unknown>>;

/** Eleventy keeps its layouts for as long as the process lives, and with them the filters of the first build: here they find those of the present one. */
let filters: Filters = {};

/** What layouts can ask of a site. */
function filtersFor(site: Site): Filters {
  // Asked for on every page, and the same on all.
  const offered = interfaces(site);
  const say = (key: string, values?: Record<string, string | number>): string => site.interface.say(key, values);
  return {
    relative: (address: string, page: string) => relativeAddress(address, page),
    current: currentMark,
    say,
    sayOr: (key: string, fallback: string) => site.interface.strings[key] ?? fallback,
    document: (id: string) => site.document(id),
    sideBySide: (document: SiteDocument) => document.sideBySide,
    entry: (id: string | null) => (id === null ? undefined : site.entry(id)),
    folder: (kind: IndexKind) => site.indexes.find((index) => index.kind === kind)?.folder,
    names: (named: readonly Named[]) => named.map(({ text }) => text).join(', '),
    day: (date: string) => dayInWords(date, site.interface),
    life: lifeDates,
    lifeDate: (date: LifeDate) => lifeDate(date, site.interface),
    coordinates: coordinatesInWords,
    where: (link: BackLink) => whereItStands(link, site.interface),
    interfaces: () => offered,
    metadata: (document: SiteDocument) => document.metadata,
    jsonForScript,
    referenceFiles: (metadata: DocumentMetadata, address: string) => referenceFiles(address, metadata),
    headLinks,
    editionFiles,
    collectedFiles,
    textAddress,
    markdownAddress,
    beginning,
    span: (span: string) => spanInWords(span, site.interface),
    jumpsOf: (part: ChronologyPage) => jumpsWithin(part, (span) => spanInWords(span, site.interface)),
    pageLinks: documentPages,
    largest: (values: readonly number[]) => Math.max(...values),
    steps: (id: string) => [
      { address: '/documents/index.html', text: say('documents') },
      ...site
        .wayTo(id)
        .map(({ document, heading }) => ({ address: document?.address ?? null, text: document?.title ?? heading })),
    ],
    neighbour: (id: string, step: number) => site.neighbour(id, step),
  };
}

async function ownSite(folder = process.env['SIGLUM_EDITION'] ?? join(PROGRAM, 'tei')): Promise<Site> {
  const edition = openEdition(folder);
  return openSite(edition, filesIn(edition.documents, '.xml'));
}
