/** The list of decisions beside the grid. */
import { type Child, el } from '../base/dom.ts';
import type { GridView } from '../base/types.ts';

interface RuleListHost {
  show(column: number): void;
  remove(index: number): void;
}

export function ruleList({ rules, file }: GridView, host: RuleListHost): Child[] {
  return [
    el('h2', {}, 'Decisions'),
    el('p', { class: 'hint' }, `They are the rules in ${file}; the last is first.`),
    rules.length === 0 && el('p', {}, 'Nothing has been decided yet.'),
    rules.length > 0 &&
      el(
        'ol',
        { reversed: true },
        ...[...rules].reverse().map(({ index, words, stale, column }) =>
          el(
            'li',
            { value: String(index + 1) },
            column === undefined
              ? el('span', {}, words)
              : el(
                  'button',
                  { type: 'button', class: 'link', onclick: () => host.show(column) },
                  words,
                ),
            stale !== undefined && el('p', { class: 'problem' }, stale),
            el(
              'button',
              {
                type: 'button',
                class: 'quiet',
                'aria-label': `Remove: ${words}`,
                onclick: () => host.remove(index),
              },
              'Remove',
            ),
          ),
        ),
      ),
  ];
}
