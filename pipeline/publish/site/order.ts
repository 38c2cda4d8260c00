/**
 * The order of an edition's documents, and their chapters.
 *
 * Takes `contents.xml` (else `edition.xml`) with `standOff/list[@type='contents']`: items with
 * `ptr[@target]` to a document, or with a `label` if a heading has no page of its own, and with a
 * `list` of the items under them. Returns a tree of identifiers. An edition without such a list has
 * its documents in the order of their numbers, without headings.
 */

import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import { InputError, shownPath } from '../../core/finding.ts';
import { foldedWords } from '../../core/text.ts';
import { type DocumentIds, documentId } from '../../edition/document-name.ts';
import type { Edition } from '../../edition/edition.ts';
import {
  attribute,
  descend,
  elementsIn,
  isTei,
  readTree,
  type TreeElement,
  textOf,
} from '../../xml/tree.ts';

/** A place in the contents: a document, or only a heading. */
export interface Branch {
  readonly id: string | null;
  readonly heading: string | null;
  readonly under: readonly Branch[];
}

/** The same for the site: with the published documents. */
export interface Chapter<Document> {
  readonly document: Document | null;
  readonly heading: string | null;
  readonly under: readonly Chapter<Document>[];
  /** How many documents are under it, at any depth. */
  readonly count: number;
}

/**
 * Empty if the edition states none. A list that cannot be read does not stop the build: the check
 * reports it.
 */
export function readOrder(
  edition: Pick<Edition, 'root' | 'header'>,
  ids?: DocumentIds,
): readonly Branch[] {
  const own = join(edition.root, 'contents.xml');
  for (const path of [own, edition.header].filter(existsSync)) {
    const list = contentsList(path);
    if (list) return branchesOf(list, (address) => documentAt(address, dirname(path), ids));
  }
  return [];
}

function contentsList(path: string): TreeElement | undefined {
  try {
    const content = readInput(path, 'check/unreadable');
    const standOff = descend(readTree({ path: shownPath(path), content }), 'standOff');
    return (
      standOff &&
      elementsIn(standOff).find(
        (list) => isTei(list, 'list') && attribute(list, 'type') === 'contents',
      )
    );
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function branchesOf(list: TreeElement, idAt: (address: string) => string | null): Branch[] {
  return elementsIn(list)
    .filter((item) => isTei(item, 'item'))
    .map((item) => {
      const children = elementsIn(item);
      const target = children.find((child) => isTei(child, 'ptr') || isTei(child, 'ref'));
      const label = children.find((child) => isTei(child, 'label'));
      const address = target && attribute(target, 'target');
      return {
        id: address === undefined ? null : idAt(address),
        heading: label ? foldedWords(textOf(label)) : null,
        under: children
          .filter((child) => isTei(child, 'list'))
          .flatMap((under) => branchesOf(under, idAt)),
      };
    });
}

/** An invalid address names no document; the check reports it. */
function documentAt(address: string, folder: string, ids: DocumentIds | undefined): string | null {
  try {
    const path = decodeURIComponent(address);
    return ids?.of(resolve(folder, path)) ?? documentId(basename(path));
  } catch {
    return null;
  }
}

/** Identifiers in the order of the contents. */
function idsInOrder(branches: readonly Branch[]): string[] {
  return branches.flatMap(({ id, under }) => [...(id === null ? [] : [id]), ...idsInOrder(under)]);
}

/**
 * A comparison that puts documents in the order of the contents; those that are not in it come
 * last, compared by `otherwise`.
 */
export function byOrder(
  branches: readonly Branch[],
  otherwise: (one: string, other: string) => number,
  ids: Pick<DocumentIds, 'of'>,
): (one: string, other: string) => number {
  const places = new Map(idsInOrder(branches).map((id, place) => [id, place]));
  const last = places.size;
  const placeOf = (path: string): number => places.get(ids.of(path)) ?? last;
  return (one, other) => placeOf(one) - placeOf(other) || otherwise(one, other);
}

/**
 * The contents with their documents; unpublished documents are omitted, and headings that become
 * empty.
 */
export function chaptersOf<Document extends { readonly id: string }>(
  branches: readonly Branch[],
  documents: readonly Document[],
): readonly Chapter<Document>[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const listed = new Set(idsInOrder(branches));
  const chapters = (under: readonly Branch[]): Chapter<Document>[] =>
    under.flatMap((branch) => {
      const document = (branch.id !== null && byId.get(branch.id)) || null;
      const inside = chapters(branch.under);
      if (!document && inside.length === 0) return [];
      const count = inside.reduce(
        (sum, one) => sum + one.count + (one.document && one.under.length === 0 ? 1 : 0),
        0,
      );
      return [{ document, heading: branch.heading, under: inside, count }];
    });
  const others = documents.filter(({ id }) => !listed.has(id));
  return [
    ...chapters(branches),
    ...others.map((document) => ({ document, heading: null, under: [], count: 0 })),
  ];
}

/** The place of a document in the contents. */
export interface ChapterPlace<Document> {
  readonly chapter: Chapter<Document>;
  /** The chapters around it, outermost first; none for a document at the top. */
  readonly way: readonly Chapter<Document>[];
  /** At each level from the top to its own, the chapters with contents. */
  readonly levels: readonly (readonly Chapter<Document>[])[];
}

/**
 * By document, computed once, since every page asks for its own; the first place of a document that
 * occurs several times.
 */
export function chapterPlaces<Document extends { readonly id: string }>(
  chapters: readonly Chapter<Document>[],
): ReadonlyMap<string, ChapterPlace<Document>> {
  const all = new Map<string, ChapterPlace<Document>>();
  const walk = (
    some: readonly Chapter<Document>[],
    way: readonly Chapter<Document>[],
    above: ChapterPlace<Document>['levels'],
  ): void => {
    const levels = [...above, headings(some)];
    for (const chapter of some) {
      const id = chapter.document?.id;
      if (id !== undefined && !all.has(id)) all.set(id, { chapter, way, levels });
      if (chapter.under.length > 0) walk(chapter.under, [...way, chapter], levels);
    }
  };
  walk(chapters, [], []);
  return all;
}

export function headings<Document>(
  chapters: readonly Chapter<Document>[],
): readonly Chapter<Document>[] {
  return chapters.filter(({ under }) => under.length > 0);
}
