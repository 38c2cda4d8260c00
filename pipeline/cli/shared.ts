/**
 * What several commands share: options with one meaning, and how an outcome becomes an exit code.
 */
import { Option } from 'commander';
import { defaultEdition } from '../edition/edition.ts';

/** `--edition`: the folder of the edition. */
export function editionOption(): Option {
  return new Option('--edition <dir>', 'the folder of the edition').default(
    defaultEdition(process.cwd()),
    'the current folder; within a checkout of Siglum, tei/',
  );
}

/** `--shard`: one machine's part of the documents. */
export function shardOption(): Option {
  return new Option(
    '--shard <k/n>',
    'only one shard of the documents: 3/16 is the third of sixteen',
  );
}

/** `--trust-theme`: whether programs in the edition's theme may run. */
export function trustThemeOption(): Option {
  return new Option(
    '--trust-theme',
    'let layouts and XSLT of the edition’s theme/ run: they are programs',
  );
}

/** An action of commander; its result becomes the exit code of the process. */
export function exitWith<Words extends unknown[]>(
  run: (...words: Words) => number | Promise<number>,
): (...words: Words) => Promise<void> {
  return async (...words) => {
    process.exitCode = await run(...words);
  };
}
