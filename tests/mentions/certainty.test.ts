/** Which evidence makes a name certain: the listed name, an office; not a surname alone. */
import { describe, expect, it } from 'vitest';
import { entriesOfText } from '../../pipeline/authorities/read.ts';
import type { DocumentText } from '../../pipeline/encode/engine/model.ts';
import { languageOf } from '../../pipeline/encode/languages/table.ts';
import { findMentions } from '../../pipeline/encode/names/find.ts';
import { indexNames } from '../../pipeline/encode/names/index/name-index.ts';
import { passagesOf } from './study.ts';

const PERSONS = `
  <person xml:id="lehr"><persName><surname>Lehr</surname>, <forename>Friedrich</forename></persName></person>
  <person xml:id="smith"><persName>Smith, John R.</persName></person>
  <person xml:id="brant"><persName>Brant, William Lee</persName></person>
  <person xml:id="dunning"><persName>Dunning, Joseph</persName><occupation>Secretary of State</occupation>
    <note>Secretary of State</note></person>
  <person xml:id="vogt"><persName>Vogt, Johann Karl</persName></person>
  <person xml:id="abbot"><persName>Paulus von Theben</persName></person>
  <person xml:id="elder"><persName>Simon Stylites d. Ä.</persName></person>
  <person xml:id="siegfried"><persName>Frau, Siegfried</persName></person>
  <person xml:id="marsh"><persName>Ellen Marsh</persName></person>
  <person xml:id="olmstead"><persName>Olmstead, Territory of</persName></person>
  <person xml:id="corey"><persName>Corey, Alfred Bruce</persName></person>
  <person xml:id="goeschen"><persName>Göschen, Georg Joachim</persName></person>`;
const PLACES = `
  <place xml:id="darm"><placeName>Darmstadt</placeName></place>
  <place xml:id="hess"><placeName>Hessen</placeName></place>
  <place xml:id="main"><placeName>Mainau</placeName></place>
  <place xml:id="york"><placeName>Yorkby</placeName></place>`;
const TERMS = `
  <item><term xml:id="pm">PM</term>, Prime Minister</item>
  <item><term xml:id="cu">CU</term>, a bureau</item>
  <item><term xml:id="pol">POL</term>, petroleum</item>
  <item><term xml:id="adam">Adam</term>, a city</item>`;

const entries = entriesOfText(
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>${PERSONS}</listPerson>
   <listOrg><org xml:id="court"><orgName>District Court</orgName></org></listOrg>
   <listPlace>${PLACES}</listPlace><list type="gloss">${TERMS}</list></standOff></TEI>`,
  'list.xml',
);
const index = indexNames({ entries: new Map(entries.map((entry) => [entry.id, entry])) });

/** "target certainty" of each mention. */
function certainties(tag: string, ...texts: string[]): string[] {
  const document: DocumentText = { id: 'd1', passages: passagesOf(...texts) };
  return findMentions(document, index, languageOf(tag)).mentions.map(
    ({ target, certainty }) => `${target} ${certainty}`,
  );
}

describe('a person is certain', () => {
  it.each([
    ['by the listed name', 'We met Friedrich Lehr there.', ['lehr high']],
    ['by two initials in order', 'We met W. L. Brant there.', ['brant high']],
    ['by the undivided name', 'We met Ellen Marsh there.', ['marsh high']],
    ['by an initial that is a word too', 'We met A. B. Corey there.', ['corey high']],
    ['by a forename and an initial', 'John R. Smith spoke.', ['smith high']],
    [
      'by a surname after the full name',
      'Joseph Dunning came. Then Dunning left.',
      ['dunning high', 'dunning high'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(certainties('en', text)).toEqual(expected);
  });
});

describe('a person is likely only', () => {
  it.each([
    ['a surname alone', 'en', 'We met Lehr there.', ['lehr medium']],
    ['a surname after “Mr.”', 'en', 'We met Mr. Lehr there.', ['lehr medium']],
    ['an abbreviated forename', 'en', 'Wm. Brant, clerk', ['brant medium']],
    [
      'another initial than the list has',
      'en',
      'John R. Smith and John Q. Smith',
      ['smith high', 'smith medium'],
    ],
    ['a word as a forename', 'en', 'the Olmstead Territory', ['olmstead medium']],
    ['one initial', 'en', 'W. Brant, clerk', ['brant medium']],
    [
      'another forename before it',
      'en',
      'Joseph Dunning came with Dolly Dunning.',
      ['dunning high', 'dunning medium'],
    ],
    [
      'a forename with a colon',
      'en',
      'Joseph Dunning against Ed: Dunning',
      ['dunning high', 'dunning medium'],
    ],
    [
      'a hyphen',
      'de',
      'Wir sahen Joseph Dunning. Dunning-Holm kam.',
      ['dunning high', 'dunning medium'],
    ],
    ['a forename before the full name', 'de', 'das Buch von Ignatius Karl Vogt', ['vogt medium']],
    [
      'another spelling',
      'de',
      'Georg Joachim Göschen und Goschen',
      ['goeschen high', 'goeschen medium'],
    ],
  ])('%s', (_what, tag, text, expected) => {
    expect(certainties(tag, text)).toEqual(expected);
  });

  it.each([
    ['a pronoun before a word that is a surname', 'de', 'umarmen Sie Frau und Kinder'],
    ['a preposition in capitals', 'de', '135. VON KAROLINE PAULUS. WIEN'],
    ['the letters of “the Elder”', 'de', 'An Herrn J. P. R. und D. A. in Wien'],
  ])('not at all: %s', (_what, tag, text) => {
    expect(certainties(tag, text).filter((one) => !one.startsWith('paulus'))).toEqual([]);
  });
});

describe('a place or an abbreviation is likely only', () => {
  it.each([
    ['behind a hyphen', 'de', 'eine Prinzessin von Hessen-Darmstadt', ['darm medium']],
    ['as the second part of a name', 'de', 'aus Konstanz am Mainau', ['main medium']],
    ['after an adjective of names', 'en', 'He lives in New Yorkby.', ['york medium']],
    ['in a longer symbol', 'en', 'George (G/PM) and Milner', ['pm medium']],
    ['in a file number', 'en', 'Central Files, POL 27 ARAB', ['pol medium']],
    [
      'with the rest of its name behind it',
      'en',
      'the District Court of Olympia',
      ['court medium'],
    ],
    ['as two letters', 'en', 'Greek CU leaders', ['cu medium']],
    ['as a word that is a forename', 'en', 'He insists on Adam with his army.', ['adam medium']],
  ])('%s', (_what, tag, text, expected) => {
    expect(certainties(tag, text)).toEqual(expected);
  });

  it.each([
    ['en', 'They came from Darmstadt.', ['darm high']],
    ['en', 'The court agreed on POL supplies.', ['pol high']],
  ])('and certain otherwise: %s: %s', (tag, text, expected) => {
    expect(certainties(tag, text)).toEqual(expected);
  });
});
