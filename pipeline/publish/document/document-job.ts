/**
 * The data that the site needs of one document, as a job that any thread can do.
 *
 * The result is a small record, which a build has in memory for every document, with references to
 * the larger values in the cache: the parts of the document's page, the same parts for the page
 * beside its TEI, its metadata in every format, and its passages as files.
 */
import { join } from 'node:path';
import { hashOf, hashOfValue, Results } from '../../cache/results.ts';
import { isStored, type StoredReference, store } from '../../cache/stored.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { PROGRAM } from '../../edition/edition.ts';
import type { DocumentMetadata } from '../../formats/document.ts';
import type { ThemeError, ThemeStylesheet } from '../../model/theme.ts';
import { loadedStylesheet } from '../../transform/loaded-stylesheets.ts';
import type { DocumentHtml, Fragments, Unforeseen } from '../../transform/model.ts';
import { run } from '../../transform/run.ts';
import {
  type DocumentSurroundings,
  SITE_STAGES,
  type SiteSurroundings,
} from '../../transform/site-stages.ts';
import type { Job } from '../../work/job.ts';
import { failureFindings } from '../../xml/saxon/failed.ts';
import { parseSource } from '../../xml/saxon/xslt.ts';
import { readDocument } from '../../xml/source/read-document.ts';
import { interfaceOf } from '../interface/strings.ts';
import { withoutIndents } from './indents.ts';
import { withoutNumbers } from './numbered.ts';
import { withRepeatedNames } from './repeated-names.ts';
import { withIdentifiersOnce } from './same-identifiers.ts';
import { type SideBySide, sideBySide } from './side-by-side.ts';
import { isDocumentHtml, themed } from './themed-html.ts';

/** Kinds of entries in the cache. */
const PAGE = 'page';
const HTML = 'html';
const BESIDE = 'beside';
const METADATA = 'metadata';
const FRAGMENTS = 'fragments';

export interface DocumentShared {
  readonly cache: string;
  /** The edition's folder; nothing outside is read. */
  readonly root: string;
  readonly site: SiteSurroundings;
  /** Tag of the interface's language. */
  readonly language: string;
  /** The edition's own stylesheet. */
  readonly theme: ThemeStylesheet | null;
  /** Hash of the program and of the site's context. */
  readonly key: string;
}

export interface DocumentJob {
  readonly path: string;
  /** Of the file when the site was opened. */
  readonly hash: string;
  readonly surroundings: DocumentSurroundings;
  /** The document's page, relative to the one that shows its TEI. */
  readonly page: string;
}

/** The result of the job in its cached form. */
export interface DocumentPage {
  readonly noteCount: number;
  readonly unforeseen: readonly Unforeseen[];
  /** Why the page was not made by the edition's own stylesheet, if there is one. */
  readonly themeError: ThemeError | null;
  readonly html: StoredReference<DocumentHtml>;
  readonly beside: StoredReference<SideBySide>;
  readonly metadata: StoredReference<DocumentMetadata>;
  /** Null if the passages are not files of their own. */
  readonly fragments: StoredReference<Fragments> | null;
}

/** The key of the result in the cache. `hash`: of the file. */
export function documentKey(
  shared: Pick<DocumentShared, 'key'>,
  hash: string,
  { surroundings, page }: Pick<DocumentJob, 'surroundings' | 'page'>,
): string {
  return hashOf(shared.key, hash, hashOfValue([surroundings, page]));
}

/** The cached result of an earlier run. `verify`: also reads all of its values. */
export function cachedPage(cache: Results, key: string, verify = false): DocumentPage | undefined {
  const page = cache.get<DocumentPage>(PAGE, key);
  const parts = page ? [page.html, page.beside, page.metadata, page.fragments] : [];
  return parts.every((part) => part === null || isStored(cache, part, verify)) ? page : undefined;
}

async function documentJob(job: DocumentJob, shared: DocumentShared): Promise<DocumentPage> {
  const { path, surroundings, page } = job;
  const { text, hash } = readDocument(path, shared.root, 'transform/unreadable');
  if (hash !== job.hash) throw new InputError(changedFinding(path));
  const source = parseSource(text);
  const made = new Map<string, unknown>();
  let themeError: ThemeError | null = null;
  for (const { name, wanted, stylesheet, parameters, finish } of SITE_STAGES) {
    if (wanted && !wanted(shared.site, made.get('metadata') as DocumentMetadata)) continue;
    const runWith = async (main = join(PROGRAM, 'xslt', stylesheet)): Promise<unknown> =>
      run(
        await loadedStylesheet(main, shared.cache, shared.key),
        source,
        parameters(surroundings, shared.site),
      );
    if (name !== 'html') {
      const result = await runWith();
      made.set(name, finish ? finish(result, surroundings, shared.site) : result);
    } else {
      const html = await themed(shared.theme, runWith, isDocumentHtml);
      made.set(name, html.made);
      themeError = html.error;
    }
  }
  const numbered = withIdentifiersOnce(made.get('html') as DocumentHtml);
  const html = withRepeatedNames(withoutIndents(withoutNumbers(numbered)));
  const beside = sideBySide(
    text,
    numbered,
    page,
    interfaceOf(shared.language, shared.site.strings),
  );
  const metadata = made.get('metadata') as DocumentMetadata;
  const cache = new Results(shared.cache);
  const key = documentKey(shared, hash, job);
  const fragments = made.get('fragments') as Fragments | undefined;
  const result: DocumentPage = {
    noteCount: html.noteCount,
    unforeseen: html.unforeseen,
    themeError,
    html: store(cache, HTML, key, html),
    beside: store(cache, BESIDE, key, beside),
    metadata: store(cache, METADATA, key, metadata),
    fragments: fragments === undefined ? null : store(cache, FRAGMENTS, key, fragments),
  };
  // Stored last, so that everything it refers to exists.
  cache.put(PAGE, key, result);
  return result;
}

function changedFinding(path: string): Finding {
  const message = 'the file was changed while the site was made; build it again';
  return { path: shownPath(path), severity: 'error', rule: 'build/changed', message };
}

export const DOCUMENT_JOB: Job<DocumentJob, DocumentPage, DocumentShared> = {
  name: 'document',
  run: documentJob,
  findings: failureFindings,
};
