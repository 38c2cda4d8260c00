/**
 * Editions for the tests of metadata: the project's own with an address, an editor and a DOI, and
 * documents made for a case.
 *
 * Takes the data of a case. Returns paths, and the metadata from the stylesheets.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentMetadata, EditionMetadata } from '../../pipeline/formats/document.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import type { Transformer } from '../../pipeline/transform/transform.ts';
import { copyOfEdition, temporaryFolder } from '../site/edition.ts';

export const ADDRESS = 'https://example.org/edition/';
export const ORCID = '0000-0002-1825-0097';
export const DOI = '10.5281/zenodo.42';

/** A copy of the project's edition, completed with data that the project's own does not have. */
export function addressedEdition(): string {
  const folder = copyOfEdition();
  const path = join(folder, 'edition.xml');
  const identifiers = `<idno type="DOI">https://doi.org/${DOI}</idno><idno type="URI">${ADDRESS}`;
  const made = readFileSync(path, 'utf8')
    .replace(
      '<persName/>',
      '<persName><forename>Ana María</forename> <surname>Ruiz</surname></persName>',
    )
    .replace('<idno type="ORCID"/>', `<idno type="ORCID">https://orcid.org/${ORCID}</idno>`)
    .replace('<email/>', '<email>ana@example.org</email>')
    .replace(/<idno type="URI">[^<]+/, identifiers);
  writeFileSync(path, made);
  return folder;
}

/** Parts of a document's TEI; omitted parts are missing in it. */
export interface Case {
  readonly title?: string;
  /** Within `author`, `recipient`: names; `standOff`: entries. All are XML. */
  readonly author?: string;
  readonly recipient?: string;
  readonly date?: string;
  readonly source?: string;
  readonly genre?: string;
  readonly standOff?: string;
  readonly publication?: string;
  /** The document's number. */
  readonly number?: string;
  /** Null for a file without one. */
  readonly id?: string | null;
}

export function writeCase(parts: Case): string {
  const {
    title = 'Letter From A to B',
    author,
    recipient,
    date,
    source,
    genre,
    standOff,
    publication,
    number,
    id,
  } = parts;
  const path = join(temporaryFolder(), 'm1.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" ${id === null ? '' : 'xml:id="m1"'} xml:lang="en"><teiHeader><fileDesc><titleStmt><title type="main">${title}</title>
${author === undefined ? '' : `<author>${author}</author>`}</titleStmt>
<publicationStmt><publisher>A Press</publisher>${publication ?? ''}</publicationStmt>
<sourceDesc>${source ?? '<p>A letter.</p>'}</sourceDesc></fileDesc>
<profileDesc>${date === undefined ? '' : `<creation>${date}</creation>`}
${genre === undefined ? '' : `<textClass><keywords><term>${genre}</term></keywords></textClass>`}
${recipient === undefined ? '' : `<correspDesc><correspAction type="sent">${author ?? ''}</correspAction><correspAction type="received">${recipient}</correspAction></correspDesc>`}
</profileDesc></teiHeader>
<text><body><div type="document"${number === undefined ? '' : ` n="${number}"`}><p>Text.</p></div></body></text><standOff>${standOff ?? ''}</standOff></TEI>`,
  );
  return path;
}

export interface Made {
  readonly document: DocumentMetadata;
  readonly edition: EditionMetadata;
}

/** The metadata of one document of an edition, and the edition's. */
export function metadataOf(
  transformer: Transformer,
  folder: string,
  path?: string,
  language = 'en',
): Made {
  const { strings } = openInterface(language);
  const header = join(folder, 'edition.xml');
  const edition = transformer.editionFacts(header);
  const id = path === undefined ? 'd149' : 'm1';
  const places = {
    page: `documents/${id}.html`,
    tei: `documents/${id}.xml`,
    entries: { p_read: 'persons/read.html', pl_bolivia: 'places/bolivia.html' },
  };
  const file = path ?? join(folder, 'documents', 'd149.xml');
  return {
    document: transformer.metadata(file, { strings, edition, places }),
    edition: transformer.editionMetadata(header, {
      strings,
      edition,
      documents: [{ path: places.page }],
    }),
  };
}
