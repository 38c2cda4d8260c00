/**
 * Reading authority files: the persons, organizations, places and terms that an edition knows.
 *
 * Takes paths of TEI files. Either Siglum's own (`standOff` with `listPerson/person`,
 * `listOrg/org`, `listPlace/place`, and for terms `list[@type='gloss']` or `taxonomy/category`), or
 * a published volume's lists as they are (`list/item/persName[@xml:id]` and
 * `list/item/term[@xml:id]`, each followed by the office or the meaning in words). Returns the
 * entries in the order of the files, and findings about them. TEI Guidelines 13.3 (names), 9.5
 * (glossaries), 16.10 (standOff).
 */
import { dirname } from 'node:path';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { isXmlName } from '../xml/names.ts';
import { parsePlaced, readDocument } from '../xml/source/read-document.ts';
import { attribute, elementsIn, isTei, readTree, type TreeElement } from '../xml/tree.ts';
import type { AuthorityEntry, PlacedEntry } from './model.ts';
import { ownEntry } from './own.ts';
import { publishedEntries } from './published.ts';

export interface Authorities {
  /** By `xml:id`, in the order of the files. */
  readonly entries: ReadonlyMap<string, AuthorityEntry>;
  /**
   * Warnings: an entry without a name, an element that no rule reads. Never errors.
   */
  readonly findings: readonly Finding[];
}

const OWN = new Set(['person', 'org', 'place', 'category']);

/**
 * Reads authority files. `root`: the edition's folder, else each file's own; nothing
 * outside it is read.
 * @throws InputError where a file cannot be read, is not well-formed UTF-8 XML, an `xml:id` is no
 *   name, or two entries have the same.
 */
export function readAuthorities(paths: readonly string[], root?: string): Authorities {
  const entries = new Map<string, AuthorityEntry>();
  const findings: Finding[] = [];
  const errors: Finding[] = [];
  for (const path of paths) {
    const shown = shownPath(path);
    const { text, places } = readDocument(path, root ?? dirname(path), 'authority/unreadable');
    const tree = parsePlaced(shown, places, () => readTree({ path: shown, content: text }));
    for (const { entry, column } of entriesIn(tree, shown)) {
      const at = { path: shown, line: entry.line, column };
      if (!isXmlName(entry.id)) errors.push({ ...at, ...noName(entry.id) });
      const before = entries.get(entry.id);
      if (before) errors.push({ ...at, ...duplicate(entry, before) });
      else entries.set(entry.id, entry);
      if (entry.names.length === 0) findings.push({ ...at, ...nameless(entry) });
    }
  }
  if (errors.length > 0) throw new InputError(errors);
  return { entries, findings };
}

/**
 * The entries of one file, given as text. `path` is what messages call it. Throws as
 * `readAuthorities` does.
 */
export function entriesOfText(content: string, path: string): AuthorityEntry[] {
  return [...entriesIn(readTree({ path, content }), path)].map(({ entry }) => entry);
}

function* entriesIn(element: TreeElement, path: string): Generator<PlacedEntry> {
  for (const child of elementsIn(element)) {
    if (isTei(child, 'teiHeader')) yield* taxonomiesIn(child, path);
    else if (isTei(child, 'list')) yield* publishedEntries(child, path);
    else if (OWN.has(child.local) && attribute(child, 'xml:id') !== undefined)
      yield* own(child, path);
    else yield* entriesIn(child, path);
  }
}

/**
 * A header may contain the edition's classification: categories in a `taxonomy` are entries.
 */
function* taxonomiesIn(element: TreeElement, path: string): Generator<PlacedEntry> {
  for (const child of elementsIn(element)) {
    if (isTei(child, 'taxonomy')) yield* entriesIn(child, path);
    else yield* taxonomiesIn(child, path);
  }
}

function* own(element: TreeElement, path: string): Generator<PlacedEntry> {
  yield { entry: ownEntry(element, path), column: element.column };
  // A category may hold categories, an organization its divisions.
  for (const child of elementsIn(element)) {
    if (OWN.has(child.local) && attribute(child, 'xml:id') !== undefined) yield* own(child, path);
  }
}

export function noName(id: string): Omit<Finding, 'path'> {
  return {
    severity: 'error',
    rule: 'authority/no-id',
    message:
      `the xml:id “${id}” is not a name; begin with a letter or _, then letters, digits, - _ ` +
      `and full stops`,
  };
}

function duplicate(entry: AuthorityEntry, before: AuthorityEntry): Omit<Finding, 'path'> {
  return {
    severity: 'error',
    rule: 'authority/duplicate-id',
    message:
      `the xml:id "${entry.id}" is already used in ${before.path} line ${before.line}; ` +
      `give this entry another`,
  };
}

function nameless(entry: AuthorityEntry): Omit<Finding, 'path'> {
  return {
    severity: 'warning',
    rule: 'authority/no-name',
    message: `the entry "${entry.id}" has no name, so no text will ever refer to it; give it one`,
  };
}
