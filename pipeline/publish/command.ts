/**
 * `siglum build`.
 *
 * Takes the command's options. Returns findings on standard error, a summary on standard output,
 * the exit code.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError, printFindings, shownPath } from '../core/finding.ts';
import { withEditionLocked, withPlaceLocked } from '../core/lock/lock.ts';
import { sweepUnused } from '../core/lock/sweep.ts';
import { Steps } from '../core/progress.ts';
import { counted } from '../core/text.ts';
import { type Edition, openEdition, requireOutside } from '../edition/edition.ts';
import { KINDS } from '../model/kinds.ts';
import { withTheme } from '../theme/theme.ts';
import { prepareStylesheets } from '../transform/prepare-stylesheets.ts';
import { type Built, build } from './build.ts';
import { requireVersionNumber } from './history/number.ts';
import { requireLanguage } from './interface/strings.ts';
import { requireState } from './release/requirements/required-state.ts';

export interface BuildCommandOptions {
  readonly edition: string;
  readonly out: string;
  /** Tag of the interface's language. */
  readonly language?: string;
  /** The number of a release to make. */
  readonly release?: string;
  /** The state that all documents of the release must have. */
  readonly state?: string;
  /** The folder of the releases. */
  readonly releases?: string;
  /** Whether the layouts and the stylesheet of the edition's theme may run. */
  readonly trustTheme?: boolean;
  /** Whether PDFs and EPUBs are made, whatever edition.xml says. */
  readonly pdf?: boolean;
  readonly epub?: boolean;
  /** A preview has no PDFs and EPUBs: they would be made again after every change. */
  readonly isPreview?: boolean;
}

/** Called with the folder and the addresses of rendered pages, before the site is complete. */
export type RenderedListener = (folder: string, addresses: readonly string[]) => void;

/** 0: all documents are published; 1: some were omitted because of errors. */
export async function buildCommand(options: BuildCommandOptions): Promise<number> {
  return buildAndReport(openEdition(options.edition), options);
}

/** Builds, reports the outcome and returns the exit code. Throws as `build` does. */
export async function buildAndReport(
  edition: Edition,
  options: BuildCommandOptions,
  laidOut?: RenderedListener,
): Promise<number> {
  const { out, language, release: number, releases, trustTheme, pdf, epub, isPreview } = options;
  const start = performance.now();
  const steps = new Steps();
  // A misspelt option is reported before the stylesheets are prepared, which takes a while.
  requireOutside(edition, out);
  if (number !== undefined) requireVersionNumber(number);
  const state = options.state === undefined ? undefined : requireState(options.state, number);
  if (language !== undefined) {
    const { theme } = await withTheme(edition, false);
    requireLanguage(language, theme.strings);
  }
  const built = await withEditionLocked(edition, 'build', async () => {
    const release = { number, state, store: releases };
    try {
      await prepareStylesheets(edition.cache, steps.at);
      return await withPlaceLocked(out, 'build', () =>
        build(edition, out, {
          language,
          release,
          trustTheme,
          takeAlong: isPreview
            ? null
            : [...(pdf ? ['pdf' as const] : []), ...(epub ? ['epub' as const] : [])],
          progress: steps.at,
          ...(laidOut && { laidOut }),
        }),
      );
    } catch (error) {
      throw number !== undefined && error instanceof InputError ? refused(number, error) : error;
    } finally {
      steps.end();
      sweepUnused(edition.cache);
    }
  });
  printFindings([...(edition.remarks ?? []), ...built.findings]);
  console.log(summary(built, resolve(out), performance.now() - start));
  if (built.site.documents.length === 0) console.log(firstSteps(edition));
  return built.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function refused(number: string, { findings }: InputError): InputError {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const outcome =
    `release ${number} is not made, and nothing is published: correct the ` +
    `${errors === 1 ? 'error' : `${errors} errors`} above first`;
  return new InputError(findings, outcome);
}

/** A summary in a few lines. `milliseconds`: how long the build took. */
function summary(
  { site, encoded, merged, omitted, findings }: Built,
  out: string,
  milliseconds: number,
): string {
  const found = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const notes = site.documents.reduce((sum, { page }) => sum + page.noteCount, 0);
  const entries = site.inUse.map(({ kind, entries }) => {
    return counted(entries.length, KINDS.find((row) => row.kind === kind)?.word ?? kind);
  });
  return [
    [counted(site.documents.length, 'document'), ...entries, counted(notes, 'note')].join(', '),
    ...(encoded > 0 ? [`${counted(encoded, 'document')} encoded`] : []),
    ...(merged > 0 ? [`${counted(merged, 'edited document')} merged with a new encoding`] : []),
    ...(omitted.length > 0
      ? [`omitted because of errors: ${omitted.map((path) => shownPath(path)).join(', ')}`]
      : []),
    [
      counted(found('error'), 'error'),
      counted(found('warning'), 'warning'),
      counted(found('remark'), 'remark'),
    ].join(', '),
    `${shownPath(out)} made in ${(milliseconds / 1000).toFixed(1)} s; open ` +
      `${pathToFileURL(out).href}/index.html`,
  ].join('\n');
}

/** An edition without documents has just been created. */
function firstSteps({ sources, documents }: Edition): string {
  return (
    `the edition has no documents yet: put reading texts into ${shownPath(sources)}, or TEI ` +
    `into ${shownPath(documents)}, and build again`
  );
}
