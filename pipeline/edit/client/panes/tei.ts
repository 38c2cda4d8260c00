/** The TEI of the document beside its text: CodeMirror with the findings of the check. */
import { xml } from '@codemirror/lang-xml';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { basicSetup, EditorView } from 'codemirror';
import { ask, RefusedRequest } from '../base/api.ts';
import { el } from '../base/dom.ts';
import type { CheckFinding } from '../base/types.ts';

const SEVERITY = { error: 'error', warning: 'warning', remark: 'info' } as const;

interface TeiHost {
  save(text: string, seen: string): Promise<boolean>;
  closed(): void;
}

export class TeiPane {
  readonly element: HTMLElement;
  readonly #view: EditorView;
  readonly #state: HTMLElement;
  #seen: string;
  #saved: string;

  constructor(doc: string, text: string, seen: string, host: TeiHost) {
    this.#seen = seen;
    this.#saved = text;
    this.#state = el('span', { class: 'hint', role: 'status' });
    const save = async (): Promise<void> => {
      const now = this.text;
      if (await host.save(now, this.#seen)) this.#saved = now;
      this.#report();
    };
    const place = el('div', { class: 'editor' });
    this.element = el(
      'section',
      { class: 'tei', 'aria-label': 'TEI' },
      el(
        'div',
        { class: 'queue-head' },
        el('h2', {}, 'TEI'),
        this.#state,
        el(
          'button',
          { type: 'button', class: 'first', onclick: () => void save() },
          el('kbd', {}, 'Ctrl S'),
          ' Save',
        ),
        el('button', { type: 'button', class: 'quiet', onclick: () => host.closed() }, 'Close'),
      ),
      place,
    );
    this.element.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 's') {
        event.preventDefault();
        void save();
      }
    });
    // Its styles go into the shadow root as adopted style sheets, which the page's policy allows.
    const root = place.attachShadow({ mode: 'open' });
    this.#view = new EditorView({
      doc: text,
      root,
      parent: root,
      extensions: [
        basicSetup,
        xml(),
        EditorView.lineWrapping,
        lintGutter(),
        linter((view) => this.#check(doc, view), { delay: 600 }),
        EditorView.updateListener.of((update) => update.docChanged && this.#report()),
        EditorView.contentAttributes.of({ 'aria-label': 'TEI of the document' }),
        EditorView.theme({
          '&': { height: '100%', fontSize: '0.85rem', color: 'inherit', background: 'transparent' },
          '.cm-gutters': { background: 'transparent', color: 'inherit', border: 'none' },
          '.cm-activeLine, .cm-activeLineGutter': { background: 'rgb(128 128 128 / 12%)' },
          '.cm-cursor': { borderLeftColor: 'currentcolor' },
        }),
      ],
    });
  }

  /** The text with the line ends of the file: CodeMirror uses LF. */
  get text(): string {
    const text = this.#view.state.doc.toString();
    return this.#saved.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text;
  }

  get isChanged(): boolean {
    return this.text !== this.#saved;
  }

  /** Replaces the text after a change in the other pane; unsaved work is never replaced. */
  update(text: string, seen: string): void {
    if (this.isChanged) {
      this.#state.textContent = 'changed elsewhere too; saving brings both together';
      return;
    }
    this.#seen = seen;
    this.#saved = text;
    if (text === this.text) return;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  /** Puts the caret at the beginning of a line and scrolls to it. */
  showLine(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.max(1, Math.min(line, doc.lines)));
    const effects = EditorView.scrollIntoView(from, { y: 'center' });
    this.#view.dispatch({ selection: { anchor: from }, effects });
  }

  focus(): void {
    this.#view.focus();
  }

  #report(): void {
    this.#state.textContent = this.isChanged ? 'not saved' : '';
  }

  async #check(doc: string, view: EditorView): Promise<Diagnostic[]> {
    const text = view.state.doc;
    // A refusal is not a finding, and CodeMirror would write it to the console.
    const found = await ask<CheckFinding[]>('check', { doc, text: this.text }).catch(
      (error: unknown): CheckFinding[] => {
        if (error instanceof RefusedRequest) return [];
        throw error;
      },
    );
    return found.map(({ line = 1, column = 1, severity, message }) => {
      const at = text.line(Math.max(1, Math.min(line, text.lines)));
      const from = Math.min(at.to, at.from + Math.max(0, column - 1));
      const tag = /^<[\w:]+/.exec(text.sliceString(from, at.to))?.[0].length ?? 1;
      return { from, to: Math.min(at.to, from + tag), severity: SEVERITY[severity], message };
    });
  }
}
