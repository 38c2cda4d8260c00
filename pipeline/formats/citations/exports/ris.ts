/**
 * RIS (Research Information Systems, 2011): lines of "TAG - value" that end with CR LF. Values have
 * their white space folded, so that no value can begin a line.
 */
import { foldedWords } from '../../../core/text.ts';
import { joined } from '../../writing/values.ts';
import type { Say } from '../../writing/words.ts';
import type { CitableReference } from '../model.ts';
import { inverted } from '../names.ts';

type Line = readonly [tag: string, value: string | null];

export function ris(reference: CitableReference, say: Say): string {
  const { whole, authors, editors, translators, issued, version, archive, licence } = reference;
  const lines: readonly Line[] = [
    ['TY', whole ? 'EBOOK' : reference.containerTitle === null ? 'GEN' : 'CHAP'],
    ...authors.map((party): Line => ['AU', inverted(party)]),
    ...editors.map((party): Line => [whole ? 'ED' : 'A2', inverted(party)]),
    ...translators.map((party): Line => ['A4', inverted(party)]),
    ['TI', reference.title],
    ['T2', reference.containerTitle],
    ['PY', issued && (/^-?\d+/.exec(issued)?.[0] ?? null)],
    ['DA', issued && slashed(issued)],
    ['PB', reference.publisher],
    ['CY', reference.place],
    ['ET', version && say('citation.version', { n: version })],
    ['M3', reference.genre],
    ['DO', reference.doi],
    ['UR', reference.url],
    ['LA', reference.language],
    ['DB', archive?.name ?? null],
    ['AV', archive && joined([...archive.collections, archive.shelfmark], ', ')],
    ['AB', reference.abstract],
    ...reference.notes.map((note): Line => ['N1', note]),
    ['N1', licence && joined([licence.text, licence.target], ' ')],
  ];
  const written = lines.flatMap(([tag, value]) => {
    const folded = foldedWords(value ?? '');
    return folded === '' ? [] : [`${tag}  - ${folded}\r\n`];
  });
  return `${written.join('')}ER  - \r\n`;
}

/** "2026/11/23/", with a place for each part of the date and for a word after it. */
function slashed(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return [year, month, date, ''].join('/');
}
