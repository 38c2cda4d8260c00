/**
 * Texts within prose that are indented from the left and have a form of their own: a poem with its
 * heading, a letter with date, salutation and signature.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { OutlineLine } from '../../engine/outline/lines.ts';
import type { PassageMaker } from '../../engine/outline/passage-maker.ts';
import { isVerse } from '../../engine/outline/wrapping.ts';
import type { BlockGroup, TreePart } from '../../engine/tree.ts';
import type { Language } from '../../languages/model/language.ts';
import { PARAGRAPH } from '../literature/paragraph.ts';
import { indentsOf, lineGroup } from '../literature/verse-lines.ts';

/** From this number of spaces on, a block is indented. */
const SET_IN = 3;
const LONGEST_HEADING = 60;
const LONGEST_LINE = 80;

/** The text that begins at a block, and the block after it. */
interface InsertedText {
  readonly parts: TreePart[];
  readonly end: number;
}

export class InsertedTexts {
  readonly #blocks: readonly MarkedBlock[];
  readonly #lines: readonly (readonly OutlineLine[])[];
  readonly #make: PassageMaker;
  readonly #language: Language;
  /** The indentation of most paragraphs, in spaces. */
  readonly #margin: number;

  constructor(
    blocks: readonly MarkedBlock[],
    lines: readonly (readonly OutlineLine[])[],
    make: PassageMaker,
    language: Language,
  ) {
    this.#blocks = blocks;
    this.#lines = lines;
    this.#make = make;
    this.#language = language;
    const begins = lines
      .flatMap(([first], at) =>
        first && (blocks[at]?.text.length ?? 0) >= PARAGRAPH ? [first.indent] : [],
      )
      .sort((a, b) => a - b);
    this.#margin = begins[Math.floor(begins.length / 2)] ?? 0;
  }

  at(at: number): InsertedText | undefined {
    let end = at;
    while (this.#isSetIn(end)) end++;
    if (end - at < 2) return undefined;
    return this.#poem(at, end) ?? this.#letter(at, end);
  }

  #isSetIn(at: number): boolean {
    const block = this.#blocks[at];
    if (!block || block.text === '' || block.bullet !== undefined) return false;
    return (this.#lines[at] ?? []).every(({ indent }) => indent >= this.#margin + SET_IN);
  }

  /** A heading, and below it only stanzas. */
  #poem(at: number, end: number): InsertedText | undefined {
    const [first, ...more] = this.#lines[at] ?? [];
    const stanzas = this.#lines.slice(at + 1, end);
    if (!first || more.length > 0 || first.text.length > LONGEST_HEADING) return undefined;
    if (/[,;:]$/.test(first.text)) return undefined;
    if (!stanzas.every((lines) => isVerse(lines, undefined) && lines.every(isShort)))
      return undefined;
    const head: TreePart = { kind: 'passage', passage: this.#make.passage(first, 'heading') };
    const indents = indentsOf(stanzas.flat());
    const groups = stanzas.map((lines) => lineGroup(lines, this.#make, indents));
    const [only, ...others] = groups;
    const parts = others.length > 0 ? groups : (only?.parts ?? []);
    return { parts: [this.#make.group('lg', [head, ...parts], 'poem')], end };
  }

  /** Date or salutation at the beginning, a closing formula or a signature at the end. */
  #letter(at: number, end: number): InsertedText | undefined {
    const opener: TreePart[] = [];
    let begin = at;
    for (; begin < end - 1; begin++) {
      const { text } = this.#blocks[begin] as MarkedBlock;
      const salute = text.length <= LONGEST_LINE && this.#language.salutation.test(text);
      const dateline =
        opener.length === 0 &&
        text.length <= LONGEST_LINE &&
        /\d/.test(text) &&
        !/[?!]$/.test(text);
      if (!salute && !dateline) break;
      opener.push(
        this.#passage(this.#blocks[begin] as MarkedBlock, salute ? 'salute' : 'dateline'),
      );
      if (salute) {
        begin++;
        break;
      }
    }
    const closing = this.#lines[end - 1] ?? [];
    const [first] = closing;
    if (opener.length === 0 || begin >= end - 1 || !first || !closing.every(isShort))
      return undefined;
    if (!this.#language.closing.test(first.text)) return undefined;
    const closer = closing.map((line, index) =>
      this.#passage(line, index > 0 && index === closing.length - 1 ? 'signed' : 'closing'),
    );
    const parts = [
      this.#make.group('opener', opener),
      ...this.#blocks.slice(begin, end - 1).map((block) => this.#passage(block, 'paragraph')),
      this.#make.group('closer', closer),
    ];
    const body = this.#make.group('body', [{ kind: 'division', parts }]);
    const group = this.#make.group('floatingText', [body], 'letter');
    // Inferred from its layout and words.
    const text: BlockGroup = { ...group, attributes: { resp: '#siglum', cert: 'medium' } };
    return { parts: [text], end };
  }

  #passage(
    block: MarkedBlock,
    role: 'salute' | 'dateline' | 'paragraph' | 'closing' | 'signed',
  ): TreePart {
    return { kind: 'passage', passage: this.#make.passage(block, role) };
  }
}

function isShort({ text }: OutlineLine): boolean {
  return text.length <= LONGEST_LINE;
}
