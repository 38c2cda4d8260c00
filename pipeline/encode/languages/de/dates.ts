/** German dates. */
import type { DateWords } from '../model/date-words.ts';

const ORDINAL_STEMS =
  'erst zwe[iy]t dritt viert fünff?t sechst sieben?t acht neunt zehe?nt eil?ft zwölff?t ' +
  'dre[iy]zehnt vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst ' +
  'einundzwanzigst zwe[iy]undzwanzigst dre[iy]undzwanzigst vierundzwanzigst fünfundzwanzigst ' +
  'sechsundzwanzigst siebenundzwanzigst achtundzwanzigst neunundzwanzigst drei(?:ß|ss)igst ' +
  'einunddrei(?:ß|ss)igst';

export const germanDates: DateWords = {
  days: ORDINAL_STEMS.split(' ').map((stem) => `${stem}e[rns]?`),
  relativeMonths: [
    [
      String.raw`d\. ?m(?:ts)?\.|ds\.(?: m(?:ts)?\.)?|dieses monats|dieses(?=[,.;]| j)|l\. ?m\.|` +
        String.raw`laufenden monats|hujus|huj\.|curr?\.`,
      0,
    ],
    [
      String.raw`v\. ?m(?:ts)?\.|vor\. ?m(?:ts)?\.|vorigen monats|vergangenen monats|` +
        String.raw`letzten monats|` +
        String.raw`passati`,
      -1,
    ],
    [
      String.raw`[kn]\. ?m(?:ts)?\.|kommenden monats|künftigen monats|nächsten monats|kft\. ?m\.`,
      1,
    ],
  ],
  relativeYears: [
    [
      String.raw`d(?:s)?\. ?j(?:s)?\.|dieses jahre?s|l\. ?j\.|laufenden jahre?s|heurigen jahre?s`,
      0,
    ],
    [String.raw`v(?:or)?\. ?j(?:s)?\.|vorigen jahre?s|vergangenen jahre?s|letzten jahre?s`, -1],
    [String.raw`[kn]\. ?j(?:s)?\.|kommenden jahre?s|künftigen jahre?s|nächsten jahre?s`, 1],
  ],
  relativeDays: [
    ['vorgestern', -2],
    ['gestern', -1],
    ['heute', 0],
    ['übermorgen', 2],
  ],
  yearWords:
    'im jahre?|das jahr|des jahre?s|dem jahre?|anno|im sommer|im winter|im frühjahr|im herbst',
  yearPrepositions: 'seit|um|ab|vor|nach|bis|gegen|in|anno|ao',
  until: 'bis(?: zum| einschließlich| auf den)?|und',
  parts: [
    ['anfangs?', 'early'],
    ['mitte', 'mid'],
    ['ende', 'late'],
  ],
  feasts: [
    ['neujahr(?:stage?)?', '01-01'],
    ['heilige[n]? drei könige(?:n)?|dreikönig(?:en|stage?)?|epiphania[es]', '01-06'],
    ['mari[äa] lichtme(?:ß|ss)|lichtme(?:ß|ss)', '02-02'],
    ['georgi', '04-23'],
    ['walpurgis', '05-01'],
    ['johannis?(?:tage?)?', '06-24'],
    ['peter und paul', '06-29'],
    ['jakobi', '07-25'],
    ['mari[äa] himmelfahrt', '08-15'],
    ['michaelis?|michaeli', '09-29'],
    ['allerheiligen', '11-01'],
    ['allerseelen', '11-02'],
    ['martini', '11-11'],
    ['nikolai|nikolaus(?:tage?)', '12-06'],
    ['weihnacht(?:en|stage?)?|christtage?', '12-25'],
    ['sylvester|silvester', '12-31'],
    ['aschermittwoch', -46],
    ['palmsonntag', -7],
    ['gründonnerstag', -3],
    ['kar-?freitag|char-?freitag', -2],
    ['ostersonntag|osterfeste?|ostertage?', 0],
    ['ostermontag', 1],
    ['christi himmelfahrt', 39],
    ['pfingstsonntag|pfingstfeste?', 49],
    ['pfingstmontag', 50],
    ['fronleichnam', 60],
  ],
  oldStyle: String.raw`a\. ?st(?:ils?)?\.|alten st[iy]ls?`,
};
