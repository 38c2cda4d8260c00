/**
 * Finds a dataset without the answer to the request that made it: by a mark in `otherId`. The list
 * of a collection comes from the repository's database, not from its index, and is complete at once
 * (guides.dataverse.org, “Show Contents of a Dataverse Collection”).
 */
import { ifThere, objectOf, objectsIn } from '../answers.ts';
import type { ServiceResponse, Transport } from '../http/model.ts';

interface CompoundField {
  readonly typeName: string;
  readonly value?: unknown;
}

interface DatasetMetadata {
  readonly datasetVersion?: Version;
}

interface Version {
  readonly metadataBlocks?: Readonly<
    Record<string, { readonly fields?: readonly CompoundField[] } | undefined>
  >;
}

/** The newest datasets that are read for their mark. */
const NEWEST = 50;
const OTHER_ID = 'otherId';

/** The metadata with the mark; the first update removes it. */
export function withMark(metadata: unknown, mark: string): unknown {
  const { datasetVersion = {} } = metadata as DatasetMetadata;
  const { citation, ...blocks } = datasetVersion.metadataBlocks ?? {};
  const fields = citation?.fields ?? [];
  const given = fields.find(({ typeName }) => typeName === OTHER_ID);
  const values = [
    ...(Array.isArray(given?.value) ? (given.value as unknown[]) : []),
    { otherIdValue: primitive('otherIdValue', mark) },
  ];
  const otherId = { typeName: OTHER_ID, multiple: true, typeClass: 'compound', value: values };
  const marked = [...fields.filter((field) => field !== given), otherId];
  const metadataBlocks = { ...blocks, citation: { ...citation, fields: marked } };
  return { ...(metadata as object), datasetVersion: { ...datasetVersion, metadataBlocks } };
}

function primitive(typeName: string, value: string): object {
  return { typeName, multiple: false, typeClass: 'primitive', value };
}

/** The unpublished datasets of the collection with the mark, oldest first, as they were made. */
export async function datasetsWith(
  mark: string,
  inCollection: string,
  transport: Transport,
): Promise<readonly ServiceResponse[]> {
  const { body, status } = await transport({
    method: 'GET',
    path: `${inCollection}/contents`,
    example: { data: [] },
  });
  const drafts = objectsIn(objectOf(body)['data']).filter(
    ({ type, publicationDate }) => type === 'dataset' && !publicationDate,
  );
  const found: ServiceResponse[] = [];
  // In the order in which they were made.
  for (const { protocol, authority, separator = '/', identifier } of drafts.slice(-NEWEST)) {
    const persistentId = `${protocol}:${authority}${separator}${identifier}`;
    const path = `/api/datasets/:persistentId/versions/:draft?persistentId=${encodeURIComponent(persistentId)}`;
    const version = await ifThere(() => transport({ method: 'GET', path, example: { data: {} } }));
    if (hasMark(objectOf(version?.body)['data'], mark))
      found.push({ status, body: { data: { persistentId } } });
  }
  return found;
}

function hasMark(version: unknown, mark: string): boolean {
  const blocks = objectOf(objectOf(version)['metadataBlocks']);
  const fields = objectsIn(objectOf(blocks['citation'])['fields']);
  const others = fields.find(({ typeName }) => typeName === OTHER_ID)?.['value'];
  return objectsIn(others).some((one) => objectOf(one['otherIdValue'])['value'] === mark);
}
