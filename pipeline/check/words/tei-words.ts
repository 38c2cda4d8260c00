/**
 * The words of a TEI document in its present state, and those among them that its source must have.
 *
 * Takes the text of a well-formed file. Returns the words of `TEI/text` with their places.
 * Additions and decisions of editors are marked in the TEI (Guidelines, chapters 3.5 and 12): of a
 * `choice` the source's reading counts; words in `supplied`, `corr`, a note of editorial type and
 * the like may be in the source or not.
 */
import { wordList } from '../../core/text.ts';
import { BREAKS, EDITOR_READINGS, SOURCE_READINGS } from '../../model/tei-elements.ts';
import { PREDEFINED_ENTITIES } from '../../xml/escape.ts';
import { Lines } from '../../xml/lines.ts';
import { readXml, type XmlElement } from '../../xml/read.ts';
import { EMPTY, Stream, wordsOfStream } from './stream.ts';
import type { TeiWord, TextWords } from './word.ts';

/** Words in these may be missing in the source. */
const OPTIONAL = new Set(
  wordList(`
    supplied corr reg expan ex am add addSpan del gap desc figDesc fw note noteGrp rdg
    rdgGrp wit witDetail metamark
  `),
);

/** These replace words of the source, which may be missing beside them. */
const REPLACING = new Set(['corr', 'reg', 'expan', 'gap']);

/** Not part of the reading text. */
const EXCLUDED = new Set([
  'teiHeader',
  'standOff',
  'facsimile',
  'sourceDoc',
  'index',
  'interp',
  'interpGrp',
  'certainty',
]);

/**
 * Elements within a line of text. Other elements separate words whether there is white space or
 * not.
 */
const INLINE = new Set(
  wordList(`
    abbr add am c choice corr damage date del distinct emph ex expan forename foreign g geogFeat
    geogName genName gloss graphic hi ident idno m measure measureGrp mentioned mod name nameLink
    nobr num objectName offset orgName orig pc persName person placeName ptr q quote rdg ref reg
    restore retrace roleName rs said secl seg sic soCalled space subst supplied surname surplus term
    time title unclear undo w country region settlement district bloc addName affiliation email
    eventName age bibl biblScope author editor publisher pubPlace series anchor alt att code gi val
    tag lem app redo supplied docDate docAuthor damageSpan delSpan addSpan handShift listTranspose
  `),
);
/** They contain readings; one is in the text. White space between readings is layout. */
const HOLD_READINGS = new Set(['choice', 'app', 'rdgGrp', 'subst']);

/**
 * How the words of an element count: in how many additions of editors it is, one within another; 0
 * where the source must have them.
 */
type WordLevel = number | 'excluded';

interface OpenWords {
  readonly level: WordLevel;
  readonly replaces: boolean;
  readonly stream: Stream;
  readonly element: XmlElement;
  /** Of a `choice` or an `app`: whether the text's reading has been met. */
  statesSource?: boolean;
}

/** @throws InputError where the file is not well-formed. */
export function teiWords(tei: string, path: string): TextWords<TeiWord> {
  const raw = tei.replace(/^\uFEFF/, '');
  const main = new Stream('');
  const notes: Stream[] = [];
  const open: OpenWords[] = [];
  let last = 0;
  const takeText = (until: number): void => {
    const top = open.at(-1);
    const piece = raw.slice(last, until);
    const laidOut = top && HOLD_READINGS.has(top.element.local) && piece.trim() === '';
    if (top && top.level !== 'excluded' && !laidOut) putText(piece, last, top);
    last = until;
  };
  readXml(
    { path, content: raw },
    {
      open(element) {
        takeText(element.start);
        const parent = open.at(-1);
        const now = opened(element, parent, main, notes);
        open.push(now);
        separate(element, parent);
        last = element.startEnd;
      },
      close(element, end) {
        takeText(end === element.startEnd ? end : raw.lastIndexOf('</', end - 1));
        const closed = open.pop();
        if (closed?.replaces && element.local === 'gap') {
          closed.stream.add(EMPTY, element.start, false, 1, true);
        }
        separate(element, open.at(-1));
        last = end;
      },
    },
  );
  const lines = new Lines(raw);
  return {
    main: wordsOfStream(main, lines),
    notes: notes.map((note) => ({ n: note.n, words: wordsOfStream(note, lines) })),
  };
}

function opened(
  element: XmlElement,
  parent: OpenWords | undefined,
  main: Stream,
  notes: Stream[],
): OpenWords {
  const { local } = element;
  if (!parent) return { level: 'excluded', replaces: false, stream: main, element };
  // Only what is in TEI/text counts, and in text within it.
  if (parent.level === 'excluded') {
    const isText = local === 'text' && parent.element.local === 'TEI';
    return { level: isText ? 0 : 'excluded', replaces: false, stream: main, element };
  }
  let stream = parent.stream;
  let level: WordLevel = parent.level;
  if (local === 'note' && isSourceNote(element)) {
    stream = new Stream(attributeOf(element, 'n') ?? '');
    notes.push(stream);
  } else if (EXCLUDED.has(local)) level = 'excluded';
  else if (OPTIONAL.has(local) || attributeOf(element, 'type') === 'editorial')
    level = parent.level + 1;
  if (parent.element.local === 'choice') level = readingIn(element, parent, level);
  if (parent.element.local === 'app') level = variantIn(element, parent, level);
  const replaces = level !== 'excluded' && (parent.replaces || REPLACING.has(local));
  return { level, replaces, stream, element };
}

/**
 * A note that the encoder made from one of the source: it has a number, and no other person is
 * responsible for it.
 */
function isSourceNote(element: XmlElement): boolean {
  if (attributeOf(element, 'n') === undefined || attributeOf(element, 'type') === 'editorial')
    return false;
  const resp = attributeOf(element, 'resp');
  return resp === undefined || resp === '#siglum';
}

function readingIn({ local }: XmlElement, choice: OpenWords, level: WordLevel): WordLevel {
  if (SOURCE_READINGS.has(local)) return choice.level;
  if (EDITOR_READINGS.has(local)) return 'excluded';
  // Several readings of one kind (unclear, seg): the first is the text's.
  const first = choice.statesSource === undefined;
  choice.statesSource = true;
  return first || level === 'excluded' ? level : level + 1;
}

/** The lemma is the text's; without one, any reading may be the source's. */
function variantIn({ local }: XmlElement, app: OpenWords, level: WordLevel): WordLevel {
  if (local === 'lem') app.statesSource = true;
  return local !== 'lem' && app.statesSource ? 'excluded' : level;
}

function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  return attributes.find((attribute) => attribute.name === name)?.value;
}

/** Adds white space where an element ends a word, though none is written. */
function separate(element: XmlElement, around: OpenWords | undefined): void {
  if (!around || around.level === 'excluded') return;
  if (
    INLINE.has(element.local) ||
    (BREAKS.has(element.local) && attributeOf(element, 'break') === 'no')
  )
    return;
  // A note can be in the middle of a word as well as after it: the words around it are read without
  // it.
  if (element.local === 'note' && isSourceNote(element)) return;
  if (element.local === 'gap') return;
  around.stream.add(' ', element.start, false);
}

const PIECE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|&([^;]+);|[^<&]+/g;

/** The characters between two tags. */
function putText(piece: string, offset: number, { stream, level, replaces }: OpenWords): void {
  if (level === 'excluded') return;
  const add = (chars: string, at: number, step: boolean): void =>
    stream.add(chars, at, step, level, replaces);
  for (const { 0: match, 1: cdata, 2: entity, index } of piece.matchAll(PIECE)) {
    if (cdata !== undefined) add(cdata, offset + index + '<![CDATA['.length, true);
    else if (entity !== undefined) add(characterOf(entity), offset + index, false);
    else if (!match.startsWith('<')) add(match, offset + index, true);
  }
}

function characterOf(entity: string): string {
  const code = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(entity);
  if (!code) return PREDEFINED_ENTITIES[entity] ?? '';
  return String.fromCodePoint(
    code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16),
  );
}
