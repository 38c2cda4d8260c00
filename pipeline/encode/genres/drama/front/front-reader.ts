/**
 * The parts before a play: the lines of the title page, dedications, prefaces and privileges in
 * prose, and the half-title above the first scene.
 *
 * Takes the blocks before the first act, scene or speech, one by one. Returns the unit of each;
 * undefined for blocks that belong to the play: directions, spoken prologues, the list of
 * characters.
 */
import { pattern } from '../../../../core/text.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { OutlineLine } from '../../../engine/outline/lines.ts';
import type { Language } from '../../../languages/model/language.ts';
import { isTrailer, PLAIN_RANK, readHeading } from '../../common/headings.ts';
import { hasYear, isImprint } from '../../literature/imprint.ts';
import { PARAGRAPH } from '../../literature/paragraph.ts';
import { repeats } from '../../literature/title-page.ts';
import { isBareDirection, isDirection, isSpokenBy } from '../directions/directions.ts';

/** A line of the title page, a short dedication, or a paragraph of a preface, or its signature. */
export type PlayFrontKind = 'titlePage' | 'dedication' | 'paragraph' | 'signed';

/** The rank of the title that is repeated above the first act. */
export const HALF_TITLE_RANK = 0;

/** A heading with the type of its division; rank 0 is the highest. */
export interface DramaHeading {
  readonly type?: string;
  readonly rank: number;
}

type FrontUnit =
  | { readonly kind: 'front'; readonly block: MarkedBlock; readonly as: PlayFrontKind }
  | { readonly kind: 'heading'; readonly block: MarkedBlock; readonly heading: DramaHeading };

interface Circumstances {
  readonly title: string;
  /** The block with which the play begins; negative if unknown. */
  readonly begin: number;
  readonly isSpeaker: (text: string) => boolean;
}

/** Introductions that are spoken on the stage, not printed before the play. */
const SPOKEN = pattern('iu')`
    ^(?:the |der |das |le |la |el )?(?:prolog|epilog|prólogo|epílogo|épilogue|induction|chorus|
    vorspiel|nachspiel|zwischenspiel|loa|introito|entremés|intermède)
  `;

const LONGEST_HEADING = 240;
const LONGEST_DEDICATION = 100;
const LONGEST_SIGNATURE = 80;

export function isSpokenPreface(text: string): boolean {
  return SPOKEN.test(text);
}

export class FrontReader {
  readonly #blocks: readonly MarkedBlock[];
  readonly #lines: readonly (readonly OutlineLine[])[];
  readonly #language: Language;
  readonly #circumstances: Circumstances;
  /** The words of the title and the title page. */
  readonly #titleWords: Set<string>;
  #mode: 'title' | 'prose' | 'play' = 'title';
  /** A line of the title page, a heading or the list of characters has been read. */
  #started = false;

  constructor(
    blocks: readonly MarkedBlock[],
    lines: readonly (readonly OutlineLine[])[],
    language: Language,
    circumstances: Circumstances,
  ) {
    this.#blocks = blocks;
    this.#lines = lines;
    this.#language = language;
    this.#circumstances = circumstances;
    this.#titleWords = new Set(wordsOf(circumstances.title));
  }

  /** The list of characters ends a preface. */
  afterCast(): void {
    this.#mode = 'play';
    this.#started = true;
  }

  read(at: number): FrontUnit | undefined {
    const block = this.#blocks[at] as MarkedBlock;
    const { text } = block;
    if (at >= this.#circumstances.begin || text === '') return undefined;
    const [head, by, ...more] = this.#lines[at] ?? [];
    if (head && by && more.length === 0 && isSpokenPreface(head.text) && isSpokenBy(by.text)) {
      this.#mode = 'play';
      this.#started = true;
      return undefined;
    }
    const single = by === undefined;
    const heading = single ? this.#heading(at) : undefined;
    if (heading) {
      this.#mode = heading === 'spoken' || heading.type === undefined ? 'play' : 'prose';
      this.#started = true;
      // A spoken prologue is read as a part of the play.
      return heading === 'spoken' ? undefined : { kind: 'heading', block, heading };
    }
    if (isDirection(text) || isBareDirection(text, this.#language)) {
      if (this.#mode === 'title') this.#mode = 'play';
      return undefined;
    }
    if (isTrailer(text, this.#language)) {
      this.#mode = 'play';
      return undefined;
    }
    if (this.#mode === 'play') return undefined;
    const as = this.#mode === 'prose' ? this.#ofPreface(at) : this.#ofTitlePage(text);
    if (as === 'titlePage') for (const word of wordsOf(text)) this.#titleWords.add(word);
    this.#started = true;
    return { kind: 'front', block, as };
  }

  #ofPreface(at: number): PlayFrontKind {
    const text = this.#text(at);
    const ends =
      at + 1 >= this.#circumstances.begin ||
      this.#heading(this.#next(at)) !== undefined ||
      this.#language.castHeading.test(this.#text(this.#next(at)));
    const signed =
      ends &&
      text.length <= LONGEST_SIGNATURE &&
      (this.#language.closing.test(text) || /^(?:\p{Lu}[\p{L}'’-]*[., ]*){1,4}$/u.test(text));
    return signed ? 'signed' : 'paragraph';
  }

  #ofTitlePage(text: string): PlayFrontKind {
    const dedicated =
      text.length <= LONGEST_DEDICATION &&
      this.#language.dedication.test(text) &&
      !repeats(text, this.#circumstances.title) &&
      !isImprint(text) &&
      !hasYear(text);
    return dedicated ? 'dedication' : 'titlePage';
  }

  /** The heading in a block: of a preface, `spoken`, or the half-title. */
  #heading(at: number): DramaHeading | 'spoken' | undefined {
    const text = this.#text(at);
    const next = this.#text(this.#next(at));
    const known = readHeading(text, this.#language);
    if (known?.type === 'preface') {
      return isSpokenPreface(text) && next.length < PARAGRAPH * 2 ? 'spoken' : known;
    }
    if (known || text === '' || text.length > LONGEST_HEADING) return undefined;
    if (isDirection(text) || isBareDirection(text, this.#language)) return undefined;
    if (this.#isHalfTitle(at)) {
      const act = readHeading(next, this.#language)?.type === 'act';
      return { rank: act ? HALF_TITLE_RANK : PLAIN_RANK - 1 };
    }
    // "To the right worshipful …", "Aux lecteurs": words above a paragraph of prose.
    const over = next.length >= PARAGRAPH && !isDirection(next) && this.#isProse(this.#next(at));
    const isTitle = /^\P{Ll}/u.test(text) && !/[,;]$/.test(text) && !/\d{4}\.?$/.test(text);
    if (!over || !isTitle || this.#language.authorLine.test(text)) return undefined;
    const dedicated = this.#language.dedication.test(text);
    if (!dedicated && text.length > LONGEST_DEDICATION) return undefined;
    return { type: dedicated ? 'dedication' : 'preface', rank: PLAIN_RANK - 1 };
  }

  /** The title again, after the title page and right above the first scene. */
  #isHalfTitle(at: number): boolean {
    if (!this.#started) return false;
    const words = wordsOf(this.#text(at));
    const again = words.filter((word) => this.#titleWords.has(word)).length;
    if (words.length === 0 || again < words.length * 0.7) return false;
    const next = this.#next(at);
    const text = this.#text(next);
    return (
      next === this.#circumstances.begin ||
      isDirection(text) ||
      isBareDirection(text, this.#language) ||
      this.#circumstances.isSpeaker(text)
    );
  }

  #isProse(at: number): boolean {
    const lines = (this.#lines[at] ?? []).filter(({ text }) => text !== '');
    return !this.#circumstances.isSpeaker(this.#text(at)) && lines.length < 4;
  }

  /** The next block with words; the number of blocks if there is none. */
  #next(at: number): number {
    let next = at + 1;
    while (next < this.#blocks.length && this.#text(next) === '') next++;
    return next;
  }

  #text(at: number): string {
    return this.#blocks[at]?.text ?? '';
  }
}

/** The words of a title in a form common to old and new spelling: "HONOVR" is "honour". */
function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.map((word) => word.replace(/v/g, 'u').replace(/j/g, 'i').replace(/our$/, 'or'));
}
