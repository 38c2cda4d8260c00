/** What an edition comes from and belongs to, as identifiers. */
import type { SchemedIdentifier } from '../../facts/identifiers.ts';
import { unique } from '../../writing/values.ts';
import type { DepositFacts } from './model.ts';
import type { DocumentSummary } from './summary.ts';

interface SourceIdentifier {
  readonly identifier: string;
  readonly scheme: 'doi' | 'url' | 'isbn';
}

/**
 * What identifies the printed sources, each once; a source that has nothing of the kind is named in
 * words alone.
 */
export function sourceIdentifiers({ printed }: Pick<DepositFacts, 'printed'>): SourceIdentifier[] {
  const all = printed.flatMap(({ doi, address, isbn }): SourceIdentifier[] => {
    if (doi) return [{ identifier: doi, scheme: 'doi' }];
    if (address) return [{ identifier: address, scheme: 'url' }];
    return isbn ? [{ identifier: isbn, scheme: 'isbn' }] : [];
  });
  return unique(all, ({ identifier }) => identifier);
}

/** What identifies the edition besides its DOI and URI: a handle, an ARK, a SWHID. */
export function otherIdentifiers({
  uri,
  identifiers,
}: Pick<DepositFacts, 'uri' | 'identifiers'>): SchemedIdentifier[] {
  return identifiers.filter((one) => one.scheme !== 'DOI' && one.uri !== uri);
}

interface Relation {
  readonly identifier: string;
  readonly scheme: string;
  /** In the words of DataCite. */
  readonly relation: string;
  /** In the words of Zenodo. */
  readonly type: string;
}

/** More documents than these are not related one by one: records of thousands are refused. */
const MOST_PARTS = 100;

/** The identifiers of the documents, where they have some that a resolver knows. */
export function partIdentifiers(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
): SourceIdentifier[] {
  const found = documents.flatMap(({ doi, uri }): SourceIdentifier[] => {
    if (doi && doi !== facts.doi) return [{ identifier: doi, scheme: 'doi' }];
    const web = uri !== null && /^https?:\/\//.test(uri) && uri !== facts.uri;
    return web ? [{ identifier: uri, scheme: 'url' }] : [];
  });
  const distinct = unique(found, ({ identifier }) => identifier);
  return distinct.length > MOST_PARTS ? [] : distinct;
}

/** In the words of Zenodo. */
export function relations(facts: DepositFacts, documents: readonly DocumentSummary[]): Relation[] {
  return [
    ...sourceIdentifiers(facts).map(({ identifier, scheme }) => ({
      identifier,
      scheme,
      relation: 'isDerivedFrom',
      type: scheme === 'isbn' ? 'publication-book' : 'publication-section',
    })),
    ...(facts.web
      ? [{ identifier: facts.web, scheme: 'url', relation: 'isVariantFormOf', type: 'dataset' }]
      : []),
    ...otherIdentifiers(facts).map((one) => ({
      identifier: one.uri,
      scheme: 'url',
      relation: 'isVariantFormOf',
      type: 'dataset',
    })),
    ...partIdentifiers(facts, documents).map(({ identifier, scheme }) => ({
      identifier,
      scheme,
      relation: 'hasPart',
      type: 'publication-section',
    })),
  ];
}
