/**
 * Links in an edition's folder. A link can lead out of the edition or in a circle, so links among
 * its TEI are not followed; each is reported, so that no file is missing silently. Links among the
 * sources and authority files are reported with the other files there that are not read
 * (encode/sources/folder.ts). Folders that cannot be listed are reported, too.
 */
import { existsSync, lstatSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BYTES_IN_NAME, hasBytesInName } from '../../core/files/input-file.ts';
import { type Finding, shownPath } from '../../core/finding.ts';
import { notEnteredBelow } from './xml-below.ts';

const BROKEN = 'this is a link that leads nowhere; correct it, or remove it';
export const LINK_TO_FILE =
  'the file is a link, which could lead out of the edition, and is not read; put the file ' +
  'itself here';
const TO_FOLDER =
  'the folder is a link, which could lead out of the edition, and is not read; put the ' +
  'folder itself here';

/** Parts of an edition that are read even if they are links: the editor has named the place. */
const FOLLOWED = ['edition.xml', 'documents', 'sources', 'authorities', 'schema', 'theme'];

/** `root`: the edition's folder. */
export function linkFindings(root: string): Finding[] {
  const inPlaces = ['sources', 'authorities'].map((name) => join(root, name));
  const followed = new Set(FOLLOWED.map((name) => join(root, name)));
  return notEnteredBelow(root, inPlaces).flatMap((path): Finding[] => {
    if (!isLink(path)) return [notListed(path)];
    // The reader of edition.xml reports that the link leads nowhere.
    if (path === join(root, 'edition.xml')) return [];
    // A link to itself leads nowhere, too; asking for its target would fail.
    const target = existsSync(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (!target) return [finding(path, 'error', BROKEN)];
    if (followed.has(path)) return [];
    if (target.isDirectory()) return [finding(path, 'warning', TO_FOLDER)];
    return /\.(?:xml|rng|sch)$/.test(basename(path))
      ? [finding(path, 'warning', LINK_TO_FILE)]
      : [];
  });
}

function notListed(path: string): Finding {
  const reason = hasBytesInName(path)
    ? BYTES_IN_NAME
    : 'you may not list it; change its permissions';
  return {
    path: shownPath(path),
    severity: 'error',
    rule: 'edition/unreadable-folder',
    message: `the folder and its contents are not read: ${reason}`,
  };
}

/** Whether the path is a link, wherever it leads. */
export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function finding(path: string, severity: Finding['severity'], message: string): Finding {
  return { path: shownPath(path), severity, rule: 'edition/link', message };
}
