/** Finds the end of the list of a play's characters. */
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { OutlineLine } from '../../../engine/outline/lines.ts';
import { LONGEST_VERSE } from '../../../engine/outline/wrapping.ts';
import type { Language } from '../../../languages/model/language.ts';
import { readHeading } from '../../common/headings.ts';
import { isDirection, isSoundCue } from '../directions/directions.ts';
import type { Speakers } from './speakers.ts';

/** A play's blocks with their lines, and the block with the heading of the list. */
interface CastPlace {
  readonly blocks: readonly MarkedBlock[];
  readonly lines: readonly (readonly OutlineLine[])[];
  readonly from: number;
}

/**
 * The block after the list: a heading or direction, a speech, or a block that begins with a name
 * that has already begun one.
 */
export function castEnd(
  { blocks, lines: all, from }: CastPlace,
  speakers: Speakers,
  language: Language,
): number {
  if (blocks[from + 1]?.bullet !== undefined) return bulletsEnd(blocks, from + 1);
  const seen = new Set<string>();
  for (let at = from; at < blocks.length; at++) {
    const lines = (all[at] ?? []).filter(({ text }) => text !== '');
    const [first] = lines;
    if (!first) continue;
    if (at > from) {
      if (readHeading(first.text, language) || isDirection(blocks[at]?.text ?? '')) return at;
      if (isSoundCue(first.text) || isSpeechBelow(all, at, speakers)) return at;
      if (isScenery(all, at) && !language.setting.test(first.text)) return at;
    }
    for (const line of at === from ? lines.slice(1) : lines) {
      const name = speakers.at(line.text)?.name;
      if (name === undefined) continue;
      if (seen.has(name)) return at;
      seen.add(name);
    }
  }
  // Its end is not marked: it is the block below the heading.
  return Math.min(from + ((all[from]?.length ?? 0) > 1 ? 1 : 2), blocks.length);
}

/** Below items without empty lines between them, a name with its words is a speech. */
function isSpeechBelow(
  all: readonly (readonly OutlineLine[])[],
  at: number,
  speakers: Speakers,
): boolean {
  if ((all[at - 1]?.length ?? 0) < 3) return false;
  const text = all[at]?.[0]?.text ?? '';
  const start = speakers.at(text);
  return start !== undefined && !start.alone && /[.!?…]["”»)]?$/.test(text);
}

/** "Un salon. — Porte au fond.": sentences below such items. */
function isScenery(all: readonly (readonly OutlineLine[])[], at: number): boolean {
  const text = all[at]?.length === 1 ? (all[at]?.[0]?.text ?? '') : '';
  return (all[at - 1]?.length ?? 0) > 1 && /\p{Ll}{2}[.] (?:[—–-] )?\p{Lu}.*[.]$/u.test(text);
}

/**
 * The end of items with bullets; a short line between two of them is the heading of those below it.
 */
function bulletsEnd(blocks: readonly MarkedBlock[], from: number): number {
  const isItem = (at: number) => blocks[at]?.bullet !== undefined;
  let at = from;
  while (isItem(at) || (isItem(at + 1) && (blocks[at]?.text.length ?? 0) < LONGEST_VERSE)) at++;
  return at;
}
