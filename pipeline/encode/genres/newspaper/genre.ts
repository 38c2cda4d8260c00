/**
 * Newspapers: masthead, headlines, datelines of correspondents, articles.
 */
import { pattern } from '../../../core/text.ts';
import { outlineLines } from '../../engine/outline/lines.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, NONE, type Recognition } from '../common/genre.ts';
import { isHeadline, isNewsDateline, outlineNewspaper } from './outline.ts';

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
    newspaper|\p{L}*zeitung|\p{L}*anzeiger|\p{L}*(?:tag)?blatt|\p{L}*bote|\p{L}*kurier|nachrichten|
    journal|moniteur|figaro|gazeta|gaceta|diario|heraldo|imparcial|periódico|correo)(?!\p{L})
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
  // Headlines alone may be those of any text.
  if (!issue && !NAME.test(title)) return NONE;
  const reasons: string[] = [];
  let score = 0;
  const add = (holds: boolean, weight: number, reason: string) => {
    if (!holds) return;
    score += weight;
    reasons.push(reason);
  };
  add(issue, 0.45, 'a masthead with volume and number');
  add(PRICE.test(masthead) && NUMBER.test(masthead), 0.15, 'a price');
  add(NAME.test(title), 0.2, 'the name of a newspaper');
  const headlines = blocks.filter((block, at) => isHeadline(block, blocks[at + 1], language));
  add(headlines.length > 1 && headlines.length * 6 > blocks.length, 0.2, 'headlines');
  const datelines = blocks.filter((block) =>
    isNewsDateline(outlineLines(block)[0]?.text ?? '', language),
  );
  add(datelines.length > 1, 0.2, 'datelines of correspondents');
  return { score: Math.min(score, 0.95), reasons };
}
