/**
 * The part of Eleventy 3 that is used here, with types: the package brings none.
 *
 * In: folders, a configuration file, a function that adds to the configuration. Out: the pages that
 * Eleventy wrote.
 */

/**
 * What Eleventy knows of a page: its template's head, the global data, and what the page is about
 * under a name of its own.
 */
export interface PageData extends Readonly<Record<string, unknown>> {
  readonly page: { readonly url: string; readonly inputPath: string };
  readonly pagination?: { readonly alias: string };
}

export interface EleventyConfig {
  readonly globalData: Readonly<Record<string, unknown>>;
  readonly ignores: Set<string>;
  addGlobalData(name: string, value: unknown): void;
  addPreprocessor(
    name: string,
    extensions: string,
    change: (data: PageData) => false | undefined,
  ): void;
  addExtension(name: string, engine: Engine): void;
  setUseGitIgnore(use: boolean): void;
  on(
    event: 'eleventy.after',
    listener: (event: { directories: { output: string } }) => Promise<void>,
  ): void;
}

/** A language of templates. */
interface Engine {
  readonly outputFileExtension: string;
  readonly compileOptions: { permalink(text: string): (data: PageData) => string };
  compile(text: string, path: string): (data: PageData) => Promise<string>;
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

type Eleventy = new (input: string, output: string, options: Options) => Instance;

/**
 * It would start a thread that tells it of configurations that change while it waits for changes;
 * here it never waits.
 */
const UNWATCHED = 'ELEVENTY_SKIP_ESM_RESOLVER';

/** Lays out the pages of `input` into `output`. */
export async function runEleventy(
  input: string,
  output: string,
  options: Omit<Options, 'quietMode'>,
): Promise<void> {
  process.env[UNWATCHED] = '1';
  // @ts-expect-error -- the package has no types; what is used of it is typed above.
  const { default: Eleventy } = (await import('@11ty/eleventy')) as { default: Eleventy };
  const eleventy = new Eleventy(input, output, { ...options, quietMode: true });
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
}
