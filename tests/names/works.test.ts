/** Titles of works in quotation marks: marked beside a word of works, with medium certainty. */
import { describe, expect, it } from 'vitest';
import { worksIn } from '../../pipeline/encode/names/works.ts';
import { bodyOf } from '../encode/in-process.ts';

const found = (language: string, text: string): string[] =>
  worksIn(text, language).map(({ start, end, level }) => `${level}: ${text.slice(start, end)}`);

describe('titles beside a word of works', () => {
  it.each([
    ['en', 'I read her novel “Emma” again.', ['m: Emma']],
    [
      'en',
      'He wrote a treatise entitled "The Wealth of Nations" then.',
      ['m: The Wealth of Nations'],
    ],
    ['en', 'Then came “Middlemarch”, a novel by Eliot.', ['m: Middlemarch']],
    ['en', 'We heard “The Mikado,” an opera.', []],
    ['en', 'the poem called ‘The Raven’ and the play, “Hamlet”', ['a: The Raven', 'm: Hamlet']],
    ['de', 'Ich las den Roman „Effi Briest“ zu Ende.', ['m: Effi Briest']],
    ['de', 'Gestern „Der Freischütz“, eine Oper von Weber.', ['m: Der Freischütz']],
    [
      'de',
      'Sein Aufsatz »Über das Marionettentheater« liegt bei.',
      ['a: Über das Marionettentheater'],
    ],
    ['de', 'Das Buch «Die Insel» kam an.', ['m: Die Insel']],
    // A word in quotation marks, speech, a place: no titles.
    ['en', 'The so-called novel “method” failed.', []],
    ['en', 'He said of the play: “We leave. Tomorrow we return.”', []],
    ['en', 'They went to “Fairview” and stayed.', []],
    ['en', 'At playtime “Robin” came.', []],
    ['de', 'Er rief „Komm“ und ging.', []],
    ['de', 'Die Opernfreunde „Harmonie“ luden ein.', []],
    ['fr', 'Le roman « Nana » est là.', []],
  ])('%s: %s', (language, text, expected) => {
    expect(found(language, text)).toEqual(expected);
  });

  it('takes time in proportion to the text', () => {
    const text = 'novel “'.repeat(40_000);
    const began = process.cpuUsage();
    expect(found('en', text)).toEqual([]);
    expect(process.cpuUsage(began).user).toBeLessThan(2e6);
  });
});

it('a document has them as title, no name is found in them, and the text is the same', () => {
  const body = bodyOf(
    'Essen, 3 May 1900\n\nDear Sir,\n\nI read the novel “Walter Rusk” again, and I have met the ' +
      'author of it in the town.\n\nYours truly,\nA. Smith\n',
  );
  expect(body).toContain('novel “<title level="m" cert="medium">Walter Rusk</title>”');
});
