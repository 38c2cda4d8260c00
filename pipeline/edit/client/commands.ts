/** The commands of keys in the text: mark the selected words, correct them, change the passage. */

import { foldedWords } from '../../core/text.ts';
import { ask, RefusedRequest } from './base/api.ts';
import { el, fill } from './base/dom.ts';
import { MARKS, type MarkCommand, TEXT_COMMANDS, type TextCommand } from './base/marks.ts';
import type { ActionPreview, DocumentAction } from './base/types.ts';
import { askWords, DATE_LABEL, dateAttributes } from './dialogs/ask.ts';
import { chooseEntry, newEntry } from './dialogs/entry.ts';
import { showMentions } from './dialogs/entry-mentions.ts';
import { askEverywhere } from './dialogs/everywhere.ts';
import { openDialog } from './dialogs/open.ts';
import type { AppHost } from './panes/app-host.ts';
import type { MarkAt, Selected } from './panes/text.ts';

/** The command of a key in the text; undefined for keys that move the caret. */
export function commandOfKey(app: AppHost, event: KeyboardEvent): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const mark = MARKS.find(({ key }) => key === event.key);
  if (mark) return () => void markSelected(app, mark);
  const command = TEXT_COMMANDS.find(({ key }) => key === event.key);
  return command && (() => runCommand(app, command));
}

/** Marks the selected words; if the caret is inside the mark of a name, changes that mark. */
async function markSelected(app: AppHost, command: MarkCommand): Promise<void> {
  const before = app.text.selected();
  const inside = before.chosen ? markWithSameWords(before) : nameAround(before);
  if (inside && command.kind !== undefined) {
    askEntry(app, command, inside.words, undefined, (ref) =>
      ref === undefined
        ? { type: 'retag', at: inside.at, element: command.element }
        : { type: 'accept', at: inside.at, ref },
    );
    return;
  }
  const selected = before.chosen ? before : app.text.selectWord();
  const { chosen } = selected;
  if (!chosen) {
    app.say('choose some words first: Shift and the arrow keys', true);
    return;
  }
  const mark = (ref?: string, attributes?: Record<string, string>): DocumentAction => ({
    ...{ type: 'mark', chosen, element: command.element },
    ...(ref !== undefined && { ref }),
    ...((command.attributes || attributes) && {
      attributes: { ...command.attributes, ...attributes },
    }),
  });
  const looked = await look(app, mark());
  if (!looked) return;
  if (!looked.ok && command.element !== 'date') {
    app.say(looked.reason ?? 'this cannot be marked here', true);
    return;
  }
  const words = looked.words?.join(' … ') ?? selected.words;
  if (command.kind !== undefined)
    askEntry(app, command, words, looked.reason, (ref) => mark(ref), chosen);
  else if (command.element === 'date') {
    const value = await suggestedDate(app, words);
    const title = `Mark “${words}” as a ${command.label}`;
    askWords({ title, label: DATE_LABEL, value }, (given) => {
      const dated = Object.entries(dateAttributes(given)).filter(([, one]) => one !== null);
      void app.act(mark(undefined, Object.fromEntries(dated) as Record<string, string>));
    });
  } else {
    await app.act(mark());
    if (looked.reason !== undefined) app.say(looked.reason);
  }
}

async function suggestedDate(app: AppHost, words: string): Promise<string> {
  const { when } = await ask<{ when: string }>('date', { ...app.seen(), words });
  return when;
}

function nameAround({ marks }: Selected): MarkAt | undefined {
  return marks.find(({ element }) => MARKS.some((one) => one.element === element && one.kind));
}

function markWithSameWords(selected: Selected): MarkAt | undefined {
  const around = nameAround(selected);
  return around && foldedWords(around.words) === selected.words ? around : undefined;
}

function askEntry(
  app: AppHost,
  { kind = 'person', label, element }: MarkCommand,
  words: string,
  repaired: string | undefined,
  action: (ref?: string) => DocumentAction,
  chosen?: NonNullable<Selected['chosen']>,
): void {
  chooseEntry({
    title: `Which ${label}?`,
    words,
    kind,
    repaired,
    seen: app.seen(),
    unlinked: () => void app.act(action()),
    chosen: (id) => void app.act(action(id)),
    create: () =>
      newEntry(words, kind, (answer) => {
        const made = action('');
        const place = made.type === 'accept' ? { at: made.at } : chosen && { chosen };
        void app.addEntry({ ...answer, ...place });
      }),
    everywhere: (id) => void askEverywhere(app, [words], element, id),
  });
}

async function look(app: AppHost, action: DocumentAction): Promise<ActionPreview | undefined> {
  try {
    return await ask<ActionPreview>('preview', { ...app.seen(), action });
  } catch (error) {
    app.failed(error);
    return undefined;
  }
}

function runCommand(app: AppHost, { does }: TextCommand): void {
  const selected = app.text.selected();
  const { place, marks } = selected;
  if (does === 'menu') return void showMenu(app);
  if (does === 'proofread' || does === 'checked' || does === 'approved') {
    const passage = app.text.idOf(selected.block);
    if (passage !== undefined) void app.act({ type: 'status', status: does, passage });
    else app.say('put the caret into a passage with an xml:id first', true);
    return;
  }
  if (does === 'mentions') {
    const mark = nameAround(selected);
    if (mark) void showMentions(app, mark);
    else app.say('put the caret into a marked name first', true);
    return;
  }
  if (does === 'unwrap') {
    const [mark] = marks;
    if (mark) void app.act({ type: 'unwrap', at: mark.at });
    else app.say('the caret is not in a mark', true);
    return;
  }
  if (does === 'words' || does === 'correction') {
    const { chosen, words } = selected.chosen ? selected : app.text.selectWord();
    if (!chosen) {
      app.say('choose some words first: Shift and the arrow keys', true);
      return;
    }
    const title = does === 'words' ? 'Rewrite' : 'Correct, and show both';
    askWords(
      { title, label: 'Words', value: words },
      (given) => void app.act({ type: does, chosen, words: given }),
    );
    return;
  }
  if (!place) {
    app.say('put the caret into the text first', true);
    return;
  }
  if (does === 'split') void app.act({ type: 'split', at: place });
  else if (does === 'join') {
    if (selected.block !== undefined) void app.act({ type: 'join', block: selected.block });
  } else if (does === 'note')
    askWords(
      { title: 'Note', label: 'Words of the note', long: true },
      (words) =>
        void app.act({
          ...{ type: 'insert', at: place, element: 'note', words },
          attributes: { place: 'foot', type: 'editorial' },
        }),
    );
  else
    askWords(
      {
        title: 'Gap',
        label: 'Why is the text missing?',
        choices: ['illegible', 'damage', 'omitted', 'lost', 'cancelled'].map((one) => [one, one]),
      },
      (reason) =>
        void app.act({ type: 'insert', at: place, element: 'gap', attributes: { reason } }),
    );
}

/** All commands for the selected words; a disabled one says why. */
async function showMenu(app: AppHost): Promise<void> {
  const selected = app.text.selected().chosen ? app.text.selected() : app.text.selectWord();
  const { chosen } = selected;
  if (!chosen) {
    app.say('choose some words first: Shift and the arrow keys', true);
    return;
  }
  const looked = await Promise.all(
    MARKS.map(async (mark) => ({
      mark,
      preview: await ask<ActionPreview>('preview', {
        ...app.seen(),
        action: {
          ...{ type: 'mark', chosen, element: mark.element },
          ...(mark.attributes && { attributes: mark.attributes }),
        },
      }).catch((error: unknown): ActionPreview => {
        if (!(error instanceof RefusedRequest)) throw error;
        return { ok: false, reason: error.message };
      }),
    })),
  );
  const run = (work: () => void) => () => {
    opened.close();
    work();
  };
  const rows = [
    ...looked.map(({ mark, preview }) => ({
      key: mark.key,
      label: mark.label,
      preview,
      work: () => void markSelected(app, mark),
    })),
    ...TEXT_COMMANDS.filter(({ does }) => does !== 'menu').map((command) => ({
      key: command.key,
      label: command.label,
      preview: { ok: true } as ActionPreview,
      work: () => runCommand(app, command),
    })),
  ];
  const list = el('ul', { class: 'menu' });
  fill(
    list,
    ...rows.map(({ key, label, preview, work }) =>
      el(
        'li',
        {},
        el(
          'button',
          { type: 'button', disabled: !preview.ok, onclick: run(work) },
          el('kbd', {}, key),
          ` ${label}`,
        ),
        preview.reason !== undefined && el('span', { class: 'hint' }, preview.reason),
      ),
    ),
  );
  list.addEventListener('keydown', (event) => {
    const row = rows.find(({ key, preview }) => key === event.key && preview.ok);
    if (!row || event.key === 'Enter') return;
    event.preventDefault();
    run(row.work)();
  });
  const opened = openDialog(`“${selected.words}”`, [list], { wide: true });
  list.querySelector('button')?.focus();
}
