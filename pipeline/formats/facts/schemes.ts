/** Schemes of identifiers, a row each: their types in TEI, their form, their address. */

export interface Scheme {
  /** The name that repositories use. */
  readonly name: string;
  /** The names in @type and prefixes, in lower case without punctuation. */
  readonly types: readonly string[];
  /** The address of a value. */
  readonly address: (value: string) => string;
  /** Matches an address or a prefixed text; the first group is the value. */
  readonly forms: readonly RegExp[];
  /** The form of a bare value; a value of another form does not belong to the scheme. */
  readonly value: RegExp;
}

/** A DOI in an address: characters that an address cannot contain are percent-encoded. */
export function doiAddress(doi: string): string {
  const path = doi.replaceAll('%', '%25').replaceAll('#', '%23').replaceAll('?', '%3F');
  return `https://doi.org/${encodeIri(path)}`;
}

/** Percent-encodes the characters that an IRI cannot contain (XPath's iri-to-uri). */
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

export const SCHEMES: readonly Scheme[] = [
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
    forms: [new RegExp(`${WEB}d-nb\\.info/gnd/([\\dX-]+)(?:[/#?].*)?$`, 'i')],
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
        `${WEB}wikidata\\.org/(?:wiki|entity)/(?:(?:Property|Lexeme):)?([QPL]\\d+)(?:[/#?].*)?$`,
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
    name: 'SNAC',
    types: ['snac'],
    address: at('https://snaccooperative.org/view/'),
    forms: [new RegExp(`${WEB}snaccooperative\\.org/(?:view/|ark:/99166/)(\\w+)/?$`, 'i')],
    value: /^\d+$/,
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
  {
    name: 'SWHID',
    types: ['swhid', 'swh', 'softwareheritage'],
    address: at('https://archive.softwareheritage.org/'),
    forms: [/^https?:\/\/archive\.softwareheritage\.org\/(swh:1:\S+?)\/?$/i],
    value: /^swh:1:(?:cnt|dir|rev|rel|snp):[\da-f]{40}(?:;\S+)?$/i,
  },
];
