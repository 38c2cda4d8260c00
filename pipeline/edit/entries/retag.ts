/** The XML of an entry as an entry of another kind. */
import type { EntityKind } from '../../model/kinds.ts';
import { attribute, elementsIn, isTei, type TreeElement } from '../../xml/tree.ts';
import { PatchRefusal } from '../patch/model.ts';
import type { SourceDocument } from '../source/document.ts';
import type { EntryKind } from './kinds.ts';

/** What TEI allows in an entry besides its names. */
const ALLOWED: Readonly<Record<Exclude<EntityKind, 'term'>, readonly string[]>> = {
  person: ['idno', 'note', 'event', 'bibl', 'birth', 'death', 'sex', 'occupation', 'affiliation'],
  org: ['idno', 'note', 'event', 'bibl', 'desc', 'location', 'listRelation'],
  place: ['idno', 'note', 'event', 'bibl', 'desc', 'location', 'country', 'region', 'settlement'],
};
/** Parts of personal names: in another name only their words stay. */
const NAME_PARTS = /<\/?(?:\w+:)?(?:forename|surname|roleName|genName|nameLink|addName)\b[^>]*>/g;

/**
 * The element with other tags: `person` becomes `org`, its `persName` an `orgName`; attributes,
 * white space and comments stay.
 * @throws PatchRefusal for a statement that the other kind cannot have.
 */
export function retaggedEntry(
  { text }: SourceDocument,
  entry: TreeElement,
  from: EntryKind,
  to: EntryKind,
): string {
  const allowed: readonly string[] = to.kind === 'term' ? [] : ALLOWED[to.kind];
  const children = elementsIn(entry);
  const other = children.find((one) => !isTei(one, from.mark, to.mark, ...allowed));
  if (other)
    throw new PatchRefusal(
      `${attribute(entry, 'xml:id')} states <${other.local}>, which an entry of the kind ` +
        `${to.kind} cannot have; remove it in the authority file, then change the kind`,
    );
  let xml = `<${renamed(entry, from.entry, to.entry)}${tagEnd(text, entry)}`;
  let at = entry.startEnd;
  for (const child of children) {
    xml += text.slice(at, child.start);
    at = child.end;
    if (!isTei(child, from.mark)) xml += text.slice(child.start, child.end);
    else {
      const name = renamed(child, from.mark, to.mark);
      const words = text.slice(child.startEnd, child.contentEnd).replace(NAME_PARTS, '');
      xml += `<${name}${tagEnd(text, child)}`;
      if (child.startEnd !== child.end) xml += `${words}</${name}>`;
    }
  }
  if (entry.startEnd === entry.end) return xml;
  return `${xml}${text.slice(at, entry.contentEnd)}</${renamed(entry, from.entry, to.entry)}>`;
}

function renamed({ name }: TreeElement, from: string, to: string): string {
  return name.slice(0, name.length - from.length) + to;
}

/** The rest of a start tag after its name. */
function tagEnd(text: string, { start, name, startEnd }: TreeElement): string {
  return text.slice(start + 1 + name.length, startEnd);
}
