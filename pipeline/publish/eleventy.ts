/**
 * The part of Eleventy 3 that is used here, with types: the package brings none.
 *
 * In: folders, a configuration file, a function that adds to the configuration. Out: the pages that Eleventy wrote.
 */
// @ts-expect-error -- the package has no types; what is used of it is typed below.
import Untyped from '@11ty/eleventy';

export interface EleventyConfig {
  readonly globalData: Readonly<Record<string, unknown>>;
  readonly ignores: Set<string>;
  addGlobalData(name: string, value: unknown): void;
  addFilter(name: string, filter: (...values: never[]) => unknown): void;
  setUseGitIgnore(use: boolean): void;
  on(event: 'eleventy.after', listener: (event: { directories: { output: string } }) => Promise<void>): void;
}

interface Options {
  readonly configPath: string;
  readonly quietMode: boolean;
  readonly config: (config: EleventyConfig) => void;
}

interface Instance {
  disableLogger(): void;
  init(): Promise<void>;
  write(): Promise<unknown>;
}

const Eleventy = Untyped as unknown as new (input: string, output: string, options: Options) => Instance;

/** Lays out the pages of `input` into `output`. */
export async function runEleventy(input: string, output: string, options: Omit<Options, 'quietMode'>): Promise<void> {
  const eleventy = new Eleventy(input, output, { ...options, quietMode: true });
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
}
