/** `siglum build`: makes the site. */
import type { Command } from 'commander';
import { editionOption, exitWith, trustThemeOption } from './shared.ts';

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('encode what is new, check, transform and publish')
    .addOption(editionOption())
    .option('--out <dir>', 'where the site goes', '_site')
    .option('--language <tag>', 'language of the interface (default: that of edition.xml)')
    .option(
      '--release <number>',
      'publish this state of the edition permanently, for example as version 1.0.0',
    )
    .option('--state <state>', 'release only if every document is “proofread” or “approved”, say')
    .option('--releases <dir>', 'the folder of the releases (default: the edition’s releases/)')
    .option('--pdf', 'make PDFs of the edition, its chapters and documents')
    .option('--epub', 'make EPUBs of the edition and its documents')
    .addOption(trustThemeOption())
    .action(
      exitWith(async (options) => {
        const { buildCommand } = await import('../publish/command.ts');
        return buildCommand(options);
      }),
    );
}
