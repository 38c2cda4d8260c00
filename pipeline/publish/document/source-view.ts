/**
 * A TEI file as an editor sees it, as HTML: every character of the file, its lines numbered, its
 * markup distinguished.
 *
 * Takes the text of a file that `readXml` has accepted (so it has no DOCTYPE), and the places of
 * its elements in the reading text. Returns parts of HTML for `<pre>`s, which contain all
 * characters of the file in their order; parts that are not text can be folded. The file's
 * characters are only text in the HTML.
 */
import { pattern } from '../../core/text.ts';

export interface SourcePart {
  /**
   * Name of the element that the part consists of (`teiHeader`), if it is not the text; else
   * `null`.
   */
  readonly folded: string | null;
  readonly html: string;
}

export interface SourceLinks {
  /** The `id` of an element's start tag, by its number in document order, from 1. */
  idOf(number: number): string;
  /**
   * The `id` of an element's output in the reading text, by the numbers of the element and of the
   * last one within it; `undefined` if it has no output.
   */
  partnerOf(number: number, last: number): string | undefined;
  /** The finding about an element of the text without output. */
  readonly unseen: string;
}

interface Token {
  readonly kind: 'open' | 'empty' | 'close' | 'comment' | 'instruction' | 'cdata' | 'text';
  readonly text: string;
  readonly start: number;
}

interface Element {
  readonly name: string;
  readonly depth: number;
  readonly inText: boolean;
  readonly start: number;
  /** Number of the last element within it, or its own. */
  last: number;
  end: number;
}

/** The tokens of XML 1.0 (productions 14–20, 40–44); together they are the whole file. */
const TOKEN = pattern('g')`
    (?<comment><!--[\s\S]*?-->)|(?<cdata><!\[CDATA\[[\s\S]*?\]\]>)|(?<instruction><\?[\s\S]*?\?>)|
    (?<close><\/[^>]*>)|(?<tag><(?:"[^"]*"|'[^']*'|[^>"'])*>)|[^<]+|<
  `;

const ATTRIBUTE = /([^\s=<>"'/]+)(\s*=\s*)("[^"]*"|'[^']*')/g;

/** The whole file, part by part. */
export function sourceView(file: string, links: SourceLinks): readonly SourcePart[] {
  const whole = tokensOf(file);
  const elements = elementsOf(whole);
  const cuts = [...cutsOf(file, elements)];
  const parts: { folded: string | null; html: string }[] = [{ folded: null, html: '' }];
  const lines = new LineMarks();
  let number = 0;
  for (const { kind, text, start } of divided(whole, cuts)) {
    while (cuts[0] && cuts[0].at <= start)
      parts.push({ folded: cuts.shift()?.folded ?? null, html: '' });
    let html: string;
    if (kind === 'open' || kind === 'empty') {
      number += 1;
      html = startTag(
        { tag: text, number, element: elements[number - 1] as Element },
        links,
        lines,
      );
    } else if (kind === 'text') html = lines.text(text);
    else html = `<span class="x-${kind}">${lines.text(text)}</span>`;
    (parts.at(-1) as { html: string }).html += html;
  }
  return parts.filter(({ html }) => html !== '');
}

interface NumberedTag {
  readonly tag: string;
  readonly number: number;
  readonly element: Element;
}

function startTag(
  { tag, number, element }: NumberedTag,
  links: SourceLinks,
  lines: LineMarks,
): string {
  const { name, inText } = element;
  const partner = inText ? links.partnerOf(number, element.last) : undefined;
  const shownName =
    partner === undefined
      ? escapeSource(name)
      : `<a href="#${escapeSource(partner)}">${escapeSource(name)}</a>`;
  const unseen = inText && partner === undefined ? ` title="${escapeSource(links.unseen)}"` : '';
  let html =
    `${lines.mark()}<span class="x-tag" id="${links.idOf(number)}" ` +
    `data-e="${number}"${unseen}>&lt;${shownName}`;
  const rest = tag.slice(1 + name.length);
  let at = 0;
  for (const match of rest.matchAll(ATTRIBUTE)) {
    const [whole, key, sign, value] = match as unknown as [string, string, string, string];
    html += lines.text(rest.slice(at, match.index));
    html +=
      `<span class="x-name">${escapeSource(key)}</span>${lines.text(sign)}<span ` +
      `class="x-value">${lines.text(value)}</span>`;
    at = match.index + whole.length;
  }
  return `${html}${lines.text(rest.slice(at))}</span>`;
}

function tokensOf(file: string): Token[] {
  return [...file.matchAll(TOKEN)].map((match) => {
    const [text] = match;
    const { comment, cdata, instruction, close, tag } = match.groups ?? {};
    let kind: Token['kind'] = 'text';
    if (comment !== undefined) kind = 'comment';
    else if (cdata !== undefined) kind = 'cdata';
    else if (instruction !== undefined) kind = 'instruction';
    else if (close !== undefined) kind = 'close';
    else if (tag !== undefined) kind = tag.endsWith('/>') ? 'empty' : 'open';
    return { kind, text, start: match.index };
  });
}

/** In document order. */
function elementsOf(tokens: readonly Token[]): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const close = (end: number): void => {
    const element = open.pop();
    if (element) Object.assign(element, { end, last: elements.length });
  };
  for (const { kind, text, start } of tokens) {
    const end = start + text.length;
    if (kind === 'open' || kind === 'empty') {
      const name = /^<([^\s/>]+)/.exec(text)?.[1] ?? '';
      // A prefix may come before the name.
      const isText = open.length === 1 && /^(?:[^:]+:)?text$/.test(name);
      const inText = isText || (open.at(-1)?.inText ?? false);
      const element = { name, depth: open.length, inText, start, last: elements.length + 1, end };
      elements.push(element);
      open.push(element);
      if (kind === 'empty') close(end);
    } else if (kind === 'close') close(end);
  }
  return elements;
}

/** The places where parts begin: at the lines of an element beside the text, and after them. */
function* cutsOf(
  file: string,
  elements: readonly Element[],
): Generator<{ at: number; folded: string | null }> {
  for (const { depth, inText, name, start, end } of elements) {
    if (depth !== 1 || inText) continue;
    const before = /(?<=\n)[ \t]*$/.exec(file.slice(0, start))?.[0].length ?? 0;
    const after = /^[ \t]*\r?\n/.exec(file.slice(end))?.[0].length ?? 0;
    yield { at: start - before, folded: name };
    yield { at: end + after, folded: null };
  }
}

/** Text with a cut in it becomes two tokens. */
function* divided(
  tokens: readonly Token[],
  cuts: readonly { readonly at: number }[],
): Generator<Token> {
  const places = cuts.map(({ at }) => at);
  for (const token of tokens) {
    const end = token.start + token.text.length;
    const inside = token.kind === 'text' ? places.filter((at) => at > token.start && at < end) : [];
    const ends = [...inside, end];
    let from = token.start;
    for (const to of ends) {
      yield {
        kind: token.kind,
        text: token.text.slice(from - token.start, to - token.start),
        start: from,
      };
      from = to;
    }
  }
}

/**
 * Numbers lines: an empty element at the beginning of each has the number, so that the text is
 * unchanged.
 */
class LineMarks {
  #line = 0;
  #begins = true;

  /** Text of the file with the marks of the lines that begin in it. */
  text(text: string): string {
    let html = '';
    for (const line of text.split(/(?<=\n)/)) {
      if (line === '') continue;
      html += this.mark() + escapeSource(line);
      this.#begins = line.endsWith('\n');
    }
    return html;
  }

  /** The mark of the line, if one begins here. */
  mark(): string {
    if (!this.#begins) return '';
    this.#begins = false;
    this.#line += 1;
    return `<i data-n="${this.#line}"></i>`;
  }
}

function escapeSource(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  // A carriage return that is not escapeSource would be read as a line feed.
  return text.replace(/[&<>"\r]/g, (char) => entities[char] ?? '&#13;');
}
