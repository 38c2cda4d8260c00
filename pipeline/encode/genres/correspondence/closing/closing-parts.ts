/** The parts of a closing as elements: formula, signatures, postscripts, address. */
import { pattern } from '../../../../core/text.ts';
import type { MarkedBlock } from '../../../engine/blocks.ts';
import type { Passage } from '../../../engine/model.ts';
import {
  joinLines,
  type OutlineLine,
  outlineLines,
  pagesInBlock,
} from '../../../engine/outline/lines.ts';
import type { TreePart } from '../../../engine/tree.ts';
import { addressPart, datelinePassage } from '../front/front.ts';
import { isAddressBlock, isEnvelope } from '../lines/formulas.ts';
import { isOffice } from '../lines/kinds.ts';
import { isSendersName, type LetterScope } from '../lines/scope.ts';
import { isSigned } from '../lines/signed.ts';
import { isPlain, lined } from '../lines/text.ts';
import type { Closing, ClosingPiece } from './closing-model.ts';

/** An editor's words after a letter: "H: Berlin JP. 4 S. 8°", "Original: AN, F 7". */
const APPARATUS = pattern('u')`
    ^\[?(?:\p{Lu}\p{Ll}?\d?|Hs\.?|Ms\.?|Druck|Quelle|Überlieferung|Textgrundlage|Original|Orig\.|
    Manuscrit|Source|Copie|Fuente|Copy|[EI]ndorsed)\s?:\]? \p{Lu}
  `;

export function writeClosing(
  pieces: readonly ClosingPiece[],
  scope: LetterScope,
  hasDateline: boolean,
): Omit<Closing, 'body'> {
  const { make } = scope;
  const closer: TreePart[] = [];
  const after: TreePart[] = [];
  let dateline: Passage | undefined;
  let signature: string | undefined;
  const end = pieces.findIndex(({ kind }) => kind === 'text' || kind === 'postscript');
  const own = end < 0 ? pieces : pieces.slice(0, end);
  for (const { kind, block } of own) {
    if (kind === 'page') closer.push(...pagesInBlock(block));
    else if (kind === 'formula')
      closer.push({ kind: 'passage', passage: make.passage(block, 'closing') });
    else if (kind === 'office')
      closer.push({ kind: 'passage', passage: make.passage(block, 'office') });
    else if (kind === 'seal')
      closer.push({ kind: 'passage', passage: make.passage(block, 'marking') });
    else if (kind === 'address') closer.push(addressPart(block, scope));
    else if (kind === 'dateline') {
      const passage = datelinePassage(block, scope, !hasDateline && dateline === undefined);
      dateline ??= passage;
      closer.push({ kind: 'passage', passage });
    } else {
      signature ??= lined(block);
      closer.push(...signatures(block, scope));
    }
  }
  const behind = end < 0 ? [] : pieces.slice(end);
  const edited = behind.findIndex(({ block }) => APPARATUS.test(block.text));
  // Postmarks and clerks' notes are no postscripts.
  const unmarked = behind.findIndex(({ kind, block }) => kind === 'text' && !isSentence(block));
  const cut = Math.min(...[edited, unmarked, behind.length].filter((at) => at >= 0));
  const rest = behind.slice(0, cut);
  const apparatus = behind.slice(cut).map(({ block }) => block);
  const postscript = rest.length > 0 && (rest[0]?.kind === 'postscript' || scope.personal);
  if (postscript)
    after.push(
      ...postscripts(
        rest.map(({ block }) => block),
        scope,
      ),
    );
  return {
    parts: [...(closer.length > 0 ? [make.group('closer', closer)] : []), ...after],
    rest: [...(postscript ? [] : rest.map(({ block }) => block)), ...apparatus],
    ...(dateline ? { dateline } : {}),
    ...(signature === undefined ? {} : { signature }),
  };
}

/** Words that make a sentence: a postmark or a clerk's note has fewer. */
const FEWEST_WORDS = 4;

/** A possible postscript that is not marked as one. */
function isSentence({ text }: MarkedBlock): boolean {
  return text === '' || (text.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu) ?? []).length >= FEWEST_WORDS;
}

/** "his⏎Josiah X Grove⏎mark" in one line. */
function joinMarks(lines: readonly OutlineLine[]): MarkedBlock[] {
  const joined: MarkedBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const three = lines.slice(at, at + 3);
    const marked = /^(?:his|her)$/iu.test(three[0]?.text ?? '') && three[2]?.text === 'mark';
    joined.push(marked ? joinLines(three) : (lines[at] as MarkedBlock));
    if (marked) at += 2;
  }
  return joined;
}

/** One `signed`, or one for each of several people who sign line under line. */
function signatures(block: MarkedBlock, scope: LetterScope): TreePart[] {
  const { make, language } = scope;
  const lines = joinMarks(outlineLines(block).filter(({ text }) => text !== ''));
  const several =
    lines.length > 1 &&
    lines.every(
      ({ text }) =>
        /\p{L}\S* +\S*\p{L}/u.test(text) && !/,$/.test(text) && !isOffice(text) && !/\d/.test(text),
    ) &&
    lines.every((line) => isSigned(lined(line), language)) &&
    // Below the sender's own name his house or place may stand.
    !isSendersName(lines[0]?.text.split(' ').at(-1) ?? '', scope);
  if (several)
    return lines.map((line) => ({ kind: 'passage', passage: make.first(line, 'signed') }));
  return [{ kind: 'passage', passage: make.first(block, 'signed') }];
}

/**
 * A postscript for each "P.S."; everything after one belongs to it, including a signature under it.
 */
function postscripts(blocks: readonly MarkedBlock[], scope: LetterScope): TreePart[] {
  const { make, language } = scope;
  const groups: TreePart[][] = [];
  const addresses: TreePart[] = [];
  let paragraphs = 0;
  const addressFrom = trailingAddress(blocks, scope);
  for (const [at, block] of blocks.entries()) {
    if (block.text === '') {
      (groups.at(-1) ?? groups[groups.push([]) - 1])?.push(...pagesInBlock(block));
      continue;
    }
    // The address on the back of the sheet closes the letter again.
    if (groups.length > 0 && at >= addressFrom) {
      addresses.push(addressPart(block, scope));
      continue;
    }
    if (groups.length === 0 || (language.postscript.test(block.text) && paragraphs > 0)) {
      groups.push([]);
      paragraphs = 0;
    }
    const signs =
      paragraphs > 0 &&
      isPlain(block) &&
      block.text.length <= 40 &&
      isSigned(lined(block), language);
    groups.at(-1)?.push({
      kind: 'passage',
      passage: signs ? make.first(block, 'signed') : make.passage(block, 'postscript'),
    });
    paragraphs++;
  }
  return [
    ...groups.map((parts) => make.group('postscript', parts)),
    ...(addresses.length > 0 ? [make.group('closer', addresses)] : []),
  ];
}

/** The beginning of the addresses at the end. A single line is not evidence. */
export function trailingAddress(blocks: readonly MarkedBlock[], { language }: LetterScope): number {
  const last = blocks.findLastIndex(
    (block) =>
      block.text !== '' &&
      !(
        isPlain(block) &&
        lined(block).includes('\n') &&
        (isAddressBlock(lined(block), language) || isEnvelope(lined(block)))
      ),
  );
  return last + 1;
}
