/** `siglum check --standards`: verdicts, their reasons, and where to correct them. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { EVIDENCE } from '../../pipeline/standards/evidence/table.ts';
import { judgeEdition } from '../../pipeline/standards/judge.ts';
import { LISTS } from '../../pipeline/standards/lists/lists.ts';
import { standardFacts } from '../../pipeline/standards/model/facts.ts';
import type { JudgedList } from '../../pipeline/standards/model/model.ts';
import { missingPoints, reviewerPoints, standardsReport } from '../../pipeline/standards/report.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let root: string;
beforeEach(() => {
  root = join(mkdtempSync(join(tmpdir(), 'siglum-standards-')), 'tei');
  folders.push(join(root, '..'));
  cpSync(join(PROGRAM, 'tei'), root, { recursive: true });
});

const EMPTY = `<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt>
    <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
  <text><body>
    <div/></body></text>
</TEI>`;

const ZENODO = '<ref target="https://zenodo.org/">Zenodo</ref>';

function judged(): readonly JudgedList[] {
  return judgeEdition(standardFacts(openEdition(root)));
}

function point(lists: readonly JudgedList[], list: string, name: string) {
  const found = lists
    .find(({ key }) => key === list)
    ?.verdicts.find(({ point: own }) => own.includes(name));
  if (!found) throw new Error(`${list} has no point ${name}`);
  return found;
}

describe('the lists', () => {
  it('refer to evidence that there is, each point once', () => {
    for (const { criteria, key } of LISTS) {
      expect(new Set(criteria.map((one) => one.point)).size, key).toBe(criteria.length);
      for (const { by, point: name } of criteria) {
        expect(by.length, name).toBeGreaterThan(0);
        for (const one of by) expect(EVIDENCE.has(one), `${name}: ${one}`).toBe(true);
      }
    }
  });
});

describe('an edition without any statements', () => {
  beforeEach(() => writeFileSync(join(root, 'edition.xml'), EMPTY));

  it('misses what only an editor can say, and the report says where it goes', () => {
    const audience = point(judged(), 'ride', 'audience');
    expect(audience.state).toBe('missing');
    expect(audience.evidence[0]?.place).toMatchObject({
      line: 4,
      column: 9,
      element: '<div type="about"> … <div type="audience">',
    });
    expect(point(judged(), 'ride', 'bibl_desc').state).toBe('partly');
    expect(point(judged(), 'endings', '2.2').state).toBe('missing');
  });

  it('is asked each thing once, for all lists', () => {
    const reasons = missingPoints(judged()).map(({ why }) => why);
    expect(new Set(reasons).size).toBe(reasons.length);
    const archiving = missingPoints(judged()).find(({ why }) => why.includes('archived'));
    expect(archiving?.points.length).toBeGreaterThan(2);
  });
});

describe('what is said in its place', () => {
  const about = (div: string) =>
    writeFileSync(
      join(root, 'edition.xml'),
      EMPTY.replace('<div/>', `<div type="about"><head>About</head>${div}</div>`),
    );

  it.each([
    ['audience', 'audience'],
    ['kind', 'typology'],
    ['completion', 'complete'],
    ['earlier', 'previous_edition'],
  ])('counts: %s', (type, name) => {
    about(`<div type="${type}"><head>A heading</head><p>Said.</p></div>`);
    expect(point(judged(), 'ride', name).state).toBe('met');
  });

  it.each([
    ['keeper', 'institutional_curation', 'No institution is named yet.', 'reviewer'],
    ['keeper', 'institutional_curation', '<orgName>Archive of Essen</orgName>.', 'met'],
    ['keeper', 'institutional_curation', 'None: <orgName> </orgName>', 'reviewer'],
    ['archiving', 'data_archive', 'Noch nicht hinterlegt.', 'reviewer'],
    ['archiving', 'data_archive', 'At <ref target="https://zenodo.org/">Zenodo</ref>.', 'met'],
    ['archiving', 'data_archive', '<idno type="DOI">10.5281/zenodo.1</idno>', 'met'],
    ['archiving', 'data_archive', `The text is not archived at ${ZENODO} yet.`, 'reviewer'],
    ['archiving', 'data_archive', `At ${ZENODO}, which isn’t done.`, 'reviewer'],
    ['archiving', 'data_archive', `Noch nicht bei <hi>${ZENODO}</hi>.`, 'reviewer'],
    ['archiving', 'data_archive', `Les données n’y sont pas : ${ZENODO}`, 'reviewer'],
    ['archiving', 'data_archive', `A deposit at ${ZENODO} is planned.`, 'reviewer'],
    ['archiving', 'data_archive', `No copy is in print. The data are at ${ZENODO}.`, 'met'],
    ['archiving', 'data_archive', `Not at ${ZENODO}. A copy is at ${ZENODO}.`, 'met'],
    ['archiving', 'data_archive', `In ${ZENODO}. Not in print.`, 'met'],
    ['keeper', 'institutional_curation', 'Not the <orgName>Archive</orgName>.', 'reviewer'],
    ['keeper', 'institutional_curation', 'Kein <orgName>Archiv</orgName>.', 'reviewer'],
  ])('is no proof that it names anything: %s, %s: %s', (type, name, said, state) => {
    about(`<div type="${type}"><head>A heading</head><p>${said}</p></div>`);
    expect(point(judged(), 'ride', name).state).toBe(state);
  });

  it('does not count where there is only a heading', () => {
    about('<div type="audience"><head>For whom</head><p> </p></div>');
    expect(point(judged(), 'ride', 'audience').state).toBe('missing');
  });

  it('can be in the header too', () => {
    const said = '<encodingDesc><samplingDecl><p>All letters.</p></samplingDecl></encodingDesc>';
    writeFileSync(join(root, 'edition.xml'), EMPTY.replace('</fileDesc>', `</fileDesc>${said}`));
    expect(point(judged(), 'ride', 'selection explained').state).toBe('met');
  });

  it('takes no address of another kind for one to write to', () => {
    about('<div type="contact"><p><ref target="javascript:alert(1)">here</ref></p></div>');
    const { state, evidence } = point(judged(), 'ride', 'contacts');
    expect(state).toBe('partly');
    expect(evidence.map((one) => one.state)).toEqual(['met', 'missing']);
  });
});

it('judges the rest where documents cannot be read', () => {
  writeFileSync(
    join(root, 'documents', 'broken.xml'),
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><a>',
  );
  const text = point(judged(), 'ride', 'transcriptions');
  expect(text.state).toBe('partly');
  expect(text.evidence[0]?.why).toContain('1 of 2 documents');
});

describe('the report', () => {
  it('lists at its end what only a reader can decide, with the points that ask for it', () => {
    const lists = judged();
    const text = standardsReport(lists, 'text');
    const end = text.slice(text.indexOf('What only a reader can decide:'));
    for (const { key, verdicts } of lists)
      for (const { point: name, state } of verdicts)
        if (state === 'reviewer') expect(end).toContain(`${key} ${name}`);
    const { reviewer } = JSON.parse(standardsReport(lists, 'json')) as { reviewer: unknown };
    expect(reviewer).toEqual(reviewerPoints(lists));
  });

  it('has every point in both forms', () => {
    const lists = judged();
    const text = standardsReport(lists, 'text');
    const json = JSON.parse(standardsReport(lists, 'json')) as { lists: JudgedList[] };
    for (const { criteria } of LISTS) for (const { asks } of criteria) expect(text).toContain(asks);
    expect(json.lists.map(({ verdicts }) => verdicts.length)).toEqual(
      LISTS.map(({ criteria }) => criteria.length),
    );
  });
});
