/**
 * Adds a form of a name to an entry when an editor links it, so that the encoder finds the form in
 * the other texts.
 */
import { resolve } from 'node:path';
import type { AuthorityEntry } from '../../authorities/model.ts';
import { allLanguages } from '../../encode/names/words/lexicon.ts';
import { nameTokens } from '../../encode/names/words/tokens.ts';
import { nameXml } from '../../names/write.ts';
import { attribute, elementsIn, isTei, walk } from '../../xml/tree.ts';
import { EDITABLE_KINDS } from '../entries/kinds.ts';
import type { PatchChange } from '../patch/model.ts';
import { resemblesEntry } from '../queue/candidates.ts';
import type { SourceDocument } from '../source/document.ts';
import type { Intended, Session } from '../store/session.ts';
import { type ActionContext, actionWords } from './change-for.ts';
import type { DocumentAction } from './model.ts';

interface NewForm {
  readonly intended: Intended;
  /** The end of the sentence that describes the action. */
  readonly why: string;
}

/** The change of the entry that an action links; undefined if the entry has the name already. */
export function newForm(
  session: Session,
  action: DocumentAction,
  context: ActionContext,
): NewForm | undefined {
  if (action.type !== 'accept' && action.type !== 'mark') return undefined;
  const entry = action.ref === undefined ? undefined : context.entries.get(action.ref);
  const [words, ...others] = entry ? actionWords(action, context) : [];
  if (!entry || words === undefined || others.length > 0 || words.includes('&')) return undefined;
  if (!isNewForm(words, entry)) return undefined;
  const path = resolve(entry.path);
  const { document, hash } = session.read(path);
  const change = formChange(document, entry, words);
  if (!change) return undefined;
  const intended = { path, seen: hash, change: () => change };
  return { intended, why: ', a new form of its name' };
}

/** Kinds of entries with proper names. */
const NAMED: ReadonlySet<string> = new Set(['person', 'org', 'place']);

/** The words are a name themselves: not "F.", "the Secretary", nor a genitive. */
function isNewForm(words: string, entry: AuthorityEntry): boolean {
  if (!NAMED.has(entry.kind)) return false;
  const tokens = nameTokens(words);
  const [first] = tokens;
  if (!first?.capital || allLanguages.isClosed(first.key)) return false;
  const isProper = tokens.some(
    ({ key, capital, text }) =>
      capital && text.length > 2 && !allLanguages.isTitle(key) && !allLanguages.isCommon(key),
  );
  return (
    isProper && ![words, words.replace(/['’]?s$/, '')].some((one) => resemblesEntry(one, entry))
  );
}

/**
 * The form after the other names of an entry. Undefined if the entry has no names as elements of
 * its own, as in published lists.
 */
function formChange(
  { root, text }: SourceDocument,
  { id, kind }: AuthorityEntry,
  words: string,
): PatchChange | undefined {
  const entryKind = EDITABLE_KINDS.find((one) => one.kind === kind);
  const entry = [...walk(root)].find((element) => attribute(element, 'xml:id') === id);
  if (!entry || !entryKind || kind === 'term' || !isTei(entry, entryKind.entry)) return undefined;
  const last = elementsIn(entry)
    .filter((child) => isTei(child, entryKind.mark))
    .at(-1);
  if (!last) return undefined;
  const prefix = /^<([\w.-]+:)?/.exec(text.slice(last.start, last.start + 100))?.[1] ?? '';
  // Parts of a name would need the prefix too.
  const name = prefix === '' ? nameXml(kind, words) : nameXml('place', words);
  const lead = /\s*$/.exec(text.slice(entry.startEnd, last.start))?.[0] ?? '';
  const tag = `${prefix}${entryKind.mark}`;
  const xml = `${lead}<${tag} type="variant">${name}</${tag}>`;
  return {
    edits: [{ start: last.end, end: last.end, text: xml }],
    textChanges: [{ at: last.end, removed: '', added: `${lead}${words}` }],
  };
}
