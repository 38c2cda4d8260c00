/**
 * The DOIs in a TEI header: `idno[@type='DOI']` in `publicationStmt` is that of this version, with
 * `@subtype='concept'` that of all versions. Nothing else in the file is touched.
 */
import { isWriteProtected, replaceFile } from '../../../computed/replace-file.ts';
import { readInput } from '../../../core/files/input-file.ts';
import { InputError, shownPath } from '../../../core/finding.ts';
import { decodeXml } from '../../../xml/decode.ts';
import { Edits } from '../../../xml/edits.ts';
import { escapeText } from '../../../xml/escape.ts';
import {
  attribute,
  descend,
  elementsIn,
  isTei,
  readTree,
  type TreeElement,
  textOf,
  walk,
} from '../../../xml/tree.ts';

export interface Dois {
  readonly doi: string | null;
  /** The DOI of all versions. */
  readonly conceptDoi: string | null;
}

const CONCEPT = 'concept';
const NO_DOIS: ReadonlySet<string> = new Set();

/**
 * Writes the DOIs into a file that must be UTF-8 without a DOCTYPE. `invalid`: DOIs that are
 * removed if no other replaces them. `signed`: completes the new text of the file. Returns whether
 * the file was changed. Throws an `InputError` if it cannot be changed.
 */
export function writeDois(
  path: string,
  dois: Dois,
  invalid: ReadonlySet<string> = NO_DOIS,
  signed: (tei: string) => string = (tei) => tei,
): boolean {
  const bytes = readInput(path, 'deposit/unreadable');
  const text = decodeXml(bytes, shownPath(path));
  const changed = withDois(text, shownPath(path), dois, invalid);
  if (changed === text) return false;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? bytes.subarray(0, 3) : new Uint8Array();
  const content = Buffer.concat([mark, Buffer.from(signed(changed), 'utf8')]);
  replaceFile(path, bytes, content, 'the DOI in the header', () => {});
  return true;
}

/** Throws an `InputError` if `writeDois` could not write a DOI into this file. */
export function requireDoiPlace(path: string): void {
  const text = decodeXml(readInput(path, 'deposit/unreadable'), shownPath(path));
  withDois(text, shownPath(path), { doi: '10.5072/siglum', conceptDoi: null }, NO_DOIS);
  if (!isWriteProtected(path)) return;
  throw new InputError({
    path: shownPath(path),
    severity: 'error',
    rule: 'deposit/doi-not-written',
    message: 'the file is write-protected, and the DOI goes into it; change its permissions',
  });
}

/** The DOI of this version that a header states, bare and in small letters; undefined if none. */
export function statedDoi(text: string, path: string): string | undefined {
  const publication = publicationIn(readTree({ path, content: text }));
  const there = publication && doiElements(publication, undefined)[0];
  return there && bareDoi(textOf(there));
}

/** `10.5281/zenodo.1`, without the address or prefix in front of it, in small letters. */
export function bareDoi(value: string): string {
  const found = /10\.\d{4,9}\/\S+/.exec(value.toLowerCase());
  return found?.[0] ?? value.trim().toLowerCase();
}

function withDois(
  text: string,
  path: string,
  { doi, conceptDoi }: Dois,
  invalid: ReadonlySet<string>,
): string {
  const root = readTree({ path, content: text });
  const publication = publicationIn(root);
  if (!publication || elementsIn(publication).length === 0) throw withoutPublication(path, root);
  const edits = new Edits(text);
  const added: string[] = [];
  for (const [subtype, value] of [
    [undefined, doi],
    [CONCEPT, conceptDoi],
  ] as const) {
    const there = doiElements(publication, subtype).find((one) => textOf(one).trim() !== '');
    const place = there ?? doiElements(publication, subtype)[0];
    if (value === null) {
      if (there && invalid.has(bareDoi(textOf(there)))) remove(edits, text, there);
    } else if (!place) added.push(idnoMarkup(publication, subtype, value));
    else if (edits.holdsWords(place)) edits.setWords(place, value);
    else edits.replace(place.start, place.end, idnoMarkup(publication, subtype, value));
  }
  if (added.length > 0) insert(edits, text, publication, added);
  return edits.apply();
}

function publicationIn(root: TreeElement): TreeElement | undefined {
  return descend(root, 'teiHeader', 'fileDesc', 'publicationStmt');
}

/** Also within `idno` or paragraphs; those of a publisher are not the publication's. */
function doiElements(publication: TreeElement, subtype: string | undefined): TreeElement[] {
  return elementsIn(publication, 'idno', 'p', 'ab')
    .flatMap((child) => [...walk(child)])
    .filter(
      (element) =>
        isTei(element, 'idno') &&
        attribute(element, 'type')?.toLowerCase() === 'doi' &&
        (attribute(element, 'subtype') === CONCEPT) === (subtype === CONCEPT),
    );
}

function idnoMarkup(parent: TreeElement, subtype: string | undefined, doi: string): string {
  const typed = subtype === undefined ? '' : ` subtype="${subtype}"`;
  const name = prefixed(parent, 'idno');
  return `<${name} type="DOI"${typed}>${escapeText(doi)}</${name}>`;
}

function prefixed({ name }: TreeElement, local: string): string {
  return name.includes(':') ? `${name.split(':')[0]}:${local}` : local;
}

/**
 * After the last identifier, else before the terms of use, as the content model requires. In a
 * statement of paragraphs an identifier is in a paragraph.
 */
function insert(
  edits: Edits,
  text: string,
  publication: TreeElement,
  markup: readonly string[],
): void {
  const children = elementsIn(publication);
  const isProse = children.every((child) => isTei(child, 'p', 'ab'));
  const terms = children.findIndex((child) => isTei(child, 'availability'));
  const before = terms < 0 ? children : children.slice(0, terms);
  const last = before.findLast((child) => isTei(child, 'idno')) ?? before.at(-1);
  const at = last?.end ?? publication.startEnd;
  const neighbour = last ?? publication;
  const indent = /\r?\n[ \t]*$/.exec(text.slice(0, neighbour.start))?.[0] ?? '';
  const name = prefixed(publication, 'p');
  for (const one of markup)
    edits.replace(at, at, `${indent}${isProse ? `<${name}>${one}</${name}>` : one}`);
}

/** With the white space before it. */
function remove(edits: Edits, text: string, { start, end }: TreeElement): void {
  edits.replace(text.slice(0, start).trimEnd().length, end, '');
}

function withoutPublication(path: string, { line, column }: TreeElement): InputError {
  return new InputError({
    path,
    line,
    column,
    severity: 'error',
    rule: 'deposit/publisher',
    message:
      'the header has no publicationStmt with a publisher, where the DOI goes; add one, as in ' +
      '<publicationStmt><publisher>Name</publisher></publicationStmt>',
  });
}
