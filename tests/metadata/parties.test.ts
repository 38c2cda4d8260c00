/** Persons that a header names in several ways, and years of few figures, in citations. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { documentReference } from '../../pipeline/formats/citations/reference.ts';
import { apa } from '../../pipeline/formats/citations/styles/apa.ts';
import { citation } from '../../pipeline/formats/citations/styles/rich-text.ts';
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
