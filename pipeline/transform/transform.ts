/**
 * TEI to data and HTML: the stylesheets of xslt/ with types around them.
 *
 * In: one TEI file at a time, which has passed `check`. Out: its data, its page's parts, the edition's prose.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../edition.ts';
import { decodeXml } from '../xml/decode.ts';
import { type CompiledStylesheet, compileStylesheet, parseSource, transform } from '../xml/xslt.ts';
import type { DocumentHtml, FileData, ProsePart } from './model.ts';

/** `ident`, `pattern` and `replacement` of a TEI prefixDef. */
export interface Prefix {
  readonly ident: string;
  readonly pattern: string;
  readonly replacement: string;
}

/** Strings of the interface by key, in one language. */
export type Strings = Readonly<Record<string, string>>;

export interface Transformer {
  /** The file's header, headings, entries and mentions. */
  data(path: string, prefixes: readonly Prefix[]): FileData;
  /** The parts of a document's page. `addresses`: where entries (by identifier) and documents (by file name) are, seen from it. */
  html(path: string, addresses: Readonly<Record<string, string>>): DocumentHtml;
  /** The divisions of edition.xml. */
  prose(path: string, addresses: Readonly<Record<string, string>>): readonly ProsePart[];
}

/** Compiles the two stylesheets, at once, or takes them from `cache`. */
export async function openTransformer(cache: string, strings: Strings): Promise<Transformer> {
  const [data, html] = await Promise.all([
    compileStylesheet(join(PROGRAM, 'xslt', 'data', 'document.xsl'), cache),
    compileStylesheet(join(PROGRAM, 'xslt', 'html', 'document.xsl'), cache),
  ]);
  return {
    data: (path, prefixes) => run(data, path, { strings, prefixes }) as FileData,
    html: (path, addresses) => run(html, path, { strings, addresses }) as DocumentHtml,
    prose: (path, addresses) =>
      run(html, path, { strings, addresses }, 'Q{urn:siglum:mode}parts') as readonly ProsePart[],
  };
}

function run(
  stylesheet: CompiledStylesheet,
  path: string,
  parameters: Readonly<Record<string, unknown>>,
  initialMode?: string,
): unknown {
  const source = parseSource(decodeXml(readFileSync(path), path));
  return JSON.parse(transform(stylesheet, { source, parameters, ...(initialMode && { initialMode }) }).principal);
}
