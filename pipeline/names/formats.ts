/** Proposals as a readable list, as JSON, and as a table to edit (OpenRefine, a spreadsheet). */

import { withoutFormula, writeCsv } from '../core/csv.ts';
import { visible } from '../core/finding.ts';
import type { ProposedKind } from '../encode/names/unlisted/model.ts';
import type { OutsideCandidate, Proposal } from './model.ts';

/** Columns of the table. The last ones are the editor's. */
export const COLUMNS = [
  'id',
  'kind',
  'name',
  'forms',
  'mentions',
  'examples',
  'certainty',
  'evidence',
  'candidate',
  'outside',
  'decision',
  'ref',
  'gnd',
  'viaf',
  'wikidata',
  'geonames',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How many mentions a list shows; JSON has all. */
const EXAMPLES = 3;

export const FORMATS: Readonly<
  Record<'text' | 'json' | 'csv', (proposals: readonly Proposal[]) => string>
> = { text: asText, json: asJson, csv: asCsv };

function asJson(proposals: readonly Proposal[]): string {
  return `${JSON.stringify({ format: 'siglum/names', version: 1, proposals }, undefined, 2)}\n`;
}

function asCsv(proposals: readonly Proposal[]): string {
  const rows = proposals.map((proposal) => {
    const cells: Partial<Record<Column, string>> = {
      id: proposal.id,
      kind: proposal.kind,
      name: proposal.name,
      forms: proposal.forms.join('|'),
      mentions: String(proposal.mentions.length),
      examples: examplesOf(proposal).join(' | '),
      certainty: proposal.certainty,
      evidence: proposal.evidence.join('|'),
      candidate: proposal.candidates.join('|'),
      outside: (proposal.outside ?? []).map(outsideInWords).join(' | '),
    };
    return COLUMNS.map((column) => withoutFormula(cells[column] ?? ''));
  });
  return writeCsv([COLUMNS, ...rows]);
}

function examplesOf({ mentions }: Proposal): string[] {
  return mentions
    .slice(0, EXAMPLES)
    .map(({ document, passage, sentence }) => `${passage || document}: ${visible(sentence)}`);
}

/** “GND 118540238: Page, Walter (1855–1918), diplomat”. */
function outsideInWords(candidate: OutsideCandidate): string {
  const { scheme, id, name, birth = '', death = '', description, warning } = candidate;
  const life = birth + death === '' ? '' : ` (${birth}–${death})`;
  const about = description === undefined ? '' : `, ${description}`;
  const doubt = warning === undefined ? '' : ` [${warning}]`;
  return visible(`${scheme} ${id}: ${name}${life}${about}${doubt}`);
}

const HEADINGS: Readonly<Record<ProposedKind, string>> = {
  person: 'Persons',
  org: 'Organizations',
  place: 'Places',
};

function asText(proposals: readonly Proposal[]): string {
  if (proposals.length === 0) return 'no names that the authority files do not have\n';
  const lines = (Object.keys(HEADINGS) as ProposedKind[]).flatMap((kind) => {
    const own = proposals.filter((proposal) => proposal.kind === kind);
    if (own.length === 0) return [];
    return [`${HEADINGS[kind]} (${own.length})`, '', ...own.flatMap(linesOf)];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

function linesOf(proposal: Proposal): string[] {
  const { id, name, mentions, certainty, evidence, candidates, forms } = proposal;
  const times = mentions.length === 1 ? '1 mention' : `${mentions.length} mentions`;
  const others = forms.filter((form) => form !== name);
  return [
    `${visible(name)}  (${id}; ${times}; ${certainty}: ${evidence.join(', ')})`,
    ...(others.length > 0 ? [`  also: ${visible(others.join(' | '))}`] : []),
    ...(proposal.outside ?? []).map((one) => `  ${outsideInWords(one)}`),
    ...(candidates.length > 0 ? [`  perhaps: ${candidates.join(', ')}`] : []),
    ...examplesOf(proposal).map((example) => `  ${example}`),
    '',
  ];
}
