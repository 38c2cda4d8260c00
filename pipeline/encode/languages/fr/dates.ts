/** French dates. */
import type { DateWords } from '../model/date-words.ts';

const DAYS =
  'premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|' +
  'seize|dix-sept|dix-huit|dix-neuf|vingt|vingt[- ]et[- ]un|vingt-deux|vingt-trois|' +
  'vingt-quatre|vingt-cinq|vingt-six|vingt-sept|vingt-huit|vingt-neuf|trente|' +
  'trente[- ]et[- ]un';

export const frenchDates: DateWords = {
  days: DAYS.split('|'),
  relativeMonths: [
    [
      String.raw`(?:du )?courant|ct\.|(?:du |de ce )(?:présent )?mois(?: courant)?|de ce mois|` +
        String.raw`du présent`,
      0,
    ],
    [String.raw`du mois (?:passé|dernier|écoulé)|(?:du mois )?dernier|passé`, -1],
    [String.raw`du mois prochain|prochain`, 1],
  ],
  relativeYears: [
    [String.raw`de cette année|de la présente année|courant`, 0],
    [String.raw`de l['’]année (?:dernière|passée)|de l['’]an passé`, -1],
    ['dernier|passé', 'past'],
    [String.raw`de l['’]année prochaine`, 1],
    ['prochain', 'future'],
  ],
  relativeDays: [
    ['avant-hier', -2],
    ['hier', -1],
    [String.raw`aujourd['’]hui`, 0],
    ['après-demain', 2],
    ['demain', 1],
  ],
  yearWords: String.raw`l['’]an(?:née)?|en l['’]an(?:née)?|année|été|hiver|printemps|automne`,
  yearPrepositions: 'en|depuis|vers|dès|avant|après',
  until: String.raw`au|jusqu['’]au|et(?: le)?`,
  parts: [
    ['(?:au )?(?:commencement|début)(?: de)?', 'early'],
    ['(?:au )?milieu(?: de)?|mi-', 'mid'],
    ['(?:à la )?fin(?: de)?', 'late'],
  ],
  feasts: [
    [String.raw`(?:le )?jour de l['’]an|nouvel an`, '01-01'],
    ['(?:les )?rois|[ée]piphanie', '01-06'],
    ['chandeleur', '02-02'],
    ['saint-georges', '04-23'],
    ['saint-jean(?:-baptiste)?', '06-24'],
    ['assomption', '08-15'],
    ['saint-michel', '09-29'],
    ['toussaint', '11-01'],
    ['saint-martin', '11-11'],
    ['saint-nicolas', '12-06'],
    ['noël', '12-25'],
    ['mercredi des cendres', -46],
    ['dimanche des rameaux', -7],
    ['jeudi saint', -3],
    ['vendredi saint', -2],
    ['(?:dimanche|jour) de pâques', 0],
    ['lundi de pâques', 1],
    ['ascension', 39],
    ['(?:dimanche|jour) de (?:la )?pentecôte', 49],
    ['fête-dieu', 60],
  ],
  oldStyle: String.raw`v\. ?s\.|vieux style`,
};
