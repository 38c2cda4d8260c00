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
import { quotedYaml } from '../texts/front-matter.ts';
import type { Say } from '../writing/words.ts';

export function cff(facts: EditionFacts, say: Say): string | null {
  const { editors, publisher, licence, issued } = facts;
  const authors =
    editors.length > 0
      ? editors.map(person)
      : publisher === null
        ? []
        : [item(pair('name', publisher))];
  if (authors.length === 0) return null;
  const { spdx } = licenceNames(licence);
  const lines = [
    'cff-version: 1.2.0',
    ...pair('message', say('cff.message')),
    'type: dataset',
    ...pair('title', titleAndSubtitle(facts)),
    ...pair('abstract', facts.abstract),
    'authors:',
    ...authors,
    ...pair('version', facts.version),
    ...pair('date-released', issued !== null && isDay(issued) ? issued : null),
    ...pair('doi', facts.doi),
    ...identifiers(facts),
    ...pair('url', facts.address),
    ...pair('license', spdx),
    ...pair('license-url', spdx ? null : licence?.target),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Identifiers of the edition besides `doi` and `url`. */
function identifiers({ uri, address, identifiers: stated }: EditionFacts): string[] {
  const urn = uri?.startsWith('urn:') ? [item(['type: other', ...pair('value', uri)])] : [];
  const others = schemed(stated)
    .filter((one) => one.scheme !== 'DOI' && ![address, uri].includes(one.uri))
    .map(({ value, uri: web }) =>
      /^swh:1:[a-z]{3}:[\da-f]{40}$/i.test(value)
        ? item(['type: swh', ...pair('value', value)])
        : item(['type: url', ...pair('value', web)]),
    );
  const all = [...urn, ...others];
  return all.length > 0 ? ['identifiers:', ...all] : [];
}

/** A name in one piece is written as an entity, since the family name is unknown. */
function person({ name, family, given, particle, suffix, email, orcid }: Responsible): string {
  const id = pair('orcid', orcid && `https://orcid.org/${orcid}`);
  if (family === null) return item([...pair('name', name), ...id]);
  return item([
    ...pair('family-names', family),
    ...pair('given-names', given),
    ...pair('name-particle', particle),
    ...pair('name-suffix', suffix),
    ...pair('email', email?.includes('@') ? email : null),
    ...id,
  ]);
}

function item(lines: readonly string[]): string {
  return `  - ${lines.join('\n    ')}`;
}

function pair(key: string, value: string | null | undefined): string[] {
  return value ? [`${key}: ${quotedYaml(value)}`] : [];
}
