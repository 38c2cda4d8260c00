/**
 * The list of outputs beside the pages, in the order in which they are written.
 *
 * An output with an `input` is a function of it, and is reused from the previous site if the hash
 * of the input is the same. The others are cheap, or read files themselves: they are always
 * written.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { hashOf, hashOfValue, type Results } from '../cache/results.ts';
import { OutputFolder } from '../core/files/output-folder.ts';
import type { Finding } from '../core/finding.ts';
import { writeAssets } from './assets.ts';
import { writeCorresponding } from './compare/corresponding.ts';
import {
  type ManifestInput,
  manifestAddress,
  manifestInput,
  manifestOf,
} from './facsimile/manifest.ts';
import { type PictureSize, readPictures } from './facsimile/pictures.ts';
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
import { writeEpubOfDocument, writeEpubOfEdition } from './outputs/epubs.ts';
import { writeFeed } from './outputs/feed.ts';
import { writeLlms } from './outputs/llms.ts';
import { writeOpenSearch } from './outputs/opensearch.ts';
import {
  bookInputs,
  documentPdfInput,
  editionInput,
  writeBook,
  writeDocumentPdf,
} from './outputs/prints.ts';
import { writeEditionReferences } from './outputs/references.ts';
import { writeSitemap } from './outputs/sitemap.ts';
import { writePhilology } from './philology/tables.ts';
import { printPictures } from './print/print-pictures.ts';
import type { TakeAlong } from './print/prints.ts';
import { writeSearchEntries } from './search/entries.ts';
import {
  searchInput,
  searchTextInput,
  writeSearchIndex,
  writeSearchText,
} from './search/search.ts';
import type { Site } from './site/site.ts';
import type { CopiedFile } from './site/site-model.ts';

/** The edition's own style sheet. */
const THEME_STYLES = '/assets/theme.css';

/** Receives findings about an input of an output. */
type ReportFinding = (finding: Finding) => void;

/** A part to be written. */
interface OutputPart {
  readonly name: string;
  /** Of its input; undefined for parts that are always written. */
  readonly hash?: string;
  write(folder: OutputFolder, report: ReportFinding): void;
}

/** The sitemap is last: it lists the existing pages. */
function* outputParts(
  site: Site,
  cache: Results,
  takeAlong: TakeAlong,
  sizes: ReadonlyMap<string, PictureSize>,
): Generator<OutputPart> {
  yield { name: 'assets', write: (folder) => writeAssets(folder) };
  yield { name: 'theme', write: (folder) => writeThemeStyles(site, folder) };
  yield { name: 'files', write: (folder) => copyFiles(site, folder) };
  const about = dtsEdition(site);
  for (const document of site.documents) {
    const input = documentFilesInput(about, document, site.edition.title ?? '');
    yield part(`document ${document.id}`, input, writeDocumentFiles);
  }
  yield part('collected', collectedInput(site), writeCollected);
  yield part('search', searchInput(site), (input, folder) =>
    writeSearchIndex(input, folder, cache),
  );
  for (const document of site.documents)
    yield part(`search text ${document.id}`, searchTextInput(document), (input, folder) =>
      writeSearchText(input, folder, cache),
    );
  for (const document of site.documents) {
    const input = manifestInput(site, document, sizes);
    if (input) yield part(`manifest ${document.id}`, input, writeManifest);
  }
  const picturesOf = printPictures(site, sizes);
  if (takeAlong.pdf) {
    for (const document of site.documents)
      yield part(
        `pdf ${document.id}`,
        documentPdfInput(site, document, picturesOf),
        writeDocumentPdf,
      );
    for (const input of bookInputs(site, picturesOf))
      yield part(`pdf ${input.address}`, input, writeBook);
  }
  if (takeAlong.epub) {
    for (const document of site.documents)
      yield part(
        `epub ${document.id}`,
        documentPdfInput(site, document, picturesOf),
        writeEpubOfDocument,
      );
    yield part('epub', editionInput(site, picturesOf), writeEpubOfEdition);
  }
  yield {
    name: 'corresponding',
    write: (folder) => writeCorresponding(site.documents, cache, folder),
  };
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
  ['philology', writePhilology],
  ['feed', writeFeed],
  ['llms', writeLlms],
  ['opensearch', writeOpenSearch],
  ['search-entries', writeSearchEntries],
  ['sitemap', writeSitemap],
];

function part<Input>(
  name: string,
  input: Input,
  write: (input: Input, folder: OutputFolder, report: ReportFinding) => void,
): OutputPart {
  return {
    name: `output ${name}`,
    hash: hashOfValue(input),
    write: (folder, report) => write(input, folder, report),
  };
}

/** Kind of entries in the cache: the findings of an output, by its hash. */
const FINDINGS = 'output-findings';

/** After this many parts other work of the process gets a turn. */
const TURN = 50;

/** `manifest`: of the previous site, if there is one. */
export async function writeOutputs(
  site: Site,
  cache: Results,
  folder: string,
  takeAlong: TakeAlong,
  manifest?: Manifest,
): Promise<readonly Finding[]> {
  const { sizes, findings: unreadable } = await readPictures(site, cache);
  const findings: Finding[] = [...unreadable];
  let count = 0;
  for (const { name, hash, write } of outputParts(site, cache, takeAlong, sizes)) {
    count += 1;
    if (count % TURN === 0) await turn();
    const key = hash === undefined ? undefined : hashOf(name, hash);
    if (hash !== undefined && key !== undefined && manifest?.reuse(name, hash)) {
      findings.push(...(cache.get<Finding[]>(FINDINGS, key) ?? []));
      continue;
    }
    const output = new OutputFolder(folder);
    const found: Finding[] = [];
    write(output, (finding) => found.push(finding));
    findings.push(...found);
    if (found.length > 0 && key !== undefined) cache.put(FINDINGS, key, found);
    if (hash !== undefined) manifest?.add(name, hash, output.files);
  }
  return findings;
}

function writeThemeStyles({ themeStyles }: Site, folder: OutputFolder): void {
  if (themeStyles !== null) folder.write(THEME_STYLES, themeStyles);
}

/**
 * The documents name their schema as ../schema/…; it has to exist in the site too. An address has
 * its letters encoded, a file's name does not.
 */
function copyFiles(site: Site, folder: OutputFolder): void {
  for (const address of site.sharedFiles)
    folder.copy(decodeURIComponent(address), (site.files.get(address) as CopiedFile).path);
}

function writeManifest(input: ManifestInput, folder: OutputFolder): void {
  const manifest = manifestOf(input);
  if (manifest !== null) folder.write(manifestAddress(input.id), manifest);
}
