/**
 * Objects of the TextGrid Repository (TextGrid metadata schema 2010): a work, an edition that
 * aggregates the TEI files, and a collection around them, each with its `.meta` file, as TextGrid's
 * import takes them from a folder.
 */
import type { SchemedIdentifier } from '../facts/identifiers.ts';
import { indented, type WrittenElement, xmlElement } from '../writing/xml-text.ts';
import { type Agent, listName } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import type { DescribedFile } from './facts/package.ts';
import { type DocumentSummary, ownIdentifiers } from './facts/summary.ts';

const META = 'http://textgrid.info/namespaces/metadata/core/2010';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const ORE = 'http://www.openarchives.org/ore/terms/';

/**
 * Files by path, beside the copies of the TEI. `name`: of the edition's objects. `files`: those of
 * the package.
 */
export function textgrid(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
  files: readonly DescribedFile[],
  name: string,
): Readonly<Record<string, string>> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const tei = files.filter(
    ({ mediaType, kind }) => mediaType === 'application/tei+xml' && kind !== 'about',
  );
  const title = facts.title ?? name;
  // An edition and a collection need somebody who is responsible.
  const publisher = facts.publisherAgent ? [facts.publisherAgent] : [];
  const responsible = facts.creators.length > 0 ? facts.creators : publisher;
  const edition = [
    xmlElement('isEditionOf', {}, [`${name}.work`]),
    ...responsible.map((one) => agent(one, facts.credited === 'author' ? 'author' : 'editor')),
    ...facts.translators.map((one) => agent(one, 'translator')),
    ...facts.contributors
      .filter(({ part }) => part === 'contributor')
      .map((one) => agent(one, 'contributor')),
    ...facts.printed
      .slice(0, 1)
      .flatMap(({ citation }) =>
        citation
          ? [
              xmlElement('source', {}, [
                xmlElement('bibliographicCitation', {}, [
                  xmlElement('editionTitle', {}, [citation]),
                ]),
              ]),
            ]
          : [],
      ),
    ...facts.languages
      .filter((code) => /^[a-z]{3}$/.test(code))
      .map((code) => xmlElement('language', {}, [code])),
    xmlElement('license', { licenseUri: facts.licence }, [
      facts.licenceWords ?? facts.licence ?? '',
    ]),
  ];
  return {
    [`${name}.work`]: '',
    [`${name}.work.meta`]: meta(
      title,
      'text/tg.work+xml',
      [],
      [
        xmlElement('work', {}, [
          ...facts.writers.map((one) => agent(one, 'author')),
          dateOfCreation(facts),
          xmlElement('genre', {}, ['other']),
        ]),
      ],
    ),
    [`${name}.edition`]: aggregation(
      `${name}.edition`,
      tei.map(({ path }) => path),
    ),
    [`${name}.edition.meta`]: meta(title, 'text/tg.edition+tg.aggregation+xml', facts.identifiers, [
      xmlElement('edition', {}, edition),
    ]),
    [`${name}.collection`]: aggregation(`${name}.collection`, [`${name}.edition`]),
    [`${name}.collection.meta`]: meta(
      title,
      'text/tg.collection+tg.aggregation+xml',
      [],
      [
        xmlElement('collection', {}, [
          ...responsible.map((one) => xmlElement('collector', {}, [listName(one)])),
          facts.description && xmlElement('abstract', {}, [facts.description]),
          ...facts.keywords.map((word) =>
            xmlElement('subject', {}, [xmlElement('value', {}, [word])]),
          ),
        ]),
      ],
    ),
    ...Object.fromEntries(
      tei.map(({ path, document, title: own }) => {
        const summary = document === undefined ? undefined : byId.get(document);
        const identifiers = summary
          ? ownIdentifiers(summary).map((value) => ({ scheme: 'URI', value }))
          : [];
        const item = xmlElement('item', {}, [rightsHolder(facts)]);
        return [
          `${path}.meta`,
          meta(summary?.title ?? own ?? path, 'text/xml', identifiers, [item]),
        ];
      }),
    ),
  };
}

function meta(
  title: string,
  format: string,
  identifiers: readonly Pick<SchemedIdentifier, 'scheme' | 'value'>[],
  parts: readonly WrittenElement[],
): string {
  const object = xmlElement('object', { xmlns: META }, [
    xmlElement('generic', {}, [
      xmlElement('provided', {}, [
        xmlElement('title', {}, [title]),
        ...identifiers.map(({ scheme, value }) =>
          xmlElement('identifier', { type: scheme }, [value]),
        ),
        xmlElement('format', {}, [format]),
      ]),
    ]),
    ...parts,
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(object)}\n`;
}

function aggregation(about: string, paths: readonly string[]): string {
  const parts = paths.map((path) => xmlElement('ore:aggregates', { 'rdf:resource': path }, []));
  const rdf = xmlElement('rdf:RDF', { 'xmlns:rdf': RDF, 'xmlns:ore': ORE }, [
    xmlElement('rdf:Description', { 'rdf:about': about }, parts),
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(rdf)}\n`;
}

function agent(
  one: Agent,
  role: 'author' | 'editor' | 'translator' | 'contributor',
): WrittenElement {
  const id = one.ids.find(({ scheme }) => scheme === 'GND' || scheme === 'ORCID')?.uri;
  return xmlElement('agent', { role, id }, [listName(one)]);
}

function rightsHolder({ publisher, creators }: DepositFacts): WrittenElement {
  return xmlElement('rightsHolder', {}, [publisher ?? creators[0]?.name ?? '']);
}

/** Years before Christ and ranges stay in words: the attributes are dates of XML Schema. */
function dateOfCreation({ first, last }: DepositFacts): WrittenElement {
  const words = first === null ? 'unknown' : first === last ? first : `${first} – ${last}`;
  const plain = (day: string | null): string | null =>
    day !== null && /^\d{4}(?:-\d\d){0,2}$/.test(day) ? day : null;
  const limits =
    first === last ? { date: plain(first) } : { notBefore: plain(first), notAfter: plain(last) };
  return xmlElement('dateOfCreation', limits, [words]);
}
