/** `siglum check --standards`: the edition compared with the lists of criteria of its field. */
import { UsageError } from '../core/finding.ts';
import { openEdition } from '../edition/edition.ts';
import { judgeEdition } from './judge.ts';
import { standardFacts } from './model/facts.ts';
import { type StandardsFormat, standardsReport } from './report.ts';

interface StandardsOptions {
  readonly edition: string;
  readonly format: string;
}

/**
 * The exit code is 0: a missing criterion is not an error. Throws a `UsageError` for a format of
 * the report that does not exist for these verdicts, an `InputError` if edition.xml cannot be read.
 */
export function standardsCommand({ edition, format }: StandardsOptions): number {
  if (format !== 'text' && format !== 'json')
    throw new UsageError(`--format ${format} is not possible with --standards; use text or json`);
  const lists = judgeEdition(standardFacts(openEdition(edition)));
  console.log(standardsReport(lists, format as StandardsFormat).trimStart());
  return 0;
}
