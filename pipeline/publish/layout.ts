/**
 * Laying out a site: its pages by Eleventy, and what stands beside them; only what has changed since the site that stands in the place.
 *
 * In: a site, the folder of a build, and the former site. Out: the folder, filled; and how many pages were laid out. Each part (units.ts) is a function
 * of what it reads through the view of the site (reads.ts), of the program and of the layouts; so it is taken over where these are the same.
 */
import { join } from 'node:path';
import { filesIn, PROGRAM } from '../edition.ts';
import type { Told } from '../progress.ts';
import type { FormerSite } from './former.ts';
import { OUTPUTS } from './outputs.ts';
import { EACH, RUNS } from './page-templates.ts';
import { QUERIES } from './queries.ts';
import { SiteReads } from './reads.ts';
import type { Site } from './site.ts';
import { inUnit, openUnit, type Unit } from './units.ts';

export interface LaidOut {
  /** Addresses of the pages that were laid out. */
  readonly pages: readonly string[];
  /** Keeps what the next build has to know. To be called when the site is whole, before anything is added to its pages. */
  keep(): void;
}

/** The pages that are to be laid out: template by template the items for Eleventy. A class, so that Eleventy hands it on as it is. */
export class Worklist {
  readonly [template: string]: readonly object[];
}

/** What the plugin lays out, and the parts that come of it. */
export class Layout {
  readonly reads: SiteReads;
  readonly site: Site;
  readonly pages: Worklist;
  readonly #units = new Map<string, Unit>();
  readonly #templates: ReadonlySet<string>;
  readonly #items = new Map<string, ReadonlyMap<object, string>>();
  readonly #progress: Told | undefined;
  readonly #count: number;

  /** `wanted`: whether a part is to be made, by its name. */
  constructor(site: Site, reads: SiteReads, wanted: (name: string) => boolean = () => true, progress?: Told) {
    this.#progress = progress;
    this.reads = reads;
    this.site = site;
    const pages: Record<string, readonly object[]> = {};
    const templates = new Set<string>();
    for (const name of templateNames()) {
      const items = itemsOf(name, site);
      const addresses = new Map(items.map((item) => [item, unitName(name, item)]));
      const kept = items.filter((item) => wanted(addresses.get(item) as string));
      this.#items.set(name, addresses);
      pages[name] = RUNS[name] ? RUNS[name](site) : kept;
      if (EACH[name] ? kept.length > 0 : wanted(`page ${name}`)) templates.add(name);
      // A list may be empty, and makes no page then.
      if (RUNS[name] && templates.has(name))
        reads.record(this.#unit(`page ${name}`).reads, () => reads.ask('run', name));
    }
    this.#templates = templates;
    this.#count = [...templates].reduce((sum, name) => sum + (EACH[name] ? (pages[name]?.length ?? 0) : 1), 0);
    this.pages = Object.assign(new Worklist(), pages);
  }

  /** Whether anything is made of a template. */
  uses(template: string): boolean {
    return this.#templates.has(template);
  }

  get isEmpty(): boolean {
    return this.#templates.size === 0;
  }

  get units(): readonly Unit[] {
    return [...this.#units.values()];
  }

  /** Does the work on a page, as a part of its own or of its template's. `item`: what the page is about, where it is about one thing. */
  page(template: string, item: object | undefined, address: string, work: (item: unknown) => string): string {
    const name = item === undefined ? `page ${template}` : this.#items.get(template)?.get(item);
    if (name === undefined) throw new Error(`${template} makes a page of what is none of its items`);
    if (item !== undefined && name !== `page ${template} ${address}`)
      throw new Error(`${template} makes ${address}, and was to make ${name}`);
    const unit = this.#unit(name);
    unit.files.add(address);
    this.#progress?.('laid out', this.#units.size, Math.max(this.#count, this.#units.size));
    return this.reads.record(unit.reads, () => {
      return work(item === undefined ? undefined : this.reads.ask('item', template, address));
    });
  }

  #unit(name: string): Unit {
    const unit = this.#units.get(name) ?? openUnit(name);
    this.#units.set(name, unit);
    return unit;
  }
}

/** All templates in site/. */
function templateNames(): string[] {
  return filesIn(join(PROGRAM, 'site'), '.njk').map((path) => path.slice(join(PROGRAM, 'site', '/').length, -4));
}

function itemsOf(template: string, site: Site): readonly object[] {
  return EACH[template]?.items(site) ?? [];
}

function unitName(template: string, item: object): string {
  return `page ${template} ${(EACH[template] as { address(item: object): string }).address(item)}`;
}

export interface LayoutMeans {
  /** Told of the pages as soon as they are there. */
  readonly laidOut?: ((folder: string, addresses: readonly string[]) => void) | undefined;
  readonly progress?: Told | undefined;
}

/** `former`: the site in the place, where one stands. */
export async function layOut(
  site: Site,
  folder: string,
  former: FormerSite,
  { laidOut, progress }: LayoutMeans = {},
): Promise<LaidOut> {
  const reads = new SiteReads(site, QUERIES);
  const taken: Unit[] = [];
  const wanted = (name: string): boolean => {
    if (!former.holds(name, reads)) return true;
    taken.push(former.take(name, folder));
    return false;
  };
  const layout = new Layout(site, reads, wanted, progress);
  if (!layout.isEmpty) {
    const { runEleventy } = await import('./eleventy.ts');
    await runEleventy(join(PROGRAM, 'site'), folder, {
      configPath: join(PROGRAM, '.eleventy.js'),
      config: (config) => config.addGlobalData('siglum', layout),
    });
  }
  const made = layout.units;
  const pages = made.flatMap(({ files }) => [...files]);
  laidOut?.(folder, pages);
  const beside = await writeOutputs(site, reads, folder, wanted);
  return {
    pages,
    keep: () => former.keep([...taken, ...made, ...beside], folder, reads),
  };
}

/** What stands beside the pages. */
export async function writeOutputs(
  site: Site,
  reads: SiteReads,
  folder: string,
  wanted: (name: string) => boolean = () => true,
): Promise<readonly Unit[]> {
  const units: Unit[] = [];
  const make = async (name: string, work: () => void | Promise<void>): Promise<void> => {
    const unit = openUnit(name);
    await reads.record(unit.reads, () => inUnit(unit, work));
    units.push(unit);
  };
  for (const output of OUTPUTS) {
    const name = `beside ${output.name}`;
    if ('write' in output) {
      if (output.lists === 'files' || wanted(name)) await make(name, () => output.write(reads.view, folder));
      continue;
    }
    for (const document of site.documents) {
      const own = `${name} ${document.id}`;
      if (wanted(own)) await make(own, () => output.writeOf(reads.view, reads.of(document), folder));
    }
  }
  // What lists the files is made every time.
  const always = new Set(
    OUTPUTS.flatMap((output) => ('write' in output && output.lists ? [`beside ${output.name}`] : [])),
  );
  return units.filter(({ name }) => !always.has(name));
}
