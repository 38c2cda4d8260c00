/**
 * What repositories are told of an edition: xslt/metadata/deposit.xsl, and the data of the site,
 * with types around them.
 *
 * In: the edition's files, which have passed `check`. Out: the facts that the records are made
 * from, and the records. Nothing is computed from anything but the TEI; `null` stands for what a
 * header does not say.
 */
import { join } from 'node:path';
import { type Edition, PROGRAM } from '../edition/edition.ts';
import { openInterface } from '../publish/pages/strings.ts';
import { aboutFile } from '../transform/failed.ts';
import type { HeaderData } from '../transform/model.ts';
import { readDocument } from '../xml/source/read-document.ts';
import {
  type CompiledStylesheet,
  compileStylesheet,
  parseSource,
  type TransformRequest,
  transform,
} from '../xml/xslt.ts';

/** A person or an organization. */
export interface Agent {
  readonly name: string;
  /** "Read, Benjamin H."; null for a person whose name is in one piece. */
  readonly inverted: string | null;
  readonly kind: 'person' | 'org';
  readonly family: string | null;
  readonly given: string | null;
  readonly ids: readonly {
    readonly scheme: string;
    readonly value: string;
    readonly uri: string;
  }[];
  readonly email: string | null;
  readonly affiliation: string | null;
  readonly role: string | null;
}

/** What m:document gives; only what is looked at here. */
export interface DocumentSummary {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly published: string | null;
  readonly licence: string | null;
}

/** What m:facts gives; only what is looked at here. */
export interface DepositFacts {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly language: string | null;
  /** ISO 639-3. */
  readonly languages: readonly string[];
  readonly publisher: string | null;
  readonly published: string | null;
  readonly version: string | null;
  readonly uri: string | null;
  /** The URI, where it is an address. */
  readonly web: string | null;
  readonly doi: string | null;
  readonly licence: string | null;
  readonly licenceNames: {
    readonly spdx?: string;
    readonly dataverse?: string;
    readonly arche?: string;
  };
  readonly description: string | null;
  readonly creators: readonly Agent[];
  /** By which right the creators stand there. */
  readonly credited: 'editor' | 'author' | 'publisher';
  readonly editors: readonly Agent[];
  readonly contributors: readonly Agent[];
  readonly funders: readonly { readonly name: string }[];
  readonly email: string | null;
  readonly keywords: readonly string[];
  /** ÖFOS, as addresses of ARCHE's vocabulary. */
  readonly disciplines: readonly string[];
  readonly places: readonly { readonly name: string }[];
  readonly printed: readonly {
    readonly citation: string;
    readonly address: string | null;
    readonly doi: string | null;
    readonly isbn: string | null;
  }[];
  /** How many documents there are. */
  readonly count: number;
}

/** A file of the package, as the records describe it. */
export interface DescribedFile {
  /** Path in the package, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: FileKind;
  readonly mediaType: string;
  /** Identifier of the document that it holds. */
  readonly document?: string;
  /** In the words of its own header, for a TEI file that is no document. */
  readonly title?: string;
}

export type FileKind =
  | 'document'
  | 'authority'
  | 'edition'
  | 'source'
  | 'text'
  | 'data'
  | 'schema'
  | 'about';

/** What the records say of the package itself. */
export interface PackageFacts {
  /** Name of its folder. */
  readonly name: string;
  /** The same without the version, for archives that keep versions together. */
  readonly collection: string;
}

export interface Records {
  readonly datacite: string;
  readonly zenodo: object;
  readonly invenio: object;
  readonly dataverse: object;
  readonly oaiDc: string;
  readonly arche: string;
  readonly roCrate: Crate;
  readonly tapas: { readonly collection: string; readonly records: string };
}

/** What a reader of the package finds beside the data. */
export interface Notes {
  /** Markdown. */
  readonly readme: string;
  /** Plain text. */
  readonly rights: string;
  /** CITATION.cff. */
  readonly cff: string;
}

/** RO-Crate: JSON-LD without nesting. */
export interface Crate {
  readonly '@context': string;
  readonly '@graph': readonly CrateEntity[];
}

export type CrateEntity = { readonly '@id': string; readonly '@type': string } & Readonly<
  Record<string, unknown>
>;

export interface Recorder {
  /**
   * The data of a TEI file's pages, as the site is made from them (xslt/data/document.xsl), as
   * JSON.
   */
  data(path: string): string;
  /** A document's reading text. */
  reading(path: string): string;
  /** One document's summary, as JSON: an edition's are many, and nearly all are only handed on. */
  document(path: string): string;
  /** The title of any TEI file. */
  title(path: string): string | null;
  facts(documents: readonly string[]): DepositFacts;
  notes(documents: readonly string[], files: readonly DescribedFile[]): Notes;
  records(
    documents: readonly string[],
    files: readonly DescribedFile[],
    about: PackageFacts,
  ): Records;
}

export const DEPOSIT_STYLESHEETS: readonly string[] = [
  'metadata/deposit.xsl',
  'data/document.xsl',
].map((path) => join(PROGRAM, 'xslt', path));

/**
 * Compiles the stylesheets, side by side, or takes them from the cache. The language and prefixes
 * of edition.xml hold for all. Each step throws an `InputFault` where a stylesheet fails on the
 * file.
 */
export async function openRecorder({
  header,
  root,
  cache,
  theme,
}: Pick<Edition, 'header' | 'root' | 'cache' | 'theme'>): Promise<Recorder> {
  const [records, data] = (await Promise.all(
    DEPOSIT_STYLESHEETS.map((path) => compileStylesheet(path, cache)),
  )) as [CompiledStylesheet, CompiledStylesheet];
  const own = (JSON.parse(made(data, header, root)) as { header: HeaderData }).header;
  const strings = JSON.stringify(openInterface(own.language, theme?.strings).strings);
  const around = { strings, prefixes: JSON.stringify(own.prefixes) };
  const run = (
    path: string,
    mode: string,
    parameters: Readonly<Record<string, string>> = {},
  ): string =>
    made(records, path, root, {
      initialMode: `Q{urn:siglum:mode}${mode}`,
      parameters: { strings, ...parameters },
    });
  const list = (documents: readonly string[]): string => `[${documents.join(',')}]`;
  return {
    data: (path) => made(data, path, root, { parameters: around }),
    reading: (path) => JSON.parse(run(path, 'reading')) as string,
    document: (path) => run(path, 'document'),
    title: (path) => (JSON.parse(run(path, 'document')) as DocumentSummary).title,
    facts: (documents) =>
      JSON.parse(run(header, 'facts', { documents: list(documents) })) as DepositFacts,
    notes: (documents, files) =>
      JSON.parse(
        run(header, 'notes', { documents: list(documents), files: JSON.stringify(files) }),
      ) as Notes,
    records(documents, files, about) {
      const parameters = {
        documents: list(documents),
        files: JSON.stringify(files),
        package: JSON.stringify(about),
      };
      return inOrder(JSON.parse(run(header, 'records', parameters))) as Records;
    },
  };
}

/** What a stylesheet makes of a file. Throws an `InputFault` where it fails on it. */
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

/**
 * An XDM map has no order; the members are put into one, so that the bytes do not hang on the
 * processor.
 */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string): number => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(
    keys.map((key) => [key, inOrder((value as Record<string, unknown>)[key])]),
  );
}
