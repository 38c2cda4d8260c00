/**
 * What is used of the compiled program from outside it.
 *
 * In: nothing. Out: its command line, the work of a thread, the plugin of Eleventy, each loaded
 * when it is asked for; and how files are written.
 */
export { writeIfPossible, writeWhole } from '../core/atomic-files.ts';

export const commandLine = () => import('../cli/main.ts');
export const threadWork = () => import('../cli/worker-thread.ts');
export const limitedWork = () => import('../check/limits/limited-work.ts');
export const eleventyPlugin = () => import('../publish/plugin.ts');
