/** `siglum collate`: makes one text with an apparatus from witnesses of one text. */
import { type Command, Option } from 'commander';
import { exitWith } from './shared.ts';

export function addCollate(program: Command): void {
  program
    .command('collate')
    .description('two or more transcriptions of one text become one text with an apparatus')
    .argument(
      '[witnesses...]',
      'FILE or SIGLUM=FILE: TEI, or a reading text; without names, those of the rules',
    )
    .option('--base <siglum>', 'the witness that gives text and structure; default: the first')
    .option('--out <file>', 'where the result goes; default: standard output')
    .addOption(
      new Option('--format <format>', 'form of the result')
        .choices(['tei', 'json', 'csv'])
        .default('tei'),
    )
    .addOption(
      new Option('--method <method>', 'how the apparatus is tied to the text').choices([
        'parallel',
        'double-end-point',
      ]),
    )
    .option('--rules <file>', 'normalization and decisions; default: the edition’s collation.yaml')
    .option('--edition <dir>', 'the edition that gets the result as a document')
    .option('--title <words>', 'the title of the result')
    .action(
      exitWith(async (witnesses: string[], options) => {
        const { collateCommand } = await import('../collate/command.ts');
        return collateCommand(witnesses, options);
      }),
    );
}
