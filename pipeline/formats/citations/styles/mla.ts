/**
 * A works-cited entry of the MLA Handbook (9th ed.): the printed volume is the first container, the
 * digital edition the second.
 */
import type { Party, PrintFacts } from '../../../model/facts.ts';
import { yearOf } from '../../facts/dates.ts';
import type { Say } from '../../writing/words.ts';
import { mlaJournal } from '../journal.ts';
import type { CitableReference } from '../model.ts';
import { inverted, listed } from '../names.ts';
import { shortPages } from '../pages.ts';
import {
  addressOf,
  capital,
  cited,
  joinRich,
  plain,
  quoted,
  type Rich,
  sentence,
} from './rich-text.ts';

export function mla(reference: CitableReference, say: Say): Rich {
  const { whole, title, written, version, issued, number } = reference;
  const versionWords = version && say('citation.version', { n: version });
  const editors = byWhom(reference.editors, 'citation.edited', say);
  const second = [
    cited(reference.containerTitle),
    plain(reference.containerTitle === null && !whole ? capitalOf(editors) : editors),
    plain(versionWords && (whole ? capital(versionWords) : versionWords)),
    plain(reference.publisher),
    plain(issued && yearOf(issued)),
    plain(number && say('citation.document', { n: number })),
  ];
  return [
    ...sentence(plain(authorsOf(reference.authors, say))),
    ...(whole
      ? sentence(cited(title))
      : [...quoted(title, reference.titleRuns, '.'), ...plain(' ')]),
    ...sentence(plain(capitalOf(byWhom(reference.translators, 'citation.translated', say)))),
    ...sentence(plain(capitalOf(written?.words))),
    ...(reference.print ? sentence(...printParts(reference.print, say)) : []),
    ...joinRich([...second, addressOf(reference, '')], ', '),
    ...plain('.'),
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
    plain(print.subseries),
    plain(volume && say('citation.volume', { n: volume })),
    cited(print.title),
    plain(byWhom(print.editors, 'citation.edited', say)),
    plain(print.publisher),
    plain(print.issued && yearOf(print.issued)),
    plain(document && say('citation.document', { n: document })),
    plain(pages && shortPages(pages, say)),
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
  const names = listed(
    parties.map(({ name }) => name),
    say('citation.and'),
  );
  return names && say(key, { names });
}
