/** Sahle and others, Criteria for Reviewing Scholarly Digital Editions, version 1.1 (2014). */
import type { StandardList } from '../model/model.ts';

export const IDE: StandardList = {
  key: 'ide',
  name: 'IDE: criteria for scholarly digital editions',
  version: '1.1',
  address: 'https://www.i-d-e.de/publikationen/weitereschriften/criteria-version-1-1/',
  criteria: [
    {
      point: '1.2',
      asks: 'title, makers, publisher, date, address',
      by: ['title', 'contributors', 'publisher', 'published', 'identifier'],
    },
    { point: '1.3', asks: 'what the edition is about', by: ['introduction'] },
    { point: '1.4', asks: 'who contributed what', by: ['contributors', 'provenance'] },
    { point: '1.5', asks: 'someone to write to', by: ['says.contact', 'report'] },
    { point: '2.1', asks: 'the selection of the texts is explained', by: ['says.selection'] },
    { point: '2.2', asks: 'earlier editions and their use', by: ['says.earlier'] },
    {
      point: '2.3',
      asks: 'what is given in addition to the texts: commentary, literature, images',
      by: ['commentary', 'literature', 'images'],
    },
    {
      point: '3.1',
      asks: 'aims, methods and encoding are documented',
      by: ['says.aims', 'principles', 'encoding', 'odd'],
    },
    { point: '3.2', asks: 'the scholarly aims', by: ['says.aims'] },
    { point: '3.3', asks: 'audience and type of the edition', by: ['says.audience', 'says.kind'] },
    { point: '3.4', asks: 'the method follows from the material', by: ['principles', 'reviewer'] },
    {
      point: '3.5',
      asks: 'how documents and texts are represented',
      by: ['transcribed', 'witnesses'],
    },
    {
      point: '3.6',
      asks: 'criticism of the text: transmission, variants, emendations',
      by: ['practice', 'variants', 'emendations', 'commentary'],
    },
    { point: '3.7', asks: 'a documented data model by a standard', by: ['tei', 'odd'] },
    { point: '4.1', asks: 'technical basis', by: ['static', 'contingent'] },
    { point: '4.2', asks: 'an interface that can be used by everybody', by: ['plain', 'noScript'] },
    { point: '4.3', asks: 'ways to browse', by: ['browse'] },
    { point: '4.4', asks: 'search', by: ['search', 'search.advanced', 'search.help'] },
    { point: '4.5', asks: 'indexes', by: ['indexes', 'names'] },
    {
      point: '4.6',
      asks: 'quality of text and images',
      by: ['says.accuracy', 'images', 'reviewer'],
    },
    { point: '4.7', asks: 'metadata of the objects', by: ['metadata', 'formats'] },
    { point: '4.8', asks: 'identifiers and citation', by: ['cite', 'cite.passage', 'persistent'] },
    { point: '4.9', asks: 'interfaces for machines', by: ['interfaces', 'downloads'] },
    { point: '4.10', asks: 'readers can take part', by: ['report'] },
    { point: '4.11', asks: 'other forms of publication', by: ['downloads', 'formats'] },
    { point: '4.12', asks: 'the basic data are available', by: ['downloads', 'passages'] },
    { point: '4.13', asks: 'rights and licence', by: ['licence', 'licence.open'] },
    {
      point: '4.15',
      asks: 'introduction, help, documentation',
      by: ['introduction', 'help', 'encoding'],
    },
    {
      point: '4.16',
      asks: 'use in the long term',
      by: ['says.keeper', 'says.archiving', 'preservation', 'fixed', 'says.completion'],
    },
  ],
};
