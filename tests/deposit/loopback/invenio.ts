/** An InvenioRDM: drafts, DOIs, files, versions, as far as a deposit needs them. */
import { createHash } from 'node:crypto';
import { type Loopback, type Reply, type Route, type Seen, startServer } from './server.ts';

export const TOKEN = 'secret-token-of-the-test';

interface StoredFile {
  content?: Buffer;
  committed: boolean;
}

interface Stored {
  readonly id: string;
  readonly parent: string;
  metadata: Record<string, unknown>;
  pids: Record<string, unknown>;
  published: boolean;
  readonly files: Map<string, StoredFile>;
}

export interface Invenio extends Loopback {
  readonly records: Map<string, Stored>;
  /** The repository's objections to metadata, besides the general requirements. */
  errors: { field: string; messages: string[] }[];
  /** Changes the received bytes. */
  damage: boolean;
  /** How many of the next searches do not find what was made since the last one. */
  searchesBehind: number;
}

const REQUIRED = ['title', 'creators', 'publication_date', 'resource_type'];

export async function startInvenio(): Promise<Invenio> {
  const records = new Map<string, Stored>();
  const concepts = new Map<string, string>();
  let count = 100;
  const id = (): string => String(count++);

  const errorsOf = ({ metadata }: Stored): unknown[] => [
    ...REQUIRED.filter((name) => metadata[name] === undefined).map((name) => ({
      field: `metadata.${name}`,
      messages: ['Missing data for required field.'],
    })),
    ...invenio.errors,
  ];
  const shown = (record: Stored): Record<string, unknown> => {
    const errors = record.published ? [] : errorsOf(record);
    const concept = concepts.get(record.parent);
    return {
      id: record.id,
      is_published: record.published,
      metadata: record.metadata,
      pids: record.pids,
      parent: {
        id: record.parent,
        ...(concept && { pids: { doi: { identifier: concept, provider: 'datacite' } } }),
      },
      links: {
        self_html: `${invenio.base}/${record.published ? 'records' : 'uploads'}/${record.id}`,
      },
      ...(errors.length > 0 && { errors }),
    };
  };
  const missing: Reply = { status: 404, json: { status: 404, message: 'No such draft.' } };
  const withDraft = (of: string | undefined, answer: (record: Stored) => Reply): Reply => {
    const record = records.get(of ?? '');
    return record && !record.published ? answer(record) : missing;
  };
  const bodyOf = ({ body }: Seen) =>
    JSON.parse(body.toString()) as { metadata?: Record<string, unknown>; pids?: Stored['pids'] };
  const make = (
    parent: string,
    metadata: Record<string, unknown>,
    pids: Stored['pids'],
  ): Stored => {
    const record = { id: id(), parent, metadata, pids, published: false, files: new Map() };
    records.set(record.id, record);
    return record;
  };
  const entry = (key: string, { content, committed }: StoredFile) => ({
    key,
    status: committed ? 'completed' : 'pending',
    ...(committed &&
      content && {
        checksum: `md5:${createHash('md5').update(content).digest('hex')}`,
        size: content.length,
      }),
  });
  const JSON_TYPE = /^application\/json/;
  const routes: Route[] = [
    {
      method: 'POST',
      path: /^\/api\/records$/,
      contentType: JSON_TYPE,
      answer(seen) {
        const { metadata, pids } = bodyOf(seen);
        if (!metadata) return { status: 400, json: { status: 400, message: 'No metadata.' } };
        return { status: 201, json: shown(make(id(), metadata, pids ?? {})) };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/user\/records\?q=([^&]+)&is_published=false&sort=oldest$/,
      answer(_seen, query) {
        const words = /^metadata\.identifiers\.identifier:"([^"]+)"$/.exec(query ?? '');
        if (!words) return { status: 400, json: { message: 'Malformed query.' } };
        const found = [...records.values()].filter(
          ({ published, metadata }) =>
            !published && JSON.stringify(metadata['identifiers'] ?? []).includes(`"${words[1]}"`),
        );
        const hits = invenio.searchesBehind-- > 0 ? [] : found.map(shown);
        return { status: 200, json: { hits: { hits, total: hits.length } } };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/records\/([^/]+)$/,
      answer(_seen, of) {
        const record = records.get(of ?? '');
        return record?.published ? { status: 200, json: shown(record) } : missing;
      },
    },
    {
      method: 'GET',
      path: /^\/api\/records\/([^/]+)\/draft$/,
      answer: (_seen, of) => withDraft(of, (record) => ({ status: 200, json: shown(record) })),
    },
    {
      method: 'PUT',
      path: /^\/api\/records\/([^/]+)\/draft$/,
      contentType: JSON_TYPE,
      answer: (seen, of) =>
        withDraft(of, (record) => {
          const { metadata, pids } = bodyOf(seen);
          record.metadata = metadata ?? {};
          // A DOI that is not sent back is given up.
          record.pids = pids ?? {};
          return { status: 200, json: shown(record) };
        }),
    },
    {
      method: 'POST',
      path: /^\/api\/records\/([^/]+)\/draft\/pids\/doi$/,
      answer: (_seen, of) =>
        withDraft(of, (record) => {
          if (record.pids['doi'])
            return { status: 400, json: { message: 'A PID already exists for type doi.' } };
          const identifier = `10.5072/zenodo.${record.id}`;
          record.pids = { doi: { identifier, provider: 'datacite', client: 'datacite' } };
          return { status: 201, json: shown(record) };
        }),
    },
    {
      method: 'GET',
      path: /^\/api\/records\/([^/]+)\/draft\/files$/,
      answer: (_seen, of) =>
        withDraft(of, ({ files }) => ({
          status: 200,
          json: { enabled: true, entries: [...files].map(([key, file]) => entry(key, file)) },
        })),
    },
    {
      method: 'POST',
      path: /^\/api\/records\/([^/]+)\/draft\/files$/,
      contentType: JSON_TYPE,
      answer: (seen, of) =>
        withDraft(of, ({ files }) => {
          const keys = (JSON.parse(seen.body.toString()) as { key: string }[]).map(
            ({ key }) => key,
          );
          if (keys.some((key) => files.has(key)))
            return { status: 400, json: { status: 400, message: 'File already exists.' } };
          for (const key of keys) files.set(key, { committed: false });
          return {
            status: 201,
            json: { entries: keys.map((key) => entry(key, { committed: false })) },
          };
        }),
    },
    {
      method: 'PUT',
      path: /^\/api\/records\/([^/]+)\/draft\/files\/([^/]+)\/content$/,
      contentType: /^application\/octet-stream$/,
      answer: (seen, of, key = '') =>
        withDraft(of, ({ files }) => {
          const file = files.get(key);
          if (!file || file.committed) return missing;
          file.content = invenio.damage ? seen.body.subarray(1) : seen.body;
          return { status: 200, json: entry(key, file) };
        }),
    },
    {
      method: 'POST',
      path: /^\/api\/records\/([^/]+)\/draft\/files\/([^/]+)\/commit$/,
      answer: (_seen, of, key = '') =>
        withDraft(of, ({ files }) => {
          const file = files.get(key);
          if (!file?.content) return { status: 400, json: { message: 'Nothing was uploaded.' } };
          file.committed = true;
          return { status: 200, json: entry(key, file) };
        }),
    },
    {
      method: 'DELETE',
      path: /^\/api\/records\/([^/]+)\/draft\/files\/([^/]+)$/,
      answer: (_seen, of, key = '') =>
        withDraft(of, ({ files }) => (files.delete(key) ? { status: 204 } : missing)),
    },
    {
      method: 'POST',
      path: /^\/api\/records\/([^/]+)\/draft\/actions\/publish$/,
      answer: (_seen, of) =>
        withDraft(of, (record) => {
          const errors = errorsOf(record);
          if (errors.length > 0)
            return {
              status: 400,
              json: { status: 400, message: 'A validation error occurred.', errors },
            };
          record.published = true;
          // The DOI of all versions is registered when the first is published.
          concepts.set(record.parent, `10.5072/zenodo.${record.parent}`);
          return { status: 202, json: shown(record) };
        }),
    },
    {
      method: 'POST',
      path: /^\/api\/records\/([^/]+)\/versions$/,
      answer(_seen, of) {
        const record = records.get(of ?? '');
        if (!record?.published) return missing;
        // The draft of a next version that is there already is answered again.
        const next = [...records.values()].find(
          (one) => one.parent === record.parent && !one.published,
        );
        if (next) return { status: 201, json: shown(next) };
        const { publication_date: _date, version: _version, ...metadata } = record.metadata;
        return { status: 201, json: shown(make(record.parent, metadata, {})) };
      },
    },
  ];
  const server = await startServer(
    routes,
    ({ authorization }) => authorization === `Bearer ${TOKEN}`,
  );
  const invenio: Invenio = Object.assign(server, {
    records,
    errors: [],
    damage: false,
    searchesBehind: 0,
  });
  return invenio;
}
