// Eleventy renders the pages of site/ with the plugin in pipeline/publish. `siglum build` runs it
// after checking; `npx @11ty/eleventy` alone works too, on the edition in tei/.
import { join, relative } from 'node:path';
import { builtEntry } from './pipeline/program/build.mjs';

const { publishPlugin } = await import(await builtEntry('plugin'));

export default async function (config) {
  await config.addPlugin(publishPlugin);
  // Eleventy takes folders from where it is started.
  return {
    dir: {
      input: relative('.', join(import.meta.dirname, 'site')),
      includes: '_layouts',
      layouts: '_layouts',
    },
  };
}
