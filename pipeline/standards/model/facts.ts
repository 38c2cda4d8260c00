/**
 * The facts for the lists of criteria: edition.xml, the documents' TEI, the folder.
 *
 * A document that cannot be read is counted as unreadable; everything else is still examined.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { shownPath } from '../../core/finding.ts';
import { LITERATURE_FILES } from '../../edition/about/literature-files.ts';
import { ownOdd } from '../../edition/about/own-odd.ts';
import type { Edition } from '../../edition/edition.ts';
import { type EditionFiles, editionFiles } from '../../edition/edition-files.ts';
import { filesIn } from '../../edition/folder/files-in.ts';
import { openRegister } from '../../edition/register.ts';
import { TEI } from '../../xml/namespaces.ts';
import { documentTree } from '../../xml/source/document-tree.ts';
import { type TreeElement, walk } from '../../xml/tree.ts';

export interface StandardFacts {
  /** edition.xml, and its name in messages. */
  readonly root: TreeElement;
  readonly path: string;
  /** Whether there is an edition.xml. */
  readonly hasHeader: boolean;
  readonly documents: number;
  readonly unreadable: number;
  /** By the name of an element, or `element@attribute`: how many documents have it in the text. */
  readonly inTexts: ReadonlyMap<string, number>;
  /** The same for their headers. */
  readonly inHeaders: ReadonlyMap<string, number>;
  /** Entries of authority files. */
  readonly entries: number;
  /** Entries with an identifier of an external authority file. */
  readonly identified: number;
  readonly schemas: readonly string[];
  readonly odd: boolean;
  /** A list of literature: a file beside edition.xml, or a `listBibl`. */
  readonly literature: string | null;
  readonly git: boolean;
  /** Workflow files of a service that checks every change. */
  readonly integration: string | null;
  readonly releases: number;
  /** Names of the theme's own layouts, which can omit parts of the program's. */
  readonly ownLayouts: readonly string[];
}

const ENTRIES = new Set(['person', 'personGrp', 'org', 'place', 'event', 'category']);

const INTEGRATION = ['.github/workflows', '.gitlab-ci.yml', '.forgejo/workflows', '.ci'];

/** Throws an `InputError` if edition.xml cannot be read. */
export function standardFacts(edition: Edition): StandardFacts {
  // A folder without edition.xml has its header in the cache.
  const isOwn = edition.header.startsWith(edition.root);
  const path = shownPath(isOwn ? edition.header : join(edition.root, 'edition.xml'));
  const root = documentTree(edition.header, dirname(edition.header), 'edition/unreadable');
  const files = editionFiles(edition);
  const inTexts = new Map<string, number>();
  const inHeaders = new Map<string, number>();
  let unreadable = 0;
  for (const document of files.documents) {
    const read = treeOf(document, edition.root);
    if (read) countDocument(read, inTexts, inHeaders);
    else unreadable += 1;
  }
  const literature =
    LITERATURE_FILES.find((name) => existsSync(join(edition.root, name))) ??
    ([...walk(root)].some(isLiterature) ? 'listBibl' : null);
  return {
    root,
    path,
    hasHeader: isOwn,
    documents: files.documents.length,
    unreadable,
    inTexts,
    inHeaders,
    ...countEntries(files, edition.root),
    schemas: [edition.rng, edition.sch].filter((file) => existsSync(file)),
    odd: ownOdd(edition) !== null,
    literature,
    git: above(edition.root, ['.git']) !== null,
    integration: above(edition.root, INTEGRATION),
    releases: releasesOf(edition),
    ownLayouts: filesIn(join(edition.root, 'theme', 'layouts'), '.njk').map((file) =>
      basename(file, '.njk'),
    ),
  };
}

function isLiterature(element: TreeElement): boolean {
  return (
    element.local === 'listBibl' &&
    element.uri === TEI &&
    element.attributes.some(({ name, value }) => name === 'type' && value === 'literature')
  );
}

/** The build reports a damaged register; here it is ignored. */
function releasesOf(edition: Edition): number {
  try {
    return openRegister(edition).releases.length;
  } catch {
    return 0;
  }
}

function treeOf(path: string, root: string): TreeElement | undefined {
  try {
    return documentTree(path, root, 'check/unreadable');
  } catch {
    return undefined;
  }
}

function countDocument(
  root: TreeElement,
  inTexts: Map<string, number>,
  inHeaders: Map<string, number>,
): void {
  const [texts, headers] = [new Set<string>(), new Set<string>()];
  const visit = (element: TreeElement, into: Set<string>): void => {
    const names = element.local === 'teiHeader' ? headers : into;
    names.add(element.local);
    for (const { name } of element.attributes) names.add(`${element.local}@${name}`);
    for (const child of element.children) if (typeof child !== 'string') visit(child, names);
  };
  visit(root, texts);
  for (const [from, to] of [
    [texts, inTexts],
    [headers, inHeaders],
  ] as const)
    for (const name of from) to.set(name, (to.get(name) ?? 0) + 1);
}

function countEntries(
  { authorities }: EditionFiles,
  root: string,
): Pick<StandardFacts, 'entries' | 'identified'> {
  let [entries, identified] = [0, 0];
  for (const path of authorities) {
    const tree = treeOf(path, root);
    for (const element of tree ? walk(tree) : []) {
      if (!ENTRIES.has(element.local)) continue;
      entries += 1;
      if ([...walk(element)].some(({ local }) => local === 'idno')) identified += 1;
    }
  }
  return { entries, identified };
}

/** The first of some names that exists in a folder or in one above it. */
function above(folder: string, names: readonly string[]): string | null {
  const found = names.find((name) => existsSync(join(folder, name)));
  if (found) return found;
  const parent = dirname(folder);
  return parent === folder ? null : above(parent, names);
}
