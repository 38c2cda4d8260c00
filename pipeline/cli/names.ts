/** `siglum names`: names in the texts that no authority file has. */
import { type Command, Option } from 'commander';
import { editionOption, exitWith } from './shared.ts';

export function addNames(program: Command): void {
  program
    .command('names')
    .description('names in the texts that no authority file has, grouped into proposed entries')
    .addOption(editionOption())
    .addOption(
      new Option('--format <format>', 'form of the list; csv is a table to edit and read back')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .option(
      '--reconcile <service>',
      'ask an authority service for each proposal: lobid-gnd, geonames, wikidata, viaf, or ' +
        'the address of a Reconciliation Service',
    )
    .option('--from <file>', 'a table of --format csv with your decisions')
    .option(
      '--write',
      'add accepted entries (without --from: those of certainty medium) to ' +
        'authorities/proposed.xml',
    )
    .action(
      exitWith(async (options) => {
        const { namesCommand } = await import('../names/command.ts');
        return namesCommand(options);
      }),
    );
}
