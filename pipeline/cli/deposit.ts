/** `siglum deposit`: the packages for repositories. */
import type { Command } from 'commander';
import { editionOption, exitWith } from './shared.ts';

export function addDeposit(program: Command): void {
  program
    .command('deposit')
    .description(
      'the packages for repositories: a bag with an RO-Crate, and the metadata that each asks for',
    )
    .addOption(editionOption())
    .option('--out <dir>', 'where the packages go', 'dist')
    .option('--repository <name>', 'for one repository; default: for all')
    .action(
      exitWith(async (options) => {
        const { depositCommand } = await import('../deposit/command.ts');
        return depositCommand(options);
      }),
    );
}
