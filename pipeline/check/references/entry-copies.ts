/**
 * Entries that are in several files: copies that differ from the authority file, and entries that
 * two files word differently.
 *
 * Takes the facts of files. Returns findings.
 */
import { type Finding, shownPath } from '../../core/finding.ts';
import { likenessOf } from '../../model/name-likeness.ts';
import type { EntryFacts, FileFacts } from './facts.ts';
import { referenceFinding } from './reference-finding.ts';

/**
 * From the authority files: all identifiers, and the entries that documents carry in the same form.
 */
interface OriginalEntries {
  readonly ids: ReadonlySet<string>;
  readonly entries: ReadonlyMap<string, { readonly entry: EntryFacts; readonly path: string }>;
}

export function originalEntries(authorities: readonly FileFacts[]): OriginalEntries {
  const placed = authorities.flatMap(({ entries, path }) =>
    entries.map((entry) => [entry.id, { entry, path }] as const),
  );
  return { ids: new Set(authorities.flatMap(({ ids }) => [...ids])), entries: new Map(placed) };
}

/**
 * A document contains copies of its entries, so that it is self-contained; the originals are in the
 * authority files.
 */
export function copyFindings(file: FileFacts, originals: OriginalEntries): Finding[] {
  if (originals.ids.size === 0) return [];
  return file.entries.flatMap((entry) => {
    if (!originals.ids.has(entry.id)) {
      if (entry.kind === 'category') return [];
      const message =
        `the ${entry.kind} “${entry.id}” is in no authority file; add it there, so that other ` +
        `documents can refer to it`;
      return [referenceFinding(file.path, entry, 'remark', 'entry-only-here', message)];
    }
    const authority = originals.entries.get(entry.id);
    // In a printed list the identifier is on the name in an item: the document's entry is made from
    // it, in another form.
    if (!authority || authority.entry.kind !== entry.kind || authority.entry.form === entry.form)
      return [];
    const place = `${shownPath(authority.path)}:${authority.entry.line}`;
    const message =
      `the ${entry.kind} “${entry.id}” differs from the authority file (${place}); encode the ` +
      `document again, or carry the change over`;
    return [referenceFinding(file.path, entry, 'warning', 'entry-differs', message)];
  });
}

/** The text of an entry in the first file. */
export interface GivenEntry {
  readonly path: string;
  readonly names: string;
  readonly form: string;
}

/**
 * Entries with one identifier and different names: all pointers lead to the first. Copies of an
 * entry, shorter, longer or with initials, are correct: a document may contain the entries that it
 * refers to. Names that share a word only (a surname) are a warning, since they may be variants.
 */
export function givenElsewhere(
  file: FileFacts,
  given: Map<string, GivenEntry>,
  registers: ReadonlySet<string>,
): Finding[] {
  return file.entries.flatMap((entry) => {
    const first = given.get(entry.id);
    if (!first) given.set(entry.id, { ...entry, path: file.path });
    if (!first || first.path === file.path) return [];
    const likeness = likenessOf(first.names, entry.names);
    if (likeness === 'same') {
      if (first.form === entry.form || !registers.has(first.path) || !registers.has(file.path))
        return [];
      const other =
        `the ${entry.kind} “${entry.id}” is given in ${shownPath(first.path)} too, with other ` +
        `content, and that one is shown; put what differs into one entry, or give this one ` +
        `another xml:id`;
      return [referenceFinding(file.path, entry, 'warning', 'entry-twice', other)];
    }
    const severity = likeness === 'different' && file.governed ? 'error' : 'warning';
    // Of two documents each has its own entry; of registers the first counts for all documents.
    const leadTo = [first.path, file.path].some((path) => registers.has(path))
      ? 'pointers lead to that one'
      : 'pointers in each of the two files lead to its own';
    const message =
      `the ${entry.kind} “${entry.id}” is given in ${shownPath(first.path)} by the name of ` +
      `“${first.names.slice(0, 60)}”, and ${leadTo}; give this one another xml:id, or the ` +
      `same name if they are one`;
    return [referenceFinding(file.path, entry, severity, 'entry-twice', message)];
  });
}
