/**
 * Finds the ends of sentences in a running text.
 *
 * Takes a text. Returns offsets. A sentence may end where a full stop, a question or exclamation
 * mark, with closing marks after it, comes before white space and a capital or a digit. Every step
 * reads each character a fixed number of times: a paragraph may be as long as a book.
 */

/**
 * Words with a full stop that does not end a sentence: titles, and parts of a reference or a date.
 * Initials are recognized by their form.
 */
const ABBREVIATIONS = new Set(
  `Mr. Mrs. Ms. Messrs. Dr. Jr. Sr. St. Lt. Col. Gen. Maj. Capt. Cmdr. Adm. Amb. Sen. Rep. Gov.
   Prof.
   Vol. vol. Vols. vols. No. no. Nos. nos. p. pp. ed. eds. ff. cf. vs. etc. Sec. Jan. Feb. Aug.
   Sept. Oct. Nov. Dec. Dept. Govt. Ft.
   Art. para. Ser.`.split(/\s+/),
);

const STOPS = '.!?…';
/** Marks that may be between a stop and the white space after it. */
const CLOSING = '”’"\')]';
/** Quotation marks and brackets, which may come before and after the words of a sentence. */
const MARKS = /[“”‘’"'()[\]]/g;

/** A piece of text up to a possible end of a sentence, white space included. */
interface SentencePiece {
  readonly end: number;
  /** The last word without its marks. */
  readonly lastWord: string;
}

/**
 * The offsets, in UTF-16 units, after each sentence and the white space after it; the last one is
 * the length of the text.
 */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const { end, lastWord } of piecesOf(text)) {
    if (end === text.length || endsSentence(lastWord, text.slice(end, end + 4))) ends.push(end);
  }
  return ends;
}

/** Together they are the text: words with a stop at their end, and the text between these. */
function* piecesOf(text: string): Generator<SentencePiece> {
  let begin = 0;
  let at = 0;
  let lastWord = '';
  for (const { 0: space, index } of text.matchAll(/[ \t\r\n]+/g)) {
    const word = text.slice(at, index);
    if (hasStop(word)) {
      if (at > begin) yield { end: at, lastWord };
      begin = index + space.length;
      yield { end: begin, lastWord: bare(word) };
      lastWord = '';
    } else lastWord = bare(word) || lastWord;
    at = index + space.length;
  }
  if (begin < text.length) yield { end: text.length, lastWord: '' };
}

function hasStop(word: string): boolean {
  let last = word.length - 1;
  while (last >= 0 && CLOSING.includes(word[last] as string)) last -= 1;
  return last >= 0 && STOPS.includes(word[last] as string);
}

function bare(word: string): string {
  return word.replace(MARKS, '');
}

function endsSentence(word: string, following: string): boolean {
  const [first = ''] = [...bare([...following].slice(0, 2).join(''))];
  if (word === '' || !STOPS.includes(word.at(-1) as string)) return false;
  const begins = first.toLowerCase() !== first || (first !== '' && '0123456789'.includes(first));
  return begins && !ABBREVIATIONS.has(word) && !isInitials(word);
}

/** Capitals with a stop after each: "J.", "U.S." */
function isInitials(word: string): boolean {
  const letters = [...word];
  const stops = letters.filter((letter) => letter === '.').length;
  return letters.length === 2 * stops && word.toLowerCase() !== word;
}
