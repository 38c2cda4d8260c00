/** `siglum collate`: reads the witnesses, collates, proves, writes. */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { writeWhole, writeWholeInPieces } from '../core/files/atomic-files.ts';
import {
  type Finding,
  formatFindings,
  InputError,
  shownPath,
  UsageError,
} from '../core/finding.ts';
import { openEdition, programVersion } from '../edition/edition.ts';
import { readEditionHeader } from '../encode/header/edition/edition-header.ts';
import { witnessDifferences } from './apparatus/prove.ts';
import { type Collation, collate } from './collate.ts';
import { collationCsv } from './formats/csv.ts';
import { writeJson } from './formats/json.ts';
import { Names, xmlName } from './formats/names.ts';
import { writeTei } from './formats/tei.ts';
import type { Witness } from './model/model.ts';
import type { Method, Settings } from './rules/model.ts';
import { DEFAULTS, readSettings } from './rules/read.ts';
import { settingsFile } from './rules/write.ts';
import { readWitnesses } from './tokens/read-witness.ts';

interface CollateOptions {
  readonly base?: string;
  readonly out?: string;
  readonly format: 'tei' | 'json' | 'csv';
  readonly method?: Method;
  readonly rules?: string;
  readonly edition?: string;
  readonly title?: string;
}

/** The file of an edition that states how its witnesses are collated. */
const SETTINGS_FILE = 'collation.yaml';

export async function collateCommand(
  words: readonly string[],
  options: CollateOptions,
): Promise<number> {
  const edition = options.edition === undefined ? undefined : openEdition(options.edition);
  const settingsPath = edition && join(edition.root, SETTINGS_FILE);
  const file =
    options.rules ?? (settingsPath && existsSync(settingsPath) ? settingsPath : undefined);
  const settings = file === undefined ? DEFAULTS : readSettings(file);
  const named = words.length > 0 ? words : witnessesOf(settings, file);
  if (named.length < 2 && !named.some((word) => word.endsWith('.json')))
    throw new UsageError(
      'a collation needs two witnesses or more: siglum collate A=first.xml B=second.txt',
    );
  const read = await readWitnesses(named);
  say(read.findings);
  const { witnesses } = read;
  if (witnesses.length < 2)
    throw new UsageError('the file contains one witness only; a collation needs two or more');
  const base = baseOf(witnesses, options.base ?? settings.base);
  const collation = collate(witnesses, settings, base);
  say(collation.findings);
  const method = options.method ?? settings.method ?? 'parallel';
  if (options.format === 'json') writeResult(options.out, writeJson(collation.table));
  else if (options.format === 'csv') writeResult(options.out, collationCsv(collation.table));
  else {
    const header = edition && readEditionHeader(edition.header);
    const made = provenTei(collation, settings, {
      method,
      id: identifier(options.out),
      title: options.title ?? collationTitle(witnesses, base),
      version: programVersion(),
      ...(header ? { edition: header, instructions: INSTRUCTIONS } : {}),
      ...languageStatement(witnesses[base] as Witness, header?.language),
    });
    writeResult(options.out, [made.text]);
    summary(collation, made.entries, options.out);
  }
  // The settings are stored in the edition, so that the collation can be repeated.
  if (settingsPath && file === undefined) {
    writeWhole(
      settingsPath,
      settingsFile(named, dirname(settingsPath), options, witnesses[base]?.siglum ?? ''),
    );
    console.error(
      `siglum: ${shownPath(settingsPath)} says how this was collated; "siglum collate --edition" does it again`,
    );
  }
  return 0;
}

const INSTRUCTIONS = ['rng', 'sch'].map((ending) => ({
  target: 'xml-model',
  data: `href="../schema/edition.${ending}" type="application/xml" schematypens="${
    ending === 'rng'
      ? 'http://relaxng.org/ns/structure/1.0'
      : 'http://purl.oclc.org/dsdl/schematron'
  }"`,
}));

function say(findings: readonly Finding[]): void {
  for (const line of formatFindings(findings)) console.error(line);
}

/** The witnesses that the file of the collation names, as words of the command. */
function witnessesOf({ witnesses }: Settings, file: string | undefined): string[] {
  return [...witnesses].map(([siglum, path]) => `${siglum}=${resolve(dirname(file ?? ''), path)}`);
}

function baseOf(witnesses: readonly Witness[], siglum: string | undefined): number {
  if (siglum === undefined) return 0;
  const base = witnesses.findIndex((one) => one.siglum === siglum);
  if (base < 0)
    throw new UsageError(
      `there is no witness “${siglum}”; the base is one of: ${witnesses.map((one) => one.siglum).join(', ')}`,
    );
  return base;
}

function identifier(out: string | undefined): string {
  return out === undefined ? 'collation' : xmlName(basename(out, extname(out)), 'collation');
}

function collationTitle(witnesses: readonly Witness[], base: number): string {
  const sigla = witnesses.filter(({ earlierStateOf }) => earlierStateOf === undefined);
  return witnesses[base]?.title ?? `Collation of ${sigla.map(({ siglum }) => siglum).join(', ')}`;
}

function languageStatement(
  { language }: Witness,
  edition: string | undefined,
): { language?: string } {
  const own = language ?? edition;
  return own === undefined ? {} : { language: own };
}

/** The TEI, with each witness read back from it. Throws if a witness differs. */
function provenTei(
  collation: Collation,
  settings: Settings,
  options: Parameters<typeof writeTei>[2],
): ReturnType<typeof writeTei> {
  const made = writeTei(collation, settings, options);
  const { witnesses } = collation.table;
  const names = new Names(options.id, witnesses);
  const ids = witnesses.map((_, at) => names.witness(at));
  const wrong = witnessDifferences(made.text, 'the collation', witnesses, ids);
  if (wrong.length > 0)
    throw new InputError(
      wrong.map(({ siglum, expected, found }) => ({
        path: witnesses.find((one) => one.siglum === siglum)?.path ?? '',
        severity: 'error',
        rule: 'collate/not-proved',
        message: `the apparatus does not give back the words of ${siglum}: “${expected}” became “${found}”; nothing was written, please report this`,
      })),
    );
  return made;
}

function writeResult(out: string | undefined, pieces: Iterable<string>): void {
  if (out === undefined) for (const piece of pieces) process.stdout.write(piece);
  else writeWholeInPieces(resolve(out), pieces);
}

function summary({ table }: Collation, entries: number, out: string | undefined): void {
  const where = out === undefined ? '' : ` in ${shownPath(resolve(out))}`;
  console.error(
    `siglum: ${table.witnesses.length} witnesses, ${entries} entries of the apparatus${where}; each witness was read back from it and is the same`,
  );
}
