/** Evidence about the edition as a whole, from edition.xml and its folder. */
import { foldedWords, pattern } from '../../core/text.ts';
import { divisionOf, reportAddress, wordsWithoutHeadings } from '../../edition/about/statements.ts';
import { attribute, descend, type TreeElement, textOf, walk } from '../../xml/tree.ts';
import type { StandardFacts } from '../model/facts.ts';
import type { CriterionEvidence } from '../model/model.ts';
import type { JudgeCriterion } from './criterion.ts';
import { deepest, evidencePlace, met, unmet } from './places.ts';

type ElementPath = readonly string[];

const FILE: ElementPath = ['teiHeader', 'fileDesc'];

/** The elements at a path of the header that contain words. */
function filled({ root }: StandardFacts, ...path: ElementPath): TreeElement[] {
  const parent = descend(root, ...path.slice(0, -1));
  return (parent ? [...walk(parent)] : []).filter(
    (one) => one.local === path.at(-1) && textOf(one).trim() !== '',
  );
}

function header(path: ElementPath, is: string, isNot: string, element: string): JudgeCriterion {
  return (facts) => {
    const [found] = filled(facts, ...path);
    if (found) return met(`${is}: “${foldedWords(textOf(found)).slice(0, 60)}”`);
    return unmet('missing', isNot, evidencePlace(facts, deepest(facts.root, ...path), element));
  };
}

/** A division of edition.xml with words. */
function division(type: string, what: string): JudgeCriterion {
  return (facts) => {
    const found = divisionOf(facts.root, type);
    if (found && wordsWithoutHeadings(found) !== '') return met(`edition.xml has ${what}`);
    const at = found ?? deepest(facts.root, 'text', 'body');
    return unmet(
      'missing',
      `edition.xml has no ${what}`,
      evidencePlace(facts, at, `<div type="${type}">`),
    );
  };
}

function identifiers(facts: StandardFacts): readonly string[] {
  return filled(facts, ...FILE, 'publicationStmt', 'idno').map((one) => textOf(one).trim());
}

const identifier: JudgeCriterion = (facts) => {
  const [first] = identifiers(facts);
  if (first) return met(`the edition has the identifier ${first}`);
  const at = deepest(facts.root, ...FILE, 'publicationStmt');
  const place = evidencePlace(facts, at, '<idno type="URI">');
  return unmet('missing', 'the edition has no identifier', place);
};

const PERSISTENT = pattern('i')`
    ^(?:doi:|10\.\d{4,}\/|ark:|urn:(?!uuid:)|hdl:)|\/\/(?:(?:dx\.)?doi\.org|n2t\.net|purl\.org|
    w3id\.org|hdl\.handle\.net)\/
  `;

const persistent: JudgeCriterion = (facts) => {
  const all = identifiers(facts);
  const found = all.find((one) => PERSISTENT.test(one));
  if (found) return met(`${found} is a persistent identifier`);
  const at = deepest(facts.root, ...FILE, 'publicationStmt');
  const why =
    all.length > 0
      ? `${all[0]} identifies the edition, but no institution maintains where it leads; ` +
        `"siglum deposit" reserves a DOI`
      : 'the edition has no identifier';
  const place = evidencePlace(facts, at, '<idno type="DOI">');
  return unmet(all.length > 0 ? 'partly' : 'missing', why, place);
};

const address: JudgeCriterion = (facts) => {
  const found = identifiers(facts).find((one) => /^https?:\/\//.test(one));
  if (found) return met(`the edition is at ${found}`);
  const at = deepest(facts.root, ...FILE, 'publicationStmt');
  return unmet(
    'missing',
    'edition.xml names no address on the web',
    evidencePlace(facts, at, '<idno type="URI">https://…</idno>'),
  );
};

const contributors: JudgeCriterion = (facts) => {
  const at = descend(facts.root, ...FILE, 'titleStmt');
  const named = (at ? [...walk(at)] : []).filter(
    ({ local, children }) =>
      /^(?:persName|orgName|name|editor|author|principal)$/.test(local) &&
      children.some((child) => typeof child === 'string' && child.trim() !== ''),
  );
  const editor = named.some((one) => isWithin(one, 'editor') || isWithin(one, 'principal'));
  if (editor) return met(`${named.length} contributors are named, an editor among them`);
  const place = evidencePlace(
    facts,
    deepest(facts.root, ...FILE, 'titleStmt', 'editor'),
    '<editor>',
  );
  return named.length > 0
    ? unmet('partly', `${named.length} contributor(s) are named, but no editor`, place)
    : unmet('missing', 'no one is named', place);
};

function isWithin(element: TreeElement, name: string): boolean {
  return element.local === name || (element.parent !== undefined && isWithin(element.parent, name));
}

const licence: JudgeCriterion = (facts) => {
  const at = descend(facts.root, ...FILE, 'publicationStmt', 'availability');
  const found = (at ? [...walk(at)] : []).find(({ local }) => local === 'licence');
  const target = found && attribute(found, 'target');
  if (target) return met(`the licence is ${target}`);
  const place = evidencePlace(
    facts,
    found ?? deepest(facts.root, ...FILE, 'publicationStmt'),
    '<licence target="https://creativecommons.org/licenses/by/4.0/">',
  );
  return at && wordsWithoutHeadings(at) !== ''
    ? unmet('partly', 'rights are stated, but no licence with an address', place)
    : unmet('missing', 'no rights are stated', place);
};

const openLicence: JudgeCriterion = (facts) => {
  const stated = licence(facts);
  if (stated.state !== 'met') return stated;
  const isOpen =
    /creativecommons\.org\/(?:licenses\/by(?:-sa)?\/|publicdomain\/)|opendatacommons/.test(
      stated.why,
    );
  return isOpen ? met(`${stated.why}, which is open`) : { ...stated, state: 'partly' };
};

const report: JudgeCriterion = (facts) => {
  const found = reportAddress(facts.root);
  if (found) return met(`errors are reported to ${found}; every page has the link`);
  const about = divisionOf(facts.root, 'about') ?? deepest(facts.root, 'text', 'body');
  return unmet(
    'missing',
    'there is no address to which an error can be reported',
    evidencePlace(facts, about, '<div type="contact"><p><ref target="mailto:…">'),
  );
};

const literature: JudgeCriterion = (facts) => {
  if (facts.literature) return met(`the list of literature is made from ${facts.literature}`);
  const at = deepest(facts.root, 'standOff');
  return unmet(
    'missing',
    'there is no list of literature',
    evidencePlace(
      facts,
      at,
      '<listBibl type="literature">, or a file literature.json or literature.bib',
    ),
  );
};

const version: JudgeCriterion = (facts) => {
  const edition = descend(facts.root, ...FILE, 'editionStmt', 'edition');
  const n = edition && attribute(edition, 'n');
  const place = evidencePlace(
    facts,
    deepest(facts.root, ...FILE, 'editionStmt'),
    '<edition n="1.0.0">',
  );
  if (facts.releases > 0) return met(`there are ${facts.releases} releases, each under its number`);
  if (n)
    return met(`the edition says that it is version ${n}, and every page shows it in its foot`);
  return unmet('missing', 'the edition has no version', place);
};

const fixed: JudgeCriterion = ({ releases }): CriterionEvidence =>
  releases > 0
    ? met(`${releases} releases stay as they were, the changes between them are listed`)
    : {
        state: 'partly',
        why:
          'addresses are permanent from the first release on, but nothing is released yet: ' +
          'run "siglum build --release"',
      };

export const EDITION_EVIDENCE: Readonly<Record<string, JudgeCriterion>> = {
  title: header([...FILE, 'titleStmt', 'title'], 'the title is', 'there is no title', '<title>'),
  contributors,
  publisher: header(
    [...FILE, 'publicationStmt', 'publisher'],
    'the publisher is',
    'no publisher is named',
    '<publisher>',
  ),
  published: header(
    [...FILE, 'publicationStmt', 'date'],
    'it was published',
    'no date of publication is stated',
    '<date when="…">',
  ),
  source: header(
    [...FILE, 'sourceDesc'],
    'the source is described',
    'the source is not described',
    '<sourceDesc>',
  ),
  identifier,
  persistent,
  address,
  licence,
  'licence.open': openLicence,
  report,
  literature,
  version,
  fixed,
  introduction: division('introduction', 'an introduction'),
  principles: division('principles', 'principles of the edition'),
  practice: header(
    ['teiHeader', 'encodingDesc', 'editorialDecl'],
    'editorial practice is declared',
    'editorialDecl does not say how the text was treated',
    '<editorialDecl>',
  ),
  history: header(
    ['teiHeader', 'revisionDesc', 'change'],
    'changes are recorded',
    'changes are not recorded',
    '<revisionDesc><change when="…">',
  ),
  odd: (facts) =>
    facts.odd
      ? met('schema/edition.odd describes the encoding; the site shows it with examples')
      : unmet('missing', 'there is no schema/edition.odd that describes the encoding', {
          path: facts.path.replace(/[^/]*$/, 'schema/edition.odd'),
          element: '<schemaSpec>',
        }),
  schemas: ({ schemas }) => met(`every document is checked by ${schemas.length} schemas`),
  git: ({ git }) =>
    git
      ? met('the folder is under version control')
      : { state: 'missing', why: 'the folder is not under version control: run "git init" in it' },
  integration: ({ integration }) =>
    integration
      ? met(`${integration} checks every change`)
      : {
          state: 'partly',
          why:
            '"siglum check" and "siglum build" end with an error code; no service runs them ' +
            'at every change yet',
        },
};
