/**
 * Laying out a site: its pages by Eleventy, and what stands beside them; only what has changed
 * since the site that stands in the place.
 *
 * In: a site, the folder of a build, and the former site. Out: the folder, filled; and how many
 * pages were laid out. Each part (units.ts) is a function of what it reads through the view of the
 * site (reads.ts), of the program and of the layouts; so it is taken over where these are the same.
 */
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { type Finding, formatFinding } from '../core/finding.ts';
import type { Told } from '../core/progress.ts';
import { filesIn, PROGRAM } from '../edition/edition.ts';
import { NO_THEME, type Theme } from '../theme/model.ts';
import type { FormerSite } from './former.ts';
import { OUTPUTS } from './outputs.ts';
import { EACH, RUNS } from './pages/page-templates.ts';
import { QUERIES } from './queries.ts';
import { SiteReads } from './reads.ts';
import type { Site } from './site/site.ts';
import { documentAddress, sourceAddress } from './site/site-model.ts';
import type { TakenFiles } from './taken-files.ts';
import { inUnit, MadeUnits, openUnit, type Unit } from './units.ts';

/** An edition's own layouts, by name. */
type ThemeLayouts = Theme['layouts'];

export interface LaidOut {
  /** What is wrong with the edition's own layouts. */
  readonly findings: readonly Finding[];
  /** Addresses of the pages that were laid out. */
  readonly pages: readonly string[];
  /**
   * Keeps what the next build has to know. To be called when the site is whole, before anything is
   * added to its pages.
   */
  keep(): void;
}

/**
 * The pages that are to be laid out: template by template the items for Eleventy. A class, so that
 * Eleventy hands it on as it is.
 */
export class Worklist {
  readonly [template: string]: readonly object[];
}

/** As many pages as Eleventy lays out at a time: it holds all pages of a run in memory. */
const TOGETHER = 1000;

/** What the plugin lays out, and the parts that come of it. */
export class Layout {
  readonly reads: SiteReads;
  readonly site: Site;
  readonly made: MadeUnits;
  /** The edition's own layouts. */
  readonly layouts: ThemeLayouts;
  /** What is wrong with them, each once. */
  readonly findings = new Map<string, Finding>();
  /** Parts of several pages, which are made as long as pages are. */
  readonly #open = new Map<string, Unit>();
  readonly #items = new Map<string, ReadonlyMap<object, string>>();
  /** Template by template what is to be laid out; now, and at all. */
  #now: ReadonlyMap<string, readonly object[]>;
  readonly #all: ReadonlyMap<string, readonly object[]>;
  readonly #progress: Told | undefined;
  /** How many pages are laid out, at least. */
  readonly count: number;
  #laidOut = 0;
  /** The part that a page belongs to which is being made. */
  #current: string | undefined;
  /** Parts on which a layout of the edition failed. */
  readonly #failed = new Set<string>();

  constructor(
    site: Site,
    reads: SiteReads,
    {
      wanted = () => true,
      made = new MadeUnits(),
      progress,
      layouts = NO_THEME.layouts,
    }: Making & Pick<LayoutMeans, 'progress' | 'layouts'> = {},
  ) {
    this.layouts = layouts;
    this.#progress = progress;
    this.made = made;
    this.reads = reads;
    this.site = site;
    const all = new Map<string, readonly object[]>();
    for (const name of templateNames()) {
      const items = itemsOf(name, site);
      const addresses = new Map(items.map((item) => [item, unitName(name, item)]));
      const kept = items.filter((item) => wanted(addresses.get(item) as string));
      this.#items.set(name, addresses);
      if (EACH[name] ? kept.length === 0 : !wanted(`page ${name}`)) continue;
      all.set(name, RUNS[name]?.(site) ?? kept);
      // A list may be empty, and makes no page then.
      if (RUNS[name]) reads.record(this.#unit(`page ${name}`).reads, () => reads.ask('run', name));
    }
    this.#all = all;
    this.#now = all;
    this.count = [...all].reduce((sum, [name, items]) => sum + (EACH[name] ? items.length : 1), 0);
  }

  /** What each template makes pages of. */
  get pages(): Worklist {
    return Object.assign(new Worklist(), Object.fromEntries(this.#now));
  }

  /** Whether anything is made of a template. */
  uses(template: string): boolean {
    return this.#now.has(template);
  }

  /**
   * Part after part of what is to be laid out; what is asked of the layout meanwhile is about that
   * part.
   */
  *parts(): Generator<void> {
    const waiting = [...this.#all].flatMap(([name, items]) => {
      if (!EACH[name]) return [{ name, items, weight: 1 }];
      return Array.from({ length: Math.ceil(items.length / TOGETHER) }, (_, at) => {
        const some = items.slice(at * TOGETHER, (at + 1) * TOGETHER);
        return { name, items: some, weight: some.length };
      });
    });
    let now = new Map<string, readonly object[]>();
    let weight = 0;
    for (const next of waiting) {
      if (weight > 0 && (weight + next.weight > TOGETHER || now.has(next.name))) {
        this.#now = now;
        yield;
        now = new Map();
        weight = 0;
      }
      now.set(next.name, next.items);
      weight += next.weight;
    }
    this.#now = now;
    if (weight > 0) yield;
    for (const unit of this.#open.values()) if (!this.#failed.has(unit.name)) this.made.add(unit);
    this.#open.clear();
  }

  /**
   * Does the work on a page, as a part of its own or of its template's. `item`: what the page is
   * about, where it is about one thing.
   */
  page(
    template: string,
    item: object | undefined,
    address: string,
    work: (item: unknown) => string,
  ): string {
    const name = item === undefined ? `page ${template}` : this.#items.get(template)?.get(item);
    if (name === undefined)
      throw new Error(`${template} makes a page of what is none of its items`);
    if (item !== undefined && name !== `page ${template} ${address}`)
      throw new Error(`${template} makes ${address}, and was to make ${name}`);
    const unit = item === undefined ? this.#unit(name) : openUnit(name);
    this.#current = name;
    unit.files.add(address);
    this.#laidOut += 1;
    this.#progress?.('laid out', this.#laidOut, Math.max(this.count, this.#laidOut));
    const page = this.reads.record(unit.reads, () => {
      return work(item === undefined ? undefined : this.reads.ask('item', template, address));
    });
    if (item !== undefined && !this.#failed.has(name)) this.made.add(unit);
    this.#current = undefined;
    return page;
  }

  /**
   * Tells that one of the edition's own layouts failed on the page that is being made; the next
   * build makes the page again.
   */
  failed(finding: Finding): void {
    this.findings.set(formatFinding(finding), finding);
    if (this.#current !== undefined) this.#failed.add(this.#current);
  }

  #unit(name: string): Unit {
    const unit = this.#open.get(name) ?? openUnit(name);
    this.#open.set(name, unit);
    return unit;
  }
}

/** All templates in site/. */
function templateNames(): string[] {
  return filesIn(join(PROGRAM, 'site'), '.njk').map((path) =>
    path.slice(join(PROGRAM, 'site', '/').length, -4),
  );
}

function itemsOf(template: string, site: Site): readonly object[] {
  return EACH[template]?.items(site) ?? [];
}

function unitName(template: string, item: object): string {
  return `page ${template} ${(EACH[template] as { address(item: object): string }).address(item)}`;
}

/** The parts about one document. */
export function partsAbout(id: string): string[] {
  return [`page document ${documentAddress(id)}`, `page source ${sourceAddress(id)}`];
}

export interface LayoutMeans {
  /** Told of the pages about what has changed as soon as they are there, and then of all. */
  readonly laidOut?: ((folder: string, addresses: readonly string[]) => void) | undefined;
  readonly progress?: Told | undefined;
  /** Parts that are made though nothing has changed. */
  readonly again?: ReadonlySet<string>;
  /** The edition's own layouts. */
  readonly layouts?: ThemeLayouts | undefined;
}

/** `former`: the site in the place, where one stands. */
export async function layOut(
  site: Site,
  folder: string,
  former: FormerSite,
  { laidOut, progress, again = new Set(), layouts }: LayoutMeans = {},
): Promise<LaidOut> {
  const reads = new SiteReads(site, QUERIES);
  const taken = former.takenInto(folder);
  const wanted = (name: string): boolean => {
    if (again.has(name) || !former.holds(name, reads)) return true;
    former.take(name, taken);
    return false;
  };
  const made = new MadeUnits();
  const findings = new Map<string, Finding>();
  const layPages = async (which: Wanted): Promise<void> => {
    const layout = new Layout(site, reads, { wanted: which, made, progress, layouts });
    await layOutPages(layout, folder);
    for (const [line, finding] of layout.findings) findings.set(line, finding);
  };
  const filesMade = (): string[] => [...made].flatMap(({ files }) => files);
  let pages: readonly string[];
  try {
    const changed = site.documents.flatMap(({ id }) =>
      partsAbout(id).filter((name) => again.has(name) || !former.holds(name, reads)),
    );
    const few = changed.length <= FEW;
    // What an editor is looking at does not wait for anything else.
    const first = new Set(laidOut && few ? changed : []);
    if (laidOut && first.size > 0) {
      await layPages((name) => first.has(name));
      laidOut(folder, filesMade());
    }
    const others = (name: string): boolean => !first.has(name) && wanted(name);
    await layPages(others);
    pages = filesMade();
    laidOut?.(folder, pages);
    await writeOutputs(site, reads, folder, { wanted, made, taken });
    await taken.allThere();
  } catch (fault) {
    // Nothing is written any more when the folder goes.
    await Promise.allSettled([taken.allThere()]);
    throw fault;
  }
  return { pages, findings: [...findings.values()], keep: () => former.keep(made, folder, reads) };
}

async function layOutPages(layout: Layout, folder: string): Promise<void> {
  for (const _part of layout.parts()) {
    const { runEleventy } = await import('./eleventy.ts');
    await runEleventy(join(PROGRAM, 'site'), folder, {
      configPath: join(PROGRAM, '.eleventy.js'),
      config: (config) => config.addGlobalData('siglum', layout),
    });
    layout.reads.letGo();
  }
}

/** With more edited documents, none of their pages is shown before the rest of the site. */
const FEW = 100;

/** After so many documents other work of the process gets a turn. */
const TURN = 20;

type Wanted = (name: string) => boolean;

/** Which parts are made, pages or outputs. */
interface Making {
  /** Whether a part is to be made, by its name. */
  readonly wanted?: Wanted;
  /** Where it goes when it was made. */
  readonly made?: MadeUnits;
}

interface OutputMeans extends Making {
  /** What need not be made. */
  readonly taken?: TakenFiles;
}

/** What stands beside the pages. */
export async function writeOutputs(
  site: Site,
  reads: SiteReads,
  folder: string,
  { wanted = () => true, made, taken }: OutputMeans = {},
): Promise<void> {
  for (const output of OUTPUTS) {
    const name = `beside ${output.name}`;
    if ('write' in output) {
      if (output.lists === 'folder') await taken?.allThere();
      if (!output.lists && !wanted(name)) continue;
      const unit = openUnit(name);
      await reads.record(unit.reads, () =>
        inUnit(unit, async () => output.write(reads.view, folder)),
      );
      // Outputs that list files are not tracked: they are always written.
      if (!output.lists) made?.add(unit);
    } else {
      for (const [at, document] of site.documents.entries()) {
        const own = `${name} ${document.id}`;
        if (!wanted(own)) continue;
        const unit = openUnit(own);
        reads.record(unit.reads, () =>
          inUnit(unit, () => output.writeOf(reads.view, reads.of(document), folder)),
        );
        made?.add(unit);
        if (at % TOGETHER === 0) reads.letGo();
        if (at % TURN === 0) await turn();
      }
    }
    reads.letGo();
  }
}
