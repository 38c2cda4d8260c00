/**
 * Updates in the file what a header says about the text.
 *
 * Takes the text of a document that Siglum has encoded, what the encoder last wrote for it (the
 * base), and what was brought up to date before. Returns the text with counts and copies of facts
 * as the document's text states them now, every other character as it was. If the editor has
 * changed the header's copy too, the editor's value stays, and a difference is reported.
 */
import type { Finding } from '../core/finding.ts';
import { Edits } from '../xml/edits.ts';
import { attribute, descend, elementsIn, isTei, readTree, type TreeElement } from '../xml/tree.ts';
import { type Copy, type CopyKind, copiesIn } from './copies.ts';
import { listOfElements, updateCounts, wordMeasure } from './counts.ts';
import { type Fact, sameAttributes, sameFact } from './stated.ts';
import type { WrittenFacts } from './written-copies.ts';

interface Updated {
  readonly tei: string;
  /**
   * Names of what was updated, for messages: `counts`, `date`. Empty if everything was up to date.
   */
  readonly changed: readonly string[];
  readonly written: WrittenFacts;
  /** Places where header and text differ and the header's value is the editor's. */
  readonly differences: readonly Finding[];
}

/**
 * `tei`: without byte order mark. `path`: the file name in messages. Throws an `InputError` if a
 * text is not well-formed.
 */
export function bringUpToDate(
  tei: string,
  path: string,
  base?: string,
  written: WrittenFacts = {},
): Updated {
  const root = readTree({ path: path, content: tei });
  if (!isEncodedHere(root)) return { tei, changed: [], written, differences: [] };
  const edits = new Edits(tei);
  updateCounts(root, tei, edits);
  const changed = new Set<string>(edits.none ? [] : ['counts']);
  const differences: Finding[] = [];
  const now: Record<string, Fact> = {};
  const previous = base === undefined ? undefined : readTree({ path: path, content: base });
  for (const copy of previous ? copiesIn(root, previous) : []) {
    const own = written[copy.key];
    if (own) now[copy.key] = own;
    const isOwn =
      sameFact(copy.said, copy.before) || (own !== undefined && sameFact(copy.said, own));
    if (copy.isGone && isOwn) differences.push(gone(copy, path));
    if (!copy.now || sameFact(copy.said, copy.now)) continue;
    if (!isOwn || !edits.holdsWords(copy.element)) {
      differences.push(...difference(copy, copy.now, path));
      continue;
    }
    writeFact(copy.element, copy.attributes, copy.now, edits);
    now[copy.key] = copy.now;
    changed.add(copy.kind);
  }
  return { tei: edits.apply(), changed: [...changed], written: now, differences };
}

/** Only documents that Siglum has encoded follow its conventions. */
function isEncodedHere(root: TreeElement): boolean {
  const info = descend(root, 'teiHeader', 'encodingDesc', 'appInfo');
  return (info ? elementsIn(info) : []).some(
    (one) => isTei(one, 'application') && attribute(one, 'ident') === 'siglum',
  );
}

function writeFact(
  element: TreeElement,
  attributes: readonly string[],
  { attributes: given, words }: Fact,
  edits: Edits,
): void {
  for (const name of attributes) edits.setAttribute(element, name, given[name]);
  edits.setWords(element, words);
}

const IN_WORDS: Readonly<Record<CopyKind, string>> = {
  date: 'date',
  place: 'place',
  title: 'title',
  name: 'name',
};

/** Writing the same date in another way is no change. */
function difference({ kind, element, said }: Copy, stated: Fact, path: string): Finding[] {
  if (
    kind === 'date'
      ? sameAttributes(said, stated)
      : said.words === stated.words && sameAttributes(said, stated)
  )
    return [];
  const { line, column, local } = element;
  const message =
    `this ${local} was written by hand and says ${inWords(said)}, the text says ` +
    `${inWords(stated)}; if the ${IN_WORDS[kind]} in the text is right, write it here too`;
  return [{ path, line, column, severity: 'remark', rule: 'computed/differs', message }];
}

/** The text has lost the head or the dateline that the header repeats. */
function gone({ kind, element, said }: Copy, path: string): Finding {
  const { line, column, local } = element;
  const message =
    `this ${local} says ${inWords(said)} after the text, which no longer has a ` +
    `${kind === 'title' ? 'head' : 'dateline'}; correct the ${IN_WORDS[kind]} or remove it if it ` +
    `was wrong, else put its words back into the text`;
  return { path, line, column, severity: 'remark', rule: 'computed/gone', message };
}

function inWords({ words, attributes }: Fact): string {
  const values = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  return `“${words}”${values.length > 0 ? ` (${values.join(' ')})` : ''}`;
}

/**
 * A new encoding with the base's values in all computed places, so that a merge sees no difference
 * there. After the merge these places are updated.
 */
export function withComputedOf(base: string, fresh: string, path: string): string {
  const from = readTree({ path: path, content: base });
  const root = readTree({ path: path, content: fresh });
  const edits = new Edits(fresh);
  for (const find of [listOfElements, wordMeasure]) {
    const old = find(from);
    const own = find(root);
    if (old && own) edits.replace(own.start, own.end, base.slice(old.start, old.end));
  }
  for (const { inBase, element, said, now } of copiesIn(root, from)) {
    if (now && sameFact(said, now))
      edits.replace(element.start, element.end, base.slice(inBase.start, inBase.end));
  }
  return edits.apply();
}
