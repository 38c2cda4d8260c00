/**
 * The table of services: a further one is a row. Documented at
 * https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/,
 * https://lobid.org/gnd/api, https://www.geonames.org/export/geonames-search.html,
 * https://www.wikidata.org/w/api.php and https://viaf.org/ (AutoSuggest).
 */
import {
  type AskedKind,
  type ServiceCandidate,
  type ServiceKind,
  ServiceProblem,
} from './model.ts';
import { dateOf, fieldsOf, listOf, withoutUndefined, wordsOf } from './read-json.ts';

/** How many candidates are requested. */
const MOST = 5;

function query(base: string, fields: Readonly<Record<string, string>>): string {
  const address = new URL(base);
  for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, value);
  return address.href;
}

const LOBID_TYPES: Readonly<Record<AskedKind, string>> = {
  person: 'Person',
  place: 'PlaceOrGeographicName',
  org: 'CorporateBody',
};

const lobid: ServiceKind = {
  name: 'lobid-gnd',
  address: 'https://lobid.org/gnd/search',
  request: (base, { kind, name }) => ({
    address: query(base, {
      q: name,
      filter: `type:${LOBID_TYPES[kind]}`,
      size: String(MOST),
      format: 'json',
    }),
  }),
  read: (answer) =>
    listOf(fieldsOf(answer)['member']).flatMap((member): ServiceCandidate[] => {
      const entry = fieldsOf(member);
      const id = wordsOf(entry['gndIdentifier']);
      const name = wordsOf(entry['preferredName']);
      if (!id || !name) return [];
      const words = [
        ...listOf(entry['professionOrOccupation']).map((one) => fieldsOf(one)['label']),
        ...listOf(entry['biographicalOrHistoricalInformation']),
      ].flatMap((one) => wordsOf(one) ?? []);
      return [
        withoutUndefined({
          scheme: 'GND',
          id,
          name,
          description: words.length > 0 ? words.join('; ') : undefined,
          birth: dateOf(listOf(entry['dateOfBirth'])[0]),
          death: dateOf(listOf(entry['dateOfDeath'])[0]),
          address: `https://d-nb.info/gnd/${id}`,
        }) as ServiceCandidate,
      ];
    }),
};

const geonames: ServiceKind = {
  name: 'geonames',
  address: 'https://secure.geonames.org/searchJSON',
  request: (base, { kind, name }) =>
    kind !== 'place'
      ? undefined
      : {
          address: query(base, {
            q: name,
            maxRows: String(MOST),
            // GeoNames answers registered users only.
            username: process.env['SIGLUM_GEONAMES_USER'] ?? 'demo',
          }),
        },
  read: (answer) => {
    const status = fieldsOf(fieldsOf(answer)['status']);
    const refusal = wordsOf(status['message']);
    // 10 to 24: no user, no right, a limit reached (https://www.geonames.org/export/webservice-exception.html).
    if (refusal)
      throw new ServiceProblem(
        `it refuses: ${refusal}; register a user there and name it in SIGLUM_GEONAMES_USER`,
        true,
      );
    return listOf(fieldsOf(answer)['geonames']).flatMap((member): ServiceCandidate[] => {
      const entry = fieldsOf(member);
      const id = wordsOf(entry['geonameId']);
      const name = wordsOf(entry['name']);
      if (!id || !name) return [];
      const about = [entry['fcodeName'], entry['adminName1'], entry['countryName']];
      const [lat, lng] = [wordsOf(entry['lat']), wordsOf(entry['lng'])];
      return [
        withoutUndefined({
          scheme: 'GeoNames',
          id,
          name,
          description: about.flatMap((one) => wordsOf(one) ?? []).join(', ') || undefined,
          coordinates: lat && lng ? `${lat} ${lng}` : undefined,
          address: `https://www.geonames.org/${id}`,
        }) as ServiceCandidate,
      ];
    });
  },
};

const wikidata: ServiceKind = {
  name: 'wikidata',
  address: 'https://www.wikidata.org/w/api.php',
  request: (base, { name }) => ({
    address: query(base, {
      action: 'wbsearchentities',
      search: name,
      language: 'en',
      type: 'item',
      limit: String(MOST),
      format: 'json',
    }),
  }),
  read: (answer) => {
    refusedBy(answer);
    return listOf(fieldsOf(answer)['search']).flatMap((member): ServiceCandidate[] => {
      const entry = fieldsOf(member);
      const id = wordsOf(entry['id']);
      const name = wordsOf(entry['label']) ?? id;
      if (!id || !name || !/^Q\d+$/.test(id)) return [];
      return [
        withoutUndefined({
          scheme: 'Wikidata',
          id,
          name,
          description: wordsOf(entry['description']),
          address: `https://www.wikidata.org/wiki/${id}`,
        }) as ServiceCandidate,
      ];
    });
  },
  details: {
    request: (base, candidates) => ({
      address: query(base, {
        action: 'wbgetentities',
        ids: candidates.map(({ id }) => id).join('|'),
        props: 'claims',
        format: 'json',
      }),
    }),
    read: (answer, candidates) => {
      const entities = fieldsOf(fieldsOf(answer)['entities']);
      return candidates.map((candidate) => {
        const claims = fieldsOf(fieldsOf(entities[candidate.id])['claims']);
        const first = (property: string) =>
          fieldsOf(fieldsOf(fieldsOf(listOf(claims[property])[0])['mainsnak'])['datavalue']);
        const time = (property: string) => dateOf(fieldsOf(first(property)['value'])['time']);
        return { ...candidate, ...withoutUndefined({ birth: time('P569'), death: time('P570') }) };
      });
    },
  },
};

function refusedBy(answer: unknown): void {
  const refusal = wordsOf(fieldsOf(fieldsOf(answer)['error'])['info']);
  if (refusal) throw new ServiceProblem(`it refuses: ${refusal}`, false);
}

const VIAF_TYPES: Readonly<Record<AskedKind, string>> = {
  person: 'personal',
  place: 'geographic',
  org: 'corporate',
};

const viaf: ServiceKind = {
  name: 'viaf',
  address: 'https://viaf.org/viaf/AutoSuggest',
  request: (base, { name }) => ({ address: query(base, { query: name }) }),
  read: (answer, { kind }) =>
    listOf(fieldsOf(answer)['result'])
      .flatMap((member): ServiceCandidate[] => {
        const entry = fieldsOf(member);
        const id = wordsOf(entry['viafid']);
        const term = wordsOf(entry['displayForm']) ?? wordsOf(entry['term']);
        if (!id || !term || wordsOf(entry['nametype']) !== VIAF_TYPES[kind]) return [];
        // "Page, Walter Hines, 1855-1918": the dates are a part of the heading.
        const [, birth, death] = /,\s*(\d{4})?-(\d{4})?\.?$/.exec(term) ?? [];
        return [
          withoutUndefined({
            scheme: 'VIAF',
            id,
            name: term.replace(/,\s*\d{0,4}-\d{0,4}\.?$/, ''),
            birth,
            death,
            address: `https://viaf.org/viaf/${id}`,
          }) as ServiceCandidate,
        ];
      })
      .slice(0, MOST),
};

/** Any service of the Reconciliation Service API, 0.2. */
export const reconciliation: ServiceKind = {
  name: 'reconciliation',
  address: '',
  request: (base, { name }) => ({
    address: base,
    body: new URLSearchParams({
      queries: JSON.stringify({ q0: { query: name, limit: MOST } }),
    }).toString(),
  }),
  read: (answer) =>
    listOf(fieldsOf(fieldsOf(answer)['q0'])['result']).flatMap((member): ServiceCandidate[] => {
      const entry = fieldsOf(member);
      const id = wordsOf(entry['id']);
      const name = wordsOf(entry['name']);
      if (!id || !name) return [];
      const types = listOf(entry['type']).flatMap(
        (type) => wordsOf(fieldsOf(type)['name']) ?? wordsOf(type) ?? [],
      );
      const score = Number(entry['score']);
      return [
        withoutUndefined({
          scheme: 'reconciliation',
          id,
          name,
          description: wordsOf(entry['description']) ?? (types.join(', ') || undefined),
          score: Number.isFinite(score) ? score : undefined,
        }) as ServiceCandidate,
      ];
    }),
};

export const SERVICES: readonly ServiceKind[] = [lobid, geonames, wikidata, viaf];
