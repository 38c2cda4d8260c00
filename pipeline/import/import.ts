/**
 * TEI that exists elsewhere becomes an edition: the list of the steps.
 *
 * Takes paths of volumes and the folder of the edition. Returns the edition's files, and a report
 * about each volume. Every file is composed and proved before the first is written.
 */
import { basename, dirname, join, resolve } from 'node:path';
import type { AuthorityEntry } from '../authorities/model.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { readInput } from '../core/input-file.ts';
import { filesIn } from '../edition/edition.ts';
import { emptyHeader } from '../init/init.ts';
import { isTei } from '../xml/tree.ts';
import { type Contents, divide, type VolumePage } from './divide/divide.ts';
import { type NamedVolume, Pointers, type PointerTally } from './divide/pointers.ts';
import { proveDocument, proveVolume } from './divide/prove.ts';
import { findUnits, notFollowed } from './divide/units.ts';
import { type Piece, readVolume, type Volume } from './divide/volume.ts';
import { composeDocument, composeList, wayBetween } from './files/compose.ts';
import { composeContents, composeEdition, type ImportedVolume } from './files/frame.ts';
import { importedFrom, volumeHeader } from './files/header.ts';
import { type EntryList, findLists } from './files/lists.ts';
import { publishedBy } from './files/published.ts';
import { editedFinding, type ImportOutcome, writeUnlessEdited } from './files/write.ts';

interface ImportOptions {
  /** XPath of the elements that are documents. */
  readonly unit?: string;
  /** Every name begins with that of its file. */
  readonly prefix?: boolean;
}

/** What became of one file. */
export interface ImportedFile {
  readonly path: string;
  /** The XPath by which its documents were found. */
  readonly by: string;
  readonly pages: readonly VolumePage[];
  readonly entries: number;
  readonly pointers: PointerTally;
}

/** The planned files of the edition, and the findings. */
export interface Composed {
  readonly volumes: readonly ImportedFile[];
  /** Paths with the TEI to stand there, its own hash still open (`write.ts`). */
  readonly files: readonly (readonly [path: string, tei: string])[];
  readonly findings: readonly Finding[];
}

export interface Imported {
  readonly outcomes: Readonly<Record<ImportOutcome, number>>;
  /** The files that were kept because an editor has touched them. */
  readonly findings: readonly Finding[];
}

interface Divided extends NamedVolume {
  readonly path: string;
  readonly by: string;
  readonly units: readonly Piece[];
  readonly contents: readonly Contents[];
  readonly lists: readonly EntryList[];
  readonly remarks: readonly Finding[];
}

/**
 * Composes and proves, and writes nothing. Throws an `InputError` where a file cannot be used,
 * names clash, or words would be lost, a `UsageError` for a wrong XPath.
 */
export function composeVolumes(
  paths: readonly string[],
  root: string,
  options: ImportOptions = {},
): Composed {
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
 * Puts the files in their places. The edition is locked by the caller, since what is there is
 * compared with what is to stand there. Throws an `InputError`, before the first file is written,
 * where documents there came from other volumes.
 */
export function writeVolumes({ volumes, files }: Composed, root: string): Imported {
  refuseOthers(volumes, root);
  const findings: Finding[] = [];
  const outcomes = { written: 0, unchanged: 0, kept: 0 };
  const empty = emptyHeader(resolve(root));
  for (const [path, tei] of files) {
    const outcome = writeUnlessEdited(path, tei, empty);
    outcomes[outcome] += 1;
    if (outcome === 'kept') findings.push(editedFinding(path));
  }
  return { outcomes, findings };
}

function divided(path: string, { unit, prefix }: ImportOptions): Divided {
  const volume = readVolume(path);
  refuseBareNames(volume);
  const found = findUnits(volume, unit);
  const { pieces: units, by } = found;
  const { pages, contents } = divide(volume, units);
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

/** Names of pages and entries must be unique across volumes. */
function refuseClashes(volumes: readonly Divided[]): void {
  const advice =
    '--prefix begins every name with that of its file, or import the files into editions of their own';
  const taken = new Map<string, Divided>();
  const clash = (key: string, what: string, volume: Divided, piece: Piece): void => {
    const other = taken.get(key);
    if (other && other !== volume) {
      const message = `${what} is in ${other.volume.path} too; ${advice}`;
      const { line, column } = piece;
      throw new InputError({
        path: volume.volume.path,
        line,
        column,
        severity: 'error',
        rule: 'import/name-clash',
        message,
      });
    }
    taken.set(key, volume);
  };
  for (const volume of volumes) {
    for (const { name, piece } of volume.pages) {
      clash(
        `page ${volume.prefix}${name}`.toLowerCase(),
        `a document named “${volume.prefix}${name}”`,
        volume,
        piece,
      );
    }
    for (const { name, piece, entries } of volume.lists) {
      clash(
        `list ${volume.prefix}${name}`.toLowerCase(),
        `a list named “${volume.prefix}${name}”`,
        volume,
        piece,
      );
      for (const { id } of entries)
        clash(
          `entry ${volume.prefix}${id}`,
          `an entry “${volume.prefix}${id}”`,
          volume,
          volume.volume.ids.get(id) ?? piece,
        );
    }
  }
}

/**
 * An import makes the whole edition: the volumes imported earlier have to be named again, so that
 * order and names cover all of them.
 */
function refuseOthers(volumes: readonly ImportedFile[], root: string): void {
  const own = volumes.map(({ path }) => encodeURI(basename(path)));
  for (const path of filesIn(join(resolve(root), 'documents'), '.xml')) {
    const from = importedFrom(Buffer.from(readInput(path, 'import/unreadable')).toString('utf8'));
    if (from === undefined || own.some((name) => from === name || from.startsWith(`${name}#`)))
      continue;
    throw new InputError({
      path: shownPath(path),
      severity: 'error',
      rule: 'import/other-volume',
      message: `the document was imported from ${from.replace(/#.*/, '')}, which is not named now; name all files of the edition in one command, or another --edition`,
    });
  }
}

function prefixed(entry: AuthorityEntry, prefix: string): AuthorityEntry {
  if (prefix === '') return entry;
  const tei = entry.tei
    .replace(/^(<[^>]*?\sxml:id=")/, `$1${prefix}`)
    .replace(/(\s(?:ref|target|corresp)=")#/g, `$1#${prefix}`);
  return { ...entry, id: `${prefix}${entry.id}`, tei };
}

/**
 * Where the elements of TEI have a prefix, one without it would change its namespace in a document
 * of its own.
 */
function refuseBareNames(volume: Volume): void {
  if (!volume.root.name.includes(':')) return;
  const bare = volume.pieces.find(
    (piece) => !piece.name.includes(':') && piece.namespaces[''] === undefined && piece.uri === '',
  );
  if (!bare) return;
  const { line, column, name } = bare;
  const message = `<${name}> is in no namespace, among elements of TEI that have a prefix; give it the prefix, or declare its namespace on it`;
  throw new InputError({
    path: volume.path,
    line,
    column,
    severity: 'error',
    rule: 'import/no-namespace',
    message,
  });
}

function differs(volume: Volume, page: VolumePage, expected: string, written: string): InputError {
  const { line, column } = page.piece;
  const message = `the document “${page.name}” would not have the volume's text: it has “${expected}”, and “${written}” would be written; nothing was written, please report it`;
  return new InputError({
    path: volume.path,
    line,
    column,
    severity: 'error',
    rule: 'import/text-differs',
    message,
  });
}

function fallsBetween(volume: Volume, from: number, to: number): InputError {
  const first = from + (volume.words.slice(from, to).match(/^\s*/)?.[0].length ?? 0);
  const words = volume.words.slice(first, to).trim().slice(0, 60);
  const holder =
    [...volume.pieces]
      .reverse()
      .find((piece) => piece.wordsStart <= first && piece.wordsEnd > first) ?? volume.root;
  const { line, column } = holder;
  const message = `the words “${words}” in this <${holder.name}> belong to no document and to no page; name the documents with --unit so that they do, or put the words into an element of their own`;
  return new InputError({
    path: volume.path,
    line,
    column,
    severity: 'error',
    rule: 'import/text-left',
    message,
  });
}

/** Each target once, where it first stands. */
function lostPointers(
  volume: Volume,
  lost: readonly { readonly target: string; readonly piece: Piece }[],
): Finding[] {
  const places = new Map<string, Piece[]>();
  for (const { target, piece } of lost) places.set(target, [...(places.get(target) ?? []), piece]);
  return [...places].map(([target, [first, ...others]]): Finding => {
    const { line, column } = first as Piece;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const message = `${target} leads nowhere: the file has no such xml:id${more}; the words stay, without a link`;
    return {
      path: volume.path,
      line,
      column,
      severity: 'remark',
      rule: 'import/dangling',
      message,
    };
  });
}

/** What is beside the text and is neither header nor list of entries. */
function notCopied(volume: Volume): Finding[] {
  if (isTei(volume.root, 'teiCorpus')) return [];
  return volume.root.children
    .filter((child) => isTei(child, 'facsimile', 'sourceDoc', 'xenoData'))
    .map(({ line, column, name }): Finding => {
      const message = `<${name}> is not copied into the documents; it stays in the volume, which should be archived`;
      return {
        path: volume.path,
        line,
        column,
        severity: 'warning',
        rule: 'import/not-taken-over',
        message,
      };
    });
}
