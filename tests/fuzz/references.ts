/**
 * Foreign TEI whose entries and pointers are spoilt at random: cut, doubled, emptied, retyped, led
 * astray.
 *
 * Takes the number of a batch. Returns nothing where the folder of spoilt documents was built,
 * every document that is TEI has a page, each pointer that was led to nobody is a finding with its
 * place, and no link within the site is dead; else what went wrong. A batch that fails is built
 * again document by document, so that the failing one is named.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { type Finding, InputError } from '../../pipeline/core/finding.ts';
import { openEdition, PROGRAM } from '../../pipeline/edition/edition.ts';
import { authorityFiles } from '../../pipeline/edition/edition-files.ts';
import { build } from '../../pipeline/publish/build.ts';
import { placeAt } from '../../pipeline/xml/decode.ts';
import { randomOf } from '../faults/random.ts';
import { type Ingredients, withElementsSpoilt } from './elements.ts';

/** Documents in a batch. */
export const BATCH = 50;

const POINTING =
  /\s(ref|target|targetEnd|corresp|sameAs|copyOf|next|prev|who|toWhom|hand|wit|resp|source|ana|facs|rendition|decls|change|synch|spanTo|active|passive|mutual|scheme|new|from|to|nymRef|edRef|inst|parts|exclude|select|period|lemmaRef)="([^"]*)"/g;

/** A pointer to this leads to nobody, whatever else was done to the documents. */
const NOBODY = 'nobody-at-all';

const SPOILING: Ingredients = {
  names: [
    ...'person org place persName orgName placeName surname forename witness listWit handNote category item term bibl name rs event nym'.split(
      ' ',
    ),
    ...'listPerson listPlace standOff correspAction correspDesc sp speaker app rdg lem note ref ptr seg relation location geo'.split(
      ' ',
    ),
  ],
  attributes: [
    ...[
      `ref="#${NOBODY}"`,
      `key="${NOBODY}"`,
      `ref="${NOBODY}"`,
      `ref="gone.xml#${NOBODY}"`,
      `ref="zz:${NOBODY}"`,
    ],
    ...[
      `corresp="#${NOBODY}"`,
      `target="#${NOBODY}"`,
      `who="#${NOBODY}"`,
      `wit="#${NOBODY}"`,
      `hand="#${NOBODY}"`,
    ],
    ...[
      `resp="#${NOBODY}"`,
      `next="#${NOBODY}"`,
      `sameAs="#${NOBODY}"`,
      `copyOf="#${NOBODY}"`,
      `ana="#${NOBODY}"`,
    ],
    ...['spanTo', 'facs', 'decls', 'source', 'change', 'rendition', 'scheme', 'synch'].map(
      (name) => `${name}="#${NOBODY}"`,
    ),
    ...['from', 'to', 'active', 'passive', 'mutual', 'prev', 'toWhom', 'nymRef', 'exclude'].map(
      (name) => `${name}="#${NOBODY}"`,
    ),
    ...['active="#ann"', 'mutual="#ann #ann"', 'copyOf="#letter"', 'next="#p1"', 'spanTo="#p1"'],
    ...[`target="#ann #${NOBODY} #p1"`, `who="#ann #${NOBODY}"`, `target="#p1 #p1"`],
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
  const spoilt = spoiltOr(tei, random);
  if (random() < 0.5) return spoilt;
  // A pointer that is there leads to nobody, or to something else of the file.
  const pointers = [...spoilt.matchAll(POINTING)];
  const one = pointers[Math.floor(random() * pointers.length)];
  if (!one) return spoilt;
  const ids = [...spoilt.matchAll(/xml:id="([^"]*)"/g)].map(([, id]) => `#${id}`);
  const to = random() < 0.5 ? `#${NOBODY}` : (ids[Math.floor(random() * ids.length)] ?? '');
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

/** `seed`: of the first document; the others follow. */
export async function referencesCase(seed: number): Promise<string | undefined> {
  const seeds = Array.from({ length: BATCH }, (_, at) => seed * BATCH + at);
  if ((await wrongWith(seeds)) === undefined) return undefined;
  return (
    (await wrongInHalf(seeds)) ??
    `the documents ${seeds[0]} to ${seeds.at(-1)} together: ${await wrongWith(seeds)}`
  );
}

/** Names the first document that fails without the others, by halves of a batch that fails. */
async function wrongInHalf(seeds: readonly number[]): Promise<string | undefined> {
  const middle = Math.ceil(seeds.length / 2);
  for (const half of [seeds.slice(0, middle), seeds.slice(middle)]) {
    const wrong = half.length > 0 ? await wrongWith(half) : undefined;
    if (wrong === undefined) continue;
    if (half.length === 1) return `document ${half[0]}: ${wrong}`;
    const found = await wrongInHalf(half);
    if (found !== undefined) return found;
  }
  return undefined;
}

export async function wrongWith(seeds: readonly number[]): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'siglum-fuzz-references-'));
  try {
    const tei = join(folder, 'tei');
    mkdirSync(tei);
    const documents = new Map(seeds.map((seed) => [`s${seed}.xml`, spoiltDocument(seed)]));
    for (const [name, content] of documents) writeFileSync(join(tei, name), content);
    const site = join(folder, 'site');
    const edition = openEdition(tei);
    const { findings, omitted } = await build(edition, site);
    // A file that is mostly entries is read as a register, and has no page of its own.
    const registers = new Set(authorityFiles(edition).map((path) => basename(path)));
    const pages = [...documents.keys()].filter((name) => !registers.has(name));
    return (
      withoutPage(pages, findings, omitted.length, site) ??
      notFound(documents, findings) ??
      deadLink(site)
    );
  } catch (error) {
    return `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`.slice(
      0,
      1500,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A document is omitted only where a finding says that it is no TEI. */
function withoutPage(
  names: readonly string[],
  findings: readonly Finding[],
  omitted: number,
  site: string,
): string | undefined {
  const failed = findings.find(({ rule }) => rule === 'transform/failed');
  if (failed) return `${failed.path}: ${failed.message}`;
  const missing = names.filter(
    (name) => !existsSync(join(site, 'documents', name.replace('.xml', '.html'))),
  );
  const reported = new Set(
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ path }) => path.replace(/.*\//, '')),
  );
  const silent = missing.find((name) => !reported.has(name));
  if (silent !== undefined) return `${silent} has no page, and nothing is said of it`;
  return omitted === missing.length
    ? undefined
    : 'another number of documents is said to be left out';
}

/** Each element that points to nobody has a finding at its place. */
function notFound(
  documents: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): string | undefined {
  for (const [name, content] of documents) {
    const own = findings.filter(({ path }) => path.endsWith(`/${name}`));
    // A file that is not read has its one finding.
    if (own.some(({ rule }) => rule.startsWith('xml/') || rule === 'check/no-tei')) continue;
    const named = own.filter(
      ({ message, column }) => /nobody-at-all|gone\.xml/.test(message) && column !== undefined,
    );
    // An example of TEI (egXML) points to nothing of this file.
    const withoutExamples = content.replace(/<egXML.*?(?:\/>|<\/egXML>)/gs, (example) =>
      ' '.repeat(example.length),
    );
    for (const tag of withoutExamples.matchAll(/<([\w:]+)\s[^<>]*>/g)) {
      const wanted = [
        ...tag[0].matchAll(POINTING),
        ...tag[0].matchAll(/\s(key)="([^"]*)"/g),
      ].filter(
        ([, attribute, value]) =>
          value?.includes(NOBODY) && (attribute !== 'key' || namesByKey(tag[0], tag[1] ?? '')),
      );
      const { line, column } = placeAt(content, tag.index);
      if (wanted.length > 0 && !named.some((one) => one.line === line && one.column === column))
        return `${name}:${line}:${column}: nothing is said of ${tag[0]}`;
    }
  }
  return undefined;
}

/** A key is looked at on names that have no pointer beside it. */
function namesByKey(tag: string, name: string): boolean {
  return /^(?:persName|orgName|placeName|name|rs)$/.test(name) && !/\sref="/.test(tag);
}

function deadLink(site: string): string | undefined {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.html'),
  );
  const html = new Map(pages.map((path) => [path, readFileSync(join(site, path), 'utf8')]));
  const known = new Map(
    [...html].map(([path, text]) => [
      path,
      new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  );
  for (const [path, text] of html) {
    for (const [, address = ''] of text.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      if (/^(https?|mailto|data|blob):/.test(address)) continue;
      const [file = '', anchor] = decodeURIComponent(
        address.replaceAll('&amp;', '&').replace(/\?[^#]*/, ''),
      ).split('#');
      const target =
        file === '' ? path : relative(site, normalize(join(site, dirname(path), file)));
      if (
        !existsSync(join(site, target)) ||
        (anchor && known.has(target) && !known.get(target)?.has(anchor))
      )
        return `a dead link in ${path}: ${address}`;
    }
  }
  return undefined;
}
