/** Reading the apparatus for a witness gives the witness, for any witnesses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { witnessDifferences } from '../../pipeline/collate/apparatus/prove.ts';
import { tokenizeWitness } from '../../pipeline/collate/tokens/tokenize.ts';
import { readTree } from '../../pipeline/xml/tree.ts';
import { made, plain, tei } from './collating.ts';

const METHODS = ['parallel', 'double-end-point'] as const;

/** Few words, so that they occur often and at other places. */
const WORD = fc.constantFrom(
  'the',
  'old',
  'boat',
  'ship',
  'came',
  'ſhip',
  'Boat',
  'l’eau',
  'a-b',
  'αὐτός',
  'x',
);
const MARK = fc.constantFrom(', ', '. ', ' (', ') ', ' – ', '…', ' " ', "'", '&', '<', ';', '!? ');
const TEXT = fc
  .array(fc.oneof({ weight: 6, arbitrary: WORD }, { weight: 2, arbitrary: MARK }), {
    minLength: 1,
    maxLength: 40,
  })
  .chain((parts) =>
    fc
      .array(fc.constantFrom(' ', '\n', '\n\n', ' '), {
        minLength: parts.length,
        maxLength: parts.length,
      })
      .map(
        (spaces) => `Title x\n\n${parts.map((part, at) => part + (spaces[at] ?? ' ')).join('')}`,
      ),
  );

describe.each(METHODS)('%s', (method) => {
  it('gives back plain texts', () => {
    fc.assert(
      fc.property(fc.array(TEXT, { minLength: 2, maxLength: 5 }), (texts) => {
        const witnesses = texts.map((text, at) => plain(String.fromCharCode(65 + at), text));
        const { text, wrong } = made(witnesses, method);
        expect(wrong).toEqual([]);
        readTree({ path: 'c.xml', content: text });
      }),
      { numRuns: 80 },
    );
  });

  const PIECE = fc.oneof(
    { weight: 8, arbitrary: WORD.map((word) => `${word.replace('&', '&amp;')} `) },
    WORD.map((word) => `<del>${word}</del> `),
    WORD.map((word) => `<add>${word}</add>`),
    fc
      .tuple(WORD, WORD)
      .map(([one, other]) => `<subst><del>${one}</del><add>${other}</add></subst> `),
    WORD.map((word) => `${word.slice(0, 1)}<unclear>${word.slice(1)}</unclear> `),
    WORD.map((word) => `wo<lb break="no"/>${word} `),
    WORD.map((word) => `<choice><orig>${word}</orig><reg>boat</reg></choice> `),
    fc.constant('<gap reason="illegible"/> '),
    fc.constant('b<gap/>t '),
    fc.constant('<note>not collated</note>'),
    fc.constant('</p><p>'),
    fc.constant('<pb n="2"/>'),
    fc.constant(', '),
  );
  const BODY = fc
    .array(PIECE, { minLength: 1, maxLength: 40 })
    .map((pieces) => `<p>the ${pieces.join('')}</p>`);

  it('gives back transcriptions with corrections, gaps and joined words', () => {
    fc.assert(
      fc.property(fc.array(BODY, { minLength: 2, maxLength: 4 }), (bodies) => {
        const witnesses = bodies.flatMap((one, at) => tei(String.fromCharCode(65 + at), one));
        expect(made(witnesses, method).wrong).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('gives back fragments and lacunas', () => {
    const long = Array.from({ length: 120 }, (_, at) => `w${at}`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(119), fc.nat(119), fc.nat(119), fc.nat(119)), {
          minLength: 1,
          maxLength: 4,
        }),
        (cuts) => {
          const fragments = cuts.map((cut, at) => {
            const [a = 0, b = 0, c = 0, d = 0] = [...cut].sort((x, y) => x - y);
            const words = `${long.slice(a, b + 1).join(' ')} <gap unit="leaf"/> ${long.slice(c, d).join(' ')}`;
            return tei(`F${at}`, `<p>${words}</p>`);
          });
          const witnesses = [plain('A', `T\n\n${long.join(' ')}`), ...fragments.flat()];
          expect(made(witnesses, method).wrong).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('finds a word that was changed, lost or added in what is written', () => {
  const witnesses = [plain('A', 'T\n\nthe old boat'), plain('B', 'T\n\nthe new boat')];
  const { text } = made(witnesses);
  const ids = ['c-wA', 'c-wB'];
  expect(witnessDifferences(text, 'c.xml', witnesses, ids)).toEqual([]);
  const spoiled = [
    text.replace('>new<', '>newer<'),
    text.replace('>new<', '><'),
    text.replace(' boat', ' boat again'),
    text.replace('wit="#c-wB"', 'wit="#c-wA"'),
  ];
  for (const one of spoiled) {
    expect(one).not.toBe(text);
    expect(witnessDifferences(one, 'c.xml', witnesses, ids)).not.toEqual([]);
  }
});

it('tokens of joined tokens are the same tokens', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const pieces = tokenizeWitness(text);
      const joined = pieces.map((piece) => piece.text + (piece.space ? ' ' : '')).join('');
      expect(tokenizeWitness(joined).map((piece) => piece.text)).toEqual(
        pieces.map((piece) => piece.text),
      );
      // Only white space is lost.
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.replace(/\s+/g, ''));
    }),
    { numRuns: 500 },
  );
});
