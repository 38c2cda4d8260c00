/**
 * The DOIs in edition.xml: `idno[@type='DOI']` is that of this version, with `@subtype='concept'`
 * that of all versions. Nothing else in the file is touched.
 */
import { readFileSync } from 'node:fs';
import { replaceFile } from '../../computed/replace-file.ts';
import { InputError, shownPath } from '../../core/finding.ts';
import { Edits } from '../../xml/edits.ts';
import { escapeText } from '../../xml/escape.ts';
import {
  attribute,
  descend,
  elementsIn,
  isTei,
  readTree,
  type TreeElement,
} from '../../xml/tree.ts';

interface Dois {
  readonly doi: string | null;
  readonly conceptDoi: string | null;
}

const CONCEPT = 'concept';

/** Whether the file was changed. Throws an `InputError` if it cannot be changed. */
export function writeDois(path: string, { doi, conceptDoi }: Dois): boolean {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  const changed = withDois(text, path, [
    [undefined, doi],
    [CONCEPT, conceptDoi],
  ]);
  if (changed === text) return false;
  replaceFile(path, bytes, Buffer.from(changed), 'the DOI in edition.xml', () => {});
  return true;
}

function withDois(
  text: string,
  path: string,
  dois: readonly (readonly [subtype: string | undefined, doi: string | null])[],
): string {
  return dois.reduce((before, [subtype, doi]) => {
    if (doi === null) return before;
    const bom = before.startsWith('\uFEFF') ? '\uFEFF' : '';
    const body = before.slice(bom.length);
    const root = readTree({ path: path, content: body });
    const publication = descend(root, 'teiHeader', 'fileDesc', 'publicationStmt');
    if (!publication) throw withoutPublication(path, root);
    const edits = new Edits(body);
    const there = elementsIn(publication).find((one) => isDoi(one, subtype));
    if (there && !edits.holdsWords(there))
      edits.replace(there.start, there.end, idnoMarkup(publication, subtype, doi));
    else if (there) edits.setWords(there, doi);
    else insert(edits, body, publication, idnoMarkup(publication, subtype, doi));
    return bom + edits.apply();
  }, text);
}

function isDoi(element: TreeElement, subtype: string | undefined): boolean {
  return (
    isTei(element, 'idno') &&
    attribute(element, 'type')?.toLowerCase() === 'doi' &&
    (attribute(element, 'subtype') === CONCEPT) === (subtype === CONCEPT)
  );
}

function idnoMarkup({ name }: TreeElement, subtype: string | undefined, doi: string): string {
  const prefix = name.includes(':') ? `${name.split(':')[0]}:` : '';
  const typed = subtype === undefined ? '' : ` subtype="${subtype}"`;
  return `<${prefix}idno type="DOI"${typed}>${escapeText(doi)}</${prefix}idno>`;
}

/** After the last identifier, else before the terms of use, as the content model requires. */
function insert(edits: Edits, text: string, publication: TreeElement, written: string): void {
  const children = elementsIn(publication);
  const terms = children.findIndex((child) => isTei(child, 'availability'));
  const before = terms < 0 ? children : children.slice(0, terms);
  const last = before.findLast((child) => isTei(child, 'idno')) ?? before.at(-1);
  const at = last?.end ?? publication.startEnd;
  const neighbour = last ?? publication;
  const indent = /\n[ \t]*$/.exec(text.slice(0, neighbour.start))?.[0] ?? '';
  edits.replace(at, at, `${indent}${written}`);
}

function withoutPublication(path: string, { line, column }: TreeElement): InputError {
  return new InputError({
    path: shownPath(path),
    line,
    column,
    severity: 'error',
    rule: 'deposit/publisher',
    message: 'the header has no publicationStmt, where the DOI goes; add one with its publisher',
  });
}
