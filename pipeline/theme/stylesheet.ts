/**
 * `theme/xslt/html.xsl`: a stylesheet that imports the program's and overrides templates or
 * parameters.
 *
 * Takes the theme's files and the cache. Returns copies of its modules in the cache, in which
 * `siglum:…` names the program's stylesheets, compiled; or findings. It is a program, so it is read
 * only if the user trusts the theme; constructs that read other files or run programs are refused
 * even then (stylesheet-guard.ts).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashOf, programHash, Results } from '../cache/results.ts';
import { writeWhole } from '../core/files/atomic-files.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { PROGRAM } from '../edition/edition.ts';
import type { ThemeStylesheet } from '../model/theme.ts';
import { XSLT } from '../xml/namespaces.ts';
import { compileIntoCache } from '../xml/saxon/xslt.ts';
import { readTree, type TreeElement } from '../xml/tree.ts';
import type { ThemeFile, ThemeFiles } from './files.ts';
import { refusedIn } from './stylesheet-guard.ts';

const RULE = 'theme/xslt';
const MAIN = 'html.xsl';

/** The address of the program's stylesheet in a module. */
const SCHEME = 'siglum:';
const PROGRAM_MAIN = `${SCHEME}html/document.xsl`;

/** An import or include of the program's stylesheets, in the text of a module. */
const NAMED = /(<(?:[\w.-]+:)?(?:import|include)\s(?:[^<>]*\s)?href\s*=\s*["'])siglum:/g;

export async function readStylesheet(
  files: ThemeFiles,
  cache: string,
): Promise<ThemeStylesheet | null> {
  const modules = files.texts('xslt', '.xsl');
  const main = modules.find(({ name }) => name === MAIN);
  if (modules.length === 0) return null;
  if (!main) {
    const message =
      `the theme’s stylesheet begins with ${MAIN}, which does not exist; give this file that ` +
      `name, or import it there`;
    files.report((modules[0] as ThemeFile).path, { severity: 'error', rule: RULE, message });
    return null;
  }
  const problems = modules.flatMap((module) => problemsOf(module, modules));
  files.findings.push(...problems);
  if (problems.length > 0) return null;

  const hash = hashOf(...modules.flatMap(({ name, text }) => [name, text]));
  const copies = join(cache, 'themes', hashOf(hash, files.folder));
  for (const { name, text } of modules) {
    const copy = join(copies, name);
    const base = pathToFileURL(join(PROGRAM, 'xslt', '/')).href;
    if (!existsSync(copy)) writeWhole(copy, text.replace(NAMED, `$1${base}`));
  }
  const stylesheet = { main: join(copies, MAIN), path: main.path, hash };
  // A stylesheet that cannot be compiled takes as long as one that can, so the errors are cached
  // too.
  const key = hashOf(programHash(), stylesheet.main);
  const errors = await new Results(cache).cached('theme-errors', key, () =>
    compileErrors(stylesheet.main, cache),
  );
  files.findings.push(...errors.map((error) => inTheme(error, copies, modules)));
  return errors.length > 0 ? null : stylesheet;
}

/** An error that the compiler found; `path`: of the copy. */
type CompileError = Pick<Finding, 'path' | 'line' | 'message'>;

async function compileErrors(main: string, cache: string): Promise<readonly CompileError[]> {
  try {
    await compileIntoCache(main, cache);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.findings.map(({ path, line, message }) => ({
      path,
      ...(line !== undefined && { line }),
      message,
    }));
  }
}

/**
 * The error as one of the editor's own file. The compiler gives no column, so the column is that of
 * the line's first character.
 */
function inTheme(
  { path, line, message }: CompileError,
  copies: string,
  modules: readonly ThemeFile[],
): Finding {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  const own = modules.find((module) => module.name === name && path.includes(shownPath(copies)));
  const file = own ?? (modules.find((module) => module.name === MAIN) as ThemeFile);
  const written = own && line !== undefined ? (file.text.split('\n')[line - 1] ?? '') : undefined;
  return {
    path: shownPath(file.path),
    ...(written !== undefined &&
      line !== undefined && { line, column: written.search(/\S|$/) + 1 }),
    severity: 'error',
    rule: RULE,
    message:
      `${message.replaceAll(/ in \S*\.xsl/g, '')}; the program’s own stylesheet is used until ` +
      `this is corrected`,
  };
}

function problemsOf(module: ThemeFile, modules: readonly ThemeFile[]): Finding[] {
  const path = shownPath(module.path);
  let root: TreeElement;
  try {
    root = readTree({ path, content: module.text });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [...error.findings];
  }
  const problem = (place: { line: number; column: number }, message: string): Finding => {
    const { line, column } = place;
    return { path, line, column, severity: 'error', rule: RULE, message };
  };
  if (root.uri !== XSLT)
    return [problem(root, 'this is no stylesheet; its outermost element is xsl:stylesheet')];
  const references = root.children.filter(
    (child): child is TreeElement =>
      typeof child !== 'string' &&
      child.uri === XSLT &&
      ['import', 'include'].includes(child.local),
  );
  const href = (element: TreeElement): string =>
    element.attributes.find(({ name }) => name === 'href')?.value.trim() ?? '';
  const known = new Set([
    ...modules.map(({ name }) => name).filter((name) => name !== MAIN),
    ...programModules(),
  ]);
  const lost = references
    .filter((element) => !known.has(href(element)))
    .map((element) =>
      problem(
        element,
        `“${href(element)}” is not a module that a theme can import; there are ` +
          `${PROGRAM_MAIN} and the other .xsl files in this folder`,
      ),
    );
  const needs =
    module.name === MAIN && !references.some((element) => href(element) === PROGRAM_MAIN);
  const missing = needs
    ? [
        problem(
          root,
          `the program’s templates are not imported; begin with <xsl:import ` +
            `href="${PROGRAM_MAIN}"/>`,
        ),
      ]
    : [];
  return [
    ...lost,
    ...missing,
    ...refusedIn(root).map(({ element, message }) => problem(element, message)),
  ];
}

function programModules(): readonly string[] {
  return [PROGRAM_MAIN];
}

/** Line in `html.xsl` of an error while it ran; null if it is in another module. */
export function lineInMain(said: string): number | null {
  const [, module = '', line = ''] = /^(\S*?):(\d+): /.exec(said) ?? [];
  // The processor names only the file of a module; no module of the program has this name.
  return module.split('/').at(-1) === MAIN ? Number(line) : null;
}
