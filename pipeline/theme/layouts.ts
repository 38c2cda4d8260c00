/**
 * `theme/layouts/*.njk`: layouts that replace those of the program, or are added to them.
 *
 * Takes the theme's files. Returns the layouts that Nunjucks can compile, by name; findings about
 * the others. A layout is a program, so layouts are read only if the user trusts the theme. Layouts
 * that use JavaScript's own objects are refused even then.
 */
import nunjucks from 'nunjucks';
import type { ThemeLayout } from '../model/theme.ts';
import { lineAndColumn, type ThemeFile, type ThemeFiles } from './files.ts';
import { layoutError } from './layout-error.ts';

const RULE = 'theme/layout';

/** The prefix for the program's own layouts: `{% extends "siglum/base.njk" %}`. */
export const PROGRAM_PREFIX = 'siglum/';

/** Names by which a template could reach the functions of JavaScript itself. */
const REACHING = /\b(?:constructor|prototype|__proto__|__(?:define|lookup)[GS]etter__)\b/g;

/** A layout that extends or includes itself. */
const NAMED = /\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g;

export function readLayouts(files: ThemeFiles): ReadonlyMap<string, ThemeLayout> {
  const usable = files.texts('layouts', '.njk').filter((file) => {
    const problem = problemOf(file);
    if (!problem) return true;
    const { message, ...place } = problem;
    files.report(file.path, {
      severity: 'error',
      rule: RULE,
      ...place,
      message: `${message}; the program’s own layout is used until this is corrected`,
    });
    return false;
  });
  return new Map(usable.map(({ name, path, text }) => [name, { path, text }]));
}

interface Problem {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

function problemOf({ name, path, text }: ThemeFile): Problem | undefined {
  const [reaching] = text.matchAll(REACHING);
  if (reaching) {
    const message = `“${reaching[0]}” could reach the program, so no layout may use it; remove it`;
    return { message, ...lineAndColumn(text, reaching.index) };
  }
  const own = [...text.matchAll(NAMED)].find(([, named]) => named === name);
  if (own) {
    const message = `the layout names itself; name the program’s “${PROGRAM_PREFIX}${name}”`;
    return { message, ...lineAndColumn(text, own.index) };
  }
  try {
    new nunjucks.Template(text, new nunjucks.Environment(null, { dev: true }), path, true);
    return undefined;
  } catch (error) {
    return layoutError(error, [{ path, text }])?.problem ?? { message: String(error) };
  }
}
