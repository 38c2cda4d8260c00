/** Dates in German, French and Spanish texts, and feast days: words, values and certainty. */
import { describe, expect, it } from 'vitest';
import { findWrittenDates } from '../../pipeline/encode/dates/written/find.ts';
import { languageOf } from '../../pipeline/encode/languages/table.ts';

/** The dates of a paragraph in a document of 5 May 1848: `words=value certainty`. */
function dates(text: string, tag: string, when = '1848-05-05'): string[] {
  const passages = [{ id: 'p1', role: 'paragraph', text, points: [], line: 1 } as const];
  const found = findWrittenDates({ id: 'd1', passages, dating: { when } }, languageOf(tag));
  return found.map(({ start, end, dating, certainty }) => {
    const { when: value, from, to, notBefore, notAfter } = dating ?? {};
    const shown = value ?? (from ? `${from}/${to}` : `${notBefore}..${notAfter}`);
    return `${text.slice(start, end)}=${shown} ${certainty}`;
  });
}

describe('German dates', () => {
  it.each([
    ['Ihr Brief vom 3. d. M. kam.', '3. d. M.=1848-05-03 high'],
    ['Ihr Brief vom 28. v. Mts. kam.', '28. v. Mts.=1848-04-28 high'],
    ['Am ersten April d. J. war es.', 'ersten April d. J.=1848-04-01 high'],
    ['Am 17. März war ich dort.', '17. März=1848-03-17 medium'],
    ['Am 20. Dezember war ich dort.', '20. Dezember=1847-12-20 medium'],
    ['Vom 3. bis 7. Juni reisen wir.', '3. bis 7. Juni=1848-06-03/1848-06-07 medium'],
    ['Sonntag, den 7. Mai 1848, komme ich.', 'Sonntag, den 7. Mai 1848=1848-05-07 high'],
    ['Montag, den 7. Mai 1848, komme ich.', 'Montag, den 7. Mai 1848=1848-05-07 low'],
    ['Ende Juli 1847 starb er.', 'Ende Juli 1847=1847-07-21..1847-07-31 medium'],
    ['Ostersonntag 1847 lebte er.', 'Ostersonntag 1847=1847-04-04 high'],
    ['Zu Michaelis 1842 kam er.', 'Michaelis 1842=1842-09-29 high'],
    ['Er kam am 5. März 1812 a. St. an.', '5. März 1812 a. St.=1812-03-17 high'],
    ['Bd. 3, H. 8, Juni 1887, S. 9.', 'Juni 1887=1887-06 high'],
    ['Er kam am 5. März 1612 an.', '5. März 1612=1612-03-05 medium'],
    ['Er lebt seit 1815 in Rom.', '1815=1815 medium'],
    ['Es war vor 1813, im Krieg.', '1813=1813 medium'],
  ])('%s', (text, expected) => {
    expect(dates(text, 'de')).toEqual([expected]);
  });

  it.each([
    'Am 30. Februar 1848 war nichts.',
    'Er zahlte 1848 Thaler.',
    'Er kam mit etwa, um 1800 fl. zu zahlen.',
    'Nach 1200 Mann kam er.',
    'Im Jahr vor 1200.',
    'Der Mai ist gekommen.',
  ])('has no date: %s', (text) => {
    expect(dates(text, 'de')).toEqual([]);
  });
});

describe('French and Spanish dates', () => {
  it('completes a Republican day from the document', () => {
    expect(dates('Votre lettre du 25 ventôse dernier.', 'fr', '1798-03-23')).toEqual([
      '25 ventôse=1798-03-15 medium',
    ]);
    expect(dates('Votre lettre du 25 ventôse dernier.', 'fr')).toEqual([]);
  });

  it.each([
    ['fr', 'Votre lettre du 3 courant est là.', '3 courant=1848-05-03 high'],
    ['fr', 'Celle du 28 du mois dernier.', '28 du mois dernier=1848-04-28 high'],
    ['fr', 'Celle du 15 mars dernier.', '15 mars dernier=1848-03-15 high'],
    ['fr', 'Celle du 28 décembre dernier.', '28 décembre dernier=1847-12-28 high'],
    ['fr', 'Au 30 avril prochain.', '30 avril prochain=1849-04-30 high'],
    ['es', 'La del 28 de enero próximo pasado.', '28 de enero próximo pasado=1848-01-28 high'],
    ['es', 'El 3 de noviembre próximo.', '3 de noviembre próximo=1848-11-03 high'],
    ['fr', 'Du 3 au 7 juin 1848 à Lyon.', '3 au 7 juin 1848=1848-06-03/1848-06-07 high'],
    ['fr', 'Il naquit en 1788 à Rouen.', '1788=1788 medium'],
    ['fr', 'Depuis 1815, il vit retiré.', '1815=1815 medium'],
    ['es', 'Nació en 1788 y murió.', '1788=1788 medium'],
    ['fr', 'Le 18 brumaire an VIII à Paris.', '18 brumaire an VIII=1799-11-09 high'],
    ['fr', 'Le 4 germinal an XII à Paris.', '4 germinal an XII=1804-03-25 high'],
    ['fr', 'Le 11 frimaire an XI à Paris.', '11 frimaire an XI=1802-12-02 high'],
    [
      'fr',
      'Du 2 nivôse, an V de la République française.',
      '2 nivôse, an V de la République française=1796-12-22 high',
    ],
    ['fr', 'Le premier mai 1848.', 'premier mai 1848=1848-05-01 high'],
    ['es', 'La del 3 del corriente llegó.', '3 del corriente=1848-05-03 high'],
    ['es', 'La del 28 del pasado llegó.', '28 del pasado=1848-04-28 high'],
    ['es', 'El 2 de mayo de 1808 en Madrid.', '2 de mayo de 1808=1808-05-02 high'],
    [
      'es',
      'A principios de abril de 1847.',
      'A principios de abril de 1847=1847-04-01..1847-04-10 medium',
    ],
    ['en', 'Yours of the 28th ult. came.', '28th ult.=1848-04-28 high'],
    ['en', 'We meet on the 12th inst. here.', '12th inst.=1848-05-12 high'],
    ['en', 'We meet on the 7th prox. here.', '7th prox.=1848-06-07 high'],
    ['en', 'Taken the 10th day of March 1687/8 by us.', '10th day of March 1687/8=1688-03-20 high'],
    ['en', 'On 10/20 March 1687/8 they met.', '10/20 March 1687/8=1688-03-20 high'],
    ['en', 'On 10/25 March 1687/8 they met.', '10/25 March 1687/8=1688-03-25 low'],
    ['en', 'Proved at Norwich 3 October 1598.', '3 October 1598=1598-10-03 medium'],
    ['en', 'Dated 2 May 1701 O. S. at York.', '2 May 1701 O. S.=1701-05-13 high'],
    ['en', 'On Good Friday 1847 they met.', 'Good Friday 1847=1847-04-02 high'],
  ])('%s: %s', (tag, text, expected) => {
    expect(dates(text, tag)).toContain(expected);
  });

  it('knows no 31 June', () => {
    expect(dates('Le 31 juin 1848 n’existe pas.', 'fr')).toEqual([]);
  });
});
