/**
 * A licence by its address or its name, in the vocabularies of repositories: SPDX (Zenodo and
 * InvenioRDM in lower case), Dataverse, ARCHE. The licences of Creative Commons follow a pattern;
 * others are a row in the table.
 */
import type { Licence } from '../../model/facts.ts';

export interface LicenceNames {
  /** The address that repositories use, if the TEI gives another or only a name. */
  readonly address?: string;
  readonly spdx?: string;
  readonly dataverse?: string;
  readonly arche?: string;
  /** In the public domain: no licence at all. */
  readonly publicDomain?: boolean;
}

const CC = 'https://creativecommons.org';

const PUBLIC_DOMAIN: LicenceNames = {
  address: `${CC}/publicdomain/mark/1.0/`,
  spdx: 'CC-PDM-1.0',
  arche: 'publicdomain-1-0',
  publicDomain: true,
};

const CC0: LicenceNames = {
  address: `${CC}/publicdomain/zero/1.0/`,
  spdx: 'CC0-1.0',
  dataverse: 'CC0 1.0',
  arche: 'cc0-1-0',
};

/** By addresses without protocol and extension, in lower case. */
const OTHERS: Readonly<Record<string, LicenceNames>> = {
  'creativecommons.org/publicdomain/zero/1.0': CC0,
  'creativecommons.org/cc0': CC0,
  'creativecommons.org/publicdomain/mark/1.0': PUBLIC_DOMAIN,
  'creativecommons.org/licenses/publicdomain': PUBLIC_DOMAIN,
  'creativecommons.org/publicdomain': PUBLIC_DOMAIN,
  'rightsstatements.org/vocab/noc-us/1.0': { arche: 'publicdomain-1-0', publicDomain: true },
  'opendatacommons.org/licenses/by/1-0': { spdx: 'ODC-By-1.0' },
  'opendatacommons.org/licenses/odbl/1-0': { spdx: 'ODbL-1.0' },
  'opendatacommons.org/licenses/pddl/1-0': { spdx: 'PDDL-1.0' },
  'opensource.org/licenses/mit': { spdx: 'MIT', arche: 'mit' },
  'opensource.org/license/mit': { spdx: 'MIT', arche: 'mit' },
  'gnu.org/licenses/fdl-1.3': { spdx: 'GFDL-1.3-or-later' },
  'gnu.org/licenses/gpl-3.0': { spdx: 'GPL-3.0-or-later' },
  'etalab.gouv.fr/licence-ouverte-open-licence': { spdx: 'etalab-2.0' },
};

/** Unknown licences are omitted. */
export function licenceNames(licence: Licence | null): LicenceNames {
  if (!licence) return {};
  const { target, text } = licence;
  return (target === null ? byWords(text ?? '') : byAddress(target)) ?? {};
}

function byAddress(address: string): LicenceNames | undefined {
  const plain = address
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/(legalcode|deed)(\.[a-z_-]+)?\/?$/, '')
    .replace(/\.html?$/, '')
    .replace(/\/$/, '');
  const spdx = /^spdx\.org\/licenses\/([\w.+-]+)$/i.exec(
    address.replace(/^https?:\/\/(www\.)?/i, '').replace(/(\.html|\.json)?\/?$/, ''),
  )?.[1];
  if (spdx) return byWords(spdx) ?? { spdx };
  const [, terms, version, country] =
    /^creativecommons\.org\/licenses\/(by(?:-nc)?(?:-nd|-sa)?|by-(?:nd|sa)-nc)\/(\d\.\d)(?:\/([a-z]{2,3}))?$/.exec(
      plain,
    ) ?? [];
  if (terms && version) return creativeCommons(terms, version, country);
  return OTHERS[plain];
}

/** "CC BY-SA 4.0", "CC0", "Public Domain": only if the words are exactly a licence's name. */
function byWords(words: string): LicenceNames | undefined {
  const plain = words
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(/[().,]$/g, '')
    .trim();
  const [, terms, version] =
    /^cc ?(by(?: nc)?(?: nd| sa)?) ?v?(\d\.\d)(?: international)?$/.exec(plain) ?? [];
  if (terms && version) return creativeCommons(terms.replaceAll(' ', '-'), version, undefined);
  if (/^cc ?0(?: 1\.0)?(?: universal)?$/.test(plain)) return CC0;
  if (
    /^(?:cc )?(?:public domain|pdm)(?: mark)?(?: 1\.0)?$/.test(plain) ||
    /^(?:gemeinfrei|domaine public|dominio público)$/.test(plain)
  )
    return PUBLIC_DOMAIN;
  return plain === 'mit' || plain === 'mit license'
    ? OTHERS['opensource.org/licenses/mit']
    : undefined;
}

/** `country`: of a ported licence. SPDX has names for few of them; others use their address. */
function creativeCommons(terms: string, version: string, country?: string): LicenceNames {
  const ordered = terms.replace(/^by-(nd|sa)-nc$/, 'by-nc-$1');
  const upper = ordered.toUpperCase();
  const address = `${CC}/licenses/${ordered}/${version}/${country ? `${country}/` : ''}`;
  if (country) {
    const isPorted = PORTED.get(country)?.has(`${upper}-${version}`);
    return isPorted
      ? { address, spdx: `CC-${upper}-${version}-${country.toUpperCase()}` }
      : { address };
  }
  return {
    address,
    spdx: `CC-${upper}-${version}`,
    dataverse: `CC ${upper} ${version}`,
    arche: `cc-${ordered}-${version.replace('.', '-')}`,
  };
}

/** Ported licences that SPDX lists (spdx.org/licenses, 3.25), by country. */
const PORTED: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['at', new Set(['BY-3.0'])],
  ['au', new Set(['BY-3.0'])],
  [
    'de',
    new Set(['BY-3.0', 'BY-NC-3.0', 'BY-NC-ND-3.0', 'BY-NC-SA-3.0', 'BY-ND-3.0', 'BY-SA-3.0']),
  ],
  ['fr', new Set(['BY-NC-SA-2.0'])],
  ['igo', new Set(['BY-3.0', 'BY-NC-ND-3.0', 'BY-SA-3.0'])],
  ['jp', new Set(['BY-SA-2.1'])],
  ['nl', new Set(['BY-3.0'])],
  ['uk', new Set(['BY-NC-SA-2.0', 'BY-SA-2.0'])],
  ['us', new Set(['BY-3.0'])],
]);
