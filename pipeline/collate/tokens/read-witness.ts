/** Reads the witnesses that a command names: TEI, reading texts of every source format, or JSON. */
import { basename, dirname, extname } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, shownPath, UsageError } from '../../core/finding.ts';
import { formatOf, SOURCE_EXTENSIONS } from '../../encode/sources/formats.ts';
import { placedFindings, readDocument } from '../../xml/source/read-document.ts';
import { placedTree, readTree } from '../../xml/tree.ts';
import type { Witness } from '../model/model.ts';
import { readJsonWitnesses } from './read-json.ts';
import { readSourceRuns } from './read-source.ts';
import { readTranscription } from './read-tei.ts';
import { type BlockRuns, hasStates, type Regular, witnessTokens } from './stream.ts';

interface ReadWitnesses {
  readonly witnesses: readonly Witness[];
  readonly findings: readonly Finding[];
}

/** A witness of the command line. */
interface NamedWitness {
  readonly siglum: string;
  readonly path: string;
}

/** The common beginning of the file names is not part of the siglum. */
const SIGLUM = /^[^=/\\]{1,40}=/;
/** Appended to the witness's siglum for its state before correction. */
const FIRST_STATE = ' (a.c.)';

/** `FILE` or `SIGLUM=FILE`. */
export function namedWitness(word: string): NamedWitness {
  const given = SIGLUM.exec(word)?.[0];
  const path = given === undefined ? word : word.slice(given.length);
  const siglum = given?.slice(0, -1).trim() ?? basename(path, extname(path));
  if (path === '' || siglum === '')
    throw new UsageError(`“${word}” is not a witness; write FILE, or SIGLUM=FILE`);
  return { siglum, path };
}

/** Throws an `InputError` where one of the files cannot be read, with what is wrong in all. */
export async function readWitnesses(words: readonly string[]): Promise<ReadWitnesses> {
  const witnesses: Witness[] = [];
  const findings: Finding[] = [];
  const errors: Finding[] = [];
  for (const word of words) {
    const named = namedWitness(word);
    try {
      const read = await readWitness(named);
      witnesses.push(...read.witnesses);
      findings.push(...read.findings);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(...error.findings);
    }
  }
  errors.push(...twice(witnesses));
  if (errors.length > 0) throw new InputError(errors);
  return { witnesses, findings };
}

function twice(witnesses: readonly Witness[]): Finding[] {
  const first = new Map<string, Witness>();
  return witnesses.flatMap((witness) => {
    const other = first.get(witness.siglum);
    if (!other) first.set(witness.siglum, witness);
    if (!other) return [];
    const message =
      `the siglum “${witness.siglum}” is already that of ${other.path}; write ` +
      `SIGLUM=${witness.path}`;
    return [{ path: witness.path, severity: 'error', rule: 'collate/siglum-twice', message }];
  });
}

async function readWitness({ siglum, path }: NamedWitness): Promise<ReadWitnesses> {
  const shown = shownPath(path);
  const extension = extname(path).toLowerCase();
  if (extension === '.json')
    return {
      witnesses: readJsonWitnesses(readInput(path, 'collate/unreadable'), shown),
      findings: [],
    };
  if (extension === '.xml') {
    const { text, places, findings } = readDocument(path, dirname(path), 'collate/unreadable');
    try {
      const tei = readTranscription(
        placedTree(readTree({ path: shown, content: text }), places),
        shown,
      );
      return { witnesses: statesOf({ siglum, path: shown, ...tei }), findings };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(placedFindings(error.findings, shown, places));
    }
  }
  const format = formatOf(path);
  if (!format)
    throw new UsageError(
      `“${shown}” is not a readable transcription (.xml, .json, ${SOURCE_EXTENSIONS.join(', ')})`,
    );
  const source = await format.read(readInput(path, 'collate/unreadable'), shown);
  const runs = readSourceRuns(source);
  return {
    witnesses: statesOf({ siglum, path: shown, regular: new Map(), ...runs }),
    findings: source.findings,
  };
}

interface Transcription {
  readonly siglum: string;
  readonly path: string;
  readonly title?: string;
  readonly language?: string;
  readonly blocks: readonly BlockRuns[];
  readonly regular: Regular;
  readonly notes: number;
}

/** The final state of a witness, and its first state where it was corrected. */
function statesOf({ blocks, regular, ...about }: Transcription): Witness[] {
  const bare = blocks.map(({ block }) => block);
  const final = { ...about, blocks: bare, tokens: witnessTokens(blocks, 'final', regular) };
  if (final.tokens.length === 0)
    throw new InputError({
      path: about.path,
      severity: 'error',
      rule: 'collate/empty',
      message: 'the witness has no words; omit it, or correct the file',
    });
  if (!hasStates(blocks)) return [final];
  const tokens = witnessTokens(blocks, 'first', regular);
  const first = {
    ...about,
    siglum: about.siglum + FIRST_STATE,
    earlierStateOf: about.siglum,
    blocks: bare,
    tokens,
  };
  return tokens.length === 0 ? [final] : [final, first];
}
