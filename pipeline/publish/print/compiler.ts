/**
 * Typst by its npm package, a native module: PDF from Typst source.
 *
 * The package has no binary for some platforms; no PDF is made there. Only the fonts in the package
 * are used (Libertinus Serif, New Computer Modern: SIL OFL and GUST licences; DejaVu Sans Mono), so
 * that the same edition gives the same bytes everywhere.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PROGRAM } from '../../core/program-folder.mjs';

interface CompiledPdf {
  readonly pdf: Uint8Array;
  /** Why the file is not PDF/A; null if it is. */
  readonly notArchival: string | null;
}

/** The folder that absolute paths of the source begin at. */
const WORKSPACE = join(PROGRAM, 'site', 'print');
const TEMPLATE = join(WORKSPACE, 'siglum.typ');

/** Archival and tagged, with text that can be read out (ISO 19005-2, level A). */
const ARCHIVAL = 'a-2a';

let compiler: NodeCompiler | null | undefined;

/** Undefined if the package has no binary for this platform. */
function openCompiler(): NodeCompiler | undefined {
  if (compiler === undefined) {
    try {
      const load = createRequire(import.meta.url);
      const typst = load('@myriaddreamin/typst-ts-node-compiler') as {
        NodeCompiler: { create(args: { workspace: string }): NodeCompiler };
      };
      compiler = typst.NodeCompiler.create({ workspace: WORKSPACE });
    } catch {
      compiler = null;
    }
  }
  return compiler ?? undefined;
}

export function canPrint(): boolean {
  return openCompiler() !== undefined;
}

/** Typst does not accept the source: an internal error, with its message. */
export class TypstError extends Error {
  override readonly name = 'TypstError';
}

/**
 * `source`: the text after the template. `pictures`: bytes by the paths that the source uses.
 * Throws a `TypstError`.
 */
export function compilePdf(
  source: string,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): CompiledPdf {
  const typst = openCompiler();
  if (!typst) throw new TypstError('there is no Typst for this platform');
  typst.resetShadow();
  for (const [path, bytes] of pictures) typst.mapShadow(join(WORKSPACE, path), Buffer.from(bytes));
  const compiled = typst.compile({
    mainFileContent: `${readFileSync(TEMPLATE, 'utf8')}\n${source}`,
  });
  const document = compiled.result;
  if (!document) throw new TypstError(messagesOf(compiled.takeDiagnostics()?.shortDiagnostics));
  try {
    try {
      return { pdf: typst.pdf(document, { pdfStandard: ARCHIVAL }), notArchival: null };
    } catch (error) {
      const pdf = typst.pdf(document, { pdfTags: true });
      return { pdf, notArchival: reasonOf(error) };
    }
  } catch (error) {
    throw new TypstError(reasonOf(error));
  } finally {
    // Typst's caches grow to gigabytes after some hundred pages.
    typst.evictCache(0);
  }
}

function messagesOf(diagnostics: readonly unknown[] | undefined): string {
  return (diagnostics ?? []).map((one) => JSON.stringify(one)).join('; ') || 'no reason given';
}

/** The package puts Typst's message into `code`, in Rust's debug format. */
function reasonOf(error: unknown): string {
  const said = String((error as { code?: unknown }).code ?? error);
  return /message: "((?:[^"\\]|\\.)*)"/.exec(said)?.[1]?.replace(/\\(.)/g, '$1') ?? said;
}
