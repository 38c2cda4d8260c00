/**
 * What TAPAS asks for in its forms (tapasproject.org; github.com/NEU-DSG/tapas_rails): a collection
 * has a title and a description, a record a title, authors, contributors and a TEI file; support
 * files (persons, places, organizations, ODD) are uploaded before the texts. One line a record, as
 * CSV (RFC 4180).
 */
import { csvRow } from '../../core/csv.ts';
import { joined } from '../writing/values.ts';
import { listName } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import type { DescribedFile } from './facts/package.ts';
import type { DocumentSummary } from './facts/summary.ts';

export interface TapasForms {
  readonly collection: string;
  readonly records: string;
}

export function tapas(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
  files: readonly DescribedFile[],
): TapasForms {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const others = [...facts.editors, ...facts.contributors.filter(({ part }) => part !== 'writer')];
  const support = files.filter(({ kind, path }) => kind === 'authority' || path.endsWith('.odd'));
  const texts = files.filter(({ kind }) => kind === 'document');
  const lines = [
    csvRow(['file', 'type', 'title', 'authors', 'contributors']),
    ...support.map(({ path, title }) => csvRow([path, 'support', title ?? path, '', ''])),
    ...texts.map(({ path, document }) => {
      const about = byId.get(document ?? '');
      const authors = about?.authors.map(listName) ?? [];
      const helpers = [...(about?.translators ?? []), ...others].map(listName);
      return csvRow([path, 'primary', about?.title ?? '', authors.join('; '), helpers.join('; ')]);
    }),
  ];
  const described = joined([facts.description, facts.sampling], ' ') ?? '';
  const title = joined([facts.title, facts.subtitle], ': ') ?? '';
  return {
    collection: `Title: ${title}\n\nDescription: ${described}\n`,
    records: lines.join(''),
  };
}
