/**
 * .zenodo.json: the metadata of Zenodo's deposit API (developers.zenodo.org, “Deposit metadata”),
 * which its GitHub integration reads from the top of a repository too. The description is HTML; the
 * language has three letters; a licence is given by its SPDX name.
 */
import { joined, present, unique } from '../writing/values.ts';
import { escapedHtml } from '../writing/xml-text.ts';
import { type Agent, listName, olderContributorType } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import { relations } from './facts/relations.ts';
import type { DocumentSummary } from './facts/summary.ts';

export function zenodo(facts: DepositFacts, documents: readonly DocumentSummary[]): object {
  const { description, sampling, rights } = facts;
  const paragraphs = [description, sampling, ...rights].filter((text) => text !== null);
  return present({
    upload_type: 'dataset',
    title: joined([facts.title, facts.subtitle], ': '),
    publication_date: facts.published,
    creators: facts.creators.map(agent),
    contributors: facts.contributors.map((one) => ({
      ...agent(one),
      type: olderContributorType(one),
    })),
    description: paragraphs.map((text) => `<p>${escapedHtml(text)}</p>`).join(''),
    access_right: 'open',
    license: licence(facts),
    doi: facts.doi,
    version: facts.version,
    language: facts.languages[0],
    keywords: unique([...facts.keywords, ...facts.subjects.map(({ name }) => name)]),
    related_identifiers: relations(facts, documents).map(({ identifier, relation, type }) => ({
      identifier,
      relation,
      resource_type: type,
    })),
    notes: facts.practice && escapedHtml(facts.practice),
  });
}

/**
 * For the public domain, Zenodo's own name, since its list does not have the Public Domain Mark.
 */
function licence({ licenceNames: { spdx, publicDomain } }: DepositFacts): string | null {
  if (publicDomain) return 'other-pd';
  return spdx?.toLowerCase() ?? null;
}

/**
 * Zenodo divides a name at its only comma into family name and given names, so an organization's
 * comma is removed or replaced by a similar character.
 */
function agent(one: Agent): Readonly<Record<string, unknown>> {
  const name = one.kind === 'org' ? withoutOneComma(one.name) : listName(one);
  const id = (scheme: string): string | undefined =>
    one.ids.find((identifier) => identifier.scheme === scheme)?.value;
  return present({ name, affiliation: one.affiliation, orcid: id('ORCID'), gnd: id('GND') });
}

/** "Office of the Historian (Department of State)". */
function withoutOneComma(name: string): string {
  const [first = '', second, ...more] = name.split(/,\s*/);
  return second && more.length === 0 ? `${first} (${second})` : name.replace(/,/g, ';');
}
