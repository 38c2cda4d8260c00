/**
 * Texts damaged at random, reproducible by their seed.
 *
 * Takes a text and random numbers. Returns the text with some places changed: characters and lines
 * removed, doubled, moved, and inserted from a list of difficult pieces for texts of this kind.
 */

type Random = () => number;

/** Insertions for reading texts. */
export const STUMBLING_TEXT: readonly string[] = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '  ',
  '\u00a0',
  '[Page 12]',
  '[Page 12',
  '[Page ]',
  '1',
  '2',
  '99',
  '.1 ',
  '\n  1. ',
  '\n  2. Source: ',
  '\n     ',
  '  • ',
  '•',
  '“',
  '”',
  '(',
  ')',
  '[sic]',
  '[Barrientos]',
  '[1 line not declassified]',
  'é',
  'e\u0301',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u2028',
  '💥',
  '👩‍🔬',
  '&amp;',
  '<p>',
  ']]>',
  'May 31',
  'February 30, 1964',
  '1964–1863',
  'Paz',
  'McGeorge Bundy',
  '-1',
  '0',
  '9'.repeat(40),
  'a'.repeat(300),
];

/** Insertions for TEI. */
export const STUMBLING_TEI: readonly string[] = [
  '<p>',
  '</p>',
  '<hi rend="x">',
  '</hi>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x ?>',
  '&',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '&#x41;',
  '<',
  '>',
  '"',
  "'",
  ' xml:id="d149-p1"',
  ' ref="#p_paz #p_read"',
  ' xmlns="urn:x"',
  '\u0000',
  '\uffff',
  '\r\n',
  '\ufeff',
  '<pb n="1"/>',
  '<note n="9" place="foot">x</note>',
  '💥',
  '=',
  '/',
];

export function mutated(
  text: string,
  random: Random,
  stumbling: readonly string[],
  most: number,
): string {
  let changed = text;
  const below = (limit: number): number => Math.floor(random() * limit);
  const times = 1 + below(most);
  for (let time = 0; time < times; time++) {
    const at = below(changed.length + 1);
    const length = 1 + below(random() < 0.8 ? 4 : 200);
    const piece = changed.slice(at, at + length);
    const rest = changed.slice(at + length);
    const before = changed.slice(0, at);
    switch (below(6)) {
      case 0:
        changed = before + rest;
        break;
      case 1:
        changed = before + piece + piece + rest;
        break;
      case 2: {
        const to = below(rest.length + 1);
        changed = before + rest.slice(0, to) + piece + rest.slice(to);
        break;
      }
      case 3:
        changed = before + [...piece].reverse().join('') + rest;
        break;
      default:
        changed = before + (stumbling[below(stumbling.length)] ?? '') + changed.slice(at);
    }
  }
  return changed;
}

/**
 * Some of the blocks of a reading text with those notes that have an anchor in them, renumbered: a
 * short text that the encoder accepts, so that the damage reaches the code after the reader.
 */
export function someParagraphs(text: string, random: Random): string {
  const end = text.search(NOTE);
  const notes = text.slice(end).split(/(?=\n +\d+\. )/);
  const blocks = text.slice(0, end).split(/(?=\n\n)/);
  const chosen = blocks.filter(
    (_block, at) => at === 0 || at === blocks.length - 1 || random() < 0.3,
  );
  let short = chosen.join('');
  const left: string[] = [];
  for (const note of notes) {
    const [, space = '', n = ''] = NOTE.exec(note) ?? [];
    const anchor = new RegExp(`(?<=[\\p{L}.)”’] ?)${n}(?=\\s|$)`, 'u');
    if (!anchor.test(short)) continue;
    left.push(note.replace(NOTE, () => `\n${space}${left.length + 1}. `));
    short = short.replace(anchor, String(left.length));
  }
  return short + left.join('');
}

/** The beginning of a note: the memo's notes are at its end, each on a line of its own. */
const NOTE = /\n( +)(\d+)\. /;

/**
 * Some of the blocks of a reading text, in order, with its title and its notes: short texts are
 * fast, and find errors as well.
 */
export function someBlocks(text: string, random: Random): string {
  const blocks = text.split(/(?=\n\n)/);
  return blocks
    .filter((_block, at) => at === 0 || at === blocks.length - 1 || random() < 0.3)
    .join('');
}
