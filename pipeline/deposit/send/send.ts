/**
 * `siglum deposit --send`: does what a depositor would do by hand.
 *
 * Makes the packages; makes a draft; reserves a DOI; writes it into edition.xml and, by building,
 * into every document; makes the packages again; sends metadata and files; compares checksums;
 * stops, or publishes. Each step is written to deposits.json when it is done, and is not repeated:
 * the same command continues after an interruption.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { withEditionLocked, withPlaceLocked } from '../../core/lock/lock.ts';
import { type Edition, openEdition } from '../../edition/edition.ts';
import { outdatedDocuments } from '../../encode/run/outdated.ts';
import { buildCommand } from '../../publish/command.ts';
import { type Deposited, deposit } from '../deposit.ts';
import { fileHash } from '../package/files.ts';
import type { LocalFile, RepositoryClient, RepositoryDraft } from './client.ts';
import { writeDocumentDois } from './document-dois.ts';
import { earlierDois } from './earlier-dois.ts';
import { bareDoi, type Dois, requireDoiPlace, writeDois } from './edition-doi.ts';
import { ServiceError } from './http.ts';
import { refusalFindings, refusedInput } from './refusals.ts';
import { isPublished, notBuilt, withoutVersion, withVersionFinding } from './send-errors.ts';
import type { Service } from './services.ts';
import { readState, type SentVersion, saveVersion } from './state.ts';

interface SendOptions {
  /** The folder of the edition. */
  readonly edition: string;
  /** The folder for the packages. */
  readonly out: string;
  /** The folder for the site that is built with the DOI. */
  readonly site: string;
  readonly service: Service;
  readonly base: string;
  /** Makes the client; missing metadata are passed to `refuse`, which throws. */
  readonly open: (refuse: Parameters<Service['open']>[0]['refuse']) => RepositoryClient;
  readonly publish: boolean;
  /** Nothing is sent, and no file of the edition is written. */
  readonly dryRun: boolean;
  /** Takes one line for each step. */
  readonly log: (line: string) => void;
}

interface Sent {
  readonly version: SentVersion;
  readonly findings: readonly Finding[];
}

/**
 * Throws an `InputError` if the edition or the repository does not allow the deposit; the steps
 * done until then are in deposits.json.
 */
export async function send(options: SendOptions): Promise<Sent> {
  const edition = openEdition(options.edition);
  try {
    return await sendEdition(edition, options);
  } catch (error) {
    throw error instanceof ServiceError ? refusedInput(error, edition) : error;
  }
}

async function sendEdition(edition: Edition, options: SendOptions): Promise<Sent> {
  const { service, base, publish, dryRun, log } = options;
  const client = options.open((refusals) => {
    if (refusals.length > 0) throw new InputError(refusalFindings(refusals, edition));
  });
  // The build with the DOI brings outdated documents up to date, and the packages after it are
  // sent.
  const first = await packages(edition, options, true).catch((error: unknown) => {
    throw withVersionFinding(error, edition);
  });
  const { version } = first.facts;
  if (version === null) throw withoutVersion(edition);
  const sent = readState(edition);
  const earlier = sent.filter((one) => one.repository === service.name && one.base === base);
  const dois = earlierDois(sent, { repository: service.name, base });
  const { doi: stated } = first.facts;
  const isForeignDoi = stated !== null && !dois.replaceable.has(bareDoi(stated));
  // A header that cannot be changed is reported before there is a draft.
  if (!isForeignDoi) requireDoiPlace(edition.header);
  /** Whether a file was changed. */
  const write = (reserved: Dois): boolean => {
    if (dryRun || isForeignDoi) return false;
    const isNew = writeDois(edition.header, reserved, dois.invalid);
    if (isNew) log(`DOI written to ${shownPath(edition.header)}`);
    const { written, findings } = writeDocumentDois(edition, reserved, dois);
    if (written > 0) log(`DOI written to ${written} documents that are not encoded from sources`);
    notWritten = findings;
    return isNew || written > 0;
  };
  let notWritten: readonly Finding[] = [];
  const save = (draft: RepositoryDraft, change: Partial<SentVersion> = {}): SentVersion => {
    const saved: SentVersion = {
      repository: service.name,
      ...{ base, version, status: 'draft', files: [] },
      ...change,
      ...pick(draft),
      // A DOI of another agency was not reserved here.
      ...(isForeignDoi && { doi: null }),
    };
    if (!dryRun) saveVersion(edition, saved);
    return saved;
  };

  let draft = await openDraft(client, earlier, version, record(options), edition);
  save(draft);
  if (draft.doi === null && !isForeignDoi) draft = await client.reserveDoi(draft);
  save(draft);
  log(`draft ${draft.record}${draft.doi === null ? '' : `, DOI ${draft.doi} reserved`}`);

  let made = first;
  const withDoi = write(draft);
  // The files are up to date before they are sent, with a new DOI or without.
  if (withDoi || (!dryRun && (await outdatedDocuments(edition)).length > 0)) {
    log(withDoi ? 'building with the DOI' : 'documents are outdated; building');
    if ((await buildCommand({ edition: options.edition, out: options.site })) !== 0)
      throw notBuilt(edition);
    made = await packages(openEdition(options.edition), options);
  }
  draft = withDoisOf(await client.updateMetadata(draft, record(options)), draft);
  const files = localFiles(options.out, made);
  const sentFiles = files.map(({ name, size, sha512 }) => ({ name, size, sha512 }));
  await client.putFiles(draft, files);
  let saved = save(draft, { files: sentFiles });
  log(`${files.map(({ name }) => name).join(', ')} sent; the checksums agree`);

  if (publish) {
    draft = withDoisOf(await client.publish(draft), draft);
    saved = save(draft, { files: sentFiles, status: 'published' });
    log('published');
    // Some repositories give the DOI of all versions only at this point.
    if (write(draft))
      log('the next build shows the DOI of all versions, the files that were sent do not have it');
  }
  return { version: saved, findings: [...made.findings, ...notWritten] };
}

/**
 * The draft of this version: the one already begun, a new version of the record, or a new record.
 */
async function openDraft(
  client: RepositoryClient,
  earlier: readonly SentVersion[],
  version: string,
  metadata: unknown,
  edition: Edition,
): Promise<RepositoryDraft> {
  const same = earlier.findLast((one) => one.version === version);
  if (same?.status === 'published') throw isPublished(edition, same);
  if (same) return withDoisOf(await client.getDraft(same), same);
  const published = earlier.findLast(({ status }) => status === 'published');
  const last = earlier.at(-1);
  // The draft of a version that was never published is reused for the new number.
  if (last?.status === 'draft') return withDoisOf(await client.getDraft(last), last);
  return published ? client.newVersion(published) : client.createDraft(metadata);
}

/** Values that an answer does not repeat stay unchanged. */
function withDoisOf(answer: RepositoryDraft, before: RepositoryDraft): RepositoryDraft {
  return {
    ...answer,
    parent: answer.parent ?? before.parent,
    doi: answer.doi ?? before.doi,
    conceptDoi: answer.conceptDoi ?? before.conceptDoi,
  };
}

function pick({ record, parent, doi, conceptDoi, page }: RepositoryDraft): RepositoryDraft {
  return { record, parent, doi, conceptDoi, page };
}

function packages(
  edition: Edition,
  { out, service }: Pick<SendOptions, 'out' | 'service'>,
  outdated = false,
): Promise<Deposited> {
  return withEditionLocked(edition, 'deposit', () =>
    withPlaceLocked(out, 'deposit', () => deposit(edition, out, service.package, { outdated })),
  );
}

/** The record in the repository's package. */
function record({ out, service }: Pick<SendOptions, 'out' | 'service'>): unknown {
  return JSON.parse(readFileSync(join(out, service.package, service.record), 'utf8')) as unknown;
}

function localFiles(out: string, { archive }: Deposited): LocalFile[] {
  if (archive === null)
    throw new InputError({
      path: shownPath(out),
      severity: 'error',
      rule: 'deposit/zip',
      message:
        'the edition does not fit into one ZIP file, which is the only form that can be sent',
    });
  const path = join(out, archive);
  const [md5, sha512] = [fileHash(path, 'md5'), fileHash(path)];
  return [{ name: basename(path), path, size: statSync(path).size, md5, sha512 }];
}
