/**
 * The pointers of one file.
 *
 * Takes the elements of a file and its identifiers. Returns every pointer that is not resolved
 * within the file, classified by its form; and which identifiers are those of entries.
 */

import { hasScheme } from '../../core/text.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, type TreeElement, walk } from '../../xml/tree.ts';
import { namesPicture } from './pictures-beside.ts';
import {
  allowedKinds,
  ENTRY_KINDS,
  mayHavePrefix,
  mayNameEntry,
  pointerReading,
} from './pointer-attributes.ts';
import {
  type CanonicalPattern,
  canonicalPatternOf,
  expand,
  type PrefixDef,
  prefixDefOf,
} from './prefixes.ts';

export interface Located {
  readonly line: number;
  readonly column: number;
  /** The file of the pointer, as messages call it, if that is another one (XInclude). */
  readonly path?: string;
}

/** A pointer that is not resolved within its file. */
export interface PointerReference extends Located {
  readonly attribute: string;
  /** The name of its element. */
  readonly on: string;
  /**
   * `local`: `#id`; `file`: `file.xml#id`; `word`: not a pointer at all; `key`: a key that may name
   * an entry; `undeclared` and `unmatched`: with a prefix that is not declared, or that has a
   * pattern which does not match. Pointers with a declared prefix have the form that they resolve
   * to. `maybe-prefix`: has a colon, in an attribute that may have words; the first of its prefix.
   * `canonical`: the first `@cRef` of the file, or one that matches no cRefPattern. `machine`: a
   * file of the machine on which it was written.
   */
  readonly form:
    | 'local'
    | 'file'
    | 'word'
    | 'key'
    | 'empty'
    | 'undeclared'
    | 'maybe-prefix'
    | 'unmatched'
    | 'canonical'
    | 'machine';
  readonly target: string;
  /** Of `unmatched` and `canonical`: the pattern of the prefixDef or cRefPattern. */
  readonly pattern?: string;
  /** The bases (xml:base) around it; empty if there are none. */
  readonly base: string;
}

/** The identifiers of entries, each with the name of its element. */
export function entryKindsIn(elements: readonly TreeElement[]): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const element of elements) {
    const id = ENTRY_KINDS.has(element.local) ? attribute(element, 'xml:id') : undefined;
    if (id !== undefined && !kinds.has(id)) kinds.set(id, element.local);
  }
  return kinds;
}

/** In the order of the file. `ids`: every identifier of the file; `kinds`: those of entries. */
export function referencesIn(
  elements: readonly TreeElement[],
  ids: ReadonlySet<string>,
  kinds: ReadonlyMap<string, string>,
): PointerReference[] {
  const definitions = elements
    .filter(({ local, uri }) => local === 'prefixDef' && uri === TEI)
    .flatMap((element) => prefixDefOf(element) ?? []);
  const canonical = elements
    .filter(({ local, uri }) => local === 'cRefPattern' && uri === TEI)
    .map(canonicalPatternOf);
  const bases = new Map<TreeElement, string>();
  const found: PointerReference[] = [];
  /** What is reported once in a file. */
  const once = new Set<string>();
  for (const element of elements) {
    const base = attribute(element, 'xml:base') ?? '';
    const inherited = element.parent ? (bases.get(element.parent) ?? '') : '';
    bases.set(element, inherited + base);
    // Elements of other namespaces have attributes of their own; the source of a file need not be
    // in the edition.
    if (element.uri !== TEI) continue;
    const isOfProgram = element.parent?.local === 'application';
    for (const reference of pointersOf(element, definitions, canonical)) {
      if (isOfProgram && reference.form !== 'local') continue;
      const only = onceOf(reference);
      if (only !== undefined && once.size === once.add(only).size) continue;
      if (!resolvedHere(reference, ids, kinds))
        found.push({ ...reference, base: inherited + base });
    }
  }
  return found.filter(({ base }) => !hasScheme(base));
}

/** A file that a pointer names. */
export interface PointedFile {
  /** As it is written, without `#` and the rest. */
  readonly name: string;
  /** The `xml:base` that it is relative to, from the file with the pointer; usually empty. */
  readonly base: string;
}

/** Each once, in the order of the file. */
export function filesPointedTo(root: TreeElement): PointedFile[] {
  const files = referencesIn([...walk(root)], new Set(), new Map())
    .filter(({ form }) => form === 'file')
    .map(({ target, base }) => ({ name: target.replace(/#.*$/s, ''), base }));
  return [...new Map(files.map((file) => [`${file.base} ${file.name}`, file])).values()];
}

type Pointer = Omit<PointerReference, 'base'>;

/** What a finding about a pointer says, if it is said once in a file. */
function onceOf({ form, attribute: name, target, pattern }: Pointer): string | undefined {
  if (form === 'maybe-prefix') return `${name} ${target.slice(0, target.indexOf(':'))}`;
  return form === 'canonical' && pattern === undefined ? name : undefined;
}

function* pointersOf(
  element: TreeElement,
  definitions: readonly PrefixDef[],
  canonical: readonly CanonicalPattern[],
): Generator<Pointer> {
  const { line, column, path, local: on } = element;
  for (const { name, value } of element.attributes) {
    const at = { line, column, ...(path !== undefined && { path }), on, attribute: name };
    if (name === 'key') {
      const key = value.trim();
      // A key with spaces or a colon is a name or an identifier of another list.
      const isPlain = key !== '' && !/[\s:]/.test(key);
      if (isPlain && mayNameEntry(key, on) && attribute(element, 'ref') === undefined)
        yield { ...at, form: 'key', target: key };
      continue;
    }
    if (name === 'cRef') {
      const target = value.trim();
      const isUnmatched = canonical.length > 0 && !canonical.some(({ matches }) => matches(target));
      const pattern = canonical.map((one) => one.pattern).join(', ');
      yield { ...at, form: 'canonical', target, ...(isUnmatched && { pattern }) };
      continue;
    }
    const reading = pointerReading(name, on);
    if (reading === undefined) continue;
    const words = value.split(/\s+/).filter((word) => word !== '');
    if (words.length === 0 && reading === 'pointer') yield { ...at, form: 'empty', target: '' };
    for (const word of words) {
      const classified = classify(word, reading, definitions);
      if (classified) yield { ...at, ...classified };
      else if (reading === 'hash' && mayHavePrefix(name) && isUndeclared(word, definitions))
        yield { ...at, form: 'maybe-prefix', target: word };
    }
  }
}

/** `iiif:page4`, but no address. */
function isUndeclared(word: string, definitions: readonly PrefixDef[]): boolean {
  return /^[a-z][\w.-]*:[^/\s]/.test(word) && expand(word, definitions) === 'undeclared';
}

/** `file:///home/…`, `C:\\Users\\…`. */
const OF_A_MACHINE = /^(?:file:|[a-z]:[\\/])/i;

function classify(
  word: string,
  reading: 'pointer' | 'hash',
  definitions: readonly PrefixDef[],
): Pick<Pointer, 'form' | 'target' | 'pattern'> | undefined {
  if (word.startsWith('#')) return word.includes('(') ? undefined : { form: 'local', target: word };
  if (reading === 'pointer' && OF_A_MACHINE.test(word)) return { form: 'machine', target: word };
  if (hasScheme(word)) {
    // A time of day, or another value with a colon.
    if (reading === 'hash' && !definitions.some(({ ident }) => word.startsWith(`${ident}:`)))
      return undefined;
    const expanded = expand(word, definitions);
    if (expanded === 'not followed') return undefined;
    if (expanded === 'undeclared') return { form: 'undeclared', target: word };
    if ('pattern' in expanded)
      return { form: 'unmatched', target: word, pattern: expanded.pattern };
    const { pointer } = expanded;
    return hasScheme(pointer) ? undefined : classify(pointer, 'hash', []);
  }
  // A part of a picture or a recording (Media Fragments: "talk.mp3#t=10,20").
  if (/^[^#]*\.(?!xml#)\w+#\w+=/.test(word)) return undefined;
  if (/^[^:]*#./.test(word) || /^[^:#]+\.xml$/.test(word)) return { form: 'file', target: word };
  // An absolute or relative path is an address; pictures-beside.ts looks for pictures.
  if (reading === 'hash' || word.includes('/') || word.includes(':') || namesPicture(word))
    return undefined;
  return { form: 'word', target: word };
}

function resolvedHere(
  { form, target, attribute: name, on }: Pointer,
  ids: ReadonlySet<string>,
  kinds: ReadonlyMap<string, string>,
): boolean {
  const id = form === 'local' ? target.slice(1) : target;
  if ((form !== 'local' && form !== 'key') || !ids.has(id)) return false;
  const kind = kinds.get(id);
  const allowed = allowedKinds(name, on);
  return kind === undefined || allowed === undefined || allowed.includes(kind);
}
