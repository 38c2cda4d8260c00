/**
 * The DOIs in the headers of documents that are not encoded from a source: of an imported volume,
 * of TEI from elsewhere. Encoded documents get them from edition.xml when they are encoded again.
 *
 * Each document is complete without the edition's header (CONTRIBUTING, law 4), so the DOI is in
 * its own. A document that already has a DOI of its own keeps it.
 */
import { readInput } from '../../../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../../../core/finding.ts';
import type { Edition } from '../../../edition/edition.ts';
import { documentFiles } from '../../../edition/edition-files.ts';
import { isUntouched, signAnew } from '../../../edition/file-facts/provenance.ts';
import { documentSources } from '../../../encode/sources/find.ts';
import { importedFrom } from '../../../import/files/provenance.ts';
import { decodeXml } from '../../../xml/decode.ts';
import { NOT_EDITABLE, textOfUneditable } from '../../../xml/source/strict-only.ts';
import type { EarlierDois } from './earlier-dois.ts';
import { bareDoi, type Dois, statedDoi, writeDois } from './edition-doi.ts';

interface WrittenDocuments {
  /** The number of documents that were changed. */
  readonly written: number;
  /** Documents that could not be changed, or that have another DOI. */
  readonly findings: readonly Finding[];
}

/** `dois`: those of the edition. A document that is already right is not written. */
export function writeDocumentDois(
  edition: Edition,
  dois: Dois,
  earlier: EarlierDois,
): WrittenDocuments {
  const encoded = new Set(documentSources(edition).map(({ document }) => document));
  const findings: Finding[] = [];
  let written = 0;
  for (const path of documentFiles(edition)) {
    if (encoded.has(path)) continue;
    try {
      const tei = decodeXml(readInput(path, 'deposit/unreadable'), shownPath(path));
      const own = statedDoi(tei, shownPath(path));
      if (own !== undefined && own !== '' && isOther(own, dois, earlier)) {
        findings.push(ownDoi(path, own));
        continue;
      }
      // An import may replace the documents that no editor has changed: they stay such.
      const isImported = importedFrom(tei) !== undefined && isUntouched(tei);
      if (writeDois(path, dois, earlier.invalid, isImported ? signAnew : undefined)) written += 1;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (textOfUneditable(path, error) !== undefined) findings.push(notEditable(path));
      // The check of the build reports errors of the file.
      else
        findings.push(...error.findings.map((one) => ({ ...one, severity: 'warning' as const })));
    }
  }
  return { written, findings };
}

function isOther(own: string, { doi }: Dois, { replaceable }: EarlierDois): boolean {
  return !replaceable.has(own) && (doi === null || own !== bareDoi(doi));
}

function ownDoi(path: string, own: string): Finding {
  return {
    path: shownPath(path),
    severity: 'remark',
    rule: 'deposit/own-doi',
    message: `the document keeps its own DOI, ${own}; that of the edition is not written into it`,
  };
}

function notEditable(path: string): Finding {
  return {
    path: shownPath(path),
    severity: 'warning',
    rule: 'deposit/doi-not-written',
    message: `the DOI is not written into the document: ${NOT_EDITABLE}`,
  };
}
