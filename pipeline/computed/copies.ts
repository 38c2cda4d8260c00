/**
 * The places of a header that repeat facts of the text, and the value that each should have.
 *
 * Takes the trees of a document and of its base: what the encoder last wrote for it. Returns pairs
 * of header elements, with the fact that the text of each tree states. A header element counts as a
 * copy if in the base it has the value that the base's text states; a value from elsewhere, such as
 * the edition's register, is not a copy.
 */
import {
  attribute,
  descend,
  isTei,
  type TreeElement,
  walk,
  wordsWithoutNotes,
} from '../xml/tree.ts';
import {
  attributesOf,
  DATING,
  dateline,
  type Fact,
  namesOfParties,
  sameFact,
  standOffName,
  statedDate,
  statedHead,
  statedPlace,
} from './stated.ts';

/** A header element that repeats the text. */
export interface Copy {
  /** The value in the text of the base, and in its header element. */
  readonly key: string;
  /** Name of the fact in messages. */
  readonly kind: CopyKind;
  readonly inBase: TreeElement;
  readonly element: TreeElement;
  /** The value in the text of the base, and in its header element. */
  readonly before: Fact;
  /** The value in the current text; undefined if there is none. */
  readonly now: Fact | undefined;
  /** The text has lost the element that states it. */
  readonly isGone: boolean;
  /** The value in the header element. */
  readonly said: Fact;
  /** The attributes that can state the fact. */
  readonly attributes: readonly string[];
}

export type CopyKind = 'date' | 'place' | 'title' | 'name';

const NAMES = ['persName', 'orgName'] as const;

/** The place of a copy: the names of the element and of its parent, and the kind of fact. */
const PLACES: readonly {
  readonly kind: CopyKind;
  readonly parent: string;
  readonly names: readonly string[];
}[] = [
  { kind: 'date', parent: 'creation', names: ['date'] },
  { kind: 'date', parent: 'correspAction', names: ['date'] },
  { kind: 'date', parent: 'origin', names: ['origDate'] },
  { kind: 'place', parent: 'creation', names: ['placeName'] },
  { kind: 'place', parent: 'correspAction', names: ['placeName'] },
  { kind: 'place', parent: 'origin', names: ['origPlace'] },
  { kind: 'title', parent: 'titleStmt', names: ['title'] },
  { kind: 'title', parent: 'analytic', names: ['title'] },
  { kind: 'name', parent: 'author', names: NAMES },
  { kind: 'name', parent: 'correspAction', names: NAMES },
];

const ATTRIBUTES: Readonly<Record<CopyKind, readonly string[]>> = {
  date: DATING,
  place: [],
  title: [],
  name: ['ref'],
};

/** The copies that a document has of the text, by its base. */
export function copiesIn(root: TreeElement, base: TreeElement): Copy[] {
  return PLACES.flatMap(({ kind, parent, names }) => {
    const here = headerElements(root, parent, names);
    const there = headerElements(base, parent, names);
    // If the editor has added or removed one, the copies cannot be matched.
    if (here.length !== there.length) return [];
    return here.flatMap((element, at): Copy[] => {
      const inBase = there[at] as TreeElement;
      const facts = factsOf(kind, inBase, base, root);
      const attributes = ATTRIBUTES[kind];
      if (!facts || !sameFact(facts.before, saidBy(inBase, attributes))) return [];
      const key = `${parent}/${element.local} ${at + 1}`;
      return [
        { key, kind, inBase, element, ...facts, said: saidBy(element, attributes), attributes },
      ];
    });
  });
}

function headerElements(
  root: TreeElement,
  parent: string,
  names: readonly string[],
): TreeElement[] {
  const header = descend(root, 'teiHeader');
  return header
    ? [...walk(header)].filter(
        (one) => isTei(one, ...names) && one.parent !== undefined && isTei(one.parent, parent),
      )
    : [];
}

function saidBy(element: TreeElement, attributes: readonly string[]): Fact {
  return { attributes: attributesOf(element, attributes), words: wordsWithoutNotes(element) };
}

interface FactStates {
  readonly before: Fact;
  readonly now: Fact | undefined;
  readonly isGone: boolean;
}

function factsOf(
  kind: CopyKind,
  copy: TreeElement,
  base: TreeElement,
  root: TreeElement,
): FactStates | undefined {
  if (kind === 'title') return titles(copy, base, root);
  if (kind === 'name') return names(copy, base, root);
  const stated = kind === 'date' ? statedDate : statedPlace;
  const before = stated(base);
  return before && { before, now: stated(root), isGone: dateline(root) === undefined };
}

/** The title is the head without the document's number before it. */
function titles(copy: TreeElement, base: TreeElement, root: TreeElement): FactStates | undefined {
  const title = wordsWithoutNotes(copy);
  const head = statedHead(base);
  if (title === '' || !head?.endsWith(title)) return undefined;
  const number = head.slice(0, head.length - title.length);
  const now = statedHead(root);
  const rest = now?.startsWith(number) ? now.slice(number.length) : '';
  return {
    before: { attributes: {}, words: title },
    now: rest === '' ? undefined : { attributes: {}, words: rest },
    isGone: now === undefined,
  };
}

/**
 * Sender or recipient: a name in the head or the signature that has the same reference, or, without
 * one, the same words.
 */
function names(copy: TreeElement, base: TreeElement, root: TreeElement): FactStates | undefined {
  const ref = attribute(copy, 'ref');
  const previously = namesOfParties(base);
  const at = previously.findIndex(
    (name) =>
      name.local === copy.local &&
      (ref === undefined
        ? !attribute(name, 'ref') && wordsWithoutNotes(name) === wordsWithoutNotes(copy)
        : attribute(name, 'ref') === ref),
  );
  const source = previously[at];
  if (!source) return undefined;
  return {
    before: nameSaid(source, base),
    now: nameNow(source, at, previously, root),
    isGone: false,
  };
}

function nameNow(
  source: TreeElement,
  at: number,
  previously: readonly TreeElement[],
  root: TreeElement,
): Fact | undefined {
  const parties = namesOfParties(root);
  const same = parties.filter((name) => wordsWithoutNotes(name) === wordsWithoutNotes(source));
  const found =
    same.length === 1 ? same[0] : parties.length === previously.length ? parties[at] : undefined;
  return found?.local === source.local ? nameSaid(found, root) : undefined;
}

function nameSaid(name: TreeElement, root: TreeElement): Fact {
  const ref = attribute(name, 'ref');
  return {
    attributes: attributesOf(name, ['ref']),
    words: standOffName(root, ref) ?? wordsWithoutNotes(name),
  };
}
