/**
 * The information in HTML elements about their words, as TEI elements.
 *
 * Takes an element. Returns the marks that enclose its words, outermost first. By name, by class
 * where tools agree on one, and by the declarations of its `style`.
 */
import type { BlockMark } from '../block-writer.ts';
import { type HtmlElement, htmlAttribute, htmlClasses } from './html-tree.ts';

const hi = (rend: string): BlockMark => ({ element: 'hi', attributes: { rend } });
const DELETED: BlockMark = { element: 'del', attributes: { rend: 'strikethrough' } };

const BY_NAME: Readonly<Record<string, BlockMark>> = {
  em: hi('italic'),
  i: hi('italic'),
  cite: hi('italic'),
  dfn: hi('italic'),
  var: hi('italic'),
  strong: hi('bold'),
  b: hi('bold'),
  u: hi('underline'),
  s: DELETED,
  strike: DELETED,
  sup: hi('superscript'),
  sub: hi('subscript'),
};

/** The classes of pandoc and of TEI Publisher. */
const BY_CLASS: Readonly<Record<string, BlockMark>> = {
  smallcaps: hi('smallcaps'),
  'small-caps': hi('smallcaps'),
  underline: hi('underline'),
  ul: hi('underline'),
  strikethrough: DELETED,
};

const BY_STYLE: readonly (readonly [declaration: RegExp, mark: BlockMark])[] = [
  [/font-style\s*:\s*(?:italic|oblique)/i, hi('italic')],
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, hi('bold')],
  [/text-decoration(?:-line)?\s*:[^;]*underline/i, hi('underline')],
  [/text-decoration(?:-line)?\s*:[^;]*line-through/i, DELETED],
  [/font-variant(?:-caps)?\s*:\s*small-caps/i, hi('smallcaps')],
  [/vertical-align\s*:\s*super/i, hi('superscript')],
  [/vertical-align\s*:\s*sub\b/i, hi('subscript')],
];

/** Links that lead out of the page. Others would lead nowhere in the edition. */
const LINK = /^(?:https?|mailto|doi|urn|ftp):/i;

export function marksOf(element: HtmlElement): BlockMark[] {
  const { tagName } = element;
  if (tagName === 'del' || tagName === 'ins') return [changeOf(element)];
  if (tagName === 'a') {
    const target = (htmlAttribute(element, 'href') ?? '').trim();
    return LINK.test(target) && !/\s/.test(target)
      ? [{ element: 'ref', attributes: { target } }]
      : [];
  }
  const named = BY_NAME[tagName];
  if (named) return [named];
  if (tagName !== 'span' && tagName !== 'font') return [];
  const style = htmlAttribute(element, 'style') ?? '';
  return [
    ...htmlClasses(element).flatMap((name) => BY_CLASS[name] ?? []),
    ...BY_STYLE.flatMap(([declaration, mark]) => (declaration.test(style) ? [mark] : [])),
  ];
}

/**
 * A deletion or insertion; with `data-resp` and `data-when` a tracked change of a word processor.
 */
function changeOf(element: HtmlElement): BlockMark {
  const resp = htmlAttribute(element, 'data-resp');
  const name = element.tagName === 'del' ? 'del' : 'add';
  if (resp === undefined) return name === 'del' ? DELETED : { element: name, attributes: {} };
  return { element: name, attributes: { resp: `#${resp}` } };
}
