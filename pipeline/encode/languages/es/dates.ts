/** Spanish dates. */
import type { DateWords } from '../model/date-words.ts';

const DAYS =
  '(?:primero|uno) dos tres cuatro cinco seis siete ocho nueve diez once doce trece ' +
  'catorce quince diecis[ée]is diecisiete dieciocho diecinueve veinte veinti[úu]n[o]? ' +
  'veintid[óo]s veintitr[ée]s veinticuatro veinticinco veintis[ée]is veintisiete ' +
  'veintiocho veintinueve treinta treinta_y_uno';

export const spanishDates: DateWords = {
  days: DAYS.split(' ').map((words) => words.replaceAll('_', ' ')),
  relativeMonths: [
    [
      String.raw`(?:del |de )(?:mes )?(?:corriente|actual|presente)(?: mes)?|del que rige|` +
        String.raw`de este mes|de los corrientes|del cte\.`,
      0,
    ],
    [
      String.raw`del (?:mes )?(?:pasado|(?:próximo|prox\.?) (?:pasado|p(?:do|asd[o])\.?)|` +
        String.raw`anterior|último)|(?:próximo )?pasado|p\. ?p(?:do)?\.|ppdo\.?`,
      -1,
    ],
    [String.raw`del (?:mes )?(?:próximo|entrante|que viene|venidero)`, 1],
  ],
  relativeYears: [
    [String.raw`del (?:año )?(?:corriente|actual|presente)(?: año)?|de este año`, 0],
    [String.raw`del año (?:pasado|anterior|último)`, -1],
    [String.raw`(?:próximo )?pasado|ppdo\.?|último`, 'past'],
    [String.raw`del año (?:próximo|entrante|que viene)`, 1],
    ['próximo(?: venidero)?', 'future'],
  ],
  relativeDays: [
    ['anteayer|antes de ayer', -2],
    ['ayer', -1],
    ['hoy', 0],
    ['pasado mañana', 2],
  ],
  yearWords: 'el año(?: de)?|en el año(?: de)?|del año(?: de)?|año(?: de)?',
  yearPrepositions: 'en|desde|hacia|hasta',
  until: 'al?|hasta el|y',
  parts: [
    ['(?:a )?principios(?: de)?', 'early'],
    ['(?:a )?mediados(?: de)?', 'mid'],
    ['(?:a )?(?:fines|finales)(?: de)?', 'late'],
  ],
  feasts: [
    ['año nuevo', '01-01'],
    ['(?:día de )?(?:los )?reyes(?: magos)?', '01-06'],
    ['(?:la )?candelaria', '02-02'],
    ['san jos[ée]', '03-19'],
    ['san juan', '06-24'],
    ['san pedro y san pablo', '06-29'],
    ['santiago apóstol', '07-25'],
    ['asunción', '08-15'],
    ['san miguel', '09-29'],
    ['todos (?:los )?santos', '11-01'],
    ['san martín', '11-11'],
    ['navidad', '12-25'],
    ['miércoles de ceniza', -46],
    ['domingo de ramos', -7],
    ['jueves santo', -3],
    ['viernes santo', -2],
    ['domingo de (?:pascua|resurrección)', 0],
    ['corpus(?: christi)?', 60],
  ],
  oldStyle: 'estilo antiguo',
};
