/**
 * The files beside the pages that are the same for every edition: one style sheet, the scripts, the pictures.
 *
 * In: the site's output folder. Out: `assets/` in it. The style sheet is written in parts, one a topic; their names begin with a number
 * that gives their order. What is written for its readers, remarks and indents, is left out of what a browser loads.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, PROGRAM } from '../edition.ts';

export function writeAssets(output: string): void {
  const assets = join(output, 'assets');
  cpSync(join(PROGRAM, 'site', 'assets'), assets, { recursive: true });
  const parts = filesIn(join(PROGRAM, 'site', 'styles'), '.css').map((path) => readFileSync(path, 'utf8'));
  writeFileSync(join(assets, 'siglum.css'), withoutRemarks(parts.join('\n')));
}

/** Of a style sheet in which no string holds the beginning of a remark. */
function withoutRemarks(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s+/gm, '')
    .replace(/([{,;])\n/g, '$1');
}
