/**
 * Which sources are to be encoded in a build, and which documents an editor has to look after.
 *
 * In: the sources, the folder of the documents, and what is known of the files. Out: the sources; findings.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, InputFault, shownPath } from '../finding.ts';
import type { KnownDocument, KnownFiles } from '../known-files.ts';
import type { SourceFile } from './sources/find.ts';

export interface Waiting {
  /** Those that have no document yet, or whose document is as the encoder left it while the source has changed. */
  readonly sources: readonly SourceFile[];
  /** Of documents that an editor has touched and whose source has changed since they were encoded. */
  readonly outdated: readonly Finding[];
}

export function waitingSources(sources: readonly SourceFile[], folder: string, known: KnownFiles): Waiting {
  const waiting: SourceFile[] = [];
  const outdated: Finding[] = [];
  for (const source of sources) {
    const target = join(folder, `${source.id}.xml`);
    if (!existsSync(target)) {
      waiting.push(source);
      continue;
    }
    // A document that cannot be read is told by the check; one that can't be encoded, by the encoding.
    const present = readable(() => known.document(target, UNREADABLE));
    if (!present || !hasChanged(source, present, known)) continue;
    if (present.untouched) waiting.push(source);
    else if (present.source !== null) {
      const message = `${shownPath(source.path)} has changed since; "siglum encode" merges what is new into the document`;
      outdated.push({ path: shownPath(target), severity: 'warning', rule: 'encode/outdated', message });
    }
  }
  return { sources: waiting, outdated };
}

const UNREADABLE = 'encode/unreadable';

function hasChanged({ path }: SourceFile, document: KnownDocument, known: KnownFiles): boolean {
  const content = readable(() => known.content(path, UNREADABLE));
  return content === undefined || document.source !== content.address;
}

/** Nothing for a file that cannot be read. */
function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof InputFault) return undefined;
    throw fault;
  }
}
