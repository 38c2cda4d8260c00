/** Sources of documents that must not be encoded again while edition.xml is missing. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Finding, shownPath } from '../../core/finding.ts';
import type { Edition } from '../../edition/edition.ts';
import type { SourceFile } from '../sources/find.ts';

/**
 * Without edition.xml, the default header would replace the one in every document: only sources
 * without a document are encoded then, and a finding says so.
 */
export function encodableSources(
  edition: Edition,
  files: readonly SourceFile[],
): { readonly files: readonly SourceFile[]; readonly findings: readonly Finding[] } {
  const isMissing = dirname(edition.header) !== edition.root;
  const encodable = isMissing ? files.filter(({ document }) => !existsSync(document)) : files;
  const all = encodable.length === files.length;
  return { files: encodable, findings: all ? [] : [notEncoded(edition)] };
}

function notEncoded({ root }: Edition): Finding {
  return {
    path: shownPath(join(root, 'edition.xml')),
    severity: 'warning',
    rule: 'edition/no-header',
    message:
      'there is no edition.xml, so the documents that are there are not brought up to date with ' +
      'their sources; put it back, or make one with "siglum init"',
  };
}
