/**
 * From transcriptions to tokens: which words belong to the text of a witness, and in which state.
 */
import { describe, expect, it } from 'vitest';
import { ANY_RUN } from '../../pipeline/collate/align/edit-distance.ts';
import { readJsonWitnesses } from '../../pipeline/collate/tokens/read-json.ts';
import { namedWitness } from '../../pipeline/collate/tokens/read-witness.ts';
import { plain, tei, words } from './collating.ts';

describe('TEI', () => {
  it.each([
    ['words and marks', '<p>The old boat, came.</p>', 'The old boat , came .'],
    ['a word over the end of a line', '<p>Ap-\n <lb break="no"/>ril</p>', 'April'],
    ['a word over the end of a page', '<p>com<pb n="2" break="no"/>\n mon</p>', 'common'],
    ['a line that ends after a word', '<p>old<lb/>boat</p>', 'old boat'],
    ['notes and running heads aside', '<p>old<note>x</note> boat<fw>II</fw></p>', 'old boat'],
    ['marks within a word', '<p>b<hi rend="bold">oa</hi>t</p>', 'boat'],
    [
      'the witness’s own form of a choice',
      '<p><choice><abbr>Capt</abbr><expan>Captain</expan></choice></p>',
      'Capt',
    ],
    ['an apparatus that is there already', '<p>a <app><lem>b</lem><rdg>c</rdg></app></p>', 'a b'],
    ['a gap, and a gap within a word', '<p>a <gap/> b<gap/>t</p>', `a ${ANY_RUN} b${ANY_RUN}t`],
    ['letters in brackets', '<p>πηλουσιώτ(ου) [boat]</p>', 'πηλουσιώτ(ου) [ boat ]'],
  ])('%s', (_name, body, expected) => {
    const [final, first] = tei('A', body);
    expect(final && words(final).join(' ')).toBe(expected);
    expect(first).toBeUndefined();
  });

  it('corrections make two states of a witness', () => {
    const [final, first] = tei(
      'A',
      '<p>the <subst><del>old</del><add>new</add></subst> bo<del>o</del>at</p>',
    );
    expect(final && words(final)).toEqual(['the', 'new', 'boat']);
    expect(first && words(first)).toEqual(['the', 'old', 'booat']);
    expect(first?.siglum).toBe('A (a.c.)');
  });

  it('regular forms and corrections are recognized, and unclear letters', () => {
    const body =
      '<p><choice><orig>saylors</orig><reg>sailors</reg></choice> <choice><sic>leakin</sic><corr>leaking</corr></choice> Gr<unclear>e</unclear>y</p>';
    const [saylors, leakin, grey] = tei('A', body)[0]?.tokens ?? [];
    expect(saylors?.regular).toBe('sailors');
    expect(leakin?.corrected).toBe('leaking');
    expect(leakin?.regular).toBeUndefined();
    expect(grey?.marks).toEqual([{ element: 'unclear', attributes: {}, start: 2, end: 3 }]);
  });

  it('a token says where it is', () => {
    const [token] =
      tei('A', '<div><p>x</p><p>old <hi>boat</hi></p></div>')[0]?.tokens.slice(2) ?? [];
    expect(token?.text).toBe('boat');
    expect(token?.place.xpath).toBe('/TEI/text/body[1]/div[1]/p[2]/hi[1]');
    expect(token?.place.offset).toBe(0);
  });
});

it('a reading text has no page marks, no numbers of notes and no notes', () => {
  const text = 'Title\n\n\nThe old [Page 2] boat2 came in.\n\nIt left.\n\n  2. Not seen.\n';
  const witness = plain('A', text);
  expect(words(witness).join(' ')).toBe('Title The old boat came in . It left .');
  expect(witness.blocks.map(({ element }) => element)).toEqual(['head', 'p', 'p']);
});

describe('JSON', () => {
  const read = (text: string) => readJsonWitnesses(new TextEncoder().encode(text), 'w.json');

  it('tokens stay as they are given', () => {
    const [witness] = read('{"witnesses":[{"id":"A","tokens":[{"t":"a·"},{"t":"b","n":"c"}]}]}');
    expect(witness && words(witness)).toEqual(['a·', 'b']);
    expect(witness?.tokens[1]?.regular).toBe('c');
  });

  it.each([
    ['no JSON', '{', /this is not JSON/],
    ['no witnesses', '[]', /no list “witnesses”/],
    ['no siglum', '{"witnesses":[{"content":"a"}]}', /witness 1 has no “id”/],
    ['no text', '{"witnesses":[{"id":"A","tokens":[1]}]}', /witness “A” has neither/],
  ])('%s', (_name, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

it('a witness is named by its file or by the word before it', () => {
  expect(namedWitness('B=copies/x.txt')).toEqual({ siglum: 'B', path: 'copies/x.txt' });
  expect(namedWitness('copies/x.txt')).toEqual({ siglum: 'x', path: 'copies/x.txt' });
  expect(() => namedWitness('B=')).toThrow(/is not a witness/);
});
