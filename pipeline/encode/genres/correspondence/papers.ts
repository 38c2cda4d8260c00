/**
 * Several texts in a letter or paper of an office without headings of enclosures: a letter, and
 * below its signature the report that it sends; telegrams one below the other.
 *
 * Takes the blocks after the title. Returns those of each text. A text ends with a signature in
 * capitals below a closing formula; without a formula, in a paper or an
 * enclosure, the name needs an initial.
 */
import type { MarkedBlock } from '../../engine/blocks.ts';
import { isSeal } from './closing/closing-kinds.ts';
import { isOfficeLine, isOnBehalf } from './closing/signature-lines.ts';
import { isClosing } from './lines/formulas.ts';
import type { LetterScope } from './lines/scope.ts';
import { isCapitalName, isSignedLabel } from './lines/signed.ts';
import { isPlain, isRunningText, lined } from './lines/text.ts';
import type { Letters } from './several.ts';

/** A name of two words in capitals, one of which may be an initial; "HEADQUARTERS." is none. */
const INITIAL = /(?<!\p{L})\p{Lu}\. ?(?=.*\p{Lu}{3})/u;

export function splitPaper(blocks: readonly MarkedBlock[], scope: LetterScope): Letters {
  const begins = [0];
  for (let at = 0; at < blocks.length; at++) {
    if (!endsText(blocks, at, scope)) continue;
    let end = at + 1;
    while (goesOnSigning(blocks, end)) end++;
    const below = blocks.slice(end);
    const next = below.find(({ text }) => text !== '');
    if (next === undefined || scope.language.postscript.test(next.text)) continue;
    if (below.some(({ text }) => isRunningText(text))) begins.push(end);
  }
  const [own = [], ...more] = begins.map((begin, index) => blocks.slice(begin, begins[index + 1]));
  return {
    first: { blocks: own, scope },
    more: more.map((part) => ({ blocks: part, scope: { ...scope, added: true } })),
  };
}

/** A signature below the text that begins at `from`. */
function endsText(
  blocks: readonly MarkedBlock[],
  at: number,
  { language, personal, added }: LetterScope,
): boolean {
  const block = blocks[at];
  if (!isPlain(block) || !isSignedInCapitals(lined(block))) return false;
  const above = blocks.slice(0, at).findLast(({ text }) => text !== '');
  if (!isPlain(above)) return false;
  if (isClosing(lined(above), language) || isSignedLabel(lined(above), language)) return true;
  if (isOnBehalf(above.text)) return true;
  return (
    (!personal || added === true) &&
    INITIAL.test(lined(block)) &&
    (isRunningText(above.text) || isSeal(above.text))
  );
}

/** "ROBERT LINCOLN,⏎Secretary of War." */
function isSignedInCapitals(text: string): boolean {
  const [name = '', ...offices] = text.split('\n');
  return (
    offices.length <= 2 &&
    (offices.length > 0 ? /,$/ : /\.$/).test(name) &&
    /\p{Lu}{3}/u.test(name) &&
    isCapitalName(name)
  );
}

function goesOnSigning(blocks: readonly MarkedBlock[], at: number): boolean {
  const block = blocks[at];
  return isPlain(block) && (isOfficeLine(lined(block)) || isSignedInCapitals(lined(block)));
}
