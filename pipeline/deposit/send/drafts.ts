/** Which draft a run continues with, and whether a version is published already. */
import type { RepositoryClient, RepositoryDraft } from './client.ts';
import { ServiceError } from './http/requests.ts';
import type { SentVersion } from './state.ts';

/** A draft to work on, or the version, if it is published. */
type Opened =
  | { readonly draft: RepositoryDraft; readonly published?: undefined }
  | { readonly draft?: undefined; readonly published: SentVersion };

/**
 * The draft of this version: the one already begun, a new version of the record, or a new record.
 * `found` takes a version that was published by hand, or by a run that was interrupted before it
 * could record it.
 */
export async function openDraft(
  client: RepositoryClient,
  earlier: readonly SentVersion[],
  version: string,
  create: () => Promise<RepositoryDraft>,
  found: (version: SentVersion) => Promise<void>,
): Promise<Opened> {
  const same = earlier.findLast((one) => one.version === version);
  if (same?.status === 'published') return { published: same };
  const published = earlier.findLast(({ status }) => status === 'published');
  const last = earlier.at(-1);
  // The draft of a version that was never published is reused for the new number.
  const begun = same ?? (last?.status === 'draft' ? last : undefined);
  if (!begun)
    return {
      draft: await (published ? client.newVersion(published) : create()),
    };
  try {
    return { draft: withDoisOf(await client.getDraft(begun), begun) };
  } catch (error) {
    if (!(error instanceof ServiceError) || error.response?.status !== 404) throw error;
    const record = await client.findPublished(begun, publishedOf(begun, earlier));
    if (!record) throw error;
    // Nothing was sent: the repository makes the draft with its first change.
    if (begun.files.length === 0) return { draft: await client.newVersion(begun) };
    const now: SentVersion = {
      ...begun,
      ...draftOnly(withDoisOf(record, begun)),
      status: 'published',
    };
    await found(now);
    return begun === same ? { published: now } : { draft: await client.newVersion(now) };
  }
}

/** The number of published versions of the record. */
function publishedOf(
  { record }: Pick<SentVersion, 'record'>,
  earlier: readonly SentVersion[],
): number {
  return earlier.filter((one) => one.status === 'published' && one.record === record).length;
}

/** A publication without an answer is not a failure. */
export async function publishOnce(
  client: RepositoryClient,
  draft: RepositoryDraft,
  earlier: readonly SentVersion[],
): Promise<RepositoryDraft> {
  try {
    return await client.publish(draft);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const published = await client
      .findPublished(draft, publishedOf(draft, earlier))
      .catch(() => null);
    if (!published) throw error;
    return published;
  }
}

/** Values that an answer does not repeat stay unchanged. */
export function withDoisOf(answer: RepositoryDraft, before: RepositoryDraft): RepositoryDraft {
  return {
    ...answer,
    parent: answer.parent ?? before.parent,
    doi: answer.doi ?? before.doi,
    conceptDoi: answer.conceptDoi ?? before.conceptDoi,
  };
}

export function draftOnly({
  record,
  parent,
  doi,
  conceptDoi,
  page,
}: RepositoryDraft): RepositoryDraft {
  return { record, parent, doi, conceptDoi, page };
}
