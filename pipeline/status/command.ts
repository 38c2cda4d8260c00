/**
 * `siglum status`: each document untouched, edited, outdated or conflicting.
 *
 * Takes the command's options. Returns a list on standard output, in words or as JSON; findings on
 * standard error; 0, or 1 if a source or a document cannot be read or a source is omitted. An
 * outdated or conflicting document is not an error here: `encode` reports it when it cannot write.
 */
import { basename, extname } from 'node:path';
import { formatFinding } from '../core/finding.ts';
import { openEdition } from '../edition/edition.ts';
import { editionSources } from '../encode/sources/find.ts';
import { type DocumentStatus, documentStatuses, type EncodingState, STATES } from './status.ts';

interface StatusOptions {
  readonly edition: string;
  readonly format: 'text' | 'json';
}

export async function statusCommand({ edition, format }: StatusOptions): Promise<number> {
  const documents: DocumentStatus[] = [];
  const opened = openEdition(edition);
  const sources = editionSources(opened);
  for await (const document of documentStatuses(opened, sources)) documents.push(document);
  const counts = Object.fromEntries(
    STATES.map((state) => [state, documents.filter((document) => document.state === state).length]),
  ) as Record<EncodingState, number>;
  for (const finding of sources.findings) console.error(formatFinding(finding));
  if (format === 'json') {
    console.log(
      JSON.stringify({ format: 'siglum/status', version: 1, counts, documents }, undefined, 2),
    );
  } else {
    for (const { state, findings } of documents) {
      if (state === 'unreadable')
        for (const finding of findings) console.error(formatFinding(finding));
    }
    console.log(inWords(documents, counts));
  }
  const omitted = sources.findings.some(({ severity }) => severity === 'error');
  return counts.unreadable > 0 || omitted ? 1 : 0;
}

const WIDEST = Math.max(...STATES.map((state) => state.length));

function inWords(
  documents: readonly DocumentStatus[],
  counts: Readonly<Record<EncodingState, number>>,
): string {
  const lines = documents.flatMap((document) => {
    const note = noteOn(document);
    return [
      `${document.state.padEnd(WIDEST)}  ${document.id}${note === '' ? '' : `  ${note}`}`,
      ...document.conflicts.map(
        ({ line, column }) => `${' '.repeat(WIDEST + 2)}${document.document}:${line}:${column}`,
      ),
    ];
  });
  const some = STATES.filter((state) => counts[state] > 0).map(
    (state) => `${counts[state]} ${state}`,
  );
  const total = `${documents.length} ${documents.length === 1 ? 'document' : 'documents'}`;
  return [...lines, some.length > 0 ? `${total}: ${some.join(', ')}` : total].join('\n');
}

const NEXT: Readonly<Record<DocumentStatus['next'], string>> = {
  nothing: '',
  write: 'siglum encode (or build) makes the document',
  replace: 'as the encoder left it; siglum build (or encode) replaces it',
  merge: 'edited; siglum build (or encode) merges what is new into it',
  keep: '',
};

function noteOn({
  id,
  state,
  next,
  source,
  importedFrom,
  conflicts,
  findings,
}: DocumentStatus): string {
  if (state === 'conflicting') {
    const places = conflicts.length || findings.length;
    return (
      `siglum encode would not write it: editor and encoder disagree in ${places} ` +
      `${places === 1 ? 'place' : 'places'}`
    );
  }
  if (state === 'outdated' && next === 'keep')
    return (
      'edited; what is new cannot be merged into it, so it stays as it is (siglum build says ' +
      'why)'
    );
  if (importedFrom !== null) return `from ${importedFrom}`;
  if (source === null) return 'no source';
  const named = basename(source, extname(source)) === id ? '' : `from ${source}`;
  return [named, NEXT[next]].filter((words) => words !== '').join('; ');
}
