/**
 * A works-cited entry of the MLA Handbook (9th ed.): the printed volume is the first container, the
 * digital edition the second.
 */
import type { Party, PrintFacts } from '../../../model/facts.ts';
import { yearOf } from '../../facts/dates.ts';
import type { Say } from '../../writing/words.ts';
import { mlaJournal } from '../journal.ts';
import type { CitableReference } from '../model.ts';
import { inverted, joinNames } from '../names.ts';
import { shortPages } from '../pages.ts';
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
  const { whole, title, written, version, issued, number } = reference;
  const versionWords = version && say('citation.version', { n: version });
  const editors = byWhom(reference.editors, 'citation.edited', say);
  const second = [
    cited(reference.containerTitle),
    richText(reference.containerTitle === null && !whole ? capitalOf(editors) : editors),
    richText(versionWords && (whole ? capital(versionWords) : versionWords)),
    richText(reference.publisher),
    richText(issued && yearOf(issued)),
    richText(number && say('citation.document', { n: number })),
  ];
  return [
    ...sentence(richText(authorsOf(reference.authors, say))),
    ...(whole
      ? sentence(cited(title))
      : [...quotedTitle(title, reference.titleRuns, '.'), ...richText(' ')]),
    ...sentence(richText(capitalOf(byWhom(reference.translators, 'citation.translated', say)))),
    ...sentence(richText(capitalOf(written?.words))),
    ...(reference.print ? sentence(...printParts(reference.print, say)) : []),
    ...joinRich([...second, citedAddress(reference, '')], ', '),
    ...richText('.'),
  ];
}

function capitalOf(text: string | null | undefined): string | null {
  return text ? capital(text) : null;
}

function printParts(print: PrintFacts, say: Say): Rich[] {
  if (print.journal) return mlaJournal(print, say);
  const volume = print.volumeArabic ?? print.volumeNumber;
  const { document, pages } = print;
  return [
    cited(print.series),
    richText(print.subseries),
    richText(volume && say('citation.volume', { n: volume })),
    cited(print.title),
    richText(byWhom(print.editors, 'citation.edited', say)),
    richText(print.publisher),
    richText(print.issued && yearOf(print.issued)),
    richText(document && say('citation.document', { n: document })),
    richText(pages && shortPages(pages, say)),
  ];
}

/** "Read, Benjamin H., and Grant G. Hilliker"; for three or more, the first with "et al." */
function authorsOf(authors: readonly Party[], say: Say): string | null {
  const [first, second] = authors;
  if (!first) return null;
  if (authors.length > 2) return `${inverted(first)}, et al.`;
  return second ? `${inverted(first)},${say('citation.and')}${second.name}` : inverted(first);
}

/** "edited by A and B". */
function byWhom(parties: readonly Party[], key: string, say: Say): string | null {
  const names = joinNames(
    parties.map(({ name }) => name),
    say('citation.and'),
  );
  return names && say(key, { names });
}
