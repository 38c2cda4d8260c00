/** The sources of an edition and the works it belongs to, as identifiers. */
import type { SchemedIdentifier } from '../../facts/identifiers.ts';
import { unique } from '../../writing/values.ts';
import type { DepositFacts } from './model.ts';
import type { DocumentSummary } from './summary.ts';

interface SourceIdentifier {
  readonly identifier: string;
  readonly scheme: 'doi' | 'url' | 'isbn';
}

/**
 * The identifiers of the printed sources, each once; a source without any is only named in words.
 */
export function sourceIdentifiers({ printed }: Pick<DepositFacts, 'printed'>): SourceIdentifier[] {
  const all = printed.flatMap(({ doi, address, isbn }): SourceIdentifier[] => {
    if (doi) return [{ identifier: doi, scheme: 'doi' }];
    if (address) return [{ identifier: address, scheme: 'url' }];
    return isbn ? [{ identifier: isbn, scheme: 'isbn' }] : [];
  });
  return unique(all, ({ identifier }) => identifier);
}

/** Identifiers of the edition besides its DOI and URI: a handle, an ARK, a SWHID. */
export function otherIdentifiers({
  uri,
  identifiers,
}: Pick<DepositFacts, 'uri' | 'identifiers'>): SchemedIdentifier[] {
  return identifiers.filter((one) => one.scheme !== 'DOI' && one.uri !== uri);
}

interface Relation {
  readonly identifier: string;
  readonly scheme: string;
  /** In DataCite's vocabulary. */
  readonly relation: string;
  /** In Zenodo's vocabulary. */
  readonly type: string;
}

/** How many documents are related individually: records with thousands are refused. */
const MOST_PARTS = 100;

/** The identifiers of the documents, if a resolver supports them. */
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

/** In Zenodo's vocabulary. */
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
