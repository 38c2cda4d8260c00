/** Sources that cannot be read: no document can be made from them, or compared with them. */
import { existsSync } from 'node:fs';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError } from '../../core/finding.ts';
import type { SourceFile } from '../../encode/sources/find.ts';
import { sourceWords } from './source-words.ts';

/**
 * The findings about sources that cannot be read. The text is read where there is no document yet;
 * otherwise the comparison with the document reads it.
 */
export async function unreadableSources(sources: readonly SourceFile[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { path, document } of sources) {
    try {
      if (existsSync(document)) readInput(path, 'encode/unreadable');
      else await sourceWords(path, []);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      findings.push(...error.findings);
    }
  }
  return findings;
}
