/**
 * The whole way from an edition's folder to its site.
 *
 * A document that is not well-formed TEI, or that cannot be transformed, is omitted; one with other
 * errors is published, with findings. A release is made only without errors (release/). The site is
 * moved to its place when it is complete.
 */

import { tableFindings, tablesOf } from '../check/tables.ts';
import { updateDocuments } from '../computed/documents.ts';
import { isOfLostCache } from '../core/files/lost-cache.ts';
import { type Finding, InputError, shownPath, uniqueFindings } from '../core/finding.ts';
import type { ReportProgress } from '../core/progress.ts';
import { type Edition, requireOutside } from '../edition/edition.ts';
import { editionFiles } from '../edition/edition-files.ts';
import { FileIndex } from '../edition/file-facts/file-index.ts';
import type { TakeAlongFormat } from '../edition/site-options.ts';
import { refreshDocuments } from '../encode/run/refresh.ts';
import { withTheme } from '../theme/theme.ts';
import { Pool } from '../work/pool.ts';
import { publishedAsText, unforeseen } from './document-findings.ts';
import { openBuildFolder } from './folder.ts';
import type { SiteHistory } from './history/site-history.ts';
import { themeFindings } from './html/theme-findings.ts';
import { availableLanguages, requireLanguage } from './interface/strings.ts';
import { furtherLanguages } from './interface/translations.ts';
import { makeSite } from './make-site.ts';
import { type OpenedSite, openWithout } from './open-usable.ts';
import { missingInterfaces } from './outputs/missing.ts';
import { takenAlong } from './print/taken-along.ts';
import { openPermanence, type ReleaseRequest } from './release/release.ts';
import { stateFindings } from './release/requirements/required-state.ts';
import { judge } from './site/open/judge.ts';
import { usableEdition } from './site/open/usable.ts';
import type { Site } from './site/site.ts';

export interface Built {
  readonly site: Site;
  /** How many documents were encoded in this build. */
  readonly encoded: number;
  /** How many edited documents were merged with a new encoding. */
  readonly merged: number;
  /** Documents omitted because of errors. */
  readonly omitted: readonly string[];
  readonly findings: readonly Finding[];
  /** Addresses of the rendered pages; the others are those of the previous site. */
  readonly pages: readonly string[];
}

interface SiteBuildOptions {
  /** Tag of the interface's language; else that of edition.xml. */
  readonly language?: string | undefined;
  readonly release?: ReleaseRequest;
  readonly progress?: ReportProgress;
  /** Whether the layouts and the stylesheet of the edition's theme may run. */
  readonly trustTheme?: boolean | undefined;
  /** Files to be made besides those that edition.xml asks for; null: none at all. */
  readonly takeAlong?: readonly TakeAlongFormat[] | null;
  /** See `MakeOptions`. */
  readonly laidOut?: (folder: string, addresses: readonly string[]) => void;
}

/**
 * Throws an `InputError` if the edition itself cannot be used, a `UsageError` if the place is not
 * free or the language does not exist.
 */
export async function build(
  edition: Edition,
  place: string,
  options: SiteBuildOptions = {},
): Promise<Built> {
  try {
    return await buildOnce(edition, place, options, false);
  } catch (error) {
    if (!isOfLostCache(error, edition.cache)) throw error;
    // A value in the cache is damaged. Verifying all values in every build would take longer than
    // the build.
    return await buildOnce(edition, place, options, true).catch((again) => {
      throw isOfLostCache(again, edition.cache) ? lostAgain(edition.cache) : again;
    });
  }
}

/** Another program removes files of the cache while this one works. */
function lostAgain(cache: string): InputError {
  const message =
    'files of the cache disappeared while the site was being built, twice; build again when ' +
    'nothing else empties the cache, or name another folder for it in SIGLUM_CACHE';
  return new InputError([
    { path: shownPath(cache), severity: 'error', rule: 'build/cache-lost', message },
  ]);
}

async function buildOnce(
  plain: Edition,
  place: string,
  {
    language,
    release = {},
    laidOut,
    progress,
    trustTheme = false,
    takeAlong = [],
  }: SiteBuildOptions,
  verify: boolean,
): Promise<Built> {
  requireOutside(plain, place);
  const edition = await withTheme(plain, trustTheme);
  const { theme } = edition;
  if (language !== undefined) requireLanguage(language, theme.strings);
  const fileIndex = new FileIndex(edition.cache, edition.root);
  const usable = usableEdition(edition, editionFiles(edition, fileIndex), fileIndex);
  const permanence = openPermanence(usable.edition, release);
  const folder = openBuildFolder(place);
  const pool = new Pool();
  try {
    const { releasing } = permanence;
    const refreshed = await refreshDocuments(edition, { fileIndex, releasing, progress });
    // Again, because encoding adds documents.
    const files = editionFiles(edition, fileIndex);
    // A document that could not be merged is not written.
    const computed = updateDocuments(
      edition,
      files.documents.filter((path) => !refreshed.unmerged.has(path)),
      fileIndex,
    );
    refreshed.saveVerdicts();
    const encoding = [
      ...theme.findings,
      ...refreshed.findings,
      ...computed.findings,
      // Also when nothing is encoded.
      ...tableFindings(edition, tablesOf(edition)),
    ];
    const options = { pool, fileIndex, files, ...(progress && { progress }) };
    const openIn = (
      tag: string | undefined,
      paths: readonly string[],
      history: SiteHistory,
    ): Promise<OpenedSite> =>
      openWithout(usable.edition, files, paths, releasing, {
        ...options,
        language: tag,
        history,
        verify,
      });
    const { documents, check } = judge(edition, options);
    // A preview shows the pages of edited documents first: the check would delay them.
    const checking = laidOut ? undefined : check();
    if (releasing) refuseErrors(uniqueFindings([...encoding, ...((await checking) ?? [])]));
    // The findings of the check do not change the site, so both run at once.
    const [, { site, failed, header }] = await bothEnded(
      checking,
      permanence
        .history(documents, language)
        .then((history) => openIn(language, documents, history)),
    );
    refuseErrors(stateFindings(site.documents, release.state));
    const toTake = takenAlong(edition, takeAlong);
    const further = furtherLanguages(
      toTake.languages,
      availableLanguages(theme.strings),
      site.interface.language,
      shownPath(edition.header),
    );
    const published = new Set(site.documents.map(({ path }) => path));
    const translations: Site[] = [];
    for (const tag of further.languages)
      translations.push((await openIn(tag, [...published], site.history)).site);
    // The pages need the memory.
    if (checking) await pool.close();
    const made = await makeSite(site, folder.path, {
      cache: edition.cache,
      place,
      layouts: theme.layouts,
      takeAlong: toTake.formats,
      pageOptions: toTake.pages,
      translations,
      progress,
      laidOut,
    });
    const checked = await (checking ?? check());
    fileIndex.save();
    const reported = uniqueFindings([...encoding, ...checked, ...usable.findings, ...failed]);
    const themed = [
      ...toTake.findings,
      ...further.findings,
      ...made.findings,
      ...themeFindings(site, theme, header),
    ];
    if (releasing) refuseErrors(themed);
    made.seal()();
    // Without an edition.xml its missing statements are not reported.
    const incomplete = header.startsWith(edition.root) ? missingInterfaces(site, header) : [];
    const permanent = permanence.complete(site, folder.path, reported);
    permanence.commit();
    folder.publish();
    return {
      site,
      pages: made.pages,
      encoded: refreshed.encoded,
      merged: refreshed.merged,
      omitted: files.documents.filter((path) => !published.has(path)),
      findings: [
        ...reported,
        ...themed,
        ...unforeseen(site),
        ...publishedAsText(site),
        ...site.findings,
        ...permanent,
        ...incomplete,
      ],
    };
  } catch (error) {
    permanence.discard();
    await folder.discard();
    throw error;
  } finally {
    await pool.close();
  }
}

/** A release is written completely or not at all. */
function refuseErrors(findings: readonly Finding[]): void {
  if (findings.some(({ severity }) => severity === 'error')) throw new InputError(findings);
}

/** Both results; rejects only when both have ended, with the first one's error if both have one. */
async function bothEnded<One, Other>(
  one: Promise<One> | undefined,
  other: Promise<Other>,
): Promise<[One | undefined, Other]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}
