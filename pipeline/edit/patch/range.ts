/**
 * Turns a range that was selected on the screen, which shows no tags, into ranges that can be
 * marked.
 *
 * A selected range may begin in one element and end in another, in a note or in the next paragraph.
 * It is tightened to its words, limited to one block, and then either divided or extended until
 * tags nest.
 */
import type { TreeElement } from '../../xml/tree.ts';
import {
  childrenAndRuns,
  isElementNode,
  type SourceDocument,
  type SourceRange,
} from '../source/document.ts';
import { readingUnits } from '../source/reading-text.ts';
import { type PlacedRun, runIndex, textRuns } from '../source/runs.ts';
import { PatchRefusal, type Repaired } from './model.ts';

export type RepairedRange = Pick<Repaired, 'ranges'> & { readonly reason?: string };

/**
 * `divisible`: whether the mark may be split into several pieces, as emphasis can; a name cannot.
 * @throws Refusal if the range contains no words.
 */
export function repairRange(
  document: SourceDocument,
  range: SourceRange,
  divisible: boolean,
): RepairedRange {
  const parts = wordParts(document, range);
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) throw new PatchRefusal('choose some words first');
  const blocks = partsByBlock(parts);
  const used = divisible ? blocks : blocks.slice(0, 1);
  const reasons: string[] = [];
  if (blocks.length > 1)
    reasons.push(
      divisible
        ? 'the selection goes over several blocks; each part is marked'
        : `the selection extends ${after(first.run, blocks)}; only the words before it are marked`,
    );
  const ranges = used.flatMap((block) => {
    const pieces = piecesOf(document, block, divisible);
    if (pieces.reason) reasons.push(pieces.reason);
    return pieces.ranges;
  });
  return { ranges, ...(reasons.length > 0 && { reason: [...new Set(reasons)].join('; ') }) };
}

/** The selected part of a run. */
interface RunPart extends SourceRange {
  readonly run: PlacedRun;
}

/**
 * The selected parts of all runs, without white space at both ends and runs that are only space.
 */
function wordParts(document: SourceDocument, { start, end }: SourceRange): RunPart[] {
  const { text } = document;
  const runs = textRuns(document);
  const parts: RunPart[] = [];
  for (let at = runIndex(runs, start); at < runs.length; at++) {
    const run = runs[at] as PlacedRun;
    if (run.start >= end) break;
    const part = wholeUnits(run, Math.max(start, run.start), Math.min(end, run.end), text);
    if (part.start < part.end && text.slice(part.start, part.end).trim() !== '')
      parts.push({ ...part, run });
  }
  const first = parts[0];
  const last = parts.at(-1);
  if (first) parts[0] = { ...first, start: first.start + leadingSpace(text, first) };
  if (last) {
    const now = parts.at(-1) as RunPart;
    parts[parts.length - 1] = { ...now, end: last.end - trailOf(text, last) };
  }
  return parts;
}

/** Extended to whole references: `&amp;` is not divided. */
function wholeUnits(run: PlacedRun, start: number, end: number, text: string): SourceRange {
  let [from, to] = [start, end];
  for (const unit of readingUnits(run, text)) {
    if (unit.text.length === unit.end - unit.start) continue;
    if (from > unit.start && from < unit.end) from = unit.start;
    if (to > unit.start && to < unit.end) to = unit.end;
  }
  return { start: from, end: to };
}

function leadingSpace(text: string, { start, end }: SourceRange): number {
  return /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
}

function trailOf(text: string, { start, end }: SourceRange): number {
  return /\s*$/.exec(text.slice(start, end))?.[0].length ?? 0;
}

/** Successive runs of one block, whatever blocks (a note) are between them. */
function partsByBlock(parts: readonly RunPart[]): RunPart[][] {
  const groups: RunPart[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    if (group?.[0]?.run.block === part.run.block) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

function after(run: PlacedRun, blocks: readonly RunPart[][]): string {
  const next = blocks[1]?.[0]?.run.block;
  return next?.local === 'note' && next.parent !== run.block.parent
    ? 'into a note'
    : `from <${run.block.local}> into <${next?.local}>`;
}

/** The ranges of one block's parts with nested tags. */
function piecesOf(
  document: SourceDocument,
  parts: readonly RunPart[],
  divisible: boolean,
): RepairedRange {
  const first = parts[0] as RunPart;
  const last = parts.at(-1) as RunPart;
  const range = { start: first.start, end: last.end };
  const common = commonAncestor(first.run.parent, last.run.parent);
  const pieces = nestedPieces(document, common, range);
  if (pieces.length === 1) return { ranges: pieces };
  if (divisible)
    return {
      ranges: pieces,
      reason: `the selection crosses other elements; it is marked in ${pieces.length} pieces`,
    };
  return grown(document, common, range);
}

function commonAncestor(one: TreeElement, other: TreeElement): TreeElement {
  let here = one;
  while (!(here.start <= other.start && other.end <= here.end) && here.parent) here = here.parent;
  return here;
}

/** The largest ranges within `range` that begin and end in one element. */
function nestedPieces(
  document: SourceDocument,
  element: TreeElement,
  range: SourceRange,
): SourceRange[] {
  const pieces: SourceRange[] = [];
  let open: { start: number; end: number } | undefined;
  const extend = (start: number, end: number): void => {
    if (open) open.end = end;
    else open = { start, end };
  };
  const close = (): void => {
    const { text } = document;
    if (open && text.slice(open.start, open.end).trim() !== '')
      pieces.push({
        start: open.start + leadingSpace(text, open),
        end: open.end - trailOf(text, open),
      });
    open = undefined;
  };
  for (const node of childrenAndRuns(element, document.text)) {
    if (node.end <= range.start || node.start >= range.end) continue;
    if (!isElementNode(node))
      extend(Math.max(node.start, range.start), Math.min(node.end, range.end));
    else if (isCovered(document, node, range)) extend(node.start, node.end);
    else {
      close();
      pieces.push(...nestedPieces(document, node, range));
    }
  }
  close();
  return pieces;
}

/** All words of an element are in the range; of an empty element, both its tags are. */
function isCovered(document: SourceDocument, element: TreeElement, range: SourceRange): boolean {
  const { text } = document;
  const nodes = childrenAndRuns(element, text).filter(
    (node) => isElementNode(node) || text.slice(node.start, node.end).trim() !== '',
  );
  if (nodes.length === 0) return element.start >= range.start && element.end <= range.end;
  return nodes.every((node) =>
    isElementNode(node)
      ? isCovered(document, node, range)
      : node.start + leadingSpace(text, node) >= range.start &&
        node.end - trailOf(text, node) <= range.end,
  );
}

/** Extended to the ends of the children of `common` that are only partly in the range. */
function grown(document: SourceDocument, common: TreeElement, range: SourceRange): RepairedRange {
  let { start, end } = range;
  const whole: string[] = [];
  for (const child of common.children) {
    if (typeof child === 'string') continue;
    const startsIn = child.start < range.start && range.start < child.end;
    const endsIn = child.start < range.end && range.end < child.end;
    if (startsIn || range.start === child.startEnd) start = Math.min(start, child.start);
    if (endsIn) end = child.end;
    if ((startsIn || endsIn) && !isCovered(document, child, range)) whole.push(`<${child.local}>`);
  }
  return {
    ranges: [{ start, end }],
    reason: `the selection crosses ${whole.join(' and ')}, which is now inside as a whole`,
  };
}
