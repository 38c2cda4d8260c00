/**
 * A note of the Chicago Manual of Style (18th ed., 13 and 14, on letters and memoranda in a
 * collection), which names the printed volume as its publisher asks (Foreign Relations …,
 * 1964–1968, Volume XXXI, Title (Washington: …), Document 149), and the edition that was read.
 */
import type { PrintFacts } from '../../../model/facts.ts';
import { joined } from '../../writing/values.ts';
import type { Say } from '../../writing/words.ts';
import { chicagoJournal } from '../journal.ts';
import type { CitableReference } from '../model.ts';
import { joinNames } from '../names.ts';
import { editorsInWords, imprintOf, translatorsInWords } from '../reference.ts';
import {
  cited,
  citedAddress,
  joinRich,
  LOCATOR,
  marksWithinQuotes,
  quotedTitle,
  type Rich,
  richText,
} from './rich-text.ts';

export function chicago(reference: CitableReference, say: Say): Rich {
  const { whole, number, version, print } = reference;
  const container = whole ? null : reference.containerTitle;
  const imprint = joined([imprintOf(reference), undated(reference, say)], ', ');
  const editors = editorsInWords(reference.editors, say);
  const source = joinRich(
    [...workParts(reference, say), ...(print ? inPrint(print, say) : [])],
    ', ',
  );
  const edition = joinRich(
    [
      cited(container),
      richText(editors),
      richText(version && say('citation.version', { n: version })),
    ],
    ', ',
  );
  // A document outside of an edition has no "in …".
  const link = container === null ? ', ' : say(print ? 'citation.digital' : 'citation.in');
  return marksWithinQuotes([
    ...source,
    ...(print ? LOCATOR : []),
    ...(edition.length === 0 ? [] : richText(linked(link, print !== null))),
    ...edition,
    ...richText(imprint && ` (${imprint})`),
    ...richText(number && `, ${say('citation.document-of-print', { n: number })}`),
    ...(print || whole ? [] : LOCATOR),
    ...citedAddress(reference, ', '),
    ...richText('.'),
  ]);
}

function linked(link: string, printed: boolean): string {
  return link === ', ' ? link : `${printed ? ';' : ','} ${link} `;
}

/** Who, to whom, what, where and when. */
function workParts(reference: CitableReference, say: Say): Rich[] {
  const { authors, recipients, genre, whole, title, titleRuns } = reference;
  const from = joinNames(
    authors.map(({ name }) => name),
    say('citation.and'),
  );
  const to = joinNames(
    recipients.map(({ name }) => name),
    say('citation.and'),
  );
  // "A to B, memorandum" says the same as the title of a letter; other titles are quoted.
  const work =
    from !== null && to !== null && genre !== null
      ? [richText(say('citation.from-to', { from, to })), richText(genre.toLowerCase())]
      : [richText(from), whole ? cited(title) : quotedTitle(title, titleRuns, '')];
  return [
    ...work,
    richText(translatorsInWords(reference.translators, say)),
    richText(reference.writtenIn),
    richText(reference.written?.words),
  ];
}

/** "n.d." for a publication without any date (Chicago 14.44). */
function undated({ publisher, issued, written }: CitableReference, say: Say): string | null {
  return publisher !== null && issued === null && written === null ? say('citation.undated') : null;
}

/** A journal as it is; "in Series, Volume XXXI, Title, eds. … (Washington: …), Document 149". */
function inPrint(print: PrintFacts, say: Say): Rich[] {
  if (print.journal) return [chicagoJournal(print, say)];
  const before = richText(`${say('citation.in')} `);
  const scope = joinRich(
    [
      cited(print.series),
      richText(print.subseries),
      richText(print.volume),
      cited(print.title),
      richText(editorsInWords(print.editors, say)),
    ],
    ', ',
  );
  const imprint = imprintOf(print);
  const { document } = print;
  return [
    [...before, ...scope, ...richText(imprint && ` (${imprint})`)],
    richText(document && say('citation.document-of-print', { n: document })),
  ];
}
