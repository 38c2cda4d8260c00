/**
 * `siglum encode`: reading text to TEI.
 *
 * In: the command's words. Out: TEI files, findings on standard error, a summary on standard output, the exit code.
 */
import { resolve } from 'node:path';
import { type Edition, filesIn, openEdition } from '../edition.ts';
import { type Finding, formatFinding, UsageFault } from '../finding.ts';
import { prepareGround } from './ground.ts';
import { type Encoded, encodeFile, sourcesToEncode } from './run.ts';
import { findSources } from './sources.ts';

export interface EncodeOptions {
  readonly edition: string;
  readonly authority?: readonly string[];
  readonly out?: string;
}

export async function encodeCommand(paths: readonly string[], options: EncodeOptions): Promise<number> {
  const edition = openEdition(options.edition);
  const sources = findSources(paths.length > 0 ? paths : [edition.sources]);
  if (sources.length === 0) throw new UsageFault(`there is no .txt file in ${paths.join(', ') || edition.sources}`);
  const ground = prepareGround(edition, options.authority);
  const folder = options.out === undefined ? edition.documents : resolve(options.out);
  const done: Done[] = [];
  for (const source of sources) done.push(withoutTree(await encodeFile(source, folder, ground)));
  for (const { findings } of done) for (const finding of findings) console.error(formatFinding(finding));
  console.log(summary(done));
  return done.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

/** What the build stage needs to know: encodes the edition's sources that have no document yet. */
export async function encodeNew(
  edition: Edition,
): Promise<{ readonly encoded: number; readonly findings: readonly Finding[] }> {
  const sources = findSources(filesIn(edition.sources, '.txt'));
  const waiting = sourcesToEncode(sources, edition.documents);
  if (waiting.length === 0) return { encoded: 0, findings: [] };
  const ground = prepareGround(edition);
  const done: Encoded[] = [];
  for (const source of waiting) done.push(await encodeFile(source, edition.documents, ground));
  return {
    encoded: done.filter(({ outcome }) => outcome === 'written').length,
    findings: done.flatMap(({ findings }) => findings),
  };
}

interface Done extends Pick<Encoded, 'outcome' | 'findings'> {
  readonly mentions: number;
  readonly doubts: number;
}

/** Only numbers are kept of a document that is done, so that memory does not grow with their number. */
function withoutTree({ outcome, findings, document }: Encoded): Done {
  return { outcome, findings, mentions: document?.mentions.length ?? 0, doubts: document?.doubts.length ?? 0 };
}

function summary(done: readonly Done[]): string {
  const count = (outcome: Encoded['outcome']) => done.filter((one) => one.outcome === outcome).length;
  const mentions = done.reduce((sum, one) => sum + one.mentions, 0);
  const doubts = done.reduce((sum, one) => sum + one.doubts, 0);
  const parts = [
    `${count('written')} written`,
    `${count('unchanged')} unchanged`,
    `${count('kept')} kept as edited`,
    `${count('failed')} failed`,
  ];
  return `${done.length} ${done.length === 1 ? 'document' : 'documents'}: ${parts.join(', ')}; ${mentions} mentions marked, ${doubts} in doubt`;
}
