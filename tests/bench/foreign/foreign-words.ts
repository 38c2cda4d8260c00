/**
 * Compares the words of a TEI file with those of the pages made from it: words that are on no page,
 * and words that adjoin on a page though the TEI separates them.
 */
import { type DefaultTreeAdapterTypes as Html, parse } from 'parse5';
import type { TreeElement } from '../../../pipeline/xml/tree.ts';

/** A word of a TEI file: folded, with its element and the part of the file. */
export interface TeiToken {
  readonly word: string;
  readonly element: string;
  readonly part: 'text' | 'header';
  /** It is one reading of a part of a word: "Ag", "ī" for "i", "vesa". */
  readonly inWord?: boolean;
}

interface Comparison {
  /** Words of the file. */
  readonly words: number;
  /** Words that are on no page, by their elements. */
  readonly lost: readonly TeiToken[];
  /** Words of the page that are two words of the TEI. */
  readonly glued: readonly string[];
}

/** TEI elements that can be within a word: their edges do not separate words. */
const WITHIN_WORD = names(`
  abbr add am anchor c cb certainty corr damage del distinct emph ex expan fw g gap gb hi lb m
  metamark mod note num orig pb pc ptr reg restore retrace rs sic supplied surplus seg space subst
  unclear w handShift persName placeName orgName name date foreign ref surname forename q mentioned
  soCalled term title milestone addSpan delSpan damageSpan undo redo caesura shift secl ab`);
/** Elements that always separate words. */
const ALWAYS_APART = names(`
  p ab head l lg item cell row label list table div div1 div2 div3 div4 div5 sp speaker stage note
  lem rdg rdgGrp opener closer salute signed dateline byline trailer address
  addrLine line zone surface entry sense form def cit quote witness bibl person place org titlePart
  docTitle docAuthor docImprint castItem role roleDesc u seg choice lb`);
/** Parts of the header for programs, not for readers. */
const FOR_PROGRAMS = names(`
  tagsDecl charDecl schemaSpec prefixDef listPrefixDef refsDecl classDecl appInfo revisionDesc
  variantEncoding fsdDecl geoDecl styleDefDecl transcriptionDesc teiCorpus xenoData`);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function names(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** One spelling for comparing: soft hyphens and zero-width characters are no part of a word. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/g, '');
}

/** The words of a file in their order. Notes are read after the text that they interrupt. */
export function teiWords(root: TreeElement): TeiToken[] {
  const tokens: TeiToken[] = [];
  for (const part of ['header', 'text'] as const) {
    for (const pieces of streamsOf(root, part)) tokens.push(...tokensOf(pieces, part));
  }
  return tokens;
}

interface Piece {
  readonly text: string;
  readonly element: string;
}

function streamsOf(root: TreeElement, part: TeiToken['part']): Piece[][] {
  const main: Piece[] = [];
  const streams = [main];
  const walk = (element: TreeElement, into: Piece[], inHeader: boolean): void => {
    const { local } = element;
    const header = inHeader || local === 'teiHeader';
    if (FOR_PROGRAMS.has(local) && header) return;
    let out = into;
    if (local === 'note' && !header) {
      out = [];
      streams.push(out);
    }
    const wanted = header === (part === 'header');
    // The readings of a choice are separate on a page, including those of a part of a word.
    const separate =
      (ALWAYS_APART.has(local) || element.parent?.local === 'choice') &&
      !(local === 'lb' && attributeOf(element, 'break') === 'no');
    const [before, after] = edgesOf(element);
    if (separate && local !== 'note') out.push({ text: before, element: local });
    let afterElement = false;
    for (const child of element.children) {
      if (typeof child === 'string') {
        // White space within a word that is marked as one is layout of the file.
        const words = local === 'w' ? child.replace(/^\s*\n\s*|\s*\n\s*$/g, '') : child;
        const isLayout = local === 'choice' && words.trim() === '';
        if (wanted && !isLayout) out.push({ text: words, element: pathOf(element) });
        afterElement = false;
        continue;
      }
      // In a header adjoining elements are fields; in a text they may be parts of a word.
      if (afterElement && (header || !WITHIN_WORD.has(child.local)))
        out.push({ text: ' ', element: local });
      walk(child, out, header);
      afterElement = header || !WITHIN_WORD.has(child.local);
    }
    if (separate && local !== 'note') out.push({ text: after, element: local });
  };
  walk(root, main, false);
  return streams;
}

/** The edge of a choice, which can be within a word. */
const CHOICE_EDGE = '\u0001';

/** What separates the words of an element from those before and after it. */
function edgesOf(element: TreeElement): readonly [string, string] {
  if (element.local === 'choice') return [CHOICE_EDGE, CHOICE_EDGE];
  const readings = element.parent?.local === 'choice' ? element.parent.children : [];
  const elements = readings.filter((child) => typeof child !== 'string');
  return [elements[0] === element ? '' : ' ', elements.at(-1) === element ? '' : ' '];
}

/** The words of attributes, which a page shows where a pointer has no others: "bib:ARIE1904". */
export function attributeWords(root: TreeElement): string[] {
  const values = root.attributes.map(({ value }) => folded(value)).join(' ');
  return [
    ...[...values.matchAll(WORD)].map(([word]) => word),
    ...root.children.flatMap((child) => (typeof child === 'string' ? [] : attributeWords(child))),
  ];
}

function pathOf(element: TreeElement): string {
  return `${element.parent?.local ?? ''}/${element.local}`;
}

function attributeOf(element: TreeElement, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value;
}

function tokensOf(pieces: readonly Piece[], part: TeiToken['part']): TeiToken[] {
  const tokens: TeiToken[] = [];
  let word = '';
  let owner = '';
  let between = '';
  const end = (): void => {
    if (word !== '') {
      const inWord = between === CHOICE_EDGE;
      tokens.push({ word: word.normalize('NFC'), element: owner, part, inWord });
      between = '';
    }
    word = '';
  };
  for (const { text, element } of pieces) {
    for (const [run] of folded(text).matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu)) {
      if (/^[\p{L}\p{M}\p{N}]/u.test(run)) {
        if (word === '') owner = element;
        word += run;
      } else {
        end();
        between += run;
      }
    }
  }
  end();
  return tokens;
}

const INLINE = names(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr',
);

/** The words of a page without the page's additions to the text, as when somebody copies them. */
export function pageWords(html: string): string[] {
  const pieces: string[] = [];
  const walk = (node: Html.Node): void => {
    if (node.nodeName === '#text' && 'value' in node) pieces.push(node.value);
    if (!('childNodes' in node)) return;
    const element = 'tagName' in node ? node : undefined;
    if (element && ['script', 'style', 'template'].includes(element.tagName)) return;
    const classes = element?.attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? [];
    const text = classes.includes('added') ? textOf(node) : '';
    if (
      classes.includes('added') &&
      !/^[\s,.:;()×→·⟨⟩-]+$/.test(text) &&
      // " ] " between a lemma and a reading separates; brackets without a space are within words.
      !/^[^\p{L}\p{N}]*\s[^\p{L}\p{N}]*$/u.test(text) &&
      !/rdg/.test(classes.join())
    ) {
      // A number or a sign is not part of a word, unless there is nothing else.
      extra.push(text);
      return;
    }
    const parts = element !== undefined && !INLINE.has(element.tagName);
    if (parts) pieces.push(' ');
    for (const child of node.childNodes) walk(child);
    if (parts) pieces.push(' ');
  };
  const extra: string[] = [];
  walk(parse(html));
  return [...folded([pieces.join(''), ...extra].join(' ')).matchAll(WORD)].map(([word]) => word);
}

function textOf(node: Html.Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/**
 * @param tokens the words of the file
 * @param page the words of its page
 * @param own those of the part of the page that is the document's own
 * @param attributes the words of the file's attributes
 * @param elsewhere whether a word is on another page of the site: an entry's, the edition's
 */
export function compareWords(
  tokens: readonly TeiToken[],
  page: readonly string[],
  own: readonly string[],
  attributes: readonly string[],
  elsewhere: (word: string) => boolean,
): Comparison {
  const left = counted(page);
  const squashed = page.join('');
  const missing: TeiToken[] = [];
  // The text first: words that the header repeats are not counted twice.
  for (const token of [...tokens].sort(
    (a, b) => Number(b.part === 'text') - Number(a.part === 'text'),
  )) {
    const count = left.get(token.word) ?? 0;
    if (count > 0 && token.part === 'text') left.set(token.word, count - 1);
    else if (count === 0 && (token.part === 'text' || !squashed.includes(token.word)))
      missing.push(token);
  }
  const wanted = counted(missing.map(({ word }) => word));
  const lost = missing.filter(({ word, part }) =>
    part === 'header'
      ? !elsewhere(word)
      : !squashed.includes(word) ||
        (word.length > 3 && occurrences(squashed, word) < (wanted.get(word) ?? 0)),
  );
  return { words: tokens.length, lost, glued: gluedWords(tokens, counted(own), attributes) };
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function occurrences(text: string, word: string): number {
  return text.split(word).length - 1;
}

/** Remaining words of the page that two neighbours in the TEI make together. */
function gluedWords(
  tokens: readonly TeiToken[],
  left: ReadonlyMap<string, number>,
  attributes: readonly string[],
): readonly string[] {
  const ownWords = new Set([...tokens.map(({ word }) => word), ...attributes]);
  const glued = new Set<string>();
  for (const [place, { word, part }] of tokens.entries()) {
    const next = tokens[place + 1];
    if (next === undefined || next.part !== part || next.inWord === true) continue;
    const both = word + next.word;
    if (!ownWords.has(both) && (left.get(both) ?? 0) > 0 && !/^\d+$/.test(both))
      glued.add(`${word}|${next.word}`);
  }
  return [...glued];
}
