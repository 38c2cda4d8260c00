/** `siglum status`: reports the state of each document. */
import { type Command, Option } from 'commander';
import { editionOption, exitWith } from './shared.ts';

export function addStatus(program: Command): void {
  program
    .command('status')
    .description(
      'the state of each document: untouched, edited, outdated, conflicting; sources without ' +
        'a document',
    )
    .addOption(editionOption())
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(
      exitWith(async (options) => {
        const { statusCommand } = await import('../status/command.ts');
        return statusCommand(options);
      }),
    );
}
