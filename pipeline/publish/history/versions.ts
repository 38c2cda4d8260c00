/**
 * The releases as data: for the pages about them, and for versions.json.
 *
 * Takes the releases and the changes from one to the next. Returns plain values for the layouts
 * versions.njk and changes.njk, and the JSON.
 */
import type { Changes, DocumentChange } from './changes.ts';
import { RELEASE_MANIFEST, type ReleaseFacts, type StoredRelease } from './store.ts';

export interface Version extends ReleaseFacts {
  /** Its home page. */
  readonly address: string;
  readonly manifestAddress: string;
  /** How many documents it has. */
  readonly documents: number;
  /** Null for the first one. */
  readonly changes: Changes | null;
  /** How many documents were added, removed and so on, if any were. */
  readonly counts: readonly { readonly kind: keyof Changes; readonly n: number }[];
  /** The pages that show the changes. */
  readonly changesAddresses: readonly string[];
}

/** A page of the changes of a version; everything except the changed documents is on its first. */
export interface ChangesPage {
  readonly address: string;
  readonly version: Version;
  /** From 1. */
  readonly part: number;
  readonly documents: readonly DocumentChange[];
}

const KINDS = [
  'added',
  'removed',
  'renamed',
  'changed',
] as const satisfies readonly (keyof Changes)[];

/** Changed documents that one page shows. */
const ON_ONE_PAGE = 50;

export function versionOf(
  facts: ReleaseFacts,
  documents: number,
  changes: Changes | null,
): Version {
  const { number, date, predecessor, moved } = facts;
  const parts = changes === null ? 0 : Math.max(1, Math.ceil(changes.changed.length / ON_ONE_PAGE));
  return {
    number,
    date,
    predecessor,
    moved,
    address: `/v${number}/index.html`,
    manifestAddress: `/v${number}/${RELEASE_MANIFEST}`,
    documents,
    changes,
    counts: KINDS.map((kind) => ({ kind, n: changes?.[kind].length ?? 0 })).filter(
      ({ n }) => n > 0,
    ),
    changesAddresses: Array.from(
      { length: parts },
      (_, at) => `/versions/${number}${at === 0 ? '' : `-${at + 1}`}.html`,
    ),
  };
}

export function changesPages(versions: readonly Version[]): ChangesPage[] {
  return versions.flatMap((version) =>
    version.changesAddresses.map((address, at) => {
      const documents =
        version.changes?.changed.slice(at * ON_ONE_PAGE, (at + 1) * ON_ONE_PAGE) ?? [];
      return { address, version, part: at + 1, documents };
    }),
  );
}

/**
 * versions.json: the releases in their order, each with the SHA-256 of its manifest, which has that
 * of every file.
 */
export function versionsJson(title: string | null, releases: readonly StoredRelease[]): string {
  const listed = releases.map(({ number, date, predecessor, files, manifest }, at) => ({
    version: number,
    date,
    predecessor,
    successor: releases[at + 1]?.number ?? null,
    address: `v${number}/`,
    manifest: { path: `v${number}/${RELEASE_MANIFEST}`, sha256: manifest },
    files: files.size,
    changes: predecessor === null ? null : `versions/${number}.html`,
  }));
  return `${JSON.stringify({ title, latest: releases.at(-1)?.number ?? null, versions: listed }, null, 2)}\n`;
}
