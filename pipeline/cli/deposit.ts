/** `siglum deposit`: the packages for repositories. */
import type { Command } from 'commander';
import { UsageError } from '../core/finding.ts';
import { editionOption, exitWith } from './shared.ts';

interface DepositCommandOptions {
  readonly edition: string;
  readonly out: string;
  readonly site: string;
  readonly repository?: string;
  readonly atTop?: boolean;
  readonly send?: string;
  readonly base?: string;
  readonly collection?: string;
  readonly publish?: boolean;
  readonly dryRun?: boolean;
}

const ONLY_WITH_SEND = ['base', 'collection', 'publish', 'dryRun'] as const;
const OPTION_NAMES: Readonly<Record<string, string>> = { dryRun: 'dry-run' };

export function addDeposit(program: Command): void {
  program
    .command('deposit')
    .description(
      'make the packages for repositories: a bag with an RO-Crate, and the metadata that ' +
        'each asks for',
    )
    .addOption(editionOption())
    .option('--out <dir>', 'where the packages go', 'dist')
    .option('--repository <name>', 'for one repository; default: for all')
    .option(
      '--at-top',
      'also write .zenodo.json and CITATION.cff to the top of the repository that contains the ' +
        'edition',
    )
    .option(
      '--send <repository>',
      'zenodo, inveniordm or dataverse: make a draft with a DOI there; the token comes from ' +
        'the variable ZENODO_TOKEN, INVENIORDM_TOKEN or DATAVERSE_TOKEN',
    )
    .option(
      '--base <address>',
      'with --send: the repository’s address, https://sandbox.zenodo.org say',
    )
    .option('--collection <alias>', 'with --send dataverse: the collection that takes the dataset')
    .option('--publish', 'with --send: publish the draft, which cannot be undone')
    .option('--dry-run', 'with --send: show the requests, and send nothing')
    .option('--site <dir>', 'with --send: where the site goes that is built with the DOI', '_site')
    .action(
      exitWith(async (options: DepositCommandOptions) => {
        if (options.send !== undefined) {
          const { sendCommand } = await import('../deposit/send/command.ts');
          return sendCommand({ ...options, send: options.send });
        }
        for (const name of ONLY_WITH_SEND) {
          if (options[name] !== undefined)
            throw new UsageError(`--${OPTION_NAMES[name] ?? name} needs --send`);
        }
        const { depositCommand } = await import('../deposit/command.ts');
        return depositCommand(options);
      }),
    );
}
