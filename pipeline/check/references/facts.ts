/**
 * The facts of one file for questions that only several files together can answer.
 *
 * Takes the tree of a file. Returns its identifiers, its references to elsewhere and its entries,
 * as plain values, so that the trees of a whole edition need not stay in memory.
 */
import { foldedWords, foldSpace } from '../../core/text.ts';
import {
  entryKindsIn,
  type Located,
  type PointerReference,
  referencesIn,
} from '../../edition/pointers/file-pointers.ts';
import { fileNamed, namesPicture } from '../../edition/pointers/pictures-beside.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, descend, elementsIn, type TreeElement, textOf, walk } from '../../xml/tree.ts';

/** Elements of `standOff` that authority files define and documents copy. */
const ENTRIES = new Set(['person', 'personGrp', 'org', 'place', 'item', 'category', 'event']);

export interface EntryFacts extends Located {
  readonly id: string;
  readonly kind: string;
  /** The words of its names. */
  readonly names: string;
  /**
   * The entry written in one way whatever its white space and order of attributes, for comparison.
   */
  readonly form: string;
}

/** A picture or a recording that a file names. */
interface Picture extends Located {
  readonly attribute: string;
  readonly target: string;
}

export interface FileFacts {
  readonly path: string;
  /** `TEI/@xml:id`. */
  readonly id: string | undefined;
  readonly root: Located;
  /** The edition's conventions apply to the file (own-schema.ts). */
  readonly governed: boolean;
  /** The edition's rules have checked the file: they report pointers and identifiers within it. */
  readonly judgedByRules: boolean;
  /** The file holds a document of the edition (`div[@type='document']`). */
  readonly isDocument: boolean;
  /** Every `xml:id` of the file. */
  readonly ids: ReadonlySet<string>;
  /** The place of an `xml:id` that the file has given before; `first`: the place of that one. */
  readonly repeated: readonly (Located & { readonly id: string; readonly first: Located })[];
  /** The identifiers in the text, with their places. */
  readonly textIds: ReadonlyMap<string, Located>;
  readonly entries: readonly EntryFacts[];
  /** The identifiers of persons, places, witnesses, hands …, with the names of their elements. */
  readonly entryKinds: ReadonlyMap<string, string>;
  /**
   * Pointers that are not resolved in the file: to other files (`d12.xml#d12-p3`), to entries
   * elsewhere, or to nothing.
   */
  readonly references: readonly PointerReference[];
  /**
   * Pictures and recordings in folders that it names, each once: `graphic/@url`, `media/@url`,
   * `@facs`. `target`: with the bases (xml:base) around it.
   */
  readonly pictures: readonly Picture[];
  /** For the edition's header: the documents that its register names, with the register's `n`. */
  readonly registered: readonly (Located & { readonly n: string })[];
}

export function fileFacts(
  root: TreeElement,
  path: string,
  governed = true,
  judgedByRules = governed,
): FileFacts {
  /** With their first places. */
  const ids = new Map<string, Located>();
  const repeated: (Located & { id: string; first: Located })[] = [];
  const textIds = new Map<string, Located>();
  const entries: EntryFacts[] = [];
  const pictures = new Map<string, Picture>();
  const elements = [...walk(root)];
  const text = descend(root, 'text');
  const inText = new Set(text ? walk(text) : []);
  let isDocument = false;
  for (const element of elements) {
    const at = located(element);
    const id = attribute(element, 'xml:id');
    if (id !== undefined) {
      const first = ids.get(id);
      if (first) repeated.push({ ...at, id, first });
      else ids.set(id, at);
      const inside = inText.has(element);
      if (inside) textIds.set(id, at);
      // Some projects have their lists in the text.
      if (
        ENTRIES.has(element.local) &&
        (!inside || (!governed && /^list[A-Z]/.test(element.parent?.local ?? '')))
      )
        entries.push({
          ...at,
          id,
          kind: element.local,
          names: namesOf(element),
          form: formOf(element),
        });
    }
    isDocument ||=
      element.local === 'div' && attribute(element, 'type') === 'document' && inText.has(element);
    for (const { name, value } of element.attributes) {
      for (const word of filesShown(element, name, value)) {
        const target = baseOf(element) + word;
        if (fileNamed(target) !== undefined && !pictures.has(target))
          pictures.set(target, { ...at, attribute: name, target });
      }
    }
  }
  const entryKinds = entryKindsIn(elements);
  const id = attribute(root, 'xml:id');
  const rootAt = located(root);
  return {
    path,
    id,
    root: rootAt,
    governed,
    judgedByRules,
    isDocument,
    ids: new Set(ids.keys()),
    repeated,
    textIds,
    entries,
    entryKinds,
    references: referencesIn(elements, new Set(ids.keys()), entryKinds),
    pictures: [...pictures.values()],
    registered: registeredIn(root),
  };
}

/** The files that an attribute names for the reader to see or hear. */
function filesShown({ local }: TreeElement, name: string, value: string): string[] {
  if (name === 'facs') return value.split(/\s+/).filter(namesPicture);
  if (name !== 'url' || (local !== 'graphic' && local !== 'media')) return [];
  return value.split(/\s+/).flatMap((word) => fileNamed(word) ?? []);
}

function located({ line, column, path }: TreeElement): Located {
  return { line, column, ...(path !== undefined && { path }) };
}

/** The bases around an element, outermost first, as they are written. */
function baseOf(element: TreeElement | undefined): string {
  return element ? baseOf(element.parent) + (attribute(element, 'xml:base') ?? '') : '';
}

/** `standOff/listBibl[@type='documents']/bibl[@n]`. */
function registeredIn(root: TreeElement): (Located & { n: string })[] {
  const standOff = descend(root, 'standOff');
  const lists = standOff
    ? elementsIn(standOff).filter((list) => attribute(list, 'type') === 'documents')
    : [];
  return lists
    .flatMap((one) => elementsIn(one))
    .flatMap((bibl) => {
      const n = attribute(bibl, 'n');
      return n === undefined ? [] : [{ n, line: bibl.line, column: bibl.column }];
    });
}

function namesOf(element: TreeElement): string {
  const names = elementsIn(element).filter(({ local }) =>
    /Name$|^(?:name|rs|term|catDesc|label|head)$/.test(local),
  );
  return foldedWords(names.map(textOf).join(' '));
}

function formOf(element: TreeElement): string {
  const attributes = element.attributes
    .map(({ name, value }) => ` ${name}="${foldedWords(value)}"`)
    .sort();
  const inside = element.children.map((child) =>
    typeof child === 'string' ? foldSpace(child) : formOf(child),
  );
  const name = element.uri === TEI ? element.local : `{${element.uri}}${element.local}`;
  return `<${name}${attributes.join('')}>${inside.map((part) => part.trim()).join('')}</>`;
}
