/**
 * The files of a Schematron schema, and the places of their elements.
 *
 * Takes the path of a schema. Returns its tree, with included files inserted. `sch:include` and
 * `sch:extends` (ISO/IEC 19757-3, 5.4.4 and 5.4.6) may only name files in the schema's own folder
 * and below it.
 */

import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { decodedName, hasScheme } from '../../core/text.ts';
import { decodeXml, type TextPosition } from '../decode.ts';
import { SCHEMATRON, XINCLUDE } from '../namespaces.ts';
import { attribute, readTree, type TreeElement, walk } from '../tree.ts';

/** The most files of a schema. */
const MOST_FILES = 50;

export function isSch(element: TreeElement, ...names: readonly string[]): boolean {
  return element.uri === SCHEMATRON && names.includes(element.local);
}

interface SchemaFile {
  readonly shown: string;
  readonly text: string;
}

/** A schema with all its files. */
export class SchemaSource {
  readonly root: TreeElement;
  /** Findings about files that could not be included. */
  readonly findings: Finding[] = [];
  /** Changes when one of the files does. */
  readonly hash: string;
  readonly #folder: string;
  readonly #files = new Map<TreeElement, SchemaFile>();
  readonly #hash = createHash('sha256');
  #count = 0;

  /** Throws an `InputError` if the schema cannot be read. */
  constructor(path: string) {
    this.#folder = dirname(realpathSync.native(existing(path)));
    this.root = this.#read(path);
    this.#include(this.root, path, [path]);
    this.hash = this.#hash.digest('hex').slice(0, 32);
  }

  /** A finding about an element of the schema, at one of its attributes if that is named. */
  finding(
    element: TreeElement,
    severity: Finding['severity'],
    rule: string,
    message: string,
    name?: string,
  ): Finding {
    const file = this.#files.get(rootOf(element));
    const at = file && name !== undefined ? attributePlace(file.text, element, name) : undefined;
    const { line, column } = at ?? element;
    return { path: file?.shown ?? '', line, column, severity, rule, message };
  }

  #read(path: string): TreeElement {
    const shown = shownPath(path);
    const bytes = readInput(path, 'check/no-schema');
    this.#hash.update(`${bytes.length}\0`).update(bytes);
    const text = decodeXml(bytes, shown);
    const root = readTree({ path: shown, content: text });
    this.#files.set(root, { shown, text });
    this.#count += 1;
    return root;
  }

  /** `within`: the files around, from the outermost. */
  #include(element: TreeElement, path: string, within: readonly string[]): void {
    element.children.splice(
      0,
      element.children.length,
      ...element.children.flatMap((child) => {
        if (typeof child === 'string') return [child];
        if (child.uri === XINCLUDE) {
          this.findings.push(this.#notInSchematron(child));
          return [];
        }
        const href = attribute(child, 'href');
        const isInclude = isSch(child, 'include');
        if (!isInclude && !(isSch(child, 'extends') && href !== undefined)) {
          this.#include(child, path, within);
          return [child];
        }
        try {
          const { target, file } = this.#target(child, href ?? '', path, within);
          this.#include(target, file, [...within, file]);
          // The children have the same parent as before, so that their file and namespaces are
          // known.
          return isInclude ? [target] : target.children;
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          this.findings.push(...error.findings);
          return [];
        }
      }),
    );
  }

  #notInSchematron(child: TreeElement): Finding {
    const message =
      `<${child.name}> is not read in a schema, so what it names is not checked; write ` +
      `<include xmlns="${SCHEMATRON}" href="…"/> (Schematron’s own)`;
    return this.finding(child, 'error', 'check/not-included', message);
  }

  #target(
    child: TreeElement,
    href: string,
    from: string,
    within: readonly string[],
  ): { target: TreeElement; file: string } {
    const refuse = (why: string): InputError =>
      new InputError(
        this.finding(
          child,
          'error',
          'check/not-included',
          `${href} ${why}, so its contents are not checked`,
          'href',
        ),
      );
    const [name = '', fragment] = href.split('#');
    if (hasScheme(name) || name.startsWith('//'))
      throw refuse('is not read, since it is not in the schema’s folder; name a copy there');
    const file = name === '' ? from : resolve(dirname(from), decodedName(name));
    const real = realPath(file);
    if (real === undefined) throw refuse('does not exist');
    if (!real.startsWith(this.#folder + sep)) throw refuse('is outside the folder of the schema');
    if (within.some((outer) => realPath(outer) === real)) throw refuse('includes itself');
    if (this.#count >= MOST_FILES) throw refuse(`would be more than ${MOST_FILES} files`);
    const root = this.#read(file);
    const target =
      fragment === undefined
        ? root
        : [...walk(root)].find(
            (one) => attribute(one, 'id') === fragment || attribute(one, 'xml:id') === fragment,
          );
    if (!target) throw refuse(`has no element with the id “${fragment}”`);
    return { target, file };
  }
}

/** Whether a schema with this hash names other files. */
const named = new Map<string, boolean>();

/**
 * A hash of a schema and of the files that it includes. `hash`: its own. Throws an
 * `InputError`.
 */
export function rulesHash(path: string, hash: string): string {
  const known = named.get(hash);
  const includes =
    known ??
    /(?:include|extends)\b[^>]*\shref/.test(decodeXml(readInput(path, 'check/no-schema'), path));
  named.set(hash, includes);
  return includes ? new SchemaSource(path).hash : hash;
}

/** The namespaces in scope at an element, by prefix; `''` is the default one. */
export function namespacesAt(element: TreeElement): Map<string, string> {
  const above = element.parent ? namespacesAt(element.parent) : new Map<string, string>();
  for (const [prefix, uri] of Object.entries(element.namespaces)) above.set(prefix, uri);
  return above;
}

function rootOf(element: TreeElement): TreeElement {
  let root = element;
  while (root.parent) root = root.parent;
  return root;
}

/** The place of an attribute in its start tag; the tag's own place if it is not found. */
function attributePlace(
  text: string,
  element: TreeElement,
  name: string,
): TextPosition | undefined {
  const lines = text.split(/\r\n?|\n/);
  const attributes = /(?:[^\s"'=<>/]+)(?=\s*=\s*["'])|"[^"]*"|'[^']*'|>/g;
  for (let line = element.line; line <= lines.length; line += 1) {
    const here = lines[line - 1] ?? '';
    attributes.lastIndex = line === element.line ? element.column : 0;
    for (let found = attributes.exec(here); found; found = attributes.exec(here)) {
      if (found[0] === name) return { line, column: found.index + 1 };
      if (found[0] === '>') return undefined;
    }
  }
  return undefined;
}

function existing(path: string): string {
  if (realPath(path) === undefined) readInput(path, 'check/no-schema');
  return path;
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
