/** Why a volume is not imported, and findings about one that is. */
import { basename, join, resolve } from 'node:path';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { filesIn } from '../edition/folder/files-in.ts';
import { isTei } from '../xml/tree.ts';
import type { VolumePage } from './divide/divide.ts';
import type { Piece, Volume } from './divide/volume.ts';
import { importedFrom } from './files/provenance.ts';
import type { Divided, ImportedFile } from './model.ts';

/** Names of pages and entries must be unique across volumes. */
export function refuseClashes(volumes: readonly Divided[]): void {
  const advice =
    '--prefix begins every name with that of its file, or import the files into editions of ' +
    'their own';
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
 * An import makes the whole edition: volumes imported earlier have to be named again, so that order
 * and names include all of them.
 */
export function refuseOthers(volumes: readonly ImportedFile[], root: string): void {
  const own = volumes.map(({ path }) => encodeURI(basename(path)));
  for (const path of filesIn(join(resolve(root), 'documents'), '.xml')) {
    const from = importedFrom(Buffer.from(readInput(path, 'import/unreadable')).toString('utf8'));
    if (from === undefined || own.some((name) => from === name || from.startsWith(`${name}#`)))
      continue;
    throw new InputError({
      path: shownPath(path),
      severity: 'error',
      rule: 'import/other-volume',
      message:
        `the document was imported from ${from.replace(/#.*/, '')}, which is not named now; ` +
        'name all files of the edition in one command, or another --edition',
    });
  }
}

/**
 * If the TEI elements have a prefix, one without it would change its namespace in a document of its
 * own.
 */
export function refuseBareNames(volume: Volume): void {
  if (!volume.root.name.includes(':')) return;
  const bare = volume.pieces.find(
    (piece) => !piece.name.includes(':') && piece.namespaces[''] === undefined && piece.uri === '',
  );
  if (!bare) return;
  const { line, column, name } = bare;
  const message =
    `<${name}> is in no namespace, among elements of TEI that have a prefix; give it the ` +
    'prefix, or declare its namespace on it';
  throw new InputError({
    path: volume.path,
    line,
    column,
    severity: 'error',
    rule: 'import/no-namespace',
    message,
  });
}

export function differs(
  volume: Volume,
  page: VolumePage,
  expected: string,
  written: string,
): InputError {
  const { line, column } = page.piece;
  const message =
    `the document “${page.name}” would not have the volume's text: it has “${expected}”, and ` +
    `“${written}” would be written; nothing was written, please report it`;
  return new InputError({
    path: volume.path,
    line,
    column,
    severity: 'error',
    rule: 'import/text-differs',
    message,
  });
}

export function fallsBetween(volume: Volume, from: number, to: number): InputError {
  const first = from + (volume.words.slice(from, to).match(/^\s*/)?.[0].length ?? 0);
  const words = volume.words.slice(first, to).trim().slice(0, 60);
  const holder =
    [...volume.pieces]
      .reverse()
      .find((piece) => piece.wordsStart <= first && piece.wordsEnd > first) ?? volume.root;
  const { line, column } = holder;
  const message =
    `the words “${words}” in this <${holder.name}> belong to no document and to no page; name ` +
    'the documents with --unit so that they do, or put the words into an element of their own';
  return new InputError({
    path: volume.path,
    line,
    column,
    severity: 'error',
    rule: 'import/text-left',
    message,
  });
}

/** Each target once, at its first place. */
export function lostPointers(
  volume: Volume,
  lost: readonly { readonly target: string; readonly piece: Piece }[],
): Finding[] {
  const places = new Map<string, Piece[]>();
  for (const { target, piece } of lost) places.set(target, [...(places.get(target) ?? []), piece]);
  return [...places].map(([target, [first, ...others]]): Finding => {
    const { line, column } = first as Piece;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    const message =
      `${target} leads nowhere: the file has no such xml:id${more}; the words stay, without a ` +
      'link';
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

/** Elements outside of the text that are neither header nor list of entries. */
export function notCopied(volume: Volume): Finding[] {
  if (isTei(volume.root, 'teiCorpus')) return [];
  return volume.root.children
    .filter((child) => isTei(child, 'facsimile', 'sourceDoc', 'xenoData'))
    .map(({ line, column, name }): Finding => {
      const message =
        `<${name}> is not copied into the documents; it stays in the volume, which should be ` +
        'archived';
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
