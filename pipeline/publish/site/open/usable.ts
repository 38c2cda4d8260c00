/**
 * The edition without those of its own files that cannot be used: a damaged authority file, a
 * damaged edition.xml.
 *
 * Takes an edition. Returns the same edition with a substitute for a header that cannot be read,
 * and without those authority files. The check reports errors in the files; this module reports
 * what the site is missing because of them.
 */
import { basename } from 'node:path';
import { readInput } from '../../../core/files/input-file.ts';
import { type Finding, ifReadable, shownPath } from '../../../core/finding.ts';
import type { Edition } from '../../../edition/edition.ts';
import { type EditionFiles, usableAuthorities } from '../../../edition/edition-files.ts';
import type { FileIndex } from '../../../edition/file-facts/file-index.ts';
import { standInHeader } from '../../../edition/stand-in-header.ts';

interface Usable {
  readonly edition: Edition;
  /** Empty if all files can be used. */
  readonly findings: readonly Finding[];
}

export function usableEdition(
  edition: Edition,
  files: Pick<EditionFiles, 'authorities'>,
  fileIndex: FileIndex,
): Usable {
  const all = [edition.header, ...usableAuthorities(edition, files)];
  return withoutFiles(
    edition,
    files,
    all.filter((path) => !isTeiFile(path, fileIndex)),
  );
}

/** `paths`: the edition's header, or authority files; others are ignored. */
export function withoutFiles(
  edition: Edition,
  files: Pick<EditionFiles, 'authorities'>,
  paths: readonly string[],
): Usable {
  const authorities = usableAuthorities(edition, files).filter((path) => paths.includes(path));
  const withoutHeader = paths.includes(edition.header);
  if (authorities.length === 0 && !withoutHeader) return { edition, findings: [] };
  const title = withoutHeader ? damagedTitle(edition) : '';
  return {
    edition: {
      ...edition,
      unusable: new Set([...(edition.unusable ?? []), ...authorities]),
      ...(withoutHeader && { header: standInHeader(edition.root, title) }),
    },
    findings: [
      ...authorities.map((path): Finding => {
        const message =
          'the file cannot be used, so its entries are missing in the site; correct it and ' +
          'build again';
        return {
          path: shownPath(path),
          severity: 'warning',
          rule: 'build/without-entries',
          message,
        };
      }),
      ...(withoutHeader ? [withoutHeaderFinding(edition.header, title)] : []),
    ],
  };
}

function withoutHeaderFinding(path: string, title: string): Finding {
  const message =
    `the file cannot be used, so the site is called “${title}” and shows nothing else about ` +
    `the edition; correct it and build again`;
  return { path: shownPath(path), severity: 'warning', rule: 'build/without-header', message };
}

export function isTeiFile(path: string, fileIndex: FileIndex): boolean {
  return ifReadable(
    () => fileIndex.document(path, 'check/unreadable')?.isTei === true,
    () => false,
  );
}

/** The title at the beginning of a damaged edition.xml; else the name of the edition's folder. */
function damagedTitle({ header, root }: Edition): string {
  const words = /<title(?:\s[^<>]*)?>([^<>&]*)<\/title>/.exec(fileText(header))?.[1] ?? '';
  return words.replace(/[\s\p{Cc}\uFFFD]+/gu, ' ').trim() || basename(root);
}

function fileText(path: string): string {
  return ifReadable(
    () => Buffer.from(readInput(path, 'check/unreadable')).toString('utf8'),
    () => '',
  );
}
