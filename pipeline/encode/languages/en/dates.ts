/** English dates; the readers of `dates/` handle most of them without this table. */
import { type DateWords, NO_DATE_WORDS } from '../model/date-words.ts';
import { DAY_ORDINALS } from './numbers.ts';

export const englishDates: DateWords = {
  ...NO_DATE_WORDS,
  days: DAY_ORDINALS,
  feasts: [
    [String.raw`new year['’]s day`, '01-01'],
    ['epiphany|twelfth day', '01-06'],
    ['candlemas(?: day)?', '02-02'],
    [String.raw`st\. george['’]s day`, '04-23'],
    ['lady day', '03-25'],
    ['midsummer(?: day)?', '06-24'],
    ['lammas(?: day)?', '08-01'],
    ['michaelmas(?: day)?', '09-29'],
    [String.raw`all saints['’]? day|all hallows`, '11-01'],
    ['martinmas', '11-11'],
    ['christmas(?: day)', '12-25'],
    ['christmas eve', '12-24'],
    ['ash wednesday', -46],
    ['palm sunday', -7],
    ['maundy thursday', -3],
    ['good friday', -2],
    ['easter (?:day|sunday)', 0],
    ['easter monday', 1],
    ['ascension day|holy thursday', 39],
    ['whit-?sunday', 49],
    ['whit-?monday', 50],
    ['corpus christi', 60],
  ],
  relativeMonths: [
    [String.raw`instant|inst\.?|current month|of (?:the present|this) month`, 0],
    [String.raw`ultimo|ult\.?|of last month`, -1],
    [String.raw`proximo|prox\.?|of next month`, 1],
  ],
  oldStyle: String.raw`o\. ?s\.|old style`,
};
