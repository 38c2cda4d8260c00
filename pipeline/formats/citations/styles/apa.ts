/**
 * A reference of the Publication Manual of the APA (7th ed., 10.3 and 9.41): the digital edition,
 * and the original work beside it.
 */
import type { Party, PrintFacts } from '../../../model/facts.ts';
import { yearOf } from '../../facts/dates.ts';
import type { Say } from '../../writing/words.ts';
import { apaJournal } from '../journal.ts';
import type { CitableReference } from '../model.ts';
import { apaNames, initialsFirst, invertedWithInitials } from '../names.ts';
import { fullPages } from '../pages.ts';
import {
  capital,
  cited,
  citedAddress,
  joinRich,
  type Rich,
  richText,
  sentence,
  titleRich,
} from './rich-text.ts';

export function apa(reference: CitableReference, say: Say): Rich {
  const { whole, issued, version, containerTitle, authors, editors } = reference;
  const year = issued === null ? say('citation.undated') : yearOf(issued);
  // For a whole work without an author the editors take the author's place.
  const isEditorFirst = whole && authors.length === 0;
  const leaders = isEditorFirst ? editors : authors;
  const names = apaNames(leaders.map(invertedWithInitials), ', & ');
  const mark = isEditorFirst ? ` ${editorMark(leaders, say)}` : '';
  const numbered = version && capital(say('citation.version', { n: version }));
  const alone = whole || containerTitle === null;
  const title = sentence([
    ...(whole ? cited(reference.title) : titleRich(reference)),
    ...richText(helpers(reference, alone && !isEditorFirst, whole ? numbered : null, say)),
  ]);
  const inOrder =
    names === null
      ? [...title, ...richText(`(${year}). `)]
      : [...sentence(richText((names + mark).trim())), ...richText(`(${year}). `), ...title];
  return [
    ...inOrder,
    ...(alone ? [] : container(reference, numbered ? ` (${numbered})` : '', say)),
    ...sentence(richText(reference.publisher)),
    ...followed(citedAddress(reference, '')),
    ...original(reference, say),
  ];
}

/** "In A. M. Ruiz (Ed.), Title (Version 0.1.0) (Document 7). ". */
function container(
  { editors, containerTitle, number }: CitableReference,
  version: string,
  say: Say,
): Rich {
  const names = apaNames(editors.map(initialsFirst), ' & ');
  const document = number && ` (${say('citation.document-of-print', { n: number })})`;
  return [
    ...richText(`${say('citation.in-container')} `),
    ...richText(names && `${names} ${editorMark(editors, say)}, `),
    ...cited(containerTitle),
    ...richText(version),
    ...richText(document),
    ...richText('. '),
  ];
}

function followed(rich: Rich): Rich {
  return rich.length === 0 ? [] : [...rich, ...richText(' ')];
}

/** " (E. Ditor, Ed.; T. Lation, Trans.; Version 1)"; a document's editors follow its container. */
function helpers(
  { editors, translators }: CitableReference,
  withEditors: boolean,
  version: string | null,
  say: Say,
): string | null {
  const edited = withEditors ? apaNames(editors.map(initialsFirst), ' & ') : null;
  const translated = apaNames(translators.map(initialsFirst), ' & ');
  const key = editors.length === 1 ? 'citation.mark' : 'citation.mark.several';
  const parts = [
    edited && `${edited}, ${say(key)}`,
    translated && `${translated}, ${say('citation.mark.translator')}`,
    version,
  ].filter((part) => part);
  return parts.length === 0 ? null : ` (${parts.join('; ')})`;
}

function editorMark(editors: readonly Party[], say: Say): string {
  if (editors.length === 0) return '';
  return `(${say(editors.length === 1 ? 'citation.mark' : 'citation.mark.several')})`;
}

/**
 * "(Original work written 1964; reprinted from Series, Volume XXXI, Title, Document 149,
 * pp. 337–339)".
 */
function original({ written, print }: CitableReference, say: Say): Rich {
  const years = yearsOf(written, say);
  const source = print ? printParts(print, say) : [];
  const words = say('citation.reprinted');
  const remarks = joinRich(
    [
      richText(years && capital(say('citation.original', { date: years }))),
      source.length === 0 ? [] : [...richText(`${years ? words : capital(words)} `), ...source],
    ],
    '; ',
  );
  return remarks.length === 0 ? [] : [...richText('('), ...remarks, ...richText(')')];
}

/** "1964", "1963–1964", "ca. 1750"; the header's words for years before Christ. */
function yearsOf(written: CitableReference['written'], say: Say): string | null {
  if (!written) return null;
  const limits = [written.start, written.end].filter((limit) => limit !== null);
  const years = [...new Set(limits.map(yearOf))];
  if (years.some((year) => year.startsWith('-'))) return written.words;
  const range = years.join('–') || null;
  return range && written.circa ? say('citation.circa', { date: range }) : range;
}

function printParts(print: PrintFacts, say: Say): Rich {
  if (print.journal) return apaJournal(print);
  const { document, pages } = print;
  return joinRich(
    [
      cited(print.series),
      richText(print.subseries),
      richText(print.volume),
      cited(print.title),
      richText(document && say('citation.document-of-print', { n: document })),
      richText(pages && fullPages(pages, say)),
      richText(print.publisher),
      richText(print.issued && yearOf(print.issued)),
    ],
    ', ',
  );
}
