/** Operations that change words: plain, as a correction that shows both, and new elements. */

import { NO_XML } from '../../xml/characters.ts';
import { escapeText } from '../../xml/escape.ts';
import {
  childrenAndRuns,
  elementAround,
  isElementNode,
  type SourceDocument,
  type SourceRange,
} from '../source/document.ts';
import { decodeReferences } from '../source/reading-text.ts';
import { runIndex, textRuns } from '../source/runs.ts';
import { newPassageId } from './ids.ts';
import { type Attributes, type PatchChange, PatchRefusal } from './model.ts';
import { repairRange } from './range.ts';
import { attributesText, elementAt, isEmptyTag, teiName } from './tags.ts';

/** Replaces the words of one run of text. */
export function replaceWords(
  document: SourceDocument,
  range: SourceRange,
  words: string,
): PatchChange {
  requireWords(words);
  const run = textRuns(document)[runIndex(textRuns(document), range.start + 1)];
  if (!run || range.start < run.start || range.end > run.end || range.start >= range.end)
    throw new PatchRefusal(
      'these words are in several elements; choose those of one, so that no mark is lost',
    );
  const { start, end } = range;
  const removed = decodeReferences(document.text.slice(start, end));
  return {
    edits: [{ start, end, text: escapeText(words) }],
    textChanges: [{ at: start, removed, added: words }],
  };
}

/** Puts the words of the source in `sic` and adds the correction in `corr`. */
export function correct(
  document: SourceDocument,
  range: SourceRange,
  words: string,
  attributes: Attributes,
): PatchChange {
  requireWords(words);
  if (words.trim() === '') throw new PatchRefusal('write what the words should be');
  const { ranges, reason } = repairRange(document, range, false);
  const [{ start, end }] = ranges as [SourceRange];
  const around = elementAround(document.root, start);
  const [choice, sic, corr] = ['choice', 'sic', 'corr'].map((name) => teiName(name, around));
  const corrected = `<${corr}${attributesText(attributes)}>${escapeText(words)}</${corr}>`;
  return {
    edits: [
      { start, end: start, text: `<${choice}><${sic}>` },
      {
        start: end,
        end,
        text: `</${sic}>${corrected}</${choice}>`,
      },
    ],
    textChanges: [{ at: end, removed: '', added: words }],
    ...(reason !== undefined && { repaired: { ranges, reason } }),
  };
}

/** Inserts a new element into the text: a note, a gap, a line or page beginning. */
export function insertElement(
  document: SourceDocument,
  at: number,
  element: string,
  words: string,
  attributes: Attributes,
): PatchChange {
  requireWords(words);
  const run = textRuns(document)[runIndex(textRuns(document), at)];
  if (!run || at < run.start || at > run.end)
    throw new PatchRefusal('choose a place in the text, between two words');
  const name = teiName(element, run.parent);
  const id =
    element === 'note' && !('xml:id' in attributes)
      ? { 'xml:id': newPassageId(document, run.parent, 'n') }
      : {};
  const tag = `${name}${attributesText({ ...attributes, ...id })}`;
  return {
    edits: [
      {
        start: at,
        end: at,
        text: words === '' ? `<${tag}/>` : `<${tag}>${escapeText(words)}</${name}>`,
      },
    ],
    textChanges: words === '' ? [] : [{ at, removed: '', added: words }],
  };
}

/** The words of an element that contains only words, as in a field of a form. */
export function setContent(document: SourceDocument, at: number, words: string): PatchChange {
  requireWords(words);
  const element = elementAt(document, at);
  const nodes = childrenAndRuns(element, document.text);
  if (nodes.some((node) => isElementNode(node) || node.kind !== 'text'))
    throw new PatchRefusal(`<${element.local}> contains other elements; edit it in the TEI`);
  const { start, startEnd, contentEnd } = element;
  if (isEmptyTag(element)) {
    const slash = document.text.lastIndexOf('/', startEnd);
    const open = document.text.slice(start, slash).trimEnd();
    return {
      edits: [{ start, end: startEnd, text: `${open}>${escapeText(words)}</${element.name}>` }],
      textChanges: [{ at: startEnd, removed: '', added: words }],
    };
  }
  const removed = decodeReferences(document.text.slice(startEnd, contentEnd));
  return {
    edits: [{ start: startEnd, end: contentEnd, text: escapeText(words) }],
    textChanges: [{ at: startEnd, removed, added: words }],
  };
}

function requireWords(words: string): void {
  if (NO_XML.test(words))
    throw new PatchRefusal('the words contain a character that XML does not allow');
}
