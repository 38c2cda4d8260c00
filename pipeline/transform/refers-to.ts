/**
 * The references of a TEI file to the rest of the edition.
 *
 * Takes a file's data and its text. Returns identifiers of entries, names of files and passages of
 * them, with and without their folders; too many rather than too few, since the input of a page is
 * limited to these.
 */
import { pattern } from '../core/text.ts';
import { pointedAt, schemed } from '../formats/facts/identifiers.ts';
import { PREDEFINED_ENTITIES } from '../xml/escape.ts';
import type { FileData, MentionData } from './model.ts';

/**
 * Every identifier of an entry, every name of a file and every passage of one (`d12.xml#p3`) that a
 * reference in the file may lead to.
 */
export function refersToIn(data: FileData, text: string): string[] {
  return [
    ...new Set([...entriesNamed(data), ...data.entries.map(({ id }) => id), ...references(text)]),
  ];
}

/**
 * Identifiers of the entries that the text or the header names, each once, in the order of the
 * text.
 */
export function entriesNamed({ mentions, header }: FileData): string[] {
  const named = [
    ...mentions,
    ...header.authors,
    ...header.sent,
    ...header.received,
    ...header.places,
  ];
  return [...new Set(named.flatMap(({ entry }) => entry ?? []))];
}

/** The entries in a document's own text: its notes and its title are the editors'. */
export function entriesSpokenOf({
  mentions,
}: {
  readonly mentions: readonly Pick<MentionData, 'entry' | 'block' | 'n'>[];
}): string[] {
  return [
    ...new Set(
      mentions.filter(({ n, block }) => n === null && block !== 'head').map(({ entry }) => entry),
    ),
  ];
}

const KEY = /\skey\s*=\s*(?:"(\s*[^"<\s:]+\s*)"|'(\s*[^'<\s:]+\s*)')/g;

/**
 * Every key, and every word of an attribute that may be a pointer: `#p_ash` is the entry p_ash,
 * `../documents/d12.xml#d12-p3` the file d12.xml.
 */
function* references(text: string): Generator<string> {
  // A key is an entry's identifier without "#".
  for (const [, double, single] of text.matchAll(KEY))
    yield withoutReferences((double ?? single ?? '').trim());
  for (const [, double, single] of text.matchAll(/=\s*(?:"([^"<]*)"|'([^'<]*)')/g)) {
    for (const word of withoutReferences(double ?? single ?? '').split(/\s+/)) {
      if (word.startsWith('#')) yield word.slice(1);
      else if (isInAuthorityFile(word)) yield word;
      else {
        const [, folder = '', file, passage = ''] =
          /^(.*\/)?([^/#]+\.xml)(?:(#.+)|#?)$/.exec(word) ?? [];
        if (file === undefined) continue;
        yield file;
        if (passage !== '') yield file + passage;
        // Several files of an edition may have one name.
        if (folder !== '') yield folder + file + passage;
      }
    }
  }
}

/**
 * A `ptr` or an empty `ref` with its @target, and the attributes that lead to a counterpart, or to
 * somebody or something that the page names: a speaker, a hand, a witness, a source.
 */
const WORDLESS = pattern('g')`
    <(?:[\w.-]+:)?(?:ptr|ref)\b[^<>]*?\btarget\s*=\s*(?:"([^"<]*)"|'([^'<]*)')[^<>]*?(?:\/>|
    >\s*<\/)|\b(?:prev|next|corresp|sameAs|copyOf|who|hand|wit|resp|source)\s*=\s*(?:"([^"<]*)"|
    '([^'<]*)')
  `;

/** Pointers to files for which a page needs words, as they are written, each once. */
export function wordlessPointers(text: string): string[] {
  const pointers = [...text.matchAll(WORDLESS)].flatMap(([, ...values]) =>
    withoutReferences(values.find((value) => value !== undefined) ?? '').split(/\s+/),
  );
  return [...new Set(pointers.filter((pointer) => /^[^#:]+\.xml(?:#|$)/.test(pointer)))];
}

/** `gnd:118540238`, `https://d-nb.info/gnd/118540238`. */
function isInAuthorityFile(word: string): boolean {
  return word.includes(':') && schemed(pointedAt([word], [])).some(({ scheme }) => scheme !== '');
}

/** An attribute's value with character references replaced (XML 1.0, 4.1). */
export function withoutReferences(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal, hexadecimal, name) => {
      if (name !== undefined) return PREDEFINED_ENTITIES[name] ?? whole;
      const code = Number.parseInt(decimal ?? hexadecimal, decimal ? 10 : 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
