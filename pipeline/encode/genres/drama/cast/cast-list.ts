/**
 * The list of a play's characters: one item a line, with name and description; and the speaker of
 * each speech.
 */

import { pattern } from '../../../../core/text.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Span } from '../../../engine/model.ts';
import { partsOfBlocks } from '../../../engine/outline/blocks.ts';
import { type OutlineLine, pagesInBlock } from '../../../engine/outline/lines.ts';
import type { PassageMaker } from '../../../engine/outline/passage-maker.ts';
import type { TreePart } from '../../../engine/tree.ts';
import type { Language } from '../../../languages/model/language.ts';

/**
 * The end of the name and the beginning of the description: "HAMLET, Prince of Denmark"; "Faust
 * (ein Gelehrter)"; dots between.
 */
const DESCRIPTION = pattern('u')`
    ^(?<name>[^,;:(\t—–]{1,60}?)(?:\.{2,}|(?: \.){2,}|[,;:\t]| {2,}|\s(?=\()|
    \s?[—–])\s*(?<rest>\S.*)$
  `;

/**
 * Whether a line is the heading of a list of characters; plays in all languages may have it in
 * Latin.
 */
export function isCastHeading(text: string, language: Language): boolean {
  return language.castHeading.test(text) || /^dramatis person(?:ae|æ)(?!\p{L})/iu.test(text);
}

interface CastMember {
  readonly name: string;
  /** The places of the name and the description in the line, in UTF-16 units. */
  readonly spans: readonly Span[];
}

/** The name in a line of the list; several in one line ("Lords, Ladies, Officers") are one name. */
function castMember(text: string): CastMember {
  const match = DESCRIPTION.exec(text);
  const { name = '', rest = '' } = match?.groups ?? {};
  const several =
    rest.split(/,\s*/).length > 1 && !/\p{Lu}{2}/u.test(name) && rest.split(/,\s*/).every(isShort);
  if (!match || several) {
    const words = text.replace(/[\s.,;]+$/, '');
    return { name: words, spans: [span('role', 0, words.length)] };
  }
  const begin = text.length - rest.length;
  const end = text.replace(/[\s.,;]+$/, '').length;
  return {
    name: name.trim(),
    spans: [
      span('role', 0, name.trimEnd().length),
      ...(end > begin ? [span('roleDesc', begin, end)] : []),
    ],
  };
}

function isShort(words: string): boolean {
  return /^\p{Lu}\S*(?: \S+)?$/u.test(words);
}

function span(element: string, start: number, end: number): Span {
  return { start, end, element, attributes: {}, rank: 1 };
}

/** The names of a list in capitals, and the last words of names with several. */
export function castNames(lines: readonly OutlineLine[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of lines) {
    const name = castMember(text).name.toUpperCase();
    names.add(name);
    const last = name.split(' ').at(-1) ?? '';
    if (last.length > 2) names.add(last);
  }
  return names;
}

/**
 * A list of characters with bullets, in the lists of the source: one for each group with a heading
 * ("The Speakers.", "Mutes.").
 */
export function castLists(blocks: readonly MarkedBlock[], make: PassageMaker): TreePart[] {
  const parts: TreePart[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at] as MarkedBlock;
    const head = block.bullet === undefined && block.text !== '' ? [block] : [];
    let end = at + 1;
    while (end < blocks.length && (blocks[end]?.bullet !== undefined || blocks[end]?.text === ''))
      end++;
    const passages = head.map((line) => make.passage(line, 'listHead'));
    const [list, ...more] = partsOfBlocks(blocks.slice(at + head.length, end), make);
    const [first] = passages;
    parts.push(...(list?.kind === 'list' && first ? [{ ...list, head: first }] : []));
    if (list && (list.kind !== 'list' || !first)) parts.push(list);
    parts.push(...more);
    at = end;
  }
  return [{ kind: 'division', type: 'castList', inferred: true, parts }];
}

/** Matches a speaker's name to the items of the list. */
export class Cast {
  /** Names in capitals with the items' ids. */
  readonly #members: { readonly words: readonly string[]; readonly id: string }[] = [];

  /** The parts of the list below its heading. */
  parts(lines: readonly OutlineLine[], make: PassageMaker, language: Language): TreePart[] {
    return lines.flatMap((line): TreePart[] => {
      if (line.text === '') return pagesInBlock(line);
      if (language.setting.test(line.text)) {
        return [{ kind: 'passage', passage: make.passage(line, 'setting') }];
      }
      const { name, spans } = castMember(line.text);
      const passage = make.passage(line, 'castItem', { marks: spans });
      this.#members.push({ words: wordsOf(name), id: passage.id });
      return [{ kind: 'passage', passage }];
    });
  }

  /**
   * The id of the only member that a name fits: all of its words, or their beginnings, are in the
   * member's name.
   */
  idOf(name: string): string | undefined {
    const words = wordsOf(name);
    if (words.length === 0) return undefined;
    const exact = this.#members.filter((member) => member.words.join(' ') === words.join(' '));
    if (exact.length === 1) return exact[0]?.id;
    for (const fits of [
      (a: string, b: string) => a === b,
      (a: string, b: string) => a.startsWith(b) && b.length > 1,
    ]) {
      const found = this.#members.filter(({ words: own }) =>
        words.every((word) => own.some((one) => fits(one, word))),
      );
      if (found.length === 1) return found[0]?.id;
      if (found.length > 1) return undefined;
    }
    return undefined;
  }
}

function wordsOf(name: string): string[] {
  return name.toUpperCase().match(/[\p{L}\p{M}\d'’]+/gu) ?? [];
}
