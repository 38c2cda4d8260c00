/** A new entry in an authority file: its file, its identifier, and its markup. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthorityEntry } from '../../authorities/model.ts';
import { entriesOfText } from '../../authorities/read.ts';
import { writeWhole } from '../../core/files/atomic-files.ts';
import type { Edition } from '../../edition/edition.ts';
import { proposedId } from '../../names/ids.ts';
import { nameXml } from '../../names/write.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, elementsIn, isTei, walk } from '../../xml/tree.ts';
import { type PatchChange, PatchRefusal } from '../patch/model.ts';
import { parseDocument, type SourceDocument } from '../source/document.ts';
import { rawTextOf } from '../source/reading-text.ts';
import type { EntryKind } from './kinds.ts';

export interface NewEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly description: string;
  readonly identifiers: Readonly<Record<string, string>>;
  readonly variants: readonly string[];
}

/** An identifier that is not yet used: `p_page_walter`. */
export function entryId(
  { kind }: EntryKind,
  name: string,
  entries: ReadonlyMap<string, AuthorityEntry>,
): string {
  const used = new Set(entries.keys());
  return kind === 'term'
    ? proposedId('org', name, used).replace(/^o_/, 't_')
    : proposedId(kind, name, used);
}

/** The file that has most entries of the kind, else one with the kind's own name. */
export function fileOf(
  { kind, file }: EntryKind,
  edition: Edition,
  entries: ReadonlyMap<string, AuthorityEntry>,
): string {
  const counts = new Map<string, number>();
  for (const entry of entries.values())
    if (entry.kind === kind) counts.set(entry.path, (counts.get(entry.path) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most ? most[0] : join(edition.authorities, file);
}

/** Creates an authority file without entries, if there is none. */
export function ensureFile(path: string, { list, listType, title }: EntryKind): void {
  if (existsSync(path)) return;
  const type = listType === undefined ? '' : ` type="${listType}"`;
  writeWhole(
    path,
    `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>${escapeText(title)}</title>
      </titleStmt>
      <publicationStmt>
        <p>A list of the edition.</p>
      </publicationStmt>
      <sourceDesc>
        <p>The documents of the edition.</p>
      </sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
    <${list}${type}>
    </${list}>
  </standOff>
</TEI>
`,
    { durable: true },
  );
}

/** Adds the entry at the end of its list. */
export function addEntry(document: SourceDocument, entry: NewEntry): PatchChange {
  const { list, listType } = entry.kind;
  const lists = [...walk(document.root)].filter(
    (element) =>
      isTei(element, list) && (listType === undefined || attribute(element, 'type') === listType),
  );
  const target = lists.at(-1);
  if (!target || target.end === target.startEnd)
    throw new PatchRefusal(`${document.path} has no <${list}> that an entry could go into`);
  const last = elementsIn(target).at(-1);
  const at = last?.end ?? target.startEnd;
  const near = last ?? target;
  const line = /\n([ \t]*)$/.exec(document.text.slice(Math.max(0, near.start - 200), near.start));
  const indent = `${line?.[1] ?? ''}${last ? '' : '  '}`;
  const xml = `\n${indent}${entryXml(entry, indent)}`;
  const words = rawTextOf(parseDocument('', `<x>${xml}</x>`).root);
  return {
    edits: [{ start: at, end: at, text: xml }],
    textChanges: [{ at, removed: '', added: words }],
  };
}

function entryXml(given: NewEntry, indent: string): string {
  const { kind, name, description, identifiers, variants } = given;
  const id = escapeAttribute(given.id);
  if (kind.kind === 'term')
    return `<item><term xml:id="${id}">${escapeText(name)}</term>${
      description === '' ? '' : ` <gloss>${escapeText(description)}</gloss>`
    }</item>`;
  const { kind: named } = kind;
  const nameOf = (form: string, type = '') =>
    `<${kind.mark}${type}>${nameXml(named, form)}</${kind.mark}>`;
  const lines = [
    nameOf(name),
    ...variants.map((form) => nameOf(form, ' type="variant"')),
    ...(description === '' ? [] : [`<note>${escapeText(description)}</note>`]),
    ...Object.entries(identifiers).map(
      ([type, value]) => `<idno type="${escapeAttribute(type)}">${escapeText(value)}</idno>`,
    ),
  ];
  const body = lines.map((line) => `\n${indent}  ${line}`).join('');
  return `<${kind.entry} xml:id="${id}">${body}\n${indent}</${kind.entry}>`;
}

/** The entry as documents contain it, before its file is written. */
export function asEntry(entry: NewEntry, path: string): AuthorityEntry {
  const list = entry.kind.list;
  const type = entry.kind.listType === undefined ? '' : ` type="${entry.kind.listType}"`;
  const inner = `<${list}${type}>${entryXml(entry, '')}</${list}>`;
  const xml = `<standOff xmlns="${TEI}">${inner}</standOff>`;
  const found = entriesOfText(xml, path).find(({ id }) => id === entry.id);
  if (!found) throw new PatchRefusal('this entry cannot be written');
  return found;
}
