/** Entries that have another kind than when they were published: the person is an organization. */
import { KINDS } from '../../model/kinds.ts';
import type { PastPage } from './page.ts';

const ENTRIES: ReadonlySet<string> = new Set(
  KINDS.filter(({ isNamed }) => isNamed).map(({ kind }) => kind),
);

/** For a published page of an entry: the page that the entry has now, under its other kind. */
export function pagesByChangedKind(
  pages: readonly PastPage[],
): (published: PastPage) => PastPage | undefined {
  const byId = new Map(
    pages.filter(({ kind }) => ENTRIES.has(kind)).map((page) => [page.id, page]),
  );
  return ({ kind, id }) => {
    const now = ENTRIES.has(kind) ? byId.get(id) : undefined;
    return now && now.kind !== kind ? now : undefined;
  };
}
