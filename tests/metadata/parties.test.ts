/** Persons that a header names in several ways, and years of few figures, in citations. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import type { CitableReference } from '../../pipeline/formats/citations/model.ts';
import { documentReference } from '../../pipeline/formats/citations/reference.ts';
import { apa } from '../../pipeline/formats/citations/styles/apa.ts';
import { citation } from '../../pipeline/formats/citations/styles/rich-text.ts';
import type { Party } from '../../pipeline/model/facts.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders } from '../site/edition.ts';
import { addressedEdition, type Case, metadataOf, writeCase } from './editions.ts';

let transformer: Transformer;
let addressed: string;
beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
  addressed = addressedEdition();
});
afterAll(removeFolders);

const { say } = openInterface('en');

function cited(parts: Case): string {
  const { facts } = metadataOf(transformer, addressed, writeCase(parts)).document;
  return citation(apa(documentReference(facts, null, say), say)).text;
}

const IN_TWO =
  '<persName xml:lang="ru"><forename>Ирина</forename> <surname>Ясень</surname></persName><persName xml:lang="en"><forename>Irina</forename> <surname>Ash</surname></persName>';

it('one person in two languages is one author, in the language of the document', () => {
  expect(cited({ author: IN_TWO })).toMatch(/^Ash, I\. \(/);
});

it.each([
  [
    'have different references',
    IN_TWO.replace('"ru"', '"ru" ref="#a"').replace('"en"', '"en" ref="#b"'),
  ],
  ['are of one language', IN_TWO.replaceAll('"ru"', '"en"')],
  ['do not all state a language', IN_TWO.replace(' xml:lang="ru"', '')],
])('names stay two persons if they %s', (_, author) => {
  expect(cited({ author })).toContain(' & ');
});

it.each([
  [
    'an empty forename beside it',
    '<persName>Irina<forename/><surname>Ash</surname></persName>',
    /^Ash, I\. \(/,
  ],
  ['no forename', '<persName>Irina Maria <surname>Ash</surname></persName>', /^Ash, I\. M\. \(/],
  ['a title before it', '<persName>Mrs. <surname>Ash</surname></persName>', /^Ash\. \(/],
])('a surname with %s', (_, author, words) => {
  expect(cited({ author })).toMatch(words);
});

it('a year of three figures is written with three', () => {
  expect(cited({ date: '<date when="0201"/>' })).toContain('(Original work written 201)');
});

describe('in APA style', () => {
  const person = (given: string, family: string): Party => ({
    ...{ name: `${given} ${family}`, kind: 'person', given, family, particle: null, suffix: null },
    ...{ entry: null, address: null, identifiers: [], certainty: null },
  });
  const people = (count: number): Party[] =>
    Array.from({ length: count }, (_, at) => person('Ann', `Name${at + 1}`));
  const words = (parts: Partial<CitableReference>): string => {
    const { facts } = metadataOf(transformer, addressed, writeCase({})).document;
    const reference = documentReference(facts, null, say);
    return citation(apa({ ...reference, url: null, publisher: null, ...parts }, say)).text;
  };

  it.each<[string, Partial<CitableReference>, string]>([
    ['initials without a space', { authors: [person('E.J.', 'Ash')] }, 'Ash, E. J. (n.d.)'],
    ['twenty authors', { authors: people(20) }, 'Name19, A., & Name20, A. (n.d.)'],
    ['more', { authors: people(22) }, 'Name18, A., Name19, A., … Name22, A. (n.d.)'],
    [
      'three editors',
      { authors: people(1), editors: people(3), containerTitle: 'Letters' },
      'In A. Name1, A. Name2, & A. Name3 (Eds.), Letters.',
    ],
    [
      'an editor of a text by itself',
      { authors: people(1), editors: [person('Bo', 'Elm')], containerTitle: null },
      'Letter From A to B (B. Elm, Ed.).',
    ],
    [
      'editor and version of a whole work',
      { whole: true, authors: people(1), editors: [person('Bo', 'Elm')], version: '1.2' },
      'Letter From A to B (B. Elm, Ed.; Version 1.2).',
    ],
  ])('%s', (_, parts, expected) => {
    expect(words(parts)).toContain(expected);
  });
});
