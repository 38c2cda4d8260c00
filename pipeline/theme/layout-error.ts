/**
 * Where and why Nunjucks could not compile or render a layout.
 *
 * Takes the error from Nunjucks, and the possible layouts. Returns the layout, line, column and
 * message. Nunjucks gives a place only for some errors, and counts lines from 0 while it renders
 * and from 1 while it compiles; so it is checked against the text.
 */

import type { ThemeLayout } from '../model/theme.ts';
import { lineAndColumn } from './files.ts';

interface LayoutError {
  readonly layout: ThemeLayout;
  readonly problem: { readonly message: string; readonly line?: number; readonly column?: number };
}

/** Undefined if the error names none of the layouts. */
export function layoutError(
  error: unknown,
  layouts: readonly ThemeLayout[],
): LayoutError | undefined {
  const text = String((error as { message?: unknown })?.message ?? error);
  const last = text.trim().split('\n').at(-1)?.trim() ?? '';
  const message = last.replace(/^(?:\(.*?\)|Template render error:|\w*Error:|\s)+/, '');
  const named = [...text.matchAll(/\((.+?\.njk)\)(?: \[Line (\d+), Column (\d+)\])?/g)].reverse();
  for (const [, path, line, column] of named) {
    const layout = layouts.find((one) => one.path === path);
    if (layout)
      return {
        layout,
        problem: { message, ...errorPosition(layout.text, message, Number(line), Number(column)) },
      };
  }
  // A missing filter or layout is reported for the layout that extends or includes the one with the
  // error.
  const layout = layouts.find((one) => offsetOf(one.text, message) !== undefined);
  return (
    layout && {
      layout,
      problem: { message, ...errorPosition(layout.text, message, Number.NaN, Number.NaN) },
    }
  );
}

/** `line` and `column`: from Nunjucks, NaN if it gives none. */
function errorPosition(
  text: string,
  message: string,
  line: number,
  column: number,
): { line?: number; column?: number } {
  const offset = offsetOf(text, message);
  if (offset !== undefined) return lineAndColumn(text, offset);
  if (Number.isNaN(line)) return {};
  // While compiling, its message names the token ("unexpected token: %}"), and it counts from 1;
  // while rendering, from 0.
  const isCompiling = /^(?:unexpected|expected|parse|unknown|unterminated)/i.test(message);
  return isCompiling ? { line, column } : { line: line + 1, column: column + 1 };
}

/** The place of an error, for messages without one. */
function offsetOf(text: string, message: string): number | undefined {
  const find = (pattern: RegExp): number | undefined => [...text.matchAll(pattern)].at(-1)?.index;
  const filter = /^filter not found: (\w+)/.exec(message)?.[1];
  if (filter) return find(new RegExp(`\\|\\s*${filter}\\b`, 'g'));
  const template = /^template not found: (\S+)/.exec(message)?.[1];
  if (template) {
    const at = text.indexOf(template);
    return at === -1 ? undefined : at;
  }
  const block = /^parse(\w+): expected/.exec(message)?.[1]?.toLowerCase();
  if (block) return find(new RegExp(`\\{%-?\\s*${block}\\b`, 'g'));
  if (message === 'expected variable end') return find(/\{\{/g);
  if (message === 'expected block end') return find(/\{%/g);
  return undefined;
}
