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
    ...one('title', facts.title),
    ...one('number', facts.n),
    ...one('genre', facts.genre),
    ...list('author', names(facts.authors)),
    ...list('translator', names(facts.translators)),
    ...list('recipient', names(facts.recipients)),
    ...one('date', date?.range),
    ...one('date-in-words', date?.text),
    ...one('place', facts.place?.text),
    ...one('edition', edition?.statedTitle),
    ...list('editor', names(facts.editors)),
    ...one('publisher', facts.publisher),
    ...one('issued', facts.issued),
    ...one('version', facts.version),
    ...one('print', print && printText(print, say)),
    ...list(
      'archive',
      facts.archives.flatMap(({ text }) => text ?? []),
    ),
    ...one('doi', facts.doi),
    ...one('identifier', facts.uri),
    ...one('url', facts.address),
    ...one('tei', facts.teiAddress),
    ...one('licence', licence && (licence.target ?? licence.text)),
    ...list('rights', facts.rights),
    ...list('language', facts.languages),
  ];
  return ['---', ...lines, '---', ''].map((line) => `${line}\n`).join('');
}

function one(key: string, value: string | null | undefined): string[] {
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
export function quotedYaml(value: string): string {
  const line = value
    .replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  return `"${line.replace(/[\\"]/g, '\\$&')}"`;
}
