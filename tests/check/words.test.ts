/**
 * The text law for documents that an editor has changed: words that were removed or added are
 * reported at their place, an editor’s marked decisions are not.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { checkFiles, filesOf } from '../../pipeline/check/check.ts';
import { wordChanges } from '../../pipeline/check/words/align.ts';
import { compareWords } from '../../pipeline/check/words/compare.ts';
import { sourceWords } from '../../pipeline/check/words/source-words.ts';
import { teiWords } from '../../pipeline/check/words/tei-words.ts';
import type { SourceWord, TextWords } from '../../pipeline/check/words/word.ts';
import type { Finding } from '../../pipeline/core/finding.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';

const MEMO = join(PROGRAM, 'tei');
const SOURCE = join(MEMO, 'sources', 'd149.txt');
const TEI = readFileSync(join(MEMO, 'documents', 'd149.xml'), 'utf8');
const BODY = TEI.indexOf('<body>');
const BODY_END = TEI.indexOf('</body>');

let source: TextWords<SourceWord>;
beforeAll(async () => {
  source = await sourceWords(SOURCE, []);
});

function findingsIn(tei: string): Finding[] {
  return compareWords('d149.xml', teiWords(tei, 'd149.xml'), SOURCE, source);
}

interface Spot {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The words of the memo’s body, with their offsets: letters only, in running text, so that they can
 * be edited one by one.
 */
const SPOTS: readonly Spot[] = [...TEI.slice(BODY, BODY_END).matchAll(/>([^<]+)/g)].flatMap(
  ({ 1: text = '', index }) =>
    [...text.matchAll(/(?<=^|[ (“])\p{L}+(?=[ ,.;)”]|$)/gu)].map((word) => {
      const start = BODY + index + 1 + word.index;
      return { start, end: start + word[0].length, text: word[0] };
    }),
);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

function edited(edits: readonly Edit[]): string {
  let tei = TEI;
  for (const { start, end, by } of [...edits].sort((a, b) => b.start - a.start)) {
    tei = tei.slice(0, start) + by + tei.slice(end);
  }
  return tei;
}

function lineOf(offset: number): number {
  return TEI.slice(0, offset).split('\n').length;
}

/** Places far enough from one another for separate changes. */
const places = fc
  .uniqueArray(fc.nat(SPOTS.length - 2), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.sort((a, b) => a - b).filter((at, index) => index === 0 || at - (all[index - 1] ?? 0) > 8),
  );

/**
 * In an editor’s marked words the source may have any words: an additional one there cannot be
 * reported.
 */
const isEditors = ({ start }: Spot): boolean =>
  [
    ...TEI.matchAll(/<(supplied|gap|note type="editorial")\b[\s\S]*?<\/(?:supplied|gap|note)>/g),
  ].some(({ index, 0: all }) => index < start && start < index + all.length);

describe('the memo', () => {
  it('has the words of its source', () => {
    expect(SPOTS.length).toBeGreaterThan(500);
    expect(findingsIn(TEI)).toEqual([]);
  });

  it('is read with the places of its words', () => {
    const { main } = teiWords(TEI, 'd149.xml');
    const lines = TEI.split('\n');
    for (const { text, place } of main) {
      expect(
        lines[place.line - 1]?.slice(place.column - 1).startsWith(text === '&' ? '&amp;' : text),
      ).toBe(true);
    }
    const received = readFileSync(SOURCE, 'utf8').split('\n');
    for (const { text, place } of source.main) {
      expect(
        received[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1).startsWith(text),
      ).toBe(true);
    }
  });

  const changes = {
    'a word that is deleted': ({ start, end, text }: Spot) => ({
      edit: { start, end, by: '' },
      text,
      rule: 'words/missing',
    }),
    'a word that is written twice': ({ start, text }: Spot) => ({
      edit: { start, end: start, by: `${text} ` },
      text,
      rule: 'words/added',
    }),
    'a word that is written otherwise': ({ start, end, text }: Spot) => ({
      edit: { start, end, by: `${text}x` },
      text,
      rule: 'words/changed',
    }),
  };
  it.each(Object.entries(changes))('%s is found at its place', (_what, change) => {
    fc.assert(
      fc.property(places, (at) => {
        const spots = at.map((place) => SPOTS[place] as Spot).filter((spot) => !isEditors(spot));
        const made = spots.map(change);
        const findings = findingsIn(edited(made.map(({ edit }) => edit)));
        expect(findings).toHaveLength(made.length);
        // Notes are reported after the main text, wherever they are anchored.
        for (const { edit, text, rule } of made) {
          const line = lineOf(edit.start);
          const found = findings.filter(
            (one) => one.rule === rule && one.line === line && one.message.includes(text),
          );
          expect(found.length, `${text} in line ${line}`).toBeGreaterThan(0);
          expect(found[0]?.severity).toBe('warning');
          expect(found[0]?.message).toMatch(/d149\.txt:\d+:\d+/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('two words that changed places are found', () => {
    const neighbours = SPOTS.slice(0, -1).flatMap((spot, at) => {
      const next = SPOTS[at + 1] as Spot;
      return TEI.slice(spot.end, next.start) === ' ' && !isEditors(spot) && spot.text !== next.text
        ? [[spot, next] as const]
        : [];
    });
    fc.assert(
      fc.property(fc.constantFrom(...neighbours), ([one, other]) => {
        const by = `${other.text} ${one.text}`;
        const findings = findingsIn(edited([{ start: one.start, end: other.end, by }]));
        expect(findings.map(({ rule }) => rule).sort()).toEqual(['words/added', 'words/missing']);
        for (const { line } of findings) expect(line).toBe(lineOf(one.start));
      }),
      { numRuns: 60 },
    );
  });

  it('of many lost words, the first are reported, and how many more there are', () => {
    const findings = findingsIn(
      edited(SPOTS.filter((_, at) => at % 20 === 0).map((spot) => ({ ...spot, by: '' }))),
    );
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.message).toMatch(/there are \d+ more places/);
  });
});

/** An editor's changes: of the words at a place, without changing the source's reading. */
const DECISIONS: Readonly<Record<string, (text: string) => string>> = {
  emph: (text) => `<emph>${text}</emph>`,
  'a name': (text) => `<persName ref="#p_x">${text}</persName>`,
  foreign: (text) => `<foreign xml:lang="es">${text}</foreign>`,
  'a part of a word': (text) => `<hi rend="italic">${text.slice(0, 1)}</hi>${text.slice(1)}`,
  unclear: (text) => `<unclear>${text}</unclear>`,
  'a correction': (text) => `<choice><sic>${text}</sic><corr>other words</corr></choice>`,
  'a correction laid out': (text) =>
    `<choice>\n    <sic>${text}</sic>\n    <corr>other</corr>\n  </choice>`,
  'a letter corrected': (text) =>
    `${text.slice(0, -1)}<choice><sic>${text.slice(-1)}</sic><corr>zz</corr></choice>`,
  'a normalization': (text) => `<choice><orig>${text}</orig><reg>other</reg></choice>`,
  'an expansion': (text) =>
    `<choice><abbr>${text}</abbr><expan>other <ex>words</ex></expan></choice>`,
  'two possible readings': (text) =>
    `<choice><unclear>${text}</unclear><unclear>other</unclear></choice>`,
  'a correction in place': () => '<corr>other</corr>',
  'letters supplied': (text) => `${text}<supplied reason="omitted">ly</supplied>`,
  'letters supplied within others': (text) =>
    `<supplied><add>${text}<supplied>ly</supplied></add></supplied>`,
  'letters deleted within what is supplied': (text) =>
    `<supplied>${text.slice(0, 1)}<del>zz</del>${text.slice(1)}</supplied>`,
  'words supplied': (text) => `${text} <supplied reason="omitted">of the kind</supplied>`,
  'the same word supplied': (text) => `<supplied reason="omitted">${text}</supplied> ${text}`,
  'an editor’s note': (text) => `${text}<note type="editorial">Said of <q>others</q>.</note>`,
  'a note that an editor signs': (text) =>
    `${text}<note n="a" place="foot" resp="#ed1">Said of others.</note>`,
  'a gap': () => '<gap reason="illegible"/>',
  'a variant': (text) => `<app><lem>${text}</lem><rdg wit="#B">other</rdg></app>`,
  'a comment': (text) => `${text}<!-- not <so> sure -->`,
  'a line': (text) => `${text.slice(0, 1)}<lb break="no"/>${text.slice(1)}`,
  'a word of its own': (text) => `<w>${text}</w>`,
  'white space': (text) => `\n      ${text}\n      `,
  'a word entered in an index': (text) => `<index><term>Other</term></index>${text}`,
};

describe('what an editor decides', () => {
  it.each(Object.entries(DECISIONS))('%s is not reported', (_what, decide) => {
    fc.assert(
      fc.property(places, (at) => {
        const edits = at
          .map((place) => SPOTS[place] as Spot)
          .map((spot) => ({ ...spot, by: decide(spot.text) }));
        expect(findingsIn(edited(edits))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('a number moved to where the note belongs is not reported', () => {
    const [note] = /<note n="2"[\s\S]*?<\/note>/.exec(TEI) ?? [''];
    const before = TEI.slice(0, TEI.indexOf(note));
    const at = SPOTS.findLast(({ end }) => end < before.length - 40)?.end ?? 0;
    const moved = `${before.slice(0, at)}${note}${before.slice(at)}${TEI.slice(before.length + note.length)}`;
    expect(findingsIn(moved)).toEqual([]);
  });

  it('hides nothing beside it', () => {
    const decisions = fc.constantFrom(...Object.values(DECISIONS));
    fc.assert(
      fc.property(fc.integer({ min: 20, max: SPOTS.length - 20 }), decisions, (place, decide) => {
        const spot = SPOTS[place] as Spot;
        const away = SPOTS[place + 6] as Spot;
        const tei = edited([
          { ...spot, by: decide(spot.text) },
          { ...away, by: '' },
        ]);
        const findings = findingsIn(tei);
        expect(findings).toHaveLength(1);
        expect(findings[0]?.message).toContain(away.text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the alignment', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd');
  const placed = (text: string) => ({ text, begins: false, place: { line: 1, column: 1 } });

  test('omits as few words as there are differences, and keeps their order', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.array(word, { maxLength: 12 }),
        (one, other) => {
          const changes = wordChanges(
            one.map(placed),
            other.map((text) => ({
              ...placed(text),
              required: text,
              shorter: [],
              replaces: false,
            })),
          );
          const common: string[] = [];
          const also: string[] = [];
          let [s, t] = [0, 0];
          for (const { source: from, tei: to } of [
            ...changes,
            { source: { start: one.length, end: 0 }, tei: { start: other.length, end: 0 } },
          ]) {
            common.push(...one.slice(s, from.start));
            also.push(...other.slice(t, to.start));
            [s, t] = [from.end, to.end];
          }
          expect(common).toEqual(also);
          expect(common.length).toBe(longestCommon(one, other));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('of a long text with many changes takes seconds at most', () => {
    const words = Array.from({ length: 60_000 }, (_, at) =>
      placed(at % 7 === 0 ? `w${at}` : `v${at % 50}`),
    );
    const tei = words
      .filter((_, at) => at % 1000 !== 17)
      .map(({ text, place }) => ({ text, place, required: text, shorter: [], replaces: false }));
    const begun = performance.now();
    const changes = wordChanges(words, tei);
    expect(changes.length).toBeGreaterThanOrEqual(60);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

function longestCommon(one: readonly string[], other: readonly string[]): number {
  const row = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    let diagonal = 0;
    for (let at = 0; at < other.length; at++) {
      const above = row[at + 1] as number;
      row[at + 1] = word === other[at] ? diagonal + 1 : Math.max(above, row[at] as number);
      diagonal = above;
    }
  }
  return row[other.length] as number;
}

describe('in an edition', () => {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-words-'));
  const root = join(folder, 'tei');
  const foundBy = async (): Promise<Finding[]> => {
    const edition = openEdition(root);
    return (await checkFiles(edition, filesOf(edition))).findings.filter(({ rule }) =>
      rule.startsWith('words/'),
    );
  };
  beforeAll(() => cpSync(MEMO, root, { recursive: true }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('the check reports where words went, each time, and no longer when they are back', async () => {
    const path = join(root, 'documents', 'd149.xml');
    const [spot] = SPOTS.slice(100) as [Spot];
    writeFileSync(path, edited([{ ...spot, by: '' }]));
    const expected = { rule: 'words/missing', line: lineOf(spot.start), severity: 'warning' };
    expect(await foundBy()).toMatchObject([expected]);
    expect(await foundBy()).toMatchObject([expected]);
    // In another encoding, and with a DOCTYPE, in the line after the XML declaration.
    const doctype = edited([{ ...spot, by: '' }]).replace(/(?=<TEI)/, '<!DOCTYPE TEI []>');
    const recoded = doctype.replace(/encoding="UTF-8"/, 'encoding="UTF-16"');
    writeFileSync(path, Buffer.from(`\uFEFF${recoded}`, 'utf16le'));
    expect(await foundBy()).toMatchObject([expected]);
    writeFileSync(path, TEI);
    expect(await foundBy()).toEqual([]);
  });

  it('a document with another text as its source is reported once', async () => {
    const text = 'Another text\n\nThat has nothing in common with the memorandum, by mistake.\n';
    writeFileSync(join(root, 'sources', 'd149.txt'), text);
    expect(await foundBy()).toMatchObject([{ rule: 'words/another-text' }]);
  });
});
