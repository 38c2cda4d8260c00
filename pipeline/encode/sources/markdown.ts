/**
 * A Markdown document: CommonMark, with tables, strike-through, footnotes, super- and subscript,
 * and pandoc's additions for transcriptions (`[words]{.smallcaps}`, lines after "| "). markdown-it
 * converts it to HTML, which is then read like any page.
 */
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import subscript from 'markdown-it-sub';
import superscript from 'markdown-it-sup';
import { parseFragment } from 'parse5';
import { escapeText } from '../../xml/escape.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHtmlTree } from './html/html-reading.ts';
import type { ReadingText } from './reading-text.ts';

type InlineState = Parameters<Parameters<MarkdownIt['inline']['ruler']['push']>[1]>[0];
type BlockState = Parameters<Parameters<MarkdownIt['block']['ruler']['before']>[2]>[0];

/** @throws InputError if the file contains no text, or its front matter is not YAML. */
export function readMarkdown(source: string, path: string): ReadingText {
  const { body, declared, findings } = readFrontMatter(source, path);
  const html = markdownReader().render(body);
  const title = declared?.title;
  const titled =
    title === undefined || /^\s*<h1/.test(html) ? html : `<h1>${escapeText(title)}</h1>${html}`;
  const read = readHtmlTree(parseFragment(titled), path);
  return { ...read, ...(declared ? { declared } : {}), findings: [...findings, ...read.findings] };
}

function markdownReader(): MarkdownIt {
  // Typographic replacement is off: the words stay as they are written.
  const reader = new MarkdownIt({ html: true, typographer: false, linkify: false });
  reader.use(footnote).use(superscript).use(subscript);
  reader.core.ruler.before('footnote_tail', 'growing_tokens', (state) => {
    state.tokens = GrowingTokens.from(state.tokens);
  });
  reader.inline.ruler.before('link', 'bracketed_span', bracketedSpan);
  reader.block.ruler.before('table', 'line_block', lineBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  return reader;
}

/**
 * Tokens are appended in place: the footnote plugin concatenates a copy of all tokens for each
 * note, which takes quadratic time.
 */
class GrowingTokens<Item> extends Array<Item> {
  override concat(...more: (Item | ConcatArray<Item>)[]): Item[] {
    for (const part of more) {
      if (Array.isArray(part)) for (const item of part as Item[]) this.push(item);
      else this.push(part as Item);
    }
    return this;
  }
}

/** `[words]{.class}`. */
function bracketedSpan(state: InlineState, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos);
  if (end < 0) return false;
  const classes = /^\{((?:\s*\.[\w-]+)+)\s*\}/.exec(state.src.slice(end + 1, end + 200));
  if (!classes) return false;
  if (!silent) {
    const { pos, posMax } = state;
    state
      .push('span_open', 'span', 1)
      .attrSet('class', (classes[1] ?? '').replace(/\./g, ' ').trim());
    state.pos = pos + 1;
    state.posMax = end;
    state.md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
    state.pos = pos;
    state.posMax = posMax;
  }
  state.pos = end + 1 + classes[0].length;
  return true;
}

const VERSE_LINE = /^\|(?: (.*))?$/;

/**
 * Lines after "| ": each stays a line. A table's row ends in a bar, and a rule follows its first.
 */
function lineBlock(state: BlockState, start: number, end: number, silent: boolean): boolean {
  const lineAt = (at: number): string | undefined => {
    if (at >= end || (state.sCount[at] ?? 0) - state.blkIndent >= 4) return undefined;
    const line = state.src.slice(
      (state.bMarks[at] ?? 0) + (state.tShift[at] ?? 0),
      state.eMarks[at],
    );
    const verse = VERSE_LINE.exec(line);
    return verse && !/\|\s*$/.test(line.slice(1)) ? (verse[1] ?? '') : undefined;
  };
  const lines: string[] = [];
  for (let at = start, line = lineAt(at); line !== undefined; line = lineAt(++at)) lines.push(line);
  const next = state.src.slice(state.bMarks[start + 1] ?? 0, state.eMarks[start + 1] ?? 0);
  if (lines.length === 0 || /^\s*\|?\s*:?-+:?\s*\|/.test(next)) return false;
  if (silent) return true;
  state.line = start + lines.length;
  state.push('paragraph_open', 'p', 1).map = [start, state.line];
  const inline = state.push('inline', '', 0);
  inline.content = lines.map((line) => line.trimEnd()).join('  \n');
  inline.map = [start, state.line];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}
