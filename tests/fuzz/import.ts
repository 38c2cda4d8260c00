/**
 * A damaged volume, imported by `siglum import`.
 *
 * Takes the number of a case. Returns undefined if the volume was refused with a reason, or every
 * file that would be written is well-formed, gives each identifier once, points to existing
 * targets, states its own hash, and all of them together have each character of the volume's texts;
 * else the error. Nothing is written outside of the case's own folder.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readAuthorities } from '../../pipeline/authorities/read.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { isUntouched, sign } from '../../pipeline/edition/file-facts/provenance.ts';
import { importedFrom } from '../../pipeline/import/files/provenance.ts';
import { type ComposedImport, composeVolumes } from '../../pipeline/import/import.ts';
import { emptyHeader } from '../../pipeline/init/init.ts';
import { TEI } from '../../pipeline/xml/namespaces.ts';
import { attribute, readTree, type TreeElement, textOf, walk } from '../../pipeline/xml/tree.ts';
import { randomOf } from '../faults/random.ts';
import { type Ingredients, withElementsSpoilt } from './elements.ts';
import { mutated, STUMBLING_TEI } from './mutate.ts';
import { type Case, MADE, refusedOr } from './refused.ts';

const FIXTURES = join(PROGRAM, 'tests', 'fixtures', 'import');
const VOLUMES = ['volume.xml', 'volume.xml', 'corpus.xml', 'prefixed.xml'] as const;

const UNITS = [
  "//div[@type='document']",
  '//div',
  '//p',
  '//text',
  '//TEI',
  '//*[@xml:id]',
  '//list',
  '//person',
];

const SPOILING: Ingredients = {
  names: [
    ...[
      'div',
      'div1',
      'text',
      'body',
      'front',
      'back',
      'group',
      'TEI',
      'teiCorpus',
      'floatingText',
      'note',
      'head',
      'p',
    ],
    ...[
      'list',
      'item',
      'listPerson',
      'person',
      'persName',
      'term',
      'label',
      'quote',
      'teiHeader',
      'fileDesc',
      'titleStmt',
    ],
    ...[
      'publicationStmt',
      'sourceDesc',
      'encodingDesc',
      'profileDesc',
      'standOff',
      'citeStructure',
      'dateline',
      'pb',
    ],
  ],
  attributes: [
    ...[
      'type="document"',
      'type="names"',
      'type="../../x"',
      'type="complete"',
      'n="1"',
      'n="a &lt; &quot;b&quot;"',
      "n='\"'",
    ],
    ...[
      'xml:id="d1"',
      'xml:id="siglum"',
      'xml:id="p_AB1"',
      'xml:id="CON"',
      'xml:id="../x"',
      'xml:id="a b"',
      'xml:id=""',
    ],
    ...[
      'ref="#p_AB1"',
      'ref="#p_AB1  #d2&#10;#d3"',
      'target="volume.xml#d1"',
      "corresp='#d2fn1'",
      'target="#"',
      'target="#$1"',
    ],
    ...[
      'xml:lang="es"',
      'xml:space="preserve"',
      'xml:base="x/"',
      'xmlns="urn:x"',
      'xmlns:x="urn:x"',
      'xmlns:tei="urn:x"',
    ],
    ...[
      'match="//div"',
      'match="//p["',
      'match="1 div 0"',
      'resp="#siglum"',
      'when="1919"',
      'ed="x"',
    ],
  ],
  between: [
    ...[
      'x',
      ' ',
      '\n\n',
      '&lt;',
      '&#13;',
      '\u2028',
      '💥',
      '<!-- <p> -->',
      '<![CDATA[</p>]]>',
      '<?x </p> ?>',
      '<pb n="7"/>',
    ],
    ...[
      '<x:y xmlns:x="urn:x"/>',
      '<p xmlns="">bare</p>',
      '<text><body><p>inner</p></body></text>',
      '<front/>',
      '<head>H</head>',
    ],
    ...[
      '<list type="names"><item><persName xml:id="p_X">X, Y</persName></item></list>',
      '<div type="document"/>',
    ],
    ...[
      '<persName ref="#p_CD1">Cain</persName>',
      '<ref target="#pg_4">4</ref>',
      '<note xml:id="n&#x41;">note</note>',
    ],
    ...[
      '<ptr type="digest" target="ni:///sha-256;"/>',
      '<!--<ptr type="digest" target="ni:///sha-256;"/>-->',
    ],
    ...['<divGen type="document" corresp="d1.xml"/>', '<facsimile/>', '<?xml-model href="x.rng"?>'],
  ],
};

export function importCase(): Case {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-fuzz-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const fixtures = new Map(
    VOLUMES.map((name) => [name, readFileSync(join(FIXTURES, name), 'utf8')]),
  );
  const edition = join(folder, 'edition.xml');
  const header = emptyHeader(folder);

  return (seed) => {
    const random = randomOf(seed);
    const one = <Value>(values: readonly Value[]): Value =>
      values[Math.floor(random() * values.length)] as Value;
    const spoilt = (xml: string): string => {
      const elements = random() < 0.85 ? withElementsSpoilt(xml, random, SPOILING, 4) : xml;
      return elements !== xml && random() < 0.85
        ? elements
        : mutated(elements, random, STUMBLING_TEI, 2);
    };
    const names = random() < 0.85 ? [one(VOLUMES)] : ['volume.xml', 'corpus.xml'];
    const unit = random() < 0.1 ? one(UNITS) : undefined;
    const prefix = random() < 0.3;
    const own = random() < 0.1;
    return refusedOr(() => {
      const volumes = names.map((name) =>
        spoilt(fixtures.get(name as (typeof VOLUMES)[number]) ?? ''),
      );
      const paths = names.map((name) => join(folder, name));
      for (const [at, path] of paths.entries()) writeFileSync(path, volumes[at] as string);
      rmSync(edition, { force: true });
      if (own) writeFileSync(edition, spoilt(header));
      return wrongIn(
        composeVolumes(paths, folder, unit === undefined ? { prefix } : { unit, prefix }),
        volumes,
        names,
      );
    });
  };
}

function wrongIn(
  { files }: ComposedImport,
  volumes: readonly string[],
  names: readonly string[],
): string | undefined {
  const trees = new Map<string, TreeElement>();
  for (const [path, tei] of files) {
    const signed = sign(tei);
    if (!isUntouched(signed)) return `${path} does not state its own hash`;
    trees.set(path, readTree({ path: `${path}, ${MADE}`, content: Buffer.from(signed) }));
  }
  for (const [path, root] of trees) {
    const ids = idsIn(root);
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice !== undefined) return `${path} gives the identifier ${twice} twice`;
  }
  const documents = new Map([...trees].filter(([path]) => path.includes('/documents/')));
  for (const [path, tei] of files) {
    if (!documents.has(path)) continue;
    const from = importedFrom(sign(tei))?.replace(/#.*/, '');
    if (from === undefined || !names.includes(from)) return `${path} says that it is from ${from}`;
  }
  return (
    leadingAstray(documents, volumes) ??
    lostLists(files) ??
    lostCharacters([...documents.values()], volumes)
  );
}

/** A pointer made by the import leads to an existing element. */
function leadingAstray(
  documents: ReadonlyMap<string, TreeElement>,
  volumes: readonly string[],
): string | undefined {
  const ids = new Map([...documents].map(([path, root]) => [basename(path), new Set(idsIn(root))]));
  for (const [path, root] of documents) {
    for (const element of walk(root)) {
      for (const { name, value } of element.attributes) {
        for (const token of name === 'type' ? [] : value.split(/\s+/)) {
          const [, file = '', id = ''] = /^([^\s:#/]+\.xml)#(.+)$/.exec(token) ?? [];
          const known = ids.get(file);
          if (!known || known.has(id) || volumes.some((volume) => volume.includes(token))) continue;
          return `${path} points with ${name}="${value}" to what is not there`;
        }
      }
    }
  }
  return undefined;
}

/** Every later command reads the authority files. */
function lostLists(files: ComposedImport['files']): string | undefined {
  const lists = files.filter(([path]) => path.includes('/authorities/'));
  const folder = mkdtempSync(join(tmpdir(), 'siglum-fuzz-lists-'));
  try {
    const paths = lists.map(([path, tei]) => {
      const own = join(folder, `${basename(path)}, ${MADE}`);
      writeFileSync(own, tei);
      return own;
    });
    const { entries } = readAuthorities(paths);
    return lists.length > 0 && entries.size === 0 ? 'the authority files hold no entry' : undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A page of a chapter comes before its documents, so only the number of each character can be
 * compared.
 */
function lostCharacters(
  documents: readonly TreeElement[],
  volumes: readonly string[],
): string | undefined {
  const counted = (roots: readonly TreeElement[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const root of roots)
      for (const char of textOf(root))
        if (char.trim() !== '') counts.set(char, (counts.get(char) ?? 0) + 1);
    return counts;
  };
  const roots = volumes.map((content) => readTree({ path: 'volume', content }));
  const whole = counted(roots);
  const texts = counted(roots.flatMap((root) => outermostTexts(root)));
  const made = counted(documents.flatMap((root) => outermostTexts(root)));
  const lost = [...texts].filter(([char, number]) => (made.get(char) ?? 0) < number);
  const besideHeaders = counted(documents.flatMap((root) => outermostTexts(root, 'teiHeader')));
  const won = [...besideHeaders].filter(([char, number]) => (whole.get(char) ?? 0) < number);
  if (lost.length > 0) return `characters lost: ${lost.map(([char]) => char).join('')}`;
  return won.length > 0 ? `characters won: ${won.map(([char]) => char).join('')}` : undefined;
}

/**
 * `without`: an element that is skipped. Statements of edition.xml are in the documents' headers
 * too.
 */
function outermostTexts(element: TreeElement, without?: string): TreeElement[] {
  if (element.local === 'text' && element.uri === TEI) return [element];
  if (element.local === without) return [];
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : outermostTexts(child, without),
  );
}

function idsIn(root: TreeElement): string[] {
  return [...walk(root)]
    .map((element) => attribute(element, 'xml:id'))
    .filter((id) => id !== undefined);
}
