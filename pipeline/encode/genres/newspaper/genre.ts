/**
 * Newspapers: masthead, headlines, datelines of correspondents, articles.
 */
import { pattern } from '../../../core/text.ts';
import { readPlacedDay } from '../../dates/letter/placed-day.ts';
import { readWrittenDay } from '../../dates/letter/written-day.ts';
import { outlineLines } from '../../engine/outline/lines.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, NONE, type Recognition, weigh } from '../common/genre.ts';
import {
  inCapitals,
  isDatedReport,
  isHeadline,
  isNewsDateline,
  outlineNewspaper,
} from './outline.ts';

export const newspaper: Genre = {
  name: 'newspaper',
  title: 'a newspaper',
  recognize,
  outline: outlineNewspaper,
  header: { correspondence: false },
};

/** "Vol. XII. No. 284.", "Nr. 112 … 7. Jahrgang", "Année 12, N° 45", "Año IV. Núm. 7". */
const ISSUE = pattern('iu')`
    (?<!\p{L})(?:vol(?:ume|\.)?|jahrg(?:ang|\.)|jg\.|année|tome|año|tomo|series|edition|ausgabe)
    (?!\p{L})|\d{1,3}(?:\.|e|er|ème|st|nd|rd|th) (?:jahrgang|année|year)
  `;
const NUMBER = /(?<!\p{L})(?:no|nr|num|núm|n[°º]|number|nummer|numéro|número)\.? ?\d{1,6}/iu;
const PRICE = pattern('iu')`
    (?<!\p{L})(?:price|one penny|two ?pence|three ?pence|preis|pfennig|kreuzer|heller|prix|centimes|
    precio|céntimos|cents?)(?!\p{L})
  `;
const NAME = pattern('iu')`
    (?<!\p{L})(?:gazette|times|herald|chronicle|observer|advertiser|courier|mercury|intelligencer|
    tribune|examiner|daily|weekly|evening (?:news|post|standard)|morning (?:post|star|chronicle)|
    newspaper|courant|\p{L}*zeitung|\p{L}*anzeiger|\p{L}*(?:tag)?blatt|\p{L}*bote|\p{L}*kurier|
    nachrichten|
    journal|courrier|moniteur|figaro|gazzetta|giornale|corriere|gazeta|gaceta|diario|heraldo|
    imparcial|periódico|correo)(?!\p{L})
  `;
/** In how many lines the masthead is searched. */
const MASTHEAD = 5;

function recognize({ title, blocks, lines, language }: GenreEvidence): Recognition {
  const masthead = [
    title,
    ...lines
      .flat()
      .slice(0, MASTHEAD)
      .map(({ text }) => text),
  ].join('\n');
  const issue = ISSUE.test(masthead) && NUMBER.test(masthead);
  const named = NAME.test(title);
  const reports = blocks.filter(({ text }) => isDatedReport(text, language)).length;
  // Headlines alone may be those of any text.
  if (!issue && !named && reports < 2) return NONE;
  const isDay = (line: string) => {
    const day = readWrittenDay(line, language) ?? readPlacedDay(line, language);
    return day?.month !== undefined && (day.weekday ?? day.year) !== undefined;
  };
  const headlines = blocks.filter((block, at) => isHeadline(block, blocks[at + 1], language));
  const heads = headlines.length + (inCapitals(title) ? 1 : 0);
  const datelines = blocks.filter((block) =>
    isNewsDateline(outlineLines(block)[0]?.text ?? '', language),
  );
  const { score, reasons } = weigh([
    [issue, 0.45, 'a masthead with volume and number'],
    [PRICE.test(masthead), NUMBER.test(masthead) ? 0.15 : 0.1, 'a price'],
    [named, 0.2, 'the name of a newspaper'],
    [named && masthead.split('\n').some(isDay), 0.2, 'the day of the issue below its name'],
    [heads > 1 && heads * 6 > blocks.length, 0.2, 'headlines'],
    [datelines.length + reports > 1, 0.25, 'datelines of correspondents'],
  ]);
  return { score: Math.min(score, 0.95), reasons };
}
