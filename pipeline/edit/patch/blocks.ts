/** Operations on whole blocks: a paragraph divided in two, or joined with the one before it. */
import { elementsIn } from '../../xml/tree.ts';
import { ancestry, elementAround, type SourceDocument } from '../source/document.ts';
import { decodeReferences } from '../source/reading-text.ts';
import { isDivisible } from '../source/roles.ts';
import { runIndex, textRuns } from '../source/runs.ts';
import { ATTRIBUTE } from './attribute-edits.ts';
import { newPassageId } from './ids.ts';
import { leadOf } from './lead.ts';
import { type PatchChange, PatchRefusal } from './model.ts';
import { elementAt } from './tags.ts';

/** Letters of identifiers by element, as the encoder assigns them. */
const LETTERS: Readonly<Record<string, string>> = { head: 'h', item: 'i', note: 'n', l: 'l' };

/** The text after `at` goes into a block of its own; marks that are open there are closed. */
export function splitBlock(document: SourceDocument, at: number): PatchChange {
  const { root, text } = document;
  const inside = elementAround(root, at);
  const block = [...ancestry(inside)].find(isDivisible);
  if (!block) throw new PatchRefusal(`<${inside.local}> is no paragraph that can be divided`);
  const run = textRuns(document)[runIndex(textRuns(document), at)];
  if (!run || at < run.start || at > run.end)
    throw new PatchRefusal('choose a place in the text, between two words');
  const open = [...ancestry(inside)].slice(0, [...ancestry(inside)].indexOf(block));
  if (open.length > 0)
    throw new PatchRefusal(
      `this place is inside <${open[0]?.local}>, which cannot be divided; choose a place ` +
        `before or after it`,
    );
  const space = /^[ \t\r\n]*/.exec(text.slice(at, block.contentEnd))?.[0].length ?? 0;
  const before = /[ \t\r\n]*$/.exec(text.slice(block.startEnd, at))?.[0].length ?? 0;
  if (at - before <= block.startEnd || at + space >= block.contentEnd)
    throw new PatchRefusal('there is no text on one side of this place');
  const lead = leadOf(text, block);
  const tag = text
    .slice(block.start, block.startEnd)
    .replace(ATTRIBUTE, (whole, gap: string, name: string) =>
      name !== 'xml:id'
        ? whole
        : `${gap}xml:id="${newPassageId(document, block, LETTERS[block.local] ?? 'p')}"`,
    );
  const start = at - before;
  const end = at + space;
  return {
    edits: [{ start, end, text: `</${block.name}>${lead}${tag}` }],
    textChanges: [
      {
        at: start,
        removed: decodeReferences(text.slice(start, end)),
        added: decodeReferences(lead),
      },
    ],
  };
}

/** The block that begins at `at` is joined to the one before it, with a space between them. */
export function joinBlocks(document: SourceDocument, at: number): PatchChange {
  const { text } = document;
  const block = elementAt(document, at);
  const siblings = block.parent ? elementsIn(block.parent) : [];
  const before = siblings[siblings.indexOf(block) - 1];
  if (!isDivisible(block) || !before || before.local !== block.local)
    throw new PatchRefusal(
      `<${block.local}> can only be joined with a <${block.local}> directly before it`,
    );
  const between = text.slice(before.end, block.start);
  if (between.trim() !== '')
    throw new PatchRefusal('there is something else between the two; edit it in the TEI');
  const [start, end] = [before.contentEnd, block.startEnd];
  const gap = /\s$/.test(text.slice(0, start)) || /^\s/.test(text.slice(end)) ? '' : ' ';
  return {
    edits: [{ start, end, text: gap }],
    textChanges: [{ at: start, removed: decodeReferences(between), added: gap }],
  };
}
