/**
 * Merges a document that an editor has corrected with the present encoding.
 *
 * Takes the earlier encoding (the base), the edited document, the fresh encoding. Returns the
 * document with both: the editor's changes stay, the encoder's improvements are added. If both
 * changed the same place differently, that is a conflict, and no document is returned. A merge that
 * would lose a word, repeat an identifier or not be well-formed is a conflict too.
 */

import { bringUpToDate, withComputedOf } from '../../../computed/update.ts';
import type { WrittenFacts } from '../../../computed/written-copies.ts';
import { InputError } from '../../../core/finding.ts';
import { positionAt, type TextPosition } from '../../../xml/decode.ts';
import { readXml } from '../../../xml/read.ts';
import { withSharedEntries } from './entries.ts';
import { type MergePiece, type TokenStretch, threeWay } from './three-way.ts';
import { type MergeToken, mergeTokens, withoutCertainty } from './tokens.ts';
import { comparedWords, wordsArePreserved } from './words.ts';

/** A place where editor and encoder disagree; the place is one in the edited document. */
export interface MergeConflict extends TextPosition {
  readonly before: string;
  readonly editor: string;
  readonly encoder: string;
  /** Says what is wrong if it is not simply two versions of one place. */
  readonly reason?: string;
}

/** The version that is used where the two disagree; without it they are a conflict. */
export type Preference = 'editor' | 'encoder';

type Merged =
  | { readonly tei: string; readonly written: WrittenFacts }
  | { readonly conflicts: readonly MergeConflict[] };

/**
 * `corrected`: the editor's document; `present`: the fresh encoding; `path`: the document's name in
 * messages. All three are well-formed. Counts and copied facts of
 * the header are merged with the editor's values, and then updated in the result; `written`: the
 * values that the program had put into copied facts of the edited document.
 */
export function merge(
  base: string,
  corrected: string,
  present: string,
  path: string,
  {
    preference,
    written: copied,
  }: { readonly preference?: Preference | undefined; readonly written?: WrittenFacts } = {},
): Merged {
  const versions = { edited: corrected, fresh: present };
  const { edited, fresh } = withSharedEntries(base, versions, path);
  const [before, ours, theirs] = [base, edited, withComputedOf(base, fresh, path)].map(
    mergeTokens,
  ) as [MergeToken[], MergeToken[], MergeToken[]];
  const pieces = threeWay(keys(before), keys(ours), keys(theirs));
  const conflicts: MergeConflict[] = [];
  let merged = '';
  for (const piece of pieces) {
    const chosen =
      piece.from === 'both' ? settled(piece, before, ours, theirs, preference) : piece.from;
    if (piece.from !== 'both')
      merged += tokensText(piece.from === 'ours' ? ours : theirs, piece.stretch);
    else if (chosen === undefined) conflicts.push(conflictOf(piece, before, ours, theirs));
    else
      merged += chosen === 'ours' ? tokensText(ours, piece.ours) : tokensText(theirs, piece.theirs);
  }
  if (conflicts.length > 0) return { conflicts };
  const error = errorOf(merged, path) ?? lost(base, edited, fresh, merged, path, preference);
  if (error !== undefined) return { conflicts: [error] };
  const { tei, written } = bringUpToDate(lineEndsOf(edited, merged), path, base, copied);
  return { tei, written };
}

function keys(tokens: readonly MergeToken[]): string[] {
  return tokens.map(({ key }) => key);
}

function tokensText(tokens: readonly MergeToken[], { start, end }: TokenStretch): string {
  return tokens
    .slice(start, end)
    .map(({ text }) => text)
    .join('');
}

/**
 * Which version applies if both changed a place. The encoder's certainty yields: an editor who
 * removes it has confirmed the mark, one who corrects the mark has decided.
 */
function settled(
  { base, ours, theirs }: MergePiece & { from: 'both' },
  before: readonly MergeToken[],
  mine: readonly MergeToken[],
  other: readonly MergeToken[],
  preference: Preference | undefined,
): 'ours' | 'theirs' | undefined {
  const marks = (tokens: readonly MergeToken[], { start, end }: TokenStretch) =>
    tokens
      .slice(start, end)
      .map(({ key }) => withoutCertainty(key))
      .join('');
  const encoder = marks(other, theirs);
  if (encoder === marks(mine, ours) || encoder === marks(before, base)) return 'ours';
  if (preference === undefined) return undefined;
  return preference === 'editor' ? 'ours' : 'theirs';
}

function conflictOf(
  piece: MergePiece & { from: 'both' },
  before: readonly MergeToken[],
  ours: readonly MergeToken[],
  theirs: readonly MergeToken[],
): MergeConflict {
  const upTo = tokensText(ours, { start: 0, end: piece.ours.start });
  const lead = /^\s*/.exec(ours[piece.ours.start]?.text ?? '')?.[0] ?? '';
  return {
    ...positionAt(`${upTo}${lead}`, upTo.length + lead.length),
    before: tokensText(before, piece.base).trim(),
    editor: tokensText(ours, piece.ours).trim(),
    encoder: tokensText(theirs, piece.theirs).trim(),
  };
}

/**
 * Errors that a merge of well-formed files can cause: overlapping elements, an identifier given
 * twice, a pointer to nothing.
 */
function errorOf(tei: string, path: string): MergeConflict | undefined {
  const ids = new Set<string>();
  let twice: (TextPosition & { id: string }) | undefined;
  try {
    readXml(
      { path, content: tei },
      {
        open({ attributes, line, column }) {
          const id = attributes.find(({ name }) => name === 'xml:id')?.value;
          if (id === undefined) return;
          if (ids.has(id)) twice ??= { line, column, id };
          ids.add(id);
        },
      },
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { line = 1, column = 1, message } = error.findings[0] ?? { message: '' };
    return whole(line, column, `the editor’s tags and the encoder’s would cross (${message})`);
  }
  if (!twice) return undefined;
  return whole(
    twice.line,
    twice.column,
    `both have given the identifier “${twice.id}”; remove the editor’s element or give it another`,
  );
}

/** With a preference, words of the other side may be dropped; without one, no words may be. */
function lost(
  base: string,
  edited: string,
  fresh: string,
  merged: string,
  path: string,
  preference: Preference | undefined,
): MergeConflict | undefined {
  if (preference !== undefined) return undefined;
  const [before, ours, theirs, made] = [base, edited, fresh, merged].map((tei) =>
    comparedWords(tei, path),
  ) as [string[], string[], string[], string[]];
  if (wordsArePreserved(before, ours, theirs, made)) return undefined;
  return whole(
    1,
    1,
    'the words of the merged document would be neither the editor’s nor the encoder’s',
  );
}

function whole(line: number, column: number, reason: string): MergeConflict {
  return { line, column, before: '', editor: '', encoder: '', reason };
}

/** Line ends as in the editor's file. */
function lineEndsOf(edited: string, tei: string): string {
  const plain = tei.replace(/\r\n/g, '\n');
  return edited.includes('\r\n') ? plain.replace(/\n/g, '\r\n') : plain;
}
