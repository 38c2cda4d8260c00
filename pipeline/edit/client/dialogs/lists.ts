/** Lists beside the text: the documents of the edition, the journal. */
import { counted } from '../../../core/text.ts';
import { ask } from '../base/api.ts';
import { el } from '../base/dom.ts';
import { labelOf } from '../base/marks.ts';
import type { JournalEntry, Overview } from '../base/types.ts';
import { openDialog } from './open.ts';

export async function showDocuments(open: (doc: string) => void): Promise<void> {
  const { documents, statuses, measures, who, findings } = await ask<Overview>('overview');
  const label = (status: string): string =>
    statuses.find((one) => one.status === status)?.label ?? status;
  const filter = el('input', {
    type: 'search',
    'aria-label': 'Find a document',
    placeholder: 'number or words of the title',
    oninput: () => narrow(),
  });
  const rows = documents.map((document) => {
    const { id, title, status, doubts, problem } = document;
    const link = el(
      'button',
      {
        type: 'button',
        class: 'link',
        disabled: problem !== undefined,
        onclick: () => {
          opened.close();
          open(id);
        },
      },
      title === '' ? id : title,
    );
    const row = el(
      'tr',
      {},
      el('td', { class: 'id' }, id),
      el('td', {}, link, problem !== undefined && el('p', { class: 'problem' }, problem)),
      el('td', {}, label(status)),
      el('td', { class: 'number' }, doubts === 0 ? '–' : String(doubts)),
    );
    return { row, text: `${id} ${title}`.toLowerCase() };
  });
  const narrow = (): void => {
    const typed = filter.value.toLowerCase();
    for (const { row, text } of rows) row.hidden = !text.includes(typed);
  };
  const open_ = documents.reduce((sum, { doubts }) => sum + doubts, 0);
  const opened = openDialog(
    'Documents',
    [
      el(
        'p',
        { class: 'hint' },
        `${counted(documents.length, 'document')}, ${counted(open_, 'open doubt')}. ` +
          `Decisions are written down for ${who}.`,
      ),
      ...measures.map(({ kind, decided, accepted }) =>
        el(
          'p',
          { class: 'hint' },
          `Of the last ${decided} suggestions for a ${labelOf(kind)}, ${accepted} were accepted.`,
        ),
      ),
      ...findings.map(({ path, message }) => el('p', { class: 'problem' }, `${path}: ${message}`)),
      filter,
      el(
        'table',
        {},
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ...['', 'Title', 'State', 'Doubts'].map((head) => el('th', { scope: 'col' }, head)),
          ),
        ),
        el('tbody', {}, ...rows.map(({ row }) => row)),
      ),
    ],
    { wide: true },
  );
  filter.focus();
}

export async function showJournal(undo: (id: string) => void): Promise<void> {
  const entries = await ask<JournalEntry[]>('journal');
  const opened = openDialog(
    'Journal',
    [
      el(
        'p',
        { class: 'hint' },
        'The latest first. Each action can be undone, whatever was done since.',
      ),
      el(
        'ol',
        { class: 'journal' },
        ...entries.map(({ id, when, who, why, inForce }) =>
          el(
            'li',
            { class: inForce ? undefined : 'undone' },
            el('span', { class: 'id' }, `${when.slice(0, 10)} ${when.slice(11, 16)} ${who} `),
            el('span', {}, why),
            inForce
              ? el(
                  'button',
                  {
                    type: 'button',
                    class: 'quiet',
                    onclick: () => {
                      opened.close();
                      undo(id);
                    },
                  },
                  'Take back',
                )
              : el('span', { class: 'state' }, ' taken back'),
          ),
        ),
        entries.length === 0 && el('li', {}, 'Nothing has been done yet.'),
      ),
    ],
    { wide: true },
  );
}
