/**
 * The parts of a block before a letter's text: a form's lines, a dateline, a salutation, and the
 * lines above and below them.
 */
import type { MarkedBlock } from '../../../engine/blocks.ts';
import { joinLines, outlineLines } from '../../../engine/outline/lines.ts';
import { isSalutationLine } from '../lines/formulas.ts';
import type { LetterScope } from '../lines/scope.ts';
import { isPlain } from '../lines/text.ts';
import { formField, isForm } from './form-fields.ts';
import { frontKind, isLetterDateline, type LetterFrontKind } from './front-kind.ts';
import { MOST_LINES } from './front-lines.ts';

/** How many lines a form may have. */
const MOST_FIELDS = 14;

export interface FrontBlock {
  readonly kind: LetterFrontKind;
  readonly block: MarkedBlock;
}

/** The parts of a block: `text` is where the letter's text begins in it. */
export interface Cut {
  readonly kind: LetterFrontKind | 'text';
  readonly block: MarkedBlock;
}

export function takePieces(parts: readonly Cut[]): { taken: FrontBlock[]; left: MarkedBlock[] } {
  const end = parts.findIndex(({ kind }) => kind === 'text');
  const taken = (end < 0 ? parts : parts.slice(0, end)) as FrontBlock[];
  return { taken, left: end < 0 ? [] : parts.slice(end).map(({ block }) => block) };
}

/** The pieces of a block; undefined if it is text. */
export function cut(block: MarkedBlock, scope: LetterScope): Cut[] | undefined {
  if (!isPlain(block)) return undefined;
  const form = cutForm(block, scope);
  if (form) return form;
  const whole = frontKind(block, scope);
  if (whole) return [{ kind: whole, block }];
  const lines = outlineLines(block);
  for (let at = 0; at < Math.min(lines.length, MOST_LINES); at++) {
    const line = lines[at] as MarkedBlock;
    const kind = isSalutationLine(line.text, scope.language)
      ? 'salute'
      : isLetterDateline(line, scope)
        ? 'dateline'
        : undefined;
    if (kind === undefined || lines.length === 1) continue;
    const before = at === 0 ? [] : cut(joinLines(lines.slice(0, at)), scope);
    if (!before || before.some((part) => part.kind === 'text')) return undefined;
    let end = at + 1;
    while (kind === 'salute' && isVocative(lines[end]?.text, scope)) end++;
    const after = lines.slice(end);
    const behind =
      after.length === 0
        ? []
        : (kind === 'dateline' && cut(joinLines(after), scope)) || [
            { kind: 'text' as const, block: joinLines(after) },
          ];
    return [...before, { kind, block: joinLines(lines.slice(at, end)) }, ...behind];
  }
  return undefined;
}

/** Each line of a form, if all lines are fields, datelines or markings. */
function cutForm(block: MarkedBlock, scope: LetterScope): Cut[] | undefined {
  const lines = outlineLines(block);
  if (lines.length > MOST_FIELDS || !isForm(lines.map(({ text }) => text))) return undefined;
  const parts = lines.map((line): Cut | undefined => {
    const field = formField(line.text);
    if (field && field.name !== 'date') return { kind: 'field', block: line };
    const kind = isLetterDateline(line, scope) ? 'dateline' : frontKind(line, scope);
    return kind && { kind, block: line };
  });
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** A further line of a salutation: "Hochgeborener Graf!⏎Insonders Hochgeehrter Herr Major!". */
function isVocative(text: string | undefined, { language }: LetterScope): boolean {
  return (
    text !== undefined &&
    /^\p{Lu}[^.?\d]{2,60}[,!.:]$/u.test(text) &&
    text.split(/\s+/).some((word) => language.salutation.test(word))
  );
}
