/**
 * A works-cited entry of the MLA Handbook (9th ed.): the printed volume is the first container, the
 * digital edition the second.
 */
import type { Party, PrintFacts } from '../../../model/facts.ts';
import { yearOf } from '../../facts/dates.ts';
import type { Say } from '../../writing/words.ts';
import { mlaJournal } from '../journal.ts';
import { mlaDate } from '../mla-dates.ts';
import type { CitableReference } from '../model.ts';
import { fewNames, inverted, markedName } from '../names.ts';
import { shortPages } from '../pages.ts';
import { isWholePrint, numberedSeries, seriesFirst } from '../print-scope.ts';
import {
  capital,
  cited,
  citedAddress,
  joinRich,
  quotedTitle,
  type Rich,
  richText,
  sentence,
} from './rich-text.ts';

export function mla(reference: CitableReference, say: Say): Rich {
  const { whole, written, version, issued, number } = reference;
  const versionWords = version && say('citation.version', { n: version });
  const editors = byWhom(reference.editors, 'citation.edited', say);
  const second = [
    cited(reference.containerTitle),
    richText(reference.containerTitle === null ? capitalOf(editors) : editors),
    richText(versionWords && (whole ? capital(versionWords) : versionWords)),
    richText(reference.publisher),
    richText(issued && yearOf(issued)),
    richText(number && say('citation.document', { n: number })),
  ];
  const published = joinRich([...second, citedAddress(reference, '')], ', ');
  return [
    ...sentence(richText(authorsOf(reference.authors, say))),
    ...titleOf(reference),
    ...sentence(richText(capitalOf(byWhom(reference.translators, 'citation.translated', say)))),
    ...sentence(richText(written?.words && capital(mlaDate(written.words)))),
    ...(reference.print ? sentence(...printParts(reference.print, say)) : []),
    ...(published.length === 0 ? [] : [...published, ...richText('.')]),
  ];
}

/** A book that the edition has as one document is named once, as its print. */
function titleOf({ whole, title, titleRuns, print }: CitableReference): Rich {
  if (whole) return sentence(cited(title));
  if (isWholePrint(title, print)) return [];
  return [...quotedTitle(title, titleRuns, '.'), ...richText(' ')];
}

function capitalOf(text: string | null | undefined): string | null {
  return text ? capital(text) : null;
}

function printParts(print: PrintFacts, say: Say): Rich[] {
  if (print.journal) return mlaJournal(print, say);
  const volume = print.volumeArabic ?? print.volumeNumber;
  const { document, pages } = print;
  const volumeWords = richText(volume && say('citation.volume', { n: volume }));
  const isSeriesFirst = seriesFirst(print);
  return [
    ...(isSeriesFirst ? [cited(print.series), richText(print.subseries), volumeWords] : []),
    cited(print.title),
    richText(byWhom(print.editors, 'citation.edited', say)),
    ...(isSeriesFirst ? [] : [volumeWords]),
    richText(print.publisher),
    richText(print.issued && yearOf(print.issued)),
    richText(document && say('citation.document', { n: document })),
    richText(pages && shortPages(pages, say)),
    richText(isSeriesFirst ? null : numberedSeries(print)),
  ];
}

/** "Read, Benjamin H., and Grant G. Hilliker"; for three or more, the first with "et al." */
function authorsOf(authors: readonly Party[], say: Say): string | null {
  const [first, second] = authors;
  if (!first) return null;
  const lead = first.certainty === 'low' ? `[${inverted(first)}?]` : inverted(first);
  if (authors.length > 2) return `${lead}, et al.`;
  return second ? `${lead},${say('citation.and')}${markedName(second)}` : lead;
}

/** "edited by A and B". */
function byWhom(parties: readonly Party[], key: string, say: Say): string | null {
  const names = fewNames(
    parties.map(({ name }) => name),
    say('citation.and'),
  );
  return names && say(key, { names });
}
