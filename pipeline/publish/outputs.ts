/**
 * What is beside the pages, in the order in which it is written: the one list of outputs.
 *
 * An output with an `input` is a function of it, and is reused from the previous site where the
 * hash of the input is the same. The others are cheap, or read files themselves: they are always
 * written.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { hashOfValue, type Results } from '../cache/results.ts';
import { OutputFolder } from '../core/output-folder.ts';
import { writeAssets } from './assets.ts';
import type { Manifest } from './manifest.ts';
import { writeBeacon } from './outputs/data/beacon.ts';
import { dtsEdition, writeDts } from './outputs/data/dts.ts';
import { writeLinkedData } from './outputs/data/linked-data.ts';
import { writeLinkedPlaces } from './outputs/data/linked-places.ts';
import {
  collectedInput,
  documentFilesInput,
  writeCollected,
  writeDocumentFiles,
} from './outputs/documents.ts';
import { writeFeed } from './outputs/feed.ts';
import { writeLlms } from './outputs/llms.ts';
import { writeEditionReferences } from './outputs/references.ts';
import { writeSitemap } from './outputs/sitemap.ts';
import { searchInput, writeSearchIndex } from './search/search.ts';
import type { Site } from './site/site.ts';
import type { CopiedFile } from './site/site-model.ts';

/** The edition's own style sheet. */
const THEME_STYLES = '/assets/theme.css';

/** Something to be written. */
interface OutputPart {
  readonly name: string;
  /** Of its input; undefined for what is always written. */
  readonly hash?: string;
  write(folder: OutputFolder): void;
}

/** The sitemap is the last one: it lists the pages that are there. */
function* outputParts(site: Site, cache: Results): Generator<OutputPart> {
  yield { name: 'assets', write: (folder) => writeAssets(folder) };
  yield { name: 'theme', write: (folder) => writeThemeStyles(site, folder) };
  yield { name: 'files', write: (folder) => copyFiles(site, folder) };
  const about = dtsEdition(site);
  for (const document of site.documents) {
    const input = documentFilesInput(about, document);
    yield part(`document ${document.id}`, input, writeDocumentFiles);
  }
  yield part('collected', collectedInput(site), writeCollected);
  yield part('search', searchInput(site), (input, folder) =>
    writeSearchIndex(input, folder, cache),
  );
  for (const [name, write] of ALWAYS) yield { name, write: (folder) => write(site, folder) };
}

const ALWAYS: readonly (readonly [
  name: string,
  write: (site: Site, folder: OutputFolder) => void,
])[] = [
  ['edition-references', writeEditionReferences],
  ['dts', writeDts],
  ['linked-data', writeLinkedData],
  ['linked-places', writeLinkedPlaces],
  ['beacon', writeBeacon],
  ['feed', writeFeed],
  ['llms', writeLlms],
  ['sitemap', writeSitemap],
];

function part<Input>(
  name: string,
  input: Input,
  write: (input: Input, folder: OutputFolder) => void,
): OutputPart {
  return {
    name: `output ${name}`,
    hash: hashOfValue(input),
    write: (folder) => write(input, folder),
  };
}

/** After so many parts other work of the process gets a turn. */
const TURN = 50;

/** `manifest`: of the previous site, where there may be one. */
export async function writeOutputs(
  site: Site,
  cache: Results,
  folder: string,
  manifest?: Manifest,
): Promise<void> {
  let count = 0;
  for (const { name, hash, write } of outputParts(site, cache)) {
    count += 1;
    if (count % TURN === 0) await turn();
    if (hash !== undefined && manifest?.reuse(name, hash)) continue;
    const output = new OutputFolder(folder);
    write(output);
    if (hash !== undefined) manifest?.add(name, hash, output.files);
  }
}

function writeThemeStyles({ themeStyles }: Site, folder: OutputFolder): void {
  if (themeStyles !== null) folder.write(THEME_STYLES, themeStyles);
}

/**
 * The documents name their schema as ../schema/…; so it is found from the site too. An address has
 * its letters encoded, a file's name has not.
 */
function copyFiles(site: Site, folder: OutputFolder): void {
  for (const address of site.sharedFiles)
    folder.copy(decodeURIComponent(address), (site.files.get(address) as CopiedFile).path);
}
