/**
 * The whole way from an edition's folder to its packages.
 *
 * Takes an edition, a place, and the repositories that packages are wanted for. Returns the
 * packages in the place, whole, and the findings. An edition with an error, or without what every
 * package needs, gets none; without what a repository needs itself there is no package for it, and
 * the report says what is missing.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../core/files/files-below.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { Steps } from '../core/progress.ts';
import { type Edition, requireOutside } from '../edition/edition.ts';
import { documentFiles, documentIds } from '../edition/edition-files.ts';
import { outdatedDocuments } from '../encode/run/outdated.ts';
import type { DepositFacts } from '../formats/records/facts/model.ts';
import type { DocumentSummary } from '../formats/records/facts/summary.ts';
import { unique } from '../formats/writing/values.ts';
import { openBuildFolder } from '../publish/folder.ts';
import { withTheme } from '../theme/theme.ts';
import { prepareStylesheets } from '../transform/prepare-stylesheets.ts';
import { failureFindings } from '../xml/saxon/failed.ts';
import { packageDay } from './day.ts';
import { writeBag, zipBag, zipForDataverse } from './package/bagged.ts';
import { packagedIds } from './package/document-names.ts';
import { fileHash, writeHashed } from './package/files.ts';
import { packageName } from './package/names.ts';
import { type PayloadFile, packagedEditionFiles } from './package/payload.ts';
import {
  DEPOSIT_STYLESHEETS,
  openRecorder,
  type Recorder,
  type Records,
  recordsOf,
} from './package/records.ts';
import {
  missingInDocument,
  tooLarge,
  unmetRequirements,
  withoutCheckedDates,
} from './requirements/findings.ts';
import { malformed, malformedInDocument } from './requirements/malformed.ts';
import { reportPage } from './requirements/report.ts';
import { ALWAYS, type Repository, repositoriesNamed } from './requirements/repositories.ts';
import { onlyErrors, unusableFiles } from './unusable-files.ts';

export interface Deposited {
  /** Repositories that have their package. */
  readonly ready: readonly Repository[];
  readonly documents: number;
  /** Files in the bag's payload; 0 without a bag. */
  readonly files: number;
  /** The bag as a ZIP file, in the place; null if there is none. */
  readonly archive: string | null;
  readonly facts: DepositFacts;
  /** Files that services read at the top of a repository, by name; the text of each. */
  readonly atTop: Readonly<Record<string, string>>;
  /** Unmet needs of repositories, and files that the ZIP file could not contain: warnings. */
  readonly findings: readonly Finding[];
}

/**
 * `outdated`: documents may be outdated, since they are encoded again before anything is sent.
 * `wanted`: a repository's name, else all. Throws an `InputError` if the edition has errors or
 * misses what its packages need, a `UsageError` if the name or the place cannot be used.
 */
export async function deposit(
  edition: Edition,
  place: string,
  wanted?: string,
  { outdated = false }: { readonly outdated?: boolean } = {},
): Promise<Deposited> {
  const repositories = repositoriesNamed(wanted);
  requireOutside(edition, place);
  const folder = openBuildFolder(place, { mark: '.siglum-deposit', command: 'siglum deposit' });
  try {
    const unusable = await unusableFiles(edition);
    await prepareStylesheets(edition.cache, new Steps().at, DEPOSIT_STYLESHEETS);
    const { recorder, facts, documents, findings: unread } = await factsOf(edition, unusable);
    const waiting = new Map(
      repositories.map((one) => [one, unmetNeeds(one, facts, edition, wanted !== undefined)]),
    );
    const outdatedOnes = async (): Promise<readonly Finding[]> =>
      outdated ? [] : outdatedDocuments(edition);
    // One run reports everything that an editor has to add or to correct. Additions to edition.xml
    // make documents outdated, so findings about edition.xml come first.
    const broken = onlyErrors([...unusable, ...unread]);
    const inHeaders = [
      ...unread,
      ...malformed(edition),
      ...unmetRequirements(ALWAYS, facts, edition, 'error', 'every repository'),
      ...[...waiting.values()].flat(),
    ];
    refuse([
      ...unusable,
      ...(broken.length > 0 ? await outdatedOnes() : []),
      ...withoutCheckedDates(inHeaders, unusable),
    ]);
    const stale = await outdatedOnes();
    const ready = repositories.filter((one) => waiting.get(one)?.length === 0);

    // The facts are complete: every package's requirements are met.
    const names = {
      name: packageName(facts.title as string, facts.version),
      collection: packageName(facts.title as string, null),
    };
    const day = packageDay(facts.published as string);
    const findings = inHeaders.filter(({ severity }) => severity !== 'error');
    for (const { later, title } of ready)
      findings.push(...unmetRequirements(later, facts, edition, 'warning', title));
    let records: Records;
    let files = 0;
    if (ready.some(({ bag }) => bag)) {
      const bag = join(folder.path, names.name);
      // Documents that cannot be transformed are found here, and reported with the outdated ones.
      const content = { edition, recorder, facts, documents, names, day };
      ({ records, files } = refuseWith(stale, () => writeBag(bag, content)));
      findings.push(...zipBag(bag, day));
      if (ready.some(({ name }) => name === 'dataverse')) {
        findings.push(...zipForDataverse(bag, join(folder.path, 'dataverse'), day));
      }
    } else {
      refuse(stale);
      const plain = packagedEditionFiles(edition, recorder.title).map(
        ({ content: _, ...file }) => ({
          ...file,
          size: 0,
        }),
      );
      records = recordsOf(facts, documents, plain, names, day);
    }
    const own = packagedEditionFiles(edition, recorder.title);
    for (const repository of ready) writeFor(repository, folder.path, records, own);
    const packed = join(folder.path, `${names.name}.zip`);
    // A DSpace item contains its files.
    if (ready.some(({ name }) => name === 'dspace') && existsSync(packed))
      writeHashed(folder.path, `dspace/item-1/${names.name}.zip`, { from: packed });
    const written = filesBelow(folder.path).filter((path) => !path.startsWith(`${names.name}/`));
    const packages = written.map((path) => {
      const from = join(folder.path, path);
      return { path, size: statSync(from).size, sha512: fileHash(from) };
    });
    const page = reportPage({ edition, facts, repositories, ready, names, packages, files });
    writeHashed(folder.path, 'deposit.html', { text: page });
    folder.publish();
    const zip = `${names.name}.zip`;
    const archive = written.includes(zip) ? zip : null;
    const { cff } = recorder.notes(facts, []);
    const atTop = {
      '.zenodo.json': `${JSON.stringify(records.zenodo, null, 2)}\n`,
      ...(cff !== null && { 'CITATION.cff': cff }),
    };
    return { ready, documents: documents.length, files, archive, facts, atTop, findings };
  } catch (error) {
    await folder.discard();
    throw error;
  }
}

/** Throws an `InputError` with the errors among the findings, each once, if there are any. */
function refuse(findings: readonly Finding[]): void {
  const errors = unique(
    onlyErrors(findings),
    ({ path, line, column, rule, message }) => `${path}:${line}:${column}:${rule}:${message}`,
  );
  if (errors.length > 0) throw new InputError(errors);
}

/** Runs the work, and refuses with the findings and those that the work throws. */
function refuseWith<Result>(findings: readonly Finding[], work: () => Result): Result {
  let result: Result;
  try {
    result = work();
  } catch (error) {
    if (error instanceof InputError) refuse([...findings, ...error.findings]);
    throw error;
  }
  refuse(findings);
  return result;
}

/**
 * The readable part of an edition; some of its files may have errors. Throws an `InputError` if
 * its header cannot be read.
 */
async function factsOf(edition: Edition, unusable: readonly Finding[]) {
  try {
    const recorder = await openRecorder(await withTheme(edition, false));
    return { recorder, ...readFacts(edition, recorder, unusable) };
  } catch (error) {
    refuse(unusable);
    throw error;
  }
}

function readFacts(
  edition: Edition,
  recorder: Recorder,
  unusable: readonly Finding[],
): { facts: DepositFacts; documents: DocumentSummary[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const ofEdition = malformed(edition);
  const idOf = packagedIds(documentIds(edition));
  const documents = documentFiles(edition).flatMap((path) => {
    try {
      // A document is named after its file, as its page is.
      const summary: DocumentSummary = { ...recorder.document(path), id: idOf(path) };
      findings.push(...missingInDocument(path, summary));
      findings.push(...malformedInDocument(path, summary, ofEdition));
      return [summary];
    } catch (error) {
      const reported = unusable.some((finding) => finding.path === shownPath(path));
      if (!reported) findings.push(...failureFindings(error, path));
      return [];
    }
  });
  return { facts: recorder.facts(documents), documents, findings };
}

/** Unmet needs are an error for a repository that is named, a warning if all are wanted. */
function unmetNeeds(
  repository: Repository,
  facts: DepositFacts,
  edition: Edition,
  named: boolean,
): Finding[] {
  const severity = named ? 'error' : 'warning';
  return [
    ...unmetRequirements(repository.must, facts, edition, severity, repository.title),
    ...tooLarge(repository, documentFiles(edition), severity),
  ];
}

function writeFor(
  repository: Repository,
  root: string,
  records: Records,
  files: readonly PayloadFile[],
): void {
  for (const [path, text] of repository.files(records))
    writeHashed(root, `${repository.name}/${path}`, { text });
  if (!repository.tei) return;
  for (const { path, kind, content } of files) {
    if (kind !== 'source') writeHashed(root, `${repository.name}/${path}`, content());
  }
}
