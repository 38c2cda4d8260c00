/** `siglum init`: a new edition. */
import { type Command, Option } from 'commander';
import { exitWith } from './shared.ts';

export function addInit(program: Command): void {
  program
    .command('init')
    .description('a new edition’s folder, ready to build')
    .argument('<dir>', 'a folder that does not exist yet, is empty, or contains TEI')
    .option('--example', 'with three invented documents, to try things out')
    .addOption(
      new Option(
        '--ci <service>',
        'a workflow file that checks, builds, publishes the pages and deposits a release',
      ).choices(['github', 'gitlab']),
    )
    .action(
      exitWith(async (dir: string, options) => {
        const { initCommand } = await import('../init/init.ts');
        return initCommand(dir, options);
      }),
    );
}
