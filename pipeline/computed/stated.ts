/**
 * Facts that a document's text states about itself: its date, place, title and parties.
 *
 * Takes a document's tree. Returns plain values, in the form in which the header repeats them. What
 * the text does not state is omitted.
 */
import { impossibleDates } from '../xml/dates/date-problems.ts';
import {
  attribute,
  descend,
  elementsIn,
  isTei,
  type TreeElement,
  walk,
  wordsWithoutNotes,
} from '../xml/tree.ts';

/**
 * A fact as an element states it: the relevant attributes, and the words.
 */
export interface Fact {
  readonly attributes: Readonly<Record<string, string>>;
  readonly words: string;
}

/** Attributes that say when (TEI Guidelines, att.datable). */
export const DATING = [
  'when',
  'from',
  'to',
  'notBefore',
  'notAfter',
  'when-iso',
  'from-iso',
  'to-iso',
  'notBefore-iso',
  'notAfter-iso',
  'when-custom',
  'from-custom',
  'to-custom',
  'notBefore-custom',
  'notAfter-custom',
  'calendar',
  'datingMethod',
  'datingPoint',
  'period',
] as const;

/** The attributes of these names that an element has, in the order of the names. */
export function attributesOf(
  element: TreeElement,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attribute(element, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export function sameFact(one: Fact, other: Fact): boolean {
  return one.words === other.words && sameAttributes(one, other);
}

export function sameAttributes(one: Fact, other: Fact): boolean {
  const names = new Set([...Object.keys(one.attributes), ...Object.keys(other.attributes)]);
  return [...names].every((name) => one.attributes[name] === other.attributes[name]);
}

/** The document's division; without one, the body. */
function documentOf(root: TreeElement): TreeElement | undefined {
  const body = descend(root, 'text', 'body');
  const divisions = body ? elementsIn(body, 'div') : [];
  return divisions.find((child) => attribute(child, 'type') === 'document') ?? body;
}

/** The elements of these names outside of notes. */
function outsideNotes(element: TreeElement, ...names: readonly string[]): TreeElement[] {
  return [...walk(element, (one) => !isTei(one, 'note'))].filter((one) => isTei(one, ...names));
}

/** The dateline of the document itself, not of an enclosure. */
export function dateline(root: TreeElement): TreeElement | undefined {
  const document = documentOf(root);
  const parts = document ? elementsIn(document, 'opener', 'closer', 'dateline') : [];
  return parts
    .flatMap((part) => outsideNotes(part, 'dateline'))
    .find((line) => outsideNotes(line, 'date', 'placeName').length > 0);
}

export function statedDate(root: TreeElement): Fact | undefined {
  const line = dateline(root);
  const date = line && outsideNotes(line, 'date')[0];
  if (date && impossibleDates(date).size > 0) return undefined;
  const fact = date && { attributes: attributesOf(date, DATING), words: wordsWithoutNotes(date) };
  return fact && fact.words !== '' && Object.keys(fact.attributes).length > 0 ? fact : undefined;
}

export function statedPlace(root: TreeElement): Fact | undefined {
  const line = dateline(root);
  const place = line && outsideNotes(line, 'placeName')[0];
  const words = place ? wordsWithoutNotes(place) : '';
  return words === '' ? undefined : { attributes: {}, words };
}

/** The words of the document's head, its number included. */
export function statedHead(root: TreeElement): string | undefined {
  const document = documentOf(root);
  const head = document && elementsIn(document).find((child) => isTei(child, 'head'));
  return head && wordsWithoutNotes(head);
}

/** The names in the parts of the document that name sender and recipients. */
export function namesOfParties(root: TreeElement): TreeElement[] {
  const document = documentOf(root);
  const parts = document ? elementsIn(document, 'head', 'opener', 'closer') : [];
  return parts.flatMap((part) => outsideNotes(part, 'persName', 'orgName'));
}

/** The name of an entry in `standOff`, forename first, as the header has it. */
export function standOffName(root: TreeElement, ref: string | undefined): string | undefined {
  const standOff = ref?.startsWith('#') ? descend(root, 'standOff') : undefined;
  const entry =
    standOff && [...walk(standOff)].find((one) => attribute(one, 'xml:id') === ref?.slice(1));
  const name = entry && elementsIn(entry).find((child) => isTei(child, 'persName', 'orgName'));
  if (!name) return undefined;
  const part = (local: string): string | undefined => {
    const found = elementsIn(name).find((child) => isTei(child, local));
    return found && wordsWithoutNotes(found);
  };
  const [forename, surname, generation] = ['forename', 'surname', 'genName'].map(part);
  if (forename === undefined || surname === undefined) return wordsWithoutNotes(name);
  return generation === undefined
    ? `${forename} ${surname}`
    : `${forename} ${surname}, ${generation}`;
}
