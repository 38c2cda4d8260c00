/** The part of Eleventy 3 that is used here, with types: the package has no types. */

/** Eleventy's data about a page: its template's front matter, the global data, the page. */
interface PageData extends Readonly<Record<string, unknown>> {
  readonly page: { readonly url: string };
}

export interface EleventyConfig {
  readonly ignores: Set<string>;
  addGlobalData(name: string, value: unknown): void;
  addPlugin<Options>(
    plugin: (config: EleventyConfig, options: Options) => Promise<void>,
    options: Options,
  ): Promise<void>;
  setIncludesDirectory(folder: string): void;
  setLayoutsDirectory(folder: string): void;
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
  readonly compileOptions: {
    permalink(text: string): (data: PageData) => string;
  };
  compile(text: string, path: string): (data: PageData) => Promise<string>;
}

interface Options {
  /** No configuration file is read: `config` has everything. */
  readonly configPath: false;
  readonly quietMode: boolean;
  readonly config: (config: EleventyConfig) => Promise<void>;
}

interface Instance {
  disableLogger(): void;
  init(): Promise<void>;
  write(): Promise<unknown>;
}

type Eleventy = new (input: string, output: string, options: Options) => Instance;

/** Without it Eleventy starts a thread that watches configuration files, which is not needed. */
const UNWATCHED = 'ELEVENTY_SKIP_ESM_RESOLVER';

/** Within the input. */
const LAYOUTS = '_layouts';

/** Renders the templates in `input` into `output`. */
export async function runEleventy(
  input: string,
  output: string,
  configure: (config: EleventyConfig) => Promise<void>,
): Promise<void> {
  process.env[UNWATCHED] = '1';
  // @ts-expect-error -- the package has no types; what is used of it is typed above.
  const { default: Eleventy } = (await import('@11ty/eleventy')) as { default: Eleventy };
  const eleventy = new Eleventy(input, output, {
    configPath: false,
    quietMode: true,
    config: async (config) => {
      // As in .eleventy.js; a plugin may not set folders.
      config.setIncludesDirectory(LAYOUTS);
      config.setLayoutsDirectory(LAYOUTS);
      await configure(config);
    },
  });
  eleventy.disableLogger();
  await eleventy.init();
  await eleventy.write();
}
