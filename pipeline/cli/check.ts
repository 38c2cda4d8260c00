/** `siglum check`: judges TEI files. */
import { type Command, Option } from 'commander';
import { editionOption, exitWith, shardOption } from './shared.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description(
      'well-formedness, RELAX NG, Schematron and references; without names: the whole edition',
    )
    .argument('[paths...]', 'TEI files, or folders of .xml files')
    .addOption(editionOption())
    .option('--rng <file>', 'a RELAX NG schema in place of the edition’s own')
    .option('--sch <file>', 'a Schematron schema in place of the edition’s own')
    .addOption(shardOption())
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .action(
      exitWith(async (paths: string[], options) => {
        const { checkCommand } = await import('../check/command.ts');
        return checkCommand(paths, options);
      }),
    );
}
