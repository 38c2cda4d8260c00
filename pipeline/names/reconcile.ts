/**
 * Asks an authority service for each proposal, on the editor's request. Answers before a failure of
 * the service are used; proposals without an answer stay as they are.
 */
import type { ServiceClient } from '../authorities/services/client.ts';
import { type ServiceCandidate, ServiceProblem } from '../authorities/services/model.ts';
import type { Finding } from '../core/finding.ts';
import type { OutsideCandidate, Proposal } from './model.ts';

/** After the same problem with so many names, one after the other, no further name is asked for. */
const MOST_REPEATED = 3;

interface Reconciled {
  readonly proposals: readonly Proposal[];
  readonly findings: readonly Finding[];
}

/** `years`: the year of each document's own date, if it has one. */
export async function reconcile(
  proposals: readonly Proposal[],
  client: ServiceClient,
  years: ReadonlyMap<string, number>,
): Promise<Reconciled> {
  const done: Proposal[] = [];
  const findings: Finding[] = [];
  let repeated = { message: '', times: 0 };
  const warn = (message: string) => {
    const rule = 'names/service';
    findings.push({ path: client.name, severity: 'warning', rule, message });
  };
  for (const [at, proposal] of proposals.entries()) {
    try {
      const answer = await client.ask(proposal);
      if (answer) repeated = { message: '', times: 0 };
      const outside = answer?.candidates.map((candidate) => ({
        ...candidate,
        service: client.name,
        day: answer.day,
        ...warningOf(candidate, proposal, years),
      }));
      done.push(outside ? { ...proposal, outside } : proposal);
    } catch (error) {
      if (!(error instanceof ServiceProblem)) throw error;
      done.push(proposal);
      const { message, final } = error;
      repeated = { message, times: message === repeated.message ? repeated.times + 1 : 1 };
      if (!final && repeated.times < MOST_REPEATED) {
        warn(`“${proposal.name}”: ${message}`);
        continue;
      }
      const rest = proposals.length - at;
      warn(
        `${message}; ${rest === 1 ? 'one name was' : `${rest} names were`} not asked ` +
          `for, from “${proposal.name}” on; what it answered before is cached, so run the ` +
          'command again later',
      );
      done.push(...proposals.slice(at + 1));
      break;
    }
  }
  return { proposals: done, findings };
}

/** A person who was born after the document that names them. */
function warningOf(
  { birth }: ServiceCandidate,
  { mentions }: Proposal,
  years: ReadonlyMap<string, number>,
): Pick<OutsideCandidate, 'warning'> {
  const born = Number(/^-?\d{4}/.exec(birth ?? '')?.[0] ?? Number.NaN);
  const early = mentions.find(({ document }) => (years.get(document) ?? Infinity) < born);
  if (!early) return {};
  return {
    warning: `born ${born}, after ${early.document} was written (${years.get(early.document)})`,
  };
}
