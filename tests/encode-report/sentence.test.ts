/**
 * The sentence around words, as the worklist quotes it.
 */
import { describe, expect, it } from 'vitest';
import { sentenceAround } from '../../pipeline/encode/report/sentence.ts';

function quoted(text: string, words: string): string {
  const start = text.indexOf(words);
  const quotation = sentenceAround(text, start, start + words.length);
  expect(quotation.sentence.slice(quotation.start, quotation.end)).toBe(words.replace(/\s/g, ' '));
  return quotation.sentence;
}

describe('the sentence around words', () => {
  it.each([
    ['It rained. Orrery left. He ran.', 'Orrery', 'Orrery left.'],
    ['It rained. Orrery left.', 'rained', 'It rained.'],
    ['He saw Mr. Orrery and Gen. Quill. They left.', 'Quill', 'He saw Mr. Orrery and Gen. Quill.'],
    ['The U.S. Navy came. J. T. Orrery left.', 'Orrery', 'J. T. Orrery left.'],
    ['“Is it so?” Orrery asked. No.', 'Orrery', 'Orrery asked.'],
    ['He said (no. 5.) It was. “Orrery left.” Then', 'Orrery', '“Orrery left.”'],
    ['No full stop at Orrery', 'Orrery', 'No full stop at Orrery'],
    ['Orrery\nleft us. So', 'Orrery\nleft', 'Orrery left us.'],
    ['It rained all day.', 'all day.', 'It rained all day.'],
  ])('%j around “%s”', (text, words, sentence) => {
    expect(quoted(text, words)).toBe(sentence);
  });

  it('is shortened between words where it is very long', () => {
    const sentence = quoted(`${'before '.repeat(100)}Orrery${' after'.repeat(100)}.`, 'Orrery');
    expect(sentence).toMatch(/^… before .*before Orrery after.* after …$/);
    expect(sentence.length).toBeLessThan(500);
  });
});
