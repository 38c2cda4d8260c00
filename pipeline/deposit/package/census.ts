/**
 * The final check of a package: does it contain exactly the files in its lists?
 *
 * Takes a folder that has been written. Returns its files; for a bag also its errors; there
 * should be none. A package is moved to its place only after this check: it detects a disk
 * that was full.
 */

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../core/files/files-below.ts';
import { BAG_MANIFEST, PAYLOAD, TAG_MANIFEST } from './bag.ts';
import { fileHash } from './files.ts';
import { isPortable } from './names.ts';

/** The errors of a bag; each a sentence. */
export function bagProblems(folder: string): string[] {
  const files = filesBelow(folder);
  const payload = files.filter((path) => path.startsWith(`${PAYLOAD}/`));
  const tags = files.filter((path) => !path.startsWith(`${PAYLOAD}/`) && path !== TAG_MANIFEST);
  return [
    ...files
      .filter((path) => !isPortable(path))
      .map((path) => `the name ${path} is not one that every repository takes`),
    ...listProblems(folder, BAG_MANIFEST, payload),
    ...listProblems(folder, TAG_MANIFEST, tags),
    ...oxumProblems(folder, payload),
  ];
}

function listProblems(folder: string, list: string, files: readonly string[]): string[] {
  const listed = new Map(
    readFileSync(join(folder, list), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): [string, string] => [
        line.slice(line.indexOf('  ') + 2),
        line.slice(0, line.indexOf('  ')),
      ]),
  );
  const there = new Set(files);
  return [
    ...files.filter((path) => !listed.has(path)).map((path) => `${path} is not in ${list}`),
    ...[...listed.keys()]
      .filter((path) => !there.has(path))
      .map((path) => `${list} names ${path}, which does not exist`),
    ...files
      .filter(
        (path) =>
          listed.has(path) && listed.get(path) !== fileHash(join(folder, ...path.split('/'))),
      )
      .map((path) => `${path} is not what ${list} says`),
  ];
}

function oxumProblems(folder: string, payload: readonly string[]): string[] {
  const stated = /^Payload-Oxum: (.*)$/m.exec(
    readFileSync(join(folder, 'bag-info.txt'), 'utf8'),
  )?.[1];
  const octets = payload.reduce(
    (sum, path) => sum + statSync(join(folder, ...path.split('/'))).size,
    0,
  );
  const counted = `${octets}.${payload.length}`;
  return stated === counted
    ? []
    : [`Payload-Oxum is ${stated ?? 'missing'}, and ${counted} was counted`];
}
