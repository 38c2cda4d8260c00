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
import {
  candidatesIn,
  coordinatesOf,
  dateOf,
  jsonFields,
  jsonList,
  oneLine,
  requiredFields,
  withoutUndefined,
} from './read-json.ts';

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
    candidatesIn(jsonFields(answer)['member'], 'member', (entry) => {
      const id = oneLine(entry['gndIdentifier']);
      const name = oneLine(entry['preferredName']);
      if (!id || !name) return undefined;
      const words = [
        ...jsonList(entry['professionOrOccupation']).map((one) => jsonFields(one)['label']),
        ...jsonList(entry['biographicalOrHistoricalInformation']),
      ].flatMap((one) => oneLine(one) ?? []);
      return withoutUndefined({
        scheme: 'GND',
        id,
        name,
        description: words.length > 0 ? words.join('; ') : undefined,
        birth: dateOf(jsonList(entry['dateOfBirth'])[0]),
        death: dateOf(jsonList(entry['dateOfDeath'])[0]),
        address: `https://d-nb.info/gnd/${id}`,
      }) as ServiceCandidate;
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
    const status = jsonFields(jsonFields(answer)['status']);
    const refusal = oneLine(status['message']);
    // 10 to 24: no user, no right, a limit reached
    // (https://www.geonames.org/export/webservice-exception.html).
    if (refusal)
      throw new ServiceProblem(
        `it refuses: ${refusal}; register a user there and name it in SIGLUM_GEONAMES_USER`,
        true,
      );
    return candidatesIn(jsonFields(answer)['geonames'], 'geonames', (entry) => {
      const id = oneLine(entry['geonameId']);
      const name = oneLine(entry['name']);
      if (!id || !name) return undefined;
      const about = [entry['fcodeName'], entry['adminName1'], entry['countryName']];
      return withoutUndefined({
        scheme: 'GeoNames',
        id,
        name,
        description: about.flatMap((one) => oneLine(one) ?? []).join(', ') || undefined,
        coordinates: coordinatesOf(entry['lat'], entry['lng']),
        address: `https://www.geonames.org/${id}`,
      }) as ServiceCandidate;
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
    return candidatesIn(jsonFields(answer)['search'], 'search', (entry) => {
      const id = oneLine(entry['id']);
      const name = oneLine(entry['label']) ?? id;
      if (!id || !name || !/^Q\d+$/.test(id)) return undefined;
      return withoutUndefined({
        scheme: 'Wikidata',
        id,
        name,
        description: oneLine(entry['description']),
        address: `https://www.wikidata.org/wiki/${id}`,
      }) as ServiceCandidate;
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
      refusedBy(answer);
      const entities = requiredFields(jsonFields(answer)['entities'], '“entities”');
      return candidates.map((candidate) => {
        const claims = jsonFields(jsonFields(entities[candidate.id])['claims']);
        const first = (property: string) =>
          jsonFields(
            jsonFields(jsonFields(jsonList(claims[property])[0])['mainsnak'])['datavalue'],
          );
        const time = (property: string) => dateOf(jsonFields(first(property)['value'])['time']);
        return { ...candidate, ...withoutUndefined({ birth: time('P569'), death: time('P570') }) };
      });
    },
  },
};

function refusedBy(answer: unknown): void {
  const refusal = oneLine(jsonFields(jsonFields(answer)['error'])['info']);
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
  read: (answer, { kind }) => {
    const { result } = jsonFields(answer);
    // VIAF has null instead of an empty list.
    const list = result === null ? [] : result;
    const nameTypes = new Map<ServiceCandidate, string | undefined>();
    return candidatesIn(list, 'result', (entry) => {
      const id = oneLine(entry['viafid']);
      const term = oneLine(entry['displayForm']) ?? oneLine(entry['term']);
      if (!id || !term) return undefined;
      // "Page, Walter Hines, 1855-1918": the dates are a part of the heading.
      const [, birth, death] = /,\s*(\d{4})?-(\d{4})?\.?$/.exec(term) ?? [];
      const candidate = withoutUndefined({
        scheme: 'VIAF',
        id,
        name: term.replace(/,\s*\d{0,4}-\d{0,4}\.?$/, ''),
        birth,
        death,
        address: `https://viaf.org/viaf/${id}`,
      }) as ServiceCandidate;
      nameTypes.set(candidate, oneLine(entry['nametype']));
      return candidate;
    })
      .filter((candidate) => nameTypes.get(candidate) === VIAF_TYPES[kind])
      .slice(0, MOST);
  },
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
    candidatesIn(jsonFields(jsonFields(answer)['q0'])['result'], 'result', (entry) => {
      const id = oneLine(entry['id']);
      const name = oneLine(entry['name']);
      if (!id || !name) return undefined;
      const types = jsonList(entry['type']).flatMap(
        (type) => oneLine(jsonFields(type)['name']) ?? oneLine(type) ?? [],
      );
      const { score } = entry;
      return withoutUndefined({
        scheme: 'reconciliation',
        id,
        name,
        description: oneLine(entry['description']) ?? (types.join(', ') || undefined),
        score: typeof score === 'number' && Number.isFinite(score) ? score : undefined,
      }) as ServiceCandidate;
    }),
};

export const SERVICES: readonly ServiceKind[] = [lobid, geonames, wikidata, viaf];
