/** `siglum serve`: builds, previews, and rebuilds on change. */
import type { Command } from 'commander';
import { editionOption, exitWith, trustThemeOption } from './shared.ts';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('build, then preview in a browser and rebuild on change')
    .addOption(editionOption())
    .option('--out <dir>', 'where the site goes', '_site')
    .option('--language <tag>', 'language of the interface (default: that of edition.xml)')
    .option('--releases <dir>', 'the folder of the releases (default: the edition’s releases/)')
    .option('--port <number>', 'port of the preview', '8080')
    .addOption(trustThemeOption())
    .action(
      exitWith(async (options) => {
        const { serveCommand } = await import('../publish/serve/command.ts');
        return serveCommand(options);
      }),
    );
}
