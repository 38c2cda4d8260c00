/**
 * `siglum build` and `siglum serve`.
 *
 * In: the command's options. Out: findings on standard error, a summary on standard output, the exit code.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Edition, openEdition } from '../edition.ts';
import { writeWhole } from '../files.ts';
import { formatFindings, InputFault, shownPath, UsageFault } from '../finding.ts';
import { withEditionLocked, withPlaceLocked } from '../lock.ts';
import { Steps } from '../progress.ts';
import { sweepUnused } from '../sweep.ts';
import { type Built, build } from './build.ts';
import { startPreview } from './preview.ts';
import { watch } from './watch.ts';

export interface BuildOptions {
  readonly edition: string;
  readonly out: string;
  /** Tag of the interface's language. */
  readonly language?: string;
  /** The number of a release to make. */
  readonly release?: string;
  /** The folder of the releases. */
  readonly releases?: string;
}

export interface ServeOptions extends BuildOptions {
  readonly port: string;
}

/** 0: all documents are published; 1: some were left out because of errors. */
export async function buildCommand(options: BuildOptions): Promise<number> {
  return buildAndTell(openEdition(options.edition), options);
}

/**
 * Builds, shows the site on this machine only, and builds anew whenever a file of the edition or of the site changes: what an editor is
 * looking at is shown as soon as it is laid out, the rest follows.
 */
export async function serveCommand(options: ServeOptions): Promise<number> {
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new UsageFault(`--port ${options.port} is no port; give a number from 0 (any that is free) to 65535`);
  }
  const edition = openEdition(options.edition);
  await buildAndTell(edition, options);
  const place = resolve(options.out);
  const preview = await startPreview(place, port);
  console.log(`Preview: ${preview.address} (Ctrl-C ends it)`);
  const changed = async (): Promise<void> => {
    try {
      await buildAndTell(edition, options, (folder, addresses) => {
        for (const address of addresses) writeWhole(join(place, address), readFileSync(join(folder, address)));
        preview.reload();
      });
      preview.reload();
    } catch (fault) {
      // The edition is being worked on: what is wrong is told, and the last whole site stays.
      if (!(fault instanceof InputFault)) throw fault;
      for (const line of formatFindings(fault.findings)) console.error(line);
    }
  };
  const watcher = watch(edition, changed, () => rehearse(edition, options));
  await new Promise<void>((ended) => {
    process.once('SIGINT', ended);
    process.once('SIGTERM', ended);
  });
  watcher.close();
  await preview.close();
  return 0;
}

/** Builds until a page is laid out, so that the first change is shown as soon as any other. Nothing comes of it. */
async function rehearse(edition: Edition, { out, language, releases }: BuildOptions): Promise<void> {
  const enough = (): never => {
    throw new Rehearsed();
  };
  const release = { number: undefined, store: releases };
  try {
    await withEditionLocked(edition, 'build', () => {
      return build(edition, out, { language, release, rehearsal: true, laidOut: enough });
    });
  } catch (fault) {
    // What is wrong was told when the site was built, or will be.
    if (!(fault instanceof Rehearsed || fault instanceof InputFault)) throw fault;
  }
}

class Rehearsed extends Error {
  override readonly name = 'Rehearsed';
}

async function buildAndTell(
  edition: Edition,
  { out, language, release: number, releases }: BuildOptions,
  laidOut?: (folder: string, addresses: readonly string[]) => void,
): Promise<number> {
  const start = performance.now();
  const steps = new Steps();
  const built = await withEditionLocked(edition, 'build', async () => {
    const release = { number, store: releases };
    try {
      return await withPlaceLocked(out, 'build', () =>
        build(edition, out, { language, release, progress: steps.at, ...(laidOut && { laidOut }) }),
      );
    } finally {
      steps.end();
      sweepUnused(edition.cache);
    }
  });
  for (const line of formatFindings([...(edition.remarks ?? []), ...built.findings])) console.error(line);
  console.log(summary(built, resolve(out), performance.now() - start));
  if (built.site.documents.length === 0) console.log(firstSteps(edition));
  return built.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What was made, in a few lines. `milliseconds`: how long it took. */
function summary({ site, encoded, leftOut, findings }: Built, out: string, milliseconds: number): string {
  const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
  const found = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const notes = site.documents.reduce((sum, { page }) => sum + page.noteCount, 0);
  const entries = site.inUse.map(({ kind, entries }) => count(entries.length, KINDS[kind]));
  return [
    [count(site.documents.length, 'document'), ...entries, count(notes, 'note')].join(', '),
    ...(encoded > 0 ? [`${count(encoded, 'document')} encoded`] : []),
    ...(leftOut.length > 0 ? [`left out because of errors: ${leftOut.map((path) => shownPath(path)).join(', ')}`] : []),
    [count(found('error'), 'error'), count(found('warning'), 'warning'), count(found('remark'), 'remark')].join(', '),
    `${shownPath(out)} made in ${(milliseconds / 1000).toFixed(1)} s; open ${pathToFileURL(out).href}/index.html`,
  ].join('\n');
}

/** An edition without documents is one that was just begun. */
function firstSteps({ sources, documents }: Edition): string {
  return `the edition has no documents yet: put reading texts into ${shownPath(sources)}, or TEI into ${shownPath(documents)}, and build again`;
}

const KINDS = {
  person: 'person',
  place: 'place',
  org: 'organization',
  term: 'term',
  date: 'date',
  source: 'source',
} as const;
