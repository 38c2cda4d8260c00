/** The pages about earlier publications: versions, their changes, moved pages. */
import { type MovedPage, movedPages } from '../../history/moved.ts';
import type { ChangesPage, Version } from '../../history/versions.ts';
import { sitePages } from '../../release/pages.ts';
import type { PageKind } from '../model/page.ts';

interface VersionsInput {
  /** The newest one first. */
  readonly versions: readonly Version[];
}

/** One page with all versions; none if nothing was released. */
export const versionsPagesKind: PageKind<readonly Version[], VersionsInput> = {
  items: ({ site: { history } }) => (history.versions.length > 0 ? [history.versions] : []),
  address: () => '/versions.html',
  input: (_context, versions) => ({ versions }),
};

interface ChangesInput {
  readonly changes: ChangesPage;
}

export const changesPagesKind: PageKind<ChangesPage, ChangesInput> = {
  items: ({ site }) => site.history.changes,
  address: ({ address }) => address,
  input: (_context, changes) => ({ changes }),
};

interface MovedInput {
  readonly moved: MovedPage;
}

export const movedPagesKind: PageKind<MovedPage, MovedInput> = {
  items: ({ site }) => movedPages(site.history, sitePages(site)),
  address: ({ address }) => address,
  input: (_context, moved) => ({ moved }),
};
