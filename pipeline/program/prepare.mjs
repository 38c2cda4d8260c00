// @ts-check
/** `npm run prepare`, which `npm ci` and `npm pack` run: builds the program and its stylesheets. */
import { builtEntry } from './build.mjs';

const { compileProgramStylesheets } = await import(await builtEntry('stylesheets'));
await compileProgramStylesheets();
