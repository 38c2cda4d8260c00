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
import { writeDocumentDois } from './dois/document-dois.ts';
import { earlierDois } from './dois/earlier-dois.ts';
import { bareDoi, type Dois, requireDoiPlace, writeDois } from './dois/edition-doi.ts';
import { draftOnly, openDraft, publishOnce, withDoisOf } from './drafts.ts';
import { ServiceError } from './http/requests.ts';
import { refusalFindings, refusedInput } from './refusals.ts';
import {
  furtherDraft,
  isPublished,
  notBuilt,
  withoutVersion,
  withVersionFinding,
} from './send-errors.ts';
import type { Service } from './services.ts';
import { markFor, newMark, readState, type SentVersion, saveVersion } from './state.ts';

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
  let notWritten: readonly Finding[] = [];
  /** Whether a file was changed. */
  const write = async (reserved: Dois): Promise<boolean> => {
    if (dryRun || isForeignDoi) return false;
    return withEditionLocked(edition, 'deposit', async () => {
      const isNew = writeDois(edition.header, reserved, dois.invalid);
      if (isNew) log(`DOI written to ${shownPath(edition.header)}`);
      const { written, findings } = writeDocumentDois(edition, reserved, dois);
      if (written > 0) log(`DOI written to ${written} documents that have no source`);
      notWritten = findings;
      return isNew || written > 0;
    });
  };
  const save = (draft: RepositoryDraft, change: Partial<SentVersion> = {}): SentVersion => {
    const saved: SentVersion = {
      repository: service.name,
      ...{ base, version, status: 'draft', files: [] },
      ...change,
      ...draftOnly(draft),
      // A DOI of another agency was not reserved here.
      ...(isForeignDoi && { doi: null }),
    };
    if (!dryRun) saveVersion(edition, saved);
    return saved;
  };

  const here = { repository: service.name, base };
  let furtherDrafts: readonly Finding[] = [];
  const create = async (): Promise<RepositoryDraft> => {
    const creation = dryRun ? newMark() : markFor(edition, here);
    const { draft, others } = await client.createDraft(record(options), creation);
    furtherDrafts = others.map((page) => furtherDraft(edition, page));
    return draft;
  };

  const { published: before, draft: opened } = await openDraft(
    client,
    earlier,
    version,
    create,
    async (one) => {
      log(`version ${one.version} was published meanwhile: ${one.page}`);
      if (!dryRun) saveVersion(edition, one);
      await write(one);
    },
  );
  if (before) {
    if (!publish || earlier.includes(before)) throw isPublished(edition, before);
    return { version: before, findings: first.findings };
  }
  let draft = opened;
  // What was sent before stays recorded until it is replaced.
  const { files: already = [] } =
    earlier.find((one) => one.record === opened.record && one.version === version) ?? {};
  save(draft, { files: already });
  if (draft.doi === null && !isForeignDoi) draft = await client.reserveDoi(draft);
  save(draft, { files: already });
  log(`draft ${draft.record}${draft.doi === null ? '' : `, DOI ${draft.doi} reserved`}`);

  let made = first;
  const withDoi = await write(draft);
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
    draft = withDoisOf(await publishOnce(client, draft, earlier), draft);
    saved = save(draft, { files: sentFiles, status: 'published' });
    log('published');
    // Some repositories give the DOI of all versions only at this point.
    if (await write(draft))
      log('the next build shows the DOI of all versions, the files that were sent do not have it');
  }
  return { version: saved, findings: [...made.findings, ...notWritten, ...furtherDrafts] };
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
