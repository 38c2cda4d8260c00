/**
 * The edition as a bag with an RO-Crate as its payload.
 *
 * Takes an edition with its facts. Returns the bag's folder, and beside it the same as a ZIP file.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow } from '../../core/files/files-below.ts';
import { makeFolder } from '../../core/files/make-folder.ts';
import { ZIP_LIMITS } from '../../core/files/zip-file.ts';
import { type Finding, InputError } from '../../core/finding.ts';
import { type Edition, programVersion } from '../../edition/edition.ts';
import { isDay } from '../../formats/facts/dates.ts';
import type { DepositFacts } from '../../formats/records/facts/model.ts';
import type { DescribedFile, PackageFacts } from '../../formats/records/facts/package.ts';
import type { DocumentSummary } from '../../formats/records/facts/summary.ts';
import { type BagInfo, finishBag, PAYLOAD } from './bag.ts';
import { bagProblems } from './census.ts';
import { type WrittenFile, writeHashed } from './files.ts';
import { derivedFiles, type PayloadFile, packagedEditionFiles, packageText } from './payload.ts';
import { previewPage } from './preview.ts';
import { type Recorder, type Records, recordsOf } from './records.ts';
import { writeZip, writeZipOf } from './zip.ts';

interface Baggage {
  readonly edition: Edition;
  readonly recorder: Recorder;
  readonly facts: DepositFacts;
  readonly documents: readonly DocumentSummary[];
  readonly names: PackageFacts;
  /** YYYY-MM-DD, or the known part of it. */
  readonly day: string;
}

/**
 * Writes the bag into `folder`; returns the records that were made of it, and the number of files
 * in its payload. Throws an `InputError` if a document cannot be transformed.
 */
export function writeBag(
  folder: string,
  { edition, recorder, facts, documents, names, day }: Baggage,
): { records: Records; files: number } {
  const payload: WrittenFile[] = [];
  const described: DescribedFile[] = [];
  const add = ({ content, ...file }: PayloadFile): void => {
    const written = writeHashed(join(folder, PAYLOAD), file.path, content());
    payload.push({ ...written, path: `${PAYLOAD}/${file.path}` });
    described.push({ ...file, size: written.size });
  };
  const unmade: Finding[] = [];
  for (const file of [
    ...packagedEditionFiles(edition, recorder.title),
    ...derivedFiles(edition, recorder),
  ]) {
    try {
      add(file);
    } catch (error) {
      // The bag is written completely or not at all; everything that prevents it is reported at
      // once.
      if (!(error instanceof InputError)) throw error;
      unmade.push(...error.findings);
    }
  }
  if (unmade.length > 0) throw new InputError(unmade);
  const { readme, rights, cff } = recorder.notes(facts, described);
  add(packageText('README.md', readme, 'text/markdown; charset=utf-8'));
  add(packageText('LICENSE.txt', rights));
  if (cff !== null) add(packageText('CITATION.cff', cff, 'application/yaml'));

  const records = recordsOf(facts, documents, described, names, day);
  const own: readonly (readonly [path: string, text: string])[] = [
    ['ro-crate-metadata.json', `${JSON.stringify(records.roCrate, null, 2)}\n`],
    ['ro-crate-preview.html', previewPage(records.roCrate, facts.language ?? 'en')],
  ];
  for (const [path, text] of own) payload.push(writeHashed(folder, `${PAYLOAD}/${path}`, { text }));
  finishBag(folder, payload, bagInfo(facts, day), [
    ['metadata/datacite.xml', { text: records.datacite }],
  ]);
  const errors = bagProblems(folder);
  if (errors.length > 0) throw new Error(`the bag is incomplete:  ${errors.join('; ')}`);
  return { records, files: payload.length };
}

/**
 * The bag as a ZIP file beside it. If the format cannot contain it, only the folder is written, and
 * this is reported.
 */
export function zipBag(folder: string, day: string, most = ZIP_LIMITS): Finding[] {
  const files = filesBelow(folder);
  const bytes = files.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  if (files.length <= most.entries && bytes <= most.bytes) {
    writeZip(folder, `${folder}.zip`, day);
    return [];
  }
  const message =
    `the bag has ${files.length} files of ${bytes} bytes, more than a ZIP file of the ` +
    `classic format can contain; pack the folder with tar`;
  return [{ path: basename(folder), severity: 'warning', rule: 'deposit/zip', message }];
}

/**
 * Dataverse unpacks at most this many files of a ZIP file (guides.dataverse.org,
 * :ZipUploadFilesLimit).
 */
const MOST_FOR_DATAVERSE = 1000;

/**
 * A bag of more files than Dataverse unpacks as a ZIP file within another: Dataverse unpacks the
 * outer one and stores the inner one whole. `place`: the folder of its package. Reports it.
 */
export function zipForDataverse(folder: string, place: string, day: string): Finding[] {
  const files = filesBelow(folder).length;
  const zip = `${folder}.zip`;
  if (files <= MOST_FOR_DATAVERSE || !existsSync(zip)) return [];
  makeFolder(place);
  const name = `${basename(folder)}-for-dataverse.zip`;
  writeZipOf(zip, join(place, name), day);
  const message =
    `the bag has ${files} files, and Dataverse unpacks ${MOST_FOR_DATAVERSE} of a ZIP file ` +
    `at most; upload dataverse/${name}, which contains ${basename(zip)} as a whole`;
  return [
    { path: basename(folder), severity: 'warning', rule: 'deposit/dataverse-files', message },
  ];
}

/** The labels of RFC 8493, section 2.2.2, for which the header has values. */
function bagInfo(facts: DepositFacts, day: string): BagInfo {
  const labels: readonly (readonly [label: string, value: string | null])[] = [
    ['Source-Organization', facts.publisher],
    ['Contact-Email', facts.email],
    ['External-Description', facts.description],
    ['External-Identifier', facts.uri],
    ['External-Identifier', facts.doi === null ? null : `https://doi.org/${facts.doi}`],
    // The label requires a whole day; it is omitted if only the year is known.
    ['Bagging-Date', isDay(day) ? day : null],
    ['Bag-Software-Agent', `Siglum ${programVersion()}`],
  ];
  return labels.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}
