/** The buttons above the grid. */
import { el } from '../base/dom.ts';
import { GRID_COMMANDS, type GridCommand } from './commands.ts';

export function gridToolbar(run: (command: GridCommand) => void, close: () => void): HTMLElement {
  return el(
    'div',
    { class: 'grid-head', role: 'toolbar', 'aria-label': 'Decide about the chosen words' },
    ...GRID_COMMANDS.map((command) =>
      el(
        'button',
        { type: 'button', title: command.about, onclick: () => run(command) },
        `${command.label} `,
        el('kbd', {}, command.key),
      ),
    ),
    el('button', { type: 'button', class: 'quiet', onclick: close }, 'Back to the text'),
  );
}
