/**
 * A static repository (Open Archives Initiative, "Specification for an OAI Static Repository"): a
 * file on a web server from which a gateway answers harvesters, with a record of the edition and
 * one of each document that has an identifier.
 */
import { unique } from '../writing/values.ts';
import { indented, type WrittenElement, xmlElement } from '../writing/xml-text.ts';
import type { DepositFacts } from './facts/model.ts';
import { type DocumentSummary, ownIdentifiers } from './facts/summary.ts';
import { OAI_DC, oaiDcOfDocument, oaiDcRecord } from './oai-dc.ts';

const STATIC = 'http://www.openarchives.org/OAI/2.0/static-repository';
const OAI = 'http://www.openarchives.org/OAI/2.0/';

/**
 * `day`: YYYY-MM-DD, on which the records were last changed. `file`: the file's name beside the
 * site's first page. Null if the edition states no web address, contact or identifier, which a
 * static repository requires.
 */
export function oaiStatic(
  facts: DepositFacts,
  documents: readonly DocumentSummary[],
  { day, file }: { readonly day: string; readonly file: string },
): string | null {
  const { web, email, title } = facts;
  const [identifier] = ownIdentifiers(facts);
  if (web === null || email === null || identifier === undefined) return null;
  const item = (id: string, metadata: WrittenElement): WrittenElement =>
    xmlElement('oai:record', {}, [
      xmlElement('oai:header', {}, [
        xmlElement('oai:identifier', {}, [id]),
        xmlElement('oai:datestamp', {}, [day]),
      ]),
      xmlElement('oai:metadata', {}, [metadata]),
    ]);
  const parts = documents.flatMap((document) => {
    const [own] = ownIdentifiers(document);
    return own === undefined || own === identifier ? [] : [{ own, document }];
  });
  const record = xmlElement(
    'Repository',
    {
      xmlns: STATIC,
      'xmlns:oai': OAI,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${STATIC} ${STATIC}.xsd`,
    },
    [
      xmlElement('Identify', {}, [
        xmlElement('oai:repositoryName', {}, [title ?? '']),
        xmlElement('oai:baseURL', {}, [new URL(file, web.endsWith('/') ? web : `${web}/`).href]),
        xmlElement('oai:protocolVersion', {}, ['2.0']),
        xmlElement('oai:adminEmail', {}, [email]),
        xmlElement('oai:earliestDatestamp', {}, [day]),
        xmlElement('oai:deletedRecord', {}, ['no']),
        xmlElement('oai:granularity', {}, ['YYYY-MM-DD']),
      ]),
      xmlElement('ListMetadataFormats', {}, [
        xmlElement('oai:metadataFormat', {}, [
          xmlElement('oai:metadataPrefix', {}, ['oai_dc']),
          xmlElement('oai:schema', {}, ['http://www.openarchives.org/OAI/2.0/oai_dc.xsd']),
          xmlElement('oai:metadataNamespace', {}, [OAI_DC]),
        ]),
      ]),
      xmlElement('ListRecords', { metadataPrefix: 'oai_dc' }, [
        item(identifier, oaiDcRecord(facts, documents)),
        ...unique(parts, ({ own }) => own).map(({ own, document }) =>
          item(own, oaiDcOfDocument(document, facts)),
        ),
      ]),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(record)}\n`;
}
