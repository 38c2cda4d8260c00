/**
 * A new draft, made once: if the answer to the request that makes it does not arrive, the draft is
 * searched by a mark that its metadata contain until the first update.
 */
import type { ServiceResponse } from './http/model.ts';

/** A request for a new draft, by the mark that its draft contains. */
export interface Creation {
  /** A URN, unique to this draft. */
  readonly mark: string;
  /** Whether an earlier run has sent the request, and has not received the answer. */
  readonly sentBefore: boolean;
}

/** `others`: pages of further drafts with the same mark, which a slow repository has made too. */
export interface Created<Draft> {
  readonly draft: Draft;
  readonly others: readonly string[];
}

interface Steps<Draft> {
  /** Sends the request. Calls `find` before it is sent again. */
  readonly send: (find: () => Promise<ServiceResponse | null>) => Promise<ServiceResponse>;
  /** The repository's drafts with the mark, as answers, oldest first. */
  readonly search: () => Promise<readonly ServiceResponse[]>;
  readonly draftOf: (answer: ServiceResponse) => Draft;
}

/** Makes the draft, or continues with the one that was made before. */
export async function createOnce<Draft extends { readonly record: string; readonly page: string }>(
  { sentBefore }: Creation,
  { send, search, draftOf }: Steps<Draft>,
): Promise<Created<Draft>> {
  let isUnsure = sentBefore;
  const find = async (): Promise<ServiceResponse | null> => {
    isUnsure = true;
    return (await search())[0] ?? null;
  };
  const answer = (sentBefore ? await find() : null) ?? (await send(find));
  const draft = draftOf(answer);
  if (!isUnsure) return { draft, others: [] };
  const others = (await search()).map(draftOf).filter(({ record }) => record !== draft.record);
  return { draft, others: others.map(({ page }) => page) };
}
