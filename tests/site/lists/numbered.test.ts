/**
 * Numbers of elements on the page: instructions around an element's output become attributes, or
 * are removed without a trace.
 */
import { expect, test } from 'vitest';
import { withoutIndents } from '../../../pipeline/publish/document/indents.ts';
import { withNumbers, withoutNumbers } from '../../../pipeline/publish/document/numbered.ts';
import type { DocumentHtml } from '../../../pipeline/transform/model.ts';

function parts(text: string): DocumentHtml {
  return { heading: '', text, notes: '', apparatus: '' } as DocumentHtml;
}

const numbered = (text: string): string => withNumbers(parts(text)).text;

test('an element of the page has the number of the innermost element that made it; what is within it has its own', () => {
  expect(
    numbered(
      '<?e 1><?e 2><p id="a">Sent <?e 3><a title="1 > 0" href="#b">a</a><br><?e >.</p><?e ><?e >',
    ),
  ).toBe(
    '<p data-e="2" id="a">Sent <a data-e="3" title="1 > 0" href="#b">a</a><br data-e="3">.</p>',
  );
});

test('mere words get a span; an element that contains blocks or nothing gets none', () => {
  expect(numbered('<p><?e 4>words<?e ><?e 5> <?e ></p>')).toBe(
    '<p><span data-e="4">words</span> </p>',
  );
  expect(numbered('<?e 6>before <?e 7><p>one</p><?e > after<?e ><?e 8><?e >')).toBe(
    'before <p data-e="7">one</p> after',
  );
});

test('one that is shown by two steps has its number once', () => {
  expect(numbered('<?e 9><?e 9>words<?e > more<?e >')).toBe('<span data-e="9">words</span> more');
});

test('without numbers nothing is left of them', () => {
  const made = '<?e 1><p>Sent <?e 2>words<?e >.</p><?e >';
  expect(withoutNumbers(parts(made)).text).toBe('<p>Sent words.</p>');
});

test('the indents of the file are no part of the page, but white space that is shown unchanged is', () => {
  expect(withoutIndents(parts('<p>Sent\n          words  to <b>all</b>.\n     </p>')).text).toBe(
    '<p>Sent\nwords to <b>all</b>.\n</p>',
  );
  const poem = '<p class="as-it-stands">one\n   two</p>';
  expect(withoutIndents(parts(poem)).text).toBe(poem);
});
