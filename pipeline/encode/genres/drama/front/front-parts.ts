/**
 * The parts before a play: a division for the title page, one for a dedication, the paragraphs of
 * prefaces.
 */
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Passage } from '../../../engine/model.ts';
import type { DivisionEnd, RankedHeading } from '../../../engine/outline/divisions.ts';
import { outlineLines } from '../../../engine/outline/lines.ts';
import type { PassageMaker } from '../../../engine/outline/passage-maker.ts';
import { isVerse } from '../../../engine/outline/wrapping.ts';
import type { Division, TreePart } from '../../../engine/tree.ts';
import type { Language } from '../../../languages/model/language.ts';
import { isPlaceAndYear } from '../../literature/imprint.ts';
import { lineGroup } from '../../literature/verse-lines.ts';
import { HALF_TITLE_RANK, type PlayFrontKind } from './front-reader.ts';

export class FrontParts {
  readonly #make: PassageMaker;
  readonly #language: Language;
  #titlePage: TreePart[] = [];
  /** A preface is open; the play must not become part of it. */
  #preface = false;

  constructor(make: PassageMaker, language: Language) {
    this.#make = make;
    this.#language = language;
  }

  part(block: MarkedBlock, as: PlayFrontKind): (TreePart | DivisionEnd)[] {
    if (as === 'titlePage') {
      this.#titlePage.push(this.#titleLine(block));
      return [];
    }
    const before = this.#closeTitlePage();
    if (as === 'dedication') {
      return [...before, division('dedication', [this.#paragraph(block)])];
    }
    this.#preface = true;
    if (as === 'paragraph') return [...before, this.#paragraph(block)];
    const signed: TreePart = { kind: 'passage', passage: this.#make.passage(block, 'signed') };
    return [...before, this.#make.group('closer', [signed])];
  }

  /** Closes open parts: something other than front matter follows. */
  end(): (TreePart | DivisionEnd)[] {
    const parts = this.#closeTitlePage();
    const ends: DivisionEnd[] = this.#preface ? [{ kind: 'end', rank: 0 }] : [];
    this.#preface = false;
    return [...parts, ...ends];
  }

  #closeTitlePage(): TreePart[] {
    const lines = this.#titlePage;
    this.#titlePage = [];
    const [first, ...more] = lines;
    if (!first) return [];
    const last = more.at(-1);
    // "M. DC. XC.", "Paris, 1661": the date below the title.
    if (last?.kind === 'passage' && isPlaceAndYear(last.passage.text)) {
      const passage: Passage = { ...last.passage, role: 'dateline' };
      lines.splice(-1, 1, this.#make.group('closer', [{ kind: 'passage', passage }]));
    }
    // An author's name alone needs no division.
    const byline = first.kind === 'passage' && first.passage.role === 'byline';
    return byline && more.length === 0 ? [first] : [division('titlePage', lines)];
  }

  #titleLine(block: MarkedBlock): TreePart {
    // A `byline` is only at the beginning of a division.
    const byline = this.#titlePage.length === 0 && this.#language.authorLine.test(block.text);
    if (byline) return { kind: 'passage', passage: this.#make.passage(block, 'byline') };
    return this.#paragraph(block);
  }

  #paragraph(block: MarkedBlock): TreePart {
    const lines = outlineLines(block);
    const verses = isVerse(lines, undefined) && /^[—–"“«„‘]|,$/.test(lines[0]?.text ?? '');
    if (verses) return lineGroup(lines, this.#make);
    return { kind: 'passage', passage: this.#make.passage(block, 'paragraph') };
  }
}

function division(type: string | undefined, parts: readonly TreePart[]): Division {
  return { kind: 'division', ...(type === undefined ? {} : { type, inferred: true }), parts };
}

/** The title repeated right above the first act becomes a heading of that act. */
export function withHalfTitle(
  flat: readonly (TreePart | RankedHeading | DivisionEnd)[],
): (TreePart | RankedHeading | DivisionEnd)[] {
  const parts = [...flat];
  const at = parts.findIndex((part) => part.kind === 'heading' && part.rank === HALF_TITLE_RANK);
  const below = parts.findIndex(({ kind }, index) => index > at && kind !== 'page');
  const [title, act] = [parts[at], parts[below]];
  if (title?.kind !== 'heading' || act?.kind !== 'heading' || act.type !== 'act') return parts;
  parts[at] = { ...act, head: title.head };
  parts[below] = { kind: 'passage', passage: act.head };
  return parts;
}

/** After a division, everything that follows on the same level is in divisions too. */
export function wrapLoose(parts: readonly TreePart[]): TreePart[] {
  const first = parts.findIndex(({ kind }) => kind === 'division');
  if (first < 0) return [...parts];
  const wrapped: TreePart[] = parts.slice(0, first);
  let run: TreePart[] = [];
  const close = () => {
    if (run.some(({ kind }) => kind !== 'page')) wrapped.push(division(typeOf(run), run));
    else wrapped.push(...run);
    run = [];
  };
  for (const part of parts.slice(first)) {
    // The list of characters, with place and time below it, is a division of its own.
    if (typeOf(run) === 'castList' && !isOfCast(part)) close();
    const trailer = part.kind === 'passage' && part.passage.role === 'trailer';
    if (part.kind === 'division' || trailer) {
      close();
      wrapped.push(part);
    } else run.push(part);
  }
  close();
  return wrapped;
}

function isOfCast(part: TreePart): boolean {
  return part.kind === 'page' || (part.kind === 'passage' && part.passage.role === 'setting');
}

function typeOf(parts: readonly TreePart[]): string | undefined {
  const cast = parts.some((part) => part.kind === 'group' && part.name === 'castList');
  const spoken = parts.some((part) => part.kind === 'group' && part.name === 'sp');
  return cast && !spoken ? 'castList' : undefined;
}
