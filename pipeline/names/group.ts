/**
 * Groups the names found in all texts into proposed entries: one for each person, organization and
 * place.
 */
import { byCodeUnit } from '../core/text.ts';
import { mansForename } from '../encode/names/persons/forms/given-names.ts';
import {
  type FoundName,
  PROPOSED_KINDS,
  type ProposedKind,
  RULES,
  type RuleName,
} from '../encode/names/unlisted/model.ts';
import { keysOfPerson, mayBeSamePerson } from '../encode/names/unlisted/words/person-keys.ts';
import { wordKeys } from '../encode/names/words/tokens.ts';
import { sentenceAround } from '../encode/report/sentence.ts';
import { proposedId } from './ids.ts';
import type { Proposal, ProposalGroup } from './model.ts';
import type { NameRegister } from './register.ts';

interface NameGroup {
  readonly kind: ProposedKind;
  readonly surname: string;
  given: readonly string[];
  readonly names: FoundName[];
  gender: Gender;
}
type Gender = 'female' | 'male' | 'unknown';

/**
 * The proposals in a stable order: by kind, the most frequent first, then by name. `taken`: the
 * `xml:id`s that the edition's entries have.
 */
export function proposalGroups(
  found: readonly FoundName[],
  registered: NameRegister,
  taken: ReadonlySet<string>,
): ProposalGroup[] {
  const persons = personGroups(found.filter(({ kind }) => kind === 'person'));
  const others = otherGroups(found.filter(({ kind }) => kind !== 'person'));
  const groups = [...persons, ...others].filter(
    (group) => !isCovered(group, registered) && !isTooWeak(group),
  );
  const ids = new Set(taken);
  const order = new Map(found.map((name, at) => [name, at]));
  return groups
    .map((group) => ({ group, name: preferredName(group) }))
    .sort(
      ({ group: a, name: one }, { group: b, name: other }) =>
        PROPOSED_KINDS.indexOf(a.kind) - PROPOSED_KINDS.indexOf(b.kind) ||
        b.names.length - a.names.length ||
        byCodeUnit(one, other),
    )
    .map(({ group, name }) => ({
      proposal: proposalOf(group, name, { registered, ids, order }),
      names: group.names,
    }));
}

function personGroups(names: readonly FoundName[]): NameGroup[] {
  const groups: NameGroup[] = [];
  const bySurname = new Map<string, NameGroup[]>();
  const start = (name: FoundName, surname: string, given: readonly string[]) => {
    const group: NameGroup = {
      kind: 'person',
      surname,
      given,
      names: [name],
      gender: genderOf(name, given),
    };
    groups.push(group);
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), group]);
  };
  const keys = names.map((name) => ({ name, ...keysOfPerson(wordKeys(name.form)) }));
  const surnames = new Set(keys.map(({ surname }) => surname));
  const inParts = keys.map((one) => ({
    ...one,
    surname: withoutS(one.name, one.surname, surnames),
  }));
  const letters = (given: readonly string[]) => given.join('').length;
  const full = inParts.filter(({ given }) => given.length > 0);
  // The fullest forms first: initials then join the only name that they can abbreviate.
  for (const { name, given, surname } of full
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => letters(b.given) - letters(a.given) || a.at - b.at)) {
    const gender = genderOf(name, given);
    const fitting = (bySurname.get(surname) ?? []).filter(
      (group) => mayBeSamePerson(given, group.given) && agreeInGender(gender, group.gender),
    );
    const [only] = fitting;
    if (only && fitting.length === 1) join(only, name, gender);
    else start(name, surname, given);
  }
  for (const { name, given, surname } of inParts) {
    if (given.length > 0) continue;
    const gender = genderOf(name, given);
    const forename = name.rule === 'forename-alone' || isForenameOnly(name);
    const fitting = (bySurname.get(surname) ?? []).filter(
      (group) =>
        agreeInGender(gender, group.gender) &&
        (!forename || group.given.length === 0) &&
        // "Page" alone is not "Mrs. Page".
        (gender !== 'unknown' || group.gender !== 'female' || group.given.length > 0),
    );
    const here = fitting.filter(({ names: others }) =>
      others.some(({ passage }) => passage.document === name.passage.document),
    );
    const [only] = here.length === 1 ? here : fitting;
    if (only && (here.length === 1 || fitting.length === 1)) join(only, name, gender);
    else {
      const bare = fitting.find((group) => group.given.length === 0);
      if (bare) join(bare, name, gender);
      else start(name, surname, []);
    }
  }
  return groups;
}

function isForenameOnly({ form, rule }: FoundName): boolean {
  return (
    rule !== 'surname-again' && wordKeys(form).length === 1 && mansForename(wordKeys(form)[0] ?? '')
  );
}

/** The German genitive, if the name without "s" exists. */
function withoutS({ passage }: FoundName, surname: string, surnames: ReadonlySet<string>): string {
  const short = surname.slice(0, -1);
  return passage.language === 'de' && surname.endsWith('s') && surnames.has(short)
    ? short
    : surname;
}

function join(group: NameGroup, name: FoundName, gender: Gender): void {
  group.names.push(name);
  if (group.gender === 'unknown') group.gender = gender;
}

function genderOf({ isFemale, title }: FoundName, given: readonly string[]): Gender {
  if (isFemale) return 'female';
  if (/^(?:mr|sir|lord|herr|herrn|graf|baron)\b/i.test(title)) return 'male';
  return mansForename(given[0] ?? '') ? 'male' : 'unknown';
}

/** "Mrs. Page" is not Walter Page; "Page" may be. */
function agreeInGender(one: Gender, other: Gender): boolean {
  return one === other || (one !== 'female' && other === 'unknown') || one === 'unknown';
}

function otherGroups(names: readonly FoundName[]): NameGroup[] {
  const groups = new Map<string, NameGroup>();
  for (const name of names) {
    const surname = wordKeys(name.form).join(' ');
    const key = `${name.kind} ${surname}`;
    const group = groups.get(key);
    if (group) group.names.push(name);
    else groups.set(key, { kind: name.kind, surname, given: [], names: [name], gender: 'unknown' });
  }
  return [...groups.values()];
}

function isCovered({ kind, names }: NameGroup, registered: NameRegister): boolean {
  return names.some(({ form, isFemale }) => registered.covers(kind, form, isFemale));
}

const CONTEXT_RULES: ReadonlySet<RuleName> = new Set([
  'person-list',
  'person-context',
  'place-context',
  'initial-surname',
]);

/** A name recognized only by its context is proposed if it occurs twice. */
function isTooWeak({ names }: NameGroup): boolean {
  const isContext = (rule: RuleName) => CONTEXT_RULES.has(rule);
  return names.length < 2 && names.every(({ rule }) => isContext(rule));
}

function proposalOf(
  group: NameGroup,
  name: string,
  {
    registered,
    ids,
    order,
  }: {
    readonly registered: NameRegister;
    readonly ids: Set<string>;
    /** The places of each name in the texts. */
    readonly order: ReadonlyMap<FoundName, number>;
  },
): Proposal {
  const { kind, names } = group;
  const byFrequency = countedForms(names);
  const rules = new Set(names.map(({ rule }) => rule));
  return {
    id: proposedId(kind, name, ids),
    kind,
    name,
    forms: byFrequency,
    mentions: names
      .toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0))
      .map((found) => ({
        document: found.passage.document,
        passage: found.passage.id,
        form: found.form,
        sentence: sentenceOf(found),
        rule: found.rule,
      })),
    certainty: [...rules].some((rule) => RULES[rule].strong) ? 'medium' : 'low',
    evidence: (Object.keys(RULES) as RuleName[]).filter((rule) => rules.has(rule)),
    candidates: registered.candidates(kind, name),
  };
}

/** How far around a name a sentence is searched in a long passage, in UTF-16 units. */
const REACH = 2000;

function sentenceOf({ passage: { text }, start, end }: FoundName): string {
  const from = Math.max(0, start - REACH);
  return sentenceAround(text.slice(from, end + REACH), start - from, end - from).sentence;
}

function countedForms(names: readonly FoundName[]): string[] {
  const counts = new Map<string, number>();
  for (const { form } of names) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || byCodeUnit(a, b))
    .map(([form]) => form);
}

/** The fullest form; words in capitals only if there is no other form. */
function preferredName({ kind, names, gender }: NameGroup): string {
  const [best = ''] = countedForms(names)
    .map((form, at) => ({ form, at, isShout: form === form.toUpperCase() }))
    .sort(
      (a, b) =>
        Number(a.isShout) - Number(b.isShout) ||
        (kind === 'person' ? lengthOf(b.form) - lengthOf(a.form) : 0) ||
        a.at - b.at,
    )
    .map(({ form }) => form);
  const title = names.find(({ isFemale }) => isFemale)?.title ?? '';
  const needsTitle = kind === 'person' && gender === 'female' && wordKeys(best).length === 1;
  return needsTitle && title !== '' ? `${title} ${best}` : best;
}

/** Letters of the name; a further "s" at the end is ignored, since it may be a genitive. */
function lengthOf(form: string): number {
  return wordKeys(form).join('').replace(/s$/, '').length;
}
