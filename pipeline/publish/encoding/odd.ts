/** An ODD for a page: the conventions in prose, and the elements with their attributes. */

import { readFileSync } from 'node:fs';
import { foldedWords, foldSpace } from '../../core/text.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, elementsIn, readTree, type TreeElement, textOf, walk } from '../../xml/tree.ts';

/** Words; `code`: the name of an element or attribute, or a value. */
interface OddRun {
  readonly text: string;
  readonly code: boolean;
}

interface OddSection {
  readonly id: string;
  readonly heading: string;
  readonly paragraphs: readonly (readonly OddRun[])[];
}

interface OddAttribute {
  readonly name: string;
  readonly about: string;
  readonly values: readonly { readonly value: string; readonly about: string }[];
}

export interface OddElement {
  readonly name: string;
  readonly about: string;
  readonly attributes: readonly OddAttribute[];
}

export interface Odd {
  readonly sections: readonly OddSection[];
  /** In alphabetical order. */
  readonly elements: readonly OddElement[];
}

/** Throws an `InputError` if the file is not well-formed. `language`: of the interface. */
function readOdd(source: { path: string; content: Uint8Array }, language: string): Odd {
  const root = readTree(source);
  const all = [...walk(root)].filter(({ uri }) => uri === TEI);
  const sections = all
    .filter((one) => one.local === 'div' && elementsIn(one).some(isParagraph))
    .map((div, at) => ({
      id: attribute(div, 'xml:id') ?? `part-${at + 1}`,
      heading: textOf(elementsIn(div).find(({ local }) => local === 'head') ?? '').trim(),
      paragraphs: elementsIn(div).filter(isParagraph).map(runsOf),
    }));
  const elements = all
    .filter((one) => one.local === 'elementSpec' && attribute(one, 'mode') !== 'delete')
    .map((spec) => ({
      name: attribute(spec, 'ident') ?? '',
      about: descriptionIn(spec, language),
      attributes: [...walk(spec)]
        .filter(({ local }) => local === 'attDef')
        .map((definition) => attributeOf(definition, language)),
    }))
    .filter(({ name }) => name !== '')
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return { sections: sections.filter(({ heading }) => heading !== ''), elements };
}

function isParagraph({ local }: TreeElement): boolean {
  return local === 'p';
}

function attributeOf(definition: TreeElement, language: string): OddAttribute {
  return {
    name: attribute(definition, 'ident') ?? '',
    about: descriptionIn(definition, language),
    values: [...walk(definition)]
      .filter(({ local }) => local === 'valItem')
      .map((item) => ({
        value: attribute(item, 'ident') ?? '',
        about: descriptionIn(item, language),
      })),
  };
}

/** The description in the language, else the first one. */
function descriptionIn(element: TreeElement, language: string): string {
  const all = elementsIn(element).filter(({ local }) => local === 'desc' || local === 'gloss');
  const own = all.find((one) => attribute(one, 'xml:lang')?.split('-')[0] === language);
  const found = own ?? all.find((one) => one.local === 'desc') ?? all[0];
  return found ? foldedWords(textOf(found)) : '';
}

/** `gi`, `att`, `tag` and `val` name things of the encoding (TEI Guidelines, 22.1). */
const WRITTEN: Readonly<Record<string, (name: string) => string>> = {
  gi: (name) => `<${name}>`,
  tag: (name) => `<${name}>`,
  att: (name) => `@${name}`,
  val: (name) => `"${name}"`,
  code: (name) => name,
  ident: (name) => name,
};

function runsOf(paragraph: TreeElement): readonly OddRun[] {
  const runs: OddRun[] = [];
  const add = (node: TreeElement | string): void => {
    if (typeof node === 'string') runs.push({ text: foldSpace(node), code: false });
    else {
      const written = WRITTEN[node.local];
      if (written) runs.push({ text: written(textOf(node).trim()), code: true });
      else for (const child of node.children) add(child);
    }
  };
  for (const child of paragraph.children) add(child);
  return runs;
}

/** Null if the file cannot be read: `siglum check` reports that. */
export function oddOf(path: string | null, language: string): Odd | null {
  if (path === null) return null;
  try {
    return readOdd({ path, content: readFileSync(path) }, language);
  } catch {
    return null;
  }
}
