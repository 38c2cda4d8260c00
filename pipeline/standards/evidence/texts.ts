/** Evidence from the TEI of the documents and the authority files. */
import type { StandardFacts } from '../model/facts.ts';
import type { JudgeCriterion } from './criterion.ts';
import { met, ofDocuments } from './places.ts';

function most(
  facts: StandardFacts,
  part: 'inTexts' | 'inHeaders',
  names: readonly string[],
): number {
  return Math.max(0, ...names.map((name) => facts[part].get(name) ?? 0));
}

/** Met if at least one document has one of the elements in its text. */
function some(
  names: readonly string[],
  is: string,
  isNot: string,
  missing: 'missing' | 'none',
): JudgeCriterion {
  return (facts) => {
    const count = most(facts, 'inTexts', names);
    return count > 0
      ? met(`${is} in ${ofDocuments(count, facts)}`)
      : { state: missing, why: isNot };
  };
}

/** Met if all documents have one of the elements in their headers, partly met if some have. */
function all(names: readonly string[], is: string, isNot: string): JudgeCriterion {
  return (facts) => {
    const count = most(facts, 'inHeaders', names);
    if (count === 0) return { state: 'missing', why: isNot };
    const why = `${is} in ${ofDocuments(count, facts)}`;
    return { state: count >= facts.documents - facts.unreadable ? 'met' : 'partly', why };
  };
}

export const TEXT_EVIDENCE: Readonly<Record<string, JudgeCriterion>> = {
  transcribed: (facts) =>
    facts.documents === 0
      ? { state: 'missing', why: 'there is no document yet' }
      : facts.unreadable > 0
        ? {
            state: 'partly',
            why: `${ofDocuments(facts.unreadable, facts)} cannot be read: see "siglum check"`,
          }
        : met(`${ofDocuments(facts.documents, facts)} are given as text`),
  tei: () => met('all texts are TEI P5, and each can be downloaded'),
  commentary: some(['note'], 'there are notes', 'there are no notes', 'missing'),
  images: some(
    ['facsimile', 'pb@facs', 'graphic'],
    'there are images of the source',
    'there are no images of the source',
    'missing',
  ),
  variants: some(
    ['app', 'rdg'],
    'readings of witnesses are recorded',
    'no readings of other witnesses are recorded',
    'none',
  ),
  emendations: some(
    ['corr', 'supplied', 'reg', 'expan', 'ex', 'surplus'],
    'what the editors changed is marked',
    'nothing in the texts is marked as changed by the editors',
    'none',
  ),
  normalization: some(
    ['reg', 'orig', 'choice'],
    'normalized forms are given with the original ones',
    'no normalized forms are given with the original ones; principles say why',
    'none',
  ),
  genesis: some(
    ['add', 'del', 'subst'],
    'additions and deletions are marked',
    'no additions or deletions are marked',
    'none',
  ),
  names: some(
    ['persName', 'placeName', 'orgName', 'rs', 'name'],
    'names are marked',
    'no names are marked',
    'missing',
  ),
  guesses: some(
    ['persName@cert', 'placeName@cert', 'date@cert', 'orgName@cert', 'term@cert'],
    'what a program marked says how sure it is',
    'all marks are the editor’s own',
    'none',
  ),
  translation: some(
    ['text@corresp', 'div@corresp', 'p@corresp'],
    'texts are aligned with a translation',
    'there is no translation',
    'none',
  ),
  witnesses: all(
    ['msDesc', 'listWit', 'witness', 'bibl', 'biblStruct'],
    'the source is described',
    'no document describes its source',
  ),
  metadata: all(['title'], 'each header names the text', 'headers name no titles'),
  provenance: all(
    ['respStmt', 'change', 'application'],
    'who did what is recorded',
    'no document says who did what',
  ),
  entities: ({ entries, identified }) =>
    entries === 0
      ? { state: 'missing', why: 'there are no entries of persons, places or organizations' }
      : identified > 0
        ? met(`${identified} of ${entries} entries have an identifier of an authority elsewhere`)
        : { state: 'partly', why: `none of ${entries} entries has an identifier of an authority` },
};
