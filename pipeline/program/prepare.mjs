// @ts-check
/** `npm run prepare`, which `npm ci` and `npm pack` run: builds the program, its
 * stylesheets and its lists of words. */
import { builtEntry } from './build.mjs';

const { compileProgramStylesheets } = await import(await builtEntry('stylesheets'));
await compileProgramStylesheets();
const { prepareWords } = await import(await builtEntry('words'));
prepareWords();
