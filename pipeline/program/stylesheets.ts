/**
 * Compiles the program's stylesheets and its Schematron rules into `lib/xslt/` when the program is
 * built: an installed program does not compile its own stylesheets.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { writeWhole } from '../core/files/atomic-files.ts';
import { makeFolder } from '../core/files/make-folder.ts';
import { PROGRAM } from '../core/program-folder.mjs';
import { DEPOSIT_STYLESHEETS } from '../deposit/package/records.ts';
import { SITE_STYLESHEETS } from '../transform/transform.ts';
import {
  compileTo,
  programStylesheetsHash,
  SHIPPED,
  type ShippedIndex,
  stylesheetHash,
} from '../xml/saxon/stylesheet-compiler.ts';
import { writeStylesheet } from '../xml/schematron/schematron.ts';
import { schematronToXslt } from '../xml/schematron/to-xslt.ts';
import { readTree } from '../xml/tree.ts';

/** The stylesheets that the program runs, each once. */
export const PROGRAM_STYLESHEETS: readonly string[] = [
  ...new Set([...SITE_STYLESHEETS, ...DEPOSIT_STYLESHEETS]),
];

/**
 * Compiles what is not compiled yet, one thread a core, and removes unused files. Throws an
 * `InputError` if a stylesheet cannot be compiled.
 */
export async function compileProgramStylesheets(folder: string = SHIPPED): Promise<void> {
  makeFolder(folder);
  const generated = mkdtempSync(join(tmpdir(), 'siglum-rules-'));
  try {
    const stylesheets = [...PROGRAM_STYLESHEETS, programRules(generated)];
    const hashes = stylesheets.map((path) => stylesheetHash(path));
    const names = hashes.map((hash) => `${hash}.sef.json`);
    const waiting = [...stylesheets.keys()].filter(
      (at) => !existsSync(join(folder, names[at] as string)),
    );
    const compileNext = async (): Promise<void> => {
      for (let at = waiting.shift(); at !== undefined; at = waiting.shift())
        await compileTo(join(folder, names[at] as string), stylesheets[at] as string, true);
    };
    await Promise.all(Array.from({ length: availableParallelism() }, compileNext));
    const index: ShippedIndex = {
      sources: programStylesheetsHash(),
      stylesheets: Object.fromEntries(
        PROGRAM_STYLESHEETS.map((path, at) => [
          relative(join(PROGRAM, 'xslt'), path).split(sep).join('/'),
          hashes[at] as string,
        ]),
      ),
    };
    for (const name of readdirSync(folder))
      if (name.endsWith('.sef.json') && !names.includes(name))
        rmSync(join(folder, name), { force: true });
    writeWhole(join(folder, 'index.json'), JSON.stringify(index, null, 1));
  } finally {
    rmSync(generated, { recursive: true });
  }
}

/** The path of a stylesheet with the rules of the program's own schema. */
function programRules(folder: string): string {
  const path = join(PROGRAM, 'tei', 'schema', 'edition.sch');
  const root = readTree({ path, content: readFileSync(path, 'utf8') });
  return writeStylesheet(schematronToXslt(root, path).text, folder);
}
