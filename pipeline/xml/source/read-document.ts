/**
 * Reads a TEI file: decodes it, replaces its entities, inserts its includes.
 *
 * Takes the path of a file and the folder of its edition; nothing outside of it is read. Returns
 * text of XML 1.0 without a DOCTYPE, a hash of everything it was made from, findings, and for a
 * place in the text the file, line and column for an editor.
 */

import { realpathSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { hashOf } from '../../cache/results.ts';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, ifReadable, shownPath } from '../../core/finding.ts';
import { byCodeUnit } from '../../core/text.ts';
import type { MappedText } from '../mapped-text.ts';
import { decodeSource } from './decoded.ts';
import { expandEntities } from './entities.ts';
import { fragmentRoot, noHeader, wholeDocument, withHeader } from './fragment.ts';
import { type IncludeAccess, type IncludeStep, resolveIncludes } from './include.ts';
import { placeNamed } from './include-places.ts';

export interface ReadDocument {
  readonly text: string;
  /** The file itself. */
  readonly bytes: Uint8Array;
  /** Of the file and of everything included: if it is the same, so is the text. */
  readonly hash: string;
  /** Other files that were read or were missing. */
  readonly parts: readonly string[];
  /** Those of them that were included as a whole. */
  readonly whole: readonly string[];
  readonly findings: readonly Finding[];
  /**
   * The root of the file is a part of TEI (`surface`, `div`); `text` has `TEI` and a header around
   * it.
   */
  readonly isFragment: boolean;
  /** Undefined if the text is the file's, character by character. */
  readonly places: MappedText | undefined;
}

/**
 * How much may be included in one document, in UTF-16 units, at all levels together; the longest
 * printed volume has some 5 million.
 */
const MOST_TEXT = 16 * 1024 * 1024;

/** Parts of one document. */
const MOST_PARTS = 10_000;

/**
 * How many times as long as its files a document may become, as with entities: files that put one
 * another in twice double at each step. Short ones may always be repeated.
 */
const MOST_GROWTH = 10;
const FREE = 512 * 1024;

/**
 * Throws an `InputError` if the file itself cannot be read; a part that cannot be included is a
 * finding. `rule`: of the finding that reports a missing file.
 */
export function readDocument(path: string, root: string, rule: string): ReadDocument {
  return new Reading(root).document(path, rule);
}

class Reading implements IncludeAccess {
  readonly #root: string;
  /** Hashes of the files that were read, null for missing ones. */
  readonly #parts = new Map<string, string | null>();
  readonly #whole = new Set<string>();
  /** Bytes of the files that were read, and what was put in, in parts and UTF-16 units. */
  #bytesRead = 0;
  #partsTaken = 0;
  #unitsTaken = 0;
  /** Why nothing more is put in. */
  #limit: string | undefined;
  readonly #read = new Map<
    string,
    { text: MappedText; findings: readonly Finding[] } | InputError
  >();

  constructor(root: string) {
    this.#root = root;
  }

  document(path: string, rule: string): ReadDocument {
    const bytes = readInput(path, rule);
    this.#bytesRead += bytes.length;
    const { text: own, findings } = this.#expanded(bytes, path, [{ path, xpointer: '' }]);
    const isFragment = fragmentRoot(own.text) !== undefined;
    const name = basename(path, '.xml').replace(/[\p{Cc}\uFFFE\uFFFF]+/gu, ' ');
    const headed = isFragment ? wholeDocument(own, name) : withHeader(own, name);
    if (headed && !isFragment) findings.push(noHeader(path, own.text));
    const text = headed ?? own;
    const hashOfFile = headed ? hashOf(hashOf(bytes), name) : hashOf(bytes);
    this.#parts.delete(path);
    const parts = [...this.#parts].sort(([one], [other]) => byCodeUnit(one, other));
    // Cached findings name the parts as the user sees them.
    const hash =
      parts.length === 0
        ? hashOfFile
        : hashOf(hashOfFile, ...parts.map(([part, of]) => `${shownPath(part)}\n${of ?? ''}`));
    const [segment] = text.segments;
    const isVerbatim = text.segments.length === 1 && segment?.exact === true && segment.at === 0;
    return {
      text: text.text,
      bytes,
      hash,
      parts: parts.map(([part]) => part),
      whole: [...this.#whole].sort(),
      findings,
      isFragment,
      places: isVerbatim ? undefined : text,
    };
  }

  locate(href: string, from: string): { path: string } | { why: string } {
    const place = placeNamed(href, from, this.#root);
    if ('why' in place) return place;
    let real: string;
    try {
      real = realpathSync(place.path);
    } catch {
      this.#parts.set(place.path, null);
      return { why: 'does not exist' };
    }
    const inside = relative(realpathSync(this.#root), real);
    if (inside.startsWith('..') || resolve(inside) === inside)
      return { why: 'is a link that leads out of the edition’s folder' };
    if (inside.split(/[/\\]/).some((step) => step.startsWith('.')))
      return { why: 'is a link to something hidden' };
    return place;
  }

  xml(
    path: string,
    within: readonly IncludeStep[],
  ): { text: MappedText; findings: readonly Finding[] } {
    if (within.at(-1)?.xpointer === '') this.#whole.add(path);
    const before = this.#read.get(path);
    if (before instanceof InputError) throw before;
    if (before) return before;
    try {
      const read = this.#expanded(this.#bytes(path), path, within);
      // Whether a cycle is refused depends on where the file is included.
      if (read.findings.length === 0) this.#read.set(path, read);
      return read;
    } catch (error: unknown) {
      if (error instanceof InputError) this.#read.set(path, error);
      throw error;
    }
  }

  words(path: string, encoding: string): MappedText {
    return decodeSource(this.#bytes(path), shownPath(path), encoding).text;
  }

  partTooMany(): string | undefined {
    this.#partsTaken += 1;
    if (this.#partsTaken > MOST_PARTS)
      return 'is one part too many: no document may consist of so many';
    // What is read after the limit was reached would not be used.
    return this.#limit;
  }

  tooLong(units: number): string | undefined {
    this.#unitsTaken += units;
    if (this.#unitsTaken > MOST_TEXT) this.#limit = 'makes the document larger than any; divide it';
    else if (this.#unitsTaken > MOST_GROWTH * this.#bytesRead + FREE)
      this.#limit =
        `makes the document more than ${MOST_GROWTH} times as long as its files; do not ` +
        `include files so often`;
    return this.#limit;
  }

  #bytes(path: string): Uint8Array {
    const bytes = readInput(path, 'check/not-included');
    if (!this.#parts.has(path)) this.#bytesRead += bytes.length;
    this.#parts.set(path, hashOf(bytes));
    return bytes;
  }

  #expanded(
    bytes: Uint8Array,
    path: string,
    within: readonly IncludeStep[],
  ): { text: MappedText; findings: Finding[] } {
    const shown = shownPath(path);
    const decoded = decodeSource(bytes, shown);
    const expanded = expandEntities(decoded.text, shown);
    const reported = [...decoded.findings, ...expanded.findings];
    const { text, findings } = this.#included(expanded.text, within);
    return { text, findings: [...reported, ...findings] };
  }

  /** The next parser reports a text that is not well-formed, with the place. */
  #included(
    source: MappedText,
    within: readonly IncludeStep[],
  ): { text: MappedText; findings: readonly Finding[] } {
    return ifReadable(
      () => resolveIncludes(source, within, this),
      (error) => {
        if (within.length > 1) throw placed(error, source);
        return { text: source, findings: [] };
      },
    );
  }
}

/** Findings about an assembled text, with the places in the files that it was made from. */
export function placedFindings(
  findings: readonly Finding[],
  path: string,
  places: MappedText | undefined,
): Finding[] {
  if (!places) return [...findings];
  return findings.map((finding) => {
    if (finding.path !== path || finding.line === undefined) return finding;
    const place = places.placeAt(finding.line, finding.column);
    return finding.column === undefined
      ? { ...finding, path: place.path, line: place.line }
      : { ...finding, ...place };
  });
}

/**
 * The result of `parse`. The places of an `InputError` that it throws are translated to the files
 * that the text was made from. `path`: the document's name in messages.
 */
export function parsePlaced<Value>(
  path: string,
  places: MappedText | undefined,
  parse: () => Value,
): Value {
  return ifReadable(parse, (error) => {
    throw new InputError(placedFindings(error.findings, path, places));
  });
}

function placed(error: InputError, source: MappedText): InputError {
  const [first] = error.findings;
  return first ? new InputError(placedFindings(error.findings, first.path, source)) : error;
}
