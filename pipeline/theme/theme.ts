/**
 * Reads an edition's theme from `theme/` in its folder (docs/theme.md).
 *
 * Takes an edition, and whether its layouts and stylesheet may run. Returns a `Theme`. An error in
 * a part is a finding with its place, and the site uses the program's own part instead.
 *
 * Styles and strings are data. Layouts (Nunjucks) and XSLT are programs: they can loop for ever,
 * and Nunjucks reaches all of JavaScript. Editions come from others, so these two are used only if
 * the user allows it (`--trust-theme`).
 */

import { shownPath } from '../core/finding.ts';
import { type Edition, PROGRAM } from '../edition/edition.ts';
import { NO_THEME, type Theme } from '../model/theme.ts';
import { ThemeFiles } from './files.ts';
import { readLayouts } from './layouts.ts';
import { readStrings } from './strings.ts';
import { readStyles } from './styles.ts';
import { readStylesheet } from './stylesheet.ts';

/** The parts of a theme: names of files and folders, with the extension of the files in each. */
const PARTS: Readonly<Record<string, string | null>> = {
  'styles.css': null,
  layouts: '.njk',
  strings: '.json',
  xslt: '.xsl',
};

/** The option by which a user allows a theme's programs to run. */
const TRUST = '--trust-theme';

/** The edition with its theme. */
export async function withTheme(
  edition: Edition,
  trusted: boolean,
): Promise<Edition & { readonly theme: Theme }> {
  return { ...edition, theme: await openTheme(edition, trusted) };
}

async function openTheme({ root, cache }: Edition, trusted: boolean): Promise<Theme> {
  // The program's own folder is not an edition.
  if (root === PROGRAM) return NO_THEME;
  const files = new ThemeFiles(root);
  const top = files.names();
  if (top.length === 0) return { ...NO_THEME, findings: files.findings };
  reportUnknown(files, top);
  const strings = readStrings(files);
  const code = ['layouts', 'xslt'].flatMap((part) =>
    files.names(part).map(({ name }) => `${shownPath(files.folder)}/${part}/${name}`),
  );
  if (!trusted) reportUntrusted(files, code);
  const layouts = trusted ? readLayouts(files) : NO_THEME.layouts;
  const html = trusted ? await readStylesheet(files, cache) : null;
  return { styles: await readStyles(files), strings, layouts, html, findings: files.findings };
}

function reportUntrusted(files: ThemeFiles, code: readonly string[]): void {
  const [first, ...others] = code;
  if (first === undefined) return;
  const more =
    others.length > 0 ? ` (and ${others.length} more files of theme/layouts and theme/xslt)` : '';
  files.findings.push({
    path: first,
    severity: 'warning',
    rule: 'theme/not-trusted',
    message:
      `this is a program and is not used, since an edition may come from others${more}; if ` +
      `the theme is yours, or you have read it, add ${TRUST} to the command`,
  });
}

/** A file that is not used is reported, so that a misspelt name does not go unnoticed. */
function reportUnknown(files: ThemeFiles, top: ReturnType<ThemeFiles['names']>): void {
  const unexpected = top.flatMap(({ name, isFolder }) => {
    const ending = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (ending === undefined || (ending !== null) !== isFolder) return [name];
    if (ending === null) return [];
    return files
      .names(name)
      .filter((one) => one.isFolder || !one.name.endsWith(ending))
      .map((one) => `${name}/${one.name}`);
  });
  for (const name of unexpected) {
    files.report(`${files.folder}/${name}`, {
      severity: 'warning',
      rule: 'theme/unknown',
      message:
        'this file is not used; a theme has styles.css, layouts/*.njk, strings/*.json (by ' +
        'language) and xslt/html.xsl with its modules',
    });
  }
}
