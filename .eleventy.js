// Eleventy renders the pages of site/ with the plugin in pipeline/publish. `siglum build` runs it
// after checking; `npx @11ty/eleventy` alone works too, on the edition in tei/.
import { join, relative } from 'node:path';
import { openProgram } from './pipeline/program/open.mjs';

const { eleventyPlugin } = await openProgram();
const { publishPlugin } = await eleventyPlugin();

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
