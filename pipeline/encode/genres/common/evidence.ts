/**
 * The features of a document before its genre is known: counts and proportions that genres weigh.
 *
 * Takes the document's blocks and its language. Returns features, each computed once on request.
 */
import type { MarkedBlock, MarkedLayout } from '../../engine/blocks.ts';
import { type OutlineLine, outlineLines } from '../../engine/outline/lines.ts';
import type { Language } from '../../languages/model/language.ts';

export class GenreEvidence {
  readonly language: Language;
  /** The document's title; empty for a document without one. */
  readonly title: string;
  /** The blocks with words, without the title. */
  readonly blocks: readonly MarkedBlock[];
  /** The notes' texts. */
  readonly notes: readonly string[];
  #lines: readonly (readonly OutlineLine[])[] | undefined;

  constructor(layout: MarkedLayout, language: Language) {
    const blocks = layout.blocks.filter(({ text }) => text !== '');
    this.title = layout.titled ? (blocks[0]?.text ?? '') : '';
    this.blocks = blocks.slice(layout.titled ? 1 : 0);
    this.language = language;
    this.notes = layout.notes.map(({ paragraphs }) => paragraphs[0]?.text ?? '');
  }

  /** The lines of each block. */
  get lines(): readonly (readonly OutlineLine[])[] {
    this.#lines ??= this.blocks.map((block) =>
      outlineLines(block).filter(({ text }) => text !== ''),
    );
    return this.#lines;
  }

  /** How many blocks fulfil a condition. */
  count(holds: (block: MarkedBlock, at: number) => boolean): number {
    return this.blocks.reduce((sum, block, at) => (holds(block, at) ? sum + 1 : sum), 0);
  }
}
