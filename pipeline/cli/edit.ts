/** `siglum edit`: the editor's workbench in the browser. */
import type { Command } from 'commander';
import { editionOption, exitWith } from './shared.ts';

export function addEdit(program: Command): void {
  program
    .command('edit')
    .description('the workbench: decide doubts, mark names and correct texts in the browser')
    .argument('[document]', 'the document to begin with')
    .addOption(editionOption())
    .option('--port <number>', 'port on this machine; 0 is any that is free', '0')
    .action(
      exitWith(async (document: string | undefined, options) => {
        const { editCommand } = await import('../edit/command.ts');
        return editCommand(document, options);
      }),
    );
}
