/**
 * CMDI 1.2 for the centres of CLARIN (CMDI 1.2 specification, CE-2016-0880), in the profile
 * OLAC-DcmiTerms: its elements are those of Dublin Core's terms, in alphabetical order.
 */
import { isDay } from '../facts/dates.ts';
import { doiAddress } from '../facts/schemes.ts';
import { joined } from '../writing/values.ts';
import { indented, type WrittenElement, xmlElement } from '../writing/xml-text.ts';
import { listName } from './facts/agents.ts';
import type { DepositFacts } from './facts/model.ts';
import { otherIdentifiers } from './facts/relations.ts';
import { interval } from './facts/summary.ts';

const CMD = 'http://www.clarin.eu/cmd/1';
const PROFILE = 'clarin.eu:cr1:p_1288172614026';
const SCHEMA = `https://catalog.clarin.eu/ds/ComponentRegistry/rest/registry/1.x/profiles/${PROFILE}/xsd`;

/** `archive`: name of the ZIP file that goes with it. */
export function cmdi(facts: DepositFacts, archive: string): string {
  const { published, title, doi, uri, web } = facts;
  const landing = doi ? doiAddress(doi) : web;
  const record = xmlElement(
    'cmd:CMD',
    {
      'xmlns:cmd': CMD,
      'xmlns:cmdp': `${CMD}/profiles/${PROFILE}`,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      CMDVersion: '1.2',
      'xsi:schemaLocation':
        `${CMD} https://infra.clarin.eu/CMDI/1.x/xsd/cmd-envelop.xsd ` +
        `${CMD}/profiles/${PROFILE} ${SCHEMA}`,
    },
    [
      xmlElement('cmd:Header', {}, [
        ...facts.creators.slice(0, 1).map(({ name }) => xmlElement('cmd:MdCreator', {}, [name])),
        published && isDay(published) && xmlElement('cmd:MdCreationDate', {}, [published]),
        xmlElement('cmd:MdProfile', {}, [PROFILE]),
        title && xmlElement('cmd:MdCollectionDisplayName', {}, [title]),
      ]),
      xmlElement('cmd:Resources', {}, [
        xmlElement('cmd:ResourceProxyList', {}, [
          landing && proxy('landing', 'LandingPage', landing),
          proxy('archive', 'Resource', archive, 'application/zip'),
        ]),
        xmlElement('cmd:JournalFileProxyList', {}, []),
        xmlElement('cmd:ResourceRelationList', {}, []),
      ]),
      xmlElement('cmd:Components', {}, [xmlElement('cmdp:OLAC-DcmiTerms', {}, terms(facts, uri))]),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${indented(record)}\n`;
}

function proxy(id: string, type: string, address: string, mimetype?: string): WrittenElement {
  return xmlElement('cmd:ResourceProxy', { id }, [
    xmlElement('cmd:ResourceType', { mimetype }, [type]),
    xmlElement('cmd:ResourceRef', {}, [address]),
  ]);
}

function terms(facts: DepositFacts, uri: string | null): WrittenElement[] {
  const { language, doi } = facts;
  const many = (name: string, values: readonly (string | null)[], lang?: string | null) =>
    values.flatMap((value): WrittenElement[] =>
      value ? [xmlElement(`cmdp:${name}`, { 'xml:lang': lang }, [value])] : [],
    );
  return [
    ...many('abstract', [facts.description], language),
    ...many('accessRights', ['open access'], 'en'),
    ...many('contributor', facts.contributors.map(listName)),
    ...many('coverage', [...facts.places.map(({ name }) => name), interval(facts)]),
    ...many('creator', facts.creators.map(listName)),
    ...many('description', [facts.sampling, facts.practice], language),
    ...many('format', ['application/tei+xml']),
    ...many('identifier', [
      doi && doiAddress(doi),
      uri,
      ...otherIdentifiers(facts).map((one) => one.uri),
    ]),
    ...many('issued', [facts.published]),
    ...many('language', facts.languages),
    ...many('license', [facts.licence ?? facts.licenceWords]),
    ...many('publisher', [facts.publisher]),
    ...many('rights', facts.rights, language),
    ...many(
      'source',
      facts.printed.map(({ citation, address }) => joined([citation, address], ' ')),
    ),
    ...many('subject', [...facts.keywords, ...facts.subjects.map(({ inverted }) => inverted)]),
    ...many('title', [joined([facts.title, facts.subtitle], ': ')], language),
    ...many('type', ['Dataset', 'Text']),
  ];
}
