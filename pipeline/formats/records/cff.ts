/**
 * CITATION.cff (Citation File Format 1.2.0) for the edition, as YAML with quoted values.
 * The format requires an author: the editors, else the publisher, as an entity; an edition that
 * names neither does not get the file.
 */
import type { EditionFacts, Responsible } from '../../model/facts.ts';
import { titleAndSubtitle } from '../citations/reference.ts';
import { isDay } from '../facts/dates.ts';
import { schemed } from '../facts/identifiers.ts';
import { licenceNames } from '../facts/licences.ts';
import { yamlPair } from '../texts/front-matter.ts';
import type { Say } from '../writing/words.ts';

export function cff(facts: EditionFacts, say: Say): string | null {
  const { editors, publisher, licence, issued } = facts;
  const authors =
    editors.length > 0
      ? editors.map(person)
      : publisher === null
        ? []
        : [item(yamlPair('name', publisher))];
  if (authors.length === 0) return null;
  const { spdx: name } = licenceNames(licence);
  const spdx = name !== undefined && isInCff(name) ? name : undefined;
  const lines = [
    'cff-version: 1.2.0',
    ...yamlPair('message', say('cff.message')),
    'type: dataset',
    ...yamlPair('title', titleAndSubtitle(facts)),
    ...yamlPair('abstract', facts.abstract),
    'authors:',
    ...authors,
    ...yamlPair('version', facts.version),
    ...yamlPair('date-released', issued !== null && isDay(issued) ? issued : null),
    ...yamlPair('doi', facts.doi),
    ...identifiers(facts),
    ...yamlPair('url', facts.address),
    ...yamlPair('license', spdx),
    ...yamlPair('license-url', spdx ? null : licence?.target),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The ported licences of Creative Commons in the schema of CFF 1.2.0. */
const PORTED = /^CC-(?:BY-3\.0-(?:AT|US)|BY-NC-ND-3\.0-IGO|BY-SA-(?:2\.0-UK|2\.1-JP|3\.0-AT))$/;

/** CFF 1.2.0 has the list of SPDX of 2021, which knew neither later ports nor the mark CC-PDM. */
function isInCff(spdx: string): boolean {
  const isPort = /^CC-BY[A-Z-]*-\d\.\d-/.test(spdx);
  return spdx !== 'CC-PDM-1.0' && (!isPort || PORTED.test(spdx));
}

/** Identifiers of the edition besides `doi` and `url`. */
function identifiers({ uri, address, identifiers: stated }: EditionFacts): string[] {
  const urn = uri?.startsWith('urn:') ? [item(['type: other', ...yamlPair('value', uri)])] : [];
  const others = schemed(stated)
    .filter((one) => one.scheme !== 'DOI' && ![address, uri].includes(one.uri))
    .map(({ value, uri: web }) =>
      /^swh:1:[a-z]{3}:[\da-f]{40}$/i.test(value)
        ? item(['type: swh', ...yamlPair('value', value)])
        : item(['type: url', ...yamlPair('value', web)]),
    );
  const all = [...urn, ...others];
  return all.length > 0 ? ['identifiers:', ...all] : [];
}

/** A name in one piece is written as an entity, since the family name is unknown. */
function person({ name, family, given, particle, suffix, email, orcid }: Responsible): string {
  const id = yamlPair('orcid', orcid && `https://orcid.org/${orcid}`);
  if (family === null) return item([...yamlPair('name', name), ...id]);
  return item([
    ...yamlPair('family-names', family),
    ...yamlPair('given-names', given),
    ...yamlPair('name-particle', particle),
    ...yamlPair('name-suffix', suffix),
    ...yamlPair('email', email?.includes('@') ? email : null),
    ...id,
  ]);
}

function item(lines: readonly string[]): string {
  return `  - ${lines.join('\n    ')}`;
}
