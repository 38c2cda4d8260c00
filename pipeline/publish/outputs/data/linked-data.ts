/**
 * Persons, places and organizations as linked data: /data/persons.jsonld and .ttl, and so on.
 *
 * Takes the site's entries. Returns for each kind that has entries a file of JSON-LD 1.1, which
 * contains its context, so that no other server is needed to read it, and one of RDF 1.1 Turtle
 * with the same statements. Written entry by entry, never whole in memory.
 */

import { jsonWithList, type OutputFolder } from '../../../core/files/output-folder.ts';
import { siteReference } from '../../addresses/web-address.ts';
import type { Site } from '../../site/site.ts';
import type { SiteIndex } from '../../site/site-model.ts';
import {
  CLASSES,
  type DataStatement,
  type Described,
  describe,
  iri,
  languageTag,
  SCHEMA,
  type StatementValue,
  XSD,
} from './statements.ts';

const CONTEXT = { '@vocab': SCHEMA, xsd: XSD };

export function writeLinkedData(site: Site, folder: OutputFolder): void {
  for (const index of describedIndexes(site)) {
    const type = CLASSES.get(index.folder) as string;
    const [jsonld, turtle] = [`/data/${index.folder}.jsonld`, `/data/${index.folder}.ttl`];
    folder.writePieces(
      jsonld,
      jsonWithList({ '@context': CONTEXT }, '@graph', nodes(site, index, type, jsonld)),
    );
    folder.writePieces(turtle, asTurtle(site, index, type, turtle));
  }
}

/** The indexes that are published as linked data. */
export function describedIndexes(site: Site): readonly SiteIndex[] {
  return site.inUse.filter(({ folder }) => CLASSES.has(folder));
}

function* everything(
  site: Site,
  { entries }: SiteIndex,
  type: string,
  file: string,
): Generator<Described> {
  yield dataset(site, file);
  for (const entry of entries) yield describe(site, entry, type, file);
}

/** Statements about the file itself: a part of the edition, under its licence. */
function dataset(site: Site, file: string): Described {
  const { title, licence, publisher, language } = site.edition;
  const tag = languageTag(language);
  const statements: DataStatement[] = [];
  if (title)
    statements.push({ property: 'name', value: { words: title, ...(tag && { language: tag }) } });
  if (publisher) statements.push({ property: 'publisher', value: { words: publisher } });
  if (licence?.target)
    statements.push({ property: 'license', value: { address: iri(licence.target) } });
  statements.push({
    property: 'isPartOf',
    value: { address: siteReference(site, '/index.html', file) },
  });
  return { address: siteReference(site, file, file), type: 'Dataset', statements };
}

function* nodes(site: Site, index: SiteIndex, type: string, file: string): Generator<unknown> {
  for (const { address, type: own, statements } of everything(site, index, type, file)) {
    const node: Record<string, unknown> = { '@id': address, '@type': own };
    for (const { property, value } of statements) {
      const previous = node[property];
      const next = nodeValue(value);
      node[property] =
        previous === undefined
          ? next
          : Array.isArray(previous)
            ? [...previous, next]
            : [previous, next];
    }
    yield node;
  }
}

function nodeValue(value: StatementValue): unknown {
  if ('address' in value) return { '@id': value.address };
  const { words, language, type } = value;
  if (language) return { '@value': words, '@language': language };
  return type ? { '@value': words, '@type': type.replace(XSD, 'xsd:') } : words;
}

function* asTurtle(site: Site, index: SiteIndex, type: string, file: string): Generator<string> {
  yield `@prefix schema: <${SCHEMA}> .\n@prefix xsd: <${XSD}> .\n`;
  for (const { address, type: own, statements } of everything(site, index, type, file)) {
    const lines = statements.map(
      ({ property, value }) => `schema:${property} ${turtleValue(value)}`,
    );
    yield `\n<${address}> a schema:${own} ;\n  ${lines.join(' ;\n  ')} .\n`;
  }
}

function turtleValue(value: StatementValue): string {
  if ('address' in value) return `<${value.address}>`;
  const { words, language, type } = value;
  // JSON escapes the characters that a string of Turtle must escape in ways that Turtle reads.
  const quoted = JSON.stringify(words).replaceAll('\u007f', '\\u007F');
  if (language) return `${quoted}@${language}`;
  return type ? `${quoted}^^${type.replace(XSD, 'xsd:')}` : quoted;
}
