/**
 * The edition while it is edited: the present state of files, changes that are applied, undone, and
 * finished after a crash.
 *
 * A change applies to the file that the editor saw. If the file has changed since (a second window,
 * oXygen, git), the place is located again by its passage and context, or the change is refused
 * with both texts. All files of an action are proved before the first is written.
 */
import { relative, resolve, sep } from 'node:path';
import { InputError } from '../../core/finding.ts';
import { withEditionLocked } from '../../core/lock/lock.ts';
import type { Edition } from '../../edition/edition.ts';
import { applyCollationChange, reversed } from '../collation/write.ts';
import {
  changeBack,
  changeFromHunks,
  hunksOf,
  type LocatedChange,
  requireLocated,
} from '../journal/hunks.ts';
import { rejectionOf } from '../journal/in-force.ts';
import { Journal } from '../journal/journal.ts';
import type { Action, CollationChange, FileChange, JournalDecision } from '../journal/model.ts';
import { type PatchChange, PatchRefusal } from '../patch/model.ts';
import { prove } from '../patch/prove.ts';
import type { SourceDocument } from '../source/document.ts';
import { FileStates } from './file-states.ts';
import { type FileState, hashOfText, readFileState, writeFileState } from './files.ts';
import { forgetRejected, rememberRejected } from './rejected-names.ts';
import { validatorFor } from './schemas.ts';

/** A change of one file, based on a state that was shown. */
export interface Intended {
  readonly path: string;
  /** Hash of the file for which the change was made. */
  readonly seen: string;
  readonly change: (document: SourceDocument) => PatchChange;
  /** The schema is not used: the editor writes TEI and sees the findings of the check. */
  readonly unjudged?: boolean;
}

interface Reason {
  readonly why: string;
  readonly decision?: JournalDecision;
  readonly collation?: CollationChange;
  readonly undoes?: string;
}

interface PreparedChange {
  readonly state: FileState;
  readonly document: SourceDocument;
  readonly file: FileChange;
}

export class Session {
  readonly edition: Edition;
  readonly journal: Journal;
  readonly who: string;
  readonly #states = new FileStates();

  constructor(edition: Edition, who: string) {
    this.edition = edition;
    this.who = who;
    this.journal = new Journal(edition.root, who);
  }

  /** The present file. Throws an `InputError` if it cannot be read. */
  read(path: string): FileState {
    return this.#states.read(path);
  }

  /** The present file, for a list of files. Throws an `InputError` if it cannot be read. */
  glance(path: string): FileState {
    return this.#states.glance(path);
  }

  /** A state that was shown, if it is still stored. */
  fileState(path: string, hash: string): FileState | undefined {
    return this.#states.get(path, hash);
  }

  /** The state that was shown. Throws a `PatchRefusal` if it is no longer stored. */
  seen(path: string, hash: string): FileState {
    return this.#states.seen(path, hash);
  }

  /** A preview of the change. Throws a `PatchRefusal`. */
  preview({ path, seen, change }: Intended): PatchChange {
    return change(this.seen(path, seen).document);
  }

  /**
   * Applies all changes as one action. Throws a `PatchRefusal` and changes nothing if one fails.
   */
  async apply(intended: readonly Intended[], reason: Reason): Promise<Action> {
    return withEditionLocked(this.edition, 'edit', async () => {
      const prepared: PreparedChange[] = [];
      for (const { path, seen, change, unjudged } of intended) {
        const shown = this.seen(path, seen);
        const made = change(shown.document);
        prepared.push(
          await this.#prepare(
            path,
            (now) =>
              now.hash === shown.hash
                ? { change: made, conflicts: [] }
                : changeFromHunks(now.document, hunksOf(shown.document, made)),
            unjudged,
          ),
        );
      }
      return this.#write(prepared, reason);
    });
  }

  /** Undoes one action, the last or an earlier one. */
  async undo(id: string): Promise<Action> {
    return withEditionLocked(this.edition, 'edit', async () => {
      const action = this.journal.actions.find((one) => one.id === id);
      if (!action) throw new PatchRefusal('this action is not in the journal');
      const prepared: PreparedChange[] = [];
      for (const { path, hunks } of action.files)
        prepared.push(
          await this.#prepare(this.#absolute(path), ({ document }) => changeBack(document, hunks)),
        );
      return this.#write(prepared, {
        ...{ why: `takes back: ${action.why}`, undoes: id },
        ...(action.collation && { collation: reversed(action.collation) }),
      });
    });
  }

  async #prepare(
    path: string,
    make: (now: FileState) => LocatedChange,
    unjudged = false,
  ): Promise<PreparedChange> {
    const state = this.read(path);
    const change = requireLocated(make(state));
    const validate = unjudged
      ? undefined
      : await validatorFor(this.edition, path, state.document.text);
    const { document } = await prove(state.document, change, validate);
    const file: FileChange = {
      path: this.#relative(path),
      from: state.hash,
      to: hashOfText(state, document.text),
      hunks: hunksOf(state.document, change),
    };
    return { state, document, file };
  }

  async #write(
    prepared: readonly PreparedChange[],
    { why, decision, collation, undoes }: Reason,
  ): Promise<Action> {
    const now = new Date();
    const action: Action = {
      id: `${now.toISOString().replace(/\D/g, '')}-${process.pid.toString(36)}`,
      when: now.toISOString(),
      who: this.who,
      why,
      files: prepared.map(({ file }) => file),
      ...(undoes !== undefined && { undoes }),
      ...(decision && { decision }),
      ...(collation && { collation }),
    };
    this.journal.begin(action);
    const written: PreparedChange[] = [];
    try {
      for (const one of prepared) {
        writeFileState(one.state, one.document.text);
        written.push(one);
        this.#states.written({ ...one.state, hash: one.file.to, document: one.document });
      }
      if (collation) await applyCollationChange(this.edition, collation);
      this.#updateRejected(action);
    } catch (error) {
      for (const { state, file } of written) {
        const now = readFileState(state.path);
        if (now.hash === file.to) writeFileState(now, state.document.text);
      }
      this.journal.drop(action.id, error instanceof Error ? error.message : String(error));
      throw error;
    }
    this.journal.done(action.id);
    return action;
  }

  /**
   * Finishes the work of a crashed run: an action that was recorded but not, or not completely,
   * done. Returns a sentence for each.
   */
  async recover(): Promise<string[]> {
    const unfinished = this.journal.unfinished;
    if (unfinished.length === 0) return [];
    return withEditionLocked(this.edition, 'edit', async () => {
      const messages: string[] = [];
      for (const action of unfinished) messages.push(await this.#finish(action));
      return messages;
    });
  }

  async #finish(action: Action): Promise<string> {
    try {
      const prepared: PreparedChange[] = [];
      for (const { path, to, hunks } of action.files) {
        const absolute = this.#absolute(path);
        if (this.read(absolute).hash === to) continue;
        prepared.push(
          await this.#prepare(absolute, ({ document }) => changeFromHunks(document, hunks)),
        );
      }
      for (const { state, document } of prepared) writeFileState(state, document.text);
      if (action.collation) await applyCollationChange(this.edition, action.collation);
      this.#updateRejected(action);
      this.journal.done(action.id);
      return prepared.length === 0 && !action.collation
        ? `the last change was saved before the program ended: ${action.why}`
        : `a change that was not saved when the program ended is saved now: ${action.why}`;
    } catch (error) {
      if (!(error instanceof PatchRefusal || error instanceof InputError)) throw error;
      this.journal.drop(action.id, error.message);
      const journal = this.#relative(this.journal.path);
      const lost = 'a change was not saved when the program ended, and can no longer be saved';
      return `${lost} (${error.message}): ${action.why}; ${journal} has it`;
    }
  }

  /**
   * Adds the row of a rejected name to the table, or removes it when the rejection is undone:
   * before the action counts as done, so that a crash in between is finished as well.
   */
  #updateRejected({ id }: Action): void {
    const rejected = rejectionOf(this.journal.actions, id);
    if (rejected?.inForce === true) rememberRejected(this.edition, rejected.name);
    else if (rejected) forgetRejected(this.edition, rejected.name);
  }

  #relative(path: string): string {
    return relative(this.edition.root, path).split(sep).join('/');
  }

  #absolute(path: string): string {
    return resolve(this.edition.root, path);
  }
}
