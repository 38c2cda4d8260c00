/**
 * The structure of a letter, despatch, telegram or memorandum: head, front, text, signature, and
 * the texts that came with it.
 *
 * Takes blocks and notes as running text with points. Returns the tree of the document, every
 * passage with its id. Ids are counted within the document, in its order: `d149-p3` is its third
 * paragraph.
 */
import { readTitleDay } from '../../dates/letter/title-day.ts';
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { Passage } from '../../engine/model.ts';
import { takeTitle } from '../../engine/outline/blocks.ts';
import { pagesInBlock } from '../../engine/outline/lines.ts';
import { footNotes } from '../../engine/outline/notes.ts';
import { PassageMaker } from '../../engine/outline/passage-maker.ts';
import { splitBlocks } from '../../engine/outline/split.ts';
import type { Division, DocumentTree, TreePart } from '../../engine/tree.ts';
import { titleLanguage } from '../../header/title-language.ts';
import type { Language } from '../../languages/model/language.ts';
import type { GenreInput } from '../common/genre.ts';
import { readClosing } from './closing/closing.ts';
import { readFront } from './front/front.ts';
import { type AddedText, splitAdded } from './lines/enclosures.ts';
import { isSalutationLine } from './lines/formulas.ts';
import { isHeading } from './lines/kinds.ts';
import { type LetterScope, namesInTitle } from './lines/scope.ts';
import { isSignedLabel } from './lines/signed.ts';
import { isPlain, isRunningText, lined } from './lines/text.ts';
import { splitPaper } from './papers.ts';
import { LetterParts } from './parts.ts';
import { splitRecord } from './records.ts';
import { type Letters, splitLetters } from './several.ts';

const NUMBER = /^\*?(?:No\.? ?)?(?:(\d+[a-z]?)\.\s+|(\d+\.\d+[a-z]?)\.?\s+(?=\p{Lu}))/u;

/** Builds the tree of a document: a private letter, a paper of an office, a record. */
export function outlineCorrespondence(
  { id, layout, language }: GenreInput,
  kind: 'letter' | 'paper' | 'record',
): DocumentTree {
  const personal = kind === 'letter';
  const { notes } = layout;
  const blocks = splitBlocks(layout.blocks);
  const make = new PassageMaker(id);
  const { head, title, parts, rest } = takeTitle(blocks, layout.titled, make);
  const words = head?.text ?? '';
  const ofTitle = titleLanguage(words, language);
  const day = readTitleDay(words, ofTitle);
  const scope: LetterScope = {
    make,
    language,
    personal,
    record: kind === 'record',
    ...(personal ? namesInTitle(words, ofTitle) : { sender: [], addressee: [] }),
    ...(day ? { known: day.known } : {}),
  };
  const { own, added } = splitAdded(rest);
  const split = { letter: lettersOrPapers, record: splitRecord, paper: splitPaper }[kind];
  const { first, more } = split(own, scope);
  const heading: TreePart[] = first.heading
    ? [{ kind: 'passage', passage: make.passage(first.heading, 'heading') }]
    : [];
  const untitled = readText(first.blocks, first.scope, !/editorial note$/i.test(words));
  const text = { ...untitled, parts: [...heading, ...untitled.parts] };
  const letters = more.map(
    ({ heading, blocks: letter, scope: of }): Division => ({
      kind: 'division',
      ...(personal && !of.added ? { type: 'letter' } : {}),
      ...otherLanguage(of, language),
      ...(heading ? { head: make.passage(heading, 'heading') } : {}),
      parts: furtherParts(letter, of, kind),
    }),
  );
  const numbers = NUMBER.exec(words);
  const number = numbers?.[1] ?? numbers?.[2];
  const enclosed = added.map((part) => addedDivision(part, scope));
  return {
    id,
    ...(number === undefined ? {} : { number }),
    title: head ? title.replace(NUMBER, '').trim() : title,
    ...(head ? { head } : {}),
    ...(text.dateline ? { dateline: text.dateline } : {}),
    parts: [
      ...parts,
      ...withFollowers(text, [...letters, ...enclosed], otherLanguage(first.scope, language)),
    ],
    notes: footNotes(notes, id),
  };
}

/** The letters under one heading; if there is only one, the texts below its signature. */
function lettersOrPapers(blocks: readonly MarkedBlock[], scope: LetterScope): Letters {
  const letters = splitLetters(blocks, scope);
  return letters.more.length > 0 ? letters : splitPaper(blocks, scope);
}

function furtherParts(
  blocks: readonly MarkedBlock[],
  scope: LetterScope,
  kind: 'letter' | 'paper' | 'record',
): readonly TreePart[] {
  if (scope.added) return titledParts(blocks, scope, []);
  return kind === 'record' && isDocket(blocks, scope)
    ? docketParts(blocks, scope)
    : withFollowers(readText(blocks, scope), []);
}

/** "768 Miss Sarah Hale⏎Filed June 25, 1862": a clerk's words on a record, without a sentence. */
function isDocket(blocks: readonly MarkedBlock[], { language }: LetterScope): boolean {
  return !blocks.some(
    (block) => isRunningText(block.text) || isSignedLabel(lined(block), language),
  );
}

function docketParts(blocks: readonly MarkedBlock[], { make }: LetterScope): TreePart[] {
  return blocks.flatMap((block): TreePart[] =>
    block.text === ''
      ? pagesInBlock(block)
      : [{ kind: 'passage', passage: make.passage(block, 'paragraph') }],
  );
}

/** The language of a letter that is not in that of the document. */
function otherLanguage({ language: { tag } }: LetterScope, { tag: own }: Language) {
  return tag === own ? {} : { language: tag };
}

interface LetterText {
  readonly parts: readonly TreePart[];
  /**
   * Whether a closer or postscript ends it: nothing may follow these in one division (TEI
   * Guidelines, chapter 4.2).
   */
  readonly closed: boolean;
  /** Blocks after the signature that are not a postscript. */
  readonly rest: readonly TreePart[];
  readonly dateline?: Passage;
}

function readText(blocks: readonly MarkedBlock[], scope: LetterScope, signed = true): LetterText {
  const front = readFront(blocks, scope);
  const found = signed ? readClosing(front.rest, scope, front.dateline !== undefined) : undefined;
  const body = new LetterParts(found?.body ?? front.rest, scope).read();
  const dateline = front.dateline ?? found?.dateline;
  return {
    parts: [...front.parts, ...body, ...(found?.parts ?? [])],
    closed: (found?.parts.length ?? 0) > 0,
    rest: found && found.rest.length > 0 ? readRest(found.rest, scope) : [],
    ...(dateline ? { dateline } : {}),
  };
}

/** The blocks after a letter's end, which may have a signature or address of their own. */
function readRest(blocks: readonly MarkedBlock[], scope: LetterScope): readonly TreePart[] {
  const { body, parts, rest } = readClosing(blocks, scope, true);
  const own = [...new LetterParts(body, scope).read(), ...parts];
  const shorter = rest.length > 0 && rest.length < blocks.length;
  const more = shorter ? readRest(rest, scope) : new LetterParts(rest, scope).read();
  return withFollowers({ parts: own, closed: parts.length > 0, rest: more }, []);
}

/** The text, and the blocks after it; if the text is closed, it gets a division of its own. */
function withFollowers(
  { parts, closed, rest }: LetterText,
  added: readonly TreePart[],
  own: { readonly language?: string } = {},
): readonly TreePart[] {
  const followers = [
    ...(rest.length > 0 ? [{ kind: 'division', parts: rest } satisfies Division] : []),
    ...added,
  ];
  if (followers.length === 0) return parts;
  return closed
    ? [{ kind: 'division', ...own, parts } satisfies Division, ...followers]
    : [...parts, ...followers];
}

/** How many characters the title under the heading of an added text may have. */
const LONGEST_TITLE = 250;

/** An added text is again a document: its title below the heading, its front, its signature. */
function addedDivision({ type, heading, blocks }: AddedText, outer: LetterScope): Division {
  const scope: LetterScope = { ...outer, added: true };
  const head = scope.make.passage(heading, 'heading');
  const { first, more } = splitPaper(blocks, scope);
  const further = more.map(
    (text): Division => ({
      kind: 'division',
      parts: titledParts(text.blocks, text.scope, []),
    }),
  );
  return { kind: 'division', type, head, parts: titledParts(first.blocks, scope, further) };
}

/** The title of an added text, if it has one, its parts, and the texts below its signature. */
function titledParts(
  blocks: readonly MarkedBlock[],
  scope: LetterScope,
  further: readonly Division[],
): readonly TreePart[] {
  const first = blocks.findIndex(({ text }) => text !== '');
  const title = blocks[first];
  const hasTitle = isPlain(title) && isTitle(title, blocks.slice(first + 1), scope);
  const own = readText(hasTitle ? blocks.slice(first + 1) : blocks, scope);
  const titled: TreePart[] = hasTitle
    ? [
        ...blocks.slice(0, first).flatMap(pagesInBlock),
        { kind: 'passage', passage: scope.make.passage(title, 'heading') },
      ]
    : [];
  return [...titled, ...withFollowers(own, further)];
}

/**
 * "Lord Granville to Mr. Lowell." above the front of an enclosed letter, or any heading above its
 * text.
 */
function isTitle(block: MarkedBlock, behind: readonly MarkedBlock[], scope: LetterScope): boolean {
  const text = lined(block);
  if (text.length > LONGEST_TITLE || !behind.some((next) => next.text !== '')) return false;
  const { toWord } = scope.language;
  const parties =
    toWord !== '' &&
    new RegExp(`^\\p{Lu}[^!?]{0,100} (?:${toWord}) .{0,100}\\p{Lu}`, 'u').test(text);
  if (parties && text.length <= 160)
    return readFront([block, ...behind], scope).dateline?.line !== block.line;
  if (isSalutationLine(text, scope.language)) return false;
  return isHeading(text) && readFront([block], scope).dateline === undefined;
}
