/** `siglum import`: makes an edition from foreign TEI. */
import type { Command } from 'commander';
import { exitWith } from './shared.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .description('TEI that exists elsewhere, a volume or a folder of files, becomes an edition')
    .argument('<files...>', 'TEI files, or folders of .xml files')
    .requiredOption('--edition <dir>', 'the folder of the edition that is made')
    .option(
      '--unit <xpath>',
      'which elements are documents; default: what the file says, or div[@type="document"]',
    )
    .option(
      '--prefix',
      'begin every name with that of its file, where several files have the same names',
    )
    .action(
      exitWith(async (files: string[], options) => {
        const { importCommand } = await import('../import/command.ts');
        return importCommand(files, options);
      }),
    );
}
