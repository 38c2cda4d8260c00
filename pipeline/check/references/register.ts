/** What is wrong with the register of documents in the edition's header. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Severity } from '../../core/finding.ts';
import type { FileFacts } from './facts.ts';
import type { ReferenceContext } from './model.ts';
import { referenceFinding } from './reference-finding.ts';

export function checkRegister(
  header: FileFacts,
  { edition, sources }: ReferenceContext,
): Finding[] {
  const seen = new Set<string>();
  const byId = new Map(sources.map((source) => [source.id, source]));
  return header.registered.flatMap((entry) => {
    const say = (severity: Severity, rule: string, message: string): Finding[] => [
      referenceFinding(header.path, entry, severity, rule, message),
    ];
    if (seen.has(entry.n))
      return say(
        'error',
        'registered-twice',
        `the register names “${entry.n}” twice; remove one of the two`,
      );
    seen.add(entry.n);
    const source = byId.get(entry.n);
    if (existsSync(source?.document ?? join(edition.documents, `${entry.n}.xml`))) return [];
    if (source) {
      return say(
        'remark',
        'not-encoded',
        `the document “${entry.n}” is not encoded yet; "siglum encode" does it`,
      );
    }
    return say(
      'error',
      'registered-unknown',
      `the register names “${entry.n}”, and there is neither a document nor a reading text ` +
        `of that name`,
    );
  });
}
