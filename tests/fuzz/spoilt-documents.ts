/** Foreign TEI that is damaged at random, the same for the same number. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../pipeline/core/finding.ts';
import { PROGRAM } from '../../pipeline/edition/edition.ts';
import { randomOf } from '../faults/random.ts';
import { type Ingredients, withElementsSpoilt } from './elements.ts';

/** Documents in a batch. */
export const BATCH = 50;

/** An attribute that points, with its value. */
export const POINTING =
  /\s(ref|target|targetEnd|corresp|sameAs|copyOf|next|prev|who|toWhom|hand|wit|resp|source|ana|facs|rendition|decls|change|synch|spanTo|active|passive|mutual|scheme|new|from|to|nymRef|edRef|inst|parts|exclude|select|period|lemmaRef|url|uri|fVal|unitRef)="([^"]*)"/g;

/** A pointer to this has no target, whatever else was done to the documents. */
export const MISSING = 'nobody-at-all';

/** Stands for the name of another document of the batch. */
const OTHER = 'other-file.xml';

const POINTERS_ELSEWHERE =
  'prev next corresp sameAs copyOf facs hand who ana decls rendition resp wit target ref source new'.split(
    ' ',
  );

const SPOILING: Ingredients = {
  names: [
    ...'person org place persName orgName placeName surname forename witness listWit handNote category item term bibl name rs event nym author editor geogName country u add graphic p div l'.split(
      ' ',
    ),
    ...'listPerson listPlace standOff correspAction correspDesc sp speaker app rdg lem note ref ptr seg relation location geo'.split(
      ' ',
    ),
  ],
  attributes: [
    ...[
      `ref="#${MISSING}"`,
      `key="${MISSING}"`,
      `ref="${MISSING}"`,
      `ref="gone.xml#${MISSING}"`,
      `ref="zz:${MISSING}"`,
    ],
    ...[
      `corresp="#${MISSING}"`,
      `target="#${MISSING}"`,
      `who="#${MISSING}"`,
      `wit="#${MISSING}"`,
      `hand="#${MISSING}"`,
    ],
    ...[
      `resp="#${MISSING}"`,
      `next="#${MISSING}"`,
      `sameAs="#${MISSING}"`,
      `copyOf="#${MISSING}"`,
      `ana="#${MISSING}"`,
    ],
    ...['spanTo', 'facs', 'decls', 'source', 'change', 'rendition', 'scheme', 'synch'].map(
      (name) => `${name}="#${MISSING}"`,
    ),
    ...['from', 'to', 'active', 'passive', 'mutual', 'prev', 'toWhom', 'nymRef', 'exclude'].map(
      (name) => `${name}="#${MISSING}"`,
    ),
    ...['active="#ann"', 'mutual="#ann #ann"', 'copyOf="#letter"', 'next="#p1"', 'spanTo="#p1"'],
    ...[`target="#ann #${MISSING} #p1"`, `who="#ann #${MISSING}"`, `target="#p1 #p1"`],
    ...[
      'ref=""',
      'ref="#"',
      'xml:id="ann"',
      'xml:id="ada"',
      'ref="#ann #ada"',
      'ref="#ann"',
      'key="ann"',
      'type="sent"',
    ],
    ...[
      ...[`url="#${MISSING}"`, `url="${OTHER}#${MISSING}"`, `unitRef="#${MISSING}"`],
      ...POINTERS_ELSEWHERE.map((name) => `${name}="${OTHER}#${MISSING}"`),
      ...POINTERS_ELSEWHERE.map((name) => `${name}="${OTHER}#ann"`),
      ...POINTERS_ELSEWHERE.map((name) => `${name}="${OTHER}#p1"`),
      ...POINTERS_ELSEWHERE.map((name) => `${name}="${OTHER}"`),
      'target=""',
      'wit=""',
      'who="#ann #ada"',
      'wit="#A #B"',
      'n=""',
      'type="received"',
      'copyOf="#ann"',
    ],
  ],
  between: [
    ...[
      '<persName ref="#ann"/>',
      '<persName/>',
      '<geo>48,2 16,3</geo>',
      '<geo>x</geo>',
      '<surname>Bach</surname><forename>Ann</forename>',
    ],
    ...[
      '<person xml:id="ann"><persName>Ann</persName></person>',
      '<person xml:id="ann"/>',
      '<place xml:id="ann"/>',
    ],
    ...[
      '<witness xml:id="A"/>',
      '<ptr target="#ann"/>',
      '<ref target="#ann"/>',
      '<note target="#ann">x</note>',
      ' ',
    ],
    ...[
      '<orgName ref="#ada">Firm</orgName>',
      '<placeName ref="#ann">Bonn</placeName>',
      '<rs key="ann">x</rs>',
    ],
  ],
};

/**
 * Where correspondents, places and entries come together; the fixtures of projects have the rest.
 */
const LETTER = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter"><teiHeader><fileDesc><titleStmt><title>Letter</title><author><persName ref="#ann">Ann</persName></author></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName ref="#ann">Ann</persName><placeName ref="#bonn">Bonn</placeName><date when="1822-03-01"/></correspAction><correspAction type="received"><persName ref="#ada">Ada</persName><orgName key="firm">Firm</orgName></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><p xml:id="p1">Dear <persName ref="#ada">Ada</persName>, <persName ref="#ann">I</persName> am in <placeName ref="#bonn">Bonn</placeName> with the <orgName ref="#firm">firm</orgName>, see <ref target="#p1">here</ref>.</p></body>
<back><listPerson><person xml:id="ann"><persName><surname>Bach</surname><forename>Ann</forename></persName><affiliation ref="#firm">Firm</affiliation></person><person xml:id="ada"><persName>Ada</persName><note>of <placeName ref="#bonn">Bonn</placeName></note></person></listPerson><listOrg><org xml:id="firm"><orgName>Firm</orgName></org></listOrg><listPlace><place xml:id="bonn"><placeName>Bonn</placeName><location><geo>50.7 7.1</geo></location><country ref="#land">Land</country></place><place xml:id="land"><placeName>Land</placeName></place></listPlace></back></text></TEI>`;

const FIXTURES = ['projects', 'genres', 'mentions'].flatMap((name) => {
  const folder = join(PROGRAM, 'tests', 'fixtures', name);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.xml'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
});

/** The same number gives the same document. */
export function spoiltDocument(seed: number): string {
  const random = randomOf(seed);
  const tei =
    random() < 0.4 ? LETTER : (FIXTURES[Math.floor(random() * FIXTURES.length)] as string);
  const first = Math.floor(seed / BATCH) * BATCH;
  // A random attribute may be an identifier: it does not get the one that no element has.
  const spoilt = spoiltOr(tei, random)
    .replaceAll(OTHER, () => `s${first + Math.floor(random() * BATCH)}.xml`)
    .replaceAll(new RegExp(`xml:id="[^"]*${MISSING}[^"]*"`, 'g'), '');
  if (random() < 0.5) return spoilt;
  // An existing pointer leads nowhere, or to something else of the file.
  const pointers = [...spoilt.matchAll(POINTING)];
  const one = pointers[Math.floor(random() * pointers.length)];
  if (!one) return spoilt;
  const ids = [...spoilt.matchAll(/xml:id="([^"]*)"/g)].map(([, id]) => `#${id}`);
  const to = random() < 0.5 ? `#${MISSING}` : (ids[Math.floor(random() * ids.length)] ?? '');
  return `${spoilt.slice(0, one.index)} ${one[1]}="${to}"${spoilt.slice(one.index + one[0].length)}`;
}

/** The file as it is where what was done to it made it no XML. */
function spoiltOr(tei: string, random: () => number): string {
  try {
    return withElementsSpoilt(tei, random, SPOILING, 5);
  } catch (error) {
    if (error instanceof InputError) return tei;
    throw error;
  }
}
