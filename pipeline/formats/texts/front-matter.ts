/**
 * The facts for citing a document, before its Markdown: YAML between two lines of hyphens. Every
 * value is in double quotes, in which only backslash and quotation mark are special in YAML;
 * unknown values have no line.
 */
import type { DocumentFacts, EditionFacts } from '../../model/facts.ts';
import { printText } from '../citations/reference.ts';
import type { Say } from '../writing/words.ts';

export function frontMatter(
  facts: DocumentFacts,
  edition: Pick<EditionFacts, 'statedTitle'> | null,
  say: Say,
): string {
  const { print, licence, date } = facts;
  const names = (parties: readonly { readonly name: string }[]): string[] =>
    parties.map(({ name }) => name);
  const lines = [
    ...yamlPair('title', facts.title),
    ...yamlPair('number', facts.n),
    ...yamlPair('genre', facts.genre),
    ...list('author', names(facts.authors)),
    ...list('translator', names(facts.translators)),
    ...list('recipient', names(facts.recipients)),
    ...yamlPair('date', date?.range),
    ...yamlPair('date-in-words', date?.text),
    ...yamlPair('place', facts.place?.text),
    ...yamlPair('edition', edition?.statedTitle),
    ...list('editor', names(facts.editors)),
    ...yamlPair('publisher', facts.publisher),
    ...yamlPair('issued', facts.issued),
    ...yamlPair('version', facts.version),
    ...yamlPair('print', print && printText(print, say)),
    ...list(
      'archive',
      facts.archives.flatMap(({ text }) => text ?? []),
    ),
    ...yamlPair('doi', facts.doi),
    ...yamlPair('identifier', facts.uri),
    ...yamlPair('url', facts.address),
    ...yamlPair('tei', facts.teiAddress),
    ...yamlPair('licence', licence && (licence.target ?? licence.text)),
    ...list('rights', facts.rights),
    ...list('language', facts.languages),
  ];
  return ['---', ...lines, '---', ''].map((line) => `${line}\n`).join('');
}

/** A line with a quoted value; no line without a value. */
export function yamlPair(key: string, value: string | null | undefined): string[] {
  return value ? [`${key}: ${quotedYaml(value)}`] : [];
}

function list(key: string, values: readonly string[]): string[] {
  if (values.length === 0) return [];
  return [`${key}:`, ...values.map((value) => `  - ${quotedYaml(value)}`)];
}

/**
 * A double-quoted scalar (YAML 1.2, 7.3.1) on one line; characters that XML allows but YAML does
 * not, or takes for the end of a line, are omitted.
 */
function quotedYaml(value: string): string {
  const line = value
    .replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  return `"${line.replace(/[\\"]/g, '\\$&')}"`;
}
