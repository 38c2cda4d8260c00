/**
 * XInclude: inserts included files, from within the edition's folder only.
 *
 * Takes the text of a file. Returns the text with the parts of other files in it, and findings
 * about what cannot be included: then the `xi:include` stays, with its `xi:fallback`, and the page
 * says so. See XInclude 1.0 (W3C); of XPointer the schemes `element()` and the bare name of an
 * `xml:id`.
 */

import { dirname, relative, sep } from 'node:path';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { escapePattern } from '../../core/text.ts';
import { escapeAttribute } from '../escape.ts';
import { type MappedText, TextBuilder } from '../mapped-text.ts';
import { XINCLUDE } from '../namespaces.ts';
import { readXml, type XmlElement } from '../read.ts';
import { type IncludeSpot, includeSpot, notIncluded } from './include-places.ts';

export interface IncludeAccess {
  /** The place of a file, or why it may not be read. */
  locate(href: string, from: string): { readonly path: string } | { readonly why: string };
  /** A file of XML, with its own includes. Throws an `InputError`. */
  xml(
    path: string,
    within: readonly IncludeStep[],
  ): { readonly text: MappedText; readonly findings: readonly Finding[] };
  /** A file of plain text. `encoding`: its name, '' for UTF-8. Throws an `InputError`. */
  words(path: string, encoding: string): MappedText;
  /** Why no further part may be put into this document; nothing where it may. */
  partTooMany(): string | undefined;
  /** The same for so many UTF-16 units. */
  tooLong(units: number): string | undefined;
}

/** A part of a file that is being included. */
export interface IncludeStep {
  readonly path: string;
  readonly xpointer: string;
}

/** Nested includes. */
const DEEPEST = 20;

interface Include {
  readonly element: XmlElement;
  readonly end: number;
  readonly hasFallback: boolean;
}

/** `within`: the files that are being included, outermost first; the last of them is this one. */
export function resolveIncludes(
  source: MappedText,
  within: readonly IncludeStep[],
  access: IncludeAccess,
): { text: MappedText; findings: readonly Finding[] } {
  if (!source.text.includes(XINCLUDE)) return { text: source, findings: [] };
  const includes = includesIn(source.text, within);
  if (includes.length === 0) return { text: source, findings: [] };
  const out = new TextBuilder();
  const findings: Finding[] = [];
  let copied = 0;
  for (const include of includes) {
    const { element, end } = include;
    const at = source.placeAtOffset(element.start);
    let part: IncludedPart;
    try {
      part = partNamed(include, source, within, access);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      findings.push(...error.findings);
      const isText = include.element.attributes.some(
        ({ name, value }) => name === 'parse' && value.trim() === 'text',
      );
      part = { why: `cannot be read as ${isText ? 'text' : 'XML'}` };
    }
    if ('why' in part) {
      findings.push(notIncluded(at, element, part.why, include.hasFallback));
      continue;
    }
    findings.push(...part.findings);
    out.copy(source, copied, element.start);
    part.write(out);
    copied = end;
  }
  out.copy(source, copied, source.text.length);
  return { text: out.done(), findings };
}

/** The outermost include elements. */
function includesIn(text: string, within: readonly IncludeStep[]): Include[] {
  const found: Include[] = [];
  const open: { element: XmlElement; hasFallback: boolean }[] = [];
  let inside = 0;
  readXml(
    { path: shownPath(within.at(-1)?.path ?? ''), content: text },
    {
      open(element) {
        const isInclude = element.uri === XINCLUDE && element.local === 'include';
        if (element.uri === XINCLUDE && element.local === 'fallback' && inside === 1) {
          const holder = open.findLast(
            ({ element }) => element.uri === XINCLUDE && element.local === 'include',
          );
          if (holder) holder.hasFallback = true;
        }
        if (isInclude) inside += 1;
        open.push({ element, hasFallback: false });
      },
      close(element, end) {
        const closed = open.pop();
        if (element.uri !== XINCLUDE || element.local !== 'include') return;
        inside -= 1;
        if (inside === 0) found.push({ element, end, hasFallback: closed?.hasFallback === true });
      },
    },
  );
  return found;
}

type IncludedPart =
  | { readonly why: string }
  | { readonly findings: readonly Finding[]; write(out: TextBuilder): void };

/** Throws an `InputError` about the other file. */
function partNamed(
  { element }: Include,
  own: MappedText,
  within: readonly IncludeStep[],
  access: IncludeAccess,
): IncludedPart {
  const value = (name: string): string =>
    element.attributes.find((one) => one.name === name)?.value.trim() ?? '';
  const [href, xpointer, parse] = [value('href'), value('xpointer'), value('parse') || 'xml'];
  const here = within.at(-1) as IncludeStep;
  if (within.length > DEEPEST)
    return { why: `is the last of more than ${DEEPEST} files that include one another` };
  const tooMany = access.partTooMany();
  if (tooMany !== undefined) return { why: tooMany };
  if (href === '' && xpointer === '')
    return { why: 'is the file itself; name another with href, or a part with xpointer' };
  const located = href === '' ? { path: here.path } : access.locate(href, here.path);
  if ('why' in located) return located;
  const { path } = located;
  if (parse === 'text') return wordsOf(path, value('encoding'), access);
  if (parse !== 'xml')
    return { why: `would be read as “${parse}”, which is not supported; parse is xml or text` };
  const isOpen = within.some(
    (step) => step.path === path && (step.xpointer === '' || step.xpointer === xpointer),
  );
  // A part of the file itself may be included, unless it contains the place of the include.
  if (path !== here.path && isOpen) return { why: 'includes this file itself' };
  const same = path === here.path;
  if (same && xpointer === '') return { why: 'is the file itself' };
  const { text, findings } = same
    ? { text: own, findings: [] }
    : access.xml(path, [...within, { path, xpointer }]);
  const spot = includeSpot(text.text, path, xpointer);
  if ('why' in spot) return spot;
  if (same && spot.start <= element.start && element.start < spot.end)
    return { why: 'contains the place itself' };
  if (same && text.text.slice(spot.start, spot.end).includes('include')) {
    if (
      includesIn(text.text, [here]).some(
        ({ element: { start } }) => start >= spot.start && start < spot.end,
      )
    )
      return { why: 'has includes of its own; put it into a file of its own' };
  }
  const tooLong = access.tooLong(spot.end - spot.start);
  if (tooLong !== undefined) return { why: tooLong };
  const base = relative(dirname(here.path), dirname(path)).split(sep).join('/');
  return { findings, write: (out) => writePart(out, text, spot, base) };
}

function wordsOf(path: string, encoding: string, access: IncludeAccess): IncludedPart {
  const words = access.words(path, encoding);
  const tooLong = access.tooLong(words.text.length);
  if (tooLong !== undefined) return { why: tooLong };
  return {
    findings: [],
    write(out) {
      let copied = 0;
      for (const { 0: sign, index } of words.text.matchAll(/[&<>]/g)) {
        out.copy(words, copied, index);
        out.insert(sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;', words, index);
        copied = index + 1;
      }
      out.copy(words, copied, words.text.length);
    },
  };
}

/**
 * The element, with the namespaces in scope at its place, and the base folder of its own addresses.
 */
function writePart(out: TextBuilder, text: MappedText, spot: IncludeSpot, base: string): void {
  const nameEnd = spot.start + 1 + spot.name.length;
  const declared = text.text.slice(nameEnd, spot.startEnd);
  const missing = Object.entries({ '': '', ...spot.namespaces }).filter(
    ([prefix]) =>
      prefix !== 'xml' &&
      !new RegExp(`\\sxmlns${prefix === '' ? '' : `:${escapePattern(prefix)}`}\\s*=`).test(
        declared,
      ),
  );
  out.copy(text, spot.start, nameEnd);
  const bindings = missing.map(
    ([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`,
  );
  const baseOf =
    base === '' || spot.hasBase ? '' : ` xml:base="${escapeAttribute(encodeURI(base))}/"`;
  out.insert(bindings.join('') + baseOf, text, spot.start);
  out.copy(text, nameEnd, spot.end);
}
