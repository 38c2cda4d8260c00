/**
 * Notes and pages as people write them: each label finds its anchor, every other digit stays,
 * nothing is lost.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEdition } from '../../pipeline/edition/edition.ts';
import {
  createEncodingContext,
  type EncodingContext,
} from '../../pipeline/encode/context/context.ts';
import { bodyOf, encoded } from './in-process.ts';
import { ROOT } from './tei.ts';

const note = (n: string, text: string) => `<note n="${n}" place="foot">${text}</note>`;

describe('labels of notes', () => {
  it.each([
    ['set in', 'One.1 Two.2\n\n  1. Ash.\n  2. Elm.', '1', '2'],
    ['at the margin', 'One.1 Two.2\n\n1. Ash.\n2. Elm.', '1', '2'],
    ['without a full stop, below a rule', 'One.1 Two.2\n\n--\n1 Ash.\n2 Elm.', '1', '2'],
    ['in brackets', 'One.[1] Two.[2]\n\n[1] Ash.\n[2] Elm.', '1', '2'],
    ['raised', 'One.¹ Two.²\n\n¹ Ash.\n² Elm.', '1', '2'],
    ['raised in the text only', 'One.¹ Two.²\n\n  1. Ash.\n  2. Elm.', '1', '2'],
    ['Markdown', 'One.[^1] Two.[^2]\n\n[^1]: Ash.\n[^2]: Elm.', '1', '2'],
    ['signs', 'One.* Two.†\n\n* Ash.\n† Elm.', '*', '†'],
    ['numbered on from before', 'One.37 Two.38\n\n  37. Ash.\n  38. Elm.', '37', '38'],
    ['with a letter', 'One.5 Two.5a\n\n  5. Ash.\n  5a. Elm.', '5', '5a'],
    ['anew after a page', 'One.1 [Page 9] Two.1\n\n  1. Ash.\n  1. Elm.', '1', '1'],
  ])('%s', (_how, text, first, second) => {
    const body = bodyOf(`Of Trees\n\n${text}\n`);
    expect(body).toContain(`One.${note(first, 'Ash.')}`);
    expect(body).toContain(`Two.${note(second, 'Elm.')}`);
    expect(body).not.toContain('<p>1');
  });

  it('at the foot of each page and below each chapter', () => {
    const body = bodyOf(
      'Of Trees\n\n[Page 1]\n\nOne tree,1 and another.2 End.\n\n1. Ash.\n2. Elm, which\nis tall.\n\n[Page 2]\n\nA third,1 and more.* End.\n\n--\n1. Oak.\n* Yew.\n\n[Page 3]\n\nThe last,1 seen.\n\n1. Fir.\n',
    );
    expect(body).toContain(`tree,${note('1', 'Ash.')} and another.`);
    expect(body).toMatch(
      /another\.<note n="2" place="foot">Elm, which(?: <lb\/>| )is tall\.<\/note>/,
    );
    expect(body).toContain(`third,${note('1', 'Oak.')} and more.${note('*', 'Yew.')}`);
    expect(body).toContain(`last,${note('1', 'Fir.')} seen.`);
    expect(body).not.toContain('<list');
  });

  it.each([
    ['a paragraph each', '1 Ash.\n\n2 Lost.\n\n3 Fir.\n\n4 Yew.'],
    ['a line each', '1. Ash.\n2. Lost.\n3. Fir.\n4. Yew.'],
  ])(
    'one lost its mark, %s: it is reported, the others are notes, and years are whole',
    (_, notes) => {
      const text = `Of Trees\n\nIt grew here1 until May 4th 1902, in 1902 there3 and there.4\n\n${notes}\n`;
      const { unanchored } = encoded(text);
      expect(unanchored.map(({ n }) => n)).toEqual(['2']);
      const body = bodyOf(text);
      expect(body).toContain(`here${note('1', 'Ash.')} until`);
      expect(body).toContain(`there${note('3', 'Fir.')} and there.${note('4', 'Yew.')}`);
      expect(body).toMatch(/May 4th 1902<\/date>, .*1902/);
    },
  );

  it('the source’s, behind a number that with it looks like a year', () => {
    const body = bodyOf(
      '19. Study Memorandum 1851\n\nSeen in Embtels 2052 and 206, and read.\n\n  1. Source: Archives, Box 9.\n  2. Not printed.\n',
    );
    expect(body).toContain('<head>19. Study Memorandum 185<note n="1"');
    expect(body).toContain(`Embtels 205${note('2', 'Not printed.')} and 206`);
  });

  it('none of a series of numbered paragraphs without anchors; no anchor in a postal district', () => {
    const series = (place: string) =>
      bodyOf(
        `Minutes\n\nHeld at ${place}, at noon.\n\n1. QUAY. It is sound.\n\nThis was noted.\n\n2. LIGHT. It was out.\n\nThe board rose.\n`,
      );
    for (const place of ['the Town Hall1', '10 Downing Street, S.W.1', 'Bristol1 on the 2da day']) {
      const body = series(place);
      expect(body).not.toContain('<note');
      expect(body).toContain('<p>1. QUAY.');
    }
    const anchored = bodyOf(
      'Minutes\n\nHeld at the Town Hall1 at noon.\n\n1. Old.\n\nThe light was out.2\n\n2. Lit.\n\nThe board rose.\n',
    );
    expect(anchored.match(/<note/g)).toHaveLength(2);
    expect(bodyOf('Minutes\n\nHeld at London, E.C.4, at noon.\n\n4. Old.\n')).not.toContain(
      '<note',
    );
  });

  it('signs before words, in brackets and before numbers of sections are text', () => {
    const body = bodyOf(
      'Of Trees\n\nThose marked with a (*) are felled.\n\n*Ash.\n\nElm, *Yew, Oak.\n\n*Fir.\n\n§ 1 names „Ash“1 and fir. — § 2 too.\n\n§ 3 names none.\n\n  1. Tall.\n',
    );
    expect(body).toContain('a (*) are felled');
    expect(body).toContain(`„Ash“${note('1', 'Tall.')} and fir. — § 2 too.`);
    expect(body.match(/<note/g)).toHaveLength(1);
    for (const text of ['*Ash.', '*Yew', '*Fir.', '§ 3 names none.']) expect(body).toContain(text);
  });

  it('a list in the middle of the text stays a list, though notes have its numbers', () => {
    const body = bodyOf(
      'Of Trees\n\nOne tree,1 and another.2 We need:\n\n1. Ash.\n\n2. Elm.\n\nThat is all.\n\n  1. Oak.\n  2. Yew.\n',
    );
    expect(body).toContain(`tree,${note('1', 'Oak.')} and another.${note('2', 'Yew.')}`);
    expect(body).toContain('Ash.');
  });

  it('a mark that no note has stays text and is reported', () => {
    const { strayMarks } = encoded(
      'Of Trees\n\nOne tree,* and *another* one.† End, 3 m² wide.3 It is.\n\n* Ash.\n',
    );
    expect(strayMarks.map(({ mark, line }) => [mark, line])).toEqual([
      ['†', 3],
      ['3', 3],
    ]);
  });

  it('in a block of their own below a page without words', () => {
    const body = bodyOf(
      'Of Trees\n\nOne.1\n\n[Page 8]\n\n[Page 9]23\n\n  1. Ash.\n  2. Elm.\n  3. Oak.\n',
    );
    expect(body).toContain(`One.${note('1', 'Ash.')}${note('2', 'Elm.')}${note('3', 'Oak.')}`);
  });

  it('several set at one place without a space', () => {
    const body = bodyOf(
      'Letter\n\nBath 2 June 1890\n\nAll well.1 Your\n\nTheo234\n\n  1. Ash.\n  2. Elm.\n  3. Oak.\n  4. Yew.\n',
    );
    expect(body).toContain(`well.${note('1', 'Ash.')}`);
    const chain = ['Elm.', 'Oak.', 'Yew.'].map((text, at) => note(`${at + 2}`, text)).join('');
    expect(body).toContain(`Theo${chain}`);
    expect(body).toContain('2 June 1890');
  });

  it('none within a number of the title, a year or a whole date', () => {
    const body = bodyOf(
      '137.2 Letter to the Paper\n\n[Page 1]12\n\nIn 1929, on 3 May 1929, it was so.3\n\n  1. Ash.\n  2. Elm.\n  3. Oak.\n',
    );
    expect(body).toContain('<head>137.2 Letter');
    expect(body).toContain(`${note('1', 'Ash.')}${note('2', 'Elm.')}`);
    expect(body).toContain(`so.${note('3', 'Oak.')}`);
    const lines = bodyOf(
      'Letter 147\n\n[Page 1]\n\nPARIS, 29 Mai 1916.\n\n1 Your letter of May.\n\n  1. Ash.\n',
    );
    expect(lines).toContain('1916');
    expect(lines).toContain(`${note('1', 'Ash.')} Your letter`);
  });

  it('gives notes of one label different ids', () => {
    const ids = [
      ...encoded('Of Trees\n\nOne.1 Two.1\n\n  1. Ash.\n  1. Elm.\n').tei.matchAll(
        /<note [^>]*xml:id="([^"]+)"/g,
      ),
    ];
    expect(ids.map(([, id]) => id)).toEqual(['x-n1', 'x-n1-2']);
  });

  it.each([
    ['a numbered list', 'We need:\n\n1. bread\n2. salt'],
    ['a list with letters in brackets', 'We need:\n\n(a) bread\n(b) salt'],
    ['numbered paragraphs', '1. We met on May 2.\n\n2. We parted.'],
  ])('leaves %s at the end what it is', (_what, text) => {
    expect(bodyOf(`Of Bread\n\n${text}\n`)).not.toContain('<note');
  });

  it('a title’s second anchor, and every number below it stays', () => {
    const body = bodyOf(
      '1. Telegram to Strelsau, May 3.1 2\n\nSEE PARAS 1 AND 2 OF MY 42. IT COST 1.2 MILLION.\n\n  1. Source: Archive.\n  2. Sent.\n',
    );
    expect(body).toMatch(
      /May 3<\/date>\.<note n="1"[^>]*>.*<note n="2"[^>]*>Sent\.<\/note><\/head>/,
    );
    expect(body).toContain('PARAS 1 AND 2 OF MY 42. IT COST 1.2 MILLION.');
  });

  it('a day that lies after the document’s own, and a number that is corrected', () => {
    const body = bodyOf(
      '1. Telegram to Strelsau\n\nZenda, August 4, 1951.\n\nYour 91 of July 31 (copied Aug 11), dated 31 [30] October 1950, page 42 since.\n\n  1. Not printed.\n  2. Lost.\n',
    );
    expect(body).toMatch(/Aug 1(?:<\/date>)?<note n="1"/);
    expect(body).toMatch(/page 4<note n="2"/);
    expect(body).toContain('dated 31 <');
  });

  it('the number of a file is no anchor', () => {
    const body = bodyOf('48. Report\n\n891.48 Mehabad/1: Telegram\n\n48. A flood has come.\n');
    expect(body).toContain('891.48 Mehabad/1');
  });

  it('a word beats the verse of a chapter', () => {
    const body = bodyOf('Of Trees\n\nGrow fast6 and tall (Mk 4,6 and 5,6).\n\n  6. In haste.\n');
    expect(body).toContain(`fast${note('6', 'In haste.')} and tall (Mk 4,6 and 5,6)`);
  });

  it('a number before a dash, and the days of a diary', () => {
    const body = bodyOf(
      'Journal, January 1820\n\nMonday 10\n\nRead the Paper1--walked.\n\nTuesday 11\n\nSewed.\n\n  1. Lost.\n',
    );
    expect(body).toContain('Paper<note n="1" place="foot">Lost.</note>--walked');
  });
});

describe('marks of pages', () => {
  it.each([
    ['[Page 12]', '12'],
    ['[p. 12]', '12'],
    ['[S. 12]', '12'],
    ['[fol. 3r]', '3r'],
    ['[pág. 7]', '7'],
  ])('%s', (mark, n) => {
    expect(bodyOf(`Of Pages\n\nFirst ${mark} second.\n`)).toContain(`First <pb n="${n}"/>second.`);
  });

  it('numbers in brackets and between bars where they number on', () => {
    expect(bodyOf('Of Pages\n\nA [3] b [4] c [5] d.\n')).toContain(
      'A <pb n="3"/>b <pb n="4"/>c <pb n="5"/>d.',
    );
    expect(bodyOf('Of Pages\n\nA |3| b |4| c |5| d.\n')).toContain(
      'A <pb n="3"/>b <pb n="4"/>c <pb n="5"/>d.',
    );
  });

  it.each(['[sic]', '[1897]', '[12]', '|x|', '[p.]'])('leaves %s in the text', (words) => {
    expect(bodyOf(`Of Pages\n\nA ${words} b.\n`).replace(/<[^>]+>/g, '')).toContain(
      `A ${words} b.`,
    );
  });

  it('a page or a line that ends within a word breaks it', () => {
    expect(bodyOf('Of Pages\n\nHe con[Page 3]cerned him and the wal-\nnut.\n')).toContain(
      'He con<pb n="3" break="no"/>cerned him and the wal-<lb break="no"/>nut.',
    );
  });
});

describe('conventions that edition.xml declares', () => {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-conventions-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let count = 0;

  /** The edition of the checkout, without its own declaration, with these conventions. */
  function declaring(list: string): EncodingContext {
    const root = join(folder, `e${++count}`);
    mkdirSync(root);
    const header = readFileSync(join(ROOT, 'tei', 'edition.xml'), 'utf8')
      .replace(/<tagsDecl>[\s\S]*<\/tagsDecl>/, '')
      .replace(
        '</editorialDecl>',
        `<p><list type="conventions">${list}</list></p></editorialDecl>`,
      );
    writeFileSync(join(root, 'edition.xml'), header);
    return createEncodingContext(openEdition(root));
  }
  const row = (label: string, ...examples: string[]) =>
    `<label>${label}</label><item>${examples.map((one) => `<mentioned>${one}</mentioned>`).join(' or ')}</item>`;
  const body = (text: string, context: EncodingContext) =>
    bodyOf(`Of Trees\n\n${text}\n`, undefined, context);

  it('pages and notes of any form are taken off the text, words broken by them stay whole', () => {
    const context = declaring(
      row('pb', '{S. <hi>12</hi>}', '//<hi>3v</hi>//') + row('ref', '#<hi>1</hi>#'),
    );
    expect(context.editionFindings).toEqual([]);
    const made = body(
      '{S. 12} An oak con//13r//cerned him.#1# The ash#2# too {S. two pages}.\n\n#1# Elm.\n#2# Yew.',
      context,
    );
    expect(made).toContain('<pb n="12"/>An oak con<pb n="13r" break="no"/>cerned him.');
    expect(made).toContain(
      `him.${note('1', 'Elm.')} The ash${note('2', 'Yew.')} too {S. two pages}.`,
    );
  });

  it('insertions and gaps become elements, other brackets stay brackets', () => {
    const context = declaring(
      `${row('supplied', '&lt;<hi>word</hi>>')}${row('gap illegible', '[---]')}${row('unclear', '[?<hi>word</hi>?]')}` +
        `<label>note</label><item corresp="#historian"><mentioned>{{<hi>Remark</hi>}}</mentioned></item>`,
    );
    const made = body(
      'He <saw> the [old] oak [---] at [?Bath?] {{a slip}} and a < b, b > [sic].\n\nThe end.',
      context,
    );
    expect(made).toContain(
      'He <supplied>&lt;saw&gt;</supplied> the [old] oak <gap reason="illegible"><desc>[---]</desc></gap> at',
    );
    expect(made).toContain('<unclear>[?');
    expect(made).toContain('<note type="editorial" place="inline">{{a slip}}</note> and a');
    expect(made).toContain('[sic].');
  });

  it('without a declaration brackets are brackets', () => {
    const made = body(
      'He <saw> the [old] oak [---] {S. 12} here [sic] [illegible].',
      declaring(row('pb', '%<hi>1</hi>%')),
    );
    expect(made).toContain('He &lt;saw&gt; the [old] oak [---] {S. 12} here [sic] [illegible].');
  });

  it('declarations that cannot be used are reported with their place, the others are used', () => {
    const context = declaring(
      row('page', '{<hi>1</hi>}') +
        row('pb', '<hi>12</hi>', 'S. <hi>12</hi>.', '{12}', '{<hi>12</hi>}') +
        row('gap not legible at all', '[x]'),
    );
    expect(
      context.editionFindings.map(({ line, rule, message }) => [
        line !== undefined,
        rule,
        message.slice(0, 40),
      ]),
    ).toEqual([
      [true, 'edition/convention', 'the convention “page” is not understood;'],
      [true, 'edition/convention', 'the example “12” has no sign before or a'],
      [true, 'edition/convention', 'the example “S. 12.” begins with letters'],
      [true, 'edition/convention', 'the example “{12}” does not say what var'],
      [true, 'edition/convention', 'the convention “gap not legible at all” '],
    ]);
    expect(body('An {9} oak.', context)).toContain('An <pb n="9"/>oak.');
  });

  it('marks that never close or cross cost no time and lose nothing', () => {
    const context = declaring(row('supplied', '&lt;<hi>word</hi>>') + row('del', '{<hi>x</hi>}'));
    const made = body(`${'<'.repeat(20_000)} a <b {c> d} e> ${'{ '.repeat(5_000)}`, context);
    expect(made.match(/<supplied>/g)).toHaveLength(1);
  });
});
