/** Selects the entry that words refer to, or makes a new one. */
import { ask } from '../base/api.ts';
import { el } from '../base/dom.ts';
import type { CandidateList, EntryCandidate } from '../base/types.ts';
import { fillCandidates } from '../panes/candidate-list.ts';
import { candidateRow } from '../panes/candidate-row.ts';
import { dialogForm, openDialog } from './open.ts';

interface EntryQuestion {
  readonly title: string;
  readonly words: string;
  readonly kind: string;
  /** Why the selection was changed. */
  readonly repaired: string | undefined;
  readonly seen: { readonly doc: string; readonly seen: string };
  /** Without an entry, the words are only marked. */
  readonly unlinked: (() => void) | undefined;
  chosen(id: string): void;
  create(): void;
  everywhere(id: string): void;
}

/** Enter selects the first one shown. */
export function chooseEntry(question: EntryQuestion): void {
  const { words, kind, seen, repaired } = question;
  let shown: readonly EntryCandidate[] = [];
  let picked = 0;
  let asked = 0;
  const list = el('ol', { class: 'candidates', id: 'entry-options', 'aria-label': 'Candidates' });
  const input = el('input', {
    type: 'text',
    'aria-label': 'Find an entry',
    role: 'combobox',
    'aria-expanded': 'false',
    'aria-controls': 'entry-options',
    placeholder: 'letters of a name',
    autocomplete: 'off',
    oninput: () => {
      loading = load();
    },
  });
  const draw = (): void => {
    const rows = shown.map((candidate, at) =>
      candidateRow(candidate, {
        picked: at === picked,
        id: `entry-option-${at}`,
        take: () => take(candidate.id),
      }),
    );
    fillCandidates(list, rows, 'No entry. Enter makes a new one.');
    input.setAttribute('aria-expanded', String(shown.length > 0));
    input.setAttribute('aria-activedescendant', shown.length > 0 ? `entry-option-${picked}` : '');
  };
  const load = async (): Promise<void> => {
    const mine = ++asked;
    const typed = input.value.trim();
    const found = await (typed === ''
      ? ask<CandidateList>('candidates', { ...seen, words, kind })
      : ask<CandidateList>('search', { typed, kind }));
    if (mine !== asked) return;
    shown = found.candidates;
    picked = 0;
    draw();
  };
  const take = (id: string): void => {
    opened.close();
    question.chosen(id);
  };
  const create = (): void => {
    opened.close();
    question.create();
  };
  // Enter waits for the answer to the last letters: the list before may have another first row.
  let loading = load();
  const run = async (event: KeyboardEvent): Promise<void> => {
    const key = event.key;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      picked = Math.max(0, Math.min(shown.length - 1, picked + (key === 'ArrowDown' ? 1 : -1)));
      draw();
    } else if (key === 'Enter') {
      event.preventDefault();
      await loading;
      const candidate = shown[picked];
      if (event.altKey && candidate) {
        opened.close();
        question.everywhere(candidate.id);
      } else if (event.shiftKey && question.unlinked) {
        opened.close();
        question.unlinked();
      } else if (candidate) take(candidate.id);
      else create();
    } else if (event.altKey && key === 'n') {
      event.preventDefault();
      create();
    }
  };
  input.addEventListener('keydown', (event) => void run(event));
  const opened = openDialog(question.title, [
    el('p', { class: 'sentence' }, el('mark', {}, words)),
    repaired !== undefined && el('p', { class: 'repaired', role: 'status' }, repaired),
    input,
    list,
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', onclick: create }, el('kbd', {}, 'Alt N'), ' New entry…'),
      question.unlinked &&
        el(
          'button',
          {
            type: 'button',
            onclick: () => {
              opened.close();
              question.unlinked?.();
            },
          },
          el('kbd', {}, 'Shift Enter'),
          ' Without an entry',
        ),
      el('span', { class: 'hint' }, el('kbd', {}, 'Alt Enter'), ' everywhere'),
    ),
  ]);
  input.focus();
}

interface NewEntryAnswer {
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly identifiers: Readonly<Record<string, string>>;
}

const KINDS: readonly (readonly [kind: string, label: string])[] = [
  ['person', 'person'],
  ['org', 'organization'],
  ['place', 'place'],
  ['term', 'term'],
];

const IDENTIFIERS: readonly (readonly [scheme: string, label: string])[] = [
  ['gnd', 'GND'],
  ['viaf', 'VIAF'],
  ['wikidata', 'Wikidata'],
  ['geonames', 'GeoNames'],
];

/** A form for a new entry, filled in from the words of the text. Enter submits it. */
export function newEntry(
  words: string,
  kind: string,
  done: (answer: NewEntryAnswer) => void,
): void {
  const name = el('input', {
    type: 'text',
    name: 'name',
    value: words,
    required: true,
    autocomplete: 'off',
  });
  const about = el('input', { type: 'text', name: 'about', autocomplete: 'off' });
  const select = el(
    'select',
    { name: 'kind' },
    ...KINDS.map(([value, label]) => el('option', { value, selected: value === kind }, label)),
  );
  const identifiers = IDENTIFIERS.map(([scheme, label]) => ({
    scheme,
    label,
    input: el('input', { type: 'text', name: scheme, autocomplete: 'off' }),
  }));
  const field = (label: string, input: HTMLElement) =>
    el('label', {}, el('span', {}, label), input);
  const form = dialogForm(() => {
    opened.close();
    const given = identifiers.flatMap(({ scheme, input }) =>
      input.value.trim() === '' ? [] : [[scheme, input.value.trim()] as const],
    );
    done({
      kind: select.value,
      name: name.value,
      description: about.value,
      identifiers: Object.fromEntries(given),
    });
  }, [
    field('Name, as lists show it', name),
    field('Kind', select),
    field('About (office, dates, what it is)', about),
    ...identifiers.map(({ label, input }) => field(label, input)),
    el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'submit', class: 'first' }, el('kbd', {}, 'Enter'), ' Make the entry'),
    ),
  ]);
  const opened = openDialog('New entry', [form]);
  name.focus();
  name.select();
}
