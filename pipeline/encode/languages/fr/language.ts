/** French. */
import { pattern, wordList } from '../../../core/text.ts';
import type { Language } from '../model/language.ts';
import { numberedDivision } from '../model/words.ts';
import { frenchDates } from './dates.ts';
import { frenchLetters } from './letters.ts';
import { frenchNames } from './names.ts';
import { frenchStage } from './stage.ts';

const ORDINALS =
  'premi(?:er|ère|ere)|seconde?|(?:deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz|douz|' +
  'treiz|quatorz|quinz|seiz|dix-sept|dix-huit|dix-neuv|(?:(?:vingt|trente|quarante|cinquante|' +
  'soixante)[ -](?:et[ -])?(?:un|deux|trois|quatr|cinqu|six|sept|huit|neuv|dix|onz))|vingt|' +
  'trent|quarant|cinquant|soixant)i[èe]me|derni(?:er|ère|ere)|unique';
const TENS = '(?:vingt|trente|quarante|cinquante|soixante|quatre-vingts?)';
const UNITS =
  'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|' +
  'seize|dix-sept|dix-huit|dix-neuf';
const CARDINALS = `${TENS}(?:[ -](?:et[ -])?(?:${UNITS}))?|${UNITS}`;
const NUMBER = `(?:${ORDINALS}|${CARDINALS}|[ivxlc]+(?:er|re|e)?|\\d{1,3}(?:er|re|e|ème)?)`;
/** "Acte premier", "SCÈNE II", "Chapitre III. Le départ". */
const division = (word: string) => numberedDivision(word, NUMBER, ORDINALS);

export const french: Language = {
  tag: 'fr',
  name: 'French',
  functionWords: wordList(`
    le les des et est une dans que qui pour pas vous je il elle nous sur avec plus au ce ne son par
    mais cette mon ses leur aux comme été sont même tout fait bien votre du ces leurs cet avait
    était très où
  `),
  months: [
    ['janvier', 'janv', 'janvr', 'jan'],
    ['février', 'fevrier', 'févr', 'fév'],
    ['mars'],
    ['avril', 'avr'],
    ['mai', 'may'],
    ['juin', 'jun'],
    ['juillet', 'juil', 'juill', 'jllet'],
    ['août', 'aout', 'aoust'],
    ['septembre', 'sept', 'septbre', '7bre'],
    ['octobre', 'oct', 'octbre', '8bre'],
    ['novembre', 'nov', 'novbre', '9bre'],
    ['décembre', 'decembre', 'déc', 'decbre', 'xbre', '10bre'],
  ],
  weekdays: [['lundi'], ['mardi'], ['mercredi'], ['jeudi'], ['vendredi'], ['samedi'], ['dimanche']],
  dayEnding: 'er|ère|e|ème|me|eme|re|nd',
  dateParticles: String.raw`le|de|d['’]|du|ce|en|jour (?:du mois )?de`,
  dates: frenchDates,
  ordinals: ORDINALS,
  salutation: pattern('iu')`
    ^[«"“‘']?(?:(?:mon|ma|mes|n(?:ost|ot)re|très|tr[eè]s-|bien|trop|toute?|
    si) ?)*(?:bon(?:ne)? (?=\p{L}+[,!]$)|vieux|
    vieille|chère?s?|cher(?:s)?|très cher\p{L}*|bien-aimé\p{L}*|monsieur|messieurs|madame|mesdames|
    m[ae]d(?:am|em)oiselle|monseigneur|frères?|sœurs?|seurs?|honor[ée]e?s?|excellence|
    votre (?:excellence|majesté|altesse)|ami|amie|sire|
    citoyen\p{L}*|révérend\p{L}*)(?=[\s,!.:]|$)
  `,
  closing: pattern('iu')`
    ^(?:(?:je|nous) (?:suis|sommes|vous (?:prie|embrasse|serre|salue|baise)|t['’]embrasse|reste|
    demeure|vous)|veuillez|agréez|recevez|croyez|tout à (?:vous|toi)|bien à vous|v(?:ôt|ot|
    ost)re (?:(?:très|
    tres|bien|tout|bons?|vieil|vieille|toute?|\p{L}+ment) )*(?:et )?(?:humble|dévou|affectionné|
    affectueu|
    reconnaissant|respectueu|am[iy]e?|fidèle|obéissant|frère|serviteur)|ton (?:ami|frère|fils|père|
    mari)|
    mille (?:amitiés|baisers|tendresses)|avec (?:\p{L}+ ){0,4}(?:respect|considération|amitié)|
    (?:bien |tout )?à (?:toi|vous)(?=[\s,.!]*$)|(?:(?:une|bonnes?|encore|cordiales?|
    mille) )*poignées? de mains?|adieu|à bientôt|amitiés|cordialement|(?:bien )?affectueusement|
    bien cordialement|salut et)
  `,
  postscript: /^(?:p\.? ?s\.?|n\.? ?b\.?|post-?scriptum)(?=[\s:.,—–-])/i,
  honorifics: wordList(`
    m mr mme mlle monsieur madame mademoiselle dr docteur sieur comte comtesse duc duchesse marquis
    marquise baron baronne roi reine prince princesse général colonel capitaine abbé père frère sœur
    oncle tante monseigneur mgr maître
  `),
  names: frenchNames,
  particles: ['de', 'du', 'des', 'de la', 'la', 'le', 'les', "d'", 'd’'],
  letters: frenchLetters,
  toWord: 'à|au|aux',
  countedWords:
    String.raw`n[°º]|no\.?|nos\.?|pages?|p\.|tomes?|t\.|vol\.|articles?|art\.|chapitre|chap\.|` +
    String.raw`pièce|` +
    String.raw`annexe|le|la|les|du|des|de|au|aux|et|ou|à|en|vers|environ|dans|par|pour|sur`,
  pageWords: String.raw`page|p\.?|f\.|fol\.`,
  divisions: {
    act: division('(?:acte|journée|tableau)'),
    scene: division('sc(?:[èe]ne|\\.)'),
    chapter: division('chap(?:itre|\\.)'),
    part: division('partie'),
    book: division('(?:livre|tome|volume)'),
    canto: division('chant'),
    poem: division('(?:sonnet|ode|ballade|élégie|fable|rondeau|chanson|épigramme)'),
    letter: division('lettre'),
    preface: pattern('iu')`
      ^(?:(?:préface|avant-propos|prologue|épilogue|introduction|conclusion|dédicace|avertissement|
      appendice|postface|avis (?:au|de l['’]|du)|épître|(?:extrait du )?privilège du roi|intermède)
      (?![\p{L}]).{0,80}|(?:approbation|argument|examen)[.:]?|(?:(?:un|quelques|
      deux) mots? )?aux? lecteurs?[.:]?)$
    `,
  },
  castHeading:
    /^(?:les )?(?:noms des )?(?:personnages?|acteurs|interlocuteurs)(?![\p{L}]).{0,40}$/iu,
  stageDirection: pattern('iu')`
    ^(?:entre |entrent |(?:il|elle|ils|elles|\p{Lu}\p{L}+) (?:sort|sortent|entre|entrent|rentre|
    s['’]en va)(?![\p{L}])|rideau|le rideau|la toile|à part[.]?$|silence[.]?$|chanson[.]?$|air[.]?$|
    musique[.]?$|parlé[.]?$|déclamé[.]?$)
  `,
  stage: frenchStage,
  trailer: pattern('iu')`
    ^(?:la )?fin(?: (?:du|de la|de l['’]|des|d['’]).{1,60})?\s?[.!]?$|^finis\.?$|
    ^(?:le )?rideau(?: (?:tombe|baisse))?[.!]?$|^la toile tombe[.!]?$
  `,
  setting: pattern('iu')`
    ^(?:la scène|l['’]action|le théâtre|le lieu|l['’]époque)(?: (?:est|se passe|se place|a lieu|
    représente)|[:,—–-])
  `,
  authorLine: pattern('iu')`
    ^(?:par|traduit par|(?:comédie|tragédie|drame|roman|poème)(?: .{1,40})? (?:de|par))
    (?= (?:M\. )?\p{Lu})
  `,
  dedication: /^(?:à|au|aux|pour|dédié à)(?= \p{L})/iu,
  firstPerson: pattern('iu')`
    (?<![\p{L}])(?:je|j['’]|moi|mon|ma|mes|me|m['’]|nous|notre|vous|votre|vos|tu|toi|te|ton)
    (?![\p{L}])
  `,
};
