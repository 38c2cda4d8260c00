/**
 * The patch core of the workbench: for any range and any operation, the file stays well-formed, the
 * words stay or change as intended, and all other bytes are the same.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyEdits, orderedEdits } from '../../pipeline/edit/patch/apply.ts';
import { operationChange } from '../../pipeline/edit/patch/change.ts';
import { type Edit, type Operation, PatchRefusal } from '../../pipeline/edit/patch/model.ts';
import { prove, type Validate, validatorOf } from '../../pipeline/edit/patch/prove.ts';
import { parseDocument, type SourceDocument } from '../../pipeline/edit/source/document.ts';
import { textRuns } from '../../pipeline/edit/source/runs.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { readXml } from '../../pipeline/xml/read.ts';
import { compileGrammar } from '../../pipeline/xml/relaxng/compiled-schemas.ts';
import { TEI_FILE } from './fixture.ts';

const document = parseDocument('d1.xml', TEI_FILE);
let validate: Validate;
beforeAll(async () => {
  validate = validatorOf(await compileGrammar(`${PROGRAM}/tei/schema/edition.rng`));
});

/** The words of a file as another reader finds them: by the parser's own events. */
function wordsOf(text: string): string {
  let words = '';
  readXml({ path: 'd1.xml', content: text }, { text: (part) => (words += part) });
  return words;
}

async function done(operation: Operation, given = document): Promise<string> {
  const { document: after } = await prove(given, operationChange(given, operation), validate);
  return after.text;
}

async function refused(operation: Operation, given = document): Promise<string> {
  const failure = await done(operation, given).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PatchRefusal);
  return (failure as PatchRefusal).message;
}

/** The range of these words in the file, tags included. */
function rangeOf(words: string, { text }: SourceDocument = document) {
  const start = text.indexOf(words);
  expect(start, words).toBeGreaterThan(0);
  return { start, end: start + words.length };
}

const wrap = (element: string, words: string, attributes = {}): Operation => ({
  op: 'wrap',
  element,
  range: rangeOf(words),
  attributes,
});

describe('marks', () => {
  it('wraps words, and every other byte is the same', async () => {
    const after = await done(wrap('persName', 'Astor', { ref: '#p_a', resp: '#ed' }));
    const marked = '<persName ref="#p_a" resp="#ed">Astor</persName>';
    expect(after).toBe(TEI_FILE.replace('Astor', marked));
  });

  it('takes a range without the spaces at its ends, and does not divide a reference', async () => {
    expect(await done(wrap('orgName', ' Astor &am'))).toContain(
      'Mrs. <orgName>Astor &amp;</orgName> Co.',
    );
  });

  it('grows a name to the whole of an element that it begins in, and says so', () => {
    const { start } = rangeOf('ter</hi>');
    const { end } = rangeOf('Page</hi>');
    const change = operationChange(document, {
      op: 'wrap',
      element: 'persName',
      range: { start, end: end - 5 },
    });
    expect(change.repaired?.reason).toBe(
      'the selection crosses <hi>, which is now inside as a whole',
    );
    expect(applyEdits(TEI_FILE, change.edits)).toContain(
      '<persName><hi rend=\'italic\'>Walter</hi> <hi>Hines <hi rend="bold">Page</hi></hi></persName>',
    );
  });

  it('marks in pieces what may be divided', async () => {
    const { start } = rangeOf('ter</hi>');
    const { end } = rangeOf('Hines');
    const after = await done({ op: 'wrap', element: 'add', range: { start, end } });
    expect(after).toContain('Wal<add>ter</add></hi> <hi><add>Hines</add> <hi');
  });

  it('ends a name before a note', () => {
    const range = { start: rangeOf('Co.<note').start, end: rangeOf('Page, &lt;').end };
    const change = operationChange(document, { op: 'wrap', element: 'orgName', range });
    expect(change.repaired?.reason).toMatch(/extends into a note; only the words before it/);
    expect(applyEdits(TEI_FILE, change.edits)).toContain('<orgName>Co.</orgName><note');
  });

  it('sets and takes away attributes, the others and their quotation marks as they were', async () => {
    const at = TEI_FILE.indexOf('<persName ref=');
    const attributes = { ref: '#p_y', cert: undefined, resp: '#ed' };
    expect(await done({ op: 'attributes', at, attributes })).toBe(
      TEI_FILE.replace(`ref='#p_x' resp="#siglum" cert="medium"`, 'ref="#p_y" resp="#ed"'),
    );
  });

  it('makes another element of one, and takes one away', async () => {
    const at = TEI_FILE.indexOf('<persName ref=');
    const place = await done({
      op: 'retag',
      at,
      element: 'placeName',
      attributes: { cert: 'low' },
    });
    expect(place).toContain(
      `<placeName ref='#p_x' resp="#siglum" cert="low">Tommy&#x1F600;</placeName>`,
    );
    expect(await done({ op: 'unwrap', at })).toContain('with Tommy&#x1F600; <!--');
    expect(await refused({ op: 'unwrap', at: TEI_FILE.indexOf('<p xml:id="d1-p1"') })).toMatch(
      /the identifier “d1-p1”, which others may cite/,
    );
  });

  it('says in plain words what the schema does not allow', async () => {
    expect(await refused(wrap('person', 'Astor'))).toMatch(
      /^<person> is not allowed here: <person> is not allowed in <head>; it is allowed in listPerson/,
    );
  });
});

describe('words', () => {
  it('replaces words of one element only', async () => {
    expect(await done({ op: 'words', range: rangeOf('Monday'), words: 'T & <S>' })).toBe(
      TEI_FILE.replace('Monday', 'T &amp; &lt;S>'),
    );
    const range = { start: rangeOf('Monday').start, end: rangeOf('alter').end };
    expect(await refused({ op: 'words', range, words: 'x' })).toMatch(/in several elements/);
    expect(await refused({ op: 'words', range: rangeOf('Monday'), words: '\u0001' })).toMatch(
      /a character that XML does not allow/,
    );
  });

  it('shows a correction beside what the source has', async () => {
    expect(
      await done({
        op: 'correction',
        range: rangeOf('Monday'),
        words: 'Tuesday',
        attributes: { resp: '#ed' },
      }),
    ).toContain('<choice><sic>Monday</sic><corr resp="#ed">Tuesday</corr></choice>');
  });

  it('gives a new note an identifier of its own', async () => {
    const { start: at } = rangeOf(' came,');
    const attributes = { place: 'foot', type: 'editorial' };
    const note: Operation = { op: 'insert', at, element: 'note', words: 'Who?', attributes };
    expect(await done(note)).toContain(
      '</hi><note place="foot" type="editorial" xml:id="d1-n3">Who?</note> came',
    );
  });

  it('divides and joins paragraphs', async () => {
    const { start: at } = rangeOf('with <persName');
    const divided = await done({ op: 'split', at });
    expect(divided).toContain('came,</p>\n        <p xml:id="d1-p3">with <persName');
    const parsed = parseDocument('d1.xml', divided);
    const joined = await done({ op: 'join', at: divided.indexOf('<p xml:id="d1-p3"') }, parsed);
    expect(joined).toContain('came, with <persName');
    const inside = rangeOf('ter</hi>').start;
    expect(await refused({ op: 'split', at: inside })).toMatch(/inside <hi>, which cannot be/);
  });

  it('fills a field that is empty', async () => {
    const given = parseDocument('d1.xml', TEI_FILE.replace('<p/></pub', '<publisher  /></pub'));
    const at = given.text.indexOf('<publisher');
    expect(await done({ op: 'content', at, words: 'A & B' }, given)).toContain(
      '<publicationStmt><publisher>A &amp; B</publisher></publicationStmt>',
    );
  });
});

describe('any range and any operation', () => {
  const runs = textRuns(document);
  const offset = fc
    .tuple(fc.nat(runs.length - 1), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([at, part]) => {
      const { start, end } = runs[at] as { start: number; end: number };
      return start + Math.round(part * (end - start));
    });
  const range = fc
    .tuple(offset, offset)
    .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
  const element = fc.constantFrom('persName', 'date', 'hi', 'del', 'add', 'note', 'div', 'sic');
  const operation: fc.Arbitrary<Operation> = fc.oneof(
    fc.record({ op: fc.constant('wrap' as const), element, range }),
    fc.record({ op: fc.constant('unwrap' as const), at: elementStart() }),
    fc.record({ op: fc.constant('retag' as const), at: elementStart(), element }),
    fc.record({
      op: fc.constant('attributes' as const),
      at: elementStart(),
      attributes: fc.record({ ref: fc.constantFrom('#p_1', undefined), n: fc.string() }),
    }),
    fc.record({ op: fc.constant('words' as const), range, words: fc.string() }),
    fc.record({ op: fc.constant('correction' as const), range, words: fc.string() }),
    fc.record({ op: fc.constant('insert' as const), at: offset, element, words: fc.string() }),
    fc.record({ op: fc.constant('split' as const), at: offset }),
    fc.record({ op: fc.constant('join' as const), at: elementStart() }),
  );

  function elementStart() {
    return fc.constantFrom(...[...TEI_FILE.matchAll(/<\w/g)].map(({ index }) => index));
  }

  it('is refused in a sentence, or leaves well-formed XML, the words and all other bytes', async () => {
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(operation, async (given) => {
        const outcome = await apply(given);
        if (outcome === undefined) return;
        applied++;
        const { after, change } = outcome;
        const words = wordsOf(after);
        if (change.textChanges.length === 0) expect(words).toBe(wordsOf(TEI_FILE));
        const back = applyEdits(after, inverse(TEI_FILE, change.edits));
        expect(back).toBe(TEI_FILE);
        const first = Math.min(...change.edits.map(({ start }) => start));
        const end = Math.max(...change.edits.map((edit) => edit.end));
        expect(after.startsWith(TEI_FILE.slice(0, first))).toBe(true);
        expect(after.endsWith(TEI_FILE.slice(end))).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect(applied).toBeGreaterThan(80);
  });

  /** The edits that revert the change, at the offsets of the changed file. */
  function inverse(text: string, edits: readonly Edit[]): Edit[] {
    let shift = 0;
    return orderedEdits(edits).map(({ start, end, text: added }) => {
      const back = {
        start: start + shift,
        end: start + shift + added.length,
        text: text.slice(start, end),
      };
      shift += added.length - (end - start);
      return back;
    });
  }

  async function apply(given: Operation) {
    try {
      const change = operationChange(document, given);
      const { document: after } = await prove(document, change, undefined);
      return { after: after.text, change };
    } catch (error) {
      expect(error).toBeInstanceOf(PatchRefusal);
      return undefined;
    }
  }
});
