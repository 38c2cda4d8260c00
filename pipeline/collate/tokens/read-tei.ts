/**
 * The text of a TEI transcription as runs: the words of the witness in its first and its final
 * state; words over the ends of lines and pages are joined; notes are ignored.
 */

import { InputError } from '../../core/finding.ts';
import { foldedWords } from '../../core/text.ts';
import { BREAKS, EDITOR_READINGS, SOURCE_READINGS } from '../../model/tei-elements.ts';
import { TEI } from '../../xml/namespaces.ts';
import { attribute, elementsIn, type TreeElement, textOf, walk } from '../../xml/tree.ts';
import { ANY_RUN } from '../align/edit-distance.ts';
import type { Container, WitnessBlock } from '../model/model.ts';
import { damageAttributes, type Inside, stateInside } from './inside.ts';
import type { BlockRuns, Regular, RegularForm, WitnessRun } from './stream.ts';
import { EXCLUDED, INLINE, LINE_END_HYPHEN, NUMBERED, UNITS_OF_PAGE } from './tei-elements.ts';

interface TeiRuns {
  readonly blocks: readonly BlockRuns[];
  readonly regular: Regular;
  readonly title?: string;
  readonly language?: string;
  readonly notes: number;
}

/** Throws an `InputError` where the file has no TEI text. */
export function readTranscription(root: TreeElement, path: string): TeiRuns {
  const text = root.uri === TEI ? [...walk(root)].find(isText) : undefined;
  if (!text)
    throw new InputError({
      path,
      line: root.line,
      column: root.column,
      severity: 'error',
      rule: 'collate/no-text',
      message: `<${root.name}> contains no TEI text; a witness is a TEI document or a reading text`,
    });
  const reading = new Reading();
  reading.element(text, {
    deleted: false,
    added: false,
    restored: false,
    xpath: '/TEI/text',
    containers: [],
  });
  const title = elementsIn(root)
    .filter(({ local }) => local === 'teiHeader')
    .flatMap((header) => [...walk(header)])
    .find(({ local }) => local === 'title');
  const language = attribute(text, 'xml:lang') ?? attribute(root, 'xml:lang');
  return {
    blocks: reading.blocks.filter(({ runs }) =>
      runs.some(({ text: words }) => words.trim() !== ''),
    ),
    regular: reading.regular,
    ...(title ? { title: foldedWords(textOf(title)) } : {}),
    ...(language === undefined ? {} : { language }),
    notes: reading.notes,
  };
}

function isText({ local, uri }: TreeElement): boolean {
  return local === 'text' && uri === TEI;
}

class Reading {
  readonly blocks: BlockRuns[] = [];
  readonly regular = new Map<number, RegularForm>();
  notes = 0;
  #choices = 0;
  #containers = 0;
  #label: string | undefined;
  /** A break within a word: white space that follows is layout. */
  #joining = false;

  element(element: TreeElement, inside: Inside): void {
    const { local } = element;
    if (local === 'note') this.notes++;
    if (EXCLUDED.has(local) || element.uri !== TEI) return;
    if (BREAKS.has(local)) this.#break(element, inside);
    else if (local === 'gap') this.#gap(element, inside);
    else if (local === 'choice') this.#choice(element, inside);
    else if (local === 'app') this.#reading(element, inside);
    else this.#plain(element, inside);
  }

  #plain(element: TreeElement, inside: Inside): void {
    const { local } = element;
    this.#number(element, inside);
    const now = stateInside(element, inside, () => this.#containers++);
    if (!INLINE.has(local)) this.#begin(element, now.containers);
    this.#children(element, now);
    if (!INLINE.has(local)) this.#begin(element.parent ?? element, inside.containers);
  }

  #children(element: TreeElement, inside: Inside): void {
    const counts = new Map<string, number>();
    let offset = 0;
    for (const child of element.children) {
      if (typeof child === 'string') {
        this.#put(child, element, inside, offset);
        offset += child.length;
        continue;
      }
      const nth = (counts.get(child.local) ?? 0) + 1;
      counts.set(child.local, nth);
      this.element(child, { ...inside, xpath: `${inside.xpath}/${child.local}[${nth}]` });
    }
  }

  /** Starts a new block, unless the open one has no words yet. */
  #begin(element: TreeElement, containers: readonly Container[]): void {
    this.#joining = false;
    if (this.blocks.at(-1)?.runs.length === 0) this.blocks.pop();
    const n = attribute(element, 'n');
    const named = ['head', 'l', 'ab'].find((name) => name === element.local) ?? 'p';
    const block = { element: named as WitnessBlock['element'], containers };
    this.blocks.push({ block: n === undefined ? block : { ...block, n }, runs: [] });
  }

  #put(text: string, { line, column }: TreeElement, inside: Inside, offset: number): void {
    const block = this.blocks.at(-1);
    if (!block) return;
    const words = this.#joining ? text.replace(/^\s+/, '') : text;
    if (words === '') return;
    // White space alone before the first word is layout.
    if (block.runs.length === 0 && words.trim() === '') return;
    this.#joining = false;
    block.runs.push(
      this.#run(words, { line, column }, inside, offset + text.length - words.length),
    );
  }

  #run(
    text: string,
    place: { line: number; column: number },
    inside: Inside,
    offset = 0,
  ): WitnessRun {
    const label = text.trim() === '' ? undefined : this.#label;
    if (label !== undefined) this.#label = undefined;
    return {
      text,
      deleted: inside.deleted,
      added: inside.added,
      ...(inside.mark ? { mark: inside.mark } : {}),
      ...(inside.choice === undefined ? {} : { choice: inside.choice }),
      place: { line: place.line, column: place.column, xpath: inside.xpath, offset },
      ...(label === undefined ? {} : { label }),
    };
  }

  #break(element: TreeElement, inside: Inside): void {
    this.#number(element, inside);
    const runs = this.blocks.at(-1)?.runs;
    if (attribute(element, 'break') !== 'no') {
      if (runs && runs.length > 0) runs.push(this.#run(' ', element, inside));
      return;
    }
    // The word continues: white space and the hyphen at the end of the line do not belong to it.
    for (let last = runs?.at(-1); runs && last; last = runs.at(-1)) {
      const words = last.text.trimEnd();
      if (words !== '') {
        runs[runs.length - 1] = { ...last, text: words.replace(LINE_END_HYPHEN, '') };
        break;
      }
      runs.pop();
    }
    this.#joining = true;
  }

  #gap(element: TreeElement, inside: Inside): void {
    if (this.blocks.length === 0) this.#begin(element.parent ?? element, inside.containers);
    const mark = { element: 'gap', attributes: damageAttributes(element) } as const;
    this.blocks.at(-1)?.runs.push(this.#run(ANY_RUN, element, { ...inside, mark }));
  }

  #choice(element: TreeElement, inside: Inside): void {
    const parts = elementsIn(element);
    const own = parts.find(({ local }) => SOURCE_READINGS.has(local)) ?? parts[0];
    const editor = parts.filter(({ local }) => EDITOR_READINGS.has(local));
    if (!own) return;
    const choice = this.#choices++;
    const [given] = editor;
    if (given && own !== given)
      this.regular.set(choice, {
        form: foldedWords(textOf(given)),
        corrects: given.local === 'corr',
      });
    const nth = parts.filter(({ local }) => local === own.local).indexOf(own) + 1;
    this.element(own, { ...inside, choice, xpath: `${inside.xpath}/${own.local}[${nth}]` });
  }

  /** Of an apparatus in the transcription: its own text. */
  #reading(element: TreeElement, inside: Inside): void {
    const own =
      elementsIn(element).find(({ local }) => local === 'lem') ??
      elementsIn(element).find(({ local }) => local === 'rdg');
    if (own) this.element(own, { ...inside, xpath: `${inside.xpath}/${own.local}[1]` });
  }

  /** The number of a verse or section, with those of its divisions. */
  #number(element: TreeElement, { containers }: Inside): void {
    const n = attribute(element, 'n');
    const unit = attribute(element, 'unit') ?? attribute(element, 'type') ?? element.local;
    if (n === undefined || !NUMBERED.has(element.local) || UNITS_OF_PAGE.has(unit)) return;
    const within = containers.flatMap((container) => container.n ?? []);
    this.#label = [...within, `${unit} ${n}`].join('/');
  }
}
