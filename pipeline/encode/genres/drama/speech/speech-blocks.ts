/** The kinds of single blocks of a play: speech, verse, directions joined or separated. */
import { pattern } from '../../../../core/text.ts';
import { joinLines, type OutlineLine } from '../../../engine/outline/lines.ts';
import { divideBlock, type PassageMaker } from '../../../engine/outline/passage-maker.ts';
import { LONGEST_VERSE } from '../../../engine/outline/wrapping.ts';
import type { BlockGroup, TreePart } from '../../../engine/tree.ts';
import { leadingDirection, opensDirection } from '../directions/directions.ts';
import { isSpokenPreface } from '../front/front-reader.ts';
import type { DramaUnit, Spoken } from '../unit.ts';
import { lengthSpoken } from './speech-form.ts';

/** The type of an introduction by its heading: `prologue`, `epilogue`, `dedication`, `preface`. */
export function prefaceType(text: string): string {
  if (/^(?:the |der |le |el )?(?:epilog|nachspiel|épilogue|epílogo|schlu[ßs])/iu.test(text))
    return 'epilogue';
  if (isSpokenPreface(text)) return 'prologue';
  return /^(?:dedic|dédic|widmung|zueignung|zuschrift|(?:the )?epistle)/iu.test(text)
    ? 'dedication'
    : 'preface';
}

export function castList(
  head: readonly TreePart[],
  items: readonly TreePart[],
  make: PassageMaker,
): TreePart[] {
  // A list of characters contains only its items.
  const end = items.findIndex((part) => part.kind === 'passage' && part.passage.role === 'setting');
  const cast = end < 0 ? items : items.slice(0, end);
  const list: TreePart[] =
    cast.length > 0 ? [make.group('castList', [...head, ...cast])] : [...head];
  return [...list, ...(end < 0 ? [] : items.slice(end))];
}

export function isSpoken(speech: readonly TreePart[]): boolean {
  return speech.some((part) => part.kind === 'group' || (part.kind === 'passage' && isWords(part)));
}

function isWords(part: TreePart): boolean {
  return (
    part.kind === 'passage' && (part.passage.role === 'line' || part.passage.role === 'paragraph')
  );
}

/** A speech that continues with a further stanza has stanzas: its first lines become one. */
export function beginStanza(speech: TreePart[], make: PassageMaker): boolean {
  if (!isSpoken(speech)) return false;
  const first = speech.findIndex(isWords);
  if (first < 0) return true;
  const lines = speech.slice(first);
  if (
    !lines.every(
      (part) => part.kind === 'page' || (part.kind === 'passage' && part.passage.role === 'line'),
    )
  ) {
    return false;
  }
  const group: BlockGroup = make.group('lg', lines);
  speech.splice(first, lines.length, group);
  return true;
}

/** The lines of a song in a speech of paragraphs: short and successive. */
export function versesAmong(
  lines: readonly OutlineLine[],
  isStage: (line: OutlineLine) => boolean,
): ReadonlySet<OutlineLine> {
  const isShort = (line: OutlineLine | undefined) =>
    line !== undefined &&
    line.text !== '' &&
    !isStage(line) &&
    lengthSpoken(line.text) <= LONGEST_VERSE;
  const words = lines.filter(({ text }) => text !== '');
  return new Set(
    words.filter((line, at) => isShort(line) && (isShort(words[at - 1]) || isShort(words[at + 1]))),
  );
}

/** A direction that begins a line and continues on others is one; `spoken` lines do not count. */
export function joinDirections(
  lines: readonly OutlineLine[],
  spoken: ReadonlySet<OutlineLine>,
): OutlineLine[] {
  const joined: OutlineLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const opened = before && !spoken.has(before) && opensDirection(before.text);
    if (opened && /[)\]]/.test(line.text)) {
      joined[joined.length - 1] = { ...joinLines([before, line]), indent: before.indent };
    } else joined.push(line);
  }
  return joined;
}

/** A direction right after the speaker is separate. */
export function splitDirection(line: OutlineLine, behindSpeaker: boolean): OutlineLine[] {
  const length = behindSpeaker ? leadingDirection(line.text) : 0;
  if (length === 0 || length === line.text.length) return [line];
  return divideBlock(line, length).map((part) => ({ ...part, indent: line.indent }));
}

const SONG = pattern('iu')`
    ^(?:(?:the|a|an|la|le|el|das|ein) )?(?:\p{L}+ )?(?:song|chanson|couplets?|lied|gesang|arie|
    ariette|romance|canción|copla|seguidillas?|letrilla)[.:]?$
  `;

/** The stanzas without a speaker below the heading of a song; empty if it is a direction. */
export function songBelow(units: readonly DramaUnit[], at: number): Spoken[] {
  const heading = units[at];
  if (heading?.kind !== 'direction' || !SONG.test(heading.block.text)) return [];
  const stanzas: Spoken[] = [];
  for (const unit of units.slice(at + 1)) {
    if (unit.kind !== 'spoken' || unit.speaker || unit.form !== 'verse') break;
    stanzas.push(unit);
  }
  return stanzas;
}
