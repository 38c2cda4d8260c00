/** A Dataverse: datasets, the unpacking of ZIP files, versions, as far as a deposit needs them. */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { type Loopback, type Reply, type Route, startServer } from './server.ts';

export const TOKEN = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';

interface Dataset {
  readonly id: string;
  version: unknown;
  published: boolean;
  /** The number of published versions. */
  versions: number;
  /** Whether there is a draft beside the published version. */
  draft: boolean;
  readonly files: Map<number, { readonly path: string; readonly bytes: Uint8Array }>;
  /** How many of the next requests for locks find one. */
  busy: number;
  /** The draft becomes a version when the lock is gone. */
  publishing: boolean;
}

export interface Dataverse extends Loopback {
  readonly datasets: Map<string, Dataset>;
}

export async function startDataverse(): Promise<Dataverse> {
  const datasets = new Map<string, Dataset>();
  let count = 1;
  const ok = (data: unknown, status = 200): Reply => ({ status, json: { status: 'OK', data } });
  const error = (status: number, message: string): Reply => ({
    status,
    json: { status: 'ERROR', message },
  });
  const withDataset = (id: string | undefined, answer: (dataset: Dataset) => Reply): Reply => {
    const dataset = datasets.get(id ?? '');
    return dataset ? answer(dataset) : error(404, `Dataset with Persistent ID ${id} not found.`);
  };
  /** Nothing can be changed while the repository works on the dataset. */
  const withUnlocked = (id: string | undefined, answer: (dataset: Dataset) => Reply): Reply =>
    withDataset(id, (dataset) =>
      dataset.busy > 0 ? error(403, 'Dataset cannot be edited due to a lock.') : answer(dataset),
    );
  const about = (action: string): RegExp =>
    new RegExp(`^/api/datasets/:persistentId/${action}\\?persistentId=([^&]+)`);
  const JSON_TYPE = /^application\/json/;
  const routes: Route[] = [
    {
      method: 'POST',
      path: /^\/api\/dataverses\/([^/]+)\/datasets$/,
      contentType: JSON_TYPE,
      answer({ body }, collection) {
        if (collection !== 'letters')
          return error(404, `Can't find dataverse with identifier='${collection}'`);
        const { datasetVersion } = JSON.parse(body.toString()) as { datasetVersion?: unknown };
        if (!datasetVersion) return error(400, 'Validation Failed: Title is required.');
        const id = `doi:10.5072/FK2/${String(count++).padStart(6, '0')}`;
        datasets.set(id, {
          ...{ id, version: datasetVersion, published: false, draft: true, versions: 0 },
          ...{ files: new Map(), busy: 0, publishing: false },
        });
        return ok({ id: count, persistentId: id }, 201);
      },
    },
    {
      method: 'GET',
      path: /^\/api\/dataverses\/([^/]+)\/contents$/,
      answer: (_seen, collection) =>
        collection === 'letters'
          ? ok(
              [...datasets.values()].map(({ id, published }) => {
                const [, authority, identifier] = /^doi:([^/]+)\/(.*)$/.exec(id) ?? [];
                const parts = { protocol: 'doi', authority, separator: '/', identifier };
                const date = published && { publicationDate: '2026-11-30' };
                return { type: 'dataset', ...parts, ...date };
              }),
            )
          : error(404, `Can't find dataverse with identifier='${collection}'`),
    },
    {
      method: 'GET',
      path: about('versions/:draft'),
      answer: (_seen, id) =>
        withDataset(id, ({ draft, version }) => (draft ? ok(version) : error(404, 'No draft'))),
    },
    {
      method: 'GET',
      path: about('versions/:latest-published'),
      answer: (_seen, id) =>
        withDataset(id, ({ versions }) =>
          versions > 0 ? ok({ versionNumber: versions }) : error(404, 'No published version'),
        ),
    },
    {
      method: 'PUT',
      path: about('versions/:draft'),
      contentType: JSON_TYPE,
      answer: ({ body }, id) =>
        withUnlocked(id, (dataset) => {
          const version = JSON.parse(body.toString()) as { metadataBlocks?: unknown };
          if (!version.metadataBlocks) return error(400, 'Error parsing Json: no metadataBlocks');
          Object.assign(dataset, { version, draft: true });
          return ok(version);
        }),
    },
    {
      method: 'GET',
      path: about('versions/:draft/files'),
      answer: (_seen, id) =>
        withDataset(id, ({ files }) =>
          ok(
            [...files].map(([number, { path, bytes }]) => ({
              label: path.split('/').at(-1),
              ...(path.includes('/') && { directoryLabel: path.replace(/\/[^/]*$/, '') }),
              dataFile: {
                id: number,
                checksum: { type: 'SHA-1', value: createHash('sha1').update(bytes).digest('hex') },
              },
            })),
          ),
        ),
    },
    {
      method: 'POST',
      path: about('add'),
      contentType: /^multipart\/form-data; boundary=/,
      answer: ({ body, headers }, id) =>
        withUnlocked(id, (dataset) => {
          const boundary = /boundary=(.*)$/.exec(headers['content-type'] ?? '')?.[1] ?? '';
          const text = body.toString('latin1');
          if (!text.includes('name="jsonData"')) return error(400, 'jsonData is missing');
          const from = text.indexOf('\r\n\r\n', text.indexOf('filename="')) + 4;
          const to = text.indexOf(`\r\n--${boundary}--`, from);
          const entries = Object.entries(unzipSync(new Uint8Array(body.subarray(from, to))));
          if (entries.length > 1000) return error(400, 'The ZIP file holds too many files.');
          for (const [path, bytes] of entries) {
            if (!path.endsWith('/')) dataset.files.set(count++, { path, bytes });
          }
          dataset.busy = 1;
          return ok({ files: [] });
        }),
    },
    {
      method: 'DELETE',
      path: /^\/api\/files\/(\d+)$/,
      answer(_seen, number) {
        const found = [...datasets.values()].find(({ files }) => files.delete(Number(number)));
        return found ? ok({ message: 'deleted' }) : error(404, 'No such file');
      },
    },
    {
      method: 'GET',
      path: about('locks'),
      answer: (_seen, id) =>
        withDataset(id, (dataset) => {
          if (dataset.busy-- > 0)
            return ok([{ lockType: dataset.publishing ? 'finalizePublication' : 'Ingest' }]);
          if (dataset.publishing) {
            const versions = dataset.versions + 1;
            Object.assign(dataset, { draft: false, published: true, publishing: false, versions });
          }
          return ok([]);
        }),
    },
    {
      method: 'POST',
      path: /^\/api\/datasets\/:persistentId\/actions\/:publish\?persistentId=([^&]+)&type=major$/,
      answer: (_seen, id) =>
        withUnlocked(id, (dataset) => {
          if (!dataset.draft) return error(409, 'Nothing to publish');
          Object.assign(dataset, { publishing: true, busy: 2 });
          return ok({ message: 'finalizing' }, 202);
        }),
    },
  ];
  const server = await startServer(routes, (headers) => headers['x-dataverse-key'] === TOKEN);
  return Object.assign(server, { datasets });
}
