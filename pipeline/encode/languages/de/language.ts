/** German. */
import { pattern, wordList } from '../../../core/text.ts';
import type { Language } from '../model/language.ts';
import { germanDates } from './dates.ts';
import { germanLetters } from './letters.ts';
import { germanNames } from './names.ts';
import { germanStage } from './stage.ts';

const ORDINALS =
  '(?:erst|zweit|zweyt|dritt|viert|fünft|fuenft|fünfft|sechst|sechßt|siebend|siebent|siebt|' +
  'acht|neunt|zehnt|zehend|eilft|elft|zwölft|zwölfft|(?:drei|drey|vier|fünf|funf|sech|sechs|' +
  'sieb|sieben|acht|neun)zehnt|(?:(?:ein|zwei|zwey|drei|drey|vier|fünf|sechs|sieben|acht|' +
  'neun)und)?(?:zwanzig|dreißig|dreyßig|vierzig|fünfzig)st|hundertst|letzt|einzig)(?:er|es|e|' +
  'en|te|ter|tes)?';
const CARDINALS = 'eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf';
const NUMBER = `(?:${ORDINALS}|${CARDINALS}|[ivxlc]+|\\d{1,3})`;
/** "Erster Akt", "Kapitel 3", "3. Szene", "Zweites Kapitel. Der Sturm". */
const division = (word: string) =>
  new RegExp(
    `^(?:(?:der|die|das) )?(?:${word}\\s+${NUMBER}\\b.{0,240}|(?:${ORDINALS}|\\d{1,3}\\.|` +
      `[ivxlc]+\\.) ?${word}(?![\\p{L}]).{0,240})$`,
    'iu',
  );

export const german: Language = {
  tag: 'de',
  name: 'German',
  functionWords: wordList(`
    und der die das ist nicht ich sie ein eine den mit sich auf dem von zu auch wie wir daß dass des
    im für noch aber nur mich mir war bei so hat haben einen nach wenn über ihm ihr sein bin uns als
    doch nun was kein keine keinen vom zum zur an am um durch bis oder aus dieser diese diesem
    werden wird wurde worden sind ihnen ihre ihren vnd vnnd unnd uff ouch umb nit disen dz daz syn
    sin unser
  `),
  months: [
    ['januar', 'jänner', 'jenner', 'jan', 'jän', 'jenn', 'jänn', 'janr', 'januarii', 'januarij'],
    ['februar', 'feber', 'feb', 'febr', 'hornung', 'februarii', 'februarij'],
    ['märz', 'mrz', 'mär', 'maerz', 'martii', 'martij'],
    ['april', 'apr', 'aprilis'],
    ['mai', 'may', 'maii', 'maij'],
    ['juni', 'jun', 'juny', 'junii', 'junij', 'juno'],
    ['juli', 'jul', 'july', 'julii', 'julij'],
    ['august', 'aug', 'augusti'],
    [
      'september',
      'sept',
      'sep',
      'septbr',
      'sptbr',
      'septr',
      'septembris',
      '7ber',
      '7br',
      '7bris',
      '7r',
    ],
    [
      'oktober',
      'october',
      'okt',
      'oct',
      'octbr',
      'oktbr',
      'octr',
      'octobris',
      '8ber',
      '8br',
      '8bris',
      '8r',
    ],
    ['november', 'nov', 'novbr', 'novr', 'novembris', '9ber', '9br', '9bris', '9r'],
    [
      'dezember',
      'december',
      'dez',
      'dec',
      'decbr',
      'dezbr',
      'decr',
      'dezr',
      'decembris',
      'xber',
      '10ber',
      '10br',
      'xbris',
      '10r',
    ],
  ],
  weekdays: [
    ['montag', 'mo', 'mont'],
    ['dienstag', 'di', 'dienst', 'dinstag'],
    ['mittwoch', 'mi', 'mittw', 'mitwoch'],
    ['donnerstag', 'do', 'donn', 'donnerst'],
    ['freitag', 'fr', 'freit', 'freytag'],
    ['samstag', 'sa', 'sonnabend', 'samst'],
    ['sonntag', 'so', 'sonnt'],
  ],
  dayEnding: String.raw` ?(?:ten|te|ter|tn|sten|ste)|t|\.`,
  dateParticles: String.raw`den|d\.|am|des|der|vom|im`,
  dates: germanDates,
  ordinals: ORDINALS,
  salutation: pattern('iu')`
    ^[„»"“‘']?(?:(?:mein(?:e|er|en)?|unser(?:e)?|(?:aller|hoch|sehr|ganz|viel|innigst|herz(?:ens)?|
    höchst|wohl)[-\p{L}]*|du|ihr|o),? )*(?:lieb(?:e|er|es|en|ste|ster|stes)|(?:viel|aller|
    herz)?lieb(?:e|er|ste|ster)|theuer(?:e|er|ste|ster)|teuer(?:e|er|ste|ster)|teure[rs]?|
    theure[rs]?|verehrte?[rs]?|verehrtest\p{L}*|hochverehrt\p{L}*|sehr geehrte?[rs]?|geehrt\p{L}*|
    hochgeehrt\p{L}*|hochgeschätzt\p{L}*|(?:hoch)?(?:geacht|gelehrt)et?e?[rs]?|
    hochzuverehrend\p{L}*|wertge\p{L}*|werthe\p{L}*|
    werte?[rs]?|werthgeschätzt\p{L}*|gnädig\p{L}*|best(?:e|er)|allerliebst\p{L}*|geliebt\p{L}*|
    herzlichst? \p{L}+|hochwohlgeboren\p{L}*|hochgeboren\p{L}*|(?:aller)?durchlauchtig\p{L}*|
    allergnädigst\p{L}*|hoch(?:zu)?ehrend\p{L}*|hochgelahrt\p{L}*|hochwürdig\p{L}*|hoch(?:wohl|
    edel)?gebo(?:h)?r(?:e)?n\p{L}*|wohl(?:edl|gebo)\p{L}*|hochedl\p{L}*|ehrwürdig\p{L}*|
    großmächtig\p{L}*|ew\.|euer|eure)(?=[\s,!.:]|$)
  `,
  closing: pattern('iu')`
    ^(?:(?:mit|in) (?:[\p{L}.-]+ ){0,5}(?:gr[üu](?:ß|ss)(?:en|e)?|empfehlung\p{L}*|hochachtung|
    verehrung|liebe|freundschaft|treue|dank|gruß|gruss|ergebenheit|achtung|wünschen|ehrerbietung|
    eile|bewegung|gesinnung|zuneigung|anhänglichkeit|bewunderung|wertsch(?:ä|ae)tzung|dankbarkeit|
    sehnsucht)|(?:viele|herzl\.|herzliche?n?|herzlichste?n?|beste?n?|schöne|freundliche?n?|innige?|
    tausend|die (?:herzlichsten|besten)) (?:[\p{L}.-]+ ){0,3}(?:gr[üu](?:ß|ss)e?n?|küsse)|(?:stets |
    immer |ganz |wie immer |in treue |treu(?:lichst)? )*(?:(?:ihr|dein|euer|eure|ihre|deine|
    der ihre|der deine|die ihre|die deine)(?=[\s,.]|$)(?! \p{Ll}{0,4}[^\p{L}]? ?(?:brief|karte))|
    hochachtungsvoll|hochachtend|ergebenst|herzlichst|herzlich|freundschaftlichst|verehrungsvoll|
    ehrerbietigst)|(?:ihr|dein|euer|ihre|deine|eure)(?:,? (?:stets|sehr|ganz|wie immer|aufrichtig|
    treu|herzlich|in) ?)*,? ?\p{L}*(?:treue[rs]?|gebene?[rs]?|ebenste[rs]?|dankbare?[rs]?|
    liebende?[rs]?|alte[rs]?|samste[rs]?)(?=[\s,.]|$)|(?:von|aus) (?:ganzem |tiefstem )?herzen|
    leb(?:en sie|e) (?:recht )?wohl|auf (?:baldiges )?wiederseh|adieu|alles (?:gute|liebe|
    herzliche)|(?:es )?gr[üu](?:ß|ss)[et]\p{L}* |sei(?:d|en sie)? (?:\p{L}+ ){0,5}ge(?:grü|kü)|
    ich (?:bin|verbleibe|verharre|grüße)|ich (?:umarme|küsse|drücke)|gr[uü](?:ß|ss)e?(?=[\s,.!]|$)|
    gott befohlen|heil hitler|(?:es |dich |euch |sie )(?:umarm|küss|küß|grüß|grüss)\p{L}+ |
    alle grüßen |bleib(?:e|t|en sie)? (?:recht )?gesund|servus(?=[\s,.!]|$)|bis bald|(?:frohe|
    fröhliche|gesegnete)s? (?:weihnacht|ostern|pfingst|feiertage|fest)|empfangen sie|genehmigen sie)
  `,
  postscript: /^(?:p\.? ?s\.?|n\.? ?s\.?|n\.? ?b\.?|nachschrift|postscriptum)(?=[\s:.,—–-])/i,
  honorifics: wordList(`
    herr herrn hr hrn frau fr fräulein frl dr doktor doctor prof professor graf gräfin fürst fürstin
    baron baronin freiherr könig königin kaiser kaiserin prinz prinzessin herzog herzogin hofrat
    hofrath geheimrat geheimrath minister general oberst hauptmann major direktor director pfarrer
    pastor tante onkel vetter bruder schwester meister rat rath
  `),
  names: germanNames,
  particles: ['von', 'v', 'van', 'zu', 'zum', 'zur', 'vom', 'der', 'den', 'de', 'auf', 'am', 'und'],
  letters: germanLetters,
  toWord: 'an',
  countedWords:
    String.raw`nr\.?|no\.?|seiten?|s\.|bände?|bd\.|art(?:ikel|\.)|§|kapitel|kap\.|blatt|bl\.|` +
    String.raw`ziffer|` +
    String.raw`punkt|anlage|heft|am|den|der|die|das|dem|des|um|von|bis|und|oder|gegen|über|` +
    String.raw`unter|mit|` +
    String.raw`nach|vor|zu|auf|etwa|circa`,
  pageWords: String.raw`seite|s\.?|bl\.|blatt`,
  divisions: {
    act: division('(?:akt|act|aufzug|handlung)'),
    scene: division('(?:szene|scene|auftritt|bild)'),
    chapter: division('(?:kapitel|capitel|cap\\.|kap\\.|hauptstück|abschnitt)'),
    part: division('(?:teil|theil|abteilung|abtheilung)'),
    book: division('(?:buch|band)'),
    canto: division('gesang'),
    poem: division('(?:sonett|sonnet|ode|elegie|lied|ballade|idylle|romanze)'),
    letter: division('brief'),
    preface: pattern('iu')`
      ^(?:vorwort|vorrede|vorbericht|vorerinnerung|vorspiel|nachspiel|zwischenspiel|prologu?s?|
      epilogu?s?|einleitung|schluß|schluss|widmung|zueignung|zuschrift|anhang|inhalt|nachwort|
      an den (?:geneigten |günstigen )?leser)(?![\p{L}]).{0,80}$
    `,
  },
  castHeading: pattern('iu')`
    ^(?:personen|die personen|handelnde personen|personenverzeichnis|personen des \p{L}+)\b.{0,40}$
  `,
  stageDirection: pattern('iu')`
    ^(?:der vorhang|vorhang(?: fällt)?[.!]?$|verwandlung|(?:ab|alle ab|beide ab|geht ab|gehen ab|
    will ab|pause|stille|musik|lied|gesang|chor|duett|terzett|arie|romanze|finale|donner|beiseite|
    für sich)[.]?$|(?:\p{Lu}\p{L}+ ){1,3}(?:ab|geht ab|gehen ab|tritt auf|treten auf|kommt|
    kommen)[.]?$)
  `,
  stage: germanStage,
  trailer: pattern('iu')`
    ^(?:(?:das )?ende(?: (?:des|der|vom) .{1,60})?|finis|schluß des .{1,40}|schluss des .{1,40}|
    (?:der )?vorhang(?: fällt)?)\s?[.!]?$
  `,
  setting: pattern('iu')`
    ^(?:(?:der |die )?(?:ort|zeit|schauplatz|szene|scene|handlung|das stück|bühne)(?: (?:und|der|
    des) \p{L}+){0,2}(?: (?:ist|spielt|begiebt|begibt|geht|fällt)|\.?\s?[:,—–-])|das stück spielt|
    das theater stellt)
  `,
  authorLine: /^(?:von|herausgegeben von|übersetzt von|(?:ein|eine) \p{Lu}\p{L}+ von)(?= \p{Lu})/iu,
  dedication: /^(?:an|für|dem|der|den|meinem|meiner|meinen|zum andenken|gewidmet)(?= \p{Lu})/iu,
  firstPerson: pattern('iu')`
    (?<![\p{L}])(?:ich|mir|mich|mein\p{L}*|wir|uns|unser\p{L}*|du|dir|dich|dein\p{L}*|euch|euer)
    (?![\p{L}])
  `,
};
