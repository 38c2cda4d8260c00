/**
 * `theme/styles.css`: rules that follow the program's own.
 *
 * Takes the theme's files. Returns the style sheet unchanged, and findings with places. Browsers
 * skip a rule that they cannot read, so a style sheet with errors is still used.
 */
import { lineAndColumn, type ThemeFiles } from './files.ts';

/** An address on another host: no page may load anything from there (publish/html/policy.ts). */
const ELSEWHERE = /(?:url\(\s*["']?|@import\s+["'])(?:https?:)?\/\//gi;

export async function readStyles(files: ThemeFiles): Promise<string | null> {
  const file = files.names().some(({ name }) => name === 'styles.css')
    ? files.text('styles.css')
    : undefined;
  if (!file) return null;
  const { path, text } = file;
  for (const { text: message, location } of await errorsIn(text)) {
    files.report(path, {
      severity: 'warning',
      rule: 'theme/styles',
      ...(location && { line: location.line, column: location.column + 1 }),
      message: `${message}; browsers skip what they cannot read, so correct it here`,
    });
  }
  for (const { index } of text.matchAll(ELSEWHERE)) {
    files.report(path, {
      severity: 'warning',
      rule: 'theme/styles',
      ...lineAndColumn(text, index),
      message:
        'pages load nothing from other hosts, so this has no effect; use fonts and colours ' +
        'of the reader’s system',
    });
  }
  return text;
}

interface StyleError {
  readonly text: string;
  /** Line from 1, column from 0 in bytes. */
  readonly location: { readonly line: number; readonly column: number } | null;
}

/** Messages of esbuild's CSS parser. */
async function errorsIn(css: string): Promise<readonly StyleError[]> {
  const { transform } = await import('esbuild');
  try {
    return (await transform(css, { loader: 'css', logLevel: 'silent' })).warnings;
  } catch (error) {
    return (
      (error as { errors?: readonly StyleError[] }).errors ?? [
        { text: String(error), location: null },
      ]
    );
  }
}
