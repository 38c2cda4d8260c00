/**
 * The records that repositories read: the facts of the header and the documents, the records that
 * pipeline/formats/records writes from them, and the data of the site.
 *
 * Everything is computed from the TEI; `null` means that a header does not state it.
 */

import { join } from 'node:path';
import { byCodeUnit } from '../../core/text.ts';
import { type Edition, PROGRAM } from '../../edition/edition.ts';
import { carriedEntries, documentFacts, editionFacts } from '../../formats/facts/complete.ts';
import { arche } from '../../formats/records/arche.ts';
import { cff } from '../../formats/records/cff.ts';
import { cmdi } from '../../formats/records/cmdi.ts';
import { datacite } from '../../formats/records/datacite.ts';
import { dataverse } from '../../formats/records/dataverse.ts';
import { dspace } from '../../formats/records/dspace.ts';
import { depositFacts } from '../../formats/records/facts/deposit-facts.ts';
import type { DepositFacts } from '../../formats/records/facts/model.ts';
import type { DescribedFile, PackageFacts } from '../../formats/records/facts/package.ts';
import { type DocumentSummary, documentSummary } from '../../formats/records/facts/summary.ts';
import { invenio } from '../../formats/records/invenio.ts';
import { oaiDc } from '../../formats/records/oai-dc.ts';
import { oaiStatic } from '../../formats/records/oai-static.ts';
import { packageReadme, packageRights } from '../../formats/records/package-notes.ts';
import { type Crate, roCrate } from '../../formats/records/ro-crate.ts';
import { type TapasForms, tapas } from '../../formats/records/tapas.ts';
import { textgrid } from '../../formats/records/textgrid.ts';
import { zenodo } from '../../formats/records/zenodo.ts';
import { readTextBlocks } from '../../formats/texts/blocks.ts';
import { plainText } from '../../formats/texts/plain-text.ts';
import { sayFrom } from '../../formats/writing/words.ts';
import { openInterface } from '../../publish/interface/strings.ts';
import type { HeaderData } from '../../transform/model.ts';
import { aboutFile } from '../../xml/saxon/failed.ts';
import {
  type CompiledStylesheet,
  compileStylesheet,
  parseSource,
  type TransformRequest,
  transform,
} from '../../xml/saxon/xslt.ts';
import { readDocument } from '../../xml/source/read-document.ts';

export interface Records {
  readonly datacite: string;
  readonly zenodo: object;
  readonly invenio: object;
  readonly dataverse: object;
  readonly oaiDc: string;
  readonly arche: string;
  readonly roCrate: Crate;
  readonly tapas: TapasForms;
  /** Files of an item of DSpace, and of a folder of TextGrid, by path. */
  readonly dspace: Readonly<Record<string, string>>;
  readonly textgrid: Readonly<Record<string, string>>;
  readonly cmdi: string;
  /** Null if the edition has no value for a required field. */
  readonly oaiStatic: string | null;
}

/** Files for readers of the package, beside the data. */
interface Notes {
  /** Markdown. */
  readonly readme: string;
  /** Plain text. */
  readonly rights: string;
  /** CITATION.cff; null if the edition names neither editor nor publisher. */
  readonly cff: string | null;
}

export interface Recorder {
  /** The data of a TEI file's pages, the same as for the site (xslt/data/document.xsl), as JSON. */
  data(path: string): string;
  /** A document's reading text. */
  reading(path: string): string;
  document(path: string): DocumentSummary;
  /** The title of any TEI file. */
  title(path: string): string | null;
  facts(documents: readonly DocumentSummary[]): DepositFacts;
  notes(facts: DepositFacts, files: readonly DescribedFile[]): Notes;
}

export const DEPOSIT_STYLESHEETS: readonly string[] = [
  'metadata/document.xsl',
  'data/document.xsl',
].map((path) => join(PROGRAM, 'xslt', path));

/**
 * Compiles the stylesheets in parallel, or takes them from the cache. The language and prefixes of
 * edition.xml apply to all. Each step throws an `InputError` if a stylesheet fails on the file.
 */
export async function openRecorder({
  header,
  root,
  cache,
  theme,
}: Pick<Edition, 'header' | 'root' | 'cache' | 'theme'>): Promise<Recorder> {
  const [metadata, data] = (await Promise.all(
    DEPOSIT_STYLESHEETS.map((path) => compileStylesheet(path, cache)),
  )) as [CompiledStylesheet, CompiledStylesheet];
  const own = (JSON.parse(made(data, header, root)) as { header: HeaderData }).header;
  const words = openInterface(own.language, theme?.strings).strings;
  const strings = JSON.stringify(words);
  const say = sayFrom(words);
  const around = { strings, prefixes: JSON.stringify(own.prefixes) };
  const run = (path: string, mode: string): unknown =>
    JSON.parse(
      made(metadata, path, root, {
        initialMode: `Q{urn:siglum:mode}${mode}`,
        parameters: { strings },
      }),
    );
  const edition = editionFacts(run(header, 'edition'));
  return {
    data: (path) => made(data, path, root, { parameters: around }),
    reading: (path) => plainText(readTextBlocks(run(path, 'blocks-alone') as string)),
    document(path) {
      const read = run(path, 'facts');
      return documentSummary(documentFacts(read), carriedEntries(read, edition.prefixes), say);
    },
    title: (path) => documentFacts(run(path, 'facts')).statedTitle,
    facts: (documents) => depositFacts(edition, documents, say),
    notes: (facts, files) => ({
      readme: packageReadme(facts, files),
      rights: packageRights(facts),
      cff: cff(edition, say),
    }),
  };
}

/** The records of all repositories. */
export function recordsOf(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
  files: readonly DescribedFile[],
  about: PackageFacts,
  day: string,
): Records {
  const archive = `${about.name}.zip`;
  return {
    datacite: datacite(facts, documents),
    zenodo: inOrder(zenodo(facts, documents)),
    invenio: inOrder(invenio(facts, documents)),
    dataverse: inOrder(dataverse(facts, documents)),
    oaiDc: oaiDc(facts, documents),
    arche: arche(facts, documents, files, about),
    roCrate: inOrder(roCrate(facts, documents, files)),
    tapas: tapas(facts, documents, files),
    dspace: dspace(facts, documents, archive),
    textgrid: textgrid(facts, documents, files, about.collection),
    cmdi: cmdi(facts, archive),
    oaiStatic: oaiStatic(facts, documents, { day, file: 'oai-static.xml' }),
  };
}

/** The result of a stylesheet for a file. Throws an `InputError` if it fails. */
function made(
  stylesheet: CompiledStylesheet,
  path: string,
  root: string,
  request: Omit<TransformRequest, 'source'> = {},
): string {
  const source = parseSource(readDocument(path, root, 'deposit/unreadable').text);
  return aboutFile(
    path,
    () => transform(stylesheet, { source, ...request, destination: 'serialized' }).principal,
  );
}

/** Members that a reader looks for first. */
const FIRST = ['@context', '@id', '@type', 'typeName', 'type', 'title', 'name'];

/** The members in one order, whatever the order in which they were added. */
function inOrder<T>(value: T): T {
  if (Array.isArray(value)) return value.map(inOrder) as T;
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || byCodeUnit(a, b));
  return Object.fromEntries(
    keys.map((key) => [key, inOrder((value as Record<string, unknown>)[key])]),
  ) as T;
}
