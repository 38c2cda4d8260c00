/**
 * An editor's corrections by hand, and what the program computes from them: counts and the header's
 * copies of the text's facts are right afterwards, every other character of the file is the
 * editor's, and a second run changes nothing.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateDocuments } from '../../pipeline/computed/documents.ts';
import { bringUpToDate } from '../../pipeline/computed/update.ts';
import { openEdition } from '../../pipeline/edition/edition.ts';
import { FileIndex } from '../../pipeline/edition/file-facts/file-index.ts';
import { isUntouched } from '../../pipeline/edition/file-facts/provenance.ts';
import { attribute, descend, elementsIn, readTree, textOf, walk } from '../../pipeline/xml/tree.ts';
import { makeEdition, persons, removeEditions, type TestEdition } from './edition.ts';

afterAll(removeEditions);

const LETTER = [
  '7. Letter From Anna Berg to Otto Klein',
  '',
  '',
  'Basel, May 3, 1871.',
  '',
  'Yesterday the mill at Grosshof burned to the ground.1 Klein lost everything.',
  '',
  'I will write to the insurers.2 Berg pays the workers until June 7, 1871.',
  '',
  'Nobody was hurt, thank God.',
  '',
  '  1. Source: Estate archive. The mill was built in 1840.',
  '  2. They had their seat in Basel.',
  '',
].join('\n');

async function encoded(): Promise<TestEdition> {
  const edition = makeEdition(LETTER);
  edition.authorities(persons(['p_klein', 'Otto', 'Klein'], ['p_berg', 'Anna', 'Berg']));
  await edition.encode();
  return edition;
}

let base: string;

beforeAll(async () => {
  base = (await encoded()).read();
});

/** An editor's change of a file. */
type Change = (tei: string) => string;

const once =
  (from: string, to: string): Change =>
  (tei) =>
    tei.replace(from, () => to);

/** Wraps a word of the text in an element. */
const mark =
  (word: string, start: string, end: string): Change =>
  (tei) => {
    const at = tei.indexOf('<opener>');
    return (
      tei.slice(0, at) +
      tei.slice(at).replace(new RegExp(`\\b${word}\\b(?![^<]*>)`), `${start}${word}${end}`)
    );
  };

/** Possible changes of an editor in the text: each can be done once. */
const IN_TEXT: readonly Change[] = [
  mark('insurers', '<emph>', '</emph>'),
  mark('mill', '<hi rend="italic">', '</hi>'),
  mark('ground', '<term>', '</term>'),
  mark('Nobody', '<persName ref="#p_berg">', '</persName>'),
  mark('workers', '<orgName>', '</orgName>'),
  once('Nobody was hurt, thank God.', 'No one at all was hurt, thank God &amp; his saints.'),
  once('<p xml:id="d7-p3">Nobody was hurt, thank God.</p>', ''),
  once(
    '</opener>',
    '</opener>\n        <p xml:id="d7-p9">A paragraph that was <del>missing</del> lost.</p>',
  ),
  once('<note n="2" place="foot" xml:id="d7-n2">They had their seat in Basel.</note>', ''),
  once('lost everything.', 'lost every&#x74;hing.<!-- so? -->'),
  once('June 7, 1871</date>', 'June 7,<lb/> 1871</date>'),
];

const DATES = [
  ['when="1871-05-04"', 'May 4, 1871'],
  ['from="1871-05-03" to="1871-05-05"', 'May 3–5, 1871'],
  ['notBefore="1871-05-01" notAfter="1871-05-09"', 'early\n   May 1871'],
] as const;
const HEADERS: readonly Change[] = [
  once(
    '<tagUsage gi="p" occurs="3"/>',
    "<tagUsage occurs='9'\n   gi='p'>Paragraphs &amp; nothing else.</tagUsage>",
  ),
  once(
    '<measure unit="word" quantity="58">58 words</measure>',
    '<measure quantity="1" unit="word"> 1 words </measure>',
  ),
  once('<publisher>The edition</publisher>', '<publisher>The edition &amp;\n\t sons</publisher>'),
  once('<tagsDecl partial="false">', '<!-- counted -->\n<tagsDecl   partial = "false" >'),
];

/** A file as other programs write it. */
const FORMS: readonly Change[] = [
  (tei) => tei,
  (tei) => tei.replaceAll('\n', '\r\n'),
  (tei) => tei.replaceAll('\n  ', '\n\t'),
];

function applied(changes: readonly Change[], tei: string): string {
  return changes.reduce((made, change) => change(made), tei);
}

/** The file without the parts that are computed. */
function withoutComputed(tei: string): string {
  return tei
    .replace(/\s*<tagUsage gi="[^"]*" occurs="\d+"\/>/g, '')
    .replace(/(<tagUsage\s[^>]*?occurs=)(?:"\d+"|'\d+')/g, '$1')
    .replace(/(<measure[^>]*?quantity=)"\d+"([^>]*>\s*)\d+/g, '$1$2')
    .replace(
      /<(date|origDate)[^>]*>[^<]*<\/\1>(?=\s*<\/(?:creation|correspAction)>|\s*<origPlace)/g,
      '<$1/>',
    );
}

/** Counted in another way than the program's. */
function counted(tei: string): Map<string, number> {
  const text = descend(readTree({ path: 'd7.xml', content: tei }), 'text');
  const counts = new Map<string, number>();
  for (const { local } of text ? walk(text) : []) counts.set(local, (counts.get(local) ?? 0) + 1);
  return counts;
}

function stated(tei: string): Map<string, number> {
  const header = descend(
    readTree({ path: 'd7.xml', content: tei }),
    'teiHeader',
    'encodingDesc',
    'tagsDecl',
    'namespace',
  );
  const lines = header ? elementsIn(header) : [];
  return new Map(
    lines.map((line) => [attribute(line, 'gi') ?? '', Number(attribute(line, 'occurs'))]),
  );
}

const sorted = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

/** The dates of header and dateline: attributes and words. */
function dates(tei: string): string[] {
  const root = readTree({ path: 'd7.xml', content: tei });
  return [...walk(root)]
    .filter(
      ({ local, parent }) =>
        local === 'origDate' ||
        (local === 'date' &&
          ['creation', 'correspAction', 'dateline'].includes(parent?.local ?? '')),
    )
    .map((date) => {
      const given = ['when', 'from', 'to', 'notBefore', 'notAfter'].map(
        (name) => attribute(date, name) ?? '',
      );
      return [...given, textOf(date).replace(/\s+/g, ' ').trim()].join('|');
    });
}

describe('a document that an editor has changed in any way', () => {
  it('has right counts, the text’s date in its header, and nothing else changed; the second time nothing is to do', () => {
    const edits = fc.record({
      text: fc.shuffledSubarray([...IN_TEXT]),
      date: fc.option(fc.constantFrom(...DATES)),
      header: fc.shuffledSubarray([...HEADERS]),
      form: fc.constantFrom(...FORMS),
    });
    fc.assert(
      fc.property(edits, ({ text, date, header, form }) => {
        const dateline: Change = (tei) =>
          date
            ? tei.replace(
                '<date when="1871-05-03" resp="#siglum" cert="high">May 3, 1871<',
                `<date ${date[0]}>${date[1]}<`,
              )
            : tei;
        const edited = form(applied([...text, dateline, ...header], base));
        const made = bringUpToDate(edited, 'd7.xml', base);
        expect(sorted(stated(made.tei))).toEqual(sorted(counted(made.tei)));
        expect(new Set(dates(made.tei)).size).toBe(1);
        expect(withoutComputed(made.tei)).toBe(withoutComputed(edited));
        expect(made.tei.slice(made.tei.indexOf('<text>'))).toBe(
          edited.slice(edited.indexOf('<text>')),
        );
        expect(made.differences).toEqual([]);
        const again = bringUpToDate(made.tei, 'd7.xml', base, made.written);
        expect(again.changed).toEqual([]);
        expect(again.tei).toBe(made.tei);
      }),
      { numRuns: 120 },
    );
  });
});

describe('the header’s copy of a fact', () => {
  const IN_DATELINE = '<date when="1871-05-03" resp="#siglum" cert="high">May 3, 1871</date>.';

  it('follows the text as often as the text is changed', () => {
    const first = bringUpToDate(
      base.replace(IN_DATELINE, '<date when="1871-05-04">May 4, 1871</date>.'),
      'd7.xml',
      base,
    );
    expect(first.changed).toEqual(['date']);
    const second = first.tei.replace(
      '<date when="1871-05-04">May 4, 1871</date>.',
      '<date when="1871-06">June 1871</date>.',
    );
    const made = bringUpToDate(second, 'd7.xml', base, first.written);
    expect(dates(made.tei)).toEqual(Array(4).fill('1871-06|||||June 1871'));
  });

  it('stays as the editor has written it, and a difference is reported with its place', () => {
    const edited = base
      .replace(IN_DATELINE, '<date when="1871-05-04">May 4, 1871</date>.')
      .replace(
        '<creation>\n        <date when="1871-05-03">May 3, 1871',
        '<creation>\n        <date when="1871-05-02">May 2, 1871',
      );
    const made = bringUpToDate(edited, 'd7.xml', base);
    expect(dates(made.tei)).toEqual([
      '1871-05-04|||||May 4, 1871',
      '1871-05-02|||||May 2, 1871',
      '1871-05-04|||||May 4, 1871',
      '1871-05-04|||||May 4, 1871',
    ]);
    const line = edited.slice(0, edited.indexOf('<date when="1871-05-02"')).split('\n').length;
    expect(made.differences).toMatchObject([
      { severity: 'remark', rule: 'computed/differs', line, column: 9 },
    ]);
    expect(made.differences[0]?.message).toContain('“May 2, 1871” (when="1871-05-02")');
    expect(bringUpToDate(made.tei, 'd7.xml', base, made.written).tei).toBe(made.tei);
  });

  it('stays where the text has lost its dateline, and is reported', () => {
    const made = bringUpToDate(
      base.replace(/<dateline\b[\s\S]*?<\/dateline>/, '<salute>Sir</salute>'),
      'd7.xml',
      base,
    );
    expect(made.tei).toContain('<date when="1871-05-03">May 3, 1871');
    expect(new Set(made.differences.map(({ rule }) => rule))).toEqual(new Set(['computed/gone']));
    expect(made.differences[0]?.message).toContain('no longer has a dateline');
  });

  it('place, title and names follow too', () => {
    const edited = base
      .replace(
        '<placeName resp="#siglum" cert="high">Basel</placeName>, <date',
        '<placeName>Liestal &amp; Basel</placeName>, <date',
      )
      .replace('7. Letter From <persName ref="#p_berg"', '7. Note From <persName ref="#p_rosa"')
      .replace(
        '<person xml:id="p_berg">',
        '<person xml:id="p_rosa"><persName><forename>Rosa</forename> <surname>Berg</surname></persName></person>\n      <person xml:id="p_berg">',
      );
    const { tei, changed } = bringUpToDate(edited, 'd7.xml', base);
    expect(changed).toEqual(['counts', 'place', 'title', 'name']);
    expect(tei).toContain('<placeName>Liestal &amp; Basel</placeName>\n          <date');
    expect(tei).toContain('<origPlace>Liestal &amp; Basel</origPlace>');
    expect(tei).toContain('<title type="main" level="a">Note From Anna Berg to Otto Klein</title>');
    expect(
      tei.match(/<persName ref="#p_rosa" resp="#siglum" cert="high">Rosa Berg<\/persName>/g),
    ).toHaveLength(2);
    expect(tei).toContain(
      '<persName ref="#p_klein" resp="#siglum" cert="high">Otto Klein</persName>\n        </correspAction>',
    );
  });

  it('is left alone where the register of the edition states it, and not the text', () => {
    const registered = base.replace(
      '<creation>\n        <date when="1871-05-03">May 3, 1871',
      '<creation>\n        <date when="1870">1870',
    );
    const edited = registered.replace(IN_DATELINE, '<date when="1871-05-04">May 4, 1871</date>.');
    expect(bringUpToDate(edited, 'd7.xml', registered).tei).toContain(
      '<creation>\n        <date when="1870">1870',
    );
  });
});

describe('files', () => {
  const update = (edition: TestEdition) => {
    const opened = openEdition(edition.root);
    return updateDocuments(opened, [edition.document], new FileIndex(opened.cache, opened.root));
  };
  const withEmph = (edition: TestEdition) => edition.edit('insurers', '<emph>insurers</emph>');

  it('an untouched document is not written; one that only had a wrong count is untouched again', async () => {
    const edition = await encoded();
    expect(update(edition)).toEqual({ written: [], findings: [] });
    edition.edit('gi="p" occurs="3"', 'gi="p" occurs="4"');
    expect(update(edition).written).toEqual([edition.document]);
    expect(edition.read()).toBe(base);
    expect(isUntouched(edition.read())).toBe(true);
  });

  it('keeps byte order mark, line ends and permissions; is reported in one line, once; the document is edited as before', async () => {
    const edition = await encoded();
    withEmph(edition);
    edition.write(`\uFEFF${edition.read().replaceAll('\n', '\r\n')}`);
    chmodSync(edition.document, 0o640);
    const { findings } = update(edition);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'remark',
      rule: 'computed/updated',
      message: 'counts brought up to date',
    });
    const tei = edition.read();
    expect(tei.startsWith('\uFEFF<?xml')).toBe(true);
    expect(tei.replaceAll('\r\n', '')).not.toContain('\n');
    expect(tei).toContain('\r\n          <tagUsage gi="emph" occurs="1"/>\r\n');
    expect(update(edition)).toEqual({ written: [], findings: [] });
    expect(await edition.status()).toMatchObject({ state: 'edited', next: 'nothing' });
  });

  it('a file that is write-protected, not well-formed or not Siglum’s stays as it is', async () => {
    const edition = await encoded();
    withEmph(edition);
    chmodSync(edition.document, 0o444);
    const before = edition.read();
    expect(update(edition)).toMatchObject({
      written: [],
      findings: [
        {
          severity: 'warning',
          rule: 'computed/not-written',
          message: expect.stringContaining('write-protected'),
        },
      ],
    });
    expect(edition.read()).toBe(before);
    chmodSync(edition.document, 0o644);
    for (const tei of [
      before.replace('</emph>', ''),
      before.replace('ident="siglum"', 'ident="other"'),
    ]) {
      edition.write(tei);
      expect(update(edition)).toEqual({ written: [], findings: [] });
      expect(edition.read()).toBe(tei);
    }
  });

  it('without its base only the counts are computed', async () => {
    const edition = await encoded();
    withEmph(edition);
    edition.edit(
      '<date when="1871-05-03" resp="#siglum" cert="high">May 3, 1871',
      '<date when="1871-05-04">May 4, 1871',
    );
    rmSync(join(edition.root, '.siglum'), { recursive: true });
    expect(update(edition).findings).toMatchObject([{ message: 'counts brought up to date' }]);
    expect(dates(edition.read())[0]).toBe('1871-05-03|||||May 3, 1871');
  });
});

describe('the merge with a new encoding', () => {
  it('is no conflict where editor and encoder both bring elements in, and dates of header and text agree', async () => {
    const edition = await encoded();
    edition.edit('insurers', '<emph>insurers</emph>');
    edition.edit(
      '<date when="1871-05-03" resp="#siglum" cert="high">May 3, 1871',
      '<date when="1871-05-04">May 4, 1871',
    );
    const opened = openEdition(edition.root);
    updateDocuments(opened, [edition.document], new FileIndex(opened.cache, opened.root));
    edition.source(
      LETTER.replace('thank God', 'on June 2, thank God').replace('Basel, May', 'Liestal, May'),
    );
    expect((await edition.encode()).outcome).toBe('merged');
    const tei = edition.read();
    expect(sorted(stated(tei))).toEqual(sorted(counted(tei)));
    expect(dates(tei)).toEqual(Array(4).fill('1871-05-04|||||May 4, 1871'));
    expect(tei).toContain('<origPlace>Liestal</origPlace>');
    expect((await edition.encode()).outcome).toBe('kept');
    expect(await edition.status()).toMatchObject({ state: 'edited', next: 'nothing' });
  });

  it('a document with a lost base gets one again where the editor is preferred', async () => {
    const edition = await encoded();
    edition.edit('Nobody was', 'No one was');
    edition.source(LETTER.replace('thank God', 'thanks be to God'));
    rmSync(join(edition.root, '.siglum'), { recursive: true });
    expect((await edition.encode()).outcome).toBe('kept');
    expect((await edition.encode('editor')).outcome).toBe('merged');
    expect(edition.read()).toContain('No one was hurt, thank God');
    expect(existsSync(join(edition.root, '.siglum', 'base', 'd7.xml'))).toBe(true);
    expect((await edition.encode()).outcome).toBe('kept');
    expect(await edition.status()).toMatchObject({ state: 'edited', next: 'nothing' });
  });
});

describe('two edited documents of one name in different folders', () => {
  it('have each what the program has written into it, and its own base', async () => {
    const edition = await encoded();
    const other = join(edition.root, 'letters', 'd7.xml');
    mkdirSync(join(edition.root, 'letters'));
    copyFileSync(edition.document, other);
    edition.edit('Nobody was', '<emph>Nobody</emph> was');
    const inText = /(<opener>.*?<date [^>]*when=")1871-05-03/s;
    writeFileSync(other, edition.read().replace(inText, '$11871-05-04'));
    const opened = openEdition(edition.root);
    const known = new FileIndex(opened.cache, opened.root);
    updateDocuments(opened, [edition.document, other], known);
    expect(existsSync(join(edition.root, '.siglum', 'base', 'letters', 'd7.xml'))).toBe(true);
    const first = edition.read();
    const second = readFileSync(other, 'utf8');
    expect(second).not.toContain('1871-05-03');
    expect(first).not.toContain('1871-05-04');
    // The encoder replaces the base of one; the other is still distinguished from its own.
    writeFileSync(join(edition.root, '.siglum', 'base', 'd7.xml'), '<x/>');
    writeFileSync(other, second.replaceAll('1871-05-04', '1871-05-05'));
    updateDocuments(opened, [other], new FileIndex(opened.cache, opened.root));
    expect(readFileSync(other, 'utf8')).not.toContain('1871-05-04');
  });
});
