/**
 * The files of a stylesheet: itself and its included and imported modules, at any depth.
 *
 * Takes the path of a stylesheet. Returns its modules with their bytes, in the order in which they
 * are reached, each once.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { InputError, shownPath } from '../../core/finding.ts';
import { XSLT } from '../namespaces.ts';
import { readXml, type XmlElement } from '../read.ts';

export interface StylesheetModule {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a stylesheet's modules (XSLT 3.0, section 3.11: `xsl:include`, `xsl:import`). Throws an
 * `InputError` if one is missing, not well-formed, or not a file of this machine: nothing is
 * fetched over the network.
 */
export function stylesheetModules(path: string): StylesheetModule[] {
  if (!existsSync(path))
    throw error(path, undefined, 'xslt/missing', 'there is no such stylesheet');
  const modules = new Map<string, StylesheetModule>();
  take(path, modules);
  return [...modules.values()];
}

function take(path: string, modules: Map<string, StylesheetModule>): void {
  if (modules.has(path)) return;
  const bytes = readFileSync(path);
  modules.set(path, { path, bytes });
  readXml(
    { path: shownPath(path), content: bytes },
    {
      open(element) {
        if (element.uri !== XSLT || !/^(?:include|import)$/.test(element.local)) return;
        take(moduleOf(element, path), modules);
      },
    },
  );
}

function moduleOf(element: XmlElement, path: string): string {
  const href = element.attributes.find(({ name }) => name === 'href')?.value;
  // XSLT 3.0 allows `_href` with an expression; the compiler would read a module that is not in the
  // hash.
  if (href === undefined)
    throw error(
      path,
      element,
      'xslt/no-href',
      `<${element.name}> needs an href, the path of a module`,
    );
  const url = new URL(href, pathToFileURL(path));
  if (url.protocol !== 'file:') {
    throw error(
      path,
      element,
      'xslt/remote-module',
      `the module ${href} is not a file; put modules into the folder of the stylesheet`,
    );
  }
  const target = fileURLToPath(url);
  if (!existsSync(target))
    throw error(path, element, 'xslt/missing-module', `there is no module ${href}`);
  return target;
}

function error(
  path: string,
  element: XmlElement | undefined,
  rule: string,
  message: string,
): InputError {
  const place = element ? { line: element.line, column: element.column } : {};
  return new InputError({ path: shownPath(path), ...place, severity: 'error', rule, message });
}
