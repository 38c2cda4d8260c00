/**
 * `siglum serve`: builds, shows the site on this machine only, and builds again whenever a file of
 * the edition or of the program's layouts changes.
 *
 * Takes the command's options. Returns the reports of each build; the exit code when it is stopped.
 * No change of the edition stops it: errors are reported, the last complete site stays, and the
 * next change is built.
 */
import { existsSync, lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exitCodeOf, isForeseen } from '../../core/exit-code.ts';
import { UsageError } from '../../core/finding.ts';
import { portOf, untilStopped } from '../../core/local-server.ts';
import { openEdition, PROGRAM, requireOutside } from '../../edition/edition.ts';
import { type BuildCommandOptions, buildAndReport, type RenderedListener } from '../command.ts';
import { openBuildFolder, SITE_MARK } from '../folder.ts';
import { type SitePreview, startPreview } from './preview.ts';
import { watch } from './watch.ts';

interface ServeOptions extends BuildCommandOptions {
  readonly port: string;
}

/**
 * How often a build that fails unexpectedly is repeated: files may have been removed while they
 * were read.
 */
const ATTEMPTS = 3;

/** Before it is begun again, in milliseconds. */
const BEFORE_NEXT = 500;

/**
 * Throws an `InputError` if there is no edition, a `UsageError` if the port or the place of the
 * site is not free.
 */
export async function serveCommand(options: ServeOptions): Promise<number> {
  const port = portOf(options.port);
  const edition = openEdition(options.edition);
  const { root } = edition;
  // If the place can never contain the site, the command ends; errors in the edition do not end it.
  requireOutside(edition, options.out);
  await openBuildFolder(options.out).discard();
  const preview = await startPreview(resolve(options.out), port);
  try {
    const error = await tryBuild(options);
    if (error instanceof UsageError) throw error;
    if (error !== undefined) exitCodeOf(error);
    console.log(`Preview: ${preview.address} (Ctrl-C ends it)`);
    await untilEnded(options, root, preview);
  } finally {
    await preview.close();
  }
  return 0;
}

async function untilEnded(
  options: ServeOptions,
  root: string,
  preview: SitePreview,
): Promise<void> {
  const watcher = watch({
    folders: [root, join(PROGRAM, 'xslt'), join(PROGRAM, 'site')],
    changed: () => rebuild(options, preview),
    result: () => stateOfSite(resolve(options.out)),
  });
  await untilStopped();
  watcher.close();
}

/** Builds the site, and shows the pages of edited documents as soon as they are rendered. */
async function rebuild(options: ServeOptions, preview: SitePreview): Promise<void> {
  const error = await tryBuild(options, (folder, addresses) =>
    preview.showEarly(folder, addresses),
  );
  // Sets no exit code: only reports.
  if (error !== undefined) exitCodeOf(error);
  preview.reload();
}

/**
 * Returns the reason why the site could not be built. An unexpected error may come from files that
 * were removed during reading: then the build is repeated.
 */
async function tryBuild(options: ServeOptions, laidOut?: RenderedListener): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await buildAndReport(openEdition(options.edition), { ...options, isPreview: true }, laidOut);
      return undefined;
    } catch (error) {
      if (isForeseen(error) || attempt === ATTEMPTS) return error;
      await pause(BEFORE_NEXT);
    }
  }
}

/** A new one if the site was removed, or another folder has replaced it. */
function stateOfSite(place: string): string {
  try {
    return `${lstatSync(place).ino} ${existsSync(join(place, SITE_MARK))}`;
  } catch {
    return 'absent';
  }
}
