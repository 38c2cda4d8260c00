/**
 * The front of a letter or despatch: letterhead, file numbers, markings, address, dateline,
 * salutation, in any order.
 *
 * Takes the blocks after the title. Returns an `opener`, and where the text begins. Lines without a
 * dateline or salutation after them belong to the text.
 */

import { readLetterDateline } from '../../../dates/letter/letter-dateline.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Passage } from '../../../engine/model.ts';
import { outlineLines, pagesInBlock } from '../../../engine/outline/lines.ts';
import type { TreePart } from '../../../engine/tree.ts';
import { isSalutationLine } from '../lines/formulas.ts';
import { listType } from '../lines/kinds.ts';
import type { LetterScope } from '../lines/scope.ts';
import { isPlain, isRunningText, lined } from '../lines/text.ts';
import { type Cut, cut, type FrontBlock, takePieces } from './cut.ts';
import { formField, isForm } from './form-fields.ts';
import type { LetterFrontKind } from './front-kind.ts';
import { isPostal } from './front-lines.ts';

/** From this number of lines on a block is no paragraph. */
const FEWEST_LINES = 3;
/** How many blocks may come before the text. */
const MOST_BLOCKS = 10;
/**
 * Kinds that show that the lines before them belong to the front. A mark of secrecy alone is not
 * evidence.
 */
const CONFIRMING: ReadonlySet<LetterFrontKind | 'text'> = new Set([
  'field',
  'dateline',
  'salute',
  'address',
]);

interface Front {
  /** Pages, and the opener. */
  readonly parts: readonly TreePart[];
  readonly dateline?: Passage;
  readonly addressee?: string;
  /** The blocks of the text. */
  readonly rest: readonly MarkedBlock[];
}

export function readFront(blocks: readonly MarkedBlock[], scope: LetterScope): Front {
  const pieces: FrontBlock[] = [];
  const rest = [...blocks];
  let confirmed = 0;
  const form = isForm(blocks.slice(0, MOST_BLOCKS).map(({ text }) => text));
  while (rest.length > 0 && pieces.length < MOST_BLOCKS) {
    const block = rest[0] as MarkedBlock;
    // A second dateline has to meet the conditions for that of an added text.
    const dated = pieces.some(({ kind }) => kind === 'dateline');
    const parts =
      block.text === ''
        ? [{ kind: 'page' as const, block }]
        : (fieldBlock(block, form) ??
          cut(block, dated ? { ...scope, added: true } : scope) ??
          inFront(rest, scope));
    if (!parts) break;
    const { left, taken } = takePieces(parts);
    pieces.push(...taken);
    rest.splice(0, 1, ...left);
    // Lines between two datelines are a text: the answer to a telegram below it.
    const between = pieces.slice(confirmed, pieces.length - taken.length);
    const again = dated && between.filter(({ kind }) => kind === 'line').length > 1;
    const last = taken.some(({ kind }) => kind === 'field')
      ? taken.length - 1
      : taken.findLastIndex(({ kind }) => CONFIRMING.has(kind) && !(again && kind === 'dateline'));
    if (last >= 0) confirmed = pieces.length - taken.length + last + 1;
    else if (
      confirmed > 0 &&
      confirmed === pieces.length - taken.length &&
      taken.every(({ kind }) => kind === 'classification')
    ) {
      confirmed = pieces.length;
    }
    if (taken.some(({ kind }) => kind === 'salute') || left.length > 0) break;
  }
  const front = pieces.slice(0, confirmed);
  const text = [...pieces.slice(confirmed).map(({ block }) => block), ...rest];
  const greeted = front.some(({ kind }) => kind === 'salute');
  if (scope.personal && !greeted && addresses(text, confirmed > 0, scope))
    front.push({ kind: 'salute', block: text.shift() as MarkedBlock });
  return { ...opener(front, scope), rest: text };
}

/** A line of a form with empty lines between its lines. */
function fieldBlock(block: MarkedBlock, form: boolean): Cut[] | undefined {
  const field = form && isPlain(block) ? formField(block.text) : undefined;
  return field && field.name !== 'date' && isShort(block) ? [{ kind: 'field', block }] : undefined;
}

/** Not the paragraph that begins with "For:" or "No:". */
function isShort({ text }: MarkedBlock): boolean {
  return !isRunningText(text) && !text.includes('\n');
}

/**
 * Any short block with a salutation below it is one of the front: an editor's words about the
 * manuscript, a docket.
 */
function inFront(blocks: readonly MarkedBlock[], { language }: LetterScope): Cut[] | undefined {
  const salutation = blocks
    .slice(0, MOST_BLOCKS)
    .findIndex((block) => isPlain(block) && isSalutationLine(block.text, language));
  const above = blocks.slice(0, Math.max(0, salutation)).filter(({ text }) => text !== '');
  const [block] = above;
  return block && above.every((one) => isPlain(one) && !isText(one))
    ? [{ kind: 'line', block }]
    : undefined;
}

/** A paragraph, not the lines of a form; "SUBJECT" above its item. */
function isText(block: MarkedBlock): boolean {
  const lines = outlineLines(block).length;
  return listType(block.text) !== undefined || (lines < FEWEST_LINES && isRunningText(block.text));
}

/** Words of a salutation that is not in a table: "Herzensmutter!", "Mein Einziger!", "Kees,". */
const MOST_EXCLAIMED = 3;
const MOST_ADDRESSED = 6;
const MOST_GREETED = 8;
/** Characters of the paragraph below it. */
const SHORTEST_BELOW = 60;

/**
 * Whether the first block addresses someone, right above the letter's first paragraph. `opened`:
 * a dateline or address is above it, its place is that of a salutation.
 */
function addresses(
  [first, second]: readonly MarkedBlock[],
  opened: boolean,
  { language }: LetterScope,
): boolean {
  if (!isPlain(first) || (second?.text.length ?? 0) < SHORTEST_BELOW) return false;
  const { text } = first;
  const words = text.split(/\s+/);
  // "Dear Mother & all the folks at home"
  if (opened && words.length <= MOST_GREETED && language.salutation.test(text)) return true;
  if (words.length > MOST_ADDRESSED || !/^\p{Lu}[^.!?\d]{2,50}[,!.:]$/u.test(text)) return false;
  if (/[.:]$/.test(text)) return opened && words.some((word) => language.salutation.test(word));
  return opened || (words.length <= MOST_EXCLAIMED && /!$/.test(text));
}

/**
 * A line between the dateline and the salutation that is no address: "LA GÉNÉROSITÉ AMÉRICAINE." is
 * the subject of the letter.
 */
function isSubject(text: string): boolean {
  return !/\d/.test(text) || /(?<!\p{L})n(?:[°ºo]|r)\.? ?\d/iu.test(text);
}

function opener(pieces: readonly FrontBlock[], scope: LetterScope): Omit<Front, 'rest'> {
  const { make } = scope;
  const parts: TreePart[] = [];
  const before: TreePart[] = [];
  let dateline: Passage | undefined;
  let addressee: string | undefined;
  for (const { kind, block } of pieces) {
    const afterDate = dateline !== undefined && addressee === undefined;
    if (kind === 'page') (parts.length === 0 ? before : parts).push(...pagesInBlock(block));
    else if (kind === 'dateline') {
      const passage = datelinePassage(block, scope, dateline === undefined);
      dateline ??= passage;
      parts.push({ kind: 'passage', passage });
    } else if (kind === 'salute')
      parts.push({ kind: 'passage', passage: make.passage(block, 'salute') });
    else if (kind === 'number')
      before.push({ kind: 'passage', passage: make.passage(block, 'heading') });
    else if (kind === 'classification')
      parts.push({ kind: 'passage', passage: make.passage(block, 'classification') });
    else if (
      kind === 'address' ||
      (scope.personal && isPostal(block) && !(afterDate && isSubject(lined(block))))
    ) {
      if (kind === 'address') addressee ??= lined(block);
      parts.push(addressPart(block, scope));
    } else parts.push({ kind: 'passage', passage: make.passage(block, 'marking') });
  }
  return {
    parts: parts.length === 0 ? before : [...before, make.group('opener', parts)],
    ...(dateline ? { dateline } : {}),
    ...(addressee === undefined ? {} : { addressee }),
  };
}

/** `first`: the document's own; its id has no number. */
export function datelinePassage(
  block: MarkedBlock,
  { make, language, known }: LetterScope,
  first: boolean,
): Passage {
  const dateline = readLetterDateline(lined(block), language, known);
  const more = dateline ? { dateline } : {};
  return first ? make.first(block, 'dateline', more) : make.passage(block, 'dateline', more);
}

export function addressPart(block: MarkedBlock, { make }: LetterScope): TreePart {
  const lines = outlineLines(block).filter(({ text }) => text !== '');
  return make.group(
    'address',
    lines.map((line) => ({ kind: 'passage', passage: make.passage(line, 'addressLine') })),
  );
}
