/**
 * A damaged authority file, and a short memo encoded with the entries read from it.
 *
 * Takes an edition and its memo (some paragraphs are used); the number of a case. Returns
 * undefined if the file was refused with a reason, or the encoded memo is well-formed, has its
 * text, gives each identifier once, and contains every entry that it refers to; else the error.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { InputError } from '../../pipeline/core/finding.ts';
import type { Edition } from '../../pipeline/edition/edition.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { hashUri } from '../../pipeline/edition/file-facts/provenance.ts';
import { filesIn } from '../../pipeline/edition/folder/files-in.ts';
import type { EncodingContext } from '../../pipeline/encode/context/context.ts';
import { createEncodingContext } from '../../pipeline/encode/context/context.ts';
import { encodeDocument } from '../../pipeline/encode/document/encode.ts';
import { proveText } from '../../pipeline/encode/engine/prove.ts';
import { attribute, readTree, walk } from '../../pipeline/xml/tree.ts';
import { randomOf } from '../faults/random.ts';
import { type Ingredients, withElementsSpoilt } from './elements.ts';
import { mutated, STUMBLING_TEI, someParagraphs } from './mutate.ts';
import { type Case, MADE, refusedOr } from './refused.ts';

const SPOILING: Ingredients = {
  names: [
    ...[
      'person',
      'org',
      'place',
      'category',
      'taxonomy',
      'listPerson',
      'listOrg',
      'listPlace',
      'list',
      'item',
      'label',
      'term',
    ],
    ...[
      'persName',
      'orgName',
      'placeName',
      'surname',
      'forename',
      'roleName',
      'nameLink',
      'genName',
      'addName',
      'gloss',
      'note',
    ],
    ...[
      'catDesc',
      'desc',
      'settlement',
      'country',
      'location',
      'geo',
      'idno',
      'teiHeader',
      'standOff',
      'text',
      'x:y',
    ],
  ],
  attributes: [
    ...[
      'xml:id="p_paz"',
      'xml:id="d149"',
      'xml:id="d149-p1"',
      'xml:id="siglum"',
      'xml:id="a b"',
      'xml:id=""',
      'xml:id="1"',
    ],
    ...[
      'xml:id="&lt;p>"',
      'xml:id="é"',
      'xml:id="$1"',
      'type="abbreviation"',
      'type="nickname"',
      'type="gloss"',
      'type=""',
    ],
    ...[
      'xml:lang="es"',
      'xml:lang="x y"',
      'ref="#p_read"',
      'ref="#nobody"',
      'xmlns="urn:x"',
      'xmlns:x="urn:x"',
      'x:z="1"',
    ],
    ...['when="1964-02-30"', 'n="&quot;&amp;&lt;"'],
  ],
  between: [
    ...[
      'x',
      ' ',
      ',',
      '&amp;',
      '&lt;',
      '\u2028',
      '💥',
      '\u202e',
      '(',
      ')',
      '[',
      '“',
      '<!-- x -->',
      '<![CDATA[<x>]]>',
      '<?x ?>',
    ],
    ...[
      '<surname>Paz</surname>',
      '<surname/>',
      '<persName>Paz</persName>',
      '<persName>.</persName>',
      '<persName>a</persName>',
    ],
    ...[
      '<term>.*</term>',
      '<term>the</term>',
      '<term>(s)</term>',
      '<orgName>of</orgName>',
      '<placeName>1964</placeName>',
    ],
    ...[
      '<person xml:id="x"><persName>the Government</persName></person>',
      '<org xml:id="o"><orgName>Paz</orgName></org>',
    ],
    ...[
      '<list><item><persName xml:id="q">Paz, Víctor (“Vic”), [Pas], Jr., King</persName>, President</item></list>',
    ],
    ...[
      '<list><label>RG</label><item xml:id="r">Record Group</item></list>',
      '<geo>x y</geo>',
      '<x:y xmlns:x="urn:x" x:z="1"/>',
    ],
  ],
};

export function authoritiesCase(edition: Edition, memo: string): Case {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-fuzz-authorities-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const volume = join(PROGRAM, 'tests', 'fixtures', 'import', 'volume.xml');
  const files = [...filesIn(edition.authorities, '.xml'), volume];
  const contents = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]));

  return (seed) => {
    const random = randomOf(seed);
    const path = files[Math.floor(random() * files.length)] as string;
    const content = contents.get(path) ?? '';
    const text = someParagraphs(memo, random);
    return refusedOr(() => {
      const elements = random() < 0.85 ? withElementsSpoilt(content, random, SPOILING, 4) : content;
      const spoilt =
        elements !== content && random() < 0.85
          ? elements
          : mutated(elements, random, STUMBLING_TEI, 2);
      const own = join(folder, basename(path));
      writeFileSync(own, spoilt);
      // Beside the others, as in an edition, or named alone, as on the command line.
      const named =
        random() < 0.7 ? files.filter((other) => other !== path && other !== volume) : [];
      const context = createEncodingContext(edition, [own, ...named]);
      const tei = encoded(text, context);
      if (tei instanceof InputError) return `accepted, and refused later: ${tei.message}`;
      return wrongIn(text, tei, [...context.authorities.entries.keys()]);
    });
  };
}

/** Once an authority file is accepted, nothing in it may turn out to be no XML. */
function encoded(text: string, context: EncodingContext): string | InputError {
  try {
    return encodeDocument({ text, hash: hashUri(text) }, 'd149', 'd149.txt', context).tei;
  } catch (error) {
    if (error instanceof InputError && error.findings.some(({ rule }) => rule.startsWith('xml/')))
      return error;
    throw error;
  }
}

function wrongIn(text: string, tei: string, entries: readonly string[]): string | undefined {
  const loss = proveText(text, tei);
  if (loss) return `lost in ${loss.where}: “${loss.source}” became “${loss.tei}”`;
  const elements = [...walk(readTree({ path: `d149.xml, ${MADE}`, content: Buffer.from(tei) }))];
  const ids = elements
    .map((element) => attribute(element, 'xml:id'))
    .filter((id) => id !== undefined);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) return `the identifier ${twice} is given twice`;
  const known = new Set(ids);
  for (const { name, attributes } of elements) {
    for (const pointer of attributes.find(({ name }) => name === 'ref')?.value.split(/\s+/) ?? []) {
      const id = pointer.startsWith('#') ? pointer.slice(1) : '';
      if (entries.includes(id) && !known.has(id))
        return `<${name}> refers to ${id}, which the document does not carry`;
    }
  }
  return undefined;
}
