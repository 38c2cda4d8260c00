/**
 * The answers of Distributed Text Services about one document: those of the Collection endpoint, of
 * the Navigation endpoint about its passages, and the Document endpoint's passages.
 *
 * Takes a document, its metadata, and its passages as TEI. Returns /dts/collection/d1.json,
 * /dts/navigation/d1;down=1.json, /dts/navigation/d1/p3.json …, /documents/d1/p3.xml. The default
 * tree is that of the passages; the pages of the print are the tree `pages`.
 */

import { formatJson, type SiteFile } from '../../../core/files/output-folder.ts';
import type { CitableUnit, DocumentMetadata } from '../../../formats/document.ts';
import type { Fragments } from '../../../transform/model.ts';
import { isFileName } from '../../../xml/names.ts';
import { textEnding } from '../../addresses/site-addresses.ts';
import { siteReference } from '../../addresses/web-address.ts';
import {
  collection,
  DTS,
  type DtsDocument,
  type DtsEdition,
  dublinCoreMembers,
  resource,
} from './dts.ts';

/** A tree of citable units. The default one has no name in addresses. */
interface Tree {
  readonly name: string;
  readonly units: readonly CitableUnit[];
}

export function* dtsFiles(
  about: DtsEdition,
  document: DtsDocument,
  metadata: DocumentMetadata,
  fragments: Fragments | null,
): Generator<SiteFile> {
  const trees = treesOf(metadata);
  const structures = citationTrees(trees);
  yield* collectionFiles(about, document, metadata, structures);
  for (const tree of trees) yield* navigationFiles(about, document, structures, tree);
  if (!fragments) return;
  const { passages, pages } = fragments;
  const ending = textEnding(document.active);
  const own: readonly [string, typeof pages][] = [
    [treeName(trees, metadata.passages), passages],
    [treeName(trees, metadata.pages), pages],
  ];
  for (const [tree, fragments] of own) {
    for (const [id, content] of fragments) {
      if (!isFileName(id)) continue;
      yield { address: `/documents/${document.id}/${id}${tree}.xml${ending}`, content };
    }
  }
}

/** The first is the default; a document that has only pages has them by default. */
function treesOf({
  passages,
  pages,
}: Pick<DocumentMetadata, 'passages' | 'pages'>): readonly Tree[] {
  return [passages, pages]
    .filter((units) => units.length > 0)
    .map((units, place) => ({ name: place === 0 ? '' : 'pages', units }));
}

function treeName(trees: readonly Tree[], units: readonly CitableUnit[]): string {
  const name = trees.find((tree) => tree.units === units)?.name ?? '';
  return name === '' ? '' : `;tree=${name}`;
}

function* collectionFiles(
  about: DtsEdition,
  document: DtsDocument,
  metadata: DocumentMetadata,
  structures: readonly unknown[],
): Generator<SiteFile> {
  for (const nav of ['', ';nav=parents']) {
    const file = `/dts/collection/${document.id}${nav}.json`;
    const answer = {
      ...DTS,
      ...resource(about, document, file),
      dublinCore: dublinCoreMembers(metadata.facts),
      citationTrees: structures,
      ...(nav !== '' && {
        member: [{ ...collection(about, file), '@context': undefined, dtsVersion: undefined }],
      }),
    };
    yield { address: file, content: formatJson(answer) };
  }
}

/**
 * The siblings of a unit are listed if there are at most this many. For all verses of a poem the
 * file of each would contain all others, thousands of times the poem; a client finds them as the
 * children of their parent unit.
 */
const SIBLINGS = 50;

function* navigationFiles(
  about: DtsEdition,
  document: DtsDocument,
  structures: readonly unknown[],
  { name, units }: Tree,
): Generator<SiteFile> {
  const tree = name === '' ? '' : `;tree=${name}`;
  const deepest = units.reduce((most, { level }) => Math.max(most, level), 0);
  const depths = [...Array.from({ length: deepest }, (_, n) => n + 1), -1];
  const answer = (file: string, parts: Readonly<Record<string, unknown>>): SiteFile => {
    const described = { ...resource(about, document, file), citationTrees: structures };
    const navigation = {
      ...DTS,
      '@id': siteReference(about, file, file),
      '@type': 'Navigation',
      resource: described,
      ...parts,
    };
    return { address: file, content: `${JSON.stringify(navigation)}\n` };
  };
  for (const down of depths) {
    const file = `/dts/navigation/${document.id}${tree};down=${down}.json`;
    yield answer(file, {
      member: unitsBelow(units, undefined, down).map((unit) =>
        citable(about, document, unit, file),
      ),
    });
  }
  if (!document.inPassages) return;
  const siblings = siblingsIn(units);
  for (const [place, unit] of units.entries()) {
    if (!isFileName(unit.id)) continue;
    const at = `/dts/navigation/${document.id}/${unit.id}${tree}`;
    const ref = (file: string): unknown => citable(about, document, unit, file);
    yield answer(`${at}.json`, { ref: ref(`${at}.json`) });
    const beside = siblings.get(siblingKey(unit)) ?? [];
    for (const down of [
      0,
      ...depths.filter((depth) => depth < 0 || depth <= deepest - unit.level + 1),
    ]) {
      if (down === 0 && beside.length > SIBLINGS) continue;
      const file = `${at};down=${down}.json`;
      const members = down === 0 ? beside : unitsBelow(units, place, down);
      yield answer(file, {
        ref: ref(file),
        member: members.map((member) => citable(about, document, member, file)),
      });
    }
  }
}

/**
 * The unit and those in it, as deep as requested (-1: all of them); without a unit, the tree from
 * its root. In document order. `place`: of the unit among the `units`.
 */
export function unitsBelow(
  units: readonly CitableUnit[],
  place: number | undefined,
  down: number,
): readonly CitableUnit[] {
  const unit = place === undefined ? undefined : units[place];
  const level = unit?.level ?? 0;
  const start = place === undefined ? 0 : place + 1;
  let end = start;
  while (end < units.length && (units[end] as CitableUnit).level > level) end += 1;
  const wanted = units.slice(start, end).filter((other) => down < 0 || other.level <= level + down);
  return unit === undefined ? wanted : [unit, ...wanted];
}

/** Under `siblingKey` the units with the same parent, on the same level. */
function siblingsIn(units: readonly CitableUnit[]): ReadonlyMap<string, readonly CitableUnit[]> {
  const siblings = new Map<string, CitableUnit[]>();
  for (const unit of units) {
    const key = siblingKey(unit);
    const known = siblings.get(key);
    if (known) known.push(unit);
    else siblings.set(key, [unit]);
  }
  return siblings;
}

function siblingKey({ level, parent }: CitableUnit): string {
  return `${level} ${parent ?? ''}`;
}

function citable(
  about: DtsEdition,
  { address, language }: DtsDocument,
  unit: CitableUnit,
  file: string,
): unknown {
  const { id, type, level, parent, title } = unit;
  const lang = language;
  return {
    '@id': siteReference(about, `${address}#${id}`, file),
    '@type': 'CitableUnit',
    identifier: id,
    level,
    parent,
    citeType: type,
    ...(title && { dublinCore: { title: [{ ...(lang && { lang }), value: title }] } }),
  };
}

interface CiteStructure {
  readonly '@type': 'CiteStructure';
  readonly citeType: string;
  readonly citeStructure?: readonly CiteStructure[];
}

/** The nesting of types of units in the document. */
export function citationTrees(trees: readonly Tree[]): readonly unknown[] {
  return trees.map(({ name, units }) => ({
    ...(name !== '' && { identifier: name }),
    '@type': 'CitationTree',
    citeStructure: structure(units),
  }));
}

interface Types extends Map<string, Types> {}

function structure(units: readonly CitableUnit[]): readonly CiteStructure[] {
  const root: Types = new Map();
  const open: Types[] = [root];
  for (const { level, type } of units) {
    const around = open[level - 1] ?? root;
    const known = around.get(type) ?? new Map();
    around.set(type, known);
    open.splice(level, open.length, known);
  }
  const structuresOf = (types: Types): CiteStructure[] =>
    [...types].map(([citeType, inner]) => ({
      '@type': 'CiteStructure',
      citeType,
      ...(inner.size > 0 && { citeStructure: structuresOf(inner) }),
    }));
  return structuresOf(root);
}
