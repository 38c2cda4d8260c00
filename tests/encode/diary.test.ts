/** Diaries as people write them: where entries begin, and which days they have. */
import { describe, expect, it } from 'vitest';
import { bodyOf, encoded } from './in-process.ts';

/** Each text with the days of its entries; `-` for a day without a stated year. */
const DIARIES: Readonly<Record<string, { readonly text: string; readonly days: string }>> = {
  'a full stop after the month, a number alone, a remark after the day': {
    text:
      'Tagebuch der Luise Rehberg, 1813\n\nMontag, den 4. Oktober. Das Silber vergraben.\n\n' +
      'd. 7ten. Kanonendonner von Süden her.\n\nAm 19. Oktober abends\nMan läutet alle Glocken.\n',
    days: '1813-10-04 1813-10-07 1813-10-19',
  },
  'an entry on each line, below its year': {
    text:
      'Journal of a Voyage\n\n1851\nJany 3d Wind S.W. Made 140 miles.\n4th Fresh gale from the north.\n' +
      '5th Sunday. Prayers read on deck.\nFeby 1st Crossed the Line.\n2nd Hot. Nothing to write.\n',
    days: '1851-01-03 1851-01-04 1851-01-05 1851-02-01 1851-02-02',
  },
  'dashes after numbers, a place after the day': {
    text:
      'Journal de campagne\n\n12 juin 1809. — Nous avons passé le fleuve à la nuit.\n\n13. — Repos. Il pleut.\n\n' +
      '3 juillet, au bivouac. — On dit que le général arrive.\n',
    days: '1809-06-12 1809-06-13 1809-07-03',
  },
  'a place before the first day, no title': {
    text:
      'Camp on the river, Friday, June 1, 1849\n\nMade fifteen miles over sandy ground.\n\n' +
      'Saturday, June 2\n\nLay by to rest the teams.\n\nSunday, June 3\n\nPreaching at ten.\n',
    days: '1849-06-01 1849-06-02 1849-06-03',
  },
  'days in brackets': {
    text:
      '[Notebook 3]\n\n[12 March 1856.] Called on the master.\n\n[13 March.] Walk in the park.\n\n' +
      '[20 March.] Left by the early train.\n',
    days: '1856-03-12 1856-03-13 1856-03-20',
  },
  'words of a log before the day': {
    text:
      'Log of the Brig Mary\n\nRemarks on Tuesday 14th day of May 1811\nLight winds and fair weather.\n\n' +
      'Remarks on Wednesday 15th\nCarpenter employed on the boats.\n',
    days: '1811-05-14 1811-05-15',
  },
  'months as headings, the year in the title, days of many forms': {
    text:
      'Diary of Eliza Harcourt, 1857\n\nJanuary\n\nThurs. 1st. Snow all day.\n\n2. Mended stockings.\n\n' +
      'Sunday. To church twice.\n\n7th. Wednesday. No post.\n\nFebruary\n\n1. Baked 4 loaves.\n',
    days: '1857-01-01 1857-01-02 1857-01-04 1857-01-07 1857-02-01',
  },
  'a new year as a heading after December': {
    text:
      'Tagebuch der Anna Reiter\n\nSamstag, 1. Aug. 1914.\nAufregung. Der Vater ist fort.\n\n' +
      'Montag 3.\nMutter weint.\n\n31. Dezember\nDas Jahr geht zu Ende.\n\n1915\n\n' +
      '1. Jänner\nGott gebe uns Frieden.\n',
    days: '1914-08-01 1914-08-03 1914-12-31 1915-01-01',
  },
  'a feast on a line of its own': {
    text:
      'Tagebuch der Auguste Kettler\n\nMontag den 3. März 1845\n\nIn der Galerie.\n\n' +
      'Dienstag, d. 4ten\n\nRegen. Brief von Mutter.\n\nOstersonntag.\n\nGlocken über der Elbe.\n',
    days: '1845-03-03 1845-03-04 1845-03-23',
  },
  'days in numbers, with and without a line of their own': {
    text:
      'Aus dem Kriegstagebuch\n\n3.9.14\nHeute früh abmarschiert.\n\n5.9.14 Wir liegen im Graben.\n\n' +
      '7. IX. Vormarsch über den Fluss.\n',
    days: '- - -',
  },
};

describe('the entries of a diary', () => {
  it.each(Object.entries(DIARIES))('%s', (_, { text, days }) => {
    expect(encoded(text).genre.genre.name).toBe('diary');
    const entries = bodyOf(text).split('<div type="entry">').slice(1);
    const found = entries.map((entry) => /<date(?: when="([^"]+)")?/.exec(entry)?.[1] ?? '-');
    expect(found.join(' ')).toBe(days);
  });

  it('are not begun by numbered items, nor by a day that repeats its heading', () => {
    const items = bodyOf(
      'Diary\n\n3 December 1847. Resolved for the year:\n\n1. To rise early.\n\n2. To write.\n\n4 December. Rose late.\n',
    );
    expect(items.match(/<div type="entry">/g)).toHaveLength(2);
    const repeated = bodyOf(
      'Tagebuch\n\nDonnerstag, 15. Dezember 1892\n\n15. 12. Ein Brief.\n\nFreitag, 16. Dezember 1892\n\n16. 12. Regen.\n',
    );
    expect(repeated.match(/<div type="entry">/g)).toHaveLength(2);
  });
});
