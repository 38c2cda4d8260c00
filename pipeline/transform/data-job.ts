/**
 * What a TEI file says, as a job that any thread can do.
 *
 * In: the path of a file that has passed `check`. Out: three results, kept under the file's
 * content: a summary, which a build holds for every document; the entries that the file gives; its
 * mentions in their sentences, which a build reads back when it makes a page.
 */
import { basename, join } from 'node:path';
import { digestOf, digestOfValue, Results } from '../cache/results.ts';
import { PROGRAM } from '../edition/edition.ts';
import { type ActiveContent, activeContent } from '../xml/active.ts';
import { readDocument } from '../xml/source/read-document.ts';
import { type BackLink, linksByEntry } from './back-links.ts';
import { heldStylesheet } from './held-stylesheets.ts';
import { fileData } from './mentions.ts';
import type { EntryData, FileData, HeaderData, HeadingData, Prefix, WitnessData } from './model.ts';
import { picturesIn } from './pictures-beside.ts';
import { entriesNamed, entriesSpokenOf, refersToIn } from './refers-to.ts';
import { run } from './run.ts';
import type { Strings } from './transform.ts';

export const DATA_STYLESHEET = join(PROGRAM, 'xslt', 'data', 'document.xsl');

/** Where the three results are kept. */
export const SUMMARY = 'summary';
export const ENTRIES = 'entries';
export const MENTIONS = 'mentions';

export interface DataShared {
  readonly cache: string;
  /** The edition's folder, outside of which nothing is read. */
  readonly root: string;
  readonly strings: Strings;
  /** Those of edition.xml, for files that declare none. */
  readonly prefixes: readonly Prefix[];
  /** Digest of the program, the strings and the prefixes. */
  readonly key: string;
}

export interface DataJob {
  readonly path: string;
}

export interface FileSummary {
  /**
   * The text is not the file's own, character by character: others were put in, entities replaced.
   */
  readonly isComposed: boolean;
  /** The root of the file is a part of TEI: a surface, a division. */
  readonly isFragment: boolean;
  readonly header: HeaderData;
  readonly contents: readonly HeadingData[];
  readonly witnesses: readonly WitnessData[];
  /**
   * Identifiers of the entries that the text or the header names, each once, in the order of the
   * text.
   */
  readonly named: readonly string[];
  /** Those of which its own text speaks, the editors' titles and notes aside. */
  readonly spokenOf: readonly string[];
  /** Identifiers of the entries that the file gives. */
  readonly entries: readonly string[];
  /** Entry by entry how often the text names it, in how many sentences, and a digest of these. */
  readonly mentions: readonly (readonly [
    entry: string,
    count: number,
    sentences: number,
    digest: string,
  ])[];
  /**
   * All that a reference in the file can mean on the site: identifiers of entries, names of files,
   * passages of them.
   */
  readonly refersTo: readonly string[];
  /** The pictures in folders that it names (pictures-beside.ts). */
  readonly pictures: readonly string[];
  /** What of the file a browser would run; such a file is published as plain text. */
  readonly active: ActiveContent | null;
}

/** Entry by entry the sentences that name it, in the order of the text. */
export type FileMentions = Readonly<Record<string, readonly BackLink[]>>;

export function dataKey(shared: Pick<DataShared, 'key'>, digest: string): string {
  return digestOf(shared.key, digest);
}

export async function dataJob({ path }: DataJob, shared: DataShared): Promise<string> {
  const { text, digest, places, isFragment } = readDocument(
    path,
    shared.root,
    'transform/unreadable',
  );
  const stylesheet = await heldStylesheet(DATA_STYLESHEET, shared.cache, shared.key);
  const { strings, prefixes } = shared;
  const data = fileData(run(stylesheet, text, { strings, prefixes }));
  const links = linksByEntry(data.mentions);
  const key = dataKey(shared, digest);
  const results = new Results(shared.cache);
  results.put(ENTRIES, key, data.entries);
  results.put(MENTIONS, key, Object.fromEntries(links));
  // The summary comes last: where it is, the others are.
  const summary = summaryOf(data, links, text, basename(path));
  results.put(SUMMARY, key, { ...summary, isComposed: places !== undefined, isFragment });
  return digest;
}

function summaryOf(
  data: FileData,
  links: ReadonlyMap<string, readonly BackLink[]>,
  text: string,
  name: string,
): Omit<FileSummary, 'isComposed' | 'isFragment'> {
  const { header, contents, witnesses, entries } = data;
  const named = entriesNamed(data);
  const mentions = [...links].map(
    ([entry, found]) => [entry, marksIn(found), found.length, digestOfValue(found)] as const,
  );
  const refersTo = refersToIn(data, text).filter((key) => key !== name);
  return {
    header,
    contents,
    witnesses,
    named,
    spokenOf: entriesSpokenOf(data),
    entries: entries.map(({ id }) => id),
    mentions,
    refersTo,
    pictures: picturesIn(text),
    active: activeContent(text) ?? null,
  };
}

function marksIn(links: readonly BackLink[]): number {
  return links.flatMap(({ runs }) => runs.filter(({ marked }) => marked)).length;
}

/** Entries as they are kept. */
export type FileEntries = readonly EntryData[];
