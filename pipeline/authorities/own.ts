/**
 * An entry of Siglum's own authority files: `person`, `org`, `place` or `category`, as a plain
 * value.
 *
 * Takes the element. Returns the entry; its names are those it gives itself, not the ones inside
 * its relations and notes.
 */
import { childElements, descendants, type Element, isTei, serialize, textOf } from './element.ts';
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

export function ownEntry(element: Element, path: string): AuthorityEntry {
  const kind = KIND[element.name] ?? 'term';
  const description = descriptionOf(element, kind);
  return {
    id: element.attributes.get('xml:id') ?? '',
    kind,
    names: nameElements(element, kind)
      .map(entityName)
      .filter((name) => name.full !== '')
      .flatMap((name) => (kind === 'person' ? divided(name) : [name])),
    ...(description ? { description } : {}),
    path,
    line: element.line,
    tei: serialize(withoutEntries(element)),
  };
}

/** "Ellicott, Martha" without elements for its parts is read as a published list prints it. */
function divided(name: EntityName): EntityName[] {
  const parted = name.surname ?? name.forename ?? name.nickname;
  if (parted !== undefined || !name.full.includes(',')) return [name];
  const { type, lang } = name;
  const given = lang === undefined ? {} : { lang };
  return parseListedName(name.full).map((part) => ({
    ...part,
    ...given,
    type: part.type === 'main' ? type : part.type,
  }));
}

/** The name in its parts. `full` has the order and punctuation of the element. */
export function entityName(element: Element): EntityName {
  const of = (name: string, skip?: (part: Element) => boolean) =>
    [...descendants(element, name)]
      .filter((part) => !skip?.(part))
      .map(textOf)
      .join(' ');
  const nicknames = [...descendants(element, 'addName')].filter(
    (part) => part.attributes.get('type') === 'nickname',
  );
  const parts = {
    surname: joined(of('nameLink'), of('surname')),
    forename: of('forename'),
    generation: of('genName'),
    title: of('roleName'),
    nickname: nicknames.map(textOf).join(' '),
    lang: element.attributes.get('xml:lang') ?? '',
  };
  const given = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
  return { full: textOf(element), type: element.attributes.get('type') ?? 'main', ...given };
}

function nameElements(element: Element, kind: EntityKind): Element[] {
  const names = NAME[kind];
  const children = childElements(element).filter((child) =>
    names.some((name) => isTei(child, name)),
  );
  // A place's settlement or country says where it lies; it is the name only where there is no
  // placeName.
  const proper = children.filter((child) => !child.attributes.has('ref'));
  const main = proper.filter((child) => isTei(child, names[0] ?? ''));
  if (main.length > 0) return [...main, ...proper.filter((child) => isTei(child, 'name'))];
  if (proper.length > 0) return proper;
  return childElements(element, 'catDesc').flatMap((desc) => [...descendants(desc, 'term')]);
}

function descriptionOf(element: Element, kind: EntityKind): string {
  if (kind === 'term') return [...descendants(element, 'gloss')].map(textOf).join('; ');
  return childElements(element)
    .filter((child) => DESCRIBING.has(child.name))
    .map(textOf)
    .filter((words) => words !== '')
    .join('; ');
}

/** Entries inside an entry stand for themselves. */
function withoutEntries(element: Element): Element {
  const own = (child: Element | string) =>
    typeof child === 'string' || KIND[child.name] === undefined;
  return { ...element, children: element.children.filter(own) };
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
