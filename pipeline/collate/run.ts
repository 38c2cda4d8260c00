/** One collation from its settings: the witnesses read, the table, the TEI with its proof. */
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Finding, InputError, UsageError } from '../core/finding.ts';
import { type Edition, programVersion } from '../edition/edition.ts';
import { readEditionHeader } from '../encode/header/edition/edition-header.ts';
import { witnessDifferences } from './apparatus/prove.ts';
import { type Collation, collate } from './collate.ts';
import { Names, xmlName } from './formats/names.ts';
import { writeTei } from './formats/tei.ts';
import type { Witness } from './model/model.ts';
import type { Method, Settings } from './rules/model.ts';
import { readWitnesses } from './tokens/read-witness.ts';

/** The file of an edition that states how its witnesses are collated. */
export const SETTINGS_FILE = 'collation.yaml';

export interface CollationRun {
  readonly settings: Settings;
  readonly collation: Collation;
  /** Of the transcriptions. */
  readonly findings: readonly Finding[];
}

/**
 * `words`: the witnesses as words of the command. Throws an `InputError` or a `UsageError` if they
 * cannot be collated.
 */
export async function runCollation(
  words: readonly string[],
  settings: Settings,
): Promise<CollationRun> {
  if (words.length < 2 && !words.some((word) => word.endsWith('.json')))
    throw new UsageError(
      'a collation needs two witnesses or more: siglum collate A=first.xml B=second.txt',
    );
  const { witnesses, findings } = await readWitnesses(words);
  if (witnesses.length < 2)
    throw new UsageError('the file contains one witness only; a collation needs two or more');
  const collation = collate(witnesses, settings, baseOf(witnesses, settings.base));
  return { settings, collation, findings };
}

/** The witnesses that the file of a collation names, as words of the command. */
export function witnessWords({ witnesses }: Settings, file: string): string[] {
  return [...witnesses].map(([siglum, path]) => `${siglum}=${resolve(dirname(file), path)}`);
}

/** Where the file of a collation says that its TEI goes. */
export function statedOut({ out }: Settings, file: string): string | undefined {
  return out === undefined ? undefined : join(dirname(resolve(file)), out);
}

/**
 * The TEI, with each witness read back from it. `out`: where it goes. Throws an `InputError` if a
 * witness differs.
 */
export function collationTei(
  { collation, settings }: CollationRun,
  edition: Edition | undefined,
  out: string | undefined,
): ReturnType<typeof writeTei> {
  const { witnesses, base } = collation.table;
  const header = edition && readEditionHeader(edition.header);
  return provenTei(collation, settings, {
    method: settings.method ?? 'parallel',
    id: out === undefined ? 'collation' : xmlName(basename(out, extname(out)), 'collation'),
    title: settings.title ?? collationTitle(witnesses, base),
    version: programVersion(),
    ...(header ? { edition: header } : {}),
    ...languageStatement(witnesses[base] as Witness, header?.language),
  });
}

function baseOf(witnesses: readonly Witness[], siglum: string | undefined): number {
  if (siglum === undefined) return 0;
  const base = witnesses.findIndex((one) => one.siglum === siglum);
  if (base < 0)
    throw new UsageError(
      `there is no witness “${siglum}”; the base is one of: ` +
        `${witnesses.map((one) => one.siglum).join(', ')}`,
    );
  return base;
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

function provenTei(
  collation: Collation,
  settings: Settings,
  options: Parameters<typeof writeTei>[2] & { readonly method: Method },
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
        message:
          `the apparatus does not give back the words of ${siglum}: “${expected}” became ` +
          `“${found}”; nothing was written, please report this`,
      })),
    );
  return made;
}
