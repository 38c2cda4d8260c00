/**
 * A note of the Chicago Manual of Style (18th ed., 13 and 14, on letters and memoranda in a
 * collection), which names the printed volume as its publisher asks (Foreign Relations …,
 * 1964–1968, Volume XXXI, Title (Washington: …), Document 149), and the edition that was read.
 */
import type { Party, PrintFacts } from '../../../model/facts.ts';
import { joined } from '../../writing/values.ts';
import type { Say } from '../../writing/words.ts';
import { chicagoJournal } from '../journal.ts';
import type { CitableReference } from '../model.ts';
import { fewNames, markedName } from '../names.ts';
import { bareRange } from '../pages.ts';
import { isWholePrint, numberedSeries, seriesFirst } from '../print-scope.ts';
import { imprintOf, translatorsInWords } from '../reference.ts';
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
  const editors = editedBy(reference.editors, say);
  const source = joinRich(
    [...workParts(reference, say), ...(print ? inPrint(print, reference.title, say) : [])],
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
  const from = fewNames(authors.map(markedName), say('citation.and'));
  const to = fewNames(recipients.map(markedName), say('citation.and'));
  // "A to B, memorandum" says the same as the title of a letter; other titles are quoted.
  const isLetter = genre !== null || namesAll(title, [...authors, ...recipients]);
  const quoted = isWholePrint(title, reference.print) ? [] : quotedTitle(title, titleRuns, '');
  const work =
    from !== null && to !== null && isLetter
      ? [richText(say('citation.from-to', { from, to })), richText(genre?.toLowerCase())]
      : [richText(from), whole ? cited(title) : quoted];
  return [
    ...work,
    richText(translatorsInWords(reference.translators, say)),
    richText(reference.writtenIn),
    richText(reference.written?.words),
  ];
}

/** Whether a title has the names of all parties: "Ann Lee to Bob Ray, 2 June 1850". */
function namesAll(title: string, parties: readonly Party[]): boolean {
  return parties.every(({ family, name }) => title.includes(family ?? name));
}

/** "ed. A and B": the abbreviation says "edited by", however many there are (Chicago 13.24). */
function editedBy(editors: readonly Party[], say: Say): string | null {
  const names = fewNames(
    editors.map(({ name }) => name),
    say('citation.and'),
  );
  return names && say('citation.editors', { names });
}

/** "n.d." for a publication without any date (Chicago 14.44). */
function undated({ publisher, issued, written }: CitableReference, say: Say): string | null {
  return publisher !== null && issued === null && written === null ? say('citation.undated') : null;
}

/**
 * A journal as it is; "in Series, Volume XXXI, Title, ed. … (Washington: …), Document 149"; "in
 * Title, ed. …, vol. 2, Series 7 (Bonn: …), 12–15". A book that is the text itself has no "in".
 */
function inPrint(print: PrintFacts, title: string, say: Say): Rich[] {
  if (print.journal) return [chicagoJournal(print, say)];
  const before = isWholePrint(title, print) ? [] : richText(`${say('citation.in')} `);
  const editors = richText(editedBy(print.editors, say));
  const { document, pages, volume } = print;
  const volumeWords = volume && say('citation.volume', { n: volume.replace(/\.$/, '') });
  const parts = seriesFirst(print)
    ? [
        cited(print.series),
        richText(print.subseries),
        richText(volume),
        cited(print.title),
        editors,
      ]
    : [cited(print.title), editors, richText(volumeWords), richText(numberedSeries(print))];
  const imprint = imprintOf(print);
  const place = document
    ? say('citation.document-of-print', { n: document })
    : pages && bareRange(pages);
  return [
    [...before, ...joinRich(parts, ', '), ...richText(imprint && ` (${imprint})`)],
    richText(place),
  ];
}
