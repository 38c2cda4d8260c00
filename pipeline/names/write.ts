/**
 * Adds accepted entries to `authorities/proposed.xml`. The existing content of the file stays
 * unchanged, byte by byte: entries are inserted before the end of their list, and an entry with an
 * id that the file has is never written again.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATION } from '../authorities/listed-name.ts';
import { entriesOfText } from '../authorities/read.ts';
import type { GivenCandidate } from '../authorities/services/client.ts';
import { isWriteProtected } from '../computed/replace-file.ts';
import { writeWhole } from '../core/files/atomic-files.ts';
import { readInput } from '../core/files/input-file.ts';
import { InputError, shownPath } from '../core/finding.ts';
import type { Edition } from '../edition/edition.ts';
import { isLink } from '../edition/folder/links.ts';
import type { ProposedKind } from '../encode/names/unlisted/model.ts';
import { PROPOSED_KINDS } from '../encode/names/unlisted/model.ts';
import { allLanguages } from '../encode/names/words/lexicon.ts';
import { wordKey } from '../encode/names/words/tokens.ts';
import { ENTRY_ELEMENTS } from '../model/entry-elements.ts';
import { decodeXml } from '../xml/decode.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import type { AcceptedEntry } from './accepted.ts';

/** The file of an edition that `--write` adds to. */
export function proposedFile(edition: Edition): string {
  return join(edition.authorities, 'proposed.xml');
}

/**
 * Adds the entries (no authority file has their ids). Nothing is written if there are none. @throws
 * InputError if the file cannot be extended; it is then unchanged.
 */
export function addEntries(edition: Edition, entries: readonly AcceptedEntry[]): void {
  if (entries.length === 0) return;
  const path = proposedFile(edition);
  const refused = (message: string): InputError =>
    new InputError({
      path: shownPath(path),
      severity: 'error',
      rule: 'names/write',
      message,
    });
  if (isLink(path))
    throw refused('this is a link, which is not written through; put the file itself here');
  if (isWriteProtected(path)) throw refused('the file is write-protected; change its permissions');
  const bytes = existsSync(path) ? readInput(path, 'names/write') : undefined;
  const before = bytes === undefined ? EMPTY : decodeXml(bytes, shownPath(path));
  const bom = bytes?.[0] === 0xef ? '\uFEFF' : '';
  if (bytes && !Buffer.from(bom + before.replace(/^\uFEFF/, '')).equals(bytes))
    throw refused('the file is not in UTF-8; save it as UTF-8');
  const after = withEntries(before.replace(/^\uFEFF/, ''), entries);
  const ids = (text: string) =>
    entriesOfText(text, shownPath(path))
      .map(({ id }) => id)
      .sort();
  const expected = [...ids(before), ...entries.map(({ id }) => id)].sort();
  // The proof that the entries are at a place where a reader finds them: not in a comment, for
  // example.
  if (after === undefined || ids(after).join(' ') !== expected.join(' '))
    throw refused(
      'new entries cannot be put in: the file has no <standOff> or no end of a list in the ' +
        'TEI namespace; move your entries to another authority file and delete this one',
    );
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  writeWhole(path, bom + after, {
    durable: true,
    ...(mode === undefined ? {} : { mode: mode & 0o777 }),
  });
}

function withEntries(text: string, entries: readonly AcceptedEntry[]): string | undefined {
  let after = text;
  for (const kind of PROPOSED_KINDS) {
    const { list } = ENTRY_ELEMENTS[kind];
    const own = entries.filter((entry) => entry.kind === kind).map(entryXml);
    if (own.length === 0) continue;
    const inner = own.join('');
    const end = after.lastIndexOf(`</${list}>`);
    const place = end < 0 ? after.lastIndexOf('</standOff>') : end;
    if (place < 0) return undefined;
    const line = after.lastIndexOf('\n', place) + 1;
    const at = after.slice(line, place).trim() === '' ? line : place;
    const added = end < 0 ? `    <${list}>\n${inner}    </${list}>\n` : inner;
    after = `${after.slice(0, at)}${added}${after.slice(at)}`;
  }
  return after;
}

function entryXml(accepted: AcceptedEntry): string {
  const { id, kind, name, forms, certainty, identifiers, given, type } = accepted;
  const { entry, name: element } = ENTRY_ELEMENTS[kind];
  const variants = forms.filter((form) => form !== name);
  const lines = [
    `<${element}>${nameXml(kind, name)}</${element}>`,
    ...variants.map((form) => `<${element} type="variant">${nameXml(kind, form)}</${element}>`),
    ...(given ? datesXml(kind, given) : []),
    ...Object.entries(identifiers).map(
      ([scheme, value]) => `<idno type="${scheme}">${escapeText(value)}</idno>`,
    ),
  ];
  if (given) lines.push(...notesXml(given));
  const body = lines.map((line) => `        ${line}\n`).join('');
  const typed = type === undefined ? '' : ` type="${escapeAttribute(type)}"`;
  return (
    `      <${entry} xml:id="${escapeAttribute(id)}"${typed} resp="#siglum" ` +
    `cert="${certainty}">\n${body}      </${entry}>\n`
  );
}

/** Data of an authority service, each with its source. */
function datesXml(kind: ProposedKind, { candidate }: GivenCandidate): string[] {
  const { birth, death, coordinates } = candidate;
  const source = sourceAttribute(candidate);
  const dated = (element: string, when: string | undefined) =>
    when === undefined ? [] : [`<${element} when="${escapeAttribute(when)}"${source}/>`];
  if (kind === 'person') return [...dated('birth', birth), ...dated('death', death)];
  return kind === 'place' && coordinates !== undefined
    ? [`<location${source}><geo>${escapeText(coordinates)}</geo></location>`]
    : [];
}

function notesXml({ candidate, service, day }: GivenCandidate): string[] {
  const { description } = candidate;
  const source = sourceAttribute(candidate);
  return [
    ...(description === undefined ? [] : [`<note${source}>${escapeText(description)}</note>`]),
    `<note type="source"${source}>${escapeText(service)}, <date when="${day}">${day}</date></note>`,
  ];
}

function sourceAttribute({ address }: GivenCandidate['candidate']): string {
  return address === undefined ? '' : ` source="${escapeAttribute(address)}"`;
}

/** A person's name in its parts, so that the encoder finds the surname alone too. */
export function nameXml(kind: ProposedKind, name: string): string {
  const words = name.split(' ').filter((word) => word !== '');
  // "Page, Walter Hines" is read as it is.
  if (kind !== 'person' || words.length < 2 || name.includes(',')) return escapeText(name);
  const isTitle = (word: string) => allLanguages.isTitle(wordKey(word.replace(/\.$/, '')));
  let titles = 0;
  while (titles < words.length - 1 && isTitle(words[titles] ?? '')) titles++;
  let last = words.length - 1;
  const isParticle = (word: string) => allLanguages.isParticle(wordKey(word));
  let surname = last;
  while (surname > titles && isParticle(words[surname - 1] ?? '')) surname--;
  const generation = GENERATION.test(words[last] ?? '') && last - 1 > titles;
  if (generation) surname = --last;
  const part = (from: number, end: number, element: string) =>
    from < end ? [`<${element}>${escapeText(words.slice(from, end).join(' '))}</${element}>`] : [];
  return [
    ...part(0, titles, 'roleName'),
    ...part(titles, surname, 'forename'),
    ...part(surname, last + 1, 'surname'),
    ...(generation ? part(last + 1, words.length, 'genName') : []),
  ].join(' ');
}

const EMPTY = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title>Names that Siglum proposed</title>
        <respStmt xml:id="siglum">
          <resp>found names in the texts</resp>
          <name>Siglum</name>
        </respStmt>
      </titleStmt>
      <publicationStmt>
        <p>A working list of the edition.</p>
      </publicationStmt>
      <sourceDesc>
        <p>The documents of the edition. Entries with resp="#siglum" are proposals; correct them freely:
          "siglum names --write" only adds entries.</p>
      </sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
  </standOff>
</TEI>
`;
