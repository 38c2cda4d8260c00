/** The repositories that `siglum deposit --send` reaches. A repository is a row of the table. */
import { UsageError } from '../../core/finding.ts';
import type { RepositoryClient } from './client.ts';
import { dataverseClient } from './dataverse/client.ts';
import type { Connection, Transport } from './http/model.ts';
import { invenioClient } from './invenio.ts';
import type { RefusedField } from './refusals.ts';

export interface Service {
  /** The value of `--send`. */
  readonly name: string;
  readonly title: string;
  /** The default address, if there is an obvious one. */
  readonly base: string | undefined;
  /** Environment variables that may contain the token; the first that is set counts. */
  readonly tokens: readonly string[];
  /** The package (a row of repositories.ts) and the file of the record that is sent. */
  readonly package: string;
  readonly record: string;
  readonly authorization: Connection['authorization'];
  readonly open: (options: ClientOptions) => RepositoryClient;
}

interface ClientOptions {
  readonly base: string;
  readonly transport: Transport;
  readonly collection: string | undefined;
  readonly refuse: (refusals: readonly RefusedField[]) => void;
}

const INVENIO: Pick<Service, 'package' | 'record' | 'authorization' | 'open'> = {
  package: 'inveniordm',
  record: 'record.json',
  authorization: (token) => ['Authorization', `Bearer ${token}`],
  open: ({ base, transport, refuse }) => invenioClient(base, transport, refuse),
};

const SERVICES: readonly Service[] = [
  {
    name: 'zenodo',
    title: 'Zenodo',
    base: 'https://zenodo.org',
    tokens: ['ZENODO_TOKEN', 'SIGLUM_TOKEN'],
    ...INVENIO,
  },
  {
    name: 'inveniordm',
    title: 'InvenioRDM',
    base: undefined,
    tokens: ['INVENIORDM_TOKEN', 'SIGLUM_TOKEN'],
    ...INVENIO,
  },
  {
    name: 'dataverse',
    title: 'Dataverse',
    base: undefined,
    tokens: ['DATAVERSE_TOKEN', 'DATAVERSE_API_TOKEN', 'SIGLUM_TOKEN'],
    package: 'dataverse',
    record: 'dataset.json',
    authorization: (token) => ['X-Dataverse-key', token],
    open: ({ base, transport, collection }) => {
      if (collection === undefined)
        throw new UsageError(
          '--send dataverse needs --collection ALIAS: the collection that takes the ' +
            'dataset, as the last part of its address names it',
        );
      return dataverseClient(base, transport, collection);
    },
  },
];

/** Throws a `UsageError` with the list if none has that name. */
export function serviceNamed(name: string): Service {
  const found = SERVICES.find((service) => service.name === name);
  if (found) return found;
  const names = SERVICES.map((service) => service.name).join(', ');
  throw new UsageError(`--send takes one of ${names}; “${name}” is not one of them`);
}

/**
 * The service's address, without a slash at its end. Throws a `UsageError` if none is given, or one
 * to which the token would be sent unencrypted.
 */
export function serviceAddress({ name, title, base }: Service, given: string | undefined): string {
  const address = given ?? base;
  if (address === undefined)
    throw new UsageError(
      `--send ${name} needs --base: the address of the ${title} of your institution, https://…`,
    );
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new UsageError(
      `--base takes an address as in https://sandbox.zenodo.org; “${address}” is not one`,
    );
  const isLoopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol === 'http:' && !isLoopback)
    throw new UsageError(
      `--base ${address}: over http anybody on the way could read the token; write https://`,
    );
  // The address of the API is often given, too.
  return `${url.origin}${url.pathname.replace(/(?:\/+api)?\/+$|\/+api$/, '')}`;
}

/** The token. Throws a `UsageError` that names the variable if it is not set. */
export function tokenOf({ tokens, title }: Service): string {
  const token = tokens.map((name) => process.env[name]?.trim()).find(Boolean);
  if (token === undefined)
    throw new UsageError(
      `there is no token for ${title}: make one in your account there, and put it into the ` +
        `variable ${tokens[0]}`,
    );
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(
      `the token in ${tokens[0]} has characters that no token has; copy it again`,
    );
  return token;
}
