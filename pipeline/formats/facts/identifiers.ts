/**
 * Identifiers of any form: `GND 118540238`, `gnd:118540238`, `https://d-nb.info/gnd/118540238` are
 * one and the same. One table of schemes: a further scheme is a row.
 */
import type { Identifier } from '../../model/facts.ts';
import { linearPattern } from '../../xml/linear-pattern.ts';

/** An identifier as the TEI has it. */
export interface StatedIdentifier {
  readonly type: string;
  readonly value: string;
}

/** TEI's prefixDef. */
export interface StatedPrefix {
  readonly ident: string;
  readonly pattern: string;
  readonly replacement: string;
}

interface Scheme {
  /** As repositories call it. */
  readonly name: string;
  /** What @type and prefixes call it, in small letters without punctuation. */
  readonly types: readonly string[];
  /** The address of a value. */
  readonly address: (value: string) => string;
  /** What of an address or a prefixed text is the value: its first group. */
  readonly forms: readonly RegExp[];
  /** Of a bare value; a value of another form is none of the scheme. */
  readonly value: RegExp;
}

/** A DOI in an address: what an address cannot hold is percent-encoded. */
export function doiAddress(doi: string): string {
  const path = doi.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('?', '%3F');
  return `https://doi.org/${encodeIri(path)}`;
}

/** What an IRI cannot hold, percent-encoded (XPath's iri-to-uri). */
export function encodeIri(text: string): string {
  return text.replace(/[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]+/g, (part) =>
    encodeURIComponent(part.replace(/\p{Cs}/gu, '')),
  );
}

const at =
  (base: string) =>
  (value: string): string =>
    base + value;

const WEB = String.raw`^(?:https?://)(?:www\.)?`;

const SCHEMES: readonly Scheme[] = [
  {
    name: 'DOI',
    types: ['doi'],
    address: doiAddress,
    forms: [/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/(10\..+)$/i, /^doi:\s*(10\..+)$/i],
    value: /^10\.\d{4,9}(?:\.\d+)*\/\S+$/,
  },
  {
    name: 'ORCID',
    types: ['orcid'],
    address: at('https://orcid.org/'),
    forms: [new RegExp(`${WEB}orcid\\.org/(.+?)/?$`, 'i')],
    value: /^(?:\d{4}-){3}\d{3}[\dX]$/,
  },
  {
    name: 'GND',
    types: ['gnd', 'dnb', 'pnd', 'gkd', 'swd'],
    address: at('https://d-nb.info/gnd/'),
    forms: [new RegExp(`${WEB}d-nb\\.info/gnd/([\\dX-]+)/?$`, 'i')],
    value: /^[\dX-]+$/i,
  },
  {
    name: 'VIAF',
    types: ['viaf'],
    address: at('https://viaf.org/viaf/'),
    forms: [new RegExp(`${WEB}viaf\\.org/(?:viaf/)?(\\d+)(?:/.*)?$`, 'i')],
    value: /^\d+$/,
  },
  {
    name: 'Wikidata',
    types: ['wikidata', 'wd', 'wdt'],
    address: at('https://www.wikidata.org/wiki/'),
    forms: [
      new RegExp(
        `${WEB}wikidata\\.org/(?:wiki|entity)/(?:(?:Property|Lexeme):)?([QPL]\\d+)/?$`,
        'i',
      ),
    ],
    value: /^[QPL]\d+$/i,
  },
  {
    name: 'GeoNames',
    types: ['geonames', 'geoname', 'gn'],
    address: at('https://www.geonames.org/'),
    forms: [new RegExp(`${WEB}(?:sws\\.)?geonames\\.org/(\\d+)(?:/.*)?$`, 'i')],
    value: /^\d+$/,
  },
  {
    name: 'ISNI',
    types: ['isni'],
    address: (value) => `https://isni.org/isni/${value.replace(/[\s-]/g, '')}`,
    forms: [new RegExp(`${WEB}isni\\.org/(?:isni/)?([\\dX]{16})/?$`, 'i')],
    value: /^(?:[\dX]{4}[\s-]?){4}$/i,
  },
  {
    name: 'ROR',
    types: ['ror'],
    address: at('https://ror.org/'),
    forms: [new RegExp(`${WEB}ror\\.org/(0[a-z\\d]{8})/?$`, 'i')],
    value: /^0[a-z\d]{8}$/i,
  },
  {
    name: 'LCCN',
    types: ['lccn', 'lcnaf', 'naf', 'lc', 'loc'],
    address: at('http://id.loc.gov/authorities/names/'),
    forms: [/^https?:\/\/id\.loc\.gov\/authorities\/names\/([a-z]{1,3}\d+)(?:\.html)?$/i],
    value: /^[a-z]{1,3}\d{8,10}$/i,
  },
  {
    name: 'BnF',
    types: ['bnf'],
    address: at('https://data.bnf.fr/ark:/12148/'),
    forms: [/^https?:\/\/(?:data|catalogue)\.bnf\.fr\/ark:\/12148\/(cb\d{8}[\da-z])/i],
    value: /^cb\d{8}[\da-z]$/i,
  },
  {
    name: 'TGN',
    types: ['tgn'],
    address: at('http://vocab.getty.edu/tgn/'),
    forms: [/^https?:\/\/vocab\.getty\.edu\/(?:page\/)?tgn\/(\d+)$/i],
    value: /^\d+$/,
  },
  {
    name: 'ULAN',
    types: ['ulan'],
    address: at('http://vocab.getty.edu/ulan/'),
    forms: [/^https?:\/\/vocab\.getty\.edu\/(?:page\/)?ulan\/(\d+)$/i],
    value: /^\d+$/,
  },
  {
    name: 'Pleiades',
    types: ['pleiades'],
    address: at('https://pleiades.stoa.org/places/'),
    forms: [/^https?:\/\/pleiades\.stoa\.org\/places\/(\d+)$/i],
    value: /^\d+$/,
  },
  {
    name: 'Handle',
    types: ['handle', 'hdl', 'hdlhandlenet'],
    address: (value) => `https://hdl.handle.net/${encodeIri(value)}`,
    forms: [/^(?:https?:\/\/)?hdl\.handle\.net\/(\S+\/\S+)$/i, /^(?:hdl|handle):\s*(\S+\/\S+)$/i],
    value: /^\d[\d.]*\/\S+$/,
  },
  {
    name: 'ARK',
    types: ['ark'],
    address: (value) => `https://n2t.net/${encodeIri(value)}`,
    forms: [/^https?:\/\/[^/]+\/(ark:\S+)$/i],
    value: /^ark:\S+$/i,
  },
];

const BY_TYPE: ReadonlyMap<string, Scheme> = new Map(
  SCHEMES.flatMap((scheme) => scheme.types.map((type) => [type, scheme] as const)),
);

/** Whether two types, however written, are the same. */
function plainType(type: string): string {
  return type.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * An identifier with its address. An address that the value or a prefixDef gives goes before the
 * one of the scheme; the type stays as the TEI has it.
 */
export function addressed(
  { type, value }: StatedIdentifier,
  prefixes: readonly StatedPrefix[],
): Identifier {
  const web = /^https?:\/\/\S+$/i.test(value) ? value : null;
  return { type, value, address: web ?? byPrefix(type, value, prefixes) ?? byScheme(type, value) };
}

/** Of pointers: addresses, and `gnd:118540238`; local pointers and unknown prefixes are none. */
export function pointedAt(
  pointers: readonly string[],
  prefixes: readonly StatedPrefix[],
): Identifier[] {
  return pointers.flatMap((pointer) => {
    if (/^https?:/i.test(pointer)) {
      const scheme = schemeOfAddress(pointer);
      return [{ type: scheme?.name ?? '', value: pointer, address: pointer }];
    }
    const [type, value] = [pointer.replace(/:.*$/s, ''), pointer.replace(/^[^:]*:/, '')];
    const address = byPrefix(type, value, prefixes) ?? byScheme(type, value);
    return address === null ? [] : [{ type, value, address }];
  });
}

function byPrefix(type: string, value: string, prefixes: readonly StatedPrefix[]): string | null {
  for (const { ident, pattern, replacement } of prefixes) {
    if (ident !== type) continue;
    const expanded = linearPattern(pattern)?.expand(value, replacement);
    if (expanded !== undefined) return /^https?:\/\//.test(expanded) ? expanded : null;
  }
  return null;
}

function byScheme(type: string, value: string): string | null {
  const scheme = BY_TYPE.get(plainType(type));
  if (!scheme) return null;
  const bare = bareValue(scheme, value);
  return bare === null ? null : scheme.address(bare);
}

function bareValue({ forms, types, value: form }: Scheme, value: string): string | null {
  const inAddress = forms.map((pattern) => pattern.exec(value)?.[1]).find((found) => found);
  const [prefix, rest] = [value.replace(/:.*$/s, ''), value.replace(/^[^:]*:\s*/, '')];
  const bare = inAddress ?? (types.includes(plainType(prefix)) && !form.test(value) ? rest : value);
  return form.test(bare) ? bare : null;
}

function schemeOfAddress(address: string): Scheme | undefined {
  return SCHEMES.find(({ forms }) => forms.some((form) => form.test(address)));
}

/** An identifier by its scheme: the scheme's name, the bare value, the scheme's own address. */
export interface SchemedIdentifier {
  readonly scheme: string;
  readonly value: string;
  readonly uri: string;
}

/** Those that have an address, under the names of their schemes; each once. */
export function schemed(identifiers: readonly Identifier[]): SchemedIdentifier[] {
  const found = identifiers.flatMap((identifier): SchemedIdentifier[] => {
    const { type, value, address } = identifier;
    const scheme =
      BY_TYPE.get(plainType(type)) ?? schemeOfAddress(value) ?? schemeOfAddress(address ?? '');
    const bare = scheme && (bareValue(scheme, value) ?? bareValue(scheme, address ?? ''));
    if (scheme && bare) return [{ scheme: scheme.name, value: bare, uri: scheme.address(bare) }];
    return address === null ? [] : [{ scheme: type, value, uri: address }];
  });
  return found.filter(({ uri }, place) => found.findIndex((other) => other.uri === uri) === place);
}

/** `10.5281/zenodo.1234`, however it is written; null where none is given. */
export function doiOf(identifiers: readonly Identifier[]): string | null {
  const { value } = schemed(identifiers).find(({ scheme }) => scheme === 'DOI') ?? {};
  return value ?? null;
}

/** @type of addresses by which a file calls itself, the most telling first. */
const OF_A_FILE = [
  'uri',
  'url',
  'purl',
  'urn',
  'urnnbn',
  'handle',
  'hdl',
  'ark',
  'pid',
  'permalink',
];

/**
 * The identifier that a file gives itself: an address, or a urn; null where it has only others, a
 * signature of the project's own for one. A handle and an ARK are given by their addresses.
 */
export function uriOf(identifiers: readonly Identifier[]): string | null {
  const ranked = OF_A_FILE.flatMap((type) =>
    identifiers.filter((identifier) => plainType(identifier.type) === type),
  );
  const others = identifiers.filter(
    ({ type, value }) =>
      !ranked.some((one) => one.type === type) &&
      plainType(type) !== 'doi' &&
      /^(?:https?:\/\/\S+|urn:\S+|ark:\S+)$/i.test(value),
  );
  for (const { type, value, address } of [...ranked, ...others]) {
    if (plainType(type) === 'uri') return value;
    if (/^(?:https?:|urn:)\S+$/i.test(value)) return value;
    const [scheme] = schemed([{ type, value, address }]);
    if (scheme) return scheme.uri;
  }
  return null;
}
