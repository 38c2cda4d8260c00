/**
 * Records: petitions, affidavits, wills, deeds, treaties, certificates of clerks and notaries.
 */

import { withoutNumber } from '../../header/title.ts';
import { titleLanguage } from '../../header/title-language.ts';
import { countedBlocks } from '../common/counted-headings.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, NONE, type Recognition } from '../common/genre.ts';
import { isSignedLabel } from '../correspondence/lines/signed.ts';
import { isPlain, lined } from '../correspondence/lines/text.ts';
import { outlineCorrespondence } from '../correspondence/outline.ts';
import { isAttested } from '../correspondence/records.ts';
import { letterSigns } from '../correspondence/signs.ts';

export const record: Genre = {
  name: 'record',
  title: 'a petition, will, deed or other record',
  recognize,
  outline: (input) => outlineCorrespondence(input, 'record'),
  header: { correspondence: false },
};

function recognize(evidence: GenreEvidence): Recognition {
  const { title, blocks, language } = evidence;
  const { records } = titleLanguage(title, language).letters;
  const titled = new RegExp(`^(?:\\p{L}+ )?(?:${records})(?!\\p{L})`, 'iu').test(
    withoutNumber(title),
  );
  const attested =
    isAttested(title, language) || blocks.some(({ text }) => isAttested(text, language));
  if (!titled && !attested) return NONE;
  const labels = blocks.some((block) => isPlain(block) && isSignedLabel(lined(block), language));
  const { dateline, framed, salutation } = letterSigns(evidence);
  const articles = countedBlocks(blocks).size > 0;
  const reasons = [
    ...(titled ? ['a title that calls it a record'] : []),
    ...(attested ? ['words in which a paper is attested'] : []),
    ...(labels ? ['a line that says who signed'] : []),
    ...(articles ? ['headings of articles'] : []),
    ...(dateline || framed ? ['a dateline'] : []),
  ];
  const score =
    (titled ? 0.45 : 0) +
    (attested ? 0.35 : 0) +
    (labels ? 0.3 : 0) +
    (articles ? 0.35 : 0) +
    (dateline ? 0.1 : 0) +
    (framed ? 0.2 : 0);
  return { score: Math.min(salutation ? score * 0.5 : score, 0.95), reasons };
}
