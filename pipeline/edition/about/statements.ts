/**
 * Statements about an edition that only its editor can make: the one table of them.
 *
 * Each has its place in edition.xml, a division of `<div type="about">`, which is the page "About
 * the edition". Some have another place in the header already; that counts too. Nothing is asked
 * twice: the lists of criteria (lists/) refer to a statement by its key.
 */
import { foldedWords } from '../../core/text.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, descend, elementsIn, type TreeElement, textOf, walk } from '../../xml/tree.ts';

interface StatementKind {
  /** The type of its division in `<div type="about">`. */
  readonly type: string;
  /** What an editor should say there. */
  readonly ask: string;
  /** The path of an element of the header that states the same. */
  readonly header?: readonly string[];
}

export const STATEMENTS = {
  aims: {
    type: 'aims',
    ask: 'what the edition is for and what it wants to achieve',
    header: ['encodingDesc', 'projectDesc'],
  },
  audience: { type: 'audience', ask: 'for whom it is made' },
  kind: {
    type: 'kind',
    ask: 'which type of edition it is (documentary, critical, genetic …) and by which principles',
  },
  selection: {
    type: 'selection',
    ask: 'which texts were chosen, and why',
    header: ['encodingDesc', 'samplingDecl'],
  },
  earlier: { type: 'earlier', ask: 'earlier editions, and how they were used' },
  accuracy: { type: 'accuracy', ask: 'how the text was checked against its source, and by whom' },
  completion: { type: 'completion', ask: 'whether the edition is complete, and what is to come' },
  contact: { type: 'contact', ask: 'whom to write to' },
  keeper: {
    type: 'keeper',
    ask: 'who maintains the site and the data in the long term',
    header: ['fileDesc', 'publicationStmt', 'distributor'],
  },
  archiving: { type: 'archiving', ask: 'where the data are archived, and how often' },
} as const satisfies Record<string, StatementKind>;

export type StatementKey = keyof typeof STATEMENTS;

/** A statement in edition.xml, or its place there. */
interface FoundStatement {
  /** The statement; empty if there is none. */
  readonly text: string;
  /** The element with the statement, else the one it belongs in. */
  readonly at: TreeElement;
}

/** `root`: of edition.xml. */
export function statement(root: TreeElement, key: StatementKey): FoundStatement {
  const kind: StatementKind = STATEMENTS[key];
  const about = divisionOf(root, 'about');
  const own = about && divisionIn(about, kind.type);
  if (own && wordsWithoutHeadings(own) !== '') return { text: wordsWithoutHeadings(own), at: own };
  const said = kind.header && descend(root, 'teiHeader', ...kind.header);
  if (said && wordsWithoutHeadings(said) !== '')
    return { text: wordsWithoutHeadings(said), at: said };
  return { text: '', at: own ?? about ?? descend(root, 'text', 'body') ?? root };
}

/** The division of the body with a type: `about`, `principles`. */
export function divisionOf(root: TreeElement, type: string): TreeElement | undefined {
  const body = descend(root, 'text', 'body');
  return body && divisionIn(body, type);
}

function divisionIn(element: TreeElement, type: string): TreeElement | undefined {
  return elementsIn(element).find(
    (one) => one.local === 'div' && one.uri === TEI && attribute(one, 'type') === type,
  );
}

/** The words of an element, without its headings. */
export function wordsWithoutHeadings(element: TreeElement): string {
  const parts = element.children.map((child) => {
    if (typeof child === 'string') return child;
    return child.local === 'head' ? '' : ` ${wordsWithoutHeadings(child)} `;
  });
  return foldedWords(parts.join(''));
}

/**
 * Where readers can report an error: the first link in the division "contact", else the e-mail
 * address of an editor. Null if there is neither.
 */
export function reportAddress(root: TreeElement): string | null {
  const about = divisionOf(root, 'about');
  const contact = about && divisionIn(about, STATEMENTS.contact.type);
  for (const one of contact ? walk(contact) : []) {
    const target = attribute(one, 'target');
    if (one.local === 'ref' && target && /^(?:mailto:|https?:\/\/)/i.test(target)) return target;
    if (one.local === 'email' && isMail(textOf(one))) return `mailto:${textOf(one).trim()}`;
  }
  const header = descend(root, 'teiHeader', 'fileDesc');
  for (const one of header ? walk(header) : [])
    if (one.local === 'email' && isMail(textOf(one))) return `mailto:${textOf(one).trim()}`;
  return null;
}

function isMail(text: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(text.trim());
}

/** A statement of the header that the page about the edition shows in place of a division. */
export interface HeaderStatement {
  readonly key: StatementKey;
  readonly text: string;
}

/** The statements that are in the header only. */
export function headerStatements(root: TreeElement): readonly HeaderStatement[] {
  return (Object.keys(STATEMENTS) as StatementKey[]).flatMap((key) => {
    const { text, at } = statement(root, key);
    return text !== '' && at.local !== 'div' ? [{ key, text }] : [];
  });
}
