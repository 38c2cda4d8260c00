/**
 * What the site needs of one document, as a job that any thread can do.
 *
 * In: the path of a document that has passed `check`, and its surroundings. Out: results, kept
 * under all that they depend on: the parts of its page, the same beside its TEI, its metadata, its
 * passages as files, and a summary of these, which a build holds for every document.
 */
import { join } from 'node:path';
import { digestOf, digestOfValue, Results } from '../cache/results.ts';
import { PROGRAM } from '../edition/edition.ts';
import type { ThemeFault, ThemeStylesheet } from '../theme/model.ts';
import { heldStylesheet } from '../transform/held-stylesheets.ts';
import type { DocumentMetadata } from '../transform/metadata.ts';
import type { DocumentHtml, Unforeseen } from '../transform/model.ts';
import { run } from '../transform/run.ts';
import {
  type DocumentSurroundings,
  SITE_STAGES,
  type SiteSurroundings,
} from '../transform/site-stages.ts';
import { readDocument } from '../xml/source/read-document.ts';
import { parseSource } from '../xml/xslt.ts';
import { withoutIndents } from './html/indents.ts';
import { withIdentifiersOnce } from './html/same-identifiers.ts';
import { isDocumentHtml, themed } from './html/themed-html.ts';
import { withoutNumbers } from './numbered.ts';
import { sideBySide } from './pages/side-by-side.ts';
import { interfaceOf } from './pages/strings.ts';

/** Where the results are kept. */
export const PAGE = 'page';
export const HTML = 'html';
export const BESIDE = 'beside';
export const METADATA = 'metadata';
export const FRAGMENTS = 'fragments';

export interface DocumentShared {
  readonly cache: string;
  /** The edition's folder, outside of which nothing is read. */
  readonly root: string;
  readonly site: SiteSurroundings;
  /** Tag of the interface's language. */
  readonly language: string;
  /** The edition's own stylesheet. */
  readonly theme: ThemeStylesheet | null;
  /** Digest of the program and of the site's surroundings. */
  readonly key: string;
}

export interface DocumentJob {
  readonly path: string;
  readonly surroundings: DocumentSurroundings;
  /** The document's page, seen from the one that shows its TEI. */
  readonly page: string;
}

export interface PageSummary {
  readonly noteCount: number;
  readonly unforeseen: readonly Unforeseen[];
  /** Why the page was not made by the edition's own stylesheet, where there is one. */
  readonly themeFault: ThemeFault | null;
  /** Digests of the other results: pages that use them need not be made anew while these stay. */
  readonly html: string;
  readonly beside: string;
  readonly metadata: string;
  /** Null where there are none. */
  readonly fragments: string | null;
}

export function documentKey(
  shared: Pick<DocumentShared, 'key'>,
  digest: string,
  { surroundings, page }: Pick<DocumentJob, 'surroundings' | 'page'>,
): string {
  return digestOf(shared.key, digest, digestOfValue([surroundings, page]));
}

export async function documentJob(job: DocumentJob, shared: DocumentShared): Promise<string> {
  const { path, surroundings, page } = job;
  const { text, digest } = readDocument(path, shared.root, 'transform/unreadable');
  const source = parseSource(text);
  const made = new Map<string, unknown>();
  let themeFault: ThemeFault | null = null;
  for (const { name, wanted, stylesheet, parameters } of SITE_STAGES) {
    if (wanted && !wanted(shared.site, made.get('metadata') as DocumentMetadata)) continue;
    const runWith = async (main = join(PROGRAM, 'xslt', stylesheet)): Promise<unknown> =>
      run(
        await heldStylesheet(main, shared.cache, shared.key),
        source,
        parameters(surroundings, shared.site),
      );
    if (name !== 'html') made.set(name, await runWith());
    else {
      const html = await themed(shared.theme, runWith, isDocumentHtml);
      made.set(name, html.made);
      themeFault = html.fault;
    }
  }
  const numbered = withIdentifiersOnce(made.get('html') as DocumentHtml);
  const html = withoutIndents(withoutNumbers(numbered));
  const beside = sideBySide(
    text,
    numbered,
    page,
    interfaceOf(shared.language, shared.site.strings),
  );
  const metadata = made.get('metadata') as DocumentMetadata;
  const results = new Results(shared.cache);
  const key = documentKey(shared, digest, job);
  const fragments = made.get('fragments');
  const summary: PageSummary = {
    noteCount: html.noteCount,
    unforeseen: html.unforeseen,
    themeFault,
    html: results.put(HTML, key, html),
    beside: results.put(BESIDE, key, beside),
    metadata: results.put(METADATA, key, metadata),
    fragments: fragments === undefined ? null : results.put(FRAGMENTS, key, fragments),
  };
  // It comes last: where it is, the others are.
  results.put(PAGE, key, summary);
  return digest;
}
