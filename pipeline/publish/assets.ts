/**
 * The files beside the pages that are the same for every edition: two style sheets (one for all
 * pages, one for those that are not documents), the scripts, the pictures.
 *
 * Takes the site's output folder. Returns `assets/` in it. The style sheet is written in parts, one
 * a topic; their names begin with a number that gives their order. Comments and indentation are
 * omitted from the files that a browser loads.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from '../core/files/files-below.ts';
import type { OutputFolder } from '../core/files/output-folder.ts';
import { PROGRAM } from '../core/program-folder.mjs';

const SCRIPTS = join(PROGRAM, 'site', 'assets');
const STYLES = join(PROGRAM, 'site', 'styles');

export function writeAssets(output: OutputFolder): void {
  for (const name of filesBelow(SCRIPTS)) {
    const address = `/assets/${name}`;
    const path = join(SCRIPTS, name);
    if (path.endsWith('.js')) output.write(address, scriptOf(path));
    else output.copy(address, path);
  }
  // For pages with pictures, which load it when a reader opens one.
  const { resolve } = createRequire(import.meta.url);
  const viewer = resolve('openseadragon');
  output.copy('/assets/openseadragon.js', viewer.replace(/\.js$/, '.min.js'));
  // The library that compares word by word, for the page that shows texts side by side.
  const diff = dirname(resolve('diff/package.json'));
  output.copy('/assets/diff.js', join(diff, 'dist', 'diff.min.js'));
  // The number in a part's name gives its order, whatever its folder.
  const parts = filesBelow(STYLES)
    .filter((name) => name.endsWith('.css'))
    .sort((one, other) => (basename(one) < basename(other) ? -1 : 1));
  const sheet = (some: readonly string[]): string =>
    withoutRemarks(some.map((name) => readFileSync(join(STYLES, name), 'utf8')).join('\n'));
  output.write('/assets/siglum.css', sheet(parts.filter((path) => !isOfOtherPages(path))));
  output.write('/assets/pages.css', sheet(parts.filter(isOfOtherPages)));
}

/**
 * Scripts that pages load as classic scripts: browsers load no module from a site that lies in a
 * folder. The modules that they import are put into them.
 */
const CLASSIC: readonly string[] = ['list.js'];

function scriptOf(path: string): string {
  const script = readFileSync(path, 'utf8');
  if (!CLASSIC.includes(basename(path))) return withoutComments(script);
  const whole = script.replace(/^import \{[^}]*\} from '(.+)';\n/gm, (_, imported: string) =>
    readFileSync(join(dirname(path), imported), 'utf8').replace(/^export /gm, ''),
  );
  // Its names are not those of other scripts of the page.
  return `(() => {\n${withoutComments(whole)}})();\n`;
}

/** Files 80 to 98 are not for documents: their pages load quickly without them. */
function isOfOtherPages(path: string): boolean {
  return /^[89]\d-/.test(basename(path)) && !basename(path).startsWith('99-');
}

/**
 * A script without comments and indentation. A comment begins its line, and no string or template
 * of these scripts has several lines.
 */
function withoutComments(script: string): string {
  return script.replace(/^\s*\/\*\*?[\s\S]*?\*\/\n/gm, '').replace(/^\s+/gm, '');
}

/** Of a style sheet in which no string contains the beginning of a comment. */
function withoutRemarks(css: string): string {
  return (
    css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s+/gm, '')
      // A declaration has a line of its own, so nothing else begins with a word and a colon and a
      // space.
      .replace(/^([\w-]+): /gm, '$1:')
      .replace(/ \{\n/g, '{\n')
      .replace(/;\n\}/g, '\n}')
      .replace(/([{,;])\n/g, '$1')
  );
}
