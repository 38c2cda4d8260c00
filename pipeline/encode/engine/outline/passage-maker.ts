/**
 * Makes passages from blocks and gives them their ids.
 *
 * Ids are counted within the document, in its order: `d149-p3` is its third paragraph. One maker
 * serves one document.
 */
import type { MarkedBlock } from '../blocks.ts';
import type { Passage, PassageRole, Point } from '../model.ts';
import { ROLES } from '../roles.ts';
import { type BlockGroup, GROUPS, type GroupName, type TreePart } from '../tree.ts';

export class PassageMaker {
  readonly #document: string;
  readonly #counts = new Map<string, number>();

  /** `document`: the document's id. */
  constructor(document: string) {
    this.#document = document;
  }

  /** A passage with the next id of its role. */
  passage(
    block: Pick<MarkedBlock, 'text' | 'points' | 'line'>,
    role: PassageRole,
    more: Partial<Passage> = {},
  ): Passage {
    const { text, points, line } = block;
    return { id: this.nextId(ROLES[role].letter ?? role), role, text, points, line, ...more };
  }

  /** A passage with a role that occurs once in a document: its id has no number (`d149-head`). */
  single(block: Pick<MarkedBlock, 'text' | 'points' | 'line'>, role: PassageRole): Passage {
    const { text, points, line } = block;
    return { id: `${this.#document}-${ROLES[role].letter ?? role}`, role, text, points, line };
  }

  /**
   * A passage of a role that usually occurs once: the first has no number (`d149-signed`), later
   * ones have (`d149-signed2`).
   */
  first(
    block: Pick<MarkedBlock, 'text' | 'points' | 'line'>,
    role: PassageRole,
    more: Partial<Passage> = {},
  ): Passage {
    const { text, points, line } = block;
    const letter = ROLES[role].letter ?? role;
    const id = this.nextId(letter);
    return {
      id: id.endsWith(`-${letter}1`) ? id.slice(0, -1) : id,
      role,
      text,
      points,
      line,
      ...more,
    };
  }

  group(name: GroupName, parts: readonly TreePart[], type?: string): BlockGroup {
    const spec: { readonly letter?: string } = GROUPS[name];
    return {
      kind: 'group',
      name,
      ...(spec.letter === undefined ? {} : { id: this.nextId(spec.letter) }),
      ...(type === undefined ? {} : { type }),
      parts,
    };
  }

  nextId(letter: string): string {
    const count = (this.#counts.get(letter) ?? 0) + 1;
    this.#counts.set(letter, count);
    return `${this.#document}-${letter}${count}`;
  }

  /** The cells of a table's row, each with its points. */
  cells(block: MarkedBlock): Passage[] {
    let begin = 0;
    return block.text.split('\t').map((text) => {
      const cell = slice(block, begin, begin + text.length);
      begin += text.length + 1;
      return this.passage(cell, 'cell');
    });
  }
}

/**
 * A block divided in two, without white space at the cut; a point at the cut stays with the first
 * part.
 */
export function divideBlock(block: MarkedBlock, at: number): [MarkedBlock, MarkedBlock] {
  const { line } = block;
  const rest = block.text.slice(at);
  const begin = at + rest.length - rest.trimStart().length;
  const first = block.text.slice(0, at).trimEnd();
  return [
    { text: first, line, points: moved(block.points, first.length, 0, at) },
    {
      text: block.text.slice(begin),
      line,
      points: moved(block.points, block.text.length - begin, begin, Infinity, at),
    },
  ];
}

/** The points after `after` up to `to`, in a text that begins at `begin` and is `length` long. */
function moved(
  points: readonly Point[],
  length: number,
  begin: number,
  to: number,
  after = -1,
): Point[] {
  return points
    .filter(({ offset }) => offset > after && offset <= to)
    .map((point) => ({ ...point, offset: Math.min(Math.max(0, point.offset - begin), length) }));
}

/** A part of a block with the points in it; both ends included for points. */
function slice(block: MarkedBlock, start: number, end: number): MarkedBlock {
  const points = block.points
    .filter(({ offset }) => offset >= start && offset <= end)
    .map((point): Point => ({ ...point, offset: point.offset - start }));
  const { line, bullet } = block;
  return {
    text: block.text.slice(start, end),
    points,
    line,
    ...(bullet === undefined ? {} : { bullet }),
  };
}
