/** A header in two languages: its fields, names, divisions and languages on the page. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { openInterface } from '../../pipeline/publish/interface/strings.ts';
import { openTransformer, type Transformer } from '../../pipeline/transform/transform.ts';
import { removeFolders, temporaryFolder } from '../site/edition.ts';

let transformer: Transformer;
beforeAll(async () => {
  transformer = await openTransformer(join(PROGRAM, '.cache'));
});
afterAll(removeFolders);

/** The words of the page, tags left out. */
function page(parts: { title?: string; source?: string; body?: string }, language = 'en'): string {
  const path = join(temporaryFolder(), 'm1.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>${parts.title ?? ''}</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc>${parts.source ?? '<p/>'}</sourceDesc></fileDesc></teiHeader><text><body>${parts.body ?? '<p>Text.</p>'}</body></text></TEI>`,
  );
  const { strings } = openInterface(language);
  const { record, text, witnesses } = transformer.html(path, { strings, addresses: {} });
  return [record, witnesses, text]
    .join(' ')
    .replace(/<(?!\/?(?:span|b|i|a|time|cite)\b)[^>]*>/g, '|')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?:\| ?)+/g, '|');
}

const manuscript = (parts: string): string =>
  `<msDesc><msIdentifier><idno>MS 1</idno></msIdentifier>${parts}</msDesc>`;

it.each([
  [
    'dates',
    '<history><origin><origDate xml:lang="la">saec. II</origDate>\n<origDate xml:lang="en">2nd century</origDate></origin></history>',
    '2nd century',
  ],
  [
    'paragraphs of a description, which has its own label',
    '<history><origin><seg xml:lang="la">In foro.</seg> <seg xml:lang="en">On the market.</seg> <height>2 cm</height></origin></history>',
    '|Description|In foro.|Description|On the market.',
  ],
  [
    'a place in a line',
    '<history><provenance><p>Found in <placeName xml:lang="de">Wien</placeName><placeName xml:lang="en">Vienna</placeName>.</p></provenance></history>',
    'Found in Wien / Vienna.',
  ],
])('%s in two languages are told apart', (_, parts, words) => {
  expect(page({ source: manuscript(parts) })).toContain(words);
});

it('an inline element of a description is not labelled by its own name', () => {
  const parts = page({
    source: manuscript(
      '<history><origin><rs type="workshop">Brothers Ash</rs><origDate when="1501"/></origin></history>',
    ),
  });
  expect(parts).toContain('|Workshop|Brothers Ash|');
  expect(parts).not.toMatch(/\|(Rs|Seg)\b/);
});

it.each([
  ['en', 'grc', 'Ancient Greek'],
  ['de', 'la', 'Latein'],
  ['en', 'grc-Latn', 'Ancient Greek (grc-Latn)'],
  ['en', 'qqq', 'qqq'],
])('in %s the language %s is “%s”', (language, tag, name) => {
  expect(
    page(
      {
        source: manuscript(
          `<msContents><textLang mainLang="${tag}"/><summary>S.</summary></msContents>`,
        ),
      },
      language,
    ),
  ).toContain(`|${name}|`);
});

it('a forename outside of its empty element is a word of its own', () => {
  expect(
    page({
      title:
        '<editor role="translator"><persName>Irina<forename/><surname>Ash</surname></persName></editor>',
    }),
  ).toContain('Irina Ash');
});

it('of two bibliographies only the one with a type of its own says which it is', () => {
  const words = page({
    body: '<div type="edition"><p>A</p></div><div type="bibliography"><p>B</p></div><div type="bibliography" subtype="older"><p>C</p></div>',
  });
  expect(words).toContain('|Bibliography|¶B|');
  expect(words).toContain('|Bibliography (older)|¶C');
});

it('the list of witnesses has each one once, also one within another', () => {
  const path = join(temporaryFolder(), 'm1.xml');
  writeFileSync(
    path,
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit><witness xml:id="A">Codex, Rome<listWit><witness xml:id="A1">first hand</witness></listWit></witness></listWit></sourceDesc></fileDesc></teiHeader><text><body><p>Text.</p></body></text></TEI>`,
  );
  const { witnesses } = transformer.data(path, openInterface('en').strings, []);
  expect(witnesses.map(({ description }) => description)).toEqual(['Codex, Rome', 'first hand']);
});
