/**
 * The content of the folders of an edition's sources and authorities: files that are read, and
 * files that are not.
 *
 * Takes the folders. Returns the paths of the sources; one finding with advice for each file that
 * is not used, so that none is ignored silently. Leftovers of programs and systems are skipped.
 */
import { extname, join } from 'node:path';
import { TABLE_NAMES } from '../../authorities/csv-entries.ts';
import { type Finding, shownPath } from '../../core/finding.ts';
import { folderEntries } from '../../edition/folder/files-in.ts';
import { LINK_TO_FILE } from '../../edition/folder/links.ts';
import { formatOf, SOURCE_FORMATS } from './formats.ts';
import { sourceDocumentId } from './ids.ts';

/**
 * Advice for a file of a well-known format that is not a source format. Its text would be missed:
 * an error.
 */
const ADVICE: Readonly<Record<string, string>> = {
  '.rtf': 'open it in a word processor and save it as .docx or .odt',
  '.doc': 'open it in a word processor and save it as .docx or .odt',
  '.dot': 'open it in a word processor and save it as .docx or .odt',
  '.wpd': 'open it in a word processor and save it as .docx or .odt',
  '.wps': 'open it in a word processor and save it as .docx or .odt',
  '.sxw': 'open it in a word processor and save it as .odt',
  '.fodt': 'open it in a word processor and save it as .odt',
  '.pages': 'export it from Pages as a Word document (.docx)',
  '.pdf':
    'a PDF does not say reliably in what order its words stand; copy or transcribe its text ' +
    'into a .txt or .docx file',
  '.tex': 'convert it to .docx or .md, with pandoc for example',
  '.epub': 'convert it to .docx or .html, one file for each document',
  '.xml': 'put TEI into documents/, or import it with "siglum import"',
  '.tei': 'put TEI into documents/ as .xml, or import it with "siglum import"',
  '.zip': 'unpack it',
  '.csv':
    'write one text file for each document; of a table of names make a TEI list in authorities/',
  '.tsv':
    'write one text file for each document; of a table of names make a TEI list in authorities/',
  '.xls':
    'write one text file for each document; of a table of names make a TEI list in authorities/',
  '.xlsx':
    'write one text file for each document; of a table of names make a TEI list in authorities/',
  '.ods':
    'write one text file for each document; of a table of names make a TEI list in authorities/',
};

const READABLE = SOURCE_FORMATS.map(({ extensions: [extension] }) => extension).join(', ');

const AUTHORITY_ADVICE =
  'authority files are TEI with the extension .xml: write its names into a list there ' +
  '(listPerson/person, listPlace/place, listOrg/org), ' +
  `or tables with the names ${TABLE_NAMES.join(', ')}; rename the file, or remove it`;

/**
 * Leftovers of file systems and word processors, which are not texts. Hidden files are not among a
 * folder's entries.
 */
const LEFT_BEHIND =
  /^~\$|~$|^(?:Thumbs\.db|desktop\.ini|Icon\r)$|\.(?:bak|tmp|swp|lock|crdownload|part)$/i;

/** The files of a folder that a reader accepts, in code-point order. */
export function sourcesIn(folder: string): string[] {
  return folderEntries(folder)
    .filter((entry) => !entry.isSymbolicLink() && isSource(entry.name))
    .map((entry) => join(folder, entry.name));
}

function isSource(name: string): boolean {
  return formatOf(name) !== undefined && !isAboutTheFolder(name) && !LEFT_BEHIND.test(name);
}

/** README files describe their folder. */
function isAboutTheFolder(name: string): boolean {
  return /^readme(?:\.|$)/i.test(name);
}

interface InputFolders {
  readonly sources: string;
  readonly authorities?: string;
}

/** One finding for each file of the two folders that is not used. */
export function unusedInputFiles({ sources, authorities }: InputFolders): Finding[] {
  return [...inSources(sources), ...(authorities === undefined ? [] : inAuthorities(authorities))];
}

function inSources(folder: string): Finding[] {
  const read = new Map(sourcesIn(folder).map((path) => [sourceDocumentId(path), path]));
  return folderEntries(folder).flatMap((entry): Finding[] => {
    const { name } = entry;
    const path = join(folder, name);
    if (LEFT_BEHIND.test(name)) return [];
    if (entry.isSymbolicLink()) return [unused(path, 'warning', LINK_TO_FILE)];
    if (isAboutTheFolder(name)) return formatOf(name) ? [unused(path, 'remark', ABOUT)] : [];
    if (formatOf(name)) return [];
    if (entry.isDirectory()) return [unused(path, 'warning', FOLDER)];
    const sameText = read.get(sourceDocumentId(name));
    if (sameText)
      return [
        unused(
          path,
          'remark',
          `the file is not read; its document is made from ${shownPath(sameText)}`,
        ),
      ];
    const advice = ADVICE[extname(name).toLowerCase()];
    if (advice)
      return [
        unused(
          path,
          'error',
          `the file is not encoded, because this format is not read: ${advice}`,
        ),
      ];
    return [
      unused(
        path,
        'warning',
        `the file is not encoded: sources have one of the extensions ${READABLE}; ${OTHER}`,
      ),
    ];
  });
}

const FOLDER =
  'the folder is not read; put its sources beside it, directly into the folder of the sources';
const ABOUT =
  'the file is not encoded: by its name it is about the folder; rename it if it is a document';
const OTHER = 'save its text in one of these formats, or remove the file';

function inAuthorities(folder: string): Finding[] {
  return folderEntries(folder).flatMap((entry): Finding[] => {
    const { name } = entry;
    const path = join(folder, name);
    if (LEFT_BEHIND.test(name) || isAboutTheFolder(name)) return [];
    if (entry.isSymbolicLink()) return [unused(path, 'warning', LINK_TO_FILE)];
    if (name.endsWith('.xml') || TABLE_NAMES.includes(name)) return [];
    if (entry.isDirectory()) return [unused(path, 'warning', AUTHORITY_FOLDER)];
    const severity = formatOf(name) || ADVICE[extname(name).toLowerCase()] ? 'error' : 'warning';
    return [unused(path, severity, `the file is not read: ${AUTHORITY_ADVICE}`)];
  });
}

const AUTHORITY_FOLDER =
  'the folder is not read; put its authority files directly into the folder of the authorities';

function unused(path: string, severity: Finding['severity'], message: string): Finding {
  return { path: shownPath(path), severity, rule: 'encode/unused-file', message };
}
