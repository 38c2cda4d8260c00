/**
 * Permanence in a build: published addresses stay, and a release is stored unchanged.
 *
 * Takes an edition, and the number of a release if one is to be made. Returns the steps of a build,
 * in this order: `history` before the site is opened, `complete` when its pages are written,
 * `commit` before it is moved to its place; `discard` if the build fails.
 *
 * A release counts from the moment in which its folder gets its name in the store; the register
 * follows, and the next build completes one that was interrupted between the two.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { sha256 } from '../../core/files/sha256.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { publishedFile } from '../../edition/composed.ts';
import type { DocumentIds } from '../../edition/document-name.ts';
import type { Edition } from '../../edition/edition.ts';
import { documentIds } from '../../edition/edition-files.ts';
import { openRegister } from '../../edition/register.ts';
import type { DocumentState } from '../../model/document-states.ts';
import type { HeaderData } from '../../transform/model.ts';
import { openTransformer } from '../../transform/transform.ts';
import { documentOfPage } from '../addresses/site-addresses.ts';
import { type DocumentFile, releaseChanges } from '../history/changes.ts';
import { movedPages, type Past } from '../history/moved.ts';
import { byVersionNumber, requireVersionNumber } from '../history/number.ts';
import { openRedirects } from '../history/redirects.ts';
import { history, type SiteHistory } from '../history/site-history.ts';
import {
  layRelease,
  type NewRelease,
  newRelease,
  openStore,
  type ReleaseFacts,
  releasesIn,
  requireSame,
  type StoredRelease,
} from '../history/store.ts';
import { type Version, versionOf, versionsJson } from '../history/versions.ts';
import { openInterface } from '../interface/strings.ts';
import type { Site } from '../site/site.ts';
import { copyAsRelease } from './fixed-copy.ts';
import { openFragments } from './fragments.ts';
import { sitePages } from './pages.ts';
import { permanenceFindings } from './permanence.ts';
import { previousPassageLists } from './previous-passages.ts';
import { registerAfterRelease } from './registered.ts';
import { releaseDate, requireGreater } from './requirements/release-date.ts';
import { type PreparedRegister, recoverRegister } from './write-register.ts';

export interface ReleaseRequest {
  /** The number of the release to make. */
  readonly number?: string | undefined;
  /** The state of the work that all its documents must have. */
  readonly state?: DocumentState | undefined;
  /** The folder of the store; else the edition's own. */
  readonly store?: string | undefined;
}

interface Permanence {
  /** Whether a release is to be made. */
  readonly releasing: boolean;
  /** `paths`: the documents that will be published. `language`: tag of the interface's. */
  history(paths: readonly string[], language?: string): Promise<SiteHistory>;
  /**
   * Keeps old addresses on the pages, copies the releases beside them. `before`: earlier findings,
   * for an editor who has to correct more. Returns warnings; throws an `InputError` if something
   * published would be lost, if a stored release was changed, or if a release of that number has
   * other contents.
   */
  complete(site: Site, folder: string, before: readonly Finding[]): Finding[];
  commit(): void;
  discard(): void;
}

/**
 * Throws a `UsageError` if the number is not valid or not greater than the previous ones, an
 * `InputError` if register, redirects or store cannot be read.
 */
export function openPermanence(edition: Edition, request: ReleaseRequest): Permanence {
  const number = request.number === undefined ? undefined : requireVersionNumber(request.number);
  const store = request.store === undefined ? edition.releases : resolve(request.store);
  recoverRegister(edition, releasesIn(store));
  const register = openRegister(edition);
  const releases = openStore(store, register.releases);
  const past: Past = { register, redirects: openRedirects(edition), releases };
  const stored = releases.find((release) => release.number === number);
  if (number !== undefined && stored === undefined) requireGreater(number, releases);

  let facts: ReleaseFacts | undefined;
  let made: NewRelease | undefined;
  let prepared: PreparedRegister | undefined;
  const warnings: Finding[] = [];

  return {
    releasing: number !== undefined,

    async history(paths, language) {
      if (releases.length === 0 && number === undefined) return history(past, []);
      const transformer = await openTransformer(edition.cache);
      const own = transformer.data(edition.header, {}, []).header;
      const { strings } = openInterface(language ?? own.language, edition.theme?.strings);
      if (number !== undefined) {
        const { date, findings } = releaseDate(number, own, edition);
        warnings.push(...findings);
        const predecessor =
          releases.findLast((release) => byVersionNumber(release.number, number) < 0)?.number ??
          null;
        facts = { number, date, predecessor, moved: [] };
      }
      const successor = (id: string): string | undefined => {
        const redirect = past.redirects.of(`documents/${id}.html`, null);
        const end = redirect && past.redirects.end(redirect);
        return end?.kind === 'to' ? documentOfPage(end.target.page) : undefined;
      };
      const ids = documentIds(edition);
      const states = releases.map(
        (release): { facts: ReleaseFacts; documents: readonly DocumentFile[] } => {
          return { facts: release, documents: documentsOf(release) };
        },
      );
      if (facts && !stored)
        states.push({ facts, documents: paths.map((path) => documentFile(path, ids, edition)) });
      const versions = states.map(({ facts, documents }, at): Version => {
        const previous = states[at - 1];
        const header = (path: string) => transformer.data(path, strings, own.prefixes).header;
        // A stored release cannot be corrected; its words can still be compared.
        const previously = (path: string): HeaderData | undefined => {
          try {
            return header(path);
          } catch (error) {
            const isReleased = releases.some(({ folder }) => path.startsWith(join(folder, sep)));
            if (!isReleased || !(error instanceof InputError)) throw error;
            if (!warnings.some((warning) => warning.path === shownPath(path))) {
              warnings.push(
                ...error.findings.map((finding): Finding => ({ ...finding, severity: 'warning' })),
              );
            }
            return undefined;
          }
        };
        const changes = previous
          ? releaseChanges(previous.documents, documents, previously, successor)
          : null;
        return versionOf(facts, documents.length, changes);
      });
      return history(past, versions);
    },

    complete(site, folder, before) {
      const fragment = openFragments(site.interface);
      const findings = [
        ...warnings,
        ...previousPassageLists(site, folder, past, fragment),
        ...permanenceFindings(site, folder, past, edition.documents),
      ];
      if (findings.some(({ severity }) => severity === 'error'))
        throw new InputError([...before, ...findings]);
      const written = [...releases];
      if (facts) {
        findings.push(...otherEdition(site, facts.number));
        const moved = movedPages(site.history, sitePages(site)).map(({ address }) =>
          address.slice(1),
        );
        const before = releases.find((release) => release.number === facts?.predecessor);
        const release = { ...facts, moved };
        made = newRelease(store, release);
        copyAsRelease(folder, made.folder, release, before, fragment);
        const sealed = made.seal();
        if (stored) requireSame(stored, sealed);
        else {
          prepared = registerAfterRelease(edition, register, sealed, site, folder, moved);
          written.push(sealed);
        }
      }
      for (const release of written) layRelease(release, join(folder, `v${release.number}`));
      if (written.length > 0)
        writeFileSync(join(folder, 'versions.json'), versionsJson(site.edition.title, written));
      return findings;
    },

    commit() {
      if (prepared === undefined) {
        made?.discard();
        return;
      }
      made?.take();
      prepared.take();
    },

    discard() {
      made?.discard();
      prepared?.discard();
    },
  };
}

/** Documents name their edition, and are cited by it. */
function otherEdition({ documents }: Site, number: string): Finding[] {
  const others = documents.filter(
    ({ header }) => header.editionNumber !== null && header.editionNumber !== number,
  );
  const [one] = others;
  if (one === undefined) return [];
  const who =
    others.length === 1 ? 'the document says' : `this document and ${others.length - 1} more say`;
  return [
    {
      path: shownPath(one.path),
      severity: 'warning',
      rule: 'release/edition-statement',
      message:
        `${who} edition ${one.header.editionNumber}, the release is ${number}; citations say ` +
        `what the document says: editionStmt: <edition n="${number}">`,
    },
  ];
}

function documentFile(path: string, ids: DocumentIds, edition: Edition): DocumentFile {
  const file = publishedFile(path, edition);
  return { id: ids.of(path), path: file, sha256: sha256(readFileSync(file)) };
}

function documentsOf({ folder, files }: StoredRelease): DocumentFile[] {
  return [...files].flatMap(([path, hash]) => {
    const id = /^documents\/([^/]+)\.xml(?:\.txt)?$/.exec(path)?.[1];
    return id === undefined ? [] : [{ id, path: join(folder, path), sha256: hash }];
  });
}
