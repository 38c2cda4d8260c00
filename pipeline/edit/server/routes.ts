/** The requests of the browser: one row a route. Bodies come from outside and are checked here. */
import { DOCUMENT_STATES } from '../../model/document-states.ts';
import { acceptProposal, dismissName } from '../actions/accept-proposal.ts';
import { act } from '../actions/act.ts';
import { addEntryAndMark, splitEntry } from '../actions/add-entry.ts';
import { findEverywhere, markEverywhere } from '../actions/everywhere.ts';
import { type Committed, commit, commitSentence, gitState } from '../actions/git.ts';
import { linkedEntry, mergeEntries, placesOfEntry } from '../actions/merge-entries.ts';
import type { DocumentAction, FoundPlace, NewEntryRequest } from '../actions/model.ts';
import type { BlockPosition } from '../actions/place.ts';
import { retagEntry } from '../actions/retag-entry.ts';
import { wholeTextChange } from '../actions/whole-text.ts';
import { decideGrid, gridView } from '../collation/decide.ts';
import type { GridDecision } from '../collation/model.ts';
import { EDITABLE_KINDS } from '../entries/kinds.ts';
import { headerForm } from '../forms/fields.ts';
import { idsInForce } from '../journal/in-force.ts';
import { PatchRefusal } from '../patch/model.ts';
import { dateIn } from '../queue/date.ts';
import type { Workbench } from '../workbench.ts';
import type { RequestBody } from './body.ts';
import { checkText } from './check.ts';
import { measuresOf } from './measures.ts';

type Route = (workbench: Workbench, body: RequestBody) => unknown;

export const ROUTES: Readonly<Record<string, Route>> = {
  overview: (workbench) => ({
    who: workbench.session.who,
    documents: workbench.documents.list().map(({ path: _path, ...listed }) => listed),
    kinds: EDITABLE_KINDS.map(({ kind, mark }) => ({ kind, mark })),
    statuses: DOCUMENT_STATES.map(({ status, label }) => ({ status, label })),
    measures: measuresOf(workbench.session.journal.actions),
    findings: workbench.registry.get().findings,
  }),
  view: (workbench, body) => workbench.view(body.text('doc'), body.optional('had')),
  preview: (workbench, body) =>
    workbench.preview(body.text('doc'), body.text('seen'), body.value<DocumentAction>('action')),
  act: async (workbench, body) => {
    const [doc, seen] = [body.text('doc'), body.text('seen')];
    const { id, why } = await act(workbench, doc, seen, body.value<DocumentAction>('action'));
    return { id, why, view: workbench.view(doc, seen) };
  },
  entry: async (workbench, body) => {
    const [doc, seen] = [body.text('doc'), body.text('seen')];
    const request = body.value<NewEntryRequest>('request');
    const { action, id } = await addEntryAndMark(workbench, doc, seen, request);
    return { entry: id, why: action.why, view: workbench.view(doc, seen) };
  },
  propose: (workbench, body) => {
    workbench.proposals.compute(workbench.documents.paths());
    return workbench.view(body.text('doc'), body.optional('had'));
  },
  acceptProposal: async (workbench, body) => {
    const { action } = await acceptProposal(workbench, body.text('proposal'));
    return { why: action.why, view: viewOf(workbench, body) };
  },
  dismiss: async (workbench, body) => {
    const { why } = await dismissName(workbench, body.text('doc'), {
      ...{ words: body.text('words'), element: body.text('element') },
      everywhere: body.flag('everywhere'),
    });
    return { why, view: viewOf(workbench, body) };
  },
  mentions: (workbench, body) => {
    const state = workbench.session.seen(workbench.pathOf(body.text('doc')), body.text('seen'));
    const ref = linkedEntry(workbench, state, body.value<BlockPosition>('at'));
    return { ref, places: placesOfEntry(workbench, ref) };
  },
  splitEntry: async (workbench, body) => {
    const request = body.value<NewEntryRequest>('request');
    const { action } = await splitEntry(workbench, request, body.value<FoundPlace[]>('chosen'));
    return { why: action.why, view: viewOf(workbench, body) };
  },
  mergeEntries: async (workbench, body) => {
    const { why } = await mergeEntries(workbench, body.text('from'), body.text('into'));
    return { why, view: viewOf(workbench, body) };
  },
  retagEntry: async (workbench, body) => {
    const { why } = await retagEntry(workbench, body.text('entry'), body.text('kind'));
    return { why, view: viewOf(workbench, body) };
  },
  candidates: (workbench, body) => {
    const at = body.maybe<BlockPosition>('at');
    const words = body.optional('words');
    const kind = body.optional('kind');
    return workbench.candidates(body.text('doc'), body.text('seen'), {
      ...(at && { at }),
      ...(words !== undefined && { words }),
      ...(kind !== undefined && { kind }),
    });
  },
  date: (workbench, body) => {
    const { document } = workbench.session.read(workbench.pathOf(body.text('doc')));
    return { when: dateIn(document, body.text('words')) };
  },
  search: (workbench, body) => workbench.search(body.text('typed'), body.optional('kind')),
  undo: async (workbench, body) => {
    const { why } = await workbench.undo(body.optional('id'));
    return { why, view: viewOf(workbench, body) };
  },
  redo: async (workbench, body) => {
    const { why } = await workbench.redo();
    return { why, view: viewOf(workbench, body) };
  },
  journal: (workbench) => {
    const { actions } = workbench.session.journal;
    const inForce = idsInForce(actions);
    return actions
      .slice(-200)
      .reverse()
      .map(({ id, when, who, why, undoes }) => ({
        ...{ id, when, who, why, undoes },
        inForce: inForce.has(id),
      }));
  },
  everywhere: (workbench, body) => {
    const ref = body.optional('ref');
    const doc = body.optional('doc');
    const docs = doc === undefined ? [...workbench.documents.paths().keys()] : [doc];
    return findEverywhere(workbench, docs, {
      forms: [...body.texts('forms'), ...(ref === undefined ? [] : namesOf(workbench, ref))],
      element: body.text('element'),
      ...(ref !== undefined && { ref: `#${ref}` }),
    });
  },
  markEverywhere: async (workbench, body) => {
    const ref = body.optional('ref');
    const { why } = await markEverywhere(workbench, body.value<FoundPlace[]>('chosen'), {
      element: body.text('element'),
      ...(ref !== undefined && { ref }),
    });
    return { why, view: viewOf(workbench, body) };
  },
  grid: (workbench, body) => gridView(workbench, body.text('file'), body.number('near')),
  decideGrid: async (workbench, body) => {
    const [file, seen] = [body.text('file'), body.text('seen')];
    const { why } = await decideGrid(workbench, file, seen, body.value<GridDecision>('decision'));
    return { why, view: workbench.view(body.text('doc'), body.optional('had')) };
  },
  tei: (workbench, body) => {
    const { hash, document } = workbench.session.read(workbench.pathOf(body.text('doc')));
    return { seen: hash, text: document.text };
  },
  saveTei: async (workbench, body) => {
    const [doc, seen, text] = [body.text('doc'), body.text('seen'), body.text('text')];
    const path = workbench.pathOf(doc);
    const { why } = await workbench.session.apply(
      [{ path, seen, change: (document) => wholeTextChange(document, text), unjudged: true }],
      { why: `${doc}: edits the TEI` },
    );
    return { why, view: workbench.view(doc, body.optional('had')) };
  },
  check: async (workbench, body) => {
    const path = workbench.pathOf(body.text('doc'));
    const text = body.optional('text') ?? workbench.session.read(path).document.text;
    const found = await checkText(workbench.edition, path, text);
    return found.map(({ line, column, severity, rule, message }) => ({
      ...{ line, column, severity, rule, message },
    }));
  },
  form: (workbench, body) =>
    headerForm(workbench.session.read(workbench.pathOf(body.text('doc'))).document),
  git: (workbench) => ({
    ...gitState(workbench.edition.root),
    sentence: commitSentence(workbench.session.journal.actions),
  }),
  commit: (workbench, body): Committed => commit(workbench.edition.root, body.text('message')),
};

function viewOf(workbench: Workbench, body: RequestBody) {
  const doc = body.optional('doc');
  return doc === undefined ? undefined : workbench.view(doc, body.optional('seen'));
}

function namesOf(workbench: Workbench, ref: string): string[] {
  const entry = workbench.registry.get().byId.get(ref);
  if (!entry) throw new PatchRefusal(`there is no entry “${ref}”`);
  return entry.names.flatMap(({ full, surname }) => [full, ...(surname ? [surname] : [])]);
}
