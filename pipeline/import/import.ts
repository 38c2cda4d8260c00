/**
 * Makes an edition from existing TEI: the list of the steps.
 *
 * Takes paths of volumes and the folder of the edition. Returns the edition's files, and a report
 * about each volume. Every file is composed and proved before the first is written.
 */
import { dirname, join, resolve } from 'node:path';
import type { AuthorityEntry } from '../authorities/model.ts';
import type { Finding } from '../core/finding.ts';
import { emptyHeader } from '../init/init.ts';
import { divideVolume } from './divide/divide.ts';
import { Pointers, type PointerTally } from './divide/pointers.ts';
import { proveDocument, proveVolume } from './divide/prove.ts';
import { findUnits, notFollowed } from './divide/units.ts';
import { readVolume } from './divide/volume.ts';
import { composeDocument, wayBetween } from './files/compose.ts';
import { composeList } from './files/compose-list.ts';
import { composeContents, composeEdition, type ImportedVolume } from './files/frame.ts';
import { volumeHeader } from './files/header.ts';
import { findLists } from './files/lists.ts';
import { publishedBy } from './files/published.ts';
import { editedFinding, type ImportOutcome, writeUnlessEdited } from './files/write.ts';
import type { Divided, ImportedFile } from './model.ts';
import {
  differs,
  fallsBetween,
  lostPointers,
  notCopied,
  refuseBareNames,
  refuseClashes,
  refuseOthers,
} from './refusals.ts';

interface ImportOptions {
  /** XPath of the elements that are documents. */
  readonly unit?: string;
  /** Every name begins with that of its file. */
  readonly prefix?: boolean;
}

/** The planned files of the edition, and the findings. */
export interface ComposedImport {
  readonly volumes: readonly ImportedFile[];
  /** Paths with their TEI, its own hash still open (`write.ts`). */
  readonly files: readonly (readonly [path: string, tei: string])[];
  readonly findings: readonly Finding[];
}

export interface Imported {
  readonly outcomes: Readonly<Record<ImportOutcome, number>>;
  /** The files that were not written because an editor has changed them. */
  readonly findings: readonly Finding[];
}

/**
 * Composes and proves, and writes nothing. Throws an `InputError` if a file cannot be used, names
 * clash, or words would be lost, a `UsageError` for a wrong XPath.
 */
export function composeVolumes(
  paths: readonly string[],
  root: string,
  options: ImportOptions = {},
): ComposedImport {
  const volumes = paths.map((path) => divided(path, options));
  refuseClashes(volumes);
  const pointers = new Pointers(volumes);
  const entries = new Map<string, AuthorityEntry>();
  for (const { lists, prefix } of volumes) {
    for (const entry of lists.flatMap((list) => list.entries))
      entries.set(`${prefix}${entry.id}`, prefixed(entry, prefix));
  }
  const folder = join(resolve(root), 'documents');
  const files: [path: string, tei: string][] = [];
  const findings: Finding[] = [];
  const imported: ImportedFile[] = [];
  const headers: ImportedVolume[] = [];
  const published = publishedBy(resolve(root), emptyHeader(resolve(root)));
  for (const volume of volumes) {
    const own = volumeHeader(volume, volume.lists, pointers);
    const header = published === undefined ? own : { ...own, publicationStmt: published };
    headers.push({ header, contents: volume.contents });
    const composition = {
      header,
      pointers,
      entries,
      wayBack: wayBetween(folder, dirname(resolve(volume.path))),
    };
    const tally: PointerTally = { between: 0, inside: 0, entries: 0, nowhere: 0 };
    const lost = [...header.followed.lost];
    for (const page of volume.pages) {
      const { tei, followed } = composeDocument(page, composition);
      const loss = proveDocument(volume.volume, page, tei);
      if (loss) throw differs(volume.volume, page, loss.volume, loss.document);
      files.push([join(folder, `${volume.prefix}${page.name}.xml`), tei]);
      lost.push(...followed.lost);
      for (const key of Object.keys(tally) as (keyof PointerTally)[])
        tally[key] += followed.tally[key];
    }
    for (const list of volume.lists) {
      files.push([
        join(resolve(root), 'authorities', `${volume.prefix}${list.name}.xml`),
        composeList(list, header, pointers),
      ]);
    }
    findings.push(
      ...volume.remarks,
      ...lostPointers(volume.volume, lost),
      ...notCopied(volume.volume),
    );
    imported.push({
      path: volume.path,
      by: volume.by,
      pages: volume.pages,
      entries: volume.lists.flatMap((list) => list.entries).length,
      pointers: tally,
    });
  }
  files.push(
    [join(resolve(root), 'contents.xml'), composeContents(headers)],
    [join(resolve(root), 'edition.xml'), composeEdition(headers)],
  );
  return { volumes: imported, files, findings };
}

/**
 * Writes the files. The edition is locked by the caller, since existing files are compared with the
 * new ones. Throws an `InputError`, before the first file is written, if documents there came from
 * other volumes.
 */
export function writeVolumes({ volumes, files }: ComposedImport, root: string): Imported {
  refuseOthers(volumes, root);
  const findings: Finding[] = [];
  const outcomes = { written: 0, unchanged: 0, edited: 0 };
  const empty = emptyHeader(resolve(root));
  for (const [path, tei] of files) {
    const outcome = writeUnlessEdited(path, tei, empty);
    outcomes[outcome] += 1;
    if (outcome === 'edited') findings.push(editedFinding(path));
  }
  return { outcomes, findings };
}

function divided(path: string, { unit, prefix }: ImportOptions): Divided {
  const volume = readVolume(path);
  refuseBareNames(volume);
  const found = findUnits(volume, unit);
  const { pieces: units, by } = found;
  const { pages, contents } = divideVolume(volume, units);
  const gap = proveVolume(volume, pages);
  if (gap) throw fallsBetween(volume, gap.wordsStart, gap.wordsEnd);
  const lists = findLists(volume, units);
  const entries = new Set(lists.flatMap((list) => list.entries.map(({ id }) => id)));
  const remarks = [...volume.findings, ...notFollowed(volume, found, unit)];
  return {
    path,
    volume,
    by,
    units,
    pages,
    contents,
    lists,
    remarks,
    entries,
    prefix: prefix ? `${volume.stem}-` : '',
  };
}

function prefixed(entry: AuthorityEntry, prefix: string): AuthorityEntry {
  if (prefix === '') return entry;
  const tei = entry.tei
    .replace(/^(<[^>]*?\sxml:id=")/, `$1${prefix}`)
    .replace(/(\s(?:ref|target|corresp)=")#/g, `$1#${prefix}`);
  return { ...entry, id: `${prefix}${entry.id}`, tei };
}
