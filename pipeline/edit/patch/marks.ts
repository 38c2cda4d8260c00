/** Operations that change marks but no words: wrap, unwrap, retag, attributes. */

import { escapeAttribute } from '../../xml/escape.ts';
import { elementAround, type SourceDocument } from '../source/document.ts';
import { ATTRIBUTE, attributeEdits } from './attribute-edits.ts';
import { type Attributes, type Edit, type PatchChange, PatchRefusal } from './model.ts';
import { type RepairedRange, repairRange } from './range.ts';
import { attributesText, elementAt, isEmptyTag, teiName } from './tags.ts';

/** Marks that may be split into several pieces. */
const DIVISIBLE = new Set(['hi', 'del', 'add', 'supplied', 'unclear', 'foreign', 'emph', 'q']);

function isDivisibleMark(element: string): boolean {
  return DIVISIBLE.has(element);
}

export function wrap(
  document: SourceDocument,
  element: string,
  range: { readonly start: number; readonly end: number },
  attributes: Attributes,
): PatchChange {
  const repaired = repairRange(document, range, isDivisibleMark(element));
  const edits = repaired.ranges.flatMap(({ start, end }): Edit[] => {
    const name = teiName(element, elementAround(document.root, start));
    return [
      { start, end: start, text: `<${name}${attributesText(attributes)}>` },
      { start: end, end, text: `</${name}>` },
    ];
  });
  return { edits, textChanges: [], ...repairOf(repaired, range) };
}

function repairOf(
  { ranges, reason }: RepairedRange,
  range: { readonly start: number; readonly end: number },
): Pick<PatchChange, 'repaired'> {
  if (reason === undefined) return {};
  const same =
    ranges.length === 1 && ranges[0]?.start === range.start && ranges[0].end === range.end;
  return same ? {} : { repaired: { ranges, reason } };
}

export function setAttributes(
  document: SourceDocument,
  at: number,
  attributes: Attributes,
): PatchChange {
  const element = elementAt(document, at);
  return { edits: attributeEdits(document, element, attributes), textChanges: [] };
}

/** Removes the tags; their content stays. */
export function unwrap(document: SourceDocument, at: number): PatchChange {
  const element = elementAt(document, at);
  const { start, startEnd, contentEnd, end, attributes } = element;
  if (isEmptyTag(element))
    throw new PatchRefusal(`<${element.local}> has no words; delete it instead`);
  if (element === document.root) throw new PatchRefusal('the root of the file cannot be removed');
  const id = attributes.find(({ name }) => name === 'xml:id')?.value;
  if (id !== undefined)
    throw new PatchRefusal(
      `<${element.local}> has the identifier “${id}”, which others may cite, so it is not removed`,
    );
  return {
    edits: [
      { start, end: startEnd, text: '' },
      { start: contentEnd, end, text: '' },
    ],
    textChanges: [],
  };
}

/** Replaces an element by another; its attributes stay unless others are given. */
export function retag(
  document: SourceDocument,
  at: number,
  name: string,
  attributes: Attributes,
): PatchChange {
  const element = elementAt(document, at);
  const { start, startEnd, contentEnd, end } = element;
  const newName = teiName(name, element);
  const tag = document.text.slice(start, startEnd);
  const oldAttributes = tag
    .slice(1 + element.name.length, tag.endsWith('/>') ? -2 : -1)
    .replace(ATTRIBUTE, (whole, lead: string, given: string) => {
      if (!(given in attributes)) return whole;
      const value = attributes[given];
      return value === undefined ? '' : `${lead}${given}="${escapeAttribute(value)}"`;
    });
  const added = Object.fromEntries(
    Object.entries(attributes).filter(
      ([one]) => !element.attributes.some(({ name: given }) => given === one),
    ),
  );
  const empty = isEmptyTag(element);
  const text = `<${newName}${oldAttributes}${attributesText(added)}${empty ? '/' : ''}>`;
  return {
    edits: [
      { start, end: startEnd, text },
      ...(empty ? [] : [{ start: contentEnd, end, text: `</${newName}>` }]),
    ],
    textChanges: [],
  };
}
