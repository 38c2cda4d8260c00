/**
 * The passages of an edition's texts: of its documents, and of sources without a document as
 * `encode` would write them now (nothing is written here).
 */

import { existsSync } from 'node:fs';
import { readInput } from '../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../core/finding.ts';
import { foldSpace, wordList } from '../core/text.ts';
import { documentId } from '../edition/document-name.ts';
import type { Edition } from '../edition/edition.ts';
import { documentFiles } from '../edition/edition-files.ts';
import { hashUri } from '../edition/file-facts/provenance.ts';
import type { EncodingContext } from '../encode/context/context.ts';
import { encodeDocument } from '../encode/document/encode.ts';
import { recognizeLanguage } from '../encode/languages/recognize.ts';
import type {
  MarkedName,
  NamePassage,
  ProposedKind,
  RuleName,
  TextRange,
} from '../encode/names/unlisted/model.ts';
import { editionSources } from '../encode/sources/find.ts';
import { readSource } from '../encode/sources/read.ts';
import { impossibleDates } from '../xml/dates/date-problems.ts';
import { parsePlaced, readDocument } from '../xml/source/read-document.ts';
import { attribute, descend, readTree, type TreeElement, textOf, walk } from '../xml/tree.ts';

interface EditionTexts {
  readonly passages: readonly NamePassage[];
  /** The year of each document's own date. */
  readonly years: ReadonlyMap<string, number>;
  /** Findings about files that cannot be read: the other texts are still searched. */
  readonly findings: readonly Finding[];
}

export async function editionTexts(
  edition: Edition,
  context: EncodingContext,
): Promise<EditionTexts> {
  const passages: NamePassage[] = [];
  const findings: Finding[] = [];
  const years = new Map<string, number>();
  const attempt = async (read: () => TreeElement | Promise<TreeElement>, id: string) => {
    try {
      const root = await read();
      passages.push(...namePassages(root, id));
      const year = latestYear(root);
      if (year !== undefined) years.set(id, year);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      findings.push(...error.findings);
    }
  };
  for (const path of documentFiles(edition)) {
    await attempt(() => {
      const { text, places } = readDocument(path, edition.root, 'names/unreadable');
      const shown = shownPath(path);
      return parsePlaced(shown, places, () => readTree({ path: shown, content: text }));
    }, documentId(path));
  }
  const sources = editionSources(edition);
  findings.push(...sources.findings);
  for (const { path, id, document } of sources.files) {
    if (existsSync(document)) continue;
    await attempt(async () => {
      const hash = hashUri(readInput(path, 'names/unreadable'));
      const { findings: said, ...reading } = await readSource(path);
      findings.push(...said);
      const source = { ...reading, hash };
      const { tei } = encodeDocument(source, id, shownPath(path), context);
      return readTree({ path: shownPath(path), content: tei });
    }, id);
  }
  return { passages, findings, years };
}

/** The latest year that the header's date of the document allows. */
function latestYear(root: TreeElement): number | undefined {
  for (const element of walk(root)) {
    const isOwn = element.local === 'creation' || element.local === 'correspAction';
    if (!isOwn) continue;
    for (const date of walk(element)) {
      if (date.local !== 'date') continue;
      const impossible = impossibleDates(date);
      const value = ['when', 'to', 'notAfter', 'from', 'notBefore']
        .filter((name) => !impossible.has(name))
        .map((name) => attribute(date, name))
        .find((one) => one !== undefined);
      const year = Number(/^-?\d{4}/.exec(value ?? '')?.[0] ?? Number.NaN);
      if (Number.isInteger(year)) return year;
    }
  }
  return undefined;
}

/** Elements with a passage as text; text outside of them belongs to the next one around it. */
const BLOCKS = new Set(
  wordList(`
    p head note item l ab salute signed dateline addrLine cell label stage closer opener byline td
    trailer
  `),
);
const NAMES: Readonly<Record<string, ProposedKind>> = {
  persName: 'person',
  orgName: 'org',
  placeName: 'place',
  settlement: 'place',
  country: 'place',
};
/** Words in these are not running text, or name something else. */
const OTHER = new Set('term title date time idno speaker role ref ptr gap desc'.split(' '));
/** Their words are not shown in the running text. */
const SILENT = new Set(['figDesc', 'del', 'fw', 'teiHeader', 'standOff']);

/** The passages of one document, in the order of the text; correspondents come first. */
export function namePassages(root: TreeElement, document: string): NamePassage[] {
  const text = descend(root, 'text');
  const language = textLanguage(root, text);
  const found: NamePassage[] = [];
  for (const element of walk(root)) {
    if (element.local !== 'correspAction') continue;
    for (const name of walk(element)) {
      const kind = NAMES[name.local];
      if (!kind || isCovered(name)) continue;
      const words = foldSpace(textOf(name)).trim();
      const marked = [{ start: 0, end: words.length, kind, rule: 'correspondent' as const }];
      const passage = { document, id: '', text: words, language, covered: [], marked };
      found.push({ ...passage, role: 'text' });
    }
  }
  if (text) collect(text, { document, language, id: '', found });
  return found;
}

interface Collecting {
  readonly document: string;
  readonly language: string;
  readonly id: string;
  readonly found: NamePassage[];
}

interface OpenText {
  text: string;
  readonly covered: TextRange[];
  readonly marked: MarkedName[];
}

function collect(block: TreeElement, given: Collecting): void {
  const id = attribute(block, 'xml:id') ?? given.id;
  const here = { ...given, id };
  const open: OpenText = { text: '', covered: [], marked: [] };
  const inner: TreeElement[] = [];
  const add = (element: TreeElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') append(open, child);
      else if (SILENT.has(child.local)) continue;
      else if (BLOCKS.has(child.local)) {
        inner.push(child);
        append(open, ' ');
      } else if (isDivision(child)) inner.push(child);
      else if (child.local === 'lb' || child.local === 'pb') {
        if (attribute(child, 'break') !== 'no') append(open, ' ');
      } else {
        const start = open.text.length;
        add(child);
        note(open, child, start, block.local === 'dateline');
      }
    }
  };
  add(block);
  const words = open.text.trimEnd();
  const role =
    block.local === 'salute' ? 'salute' : block.local === 'signed' ? 'signed' : ('text' as const);
  const { document, language, found } = given;
  if (words !== '')
    found.push({ document, id, text: words, language, role, ...ranges(open, words.length) });
  for (const element of inner) collect(element, here);
}

function ranges(
  { covered, marked }: OpenText,
  length: number,
): Pick<OpenText, 'covered' | 'marked'> {
  const inside = ({ start, end }: TextRange) => start < end && end <= length;
  return { covered: covered.filter(inside), marked: marked.filter(inside) };
}

function note(open: OpenText, element: TreeElement, start: number, inDateline: boolean): void {
  const end = open.text.trimEnd().length;
  const kind = NAMES[element.local];
  const isOwn = attribute(element, 'resp') === '#siglum';
  const isPlaceOfLetter = inDateline && kind === 'place';
  if (isCovered(element) || OTHER.has(element.local)) open.covered.push({ start, end });
  // Text that the encoder has marked is searched again, with the evidence of the whole edition.
  else if (kind && (!isOwn || isPlaceOfLetter)) {
    const rule: RuleName = isPlaceOfLetter ? 'dateline' : 'marked';
    open.marked.push({ start, end, kind, rule });
  }
}

function isCovered(element: TreeElement): boolean {
  return attribute(element, 'ref') !== undefined || attribute(element, 'key') !== undefined;
}

function isDivision({ local }: TreeElement): boolean {
  return /^(?:front|body|back|group|text|div\d?|list|lg|sp|table|row|postscript|quote|figure|castList|castItem|floatingText|address)$/.test(
    local,
  );
}

function append(open: OpenText, text: string): void {
  const folded = foldSpace(text);
  open.text += open.text === '' || open.text.endsWith(' ') ? folded.replace(/^ /, '') : folded;
}

function textLanguage(root: TreeElement, text: TreeElement | undefined): string {
  const given =
    (text && attribute(text, 'xml:lang')) ?? attribute(root, 'xml:lang') ?? languageUsed(root);
  if (given !== undefined) return given.split('-')[0]?.toLowerCase() ?? 'und';
  return recognizeLanguage(text ? foldSpace(textOf(text)) : '').tag;
}

function languageUsed(root: TreeElement): string | undefined {
  const used = [...walk(root)].filter(({ local }) => local === 'language');
  return used.length === 1 && used[0] ? attribute(used[0], 'ident') : undefined;
}
