/** Spanish. */
import { pattern, wordList } from '../../../core/text.ts';
import type { Language } from '../model/language.ts';
import { numberedDivision } from '../model/words.ts';
import { spanishDates } from './dates.ts';
import { spanishLetters } from './letters.ts';
import { spanishNames } from './names.ts';
import { spanishStage } from './stage.ts';

const ORDINALS =
  'primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|s[ée]ptim[oa]|octav[oa]|' +
  'noven[oa]|d[ée]cim[oa](?: ?(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|' +
  'noven)[oa])?|und[ée]cim[oa]|duod[ée]cim[oa]|(?:vig[ée]sim|trig[ée]sim|cuadrag[ée]sim|' +
  'quincuag[ée]sim)[oa](?: ?(?:primer|segund|tercer|cuart|quint|sext|s[ée]ptim|octav|' +
  'noven)[oa])?|[úu]ltim[oa]|[úu]nic[oa]|final';
const UNITS = 'un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve';
const CARDINALS =
  `(?:treinta|cuarenta|cincuenta|sesenta)(?: y (?:${UNITS}))?|veinti?(?:${UNITS}|d[óo]s|` +
  'tr[ée]s|s[ée]is)|diec?i(?:s[ée]is|siete|ocho|nueve)|diez|once|doce|trece|catorce|quince|' +
  `veinte|${UNITS}`;
const NUMBER = `(?:${ORDINALS}|${CARDINALS}|[ivxlc]+|\\d{1,3}[ºªo]?)`;
/** "ACTO PRIMERO", "Escena II", "Capítulo tercero". */
const division = (word: string) => numberedDivision(word, NUMBER, ORDINALS);

export const spanish: Language = {
  tag: 'es',
  name: 'Spanish',
  functionWords: wordList(`
    el los las y que en del una por con para es su al como más pero sus le lo yo ya si me sin sobre
    este mi muy cuando hay esta son también fue había ser dos tu ni cual quien
  `),
  months: [
    ['enero', 'ene', 'enº'],
    ['febrero', 'feb', 'febº'],
    ['marzo', 'mar'],
    ['abril', 'abr'],
    ['mayo', 'may'],
    ['junio', 'jun'],
    ['julio', 'jul'],
    ['agosto', 'ago', 'agto', 'agost'],
    ['septiembre', 'setiembre', 'sept', 'sep', 'sepe', 'sbre', '7bre'],
    ['octubre', 'oct', 'octu', 'octe', '8bre'],
    ['noviembre', 'nov', 'nove', 'novbre', '9bre'],
    ['diciembre', 'dic', 'dice', 'dicbre', '10bre', 'xbre'],
  ],
  weekdays: [
    ['lunes'],
    ['martes'],
    ['miércoles', 'miercoles'],
    ['jueves'],
    ['viernes'],
    ['sábado', 'sabado'],
    ['domingo'],
  ],
  dayEnding: 'º|°|ª|o|ero',
  dateParticles: 'de|del|el|a|en|(?:d[íi]as )?del mes de',
  dates: spanishDates,
  ordinals: ORDINALS,
  salutation: pattern('iu')`
    ^[«"“‘'¡]?(?:(?:mi|mis|muy|nuestr[oa]|estimad[oa]s?|ilustre|excmo\.?|exmo\.?|ilmo\.?) )*
    (?:querid[oa]s?|(?:quer|estim)(?:ad|id)[íi]sim[oa]s?|estimad[oa]s?|apreciad[oa]s?|
    distinguid[oa]s?|señor(?:a|es|as|
    ita)?|sr(?:a|es)?\.?|excelent[íi]sim[oa]|excmo\.?|amig[oa]s?|respetad[oa]s?|venerad[oa]|
    adorad[oa]|vuestra (?:excelencia|majestad|merced))(?=[\s,!.:]|$)
  `,
  closing: pattern('iu')`
    ^(?:(?:de )?(?:usted|vd|v)\.? (?:af|at|s|su)|su (?:afect|af|atent|seguro|amig|servid)|
    (?:tu|su|vuestro)(?: (?:muy|buen|humilde|y|fiel|obediente|siempre))* (?:amig|hij|herman|padre|
    madre|espos|servid|mam[áa]|pap[áa])|siempre (?:tuy|suy)|
    queda(?:mos)? de|quedo de|soy de|bes(?:a|o|an|amos|ando) (?:las?|
    sus?|los) (?:manos?|pies)|b\.? ?l\.? ?m|s\.? ?s\.? ?s|q\.? ?b\.? ?s\.? ?m|dios guarde|
    con (?:\p{L}+ ){0,4}(?:saludos?|respeto|afecto|cariño|consideración)|(?:un|muchos|afectuosos|
    cordiales) (?:\p{L}+ )?(?:saludos?|abrazos?|besos?)|atentamente|afectuosamente|cordialmente|
    suyo|tuy[oa]|adi[óo]s|hasta (?:pronto|luego|la vista)|recib[ae])
  `,
  postscript: /^(?:p\.? ?d\.?|p\.? ?s\.?|n\.? ?b\.?|posdata|postdata)(?=[\s:.,—–-])/i,
  honorifics: wordList(`
    sr sra srta señor señora señorita don doña d dª dr doctor general coronel capitán conde condesa
    duque duquesa marqués marquesa rey reina príncipe princesa fray padre sor excmo ilmo
  `),
  names: spanishNames,
  particles: ['de', 'del', 'de la', 'de los', 'la', 'y', 'e'],
  letters: spanishLetters,
  toWord: 'a|al',
  countedWords:
    String.raw`n[°º]|núms?\.?|páginas?|págs?\.|p\.|tomos?|vol\.|artículos?|art\.|capítulo|` +
    String.raw`cap\.|legajo|` +
    String.raw`leg\.|folio|fol\.|el|la|los|las|del|de|al|y|o|en|unos|unas|por|con|sobre|para`,
  pageWords: String.raw`página|pág\.?|p\.?|f\.|fol\.`,
  divisions: {
    act: division('(?:acto|jornada)'),
    scene: division('(?:escena|esc\\.|cuadro)'),
    chapter: division('cap(?:[íi]tulo|\\.)'),
    part: division('parte'),
    book: division('(?:libro|tomo)'),
    canto: division('canto'),
    poem: division('(?:soneto|oda|romance|letrilla|elegía|rima|canción|égloga|epigrama|fábula)'),
    letter: division('carta'),
    preface: pattern('iu')`
      ^(?:(?:prefacio|prólogo|prologo|epílogo|epilogo|introducción|conclusión|dedicatoria|apéndice|
      advertencia|proemio|aprobación|loa|introito|entremés)(?![\p{L}]).{0,80}|(?:licencia|tasa|
      argumento)[.:]?|al (?:curioso|benévolo|pío|discreto) lector[.:]?|(?:(?:dos|unas|algunas|pocas|
      cuatro) palabras )?(?:al lector|al que leyere|a los lectores)[.:]?)$
    `,
  },
  castHeading: /^(?:personas|personajes|figuras|interlocutores|hablan en ella)\b.{0,60}$/iu,
  stageDirection: pattern('iu')`
    ^(?:salen?|sálense|éntranse|éntrase|vase|vanse|entran?|aparte[.]?$|hácese|dicen? dentro|
    dentro[.]?$|tocan|cantan?[.]?$|música[.]?$|hablado[.]?$|recitado[.]?$|mutación[.]?$|
    canción[.]?$|tel[óo]n)(?![\p{L}])
  `,
  stage: spanishStage,
  trailer:
    /^(?:fin(?: (?:del?|de la|de los) .{1,60})?|laus deo|tel[óo]n(?: (?:rápido|lento))?)\s?[.!]?$/iu,
  setting: pattern('iu')`
    ^(?:la (?:escena|acción)|lugar de la acción|época|la época)(?: (?:es|pasa|se|en|tiene)|[:,—–-])
  `,
  authorLine: pattern('iu')`
    ^(?:por|de(?= don )|escrit[ao] por|traducid[ao] por|(?:comedia|tragedia|drama|novela|poema)
    (?: \p{L}+){0,4} de)(?= (?:don |d\. )?\p{Lu})
  `,
  dedication: /^(?:a|al|para|dedicad[ao] a)(?= \p{L})/iu,
  firstPerson: pattern('iu')`
    (?<![\p{L}])(?:yo|mí|mi|mis|me|nosotros|nuestr[oa]s?|nos|tú|ti|tu|vos|vuestr[oa]s?)(?![\p{L}])
  `,
};
