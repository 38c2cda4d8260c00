/** The present entries of the edition's authority files, read again when a file changes. */
import type { AuthorityEntry } from '../../authorities/model.ts';
import { readAuthorities } from '../../authorities/read.ts';
import { type Fingerprint, fingerprint, sameFingerprint } from '../../cache/fingerprint.ts';
import { type Finding, InputError } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { authorityFiles } from '../../edition/edition-files.ts';

interface Entries {
  readonly byId: ReadonlyMap<string, AuthorityEntry>;
  /** Why some or all cannot be read. */
  readonly findings: readonly Finding[];
}

export class EntryRegistry {
  readonly #edition: Edition;
  #read: { files: Map<string, Fingerprint | undefined>; entries: Entries } | undefined;

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  get(): Entries {
    const paths = authorityFiles(this.#edition);
    const files = new Map(paths.map((path) => [path, fingerprint(path)]));
    const before = this.#read;
    const isSame =
      before?.files.size === files.size &&
      paths.every((path) => sameFingerprint(before.files.get(path), files.get(path)));
    if (before && isSame) return before.entries;
    const entries = readEach(paths, this.#edition.root);
    this.#read = { files, entries };
    return entries;
  }

  /** Reads again at the next request: a file may have been written within one tick of the clock. */
  forget(): void {
    this.#read = undefined;
  }
}

/** A file that cannot be read is reported; the entries of the other files are available. */
function readEach(paths: readonly string[], root: string): Entries {
  try {
    return { byId: readAuthorities(paths, root).entries, findings: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  const byId = new Map<string, AuthorityEntry>();
  const findings: Finding[] = [];
  for (const path of paths)
    try {
      for (const [id, entry] of readAuthorities([path], root).entries)
        if (!byId.has(id)) byId.set(id, entry);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      findings.push(...error.findings);
    }
  return { byId, findings };
}

/** The name of an entry in lists. */
export function entryName({ names, id }: AuthorityEntry): string {
  return (names.find(({ type }) => type === 'main') ?? names[0])?.full ?? id;
}
