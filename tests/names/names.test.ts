/** `siglum names`: names that no list has, as proposals; decisions read back; entries written. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siglum, temporaryFolder } from '../encode/tei.ts';

const ENGLISH = `Letter from Miss Carter to Mr. Hale

Boston, March 3, 1862.

Dear Mr. Hale,

Yesterday Colonel Amos Whitfield came from Springfield with Mrs. Whitfield. Whitfield said that the
Merchants Company would send J. R. Ludlow to London in April by the S.S. Falaba. On Monday the English
cousins leave.

Professor Whitfield thinks otherwise. Ludlow's letter is here. Spring came early.

Yours sincerely,

Jane Carter
`;

const GERMAN = `Clara Sommer an Herrn Doktor Brandner, 3. 5. 1893

Wien, 3. Mai 1893.

Lieber Herr Doktor Brandner,

gestern war Frau Thekla Ebersberg bei uns, und am Montag kommt Emil von Rauchberg aus Salzburg. Ebersbergs
Brief liegt auf dem Tisch; die Freude war groß. Die deutsche Zeitung schweigt.

Herzlich Ihre

Clara Sommer
`;

const AUTHORITY = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="p_hale"><persName><forename>Edward</forename> <surname>Hale</surname></persName></person>
<person xml:id="p_brandner"><persName><forename>Otto</forename> <surname>Brandner</surname></persName></person>
</listPerson></standOff></TEI>
`;

interface Proposal {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly forms: readonly string[];
  readonly certainty: string;
  readonly evidence: readonly string[];
  readonly mentions: readonly { document: string; passage: string; sentence: string }[];
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function edition(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  const root = join(folder, 'edition');
  expect(siglum('init', root).code).toBe(0);
  mkdirSync(join(root, 'sources'), { recursive: true });
  mkdirSync(join(root, 'authorities'), { recursive: true });
  writeFileSync(join(root, 'sources', 'en1.txt'), ENGLISH);
  writeFileSync(join(root, 'sources', 'de1.txt'), GERMAN);
  writeFileSync(join(root, 'authorities', 'own.xml'), AUTHORITY);
  return root;
}

const names = (root: string, ...words: string[]) => siglum('names', '--edition', root, ...words);
const proposalsOf = (root: string): Proposal[] =>
  JSON.parse(names(root, '--format', 'json').stdout).proposals;

/** The table with the decisions of some rows; `cells` by column, as the editor types them. */
function decided(table: string, cells: Readonly<Record<string, Record<string, string>>>): string {
  const [header = '', ...rows] = table.trimEnd().split('\n');
  const columns = header.split(',');
  return [
    header,
    ...rows.map((row) => {
      const given = Object.entries(cells[row.split(',')[0] ?? ''] ?? {});
      // The editor's columns are the last, and empty.
      const end = columns.slice(columns.indexOf('decision'));
      const written = end.map((name) => given.find(([column]) => column === name)?.[1] ?? '');
      return `${row.slice(0, row.length - end.length + 1)}${written.join(',')}`;
    }),
    '',
  ].join('\n');
}

let root: string;
beforeAll(() => {
  root = edition();
}, 120_000);

describe('the proposals', () => {
  it('are persons, organizations and places with forms, evidence and passages', () => {
    const proposals = proposalsOf(root);
    const named = (name: string) => proposals.find((proposal) => proposal.name === name);
    expect(named('Amos Whitfield')).toMatchObject({ kind: 'person', certainty: 'medium' });
    expect(named('Amos Whitfield')?.forms).toContain('Whitfield');
    expect(named('Mrs Whitfield')?.mentions).toHaveLength(1);
    expect(named('J. R. Ludlow')?.forms).toEqual(['J. R. Ludlow', 'Ludlow']);
    expect(named('Merchants Company')?.kind).toBe('org');
    expect(named('London')?.kind).toBe('place');
    expect(named('Thekla Ebersberg')?.forms).toContain('Ebersbergs');
    expect(named('Emil von Rauchberg')?.evidence).toEqual(['forename-surname']);
    expect(named('Salzburg')?.kind).toBe('place');
    const [mention] = named('J. R. Ludlow')?.mentions ?? [];
    expect(mention?.document).toBe('en1');
    expect(mention?.passage).toMatch(/^en1-p/);
    expect(mention?.sentence).toContain('to London in April');
  });

  it('are no ordinary words, months, weekdays, peoples, and no names that an entry has', () => {
    const forms = proposalsOf(root).flatMap((proposal) => proposal.forms);
    const wrong =
      'Yesterday On Monday Montag April Mai English Spring Freude Tisch Brief Zeitung Hale Brandner Dear Lieber'.split(
        ' ',
      );
    expect(forms.filter((form) => wrong.includes(form))).toEqual([]);
  });

  it('are the same each time, and change nothing', () => {
    const before = readdirSync(root).sort();
    const one = names(root, '--format', 'csv');
    expect(one.code).toBe(0);
    expect(names(root, '--format', 'csv').stdout).toBe(one.stdout);
    expect(names(root).stdout).toContain('Persons (');
    expect(readdirSync(root).sort()).toEqual(before);
  });
});

describe('--write', () => {
  it('adds entries once, the check accepts them, and encode uses them', () => {
    const own = edition();
    const file = join(own, 'authorities', 'proposed.xml');
    expect(names(own, '--write').code).toBe(0);
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('<person xml:id="p_whitfield_amos" resp="#siglum" cert="medium">');
    expect(written).toMatch(/<org xml:id="o_s_?s_falaba" type="ship" resp="#siglum"/);
    expect(names(own, '--write').code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(written);
    const check = siglum('check', '--edition', own, file);
    expect(check.stdout + check.stderr).not.toMatch(/: (?:error|warning):/);
    expect(siglum('encode', '--edition', own).code).toBe(0);
    expect(readFileSync(join(own, 'documents', 'en1.xml'), 'utf8')).toContain('#p_ludlow_j_r');
    // What an editor changes in the file stays, and what is deleted is proposed again.
    const edited = written.replace('Amos', 'Ámos').replace('<standOff>', '<!-- mine --><standOff>');
    writeFileSync(file, edited);
    names(own, '--write');
    expect(readFileSync(file, 'utf8')).toContain('<!-- mine --><standOff>');
    expect(readFileSync(file, 'utf8')).toContain('Ámos');
  }, 120_000);

  it('leaves a file as it is that cannot be extended', () => {
    const own = edition();
    const file = join(own, 'authorities', 'proposed.xml');
    const strange = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><!-- </standOff> --><text/></TEI>\n';
    writeFileSync(file, strange);
    const run = names(own, '--write');
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/proposed\.xml: error: new entries cannot be put in/);
    expect(readFileSync(file, 'utf8')).toBe(strange);
  }, 60_000);
});

describe('--from', () => {
  it('writes what is accepted, with identifiers, and merges what is the same', () => {
    const table = join(root, 'names.csv');
    writeFileSync(
      table,
      decided(names(root, '--format', 'csv').stdout, {
        p_whitfield_amos: { decision: 'accept', gnd: 'https://d-nb.info/gnd/118540238' },
        p_ludlow_j_r: { decision: 'same as p_whitfield_amos' },
        pl_london: { decision: 'reject' },
      }),
    );
    const dry = names(root, '--from', table);
    expect(dry.stdout).toContain('1 entry would be added with --write: p_whitfield_amos');
    const run = names(root, '--from', table, '--write');
    expect([run.code, run.stderr]).toEqual([0, '']);
    const written = readFileSync(join(root, 'authorities', 'proposed.xml'), 'utf8');
    expect(written).toContain('<idno type="gnd">118540238</idno>');
    expect(written).toContain('<forename>J. R.</forename> <surname>Ludlow</surname>');
    expect(written).not.toContain('London');
    expect(names(root, '--from', table, '--write').stdout).toContain('1 entry there already');
    expect(readFileSync(join(root, 'authorities', 'proposed.xml'), 'utf8')).toBe(written);
  }, 60_000);

  it('reads a name and a decision over several lines as if they were on one', () => {
    const table = join(root, 'lines.csv');
    const rows = [
      'id,kind,name,forms,decision',
      'p_v,person,"Vera\r\n  Quill","V.\nQuill|Vera\tQuill",accept',
      'p_w,person,"Quill,\u2028Vera",,"same\nas p_v"',
    ];
    writeFileSync(table, `${rows.join('\n')}\n`);
    const run = names(root, '--from', table, '--write');
    expect([run.code, run.stderr]).toEqual([0, '']);
    const written = readFileSync(join(root, 'authorities', 'proposed.xml'), 'utf8');
    expect(written).toContain('<forename>Vera</forename> <surname>Quill</surname>');
    expect(written).toContain('<persName type="variant">Quill, Vera</persName>');
    expect(written).toContain('<forename>V.</forename> <surname>Quill</surname>');
  }, 60_000);

  it('names each bad row with its place and what to do', () => {
    const table = join(root, 'bad.csv');
    writeFileSync(
      table,
      [
        'id;kind;name;decision;wikidata',
        'p_x;person;"X ""Y""";maybe;',
        'p y;person;Y;accept;',
        'p_z;ship;Z;accept;',
        'p_q;person;Q;accept;Q12x',
        'p_r;person;R;same as p_nobody;',
        'p_hale;person;Hale;accept;',
        '',
      ].join('\r\n'),
    );
    const run = names(root, '--from', table);
    expect(run.code).toBe(1);
    for (const message of [
      /bad\.csv:2:22: error: “maybe” is not a decision; write accept, reject or same as ID/,
      /bad\.csv:3:1: error: “p y” cannot be an xml:id/,
      /bad\.csv:4:5: error: “ship” is not a kind of entry; write person, org, place/,
      /bad\.csv:5:21: error: “Q12x” is not an identifier of wikidata/,
      /bad\.csv:6:14: error: there is no entry “p_nobody”/,
      /bad\.csv:7:1: error: the id “p_hale” is already used in .*own\.xml/,
    ])
      expect(run.stderr).toMatch(message);
    writeFileSync(table, 'id,kind,name,decision\np_x,person,"X,accept\n');
    expect(names(root, '--from', table).stderr).toMatch(
      /bad\.csv:2:12: error: this quotation mark/,
    );
    writeFileSync(table, 'x\n');
    expect(names(root, '--from', table).stderr).toMatch(
      /bad\.csv:1:1: error: the first line has no/,
    );
  }, 60_000);
});
