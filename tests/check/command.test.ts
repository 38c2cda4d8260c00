/** The command from the user's view: which files it takes, what it prints, and its exit code. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkFiles, filesOf } from '../../pipeline/check/check.ts';
import { checkReport } from '../../pipeline/check/report.ts';
import type { Finding } from '../../pipeline/core/finding.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import type { Said } from '../site/edition.ts';
import { siglumHere } from '../site/in-process.ts';
import { EDITION, LETTER, PROJECT } from './fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'siglum-check-'));
let edition = '';
let copies = 0;

/** A copy of the fixture for each test, to be broken. */
beforeEach(() => {
  edition = join(folder, String(++copies));
  cpSync(EDITION, edition, { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(edition, name);
  writeFileSync(path, content);
  return path;
}

describe('on the command line', () => {
  const siglum = (...words: string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise((done) => {
      const argv = [
        join(PROJECT, 'pipeline', 'siglum.mjs'),
        'check',
        '--edition',
        edition,
        ...words,
      ];
      execFile(process.execPath, argv, { cwd: folder }, (error, out, err) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
    });

  /** The same in this process. */
  const siglumWithin = (...words: string[]): Promise<Said> =>
    siglumHere('check', '--edition', edition, ...words);

  test('an edition without errors: a summary, exit 0', async () => {
    const { code, out } = await siglum();
    expect(code).toBe(0);
    expect(out).toMatch(
      /^3 files checked with \S+edition\.rng, \S+edition\.sch\n3 files checked: nothing to report\n$/,
    );
  });

  test('a copy of an edition is reported as checked with its own schemas', async () => {
    cpSync(join(PROJECT, 'tei', 'schema'), join(edition, 'schema'), { recursive: true });
    await siglumWithin();
    const copy = join(folder, 'copy');
    cpSync(edition, copy, { recursive: true });
    const { out } = await siglumHere('check', '--edition', copy);
    expect(out).toMatch(/3 files checked with \S+copy\/\S+\.rng, \S+copy\/\S+\.sch\n3 files/);
  });

  test('a folder: TEI in it and below it, recognized by its content', async () => {
    mkdirSync(join(edition, 'project', 'data', 'editions'), { recursive: true });
    put('project/data/editions/a.xml', FOREIGN);
    put('project/build.xml', '<project default="all"/>');
    put('project/data/torn.xml', '{"json": true}');
    put('project/data/b.XML', FOREIGN);
    put('project/data/c.tei', FOREIGN);
    put('project/data/typo.xml', FOREIGN.replace('ns/1.0', 'ns/1.0/'));
    const { code, out } = await siglum(join(edition, 'project'));
    expect(code).toBe(1);
    expect(out).toMatch(/remark: one file of XML is neither .*: build\.xml/);
    expect(out).toMatch(/torn\.xml:1:\d+: warning: not well-formed XML, and not shown/);
    expect(out).toMatch(
      /b\.XML: warning: the file is not read, because the name of a TEI file ends in \.xml/,
    );
    expect(out).toMatch(/c\.tei: warning: the file is not read/);
    expect(out).toMatch(/typo\.xml:1:1: error: <TEI> is in the namespace .*\/ns\/1\.0\/, so it/);
    expect(out).toMatch(/data\/editions\/a\.xml:2:15: error: when="2021-02-30"/);
    expect(out).toContain('2 files checked');
  });

  const FOREIGN =
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>\n<p xml:id="a"><date when="2021-02-30">x</date></p>\n<p xml:id="a"/></body></text></TEI>';

  test('TEI without a schema: says what it is judged by, and finds dates and double ids', async () => {
    const path = put('documents/foreign.xml', FOREIGN);
    const { code, out } = await siglum(path);
    expect(code).toBe(1);
    expect(out).toMatch(
      /foreign\.xml:2:15: error: when="2021-02-30" on <date> is not an existing date/,
    );
    expect(out).toMatch(/foreign\.xml:3:1: warning: the xml:id “a” .*2:1/);
    expect(out).toMatch(
      /1 file checked with no schema: well-formedness, references, dates\n1 file checked/,
    );
    const json = JSON.parse((await siglum('--format', 'json', path)).out);
    const { message, advice } = json.findings.find(
      ({ rule }: { rule: string }) => rule === 'ref/id-twice',
    );
    expect(advice).toMatch(/^\w+/);
    expect(message.endsWith(`; ${advice}`)).toBe(true);
    expect(json.judgedBy).toEqual([
      { schemas: [], checks: ['well-formedness', 'references', 'dates'], files: 1 },
    ]);
    const sarif = JSON.parse((await siglum('--format', 'sarif', path)).out);
    expect(sarif.runs[0].properties.judgedBy).toEqual(json.judgedBy);
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain(
      'date/impossible',
    );
  });

  test('of a folder without edition.xml counts the files that are there', async () => {
    const other = mkdtempSync(join(folder, 'as-it-lies-'));
    writeFileSync(join(other, 'foreign.xml'), FOREIGN);
    const { out } = await siglumHere('check', '--edition', other);
    expect(out).toMatch(/\n1 file checked with no schema.*\n1 file checked: \d+ error/);
  });

  test('warnings and remarks do not fail', async () => {
    const path = put('documents/m1.xml', LETTER.replace('<term ref="#t_lighter">', '<term>'));
    const { code, out } = await siglum(path);
    expect(code).toBe(0);
    expect(out).toMatch(
      /m1\.xml:91:7: warning: Nothing in the document refers to .* \[sch\/entry-unused\]\n1 file checked with .*\n1 file checked: 1 warning\n$/,
    );
  });

  test('one bad file does not stop the checking of the others, exit 1', async () => {
    put('documents/a.xml', '<TEI>\n<text></TEI>');
    put('documents/z.xml', Uint8Array.from([0x3c, 0xff]));
    const { code, out } = await siglum();
    expect(code).toBe(1);
    expect(out).toMatch(/a\.xml:2:12: error: <\/TEI> is where <text>/);
    expect(out).toMatch(/z\.xml:1:2: error: the byte 0xFF is not UTF-8/);
    expect(out).toMatch(/5 files checked: 2 errors\n$/);
  });

  test('bad rows of the tables are reported with their cells, of one table or all', async () => {
    const table = put(
      'authorities/persons.csv',
      'id,name,birth\np 1,Ada Lund,\np_a,Ada Lund,3 May 1820\np_b,Bo Lund,1820\n',
    );
    put('authorities/rejected.csv', 'kind,form\nship,Fram\n');
    const { code, out } = await siglumWithin();
    expect(code).toBe(1);
    expect(out).toMatch(/persons\.csv:2:1: error: “p 1” cannot be an xml:id; begin with/);
    expect(out).toMatch(/persons\.csv:3:14: error: “3 May 1820” is not a date; write 1871/);
    expect(out).toMatch(/rejected\.csv:2:1: error: “ship” is not a kind of name; write person/);
    expect(out).toMatch(/5 files checked: 3 errors\n$/);
    const one = await siglumWithin(table);
    expect(one.out).toMatch(/^(?:.*persons\.csv:.*\n){2}1 file checked: 2 errors\n$/);
    expect((await siglumWithin(join(edition, 'documents'))).code).toBe(0);
  });

  test.each([
    ['a name that leads nowhere', ['nowhere.xml'], /there is no file or folder nowhere\.xml/],
    ['a folder without XML', ['sources'], /contains no \.xml file/],
    ['a format that does not exist', ['--format', 'xml'], /text, json, sarif/],
  ])('%s is a wrong use, exit 2', async (_what, words, says) => {
    const { code, err } = await siglumWithin(
      ...words.map((word) => (word === 'sources' ? join(edition, word) : word)),
    );
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });

  const BROKEN_GRAMMAR =
    '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="x"/></start></grammar>';

  test.each([
    [
      '--rng',
      BROKEN_GRAMMAR,
      /1: error: the RELAX NG schema has an error: .*no matching definition/,
    ],
    ['--rng', '<grammar><start>', /1:\d+: error: <start> is opened here and never closed/],
    ['--sch', '<schema/>', /1:1: error: .*not sch:schema/],
    [
      '--sch',
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>',
      /1:\d+: error: .*never closed/,
    ],
    ['--sch', '', /error: the file contains no element/],
  ])(
    '%s %s cannot be used: a finding names it once, all else is checked, exit 1',
    async (option, content, says) => {
      const schema = put('broken.xml', content);
      const wrong = ' <persName ref="#nobody">x</persName> <date when="1914-02-30">x</date></p>';
      put('documents/m1.xml', LETTER.replace('</p>', wrong));
      // The second time what was found is read from the cache.
      for (const _time of [1, 2]) {
        const { code, out, err } = await siglumWithin(option, schema);
        expect(err).toBe('');
        expect(code).toBe(1);
        expect(
          out
            .split('\n')
            .filter((line) => line.includes(': error: ') && line.includes('broken.xml')),
        ).toEqual([expect.stringMatching(says)]);
        // What the rules say else is found without them.
        expect(out).toMatch(/m1\.xml:\d+:\d+: .*“nobody”/);
        expect(out).toMatch(/m1\.xml:\d+:\d+: error: .*1914-02-30/);
        expect(out).toMatch(/3 files checked with \S+edition\.(?:rng|sch)\n/);
      }
    },
  );

  test('schemas of one’s own take the place of the edition’s', async () => {
    const name = '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>';
    const rng = put('own.rng', name);
    const sch = put(
      'own.sch',
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3"><pattern><rule context="a"><report id="own" role="info" test="true()">own rule</report></rule></pattern></schema>',
    );
    const file = put('own.xml', '<a/>');
    const { code, out } = await siglum('--rng', rng, '--sch', sch, '--format', 'json', file);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      files: 1,
      errors: 0,
      warnings: 0,
      remarks: 1,
      findings: [{ line: 1, column: 1, severity: 'remark', rule: 'sch/own', message: 'own rule' }],
    });
  });
});

describe('across files', () => {
  const foundIn = async (): Promise<Finding[]> => {
    const own = openEdition(edition);
    return [...(await checkFiles(own, filesOf(own))).findings];
  };
  const brief = ({ path, line, column, severity, rule }: Finding): string =>
    `${relative(edition, resolve(path))}${line ? `:${line}:${column}` : ''} ${severity} ${rule}`;

  test.each([
    [
      'an entry that differs from the authority file',
      'documents/m1.xml',
      ['<person xml:id="p_ash"><persName>Ada Ash', '<person xml:id="p_ash"><persName>Ada B. Ash'],
      ['documents/m1.xml:81:7 warning ref/entry-differs'],
    ],
    [
      'an entry that no authority file has',
      'documents/m1.xml',
      [
        '</listPerson>',
        '<person xml:id="p_new" corresp="#p_ash"><persName>New</persName></person></listPerson>',
      ],
      [
        'documents/m1.xml:83:5 warning sch/entry-unused',
        'documents/m1.xml:83:5 remark ref/entry-only-here',
      ],
    ],
    [
      'a link to a document that is not there',
      'documents/m1.xml',
      ['target="port:porto"', 'target="m7.xml"'],
      ['documents/m1.xml:72:38 error ref/no-such-file'],
    ],
    [
      'a link to a passage that is not there',
      'documents/m1.xml',
      ['target="port:porto"', 'target="../edition.xml#none"'],
      ['documents/m1.xml:72:38 error ref/no-such-passage'],
    ],
    [
      'a document with another name than its identifier',
      'documents/m1.xml',
      ['xml:id="m1" xml:lang', 'xml:id="m1-" xml:lang'],
      expect.arrayContaining(['documents/m1.xml:2:1 error ref/document-name']),
    ],
    [
      'a reference between entries that leads nowhere',
      'authorities/all.xml',
      ['<affiliation ref="#o_archive"', '<affiliation ref="#o_none"'],
      expect.arrayContaining(['authorities/all.xml:15:9 error ref/dangling-in-edition']),
    ],
    [
      'a document in the register that does not exist',
      'edition.xml',
      ['<bibl n="m1">', '<bibl n="m9">'],
      ['edition.xml:15:7 error ref/registered-unknown'],
    ],
    [
      'a document that is registered twice',
      'edition.xml',
      ['</listBibl>', '<bibl n="m1"/></listBibl>'],
      ['edition.xml:16:5 error ref/registered-twice'],
    ],
  ])('%s', async (_what, file, [from = '', to = ''], expected) => {
    const before = readFileSync(join(edition, file), 'utf8');
    expect(before.split(from)).toHaveLength(2);
    put(file, before.replace(from, to));
    expect((await foundIn()).map(brief)).toEqual(expected);
  });

  test('an identifier in two documents', async () => {
    put('documents/m2.xml', LETTER.replace('xml:id="m1" xml:lang', 'xml:id="m2" xml:lang'));
    const findings = (await foundIn()).filter(({ rule }) => rule === 'ref/id-in-two-files');
    expect(findings.length).toBeGreaterThan(10);
    expect(findings[0]?.message).toMatch(/“m1-document” is also given in .*m1\.xml/);
  });

  test('a document without a reading text, a reading text without a document', async () => {
    rmSync(join(edition, 'sources', 'm1.txt'));
    expect((await foundIn()).map(brief)).toEqual(['documents/m1.xml remark ref/no-source']);
    put('sources/m3.txt', '3. Another');
    put(
      'edition.xml',
      readFileSync(join(edition, 'edition.xml'), 'utf8').replace(
        '</listBibl>',
        '<bibl n="m3"/></listBibl>',
      ),
    );
    expect((await foundIn()).map(brief)).toContain('edition.xml:16:5 remark ref/not-encoded');
  });

  test('a file that is a folder is a finding, not a crash', async () => {
    mkdirSync(join(edition, 'documents', 'x.xml'));
    const { findings } = await checkFiles(openEdition(EDITION), [
      join(edition, 'documents', 'x.xml'),
    ]);
    expect(findings).toMatchObject([{ severity: 'error', rule: 'check/unreadable' }]);
  });

  test('SARIF 2.1.0: levels, places, one rule for each kind of finding', async () => {
    const path = put(
      'documents/m1.xml',
      LETTER.replace('<term ref="#t_lighter">', '<term ref="#nobody">').replace('n="13"', 'n="15"'),
    );
    const log = JSON.parse(
      checkReport(await checkFiles(openEdition(EDITION), [path]), 'sarif', '1.2.3'),
    );
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: 'siglum', version: '1.2.3' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      const [{ physicalLocation }] = result.locations;
      expect(physicalLocation.artifactLocation.uri).toMatch(/^file:\/\/\/.*m1\.xml$/);
      expect(physicalLocation.region.startLine).toBeGreaterThan(1);
      expect(physicalLocation.region.startColumn).toBeGreaterThan(0);
    }
    const uriOf = (path: string): string => {
      const finding = { path, severity: 'error', rule: 'a/b', message: 'x' } as const;
      const counts = { error: 1, warning: 0, remark: 0 };
      const result = { findings: [finding], judgements: [], files: 1, counts };
      const [first] = JSON.parse(checkReport(result, 'sarif', '1.2.3')).runs[0].results;
      return first.locations[0].physicalLocation.artifactLocation.uri;
    };
    expect(uriOf(join('documents', 'a b.xml'))).toBe('documents/a%20b.xml');
    expect(uriOf(join('..', 'm1.xml'))).toBe(pathToFileURL(resolve('..', 'm1.xml')).href);
    expect(run.results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'sch/dangling-reference',
      'sch/page-missing',
      'sch/entry-unused',
    ]);
  });
});
