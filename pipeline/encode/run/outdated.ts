/** Documents that a new encoding would change. */
import type { Finding } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import { FileIndex } from '../../edition/file-facts/file-index.ts';
import { refreshDocuments } from './refresh.ts';

/**
 * Errors for documents that a new encoding would change; a release reports them, since its
 * documents do not change later. Nothing is written.
 */
export async function outdatedDocuments(edition: Edition): Promise<readonly Finding[]> {
  const fileIndex = new FileIndex(edition.cache, edition.root);
  const { findings } = await refreshDocuments(edition, {
    fileIndex,
    releasing: true,
    existingOnly: true,
  });
  return findings.filter(({ severity }) => severity === 'error');
}
