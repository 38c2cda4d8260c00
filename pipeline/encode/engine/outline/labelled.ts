/**
 * Lists with numbers or letters on lines of their own: "1.", and under it the item's words.
 *
 * The items may be set as bullets or as plain paragraphs. A label of another style that begins a
 * series opens a list inside the item before it ("(1)" under "a."); one that continues an outer
 * series ends the inner list. A plain paragraph under a label is an item only if the labels are a
 * series.
 */
import type { MarkedBlock } from '../blocks.ts';
import type { List, ListItem, PageBegins } from '../tree.ts';
import { type Enumerator, labelEnumerators } from './enumerators.ts';
import { pagesInBlock } from './lines.ts';
import type { PassageMaker } from './passage-maker.ts';

/** Signs that label items without counting them. */
const SIGN = /^[•*–—-]$/;
/** How deep lists may be in lists. */
const MOST_DEPTH = 6;
/** Within how many blocks the second label of a series must follow. */
const LOOK_AHEAD = 40;

interface Series {
  readonly style: string;
  last: number;
}

/** A list that begins at a label, and the index after it. */
interface LabelledList {
  readonly list: List;
  readonly next: number;
}

/** Whether a labelled item is at `at`: a label, and under it the item's words. */
export function isLabelledItem(blocks: readonly MarkedBlock[], at: number): boolean {
  const label = blocks[at];
  const item = blocks[at + 1];
  if (!isLabel(label) || item === undefined || item.text === '') return false;
  if (item.bullet !== undefined) return true;
  return !isLabel(item) && isWords(item) && startsSeries(blocks, at);
}

function isLabel(block: MarkedBlock | undefined): block is MarkedBlock {
  return (
    block !== undefined &&
    block.bullet === undefined &&
    (SIGN.test(block.text) || labelEnumerators(block.text).length > 0)
  );
}

/** A paragraph, not a row of a table. */
function isWords(block: MarkedBlock): boolean {
  return block.text.length > 1 && !block.text.includes('\t');
}

/** The label is a first one, and a second of its style or a first of another follows. */
function startsSeries(blocks: readonly MarkedBlock[], at: number): boolean {
  const own = labelEnumerators((blocks[at] as MarkedBlock).text);
  return own.some(({ style, values: [value] }) => {
    if (value !== 1) return false;
    return blocks
      .slice(at + 2, at + LOOK_AHEAD)
      .some(
        (block) =>
          block.bullet === undefined &&
          labelEnumerators(block.text).some((next) => next.style === style && next.values[0] === 2),
      );
  });
}

/** Whether a paragraph introduces the next one: "as follows:", "on two points—". */
export function leadsOver(text: string): boolean {
  return /[:—–]$/.test(text);
}

/** Reads the list that begins at `at`, where `isLabelled` is true. */
export function readLabelled(
  blocks: readonly MarkedBlock[],
  at: number,
  make: PassageMaker,
): LabelledList {
  return readSeries(blocks, at, make, []);
}

function readSeries(
  blocks: readonly MarkedBlock[],
  begin: number,
  make: PassageMaker,
  outer: readonly Series[],
): LabelledList {
  const items: (ListItem | PageBegins)[] = [];
  const own = first(blocks[begin] as MarkedBlock);
  let at = begin;
  while (at < blocks.length) {
    const pages = pagesBefore(blocks, at);
    const label = blocks[at + pages];
    if (!isLabel(label) || !hasWords(blocks, at + pages)) break;
    const continues = at === begin || continuesSeries(own, label);
    const item = items.findLast((one): one is ListItem => !('kind' in one));
    if (!continues) {
      const enters = item !== undefined && item.list === undefined && mayNest(label, own, outer);
      if (!enters || pages > 0) break;
      const inner = readSeries(blocks, at, make, [...outer, own]);
      items[items.indexOf(item)] = { ...item, list: inner.list };
      at = inner.next;
      continue;
    }
    for (const block of blocks.slice(at, at + pages)) items.push(...pagesInBlock(block));
    const labelPassage = make.passage(label, 'label');
    const passage = make.passage(blocks[at + pages + 1] as MarkedBlock, 'item', {
      list: 'simple',
    });
    items.push({ id: passage.id, label: labelPassage, passage });
    at += pages + 2;
  }
  return { list: { kind: 'list', type: 'simple', inferred: false, items }, next: at };
}

/** How many blocks before the next one with words only mark pages. */
function pagesBefore(blocks: readonly MarkedBlock[], at: number): number {
  let count = 0;
  while (blocks[at + count]?.text === '') count++;
  return count;
}

function hasWords(blocks: readonly MarkedBlock[], at: number): boolean {
  const item = blocks[at + 1];
  return item !== undefined && item.text !== '' && !isLabel(item) && isWords(item);
}

function first(label: MarkedBlock): Series {
  const candidates = labelEnumerators(label.text);
  // "i." more likely begins Roman numbers than being the ninth letter.
  const { style, values } = candidates.find(({ values: [value] }) => value === 1) ??
    candidates[0] ?? { style: label.text, values: [] };
  return { style, last: values[0] ?? 0 };
}

/** Whether the label is the next of the series; for a sign, the same sign again. */
function continuesSeries(series: Series, label: MarkedBlock): boolean {
  if (SIGN.test(label.text)) return series.style === label.text;
  const next = labelEnumerators(label.text).find((one) => isNext(series, one));
  if (next) series.last = next.values[0] ?? 0;
  return next !== undefined;
}

function isNext({ style, last }: Series, next: Enumerator): boolean {
  return next.style === style && next.values[0] === last + 1;
}

/** A label that begins another series, and does not continue an outer one. */
function mayNest(label: MarkedBlock, own: Series, outer: readonly Series[]): boolean {
  if (outer.length >= MOST_DEPTH) return false;
  const candidates = labelEnumerators(label.text);
  return (
    !outer.some((series) => candidates.some((one) => isNext(series, one))) &&
    candidates.some(({ style, values: [value] }) => value === 1 && style !== own.style)
  );
}
