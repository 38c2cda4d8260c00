/**
 * Editions to deposit: the project's own unchanged, and one with a header that has everything that
 * repositories ask for.
 *
 * Exports folders that `removeFolders` deletes.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../pipeline/core/files/files-below.ts';
import { deposit } from '../../pipeline/deposit/deposit.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { refreshDocuments } from '../../pipeline/encode/run/refresh.ts';
import { copyOfEdition, temporaryFolder } from '../site/edition.ts';

export {
  copyOfEdition,
  removeFolders,
  type Said,
  siglum,
  temporaryFolder,
} from '../site/edition.ts';

/** ORCID's own example (support.orcid.org): a person who does not exist. */
export const ORCID = '0000-0002-1825-0097';
/** The prefix that DataCite reserves for examples and tests. */
export const DOI = '10.5072/example-full';
export const WEB = 'https://example.org/edition/';

/** Changes a file of an edition; fails if the words to be changed are not there. */
export function change(edition: string, file: string, from: string | RegExp, to: string): void {
  const path = join(edition, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, after);
}

/** The project's edition with an editor, ORCID, e-mail, DOI, web address, keywords and a funder. */
export function completeEdition(): string {
  const edition = copyOfEdition();
  change(
    edition,
    'edition.xml',
    '<persName/>',
    '<persName><forename>Josiah</forename> <surname>Carberry</surname></persName>',
  );
  change(edition, 'edition.xml', '<idno type="ORCID"/>', `<idno type="ORCID">${ORCID}</idno>`);
  change(edition, 'edition.xml', '<email/>', '<email>carberry@example.org</email>');
  change(
    edition,
    'edition.xml',
    '<respStmt xml:id="historian">',
    '<funder><orgName>Example Foundation</orgName></funder><respStmt xml:id="historian">',
  );
  change(
    edition,
    'edition.xml',
    /<idno type="URI">[^<]*<\/idno>/,
    `<idno type="URI">${WEB}</idno><idno type="DOI">https://doi.org/${DOI}</idno>`,
  );
  change(
    edition,
    'edition.xml',
    '</langUsage>',
    '</langUsage><textClass><keywords scheme="https://example.org/subjects"><term>Foreign “relations” &amp; &lt;elections></term><term ref="https://vocabs.acdh.oeaw.ac.at/oefosdisciplines/601">History</term></keywords></textClass>',
  );
  return edition;
}

/**
 * The project's edition and, under another number, its document again: an edition of more than one,
 * with its order in a file of its own.
 */
export function editionOfTwo(): string {
  const edition = completeEdition();
  const second = join(edition, 'documents', 'd150.xml');
  cpSync(join(edition, 'documents', 'd149.xml'), second);
  const tei = readFileSync(second, 'utf8')
    .replaceAll('d149', 'd150')
    .replaceAll('n="149"', 'n="150"');
  writeFileSync(
    second,
    tei.replace(/<author>.*?<\/author>/, '<author><persName>A. Nonymous</persName></author>'),
  );
  writeFileSync(
    join(edition, 'contents.xml'),
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>The order of the documents</title></titleStmt><publicationStmt><publisher>Siglum</publisher></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><list type="contents"><item><ptr target="documents/d150.xml"/></item></list></standOff></TEI>',
  );
  return edition;
}

export interface Package {
  readonly root: string;
  /** Folder of the bag. */
  readonly bag: string;
  readonly name: string;
  readonly read: (path: string) => string;
  readonly files: readonly string[];
}

/** Deposits in this process, for speed; the command itself is tried in command.test.ts. */
export async function depositOf(edition: string, repository?: string): Promise<Package> {
  const root = join(temporaryFolder(), 'dist');
  await encodedAnew(edition);
  await deposit(openEdition(edition), root, repository);
  return packageAt(root);
}

/** Brings documents up to date with a changed edition.xml, as "siglum build" does. */
export async function encodedAnew(edition: string): Promise<void> {
  const opened = openEdition(edition);
  const fileIndex = new FileIndex(opened.cache, opened.root);
  (await refreshDocuments(opened, { fileIndex })).saveVerdicts();
}

export function packageAt(root: string): Package {
  const files = filesBelow(root);
  const name = files.find((path) => path.endsWith('/bagit.txt'))?.replace('/bagit.txt', '') ?? '';
  return {
    root,
    files,
    name,
    bag: join(root, name),
    read: (path) => readFileSync(join(root, path), 'utf8'),
  };
}
