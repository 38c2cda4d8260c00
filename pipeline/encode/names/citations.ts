/**
 * Citations of sources: archival locations, telegrams and cables, volumes of the series, other
 * documents and notes.
 *
 * Takes a passage's text. Returns citations by offset, each with its parts. The forms are those of
 * the series ("Johnson Library, National Security File, …", "telegram 575 to La Paz, May 4",
 * "Foreign Relations, 1961–1963, …").
 */
import { pattern } from '../../core/text.ts';

export type CitationKind =
  | 'archival'
  | 'telegram'
  | 'cable'
  | 'frus'
  | 'document'
  | 'note'
  | 'ibid';

/** A part of a citation that gets an element of its own. */
export interface CitationPart {
  readonly start: number;
  readonly end: number;
  readonly kind: 'idno' | 'series' | 'volume';
  /** For `idno`: what it identifies. */
  readonly type?: string;
}

export interface CitationMention {
  readonly start: number;
  readonly end: number;
  readonly kind: CitationKind;
  readonly parts: readonly CitationPart[];
  /** For `document` and `note`: the number cited. */
  readonly n?: string;
}

/**
 * All citations of a passage; none inside another. `source` is true for the note on the document's
 * own source.
 */
export function findCitations(text: string, source: boolean): CitationMention[] {
  const found: CitationMention[] = [];
  const add = (citations: readonly CitationMention[]) => {
    for (const citation of citations) {
      if (found.every(({ start, end }) => citation.end <= start || end <= citation.start))
        found.push(citation);
    }
  };
  if (source) add(ownSource(text));
  add(published(text));
  add(bracketed(text));
  add(telegrams(text));
  add(crossReferences(text));
  return found.sort((a, b) => a.start - b.start);
}

/** "Source: Johnson Library, …, POL 7 LAOS." up to the end of the first sentence. */
function ownSource(text: string): CitationMention[] {
  const label = /^Source: /.exec(text);
  if (!label) return [];
  const end = sentenceEnd(text, label[0].length);
  return [archival(text, label[0].length, end)];
}

const NO_SENTENCE_END = pattern('u')`
    (?:\b(?:Vols?|Nos?|Doc|Docs|pp?|Pt|Dr|Mrs?|Gen|Col|Lt|Amb|Jr|Sr|St|Dept|Govt|vs|etc|Sec|Secy|
    Mar|Apr|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Inc|Co|Corp|Ltd|Ibid)|\b\p{Lu})$
  `;

/** The end of the sentence that contains `from`: before its full stop, or the end of the text. */
export function sentenceEnd(text: string, from: number): number {
  for (let stop = text.indexOf('.', from); stop >= 0; stop = text.indexOf('.', stop + 1)) {
    const ends =
      stop + 1 === text.length ||
      /^["”’)\]]*\s+["“‘([]*[\p{Lu}\d]/u.test(text.slice(stop + 1, stop + 12));
    if (ends && !NO_SENTENCE_END.test(text.slice(Math.max(0, stop - 12), stop))) return stop;
  }
  return text.length;
}

const REPOSITORY = pattern('u')`
    ^(?:[^,;()]{0,60}\b(?:Library|Archives(?: and Records Administration)?|Records Center|
    Presidential Materials|Papers|Historical Cent(?:er|re)|Historical Office|Agency|
    Department of [A-Z]\p{L}+(?: [A-Z]\p{L}+)?)\b)(?=,)
  `;

/**
 * Locations between round brackets, several separated by semicolons; "Ibid." repeats the one
 * before.
 */
function bracketed(text: string): CitationMention[] {
  const found: CitationMention[] = [];
  for (const bracket of text.matchAll(/\(([^()]+)\)/g)) {
    let at = bracket.index + 1;
    for (const piece of (bracket[1] ?? '').split(';')) {
      const start = at + piece.length - piece.trimStart().length;
      const end = start + piece.trim().length;
      at += piece.length + 1;
      const words = text.slice(start, end);
      if (REPOSITORY.test(words)) found.push(archival(text, start, end));
      else if (/^(?:All |Both )?[Ii]bid\b/.test(words))
        found.push({ ...archival(text, start, end), kind: 'ibid' });
      else found.push(...cables(text, start, end));
    }
  }
  return found;
}

/** "Department of the Army cable IN 293440, May 18". */
function cables(text: string, start: number, end: number): CitationMention[] {
  const cable = /\b(?:cable|despatch|airgram|message) ((?:[A-Z]+[ -])?[\d–-]*\d[A-Z]?)\b/.exec(
    text.slice(start, end),
  );
  const number = cable?.[1];
  if (!cable || number === undefined) return [];
  const at = start + cable.index + cable[0].length - number.length;
  return [
    {
      start,
      end,
      kind: 'cable',
      parts: [{ start: at, end: at + number.length, kind: 'idno', type: 'cable' }],
    },
  ];
}

/** A shelfmark: "POL 14 BOL", "611.61/1–1561", "Lot 66 D 95", "Job 90–1156R". */
const SHELFMARK = pattern('')`
    ^(?:(?:[A-Z]{2,5}(?: \([A-Z ]+\))?(?: [A-Z]{2,})*) \d[\dA-Z–\- ]*(?: [A-Z][A-Za-z–-]*)*|
    \d{3}[A-Z]?\.\d[\w./–-]*|Job [\dA-Z–-]+|Lot (?:File )?\d+ ?[A-Z] ?\d+)$
  `;

function archival(text: string, start: number, end: number): CitationMention {
  const parts: CitationPart[] = [];
  let at = start;
  for (const segment of text.slice(start, end).split(',')) {
    const begin = at + segment.length - segment.trimStart().length;
    const words = segment.trim();
    at += segment.length + 1;
    if (SHELFMARK.test(words) && !/^RG /.test(words)) {
      parts.push({ start: begin, end: begin + words.length, kind: 'idno', type: 'shelfmark' });
    }
  }
  return { start, end, kind: 'archival', parts };
}

const TELEGRAM = pattern('uy')`
    (?<number>(?:[A-Z]{2,} )?\d(?:[\d,]*\d)?)(?: (?:to|from) \p{Lu}[\p{L}.’'-]*
    (?: \p{Lu}[\p{L}’'-]*)*)?(?:, (?:January|February|March|April|May|June|July|August|September|
    October|November|December) \d{1,2}(?:, \d{4})?)?(?![\p{L}\d])
  `;
const BETWEEN = /(?:; and |, and | and |; |, )/y;

/**
 * "telegrams 575 to La Paz, May 4; 1515 from La Paz, May 16; and 1547 from La Paz, May 25": each
 * telegram separately.
 */
function telegrams(text: string): CitationMention[] {
  const found: CitationMention[] = [];
  for (const word of text.matchAll(/\b[Tt]elegrams? (?=(?:[A-Z]+ )?\d)/g)) {
    let at = word.index + word[0].length;
    let start = word.index;
    for (;;) {
      TELEGRAM.lastIndex = at;
      const telegram = TELEGRAM.exec(text);
      const number = telegram?.groups?.['number'];
      if (!telegram || number === undefined) break;
      const end = at + telegram[0].length;
      found.push({
        start,
        end,
        kind: 'telegram',
        parts: [{ start: at, end: at + number.length, kind: 'idno', type: 'telegram' }],
      });
      BETWEEN.lastIndex = end;
      const between = BETWEEN.exec(text);
      if (!between || (!word[0].startsWith('telegrams') && !word[0].startsWith('Telegrams'))) break;
      at = end + between[0].length;
      start = at;
    }
  }
  return found;
}

const SERIES = /\bForeign Relations(?: of the United States)?, \d{4}(?:[–-]\d{2,4})?, /g;

/**
 * "Foreign Relations, 1961–1963, American Republics and Cuba, Microfiche Supplement": series,
 * years, volume.
 */
function published(text: string): CitationMention[] {
  const found: CitationMention[] = [];
  for (const series of text.matchAll(SERIES)) {
    const start = series.index;
    const volume = start + series[0].length;
    const rest =
      /^[^.;()]*?(?:vol(?:ume|\.) [IVXL]+,? ?[^.;()]*)?(?=[.;()]|$)/.exec(
        text.slice(volume),
      )?.[0] ?? '';
    const end = volume + rest.replace(/[,\s]+$/, '').length;
    if (end === volume) continue;
    const name = series[0].slice(0, series[0].indexOf(','));
    const title =
      /^(?:vol(?:ume|\.) [IVXL]+(?:, Part \d+)?, )?([^,]+(?:, (?!Documents?\b|pages?\b|pp?\.|Microfiche|footnote)[^,]+)*)/.exec(
        text.slice(volume, end),
      );
    const begin = title ? volume + title[0].length - (title[1] ?? '').length : end;
    found.push({
      start,
      end,
      kind: 'frus',
      parts: [
        { start, end: start + name.length, kind: 'series' },
        ...(title
          ? [{ start: begin, end: volume + title[0].length, kind: 'volume' as const }]
          : []),
      ],
    });
  }
  return found;
}

/**
 * "Document 38", "Documents 12 and 14", "footnote 2 above": other documents of the volume, other
 * notes of the document.
 */
function crossReferences(text: string): CitationMention[] {
  const found: CitationMention[] = [];
  for (const word of text.matchAll(
    /\bDocuments? (\d+)((?:(?:, (?:and |or )?| and | or |–)\d+)*)/g,
  )) {
    const first = word.index + word[0].length - (word[2] ?? '').length;
    found.push({ start: word.index, end: first, kind: 'document', n: word[1] ?? '', parts: [] });
    for (const next of (word[2] ?? '').matchAll(/\d+/g)) {
      const start = first + next.index;
      found.push({ start, end: start + next[0].length, kind: 'document', n: next[0], parts: [] });
    }
  }
  for (const word of text.matchAll(/\b[Ff]ootnote (\d+)(?=,? (?:above|below)\b|[.;)]|$)/g)) {
    found.push({
      start: word.index,
      end: word.index + word[0].length,
      kind: 'note',
      n: word[1] ?? '',
      parts: [],
    });
  }
  return found;
}
