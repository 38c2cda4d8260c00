/**
 * Reads the data of a TEI file, as a job for any thread.
 *
 * The result is a summary, which a build has in memory for every file, with references to two
 * larger values in the cache: the entries that the file defines, and its mentions in their
 * sentences.
 */
import { basename, join } from 'node:path';
import { hashOf, hashOfValue, Results } from '../cache/results.ts';
import { isStored, type StoredReference, store } from '../cache/stored.ts';
import { PROGRAM } from '../edition/edition.ts';
import { picturesIn } from '../edition/pointers/pictures-beside.ts';
import type { PrefixDefinition } from '../model/facts.ts';
import type { Job } from '../work/job.ts';
import { type ActiveContent, activeContent } from '../xml/active.ts';
import { failureFindings } from '../xml/saxon/failed.ts';
import { readDocument } from '../xml/source/read-document.ts';
import { type BackLink, isInNote, linksByEntry } from './back-links.ts';
import { loadedStylesheet } from './loaded-stylesheets.ts';
import { fileData } from './mentions.ts';
import type {
  EntryData,
  HeaderData,
  HeadingData,
  FileData as ReadData,
  WitnessData,
} from './model.ts';
import { entriesNamed, entriesSpokenOf, refersToIn, wordlessPointers } from './refers-to.ts';
import { run } from './run.ts';
import type { Strings } from './transform.ts';

const DATA_STYLESHEET = join(PROGRAM, 'xslt', 'data', 'document.xsl');

/** Kinds of entries in the cache. */
const DATA = 'data';
const ENTRIES = 'entries';
const MENTIONS = 'mentions';

export interface DataShared {
  readonly cache: string;
  /** The edition's folder; nothing outside is read. */
  readonly root: string;
  readonly strings: Strings;
  /** Those of edition.xml, for files that declare none. */
  readonly prefixes: readonly PrefixDefinition[];
  /** Hash of the program, the strings and the prefixes. */
  readonly key: string;
}

interface DataJob {
  readonly path: string;
}

export interface FileSummary {
  /**
   * The text is not the file's own, character by character: others were included, or entities
   * replaced.
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
  /** Those that its own text names, without the editors' titles and notes. */
  readonly spokenOf: readonly string[];
  /** Identifiers of the entries that the file defines. */
  readonly entries: readonly string[];
  /** The mentions of each entry, entry by entry. */
  readonly mentions: readonly EntryMentions[];
  /**
   * All possible targets of references in the file: identifiers of entries, names of files,
   * passages of them.
   */
  readonly refersTo: readonly string[];
  /** Pointers to other files that have no words of their own. */
  readonly wordless: readonly string[];
  /** The pictures in folders that it names (pictures-beside.ts). */
  readonly pictures: readonly string[];
  /** Content of the file that a browser would run; the file is then published as plain text. */
  readonly active: ActiveContent | null;
}

/** How often a text names an entry, in how many sentences, and the hash of these. */
export type EntryMentions = readonly [
  entry: string,
  count: number,
  sentences: number,
  hash: string,
  /** How many of the mentions and of the sentences are in notes. */
  inNotes: number,
  sentencesInNotes: number,
];

/** The entries that a file defines. */
export type FileEntries = readonly EntryData[];

/** Entry by entry the sentences that name it, in the order of the text. */
export type FileMentions = Readonly<Record<string, readonly BackLink[]>>;

/** The result of the job in its cached form. */
export interface CachedFileData {
  readonly summary: FileSummary;
  readonly entries: StoredReference<FileEntries>;
  readonly mentions: StoredReference<FileMentions>;
}

/** The result, and the hash of the file that it was made from. */
interface DataResult {
  readonly hash: string;
  readonly data: CachedFileData;
}

/**
 * The cached result of an earlier run for a file with this hash. `verify`: also reads all of its
 * values.
 */
export function cachedData(
  cache: Results,
  shared: Pick<DataShared, 'key'>,
  hash: string,
  verify = false,
): CachedFileData | undefined {
  const data = cache.get<CachedFileData>(DATA, hashOf(shared.key, hash));
  return data && isStored(cache, data.entries, verify) && isStored(cache, data.mentions, verify)
    ? data
    : undefined;
}

async function dataJob({ path }: DataJob, shared: DataShared): Promise<DataResult> {
  const { text, hash, places, isFragment } = readDocument(
    path,
    shared.root,
    'transform/unreadable',
  );
  const stylesheet = await loadedStylesheet(DATA_STYLESHEET, shared.cache, shared.key);
  const { strings, prefixes } = shared;
  const read = fileData(run(stylesheet, text, { strings, prefixes }));
  const links = linksByEntry(read.mentions);
  const key = hashOf(shared.key, hash);
  const cache = new Results(shared.cache);
  const summary = summaryOf(read, links, text, basename(path));
  const data: CachedFileData = {
    summary: { ...summary, isComposed: places !== undefined, isFragment },
    entries: store(cache, ENTRIES, key, read.entries),
    mentions: store(cache, MENTIONS, key, Object.fromEntries(links)),
  };
  // Stored last, so that everything it refers to exists.
  cache.put(DATA, key, data);
  return { hash, data };
}

export const DATA_JOB: Job<DataJob, DataResult, DataShared> = {
  name: 'data',
  run: dataJob,
  findings: failureFindings,
};

function summaryOf(
  data: ReadData,
  links: ReadonlyMap<string, readonly BackLink[]>,
  text: string,
  name: string,
): Omit<FileSummary, 'isComposed' | 'isFragment'> {
  const { header, contents, witnesses, entries } = data;
  const named = entriesNamed(data);
  const mentions = [...links].map(([entry, found]): EntryMentions => {
    const inNotes = found.filter(isInNote);
    return [
      entry,
      marksIn(found),
      found.length,
      hashOfValue(found),
      marksIn(inNotes),
      inNotes.length,
    ];
  });
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
    wordless: wordlessPointers(text),
    pictures: picturesIn(text),
    active: activeContent(text) ?? null,
  };
}

function marksIn(links: readonly BackLink[]): number {
  return links.flatMap(({ runs }) => runs.filter(({ marked }) => marked)).length;
}
