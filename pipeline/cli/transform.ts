/** `siglum transform`: prepares what a build needs, divided among machines. */
import { type Command, Option } from 'commander';
import { editionOption, exitWith, shardOption, trustThemeOption } from './shared.ts';

export function addTransform(program: Command): void {
  program
    .command('transform')
    .description(
      'what a site needs of the documents, made and cached for a build: work that can be ' +
        'divided over machines',
    )
    .addOption(editionOption())
    .addOption(shardOption())
    .addOption(
      new Option(
        '--only <step>',
        'only the data of each document, which the pages of the others need',
      ).choices(['data']),
    )
    .option('--language <tag>', 'language of the interface (default: that of edition.xml)')
    .option('--releases <dir>', 'the folder of the releases (default: the edition’s releases/)')
    .addOption(trustThemeOption())
    .action(
      exitWith(async (options) => {
        const { transformCommand } = await import('../publish/transform-command.ts');
        return transformCommand(options);
      }),
    );
}
