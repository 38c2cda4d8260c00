/**
 * Findings about the files of an edition's folder that are neither documents nor registers, so that
 * no file of TEI is missing from a site in silence.
 *
 * Takes the files with their roles. Returns findings: one for each file that has TEI in it, and one
 * for all other XML together.
 */
import { join, relative, sep } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, type Severity, shownPath } from '../../core/finding.ts';
import { decodeXml } from '../../xml/decode.ts';
import { readXml } from '../../xml/read.ts';
import { fragmentRoot } from '../../xml/source/fragment.ts';
import { readDocument } from '../../xml/source/read-document.ts';
import { readTree } from '../../xml/tree.ts';
import type { Edition } from '../edition.ts';
import { filesIn } from '../folder/files-in.ts';
import { misnamedBelow, skippedFolders, xmlBelow } from '../folder/xml-below.ts';
import type { TeiRole } from './tei-role.ts';

interface FileRole {
  readonly path: string;
  readonly role: TeiRole;
}

const RULE = 'check/unreadable';
/** So many names of other files are reported. */
const NAMED = 4;

/** `others`: files in no folder of a fixed role; `roleOf`: the role of any file of XML. */
export function unusedEditionFiles(
  edition: Edition,
  others: readonly FileRole[],
  roleOf: (path: string) => TeiRole,
): Finding[] {
  const ofRole = (wanted: TeiRole): string[] =>
    others.filter(({ role }) => role === wanted).map(({ path }) => path);
  return [
    ...otherFiles(edition, ofRole('other')),
    ...ofRole('fragment').map((path) => fragment(path, edition)),
    ...ofRole('wrapper').map((path) => wrapper(path, edition)),
    ...ofRole('header').map(corpusHeader),
    ...ofRole('schema').map(schema),
    ...ofRole('broken').flatMap((path) => broken(path, edition)),
    ...misnamedBelow(edition.root, [edition.sources, edition.releases]).map(misnamed),
    ...skippedFolders(edition.root).map(skippedFolder),
    ...misplaced(edition, roleOf),
  ];
}

function finding(path: string, severity: Severity, rule: string, message: string): Finding {
  return { path: shownPath(path), severity, rule: `edition/${rule}`, message };
}

function otherFiles(edition: Edition, others: readonly string[]): Finding[] {
  if (others.length === 0) return [];
  const names = others
    .slice(0, NAMED)
    .map((path) => relative(edition.root, path).split(sep).join('/'));
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
  const what = others.length === 1 ? 'one file of XML is' : `${others.length} files of XML are`;
  const message =
    `${what} neither a document nor a register of TEI, and ignored: ` +
    `${names.join(', ')}${more}`;
  return [finding(edition.root, 'remark', 'other-files', message)];
}

function fragment(path: string, edition: Edition): Finding {
  const message =
    `the file begins with ${rootOf(path, edition)}, a part of TEI that no document includes ` +
    `or refers to, so it is not shown; include it in a document (xi:include), or put it into ` +
    `a TEI file with a teiHeader`;
  return finding(path, 'warning', 'fragment', message);
}

function wrapper(path: string, edition: Edition): Finding {
  const message =
    `the file has documents of TEI inside ${rootOf(path, edition)}, and none of them is ` +
    `shown; save each <TEI> as a file of its own`;
  return finding(path, 'warning', 'wrapped', message);
}

function corpusHeader(path: string): Finding {
  const message =
    'this <teiCorpus> has a header alone, without a document, so it is not shown; its ' +
    'documents are the other files';
  return finding(path, 'remark', 'corpus-header', message);
}

function schema(path: string): Finding {
  const message =
    'the file describes a schema (ODD), so it is not a document; edition.odd in schema/ is ' +
    'the one that a site shows';
  return finding(path, 'remark', 'schema', message);
}

function misnamed(path: string): Finding {
  const message =
    'the file is not read, because the name of a TEI file ends in .xml; rename it, if it is one';
  return finding(path, 'warning', 'file-name', message);
}

function skippedFolder(path: string): Finding {
  const message =
    'the folder has XML files, and is skipped, because folders of this name usually ' +
    'contain the output of programs; rename it, if the files are documents';
  return finding(path, 'remark', 'skipped-folder', message);
}

/** Documents in folders for something else. */
function misplaced(edition: Edition, roleOf: (path: string) => TeiRole): Finding[] {
  const documents = (paths: readonly string[]): string[] =>
    paths.filter((path) => roleOf(path) === 'document');
  return [
    ...documents(xmlBelow(join(edition.root, 'schema'))).map((path) =>
      finding(
        path,
        'warning',
        'misplaced',
        'this TEI document is in schema/, so it is not shown; move it into documents/',
      ),
    ),
    ...documents(filesIn(edition.authorities, '.xml')).map((path) =>
      finding(
        path,
        'warning',
        'misplaced',
        'the file is read for its entries, because it is in authorities/, and is not ' +
          'shown as a document; move it into documents/, if it is one',
      ),
    ),
  ];
}

/** `<div>`; without the name where the file cannot be read. */
function rootOf(path: string, edition: Edition): string {
  try {
    const { text, isFragment } = readDocument(path, edition.root, RULE);
    // A fragment is read with a header and other elements around it.
    const own = isFragment
      ? fragmentRoot(decodeXml(readInput(path, RULE), shownPath(path)))
      : undefined;
    return `<${own ?? readTree({ path: shownPath(path), content: text }).name}>`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return 'another element';
  }
}

/** Why a file that does not begin as TEI cannot be parsed: JSON or HTML named .xml, for example. */
function broken(path: string, { root }: Edition): readonly Finding[] {
  try {
    const { text } = readDocument(path, root, RULE);
    readXml({ path: shownPath(path), content: text }, {});
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.findings.slice(0, 1).map((found) => ({
      ...found,
      severity: 'warning',
      message: `not well-formed XML, and not shown: ${found.message}`,
    }));
  }
}
