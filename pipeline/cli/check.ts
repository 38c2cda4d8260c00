/** `siglum check`: checks TEI files. */
import { type Command, Option } from 'commander';
import { UsageError } from '../core/finding.ts';
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
    .option(
      '--standards',
      'judge the edition by criteria of its field: IDE, RIDE, MLA, Endings, FAIR',
    )
    .action(
      exitWith(async (paths: string[], options) => {
        if (options.standards) {
          const { standardsCommand } = await import('../standards/command.ts');
          if (paths.length > 0)
            throw new UsageError('--standards examines the whole edition; name no files with it');
          return standardsCommand(options);
        }
        const { checkCommand } = await import('../check/command.ts');
        return checkCommand(paths, options);
      }),
    );
}
