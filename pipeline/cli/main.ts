/**
 * The command line: names the commands and their options, and turns the outcome into an exit code.
 *
 * In: the words after `siglum`. Out: exit 0 (fine), 1 (the input has errors), 2 (the command was
 * used wrongly). Each command's work lies in its stage's folder and is loaded only when the command
 * is used.
 */
import { Command, Option } from 'commander';
import { exitCodeOf } from '../core/exit-code.ts';
import { UsageFault } from '../core/finding.ts';
import { defaultEdition, programVersion } from '../edition/edition.ts';

const program = new Command('siglum')
  .description('From the reading text of a historical document to a citable digital edition.')
  .version(programVersion())
  .showHelpAfterError('(siglum --help tells how the command is used)')
  .exitOverride();

const shard = () =>
  new Option('--shard <k/n>', 'only a share of the documents: 3/16 is the third of sixteen');
const trustTheme = () =>
  new Option(
    '--trust-theme',
    'let layouts and XSLT of the edition’s theme/ run: they are programs',
  );
const edition = () =>
  new Option('--edition <dir>', 'the folder of the edition').default(
    defaultEdition(process.cwd()),
    'the current folder; within a checkout of Siglum, tei/',
  );

program
  .command('encode')
  .description('reading text to TEI; without names: all of the edition’s sources')
  .argument('[paths...]', 'source files (.txt, .docx, .html …), or folders of them')
  .addOption(edition())
  .option('--authority <file...>', 'authority files to use in place of the edition’s own')
  .option('--out <dir>', 'where the TEI goes; default: the edition’s documents/')
  .option(
    '--genre <name>',
    'the genre of all these texts: letter, diary, drama …; default: what each is recognized as',
  )
  .option(
    '--report <file>',
    'write a worklist for the editor: .json, .html, or a name without an ending for both',
  )
  .addOption(shard())
  .addOption(
    new Option(
      '--conflicts <whose>',
      'whose version stands where editor and encoder disagree',
    ).choices(['editor', 'encoder']),
  )
  .action(async (paths: string[], options) => {
    const { encodeCommand } = await import('../encode/command.ts');
    process.exitCode = await encodeCommand(paths, options);
  });

program
  .command('check')
  .description(
    'well-formedness, RELAX NG, Schematron and references; without names: the whole edition',
  )
  .argument('[paths...]', 'TEI files, or folders of .xml files')
  .addOption(edition())
  .option('--rng <file>', 'a RELAX NG schema in place of the edition’s own')
  .option('--sch <file>', 'a Schematron schema in place of the edition’s own')
  .addOption(shard())
  .addOption(
    new Option('--format <format>', 'form of the report')
      .choices(['text', 'json', 'sarif'])
      .default('text'),
  )
  .action(async (paths: string[], options) => {
    const { checkCommand } = await import('../check/command.ts');
    process.exitCode = await checkCommand(paths, options);
  });

program
  .command('transform')
  .description(
    'what a site needs of the documents, made and kept for a build: work that can be shared out',
  )
  .addOption(edition())
  .addOption(shard())
  .addOption(
    new Option(
      '--only <step>',
      'only what each document says, which the others’ pages need',
    ).choices(['data']),
  )
  .option('--language <tag>', 'language of the interface (default: that of edition.xml)')
  .option('--releases <dir>', 'the folder of the releases (default: the edition’s releases/)')
  .addOption(trustTheme())
  .action(async (options) => {
    const { transformCommand } = await import('../publish/transform-command.ts');
    process.exitCode = await transformCommand(options);
  });

program
  .command('build')
  .description('encode what is new, check, transform and publish')
  .addOption(edition())
  .option('--out <dir>', 'where the site goes', '_site')
  .option('--language <tag>', 'language of the interface (default: that of edition.xml)')
  .option(
    '--release <number>',
    'lay down this state of the edition for good, as version 1.0.0, say',
  )
  .option('--releases <dir>', 'the folder of the releases (default: the edition’s releases/)')
  .addOption(trustTheme())
  .action(async (options) => {
    const { buildCommand } = await import('../publish/command.ts');
    process.exitCode = await buildCommand(options);
  });

program
  .command('serve')
  .description('build, then preview in a browser and rebuild on change')
  .addOption(edition())
  .option('--out <dir>', 'where the site goes', '_site')
  .option('--language <tag>', 'language of the interface (default: that of edition.xml)')
  .option('--releases <dir>', 'the folder of the releases (default: the edition’s releases/)')
  .option('--port <number>', 'port of the preview', '8080')
  .addOption(trustTheme())
  .action(async (options) => {
    const { serveCommand } = await import('../publish/serve/command.ts');
    process.exitCode = await serveCommand(options);
  });

program
  .command('status')
  .description(
    'each document: untouched, edited, outdated, conflicting; sources without a document',
  )
  .addOption(edition())
  .addOption(
    new Option('--format <format>', 'form of the report').choices(['text', 'json']).default('text'),
  )
  .action(async (options) => {
    const { statusCommand } = await import('../status/command.ts');
    process.exitCode = await statusCommand(options);
  });

program
  .command('init')
  .description('a new edition’s folder, ready to build')
  .argument('<dir>', 'a folder that is not there yet, is empty, or has TEI in it')
  .action(async (dir: string) => {
    const { initCommand } = await import('../init/init.ts');
    process.exitCode = initCommand(dir);
  });

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
  .action(async (files: string[], options) => {
    const { importCommand } = await import('../import/command.ts');
    process.exitCode = await importCommand(files, options);
  });

program
  .command('deposit')
  .description(
    'the packages for repositories: a bag with an RO-Crate, and the metadata that each asks for',
  )
  .addOption(edition())
  .option('--out <dir>', 'where the packages go', 'dist')
  .option('--repository <name>', 'for one repository; default: for all')
  .action(async (options) => {
    const { depositCommand } = await import('../deposit/command.ts');
    process.exitCode = await depositCommand(options);
  });

// An empty word, as of a variable of the shell that nobody has set, would mean the folder in which
// the command is given.
program.hook('preAction', (_program, command) => {
  const options = Object.entries(command.opts()).filter(
    ([, value]) => value === '' || asList(value).includes(''),
  );
  for (const [name] of options)
    throw new UsageFault(`--${name} is followed by nothing; write a name behind it`);
  if (command.processedArgs.flatMap(asList).includes(''))
    throw new UsageFault('one of the names is empty; write it out');
});

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Does what the words after `siglum` say. */
export async function siglum(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (fault) {
    process.exitCode = exitCodeOf(fault);
  }
}
