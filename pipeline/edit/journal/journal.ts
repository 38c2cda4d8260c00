/**
 * The journal of an editor: `.siglum/journal/NAME.jsonl` in the edition, one JSON value a line,
 * append-only. Each editor has a file, so that two editors never conflict in a merge of git.
 *
 * An action is written to the disk before the files that it changes: after a crash, an action
 * without `done` says what was intended, and is finished or reported.
 */
import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readInput } from '../../core/files/input-file.ts';
import { makeFolder } from '../../core/files/make-folder.ts';
import type { Action, Hunk, JournalLine } from './model.ts';

export class Journal {
  readonly path: string;
  readonly #actions: Action[] = [];
  readonly #finished = new Set<string>();
  #endsInLine = true;

  /** `root`: the edition's folder; `who`: the editor's name. */
  constructor(root: string, who: string) {
    this.path = join(root, '.siglum', 'journal', `${fileName(who)}.jsonl`);
    if (!existsSync(this.path)) return;
    const text = new TextDecoder().decode(readInput(this.path, 'edit/journal'));
    this.#endsInLine = text === '' || text.endsWith('\n');
    for (const line of text.split('\n')) this.#read(line);
  }

  /** A line that was truncated by a crash, or damaged by a merge, is skipped. */
  #read(text: string): void {
    let line: JournalLine;
    try {
      line = JSON.parse(text) as JournalLine;
    } catch {
      return;
    }
    if (typeof line !== 'object' || line === null || typeof line.id !== 'string') return;
    if (line.type === 'action') {
      if (isAction(line)) this.#actions.push(line);
    } else this.#finished.add(line.id);
  }

  /** In chronological order. */
  get actions(): readonly Action[] {
    return this.#actions;
  }

  /** Actions that were begun and never finished, because the program crashed. */
  get unfinished(): readonly Action[] {
    return this.#actions.filter(({ id }) => !this.#finished.has(id));
  }

  begin(action: Action): void {
    this.#append({ type: 'action', ...action });
    this.#actions.push(action);
  }

  done(id: string): void {
    this.#append({ type: 'done', id });
    this.#finished.add(id);
  }

  /** The action does not count, even if the line that says so cannot be written. */
  drop(id: string, reason: string): void {
    const at = this.#actions.findIndex((action) => action.id === id);
    if (at >= 0) this.#actions.splice(at, 1);
    this.#append({ type: 'dropped', id, reason });
    this.#finished.add(id);
  }

  #append(line: JournalLine): void {
    makeFolder(dirname(this.path));
    const file = openSync(this.path, 'a');
    try {
      const start = this.#endsInLine ? '' : '\n';
      // On a full disk only a part of the line may be written.
      this.#endsInLine = false;
      writeSync(file, `${start}${JSON.stringify(line)}\n`);
      this.#endsInLine = true;
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

function isAction(value: Action): boolean {
  return (
    typeof value.when === 'string' &&
    typeof value.why === 'string' &&
    Array.isArray(value.files) &&
    isCollation(value.collation) &&
    value.files.every(
      ({ path, hunks }) =>
        typeof path === 'string' && isInside(path) && Array.isArray(hunks) && hunks.every(isHunk),
    )
  );
}

function isCollation(change: Action['collation']): boolean {
  if (change === undefined) return true;
  const { file, removed, added } = change;
  const isList = (rules: unknown): boolean =>
    Array.isArray(rules) && rules.every((rule) => typeof rule === 'object' && rule !== null);
  return typeof file === 'string' && isInside(file) && isList(removed) && isList(added);
}

function isHunk({ at, old, new: added, around, aroundNew }: Hunk): boolean {
  const texts = [old, added, around?.before, around?.after, aroundNew?.before, aroundNew?.after];
  return Number.isInteger(at) && texts.every((text) => typeof text === 'string');
}

/** A journal from elsewhere must not name files outside of the edition. */
function isInside(path: string): boolean {
  return !path.startsWith('/') && !/^[A-Za-z]:|\\/.test(path) && !path.split('/').includes('..');
}

function fileName(who: string): string {
  const safe = who
    .normalize('NFKD')
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .toLowerCase();
  return safe === '' ? 'editor' : safe.slice(0, 60);
}
