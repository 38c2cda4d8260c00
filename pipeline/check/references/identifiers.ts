/** Identifiers that are given twice: in one file, in two files, or by the page itself. */
import { type Finding, shownPath } from '../../core/finding.ts';
import { addToList } from '../../core/multimap.ts';
import type { FileFacts } from './facts.ts';
import type { FactsReader } from './model.ts';
import { referenceFinding } from './reference-finding.ts';

/** For the edition's own documents the grammar reports this. */
export function givenTwice({ path, repeated }: FileFacts): Finding[] {
  return repeated.map((at) => {
    const message =
      `the xml:id “${at.id}” is given a second time in this file; links lead to the first ` +
      `(${at.first.line}:${at.first.column}), so give this one another`;
    return referenceFinding(path, at, 'warning', 'id-twice', message);
  });
}

/**
 * An identifier of a text must be unique in the whole edition. Nearly all begin with their
 * document's identifier, which shows where they belong: only the others and the documents'
 * identifiers need to be remembered.
 */
export class Identifiers {
  readonly #read: FactsReader;
  /**
   * Identifiers that do not begin with their document's, and the documents' own, with their paths.
   */
  readonly #others = new Map<string, string>();
  /**
   * Documents by identifier, and by every beginning of it that could be another's ("a-b" of
   * "a-b-c").
   */
  readonly #documents = new Map<string, string[]>();
  readonly #longer = new Map<string, string[]>();

  constructor(read: FactsReader) {
    this.#read = read;
  }

  takenBefore({ path, id, root, textIds }: FileFacts): Finding[] {
    const findings: Finding[] = [];
    const longer = (id === undefined ? [] : (this.#longer.get(id) ?? [])).map((other) =>
      this.#read(other),
    );
    for (const [own, at] of [...(id ? [[id, root] as const] : []), ...textIds]) {
      const belongs = id !== undefined && own.startsWith(`${id}-`);
      const before =
        this.#others.get(own) ??
        longer.find((facts) => facts?.textIds.has(own))?.path ??
        beginningsOf(own)
          .flatMap((beginning) => this.#documents.get(beginning) ?? [])
          .find((other) => this.#read(other)?.textIds.has(own));
      if (before !== undefined) {
        const message =
          `the xml:id “${own}” is also given in ${shownPath(before)}; each has to have one of ` +
          `its own`;
        findings.push(referenceFinding(path, at, 'error', 'id-in-two-files', message));
      } else if (!belongs) this.#others.set(own, path);
    }
    if (id !== undefined) {
      addToList(this.#documents, id, path);
      for (const beginning of beginningsOf(id)) addToList(this.#longer, beginning, path);
    }
    return findings;
  }
}

/** "a" and "a-b" of "a-b-c". */
function beginningsOf(id: string): string[] {
  return [...id.matchAll(/-/g)].map(({ index }) => id.slice(0, index));
}

/**
 * On its page an identifier is written without the document's; there, identifiers that begin with
 * "site-" belong to the layouts.
 */
export function takenByThePage({ path, id, textIds }: FileFacts): Finding[] {
  return [...textIds].flatMap(([own, at]) => {
    const anchor = own.startsWith(`${id}-`) ? own.slice(`${id}-`.length) : own;
    if (!anchor.startsWith('site-')) return [];
    const message =
      `the xml:id “${own}” begins with “site-”, like those of the page's own parts; give ` +
      `another, so that no two are the same`;
    return [referenceFinding(path, at, 'warning', 'id-of-the-page', message)];
  });
}
