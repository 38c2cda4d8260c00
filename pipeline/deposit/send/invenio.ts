/**
 * InvenioRDM, and Zenodo, which runs it: the routes of its REST API (inveniordm.docs.cern.ch,
 * “Drafts and Records”; `POST …/draft/pids/doi` as in invenio-rdm-records).
 */
import { InputError } from '../../core/finding.ts';
import { ifThere, objectOf, objectsIn, unexpectedAnswer, wordOf } from './answers.ts';
import type { LocalFile, RepositoryClient, RepositoryDraft } from './client.ts';
import { createOnce } from './created.ts';
import type { ServiceResponse, Transport } from './http/model.ts';
import { ServiceError } from './http/requests.ts';
import { type RefusedField, refusalsIn } from './refusals.ts';

/** A JSON object of an answer. */
type Members = Readonly<Record<string, unknown>>;

/** The answer that a dry run continues with. */
const EXAMPLE = { id: '{record}', parent: { id: '{parent}' } };
const WITH_DOI = { ...EXAMPLE, pids: { doi: { identifier: '{doi}' } } };

/** `refuse` throws the repository's objections to the metadata. */
export function invenioClient(
  base: string,
  transport: Transport,
  refuse: (refusals: readonly RefusedField[]) => void,
): RepositoryClient {
  /** The DOIs of the drafts, as the repository has given them: they have to be sent back. */
  const pids = new Map<string, Members>();

  const draftOf = (body: unknown): RepositoryDraft => {
    const { id: stated, ...record } = objectOf(body);
    const id = wordOf(stated);
    if (id === undefined) throw unexpectedAnswer(base, 'a draft that has no id');
    const parent = objectOf(record['parent']);
    const given = objectOf(record['pids']);
    if (record['pids'] !== undefined) pids.set(id, given);
    const page = wordOf(objectOf(record['links'])['self_html']) ?? '';
    return {
      record: id,
      parent: wordOf(parent['id']) ?? null,
      doi: doiIn(given),
      conceptDoi: doiIn(parent['pids']),
      page: page.startsWith(`${base}/`) ? page : `${base}/uploads/${id}`,
    };
  };
  const publishedOf = (body: unknown): RepositoryDraft => {
    const published = draftOf(body);
    return { ...published, page: `${base}/records/${published.record}` };
  };
  const at = ({ record }: RepositoryDraft, rest = ''): string =>
    `/api/records/${encodeURIComponent(record)}/draft${rest}`;
  const fileAt = (draft: RepositoryDraft, name: string, rest = ''): string =>
    at(draft, `/files/${encodeURIComponent(name)}${rest}`);
  const list = async (draft: RepositoryDraft): Promise<readonly Members[]> => {
    const { body } = await transport({
      method: 'GET',
      path: at(draft, '/files'),
      example: { entries: [] },
    });
    const { entries } = objectOf(body);
    if (!Array.isArray(entries)) throw unexpectedAnswer(base, 'a list of files without entries');
    return objectsIn(entries);
  };

  /** The user's drafts with the mark, oldest first. */
  async function draftsWith(mark: string): Promise<readonly ServiceResponse[]> {
    const query = `metadata.identifiers.identifier:"${mark}"`;
    const { status, body } = await transport({
      method: 'GET',
      path: `/api/user/records?q=${encodeURIComponent(query)}&is_published=false&sort=oldest`,
      example: { hits: { hits: [] } },
    });
    const { hits } = objectOf(objectOf(body)['hits']);
    return objectsIn(hits)
      .filter(({ metadata }) => identifiersOf(metadata).some((one) => one['identifier'] === mark))
      .map((hit) => ({ status, body: hit }));
  }

  async function upload(draft: RepositoryDraft, file: LocalFile): Promise<void> {
    const entry = { key: file.name };
    try {
      await transport({
        method: 'POST',
        path: at(draft, '/files'),
        json: [entry],
        example: { entries: [{ ...entry, status: 'pending' }] },
      });
    } catch (error) {
      // A first request was done, but the answer did not arrive: the draft has the entry.
      if (!(error instanceof ServiceError) || error.response?.status !== 400) throw error;
      if (!(await list(draft)).some(({ key }) => key === file.name)) throw error;
    }
    await transport({
      method: 'PUT',
      path: fileAt(draft, file.name, '/content'),
      body: [{ file: file.path, size: file.size }],
      contentType: 'application/octet-stream',
      example: entry,
    });
    const { body } = await transport({
      method: 'POST',
      path: fileAt(draft, file.name, '/commit'),
      example: { ...entry, checksum: `md5:${file.md5}` },
    });
    if (!same(objectOf(body), file)) throw differing(file, wordOf(objectOf(body)['checksum']));
  }

  return {
    createDraft(metadata, creation) {
      return createOnce(creation, {
        send: (find) =>
          transport({
            ...{ method: 'POST', path: '/api/records', json: withMark(metadata, creation.mark) },
            ...{ find, example: EXAMPLE },
          }),
        search: () => draftsWith(creation.mark),
        draftOf: ({ body }) => draftOf(body),
      });
    },
    async newVersion(previous) {
      const path = `/api/records/${encodeURIComponent(previous.record)}/versions`;
      return draftOf((await transport({ method: 'POST', path, example: EXAMPLE })).body);
    },
    async getDraft(draft) {
      const { body } = await transport({ method: 'GET', path: at(draft), example: EXAMPLE });
      return draftOf(body);
    },
    async findPublished({ record }) {
      const path = `/api/records/${encodeURIComponent(record)}`;
      const found = await ifThere(() => transport({ method: 'GET', path, example: EXAMPLE }));
      return found && publishedOf(found.body);
    },
    async reserveDoi(draft) {
      try {
        const path = at(draft, '/pids/doi');
        return draftOf((await transport({ method: 'POST', path, example: WITH_DOI })).body);
      } catch (error) {
        // A first request was answered, but the answer did not arrive: the draft has its DOI.
        if (!(error instanceof ServiceError) || error.response?.status !== 400) throw error;
        const present = await this.getDraft(draft);
        if (present.doi === null) throw error;
        return present;
      }
    },
    async updateMetadata(draft, metadata) {
      const given = pids.get(draft.record);
      const json = { ...(metadata as object), ...(given && { pids: given }) };
      const { body } = await transport({
        method: 'PUT',
        path: at(draft),
        json,
        example: { ...WITH_DOI, id: draft.record },
      });
      // A draft is stored with its errors; it could not be published.
      refuse(refusalsIn(body));
      return draftOf(body);
    },
    async putFiles(draft, files) {
      const wanted = new Map(files.map((file) => [file.name, file]));
      const there = new Set<string>();
      for (const entry of await list(draft)) {
        const key = wordOf(entry['key']);
        if (key === undefined) throw unexpectedAnswer(base, 'a list of files without names');
        const file = wanted.get(key);
        if (file && entry['status'] === 'completed' && same(entry, file)) there.add(key);
        else await transport({ method: 'DELETE', path: fileAt(draft, key), example: null });
      }
      for (const file of files) if (!there.has(file.name)) await upload(draft, file);
    },
    async publish(draft) {
      const { body } = await transport({
        method: 'POST',
        path: at(draft, '/actions/publish'),
        example: { ...WITH_DOI, id: draft.record },
      });
      return publishedOf(body);
    },
  };
}

/** The first update of the metadata removes the mark. */
function withMark(record: unknown, mark: string): unknown {
  const metadata = objectOf(objectOf(record)['metadata']);
  const identifiers = [...identifiersOf(metadata), { identifier: mark, scheme: 'urn' }];
  return { ...objectOf(record), metadata: { ...metadata, identifiers } };
}

function identifiersOf(metadata: unknown): readonly Members[] {
  return objectsIn(objectOf(metadata)['identifiers']);
}

function doiIn(pids: unknown): string | null {
  return wordOf(objectOf(objectOf(pids)['doi'])['identifier']) ?? null;
}

function same({ checksum }: Members, { md5 }: LocalFile): boolean {
  return checksum === `md5:${md5}`;
}

function differing({ name, md5 }: LocalFile, checksum = 'none'): InputError {
  return new InputError({
    path: name,
    severity: 'error',
    rule: 'deposit/checksum',
    message:
      `arrived with the checksum ${checksum} in place of md5:${md5}; run the same command ` +
      `again`,
  });
}
