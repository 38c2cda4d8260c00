/** Finds the new document that replaces a missing published one. */

import { shownPath } from '../../core/finding.ts';
import type { Register, RegisteredDocument } from '../../edition/register.ts';
import { publishedPassages } from '../history/passages.ts';
import type { Site } from '../site/site.ts';
import { NO_WORDS, wordPrint } from './likeness.ts';

/**
 * The documents that were not published before, with the prints of their passages. Read only if a
 * published one is missing.
 */
export function newDocuments(site: Site, register: Register): Map<string, ReadonlySet<string>> {
  const published = new Set(
    register.pages.filter(({ kind }) => kind === 'document').map(({ id }) => id),
  );
  const others = site.documents.filter(({ id }) => !published.has(id));
  return new Map(
    others.map(({ id, path, teiFile }) => {
      return [
        id,
        new Set(
          publishedPassages(teiFile, id, shownPath(path)).map(({ words }) => wordPrint(words)),
        ),
      ];
    }),
  );
}

/** The document that has at least half of the passages of a missing one, word for word. */
export function successorOf(
  missing: RegisteredDocument | undefined,
  candidates: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const worded = missing?.anchors.filter(({ print }) => print !== NO_WORDS) ?? [];
  const [best] = [...candidates]
    .map(([id, prints]) => ({ id, shared: worded.filter(({ print }) => prints.has(print)).length }))
    .sort((one, other) => other.shared - one.shared);
  return best && best.shared > 0 && best.shared * 2 >= worded.length ? best.id : undefined;
}
