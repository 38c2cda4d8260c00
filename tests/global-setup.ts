/**
 * Before the tests: the program is built, since its threads and processes start from `lib/`
 * whatever a test imports from the sources.
 */
import type { TestProject } from 'vitest/node';
import { builtEntry } from '../pipeline/program/build.mjs';

export default async function setup(project: TestProject): Promise<void> {
  await build();
  project.onTestsRerun(build);
}

async function build(): Promise<void> {
  const { compileProgramStylesheets } = await import(await builtEntry('stylesheets'));
  await compileProgramStylesheets();
}
