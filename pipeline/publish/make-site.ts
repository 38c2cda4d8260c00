/**
 * Makes a site in a folder: its pages by Eleventy, and the other files. Parts with the same input
 * as in the previous site are reused.
 */
import { Results } from '../cache/results.ts';
import { OutputFolder } from '../core/files/output-folder.ts';
import { type Finding, uniqueFindings } from '../core/finding.ts';
import type { ReportProgress } from '../core/progress.ts';
import { OWN_FILES_ONLY, type PageOptions } from '../edition/site-options.ts';
import { NO_THEME, type Theme } from '../model/theme.ts';
import { HOME_PICTURE, homePicture } from './facsimile/home-picture.ts';
import { LanguageRenderer, languagePages, siteKey } from './language-pages.ts';
import { Manifest } from './manifest.ts';
import { writeOutputs } from './outputs.ts';
import { PageContext } from './pages/model/context.ts';
import type { Page } from './pages/model/page.ts';
import { NOTHING, type TakeAlong } from './print/prints.ts';
import type { Site } from './site/site.ts';

interface MadeSite {
  /** Findings about the edition's own layouts, and about omissions in outputs. */
  readonly findings: readonly Finding[];
  /** Addresses of the pages that were rendered. */
  readonly pages: readonly string[];
  /**
   * Records the present files; to be called before anything is added to the pages. Returns the step
   * that saves the manifest for the next build.
   */
  seal(): () => void;
}

interface MakeOptions {
  /** The edition's cache. */
  readonly cache: string;
  /** The place of the site, where the previous site may be. */
  readonly place: string;
  /** The edition's own layouts. */
  readonly layouts?: Theme['layouts'];
  /** The PDFs and EPUBs that are made. */
  readonly takeAlong?: TakeAlong;
  /** What pages may load from other hosts. */
  readonly pageOptions?: PageOptions;
  /** The site in further languages of the interface: only its pages are made, in folders. */
  readonly translations?: readonly Site[];
  readonly progress?: ReportProgress | undefined;
  /**
   * Called with the folder and the addresses of pages when the pages of edited documents are
   * rendered, and again when all pages are.
   */
  readonly laidOut?: ((folder: string, addresses: readonly string[]) => void) | undefined;
}

/** With more edited documents, their pages are not shown before the others. */
const FEW = 100;

export async function makeSite(
  site: Site,
  folder: string,
  {
    cache: cacheFolder,
    place,
    layouts = NO_THEME.layouts,
    takeAlong = NOTHING,
    pageOptions = OWN_FILES_ONLY,
    translations = [],
    progress,
    laidOut,
  }: MakeOptions,
): Promise<MadeSite> {
  const cache = new Results(cacheFolder);
  const home = await homePicture(site, cache);
  const languages = [site, ...translations].map((one, at) =>
    languagePages(new PageContext(one, cache, takeAlong, pageOptions, home?.picture), at === 0),
  );
  const manifest = new Manifest(cacheFolder, place, folder, siteKey(languages, layouts));
  let [count, total] = [0, 0];
  const onPage = (): void => {
    count += 1;
    progress?.('rendered', count, total);
  };
  const renderers = languages.map(
    (own) => new LanguageRenderer(own, languages, manifest, layouts, { folder, onPage }),
  );
  const [main] = renderers as [LanguageRenderer, ...LanguageRenderer[]];
  const rendered = (): string[] => main.renderer.rendered.map(({ address }) => address);
  // A preview shows the pages of edited documents before the other pages are even compared with
  // the previous site.
  const isFirst = ({ template }: Page): boolean =>
    laidOut !== undefined && OF_DOCUMENTS.has(template);
  const edited = main.outdated(main.pages.filter(isFirst));
  const isEarly = edited.length > 0 && edited.length <= FEW;
  total = edited.length;
  if (isEarly) {
    await main.render(edited);
    laidOut?.(folder, rendered());
  }
  const outdated = renderers.map((renderer) =>
    renderer.outdated(renderer.pages.filter((page) => renderer !== main || !isFirst(page))),
  );
  total += outdated.reduce((sum, pages) => sum + pages.length, 0);
  if (!isEarly) outdated[0] = [...edited, ...(outdated[0] ?? [])];
  for (const [at, renderer] of renderers.entries()) await renderer.render(outdated[at] ?? []);
  laidOut?.(folder, rendered());
  for (const renderer of renderers) renderer.note();
  if (home) new OutputFolder(folder).write(HOME_PICTURE, home.bytes);
  const found = await writeOutputs(site, cache, folder, takeAlong, manifest);
  return {
    findings: [...uniqueFindings(renderers.flatMap(({ renderer }) => renderer.findings)), ...found],
    pages: rendered(),
    seal: () => manifest.seal(),
  };
}

/** The pages that an editor views after a change. */
const OF_DOCUMENTS = new Set(['document', 'source']);
