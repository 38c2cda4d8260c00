/** Latin and Dutch. */
import type { EpistolaryWords } from './words.ts';

const latin: EpistolaryWords = {
  tag: 'la',
  months: [
    'ianuarii januarii ianuarij ianuarius januarius ianuario',
    'februarii februarij februarius februario',
    'martii martij martius martio',
    'aprilis aprilii aprili',
    'maii maij maius maio',
    'iunii junii iunij iunio',
    'iulii julii iulij iulio',
    'augusti augusto',
    'septembris septembri 7bris',
    'octobris octobri 8bris',
    'novembris novembri 9bris',
    'decembris decembri xbris 10bris',
  ],
  weekdays: [
    'feria secunda',
    'feria tertia',
    'feria quarta',
    'feria quinta',
    'feria sexta',
    'sabbato',
    'dominica',
  ],
  days: 'prima|secunda|tertia|quarta|quinta|sexta|septima|octava|nona|decima',
  dayEnding: 'ma|a|o|mo',
  dateParticles: 'die|mensis|anno(?: domini)?|a\\.(?: ?d\\.)?|diebus|calendas',
  beforeSalutation: 'mi|domine|vir|tua|meus|mea',
  salutation:
    's(?:alutem)?(?: plurimam)?(?: (?:in domino|dicit))?|s\\. ?(?:p\\. ?)?d\\.?|s\\. ?p\\.|' +
    'salve|salvete|car(?:issim)?e|amicissime|doctissime|clarissime|reverend(?:issim)?e|' +
    'illustrissime|observandissime|ornatissime|optime|venerande|gratiam? et pace[m]?',
  closing:
    'b?ene ?vale|vale(?:te)?|vale et|raptim|tuus|tua|vester|t\\. ?t\\.|deo commend|deus te|' +
    'dominus te|cura ut valeas',
  postscript: 'p\\.? ?s\\.?|n\\.? ?b\\.?|post ?script(?:um|a)',
  honorifics: 'dominus domino domini d magister doctor doctori viro frater pater',
  particles: 'a de ab',
  toWord: 'ad',
  letters: {
    addressee:
      String.raw`(?:clarissimo|doctissimo|reverendo|ornatissimo|eruditissimo|integerrimo|` +
      String.raw`ornatissimis|prudentissimo|illustri|magnifico|optimo)(?: (?:ac|et|` +
      String.raw`atque) \p{L}+)?(?: viro| domino| principi)?|d\. |domino|ad manus`,
    superscription: 'inscriptio|a tergo|in dorso|superscriptio|adresse',
    beforePlace: 'dat(?:um|ae|a)(?: in| ex)?|actum(?: in)?|ex|in|apud|scripsi',
    beforeDate: 'die|anno|ipso die|pridie|postridie',
    undated: 'sine dato|s\\. ?d\\.',
    signed: String.raw`\(?(?:subscripsit|sig\.)\)?:?`,
    kinds: 'epistola|litterae',
    remaining: 'sum|maneo|vale',
    remainsAs: 'tuus|tua|tuissimus|servus|amicus|frater',
    servant: 'servus|servulus|cliens|minister',
    fromWord: 'a|ab',
  },
};

const dutch: EpistolaryWords = {
  tag: 'nl',
  months: [
    'januari january jan',
    'februari february feb febr',
    'maart mrt meert',
    'april apr',
    'mei mey',
    'juni juny jun',
    'juli july jul',
    'augustus augusti aug',
    'september sept sep 7ber',
    'oktober october okt oct 8ber',
    'november nov 9ber',
    'december dec xber 10ber',
  ],
  weekdays: [
    'maandag maendag',
    'dinsdag dingsdag',
    'woensdag',
    'donderdag',
    'vrijdag vrydag',
    'zaterdag saterdag',
    'zondag sondag',
  ],
  days:
    'eersten?|tweeden?|derden?|vierden?|vijfden?|zesden?|zevenden?|achtsten?|negenden?|' +
    'tienden?',
  dayEnding: 'den|sten|ste|en|e|de|n',
  dateParticles: 'den|de|der|van|in|dezer',
  beforeSalutation: 'mijn|mijne|myn|zeer|wel|hoog|onze|weledele|edele',
  salutation:
    'beste|lieve|liefste|waarde|geachte|hooggeachte|weledel\\p{L}*|wel-?edele|edele|' +
    'geliefde|dierbare|zeergeachte|hoogedel\\p{L}*|hooggeleerde|mijnheer|mynheer|mevrouw|' +
    'amice|excellentie|heer|heren|heeren|vriend|eerwaarde',
  closing:
    'met (?:\\p{L}+ ){0,5}(?:groet(?:en|e)?|achting|hoogachting|handdruk|dank|liefde|' +
    'vriendschap)|(?:hartelijke|vriendelijke|vele|veel|de) (?:\\p{L}+ )?groet(?:en|jes)|' +
    'hoogachtend|gegroet|dag(?= (?:beste|lieve|liefste|hoor|\\p{Lu}\\p{L}+[,.!])|[,!]|$)|een ' +
    'handdruk|(?:uw|uwe|je|t\\.? ?à\\.? ?t|' +
    't\\. ?t)(?= (?:\\p{L}+ ){0,4}(?:\\p{L}*vriend(?:in)?|dienaar|broer|broeder|zuster|zoon|' +
    'dochter|vader|moeder|liefhebbende|toegen(?:egen|\\.)|dw\\.?)|[,.]?$)|geheel de uwe|adieu|' +
    'vaarwel|in haast|tot (?:ziens|spoedig)|vale|hiermede|geloof me|steeds',
  postscript: 'p\\.? ?s\\.?|n\\.? ?b\\.?|naschrift',
  honorifics:
    'heer heere mijnheer mevrouw mevr mej juffrouw dr prof graaf gravin baron barones ' +
    'jonkheer jhr ds',
  particles: 'van de der den ten ter op',
  toWord: 'aan',
  letters: {
    addressee:
      String.raw`aan(?: de| den| het| mijnheer| mevrouw)?|den (?:heer|heere|edelen)|de (?:heer|` +
      String.raw`weledel\p{L}*)|mevrouw|mej\.|weled\p{L}*\.?`,
    institution: 'gezantschap|consulaat|ministerie|hotel|kantoor',
    street: String.raw`\p{Lu}[\p{L} ]{0,25}(?:straat|gracht|weg|plein|kade|laan|singel) ?\d{1,4}`,
    beforePlace: 'te|in|uit|bij|gegeven te|actum',
    beforeDate: 'den|de|op|heden|ad[iy]j?',
    received: 'ontvangen|ontv\\.',
    undated: 'ongedateerd|zonder datum|z\\. ?d\\.',
    timeOfDay: 'ochtend|morgen|middag|avond|nacht',
    signed: String.raw`\(?(?:get(?:ekend)?\.?|w\. ?g\.|was getekend)\)?:?`,
    added: [['enclosure', 'bijlagen?']],
    kinds: '(?:kopie van een )?(?:brief|briefkaart|telegram|nota|kaart)',
    remaining: 'ik (?:ben|blijf|verblijf|noem mij|teken)|verblijf(?= ik)|blijf(?= ik)',
    remainsAs: String.raw`uw(?:e)?(?: \p{L}+\.?){0,3}|dienaar|vriend(?:in)?|hoogachting`,
    servant: 'dienaar|dienaresse?|dienares|dr\\.|dnr\\.',
    relatives:
      'moeder|vader|ouders|broe(?:de)?rs?|zusters?|vrouw|man|zoon|dochter|oom|tante|neef|' +
      'nicht|vriend(?:in)?',
    fromWord: 'van|door',
  },
};

export const LATIN_AND_DUTCH_LETTERS: readonly EpistolaryWords[] = [latin, dutch];
