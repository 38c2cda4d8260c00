/**
 * Names in a document that no authority file has: marked without `@ref`, `cert` medium or low. An
 * edition in which only listed names are to be marked states this in its edition.xml: `<tagUsage
 * gi="persName" n="listed"/>`; a name that the editor has rejected is never marked.
 */

import { pattern } from '../../core/text.ts';
import type { EncodingContext } from '../context/context.ts';
import type { DocumentText, Mention, Passage, Point, Span } from '../engine/model.ts';
import type { Language } from '../languages/model/language.ts';
import { type NamePassage, type ProposalCertainty, RULES } from '../names/unlisted/model.ts';
import { namesIn } from '../names/unlisted/names-in.ts';
import { unlistedWords } from '../names/unlisted/words/word-sets.ts';
import { worksIn } from '../names/works.ts';

/** In these genres names belong to fiction. */
const FICTION: ReadonlySet<string> = new Set(['drama', 'verse', 'prose']);

/** The title of a record of speech: its speakers and their names are no fiction. */
const RECORD_OF_SPEECH = pattern('iu')`
    (?<!\p{L})(?:interviews? (?:with|of|mit|avec)|oral history|(?:testimony|examination|deposition|
    cross-examination) of|hearings? (?:before|of|on)|court of inquiry|court[- ]martial|
    vernehmung|verhör|zeitzeugengespräch|interrogatoires? d|entretiens? avec|entrevista (?:a|con)|
    interrogatorio|declaraci[óo]n de)(?!\p{L}{4})
  `;

/** Elements that name something else, or are not running text. */
const OTHER: ReadonlySet<string> = new Set(
  'persName orgName placeName term date time idno ref title gap note supplied stage'.split(' '),
);

/** `spans`: everything that is marked so far, by passage. Offsets as in the passages' texts. */
export function unlistedNames(
  document: DocumentText,
  spans: ReadonlyMap<string, readonly Span[]>,
  { edition, rejections }: Pick<EncodingContext, 'edition' | 'rejections'>,
  {
    language,
    genre,
    title,
  }: {
    readonly language: Language;
    readonly genre: string;
    readonly title: string;
  },
): Mention[] {
  const isOff = edition.onlyListedNames || isFiction(genre, title);
  if (isOff || !unlistedWords(language.tag)) return [];
  const passages = document.passages.map((passage) =>
    namePassage(passage, spans.get(passage.id) ?? [], document.id, language.tag),
  );
  return namesIn(passages)
    .filter(({ kind, form }) => !rejections.rejects(kind, form, document.id))
    .map(
      ({ passage, start, end, kind, rule }): Mention => ({
        passage: passage.id,
        start,
        end,
        kind,
        ...(rule === 'ship' ? { type: rule } : {}),
        certainty: certaintyOf(rule),
        rule: `${kind}/${rule}`,
      }),
    );
}

function isFiction(genre: string, title: string): boolean {
  return FICTION.has(genre) && !RECORD_OF_SPEECH.test(title);
}

/** The titles of works, added to the spans of their passages: `title` with `cert` medium. */
export function addWorks(
  spans: Map<string, Span[]>,
  { id: document, passages }: DocumentText,
  { edition, rejections }: Pick<EncodingContext, 'edition' | 'rejections'>,
  { language, genre, title }: { language: Language; genre: string; title: string },
): void {
  if (edition.onlyListedNames || isFiction(genre, title)) return;
  for (const { id, text } of passages)
    for (const { start, end, level } of worksIn(text, language.tag)) {
      const own = spans.get(id);
      const isMarked = own?.some(
        (span) => OTHER.has(span.element) && span.start < end && start < span.end,
      );
      if (!own || isMarked || rejections.rejects('work', text.slice(start, end), document))
        continue;
      const attributes = { level, resp: '#siglum', cert: 'medium' };
      own.push({ start, end, element: 'title', attributes, rank: 2 });
    }
}

function certaintyOf(rule: keyof typeof RULES): ProposalCertainty {
  return RULES[rule].strong || rule === 'surname-again' ? 'medium' : 'low';
}

function namePassage(
  { id, role, text, points }: Passage,
  spans: readonly Span[],
  document: string,
  language: string,
): NamePassage {
  return {
    document,
    id,
    text: withLineEnds(text, points),
    language,
    role: role === 'signed' ? 'signed' : role === 'salute' ? 'salute' : 'text',
    covered: spans.filter(({ element }) => OTHER.has(element)),
    marked: [],
  };
}

/**
 * A name does not go on behind the end of a line that the edition preserves: "Wm. Carter⏎Edward
 * Hall" are two. As many characters as before, so that the offsets are those of the passage.
 */
function withLineEnds(text: string, points: readonly Point[]): string {
  const ends = new Set(points.flatMap(({ kind, offset }) => (kind === 'line' ? [offset - 1] : [])));
  return text.replace(/\s/g, (_, at: number) => (ends.has(at) ? '\n' : ' '));
}
