/**
 * Headings of poems in rarer forms: of two lines, of a section of several poems, of one word with a
 * full stop.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import type { OutlineLine } from '../../engine/outline/lines.ts';
import type { Language } from '../../languages/model/language.ts';
import { readHeading } from '../common/headings.ts';
import type { VerseBlockKind } from './block-kind.ts';

/** The blocks of the poems with their lines and kinds. */
interface VerseBlocks {
  readonly blocks: readonly MarkedBlock[];
  readonly lines: readonly (readonly OutlineLine[])[];
  readonly kinds: readonly VerseBlockKind[];
}

/** The longest line below the first of a heading, and the longest heading of a section. */
const LONGEST = 60;
const ONE_OR_TWO_WORDS = /^\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?\.$/u;

export class PoemHeadings {
  readonly #verse: VerseBlocks;
  readonly #language: Language;
  /** Poems have headings with the word for a poem. */
  readonly #named: boolean;
  readonly #sections: ReadonlySet<number>;

  constructor(verse: VerseBlocks, language: Language) {
    this.#verse = verse;
    this.#language = language;
    this.#named = verse.lines.some(
      ([first]) => first !== undefined && readHeading(first.text, language)?.type === 'poem',
    );
    const sections = [...verse.blocks.keys()].filter((at) => this.#headsHeading(at));
    this.#sections = new Set(sections.length > 1 ? sections : []);
  }

  /** "HYMN II." and below it "Ps. 121.", in one block over a stanza. */
  isOfLines(at: number): boolean {
    const [first, ...more] = this.#words(at);
    if (!first || more.length === 0 || more.length > 2) return false;
    if (!readHeading(first.text, this.#language) || !this.#isOverStanza(at)) return false;
    return more.every(({ text }) => text.length <= LONGEST && !/[,;:]$/.test(text));
  }

  /** Capitals right over the heading of a poem: they head a section of several poems. */
  isSection(at: number): boolean {
    return this.#sections.has(at);
  }

  /** "Doxology.": one or two words over a stanza, where poems have headings. */
  isShortTitle(at: number): boolean {
    const text = this.#verse.blocks[at]?.text ?? '';
    if (!this.#named || !ONE_OR_TWO_WORDS.test(text) || !this.#isOverStanza(at)) return false;
    return this.#verse.blocks.filter((block) => block.text === text).length === 1;
  }

  #headsHeading(at: number): boolean {
    const text = this.#verse.blocks[at]?.text ?? '';
    const letters = text.replace(/[^\p{L}]/gu, '');
    if (this.#verse.kinds[at] !== 'single' || text.length > LONGEST || letters.length < 3)
      return false;
    if (letters !== letters.toUpperCase() || readHeading(text, this.#language)) return false;
    const [below] = this.#words(this.#next(at));
    return below !== undefined && readHeading(below.text, this.#language) !== undefined;
  }

  #isOverStanza(at: number): boolean {
    return this.#verse.kinds[this.#next(at)] === 'stanza';
  }

  #next(at: number): number {
    return this.#verse.kinds.findIndex((kind, index) => index > at && kind !== 'pages');
  }

  #words(at: number): readonly OutlineLine[] {
    return (this.#verse.lines[at] ?? []).filter(({ text }) => text !== '');
  }
}
