/**
 * Speed and memory: one process over many documents.
 *
 * The documents of all volumes are in one folder, repeated under other names until there are
 * enough. They are encoded with the lists of one volume, the longest: entries of several volumes
 * share their ids, so that their lists cannot be used together.
 */
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '../../../pipeline/edition/folder/files-in.ts';
import { siglum } from '../run.ts';
import type { Volume } from '../volume.ts';

const FEW = 500;
export const MANY = 3000;

export interface Speed {
  /** Documents a second over all `MANY`, the program's start and end included. */
  readonly rate: number;
  /** The peak memory, in MiB: over `FEW`, over `MANY`, over `MANY` with a worklist. */
  readonly peaks: { readonly few: number; readonly many: number; readonly reported: number };
}

export async function measureSpeed(folder: string, volumes: readonly Volume[]): Promise<Speed> {
  const [longest] = volumes
    .map(({ authority }) => authority)
    .sort((a, b) => statSync(b).size - statSync(a).size);
  const encode = (count: number, ...words: readonly string[]) => {
    const texts = gather(join(folder, `${count}`), volumes, count);
    const out = join(folder, `out-${count}-${words.length}`);
    return siglum('encode', texts, '--authority', longest ?? '', '--out', out, ...words);
  };
  const few = await encode(FEW);
  const many = await encode(MANY);
  const reported = await encode(MANY, '--report', join(folder, 'worklist'));
  return {
    rate: (1000 * MANY) / many.milliseconds,
    peaks: { few: few.peak, many: many.peak, reported: reported.peak },
  };
}

/** A folder of `count` documents, taken from the volumes in turn, repeated if necessary. */
function gather(folder: string, volumes: readonly Volume[], count: number): string {
  mkdirSync(folder, { recursive: true });
  const texts = volumes.flatMap(({ name, texts }) =>
    filesIn(texts, '.txt').map((path) => ({ name, path })),
  );
  for (let at = 0; at < count; at++) {
    const text = texts[at % texts.length];
    if (text)
      copyFileSync(
        text.path,
        join(folder, `${text.name}-${Math.floor(at / texts.length)}-${basename(text.path)}`),
      );
  }
  return folder;
}
