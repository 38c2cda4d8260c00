/**
 * Which element of the TEI made which element of the page.
 *
 * Takes HTML with processing instructions around the output of each element, `<?e 12>` and `<?e>`
 * (xslt/html/numbers.xsl). Returns the same with `data-e`, the element's number, on its output; or
 * without the numbers.
 */
import { wordList } from '../../core/text.ts';
import type { DocumentHtml } from '../../transform/model.ts';

/**
 * A start tag as the serializer writes it: values in double quotes, `<` and `>` in them unescaped.
 */
export const START_TAG = /<[a-zA-Z][\w-]*(?:\s+[\w:.-]+(?:="[^"]*")?)*\s*\/?>/g;
const INSTRUCTION = /<\?e(?: \d+)?\s*>/g;
const PART = new RegExp(`${INSTRUCTION.source}|${START_TAG.source}|</[a-zA-Z][\\w-]*>`, 'g');

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const BLOCKS = new Set(
  wordList(`
    p div section ul ol li dl dt dd table caption tr td th blockquote figure h1 h2 h3 h4 h5 h6
  `),
);

/**
 * The content of an element of the TEI or of the page: of the page's elements and words those that
 * are directly in it.
 */
interface NumberedHolder {
  /** Number of the TEI element; undefined for an element of the page. */
  readonly number: string | undefined;
  /** Its place among the pieces. */
  readonly at: number;
  /** Places of start tags without a number so far. */
  unnumbered: number[];
  numbers: Set<string>;
  words: boolean;
  /** Whether it contains a block. */
  blocks: boolean;
}

/**
 * The parts of the document's own page. So the stylesheets, which take most of a build's time, run
 * once.
 */
export function withoutNumbers(numbered: DocumentHtml): DocumentHtml {
  return ofTheText(numbered, (html) => html.replaceAll(INSTRUCTION, ''));
}

/** The parts with `data-e`. */
export function withNumbers(numbered: DocumentHtml): DocumentHtml {
  return ofTheText(numbered, numberedElements);
}

function ofTheText(html: DocumentHtml, made: (html: string) => string): DocumentHtml {
  const { heading, text, notes, apparatus } = html;
  return {
    ...html,
    heading: made(heading),
    text: made(text),
    notes: made(notes),
    apparatus: made(apparatus),
  };
}

function numberedElements(html: string): string {
  const pieces: string[] = [];
  const open: NumberedHolder[] = [holder(undefined, 0)];
  const inner = (): NumberedHolder => open.at(-1) as NumberedHolder;
  const say = (words: string): void => {
    if (/[^ \t\r\n]/.test(words)) inner().words = true;
    pieces.push(words);
  };
  let from = 0;
  for (const { 0: part, index } of html.matchAll(PART)) {
    if (index > from) say(html.slice(from, index));
    from = index + part.length;
    if (part.startsWith('<?')) {
      const number = part.match(/\d+/)?.[0];
      if (number === undefined) close(open, pieces);
      else open.push(holder(number, pieces.push('') - 1));
    } else if (part.startsWith('</')) {
      pieces.push(part);
      const { blocks } = open.pop() as NumberedHolder;
      inner().blocks ||= blocks;
    } else {
      const name = /[\w-]+/.exec(part)?.[0] ?? '';
      inner().unnumbered.push(pieces.length);
      inner().blocks ||= BLOCKS.has(name);
      if (!VOID.has(name)) open.push(holder(undefined, pieces.length));
      pieces.push(part);
    }
  }
  say(html.slice(from));
  return pieces.join('');
}

function holder(number: string | undefined, at: number): NumberedHolder {
  return { number, at, unnumbered: [], numbers: new Set(), words: false, blocks: false };
}

/**
 * Elements without a number so far belong to the element itself, since all elements within it have
 * got theirs. An element that is only words on the page gets a span around them; one without its
 * own output, such as a body, has no number there: its content has.
 */
function close(open: NumberedHolder[], pieces: string[]): void {
  const { number, at, unnumbered, numbers, words, blocks } = open.pop() as NumberedHolder & {
    number: string;
  };
  const outer = open.at(-1) as NumberedHolder;
  let bare = words;
  if (unnumbered.length > 0) {
    for (const place of unnumbered)
      pieces[place] = pieces[place]?.replace(/^<[\w-]+/, `$& data-e="${number}"`) ?? '';
    numbers.add(number);
  } else if (words && !blocks && !numbers.has(number)) {
    pieces[at] = `<span data-e="${number}">`;
    pieces.push('</span>');
    numbers.clear();
    numbers.add(number);
    bare = false;
  }
  outer.words ||= bare;
  outer.blocks ||= blocks;
  for (const one of numbers) outer.numbers.add(one);
}
