/**
 * The quality and speed of the alignment of witnesses: `npm run bench:collate`.
 *
 * Quality: pairs of tokens in one column against published alignments corrected by hand, if
 * `../shared/collation` is beside the checkout. Speed: random texts, in CPU seconds.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { collate } from '../../../pipeline/collate/collate.ts';
import type { CollationTable, Witness } from '../../../pipeline/collate/model/model.ts';
import { DEFAULTS } from '../../../pipeline/collate/rules/read.ts';
import { readJsonWitnesses } from '../../../pipeline/collate/tokens/read-json.ts';
import { PROGRAM } from '../../../pipeline/edition/edition.ts';
import { agreement, readCsvTable, readGraphTable, tokensOf } from './collate-reference.ts';

const REFERENCES = join(PROGRAM, '..', 'shared', 'collation');

function witnessesOf(sigla: readonly string[], texts: readonly (readonly string[])[]): Witness[] {
  const witnesses = sigla.map((id, at) => ({ id, tokens: (texts[at] ?? []).map((t) => ({ t })) }));
  return readJsonWitnesses(new TextEncoder().encode(JSON.stringify({ witnesses })), 'bench');
}

function timed<Result>(work: () => Result): { result: Result; seconds: number } {
  const begun = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begun);
  return { result, seconds: (user + system) / 1e6 };
}

function columnsOf({ cells, length }: CollationTable): number[][] {
  return Array.from({ length }, (_, column) => cells.map((row) => row[column] ?? -1));
}

if (existsSync(REFERENCES))
  for (const name of ['florilegium.csv', 'john.graphml.xml']) {
    const path = join(REFERENCES, name);
    const reference = name.endsWith('.csv') ? readCsvTable(path) : readGraphTable(path);
    const texts = tokensOf(reference);
    const witnesses = witnessesOf(reference.witnesses, texts);
    const { result, seconds } = timed(() => collate(witnesses, DEFAULTS));
    const { precision, recall, f1 } = agreement(reference, columnsOf(result.table));
    const tokens = texts.reduce((sum, text) => sum + text.length, 0);
    const share = (part: number): string => part.toFixed(4);
    console.log(
      `${name}: ${texts.length} witnesses, ${tokens} tokens: precision ${share(precision)}, recall ${share(recall)}, F1 ${share(f1)}; ${seconds.toFixed(2)} s`,
    );
  }
else console.log('quality skipped: the published alignments are not here (../shared/collation)');

/** A generator of numbers from 0 to 1 that gives the same each time. */
let state = 12_345;
function chance(): number {
  state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
  return state / 0x7fffffff;
}

const VOCABULARY = Array.from({ length: 20_000 }, () =>
  Array.from({ length: 2 + Math.floor(chance() * 8) }, () =>
    'etaoinshrdlu'.charAt(Math.floor(chance() * chance() * 12)),
  ).join(''),
);

/** A word, the frequent ones more often, as in a language. */
function word(): string {
  const rank = Math.floor(Math.exp(chance() * Math.log(VOCABULARY.length))) - 1;
  return VOCABULARY[Math.max(0, rank)] ?? 'a';
}

/** A copy in which a share of the words is omitted, added, changed or exchanged. */
function copied(text: readonly string[], share: number): string[] {
  const copy: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const own = text[at] as string;
    const drawn = chance() / share;
    if (drawn < 0.3) continue;
    if (drawn < 0.5) copy.push(word(), own);
    else if (drawn < 0.6 && at + 1 < text.length) copy.push(text[++at] as string, own);
    else copy.push(drawn < 1 ? `${own.slice(0, -1)}e` : own);
  }
  return copy;
}

function speed(name: string, texts: readonly (readonly string[])[]): void {
  const witnesses = witnessesOf(
    texts.map((_, at) => `W${at + 1}`),
    texts,
  );
  const { result, seconds } = timed(() => collate(witnesses, DEFAULTS));
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${name}: ${result.table.length} columns, ${seconds.toFixed(2)} s, ${memory} MB`);
}

const text = (length: number): string[] => Array.from({ length }, word);
const original = text(1_500);
const copies = [original];
while (copies.length < 28)
  copies.push(copied(copies[Math.floor(chance() * copies.length)] as string[], 0.08));
speed('28 witnesses of 1,500 tokens, 8 % changed in each copy', copies);
const novel = text(150_000);
speed('a novel of 150,000 tokens in two witnesses, 5 % changed', [novel, copied(novel, 0.05)]);
speed('hostile: one word 150,000 and 140,000 times', [
  Array<string>(150_000).fill('a'),
  Array<string>(140_000).fill('a'),
]);
speed('hostile: nothing in common, 100,000 tokens each', [
  Array<string>(100_000).fill('a'),
  Array<string>(100_000).fill('b'),
]);
