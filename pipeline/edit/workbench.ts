/**
 * The workbench without its server: documents as views, actions, candidates, undo.
 *
 * Every method takes and returns plain data; an action that cannot be done is a `PatchRefusal`, a
 * file that cannot be read an `InputError`.
 */

import { basename } from 'node:path';
import { ifReadable } from '../core/finding.ts';
import { foldedWords } from '../core/text.ts';
import type { Edition } from '../edition/edition.ts';
import { type ActionContext, actionWords, changeFor } from './actions/change-for.ts';
import type {
  ActionPreview,
  CandidateList,
  DocumentAction,
  DocumentActions,
  DocumentView,
} from './actions/model.ts';
import { type BlockPosition, fileOffset, placeIn } from './actions/place.ts';
import { today } from './actions/today.ts';
import { Collations } from './collation/collations.ts';
import { kindOfMark } from './entries/kinds.ts';
import { EntryRegistry, entryName } from './entries/registry.ts';
import { documentStatus, passageStatuses, statusAt } from './forms/status.ts';
import { undoable } from './journal/in-force.ts';
import type { Action } from './journal/model.ts';
import { PatchRefusal } from './patch/model.ts';
import { prove } from './patch/prove.ts';
import { elementAt } from './patch/tags.ts';
import { withProposals } from './proposals/doubts.ts';
import { ProposalIndex } from './proposals/proposal-index.ts';
import { candidatesFor } from './queue/candidates.ts';
import { doubtsOf } from './queue/doubts.ts';
import { entriesLike } from './queue/filter.ts';
import { type EditorBlock, editorBlocks } from './render/blocks.ts';
import { rawTextOf } from './source/reading-text.ts';
import { DocumentList, refsIn, titleInHeader } from './store/documents.ts';
import type { FileState } from './store/files.ts';
import { validatorFor } from './store/schemas.ts';
import { type Intended, Session } from './store/session.ts';

export class Workbench {
  readonly edition: Edition;
  readonly session: Session;
  readonly registry: EntryRegistry;
  readonly documents: DocumentList;
  readonly collations: Collations;
  readonly proposals: ProposalIndex;
  readonly #blocks = new WeakMap<object, { entries: object; blocks: EditorBlock[] }>();

  constructor(edition: Edition, who: string) {
    this.edition = edition;
    this.session = new Session(edition, who);
    this.registry = new EntryRegistry(edition);
    this.documents = new DocumentList(edition, (path) => this.session.glance(path));
    this.collations = new Collations(edition);
    this.proposals = new ProposalIndex(edition, this.registry);
  }

  /** The edition's title, or the name of its folder. */
  title(): string {
    return ifReadable(
      () => titleInHeader(this.session.read(this.edition.header).document),
      () => basename(this.edition.root),
    );
  }

  /** Throws a `PatchRefusal` if there is no such document. */
  pathOf(doc: string): string {
    const path = this.documents.paths().get(doc);
    if (path === undefined) throw new PatchRefusal(`there is no document “${doc}” in this edition`);
    return path;
  }

  /** `had`: hash of the file that the browser shows; only blocks that differ have their HTML. */
  view(doc: string, had?: string): DocumentView {
    const path = this.pathOf(doc);
    const before = had === undefined ? undefined : this.#stateOf(path, had);
    const hashesBefore = new Set(before ? this.blocks(before).map(({ hash }) => hash) : []);
    const state = this.session.read(path);
    const blocks = this.blocks(state);
    const marked = doubtsOf(state.document).flatMap(({ at, end: _end, ...doubt }) => {
      const place = placeIn(blocks, at);
      return place ? [{ start: at, doubt: { ...doubt, at: place } }] : [];
    });
    const names = this.proposals.of(doc, this.documents.paths());
    const doubts = withProposals({ document: state.document, blocks }, marked, names);
    const statuses = passageStatuses(state.document);
    const collation = this.collations.of(path);
    return {
      doc,
      seen: state.hash,
      title: titleInHeader(state.document),
      status: documentStatus(state.document),
      blocks: blocks.map(({ key, hash, name, id, level, html }) => ({
        ...{ key, hash, name, level },
        ...(id !== undefined && { id, ...statusAt(statuses, id) }),
        ...(!hashesBefore.has(hash) && { html }),
      })),
      doubts,
      ...(collation !== undefined && { collation }),
      ...this.#undoable(),
    };
  }

  #stateOf(path: string, hash: string): FileState | undefined {
    return this.session.fileState(path, hash);
  }

  #undoable(): { canUndo?: string; canRedo?: string } {
    const { undo, redo } = undoable(this.session.journal.actions);
    return { ...(undo && { canUndo: undo.why }), ...(redo && { canRedo: redo.why }) };
  }

  blocks(state: FileState): EditorBlock[] {
    const entries = this.registry.get();
    const before = this.#blocks.get(state.document);
    if (before?.entries === entries) return before.blocks;
    const blocks = editorBlocks(state.document, (id) => {
      const entry = entries.byId.get(id);
      return entry && entryName(entry);
    });
    this.#blocks.set(state.document, { entries, blocks });
    return blocks;
  }

  context(state: FileState): ActionContext {
    return {
      document: state.document,
      blocks: this.blocks(state),
      entries: this.registry.get().byId,
      ...{ day: today(), who: this.session.who },
    };
  }

  /** A preview of an action, proved but not written. */
  async preview(doc: string, seen: string, action: DocumentAction): Promise<ActionPreview> {
    const state = this.session.seen(this.pathOf(doc), seen);
    const context = this.context(state);
    try {
      const change = changeFor([action], context);
      const { path } = state;
      const validate = await validatorFor(this.edition, path, state.document.text);
      await prove(state.document, change, validate);
      const words = actionWords(action, context);
      return { ok: true, words, ...(change.repaired && { reason: change.repaired.reason }) };
    } catch (error) {
      if (!(error instanceof PatchRefusal)) throw error;
      return { ok: false, reason: error.message };
    }
  }

  /** Entries that a mark, or the selected words, may refer to. */
  candidates(
    doc: string,
    seen: string,
    asked: { at?: BlockPosition; words?: string; kind?: string },
  ): CandidateList {
    const state = this.session.seen(this.pathOf(doc), seen);
    const element = asked.at && elementAt(state.document, fileOffset(this.blocks(state), asked.at));
    const words = element ? foldedWords(rawTextOf(element)) : (asked.words ?? '');
    const kind = asked.kind ?? (element && kindOfMark(element.local)?.kind);
    const linked = element?.attributes.find(({ name }) => name === 'ref')?.value.replace(/^#/, '');
    const around = {
      inDocument: refsIn(state.document),
      inEdition: this.documents.refs(),
      ...(linked !== undefined && { linked }),
    };
    const entries = this.registry.get().byId.values();
    return { words, candidates: candidatesFor(words, kind, entries, around) };
  }

  search(typed: string, kind: string | undefined): CandidateList {
    const entries = this.registry.get().byId.values();
    return { words: typed, candidates: entriesLike(typed, kind, entries) };
  }

  /** Undoes the last action in force, or the named one. */
  async undo(id?: string): Promise<Action> {
    const wanted = id ?? undoable(this.session.journal.actions).undo?.id;
    if (wanted === undefined) throw new PatchRefusal('there is nothing to undo');
    return this.#takeBack(wanted);
  }

  async redo(): Promise<Action> {
    const wanted = undoable(this.session.journal.actions).redo?.id;
    if (wanted === undefined) throw new PatchRefusal('nothing was undone');
    return this.#takeBack(wanted);
  }

  async #takeBack(id: string): Promise<Action> {
    const done = await this.session.undo(id);
    this.registry.forget();
    return done;
  }

  /** Several changes in several documents as one action. */
  async actTogether(wanted: readonly DocumentActions[], why: string): Promise<Action> {
    return this.session.apply(
      wanted.map((one) => this.intended(one)),
      { why },
    );
  }

  /** `entries`: those that the marks may refer to. */
  intended(
    { doc, seen, actions }: DocumentActions,
    entries: ActionContext['entries'] = this.registry.get().byId,
  ): Intended {
    const path = this.pathOf(doc);
    const context = { ...this.context(this.session.seen(path, seen)), entries };
    const change = () => changeFor(actions, context);
    return { path, seen, change };
  }
}
