/**
 * `siglum deposit`.
 *
 * Takes the command's options. Returns warnings on standard error, a summary on standard output,
 * the exit code.
 */
import { join } from 'node:path';
import { formatFindings, shownPath } from '../core/finding.ts';
import { withEditionLocked, withPlaceLocked } from '../core/lock/lock.ts';
import { openEdition } from '../edition/edition.ts';
import { deposit } from './deposit.ts';
import { REPOSITORIES, repositoriesNamed } from './repositories.ts';

interface DepositOptions {
  readonly edition: string;
  readonly out: string;
  readonly repository?: string;
}

/**
 * 0: the packages are there; what a repository still waits for is said. An edition with errors
 * throws, and gets none.
 */
export async function depositCommand(options: DepositOptions): Promise<number> {
  // A wrong name is told before anything is said of the edition.
  repositoriesNamed(options.repository);
  const edition = openEdition(options.edition);
  const { ready, documents, files, findings } = await withEditionLocked(edition, 'deposit', () =>
    withPlaceLocked(options.out, 'deposit', () =>
      deposit(edition, options.out, options.repository),
    ),
  );
  for (const line of formatFindings(findings)) console.error(line);
  const waiting = options.repository === undefined ? REPOSITORIES.length - ready.length : 0;
  const parts = [
    `${documents} ${documents === 1 ? 'document' : 'documents'}`,
    ...(files > 0 ? [`a bag of ${files} files`] : []),
    `ready for ${ready.map(({ name }) => name).join(', ')}`,
    ...(waiting > 0 ? [`${waiting} waiting`] : []),
  ];
  console.log(`${parts.join('; ')}. Read ${shownPath(join(options.out, 'deposit.html'))} first.`);
  return 0;
}
