/**
 * Features of every site that Siglum makes: pages that the layouts of an edition's theme can
 * replace, and properties of all pages. The tests of the site prove them.
 */
import type { JudgeCriterion } from './criterion.ts';
import { met } from './places.ts';

/** `layouts`: those with the feature; an edition's own replacement is not examined. */
function shown(why: string, ...layouts: readonly string[]): JudgeCriterion {
  return ({ ownLayouts }) => {
    const own = layouts.filter((name) => ownLayouts.includes(name));
    return own.length === 0
      ? met(why)
      : {
          state: 'partly',
          why: `${why}; the edition’s own layout ${own.join(', ')} was not examined`,
        };
  };
}

export const SITE_EVIDENCE: Readonly<Record<string, JudgeCriterion>> = {
  help: shown('help.html explains how to read, search, cite and download', 'help', 'base'),
  cite: shown(
    'cite.html and every document give citations in several styles and files for reference ' +
      'managers',
    'cite',
    'document',
  ),
  'cite.passage': shown('every paragraph, note and page has an address that is shown', 'document'),
  browse: shown(
    'documents can be browsed by contents, date, person, place, organization and source',
    'documents',
    'entries',
    'chronology',
  ),
  indexes: shown('indexes lead to every passage that names an entry', 'entries', 'entry'),
  search: shown('search.html finds words in texts and notes', 'search'),
  'search.advanced': shown(
    'the search has phrases, wildcards, AND, OR, NOT, NEAR and fields',
    'search',
  ),
  'search.suggest': shown('the search offers similar words and a list of all forms', 'search'),
  'search.help': shown('the search page explains its syntax', 'search'),
  encoding: shown('encoding.html describes the encoding element by element', 'encoding'),
  preservation: shown('about.html says how site and data are made to last', 'about'),
  downloads: shown('downloads.html has all texts as TEI, the schemas and metadata', 'downloads'),
  interfaces: shown(
    'interfaces.html lists DTS, JSON-LD, Turtle, plain text, Markdown and more',
    'interfaces',
  ),
  passages: always('each passage is a TEI file of its own, by DTS'),
  static: always('the site is made of files: no server program, no database'),
  plain: always('pages are HTML and CSS of the standards; each is checked for validity'),
  selfContained: always('no page contacts another host'),
  ownPages: always('every document and entry has a page of its own, with a short address'),
  redundant: always('every page has its navigation, licence and citation in itself'),
  noScript: always('every page can be read with scripts off; the search then leads to the indexes'),
  validated: always('"siglum check" and "siglum build --release" stop where the TEI has errors'),
  addresses: always(
    'a released address is permanent; what moved is redirected, and a build that would lose ' +
      'one fails',
  ),
  formats: always('metadata are written as JSON-LD, CSL-JSON, BibTeX, RIS, CFF and DataCite'),
  embedded: always('metadata are in every page as schema.org and as typed links'),
  http: always('pages and data are files that any web server gives out by HTTP'),
  deposit: always('"siglum deposit" makes packages for Zenodo, Dataverse, ARCHE and others'),
  open: always('nothing needs a login or a fee'),
  contingent: always('the data need no part of Siglum: they are TEI with their schema'),
  reviewer: () => ({ state: 'reviewer', why: 'only a reader of the texts can decide this' }),
};

function always(why: string): JudgeCriterion {
  return () => met(why);
}
