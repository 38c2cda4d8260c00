/**
 * Dataverse: the routes of its native API (guides.dataverse.org, “Native API”). A dataset has one
 * DOI, given when it is made, for all of its versions.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { InputError } from '../../../core/finding.ts';
import { ifThere, objectOf, objectsIn, unexpectedAnswer, wordOf } from '../answers.ts';
import type { LocalFile, RepositoryClient, RepositoryDraft } from '../client.ts';
import { createOnce } from '../created.ts';
import type { RepositoryRequest, Transport } from '../http/model.ts';
import { datasetsWith, withMark } from './marks.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

interface DatasetFile {
  readonly path: string;
  readonly id: string | undefined;
  readonly md5: string | undefined;
  /** Of the checksum. */
  readonly type: string | undefined;
  readonly value: string | undefined;
}

const PAUSE = 2_000;
/** Number of these requests: twenty minutes in all. */
const QUESTIONS = 600;

/**
 * `collection`: the alias of the collection that takes the dataset. `pauseBetween`: milliseconds
 * between two requests for the state of the dataset.
 */
export function dataverseClient(
  base: string,
  transport: Transport,
  collection: string,
  pauseBetween = PAUSE,
): RepositoryClient {
  const data = async (request: RepositoryRequest): Promise<unknown> =>
    objectOf((await transport(request)).body)['data'];
  const about = (draft: RepositoryDraft, action: string, query = ''): string =>
    `/api/datasets/:persistentId/${action}?persistentId=${encodeURIComponent(draft.record)}${query}`;

  const inCollection = `/api/dataverses/${encodeURIComponent(collection)}`;

  const draftOf = (persistentId: string): RepositoryDraft => ({
    record: persistentId,
    parent: null,
    doi: /^doi:(.+)$/.exec(persistentId)?.[1] ?? null,
    conceptDoi: null,
    page: `${base}/dataset.xhtml?persistentId=${encodeURIComponent(persistentId)}&version=DRAFT`,
  });

  const publishedOf = (persistentId: string): RepositoryDraft => ({
    ...draftOf(persistentId),
    page: `${base}/dataset.xhtml?persistentId=${encodeURIComponent(persistentId)}`,
  });

  const list = async (draft: RepositoryDraft): Promise<readonly DatasetFile[]> => {
    const files = await data({
      method: 'GET',
      path: about(draft, 'versions/:draft/files'),
      example: { data: [] },
    });
    if (!Array.isArray(files)) throw unexpectedAnswer(base, 'no list of files');
    return objectsIn(files).map(fileOf);
  };

  /** Waits until the repository has unpacked, ingested or published the files. */
  async function settled(draft: RepositoryDraft): Promise<void> {
    for (let asked = 0; asked < QUESTIONS; asked++) {
      const locks = await data({
        method: 'GET',
        path: about(draft, 'locks'),
        example: { data: [] },
      });
      if (!Array.isArray(locks)) throw unexpectedAnswer(base, 'no list of locks');
      if (locks.length === 0) return;
      await pause(pauseBetween);
    }
    throw new InputError({
      path: draft.page,
      severity: 'error',
      rule: 'deposit/locked',
      message: 'the repository is still processing the dataset; run the same command again later',
    });
  }

  async function upload(draft: RepositoryDraft, file: LocalFile): Promise<void> {
    const { body, contentType } = await multipart(file, { tabIngest: 'false' });
    await transport({
      method: 'POST',
      path: about(draft, 'add'),
      body,
      contentType,
      example: { status: 'OK' },
    });
    await settled(draft);
  }

  return {
    createDraft(metadata, creation) {
      return createOnce(creation, {
        send: (find) =>
          transport({
            method: 'POST',
            path: `${inCollection}/datasets`,
            json: withMark(metadata, creation.mark),
            ...{ find, example: { data: { persistentId: 'doi:{doi}' } } },
          }),
        search: () => datasetsWith(creation.mark, inCollection, transport),
        draftOf: ({ body }) => {
          const id = wordOf(objectOf(objectOf(body)['data'])['persistentId']);
          if (id === undefined) throw unexpectedAnswer(base, 'a dataset without persistentId');
          return draftOf(id);
        },
      });
    },
    // The first change of a published dataset makes the draft of its next version.
    newVersion: async ({ record }) => draftOf(record),
    async getDraft(draft) {
      await settled(draft);
      await data({ method: 'GET', path: about(draft, 'versions/:draft'), example: { data: {} } });
      return draftOf(draft.record);
    },
    async findPublished(draft, versions) {
      const version = (which: string) =>
        ifThere(() =>
          transport({ method: 'GET', path: about(draft, `versions/${which}`), example: {} }),
        );
      await settled(draft);
      if (await version(':draft')) return null;
      const latest = objectOf(objectOf((await version(':latest-published'))?.body)['data']);
      return Number(latest['versionNumber'] ?? 0) > versions ? publishedOf(draft.record) : null;
    },
    reserveDoi: async (draft) => draft,
    async updateMetadata(draft, metadata) {
      const { datasetVersion } = metadata as { datasetVersion?: unknown };
      await data({
        method: 'PUT',
        path: about(draft, 'versions/:draft'),
        json: datasetVersion ?? metadata,
        example: { data: {} },
      });
      return draftOf(draft.record);
    },
    async putFiles(draft, files) {
      const wanted = files.flatMap((file) => zipEntries(file.path));
      let there = await list(draft);
      // A second time if the answer to the first was lost, and all files were sent twice.
      for (let sent = 0; sent < 2 && differences(there, wanted).length > 0; sent++) {
        for (const { id } of there) {
          if (id === undefined) continue;
          await transport({
            method: 'DELETE',
            path: `/api/files/${encodeURIComponent(id)}`,
            example: { status: 'OK' },
          });
        }
        for (const file of files) await upload(draft, file);
        there = await list(draft);
        // A dry run has nothing to compare.
        if (there.length === 0 && draft.record === 'doi:{doi}') return;
      }
      const wrong = differences(there, wanted);
      if (wrong.length > 0) throw differing(wrong);
    },
    async publish(draft) {
      await transport({
        method: 'POST',
        path: about(draft, 'actions/:publish', '&type=major'),
        example: { status: 'OK' },
      });
      await settled(draft);
      return publishedOf(draft.record);
    },
  };
}

function fileOf(member: Readonly<Record<string, unknown>>): DatasetFile {
  const dataFile = objectOf(member['dataFile']);
  const { type, value } = objectOf(dataFile['checksum']);
  return {
    path: [wordOf(member['directoryLabel']), wordOf(member['label'])].filter(Boolean).join('/'),
    id: wordOf(dataFile['id']),
    md5: wordOf(dataFile['md5']),
    ...{ type: wordOf(type), value: wordOf(value) },
  };
}

/** Paths that only one side has, that occur twice, or that have other checksums. */
function differences(there: readonly DatasetFile[], wanted: readonly ZipEntry[]): string[] {
  const checksums = new Map(there.map((file) => [file.path, file]));
  const twice = there.length > checksums.size ? [...checksums.keys()].slice(0, 1) : [];
  const differing = wanted.filter(({ path, hash }) => {
    const given = checksums.get(path);
    checksums.delete(path);
    const { type, value } = given ?? {};
    const known = value !== undefined && type !== undefined;
    return known ? value !== hash(type) : given?.md5 !== hash('MD5');
  });
  return [...differing.map(({ path }) => path), ...checksums.keys(), ...twice];
}

function differing(paths: readonly string[]): InputError {
  return new InputError(
    paths.slice(0, 20).map((path) => ({
      path,
      severity: 'error',
      rule: 'deposit/checksum',
      message: `arrived with another checksum, or not at all; run the same command again`,
    })),
  );
}

/** A form with one file (RFC 7578) and Dataverse's `jsonData`. */
async function multipart(
  { name, path, size }: LocalFile,
  options: Readonly<Record<string, string>>,
): Promise<{ body: NonNullable<RepositoryRequest['body']>; contentType: string }> {
  // Cannot occur in a ZIP file by accident; any fixed string would work.
  const boundary = `siglum-${crypto.randomUUID()}`;
  const field = (head: string, content: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n${content}`;
  const before =
    field('name="jsonData"', `\r\n${JSON.stringify(options)}\r\n`) +
    field(`name="file"; filename="${name}"`, 'Content-Type: application/zip\r\n\r\n');
  return {
    body: [Buffer.from(before), { file: path, size }, Buffer.from(`\r\n--${boundary}--\r\n`)],
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}
