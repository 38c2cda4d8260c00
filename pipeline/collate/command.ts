/** `siglum collate`: reads the witnesses, collates, proves, writes. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writeWhole, writeWholeInPieces } from '../core/files/atomic-files.ts';
import { printFindings, shownPath } from '../core/finding.ts';
import { withEditionLocked } from '../core/lock/lock.ts';
import { type Edition, openEdition } from '../edition/edition.ts';
import type { Collation } from './collate.ts';
import { collationCsv } from './formats/csv.ts';
import { writeJson } from './formats/json.ts';
import { prepareTei } from './output.ts';
import type { Method, Settings } from './rules/model.ts';
import { DEFAULTS, readSettings } from './rules/read.ts';
import { settingsFile } from './rules/write.ts';
import { collationTei, runCollation, SETTINGS_FILE, statedOut, witnessWords } from './run.ts';

interface CollateOptions {
  readonly base?: string;
  readonly out?: string;
  readonly format: 'tei' | 'json' | 'csv';
  readonly method?: Method;
  readonly rules?: string;
  readonly edition?: string;
  readonly title?: string;
}

export async function collateCommand(
  words: readonly string[],
  options: CollateOptions,
): Promise<number> {
  if (options.edition === undefined) return collateWords(words, options, undefined);
  const edition = openEdition(options.edition);
  return withEditionLocked(edition, 'collate', () => collateWords(words, options, edition));
}

async function collateWords(
  words: readonly string[],
  options: CollateOptions,
  edition: Edition | undefined,
): Promise<number> {
  const settingsPath = edition && join(edition.root, SETTINGS_FILE);
  const file =
    options.rules ?? (settingsPath && existsSync(settingsPath) ? settingsPath : undefined);
  const settings = withOptions(file === undefined ? DEFAULTS : readSettings(file), options);
  const named = words.length > 0 || file === undefined ? words : witnessWords(settings, file);
  const run = await runCollation(named, settings);
  const { collation, findings } = run;
  printFindings([...findings, ...collation.findings]);
  // The stated file is that of the stated witnesses.
  const isStated = words.length === 0 && options.format === 'tei' && file !== undefined;
  const out = options.out ?? (isStated ? statedOut(settings, file) : undefined);
  if (options.format === 'json') writeResult(out, writeJson(collation.table));
  else if (options.format === 'csv') writeResult(out, collationCsv(collation.table));
  else {
    const made = collationTei(run, edition, out);
    if (edition && out !== undefined) prepareTei(edition, resolve(out), made.text).write();
    else writeResult(out, [made.text]);
    summary(collation, made.entries, out);
  }
  // The settings are stored in the edition, so that the collation can be repeated.
  if (settingsPath && file === undefined) {
    const base = collation.table.witnesses[collation.table.base]?.siglum ?? '';
    const { out: _out, ...others } = options;
    const stored = options.format === 'tei' ? options : others;
    writeWhole(settingsPath, settingsFile(named, dirname(settingsPath), stored, base));
    console.error(
      `siglum: ${shownPath(settingsPath)} says how this was collated; "siglum collate ` +
        `--edition" does it again`,
    );
  }
  return 0;
}

function withOptions(
  settings: Settings,
  { base, method, title }: Pick<CollateOptions, 'base' | 'method' | 'title'>,
): Settings {
  return {
    ...settings,
    ...(base === undefined ? {} : { base }),
    ...(method === undefined ? {} : { method }),
    ...(title === undefined ? {} : { title }),
  };
}

function writeResult(out: string | undefined, pieces: Iterable<string>): void {
  if (out === undefined) for (const piece of pieces) process.stdout.write(piece);
  else writeWholeInPieces(resolve(out), pieces);
}

function summary({ table }: Collation, entries: number, out: string | undefined): void {
  const where = out === undefined ? '' : ` in ${shownPath(resolve(out))}`;
  console.error(
    `siglum: ${table.witnesses.length} witnesses, ${entries} entries of the ` +
      `apparatus${where}; each witness was read back from it and is the same`,
  );
}
