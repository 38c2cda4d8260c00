/**
 * TEI to data and HTML: the stylesheets of xslt/ with types around them.
 *
 * Takes one TEI file at a time, which has passed `check`. Returns its data, its page's parts, the
 * edition's prose.
 */
import { dirname, join } from 'node:path';
import { PROGRAM } from '../edition/edition.ts';
import type { DocumentMetadata, EditionMetadata } from '../formats/document.ts';
import { type DocumentRead, documentMetadata, editionMetadata } from '../formats/document.ts';
import { editionFacts } from '../formats/facts/complete.ts';
import type { LettersFile } from '../formats/web/cmif.ts';
import { lettersFrame } from '../formats/web/cmif.ts';
import type { DocumentFacts, EditionFacts, PrefixDefinition } from '../model/facts.ts';
import type { Places } from '../model/places.ts';
import { aboutFile } from '../xml/saxon/failed.ts';
import { type CompiledStylesheet, compileStylesheet } from '../xml/saxon/xslt.ts';
import { readDocument } from '../xml/source/read-document.ts';
import { fileData } from './mentions.ts';
import type { DocumentHtml, FileData, Fragments, ProsePart } from './model.ts';
import { run } from './run.ts';

/** Strings of the interface by key, in one language. */
export type Strings = Readonly<Record<string, string>>;

/** The data of the rest of the site that a page needs. */
interface TransformContext {
  readonly strings: Strings;
  /**
   * The addresses of entries (by identifier) and documents (by file name), relative to the page.
   */
  readonly addresses: Readonly<Record<string, string>>;
}

export interface Transformer {
  /**
   * The file's header, headings, entries and mentions. `prefixes`: those of edition.xml, for files
   * that declare none.
   */
  data(path: string, strings: Strings, prefixes: readonly PrefixDefinition[]): FileData;
  /** The parts of a document's page. */
  html(path: string, surroundings: TransformContext): DocumentHtml;
  /**
   * The same parts; on the output of the text, `data-e` is the number of the TEI element in
   * document order, from 1.
   */
  numbered(path: string, surroundings: TransformContext): DocumentHtml;
  /** The divisions of edition.xml. */
  prose(path: string, surroundings: TransformContext): readonly ProsePart[];
  /** The edition's own facts, used for the metadata of its documents. */
  editionFacts(path: string): EditionFacts;
  /** A document's metadata in every format. */
  metadata(
    path: string,
    around: {
      strings: Strings;
      edition: EditionFacts;
      places: Places;
      cmif?: Pick<LettersFile, 'source'>;
    },
  ): DocumentMetadata;
  /** A document's passages and pages as TEI files of their own. */
  fragments(path: string): Fragments;
  /**
   * The file around the edition's index of letters, with the instruction `<?letters?>` where they
   * go.
   */
  letters(path: string, around: { cmif: LettersFile }): string;
  /** The edition's metadata in every format. `documents`: in the edition's order. */
  editionMetadata(
    path: string,
    around: {
      strings: Strings;
      edition: EditionFacts;
      documents: readonly Pick<DocumentFacts, 'path'>[];
    },
  ): EditionMetadata;
}

/** The stylesheets that every site needs. */
export const SITE_STYLESHEETS: readonly string[] = [
  'data/document.xsl',
  'html/document.xsl',
  'metadata/document.xsl',
  'metadata/fragments.xsl',
].map((path) => join(PROGRAM, 'xslt', path));

/**
 * Compiles the stylesheets in parallel, or takes them from `cache`. `ownHtml`: a stylesheet in
 * place of html/document.xsl. Each of its steps throws an `InputError` if a stylesheet fails on the
 * file.
 */
export async function openTransformer(cache: string, ownHtml?: string): Promise<Transformer> {
  const [data, html, metadata, fragments] = await Promise.all(
    SITE_STYLESHEETS.map((path, at) =>
      compileStylesheet(at === 1 && ownHtml ? ownHtml : path, cache),
    ) as [Compiling, Compiling, Compiling, Compiling],
  );
  const factsOfEdition = (path: string): EditionFacts =>
    editionFacts(runOn(metadata, path, {}, 'Q{urn:siglum:mode}edition'));
  return {
    data: (path, strings, prefixes) => fileData(runOn(data, path, { strings, prefixes })),
    html: (path, surroundings) => runOn(html, path, { ...surroundings }) as DocumentHtml,
    numbered: (path, surroundings) =>
      runOn(html, path, { ...surroundings, numbered: true }) as DocumentHtml,
    prose: (path, surroundings) =>
      runOn(html, path, { ...surroundings }, 'Q{urn:siglum:mode}parts') as readonly ProsePart[],
    editionFacts: (path) => factsOfEdition(path),
    metadata(path, around) {
      const { strings } = around;
      return documentMetadata(runOn(metadata, path, { strings }) as DocumentRead, around);
    },
    fragments: (path) => runOn(fragments, path, {}) as Fragments,
    letters: (path, { cmif }) => lettersFrame(factsOfEdition(path), cmif),
    editionMetadata: (_path, { edition, ...around }) => editionMetadata(edition, around),
  };
}

type Compiling = Promise<CompiledStylesheet>;

function runOn(
  stylesheet: CompiledStylesheet,
  path: string,
  parameters: Readonly<Record<string, unknown>>,
  initialMode?: string,
): unknown {
  const { text } = readDocument(path, dirname(path), 'transform/unreadable');
  return aboutFile(path, () => run(stylesheet, text, parameters, initialMode));
}
