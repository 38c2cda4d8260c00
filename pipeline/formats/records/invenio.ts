/**
 * The body of POST /api/records of InvenioRDM (inveniordm.docs.cern.ch, “Metadata reference”,
 * “Create a draft record”): Zenodo's present API, and that of many institutions. Vocabularies are
 * those that come with InvenioRDM.
 */
import { joined, present } from '../writing/values.ts';
import { escapedHtml } from '../writing/xml-text.ts';
import { type Agent, olderContributorType, withParts } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import { otherIdentifiers, relations } from './facts/relations.ts';
import {
  type DocumentSummary,
  interval,
  isPlainInterval,
  type SubjectFacts,
} from './facts/summary.ts';

export function invenio(facts: DepositFacts, documents: readonly DocumentSummary[]): object {
  const { doi, languages, subtitle, practice, places } = facts;
  const lang = languages[0] ? { id: languages[0] } : null;
  const described = (text: string, type: string): object =>
    present({ description: escapedHtml(text), type: { id: type }, lang });
  const paragraphs = [facts.description, facts.sampling].filter((text) => text !== null);
  const covered = isPlainInterval(facts) ? interval(facts) : null;
  const words = [...new Set([...facts.keywords, ...facts.subjects.map(({ name }) => name)])];
  return present({
    access: { record: 'public', files: 'public' },
    files: { enabled: true },
    pids: doi === null ? null : pids(doi),
    metadata: present({
      resource_type: { id: 'dataset' },
      title: facts.title,
      additional_titles: subtitle
        ? [present({ title: subtitle, type: { id: 'subtitle' }, lang })]
        : null,
      publication_date: facts.published,
      publisher: facts.publisher,
      creators: facts.creators.map((one) =>
        agent(one, facts.credited === 'editor' ? 'editor' : null),
      ),
      contributors: withParts(facts.contributors).map((one) =>
        agent(one, olderContributorType(one).toLowerCase()),
      ),
      description: paragraphs.map((text) => `<p>${escapedHtml(text)}</p>`).join(''),
      additional_descriptions: [
        ...(practice ? [described(practice, 'methods')] : []),
        ...facts.rights.map((text) => described(text, 'other')),
      ],
      rights: [licence(facts)],
      languages: languages.map((id) => ({ id })),
      subjects: words.map((subject) => ({ subject })),
      dates: covered
        ? [{ date: covered, type: { id: 'other' }, description: 'Dates of the documents' }]
        : null,
      version: facts.version,
      identifiers: identifiers(facts),
      related_identifiers: relations(facts, documents).map(
        ({ identifier, scheme, relation, type }) => ({
          identifier,
          scheme,
          relation_type: { id: relation.toLowerCase() },
          resource_type: { id: type },
        }),
      ),
      sizes: [`${facts.count}${facts.count === 1 ? ' document' : ' documents'}`],
      formats: ['application/tei+xml'],
      locations: places.length > 0 ? { features: places.map(location) } : null,
      funding: facts.funders.map(({ name, grant }) =>
        present({
          funder: { name },
          award: grant && { number: grant, title: { en: grant } },
        }),
      ),
    }),
  });
}

/**
 * A DOI under the prefix of a service that runs InvenioRDM was reserved there, and belongs to the
 * service; InvenioRDM refuses it as an external one.
 */
const OWN_PREFIXES: readonly RegExp[] = [/^10\.5281\/zenodo\./i, /^10\.5072\/zenodo\./i];

function pids(doi: string): object {
  const own = OWN_PREFIXES.some((prefix) => prefix.test(doi));
  const { provider, client } = own
    ? { provider: 'datacite', client: 'datacite' }
    : { provider: 'external', client: null };
  return { doi: present({ identifier: doi, provider, client }) };
}

/**
 * A SWHID is given by its address: the vocabulary that comes with InvenioRDM has no scheme for it.
 */
function identifiers(facts: DepositFacts): object[] | null {
  const { uri } = facts;
  const others = otherIdentifiers(facts).map(({ scheme, value, uri: address }) =>
    scheme === 'Handle' || scheme === 'ARK'
      ? { identifier: value, scheme: scheme.toLowerCase() }
      : { identifier: address, scheme: 'url' },
  );
  const all = [...(uri ? [{ identifier: uri, scheme: schemeOf(uri) }] : []), ...others];
  return all.length > 0 ? all : null;
}

function schemeOf(uri: string): string {
  return uri.toLowerCase().startsWith('urn:') ? 'urn' : 'url';
}

function agent(one: Agent, role: string | null): object {
  const { kind, family, given, inverted, name, ids, affiliation } = one;
  const known = ids.filter(({ scheme }) => ['ORCID', 'GND', 'ISNI', 'ROR'].includes(scheme));
  return present({
    person_or_org: present({
      type: kind === 'person' ? 'personal' : 'organizational',
      family_name: family,
      given_name: given,
      name: kind === 'person' ? inverted : name,
      identifiers: known.map(({ scheme, value }) => ({
        scheme: scheme.toLowerCase(),
        identifier: value,
      })),
    }),
    role: role && { id: role },
    affiliations: affiliation ? [{ name: affiliation }] : null,
  });
}

/**
 * A licence of the vocabulary by its name, another one by its words and address: the API takes
 * either.
 */
function licence({ licenceNames, licenceWords, licence: link }: DepositFacts): object {
  const { spdx } = licenceNames;
  if (spdx) return { id: spdx.toLowerCase() };
  return present({ title: { en: licenceWords ?? link ?? '' }, link });
}

/** GeoJSON: longitude first. */
function location({ longitude, latitude, geonames, name }: SubjectFacts): object {
  return present({
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    identifiers: geonames ? [{ scheme: 'geonames', identifier: geonames }] : null,
    place: joined([name], ''),
  });
}
