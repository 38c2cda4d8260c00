/**
 * The edition's list of literature from a file beside edition.xml, as Zotero exports it:
 * literature.json (CSL-JSON) or literature.bib (BibTeX, BibLaTeX).
 */
import { join } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import { type Finding, InputError, shownPath } from '../../core/finding.ts';
import { LITERATURE_FILES } from '../../edition/about/literature-files.ts';
import { filesIn } from '../../edition/folder/files-in.ts';
import type { ProsePart } from '../../transform/model.ts';
import type { Interface } from '../interface/strings.ts';
import { type LiteratureItem, literatureKey, literatureLine } from './line.ts';

/** Of the division of edition.xml, and of its page. */
const TYPE = 'literature';

const RULE = 'literature/unreadable';

/** A longer file is not a list of literature. */
const MOST_BYTES = 8 * 1024 * 1024;

interface Literature {
  /** List items of HTML, sorted; empty if there is no file. */
  readonly html: string;
  readonly findings: readonly Finding[];
}

/** `root`: the edition's folder; `language`: for sorting names. */
export async function readLiterature(root: string, language: string): Promise<Literature> {
  const items: LiteratureItem[] = [];
  const findings: Finding[] = [];
  const there = new Set(filesIn(root, ''));
  for (const name of LITERATURE_FILES) {
    const path = join(root, name);
    if (!there.has(path)) continue;
    try {
      items.push(...(await itemsIn(path)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      findings.push(...error.findings);
    }
  }
  const byKey = new Intl.Collator(language, { numeric: true });
  const lines = items
    .map((item) => ({ key: literatureKey(item), line: literatureLine(item) }))
    .filter(({ line }) => line !== '')
    .sort((one, other) => byKey.compare(one.key, other.key) || (one.line < other.line ? -1 : 1));
  return { html: lines.map(({ line }) => `<li>${line}</li>`).join('\n'), findings };
}

async function itemsIn(path: string): Promise<readonly LiteratureItem[]> {
  const bytes = readInput(path, RULE);
  const isJson = path.endsWith('.json');
  if (bytes.length > MOST_BYTES)
    throw unreadable(path, 'the file is too large for a list of literature (8 MB)');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const items: unknown = isJson ? JSON.parse(text) : await bibtexItems(text);
    if (Array.isArray(items) && items.every((one) => typeof one === 'object' && one !== null))
      return items as readonly LiteratureItem[];
  } catch (error) {
    throw unreadable(path, `${isJson ? 'JSON' : 'BibTeX'}: ${firstLine(error)}`);
  }
  throw unreadable(path, 'this is not an array of items (CSL-JSON)');
}

/** The type of the input is stated, so that the library reads text and fetches nothing. */
async function bibtexItems(text: string): Promise<unknown> {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  return plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false });
}

function unreadable(path: string, why: string): InputError {
  return new InputError({
    path: shownPath(path),
    severity: 'warning',
    rule: RULE,
    message:
      `the list of literature is not shown: ${why}; export it again from Zotero as CSL-JSON ` +
      `or BibTeX, in UTF-8`,
  });
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? '';
}

/**
 * The pages of prose with one list of literature: from `listBibl` in edition.xml, a division of
 * that type, and the items of a file.
 */
export function withLiterature(
  prose: readonly ProsePart[],
  items: string,
  words: Interface,
): readonly ProsePart[] {
  const own = prose.filter(({ type }) => type === TYPE);
  if (own.length === 0 && items === '') return prose;
  const [first] = own;
  const list = items === '' ? '' : `<ul class="literature">${items}</ul>`;
  const merged: ProsePart = {
    type: TYPE,
    id: first?.id ?? TYPE,
    heading: first?.heading || words.say(TYPE),
    html: own.map(({ html }) => html).join('') + list,
  };
  const others = prose.filter(({ type }) => type !== TYPE);
  return [...others, merged];
}
