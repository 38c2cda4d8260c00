/**
 * `siglum deposit`.
 *
 * Takes the command's options. Returns warnings on standard error, a summary on standard output,
 * the exit code.
 */
import { basename, join } from 'node:path';
import { printFindings, shownPath } from '../core/finding.ts';
import { withEditionLocked, withPlaceLocked } from '../core/lock/lock.ts';
import { openEdition } from '../edition/edition.ts';
import { repositoryTop } from '../init/ci.ts';
import { writeAtTop } from './at-top.ts';
import { deposit } from './deposit.ts';
import { REPOSITORIES, repositoriesNamed } from './requirements/repositories.ts';

interface DepositOptions {
  readonly edition: string;
  readonly out: string;
  readonly repository?: string;
  /** Whether `.zenodo.json` and `CITATION.cff` go to the top of the repository. */
  readonly atTop?: boolean;
}

/**
 * 0: the packages are written; unmet needs of a repository are reported. An edition with errors
 * throws, and gets no package.
 */
export async function depositCommand(options: DepositOptions): Promise<number> {
  // A wrong name is reported before anything about the edition.
  repositoriesNamed(options.repository);
  const edition = openEdition(options.edition);
  const { made, top } = await withEditionLocked(edition, 'deposit', async () => {
    const made = await withPlaceLocked(options.out, 'deposit', () =>
      deposit(edition, options.out, options.repository),
    );
    const top = options.atTop
      ? writeAtTop(edition, repositoryTop(edition.root), made.atTop)
      : undefined;
    return { made, top };
  });
  const { ready, documents, files } = made;
  const findings = [...made.findings, ...(top?.findings ?? [])];
  printFindings(findings);
  const waiting = options.repository === undefined ? REPOSITORIES.length - ready.length : 0;
  const parts = [
    `${documents} ${documents === 1 ? 'document' : 'documents'}`,
    ...(files > 0 ? [`a bag of ${files} files`] : []),
    `ready for ${ready.map(({ name }) => name).join(', ')}`,
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
    ...(top && top.written.length > 0
      ? [`at the top: ${top.written.map((path) => basename(path)).join(', ')}`]
      : []),
  ];
  console.log(`${parts.join('; ')}. Read ${shownPath(join(options.out, 'deposit.html'))} first.`);
  return 0;
}
