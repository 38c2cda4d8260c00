/**
 * An entry of Siglum's own authority files: `person`, `org`, `place` or `category`, as a plain
 * value.
 *
 * Takes the element. Returns the entry; its names are those it gives itself, not the ones inside
 * its relations and notes.
 */
import { attribute, descendants, elementsIn, isTei, type TreeElement } from '../xml/tree.ts';
import { regularText, serializeEntry } from './element-text.ts';
import { parseListedName } from './listed-name.ts';
import type { AuthorityEntry, EntityKind, EntityName } from './model.ts';

const KIND: Readonly<Record<string, EntityKind>> = {
  person: 'person',
  org: 'org',
  place: 'place',
  category: 'term',
};

const NAME: Readonly<Record<EntityKind, readonly string[]>> = {
  person: ['persName', 'name'],
  org: ['orgName', 'name'],
  place: ['placeName', 'name', 'settlement', 'country', 'region', 'geogName'],
  term: ['term'],
};

/** Elements that say in words what an entry is. */
const DESCRIBING = new Set([
  'note',
  'desc',
  'occupation',
  'state',
  'gloss',
  'catDesc',
  'affiliation',
]);

export function ownEntry(element: TreeElement, path: string): AuthorityEntry {
  const kind = KIND[element.local] ?? 'term';
  const description = descriptionOf(element, kind);
  return {
    id: attribute(element, 'xml:id') ?? '',
    kind,
    names: nameElements(element, kind)
      .map(entityName)
      .filter((name) => name.full !== '')
      .flatMap((name) => (kind === 'person' ? divided(name) : [name])),
    ...(description ? { description } : {}),
    path,
    line: element.line,
    tei: serializeEntry(withoutEntries(element)),
  };
}

/** "Ellicott, Martha", without elements for its parts, is read like a name in a published list. */
function divided(name: EntityName): EntityName[] {
  const namePart = name.surname ?? name.forename ?? name.nickname;
  if (namePart !== undefined || !name.full.includes(',')) return [name];
  const { type, lang } = name;
  const given = lang === undefined ? {} : { lang };
  return parseListedName(name.full).map((part) => ({
    ...part,
    ...given,
    type: part.type === 'main' ? type : part.type,
  }));
}

/** The name in its parts. `full` has the order and punctuation of the element. */
export function entityName(element: TreeElement): EntityName {
  const of = (name: string, skip?: (part: TreeElement) => boolean) =>
    [...descendants(element, name)]
      .filter((part) => !skip?.(part))
      .map(regularText)
      .join(' ');
  const nicknames = [...descendants(element, 'addName')].filter(
    (part) => attribute(part, 'type') === 'nickname',
  );
  const parts = {
    surname: joinedBySpaces(of('nameLink'), of('surname')),
    forename: of('forename'),
    generation: of('genName'),
    title: of('roleName'),
    nickname: nicknames.map(regularText).join(' '),
    lang: attribute(element, 'xml:lang') ?? '',
  };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
  return { full: regularText(element), type: attribute(element, 'type') ?? 'main', ...given };
}

function nameElements(element: TreeElement, kind: EntityKind): TreeElement[] {
  const names = NAME[kind];
  const children = elementsIn(element).filter((child) => names.some((name) => isTei(child, name)));
  // The settlement or country of a place says where it is; it is the name only if there is no
  // placeName.
  const proper = children.filter((child) => !(attribute(child, 'ref') !== undefined));
  const main = proper.filter((child) => isTei(child, names[0] ?? ''));
  if (main.length > 0) return [...main, ...proper.filter((child) => isTei(child, 'name'))];
  if (proper.length > 0) return proper;
  return elementsIn(element, 'catDesc').flatMap((desc) => [...descendants(desc, 'term')]);
}

function descriptionOf(element: TreeElement, kind: EntityKind): string {
  if (kind === 'term') return [...descendants(element, 'gloss')].map(regularText).join('; ');
  return elementsIn(element)
    .filter((child) => DESCRIBING.has(child.local))
    .map(regularText)
    .filter((words) => words !== '')
    .join('; ');
}

/** Entries inside an entry are entries of their own. */
function withoutEntries(element: TreeElement): TreeElement {
  const own = (child: TreeElement | string) =>
    typeof child === 'string' || KIND[child.local] === undefined;
  return { ...element, children: element.children.filter(own) };
}

function joinedBySpaces(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
