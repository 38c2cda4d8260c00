/**
 * `siglum names`: names in the texts that no authority file has, as proposed entries. Proposals go
 * to standard output, findings and the summary to standard error. Without `--write` nothing is
 * written. Exit code 1 if a text or a row cannot be read.
 */

import { givenCandidate, ServiceClient } from '../authorities/services/client.ts';
import type { Cell } from '../core/csv.ts';
import { type Finding, printFindings, shownPath } from '../core/finding.ts';
import { withEditionLocked } from '../core/lock/lock.ts';
import { type Edition, openEdition } from '../edition/edition.ts';
import { createEncodingContext, type EncodingContext } from '../encode/context/context.ts';
import type { AcceptedEntry } from './accepted.ts';
import { type Decisions, readDecisions } from './decisions.ts';
import { FORMATS } from './formats.ts';
import { typed } from './model.ts';
import { propose } from './propose.ts';
import { reconcile } from './reconcile.ts';
import { addEntries, proposedFile } from './write.ts';

interface NamesOptions {
  readonly edition: string;
  readonly format: keyof typeof FORMATS;
  readonly write?: boolean;
  /** A table with the editor's decisions. */
  readonly from?: string;
  /** An authority service to ask for each proposal. */
  readonly reconcile?: string;
}

export async function namesCommand(options: NamesOptions): Promise<number> {
  const edition = openEdition(options.edition);
  const run = async (): Promise<number> => {
    const context = createEncodingContext(edition);
    return options.from === undefined
      ? listProposals(edition, context, options)
      : applyDecisions(edition, context, options.from, options.write === true);
  };
  return options.write === true ? withEditionLocked(edition, 'names', run) : run();
}

async function listProposals(
  edition: Edition,
  context: EncodingContext,
  { format, write, reconcile: service }: NamesOptions,
): Promise<number> {
  const client = service === undefined ? undefined : new ServiceClient(service, edition.cache);
  const found = await propose(edition, context);
  const asked = client && (await reconcile(found.proposals, client, found.years));
  const proposals = asked?.proposals ?? found.proposals;
  const findings = [...context.editionFindings, ...found.findings, ...(asked?.findings ?? [])];
  printFindings(findings);
  if (write === true) {
    const sure = proposals.filter(({ certainty }) => certainty === 'medium');
    const entries = sure.map((proposal) => ({
      ...{ ...proposal, identifiers: {} },
      ...typed(proposal.evidence),
    }));
    addEntries(edition, entries);
    console.error(written(edition, entries.length, 0));
  }
  process.stdout.write(FORMATS[format](proposals));
  return hasErrors(findings) ? 1 : 0;
}

function applyDecisions(
  edition: Edition,
  context: EncodingContext,
  from: string,
  write: boolean,
): number {
  const entries = context.authorities.entries;
  const fileOfEntry = new Map([...entries.values()].map(({ id, path }) => [id, path]));
  const decisions = readDecisions(from, fileOfEntry);
  const own = shownPath(proposedFile(edition));
  const elsewhere = decisions.accepted.filter(
    ({ id }) => fileOfEntry.has(id) && fileOfEntry.get(id) !== own,
  );
  const fresh = decisions.accepted.filter(({ id }) => !fileOfEntry.has(id));
  const findings = [
    ...context.editionFindings,
    ...decisions.findings,
    ...elsewhere.map((entry) => idTaken(from, entry, fileOfEntry, decisions.places.get(entry.id))),
    ...decisions.same.map((one) => addByHand(one, entries)),
  ];
  printFindings(findings);
  if (write)
    addEntries(
      edition,
      fresh.map((entry) => withGiven(entry, edition.cache)),
    );
  const before = decisions.accepted.length - fresh.length - elsewhere.length;
  console.log(
    [
      write
        ? written(edition, fresh.length, before)
        : `${entryCount(fresh.length)} would be added with --write: ` +
          `${fresh.map(({ id }) => id).join(', ') || 'none'}`,
      `${decisions.rejected} rejected, ${decisions.undecided} undecided, ` +
        `${decisions.same.length} the same as an entry that exists`,
    ].join('\n'),
  );
  return hasErrors(findings) ? 1 : 0;
}

/** With the authority services' data for the entry's identifiers. */
function withGiven(entry: AcceptedEntry, cache: string): AcceptedEntry {
  for (const [scheme, id] of Object.entries(entry.identifiers)) {
    const given = givenCandidate(cache, scheme, id);
    if (given) return { ...entry, given };
  }
  return entry;
}

function idTaken(
  from: string,
  { id }: AcceptedEntry,
  fileOfEntry: ReadonlyMap<string, string>,
  { line, column }: Partial<Cell> = {},
): Finding {
  const place = line === undefined || column === undefined ? {} : { line, column };
  const message =
    `the id “${id}” is already used in ${fileOfEntry.get(id)}; give the row another id, or ` +
    `write ` +
    `“same as ${id}”`;
  return { path: shownPath(from), ...place, severity: 'error', rule: 'names/id-taken', message };
}

/** Existing entries belong to the editor and are not changed. */
function addByHand(
  { forms, ref }: Decisions['same'][number],
  entries: EncodingContext['authorities']['entries'],
): Finding {
  const entry = entries.get(ref);
  const missing = forms.filter((form) => !entry?.names.some(({ full }) => full === form));
  const message =
    missing.length === 0
      ? `the entry “${ref}” has all these forms`
      : `add to the entry “${ref}” the ${missing.length === 1 ? 'form' : 'forms'} ` +
        `${missing.map((form) => `“${form}”`).join(', ')}: entries that exist are not changed ` +
        'by the program';
  const { path = '', line = 1 } = entry ?? {};
  return { path, line, severity: 'remark', rule: 'names/same-as', message };
}

function written(edition: Edition, count: number, before: number): string {
  const path = shownPath(proposedFile(edition));
  const already = before > 0 ? `; ${entryCount(before)} there already` : '';
  return `${entryCount(count)} added to ${path}${already}`;
}

function entryCount(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
