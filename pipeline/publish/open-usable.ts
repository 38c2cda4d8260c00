/** The site of an edition, opened without the files that cannot be transformed. */
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import { type EditionFiles, usableAuthorities } from '../edition/edition-files.ts';
import { FAILED } from '../xml/saxon/failed.ts';
import { openSite } from './site/open/open-site.ts';
import type { OpenOptions } from './site/open/prepare.ts';
import { withoutFiles } from './site/open/usable.ts';
import type { Site } from './site/site.ts';

export interface OpenedSite {
  readonly site: Site;
  /** Path of the edition's header that the site was made with. */
  readonly header: string;
  readonly failed: readonly Finding[];
}

/**
 * The site without the documents that cannot be transformed. It is opened again without them, so
 * that nothing refers to them; pages made of the others are reused. Throws an `InputError` if a
 * list cannot be transformed, or a release would not be complete.
 */
export async function openWithout(
  all: Edition,
  files: EditionFiles,
  paths: readonly string[],
  whole: boolean,
  options: OpenOptions,
): Promise<OpenedSite> {
  const failed: Finding[] = [];
  let edition = all;
  let left = paths;
  for (;;) {
    try {
      return { site: await openSite(edition, left, options), failed, header: edition.header };
    } catch (error) {
      if (whole || !(error instanceof InputError)) throw error;
      const unmade = new Set(
        error.findings.filter(({ rule }) => rule === FAILED).map(({ path }) => path),
      );
      const remaining = left.filter((path) => !unmade.has(shownPath(path)));
      const own = [edition.header, ...usableAuthorities(edition, files)].filter((path) =>
        unmade.has(shownPath(path)),
      );
      // Each finding must be about a file that is omitted, or this would never end.
      const found = left.length - remaining.length + own.length;
      if (error.findings.some(({ rule }) => rule !== FAILED) || found < unmade.size) throw error;
      // If a substitute for edition.xml fails too, the editor's file is not the reason: it would
      // fail again.
      if (own.includes(edition.header) && edition.header !== all.header) throw error;
      const usable = withoutFiles(edition, files, own);
      failed.push(...error.findings, ...usable.findings);
      edition = usable.edition;
      left = remaining;
    }
  }
}
