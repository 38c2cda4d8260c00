/** `siglum encode`: reading texts to TEI. */
import { type Command, Option } from 'commander';
import { editionOption, exitWith, shardOption } from './shared.ts';

export function addEncode(program: Command): void {
  program
    .command('encode')
    .description('reading text to TEI; without names: all of the edition’s sources')
    .argument('[paths...]', 'source files (.txt, .docx, .html …), or folders of them')
    .addOption(editionOption())
    .option('--authority <file...>', 'authority files to use in place of the edition’s own')
    .option('--out <dir>', 'where the TEI goes; default: the edition’s documents/')
    .option(
      '--genre <name>',
      'the genre of all these texts: letter, diary, drama …; default: what each is recognized as',
    )
    .option(
      '--report <file>',
      'write a worklist for the editor: .json, .html, or a name without an extension for both',
    )
    .addOption(shardOption())
    .addOption(
      new Option(
        '--conflicts <winner>',
        'which version wins where editor and encoder disagree',
      ).choices(['editor', 'encoder']),
    )
    .action(
      exitWith(async (paths: string[], options) => {
        const { encodeCommand } = await import('../encode/command.ts');
        return encodeCommand(paths, options);
      }),
    );
}
