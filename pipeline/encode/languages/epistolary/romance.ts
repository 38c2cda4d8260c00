/** Italian and Portuguese. */
import type { EpistolaryWords } from './words.ts';

const italian: EpistolaryWords = {
  tag: 'it',
  months: [
    'gennaio genn gen gennaro',
    'febbraio febbr feb febraio febraro febbraro',
    'marzo mar',
    'aprile apr',
    'maggio magg mag',
    'giugno giu',
    'luglio lug',
    'agosto ag ago',
    'settembre sett set 7bre 7mbre',
    'ottobre ott 8bre',
    'novembre nov 9bre 9mbre',
    'dicembre dic decembre xbre 10bre',
  ],
  weekdays: [
    'lunedì lunedi',
    'martedì martedi',
    'mercoledì mercoledi mercordì',
    'giovedì giovedi',
    'venerdì venerdi',
    'sabato sabbato',
    'domenica',
  ],
  days:
    'primo|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|' +
    'quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti|ventuno|ventidue|' +
    'ventitr[eé]|ventiquattro|venticinque|ventisei|ventisette|ventotto|ventinove|trenta|' +
    'trentuno',
  dayEnding: 'º|°|o|mo|me',
  dateParticles: "li|lì|il|le|i|di|del|addì|adì|a dì|a di|a|dell[’']anno",
  beforeSalutation:
    'mio|mia|miei|molto|ill(?:ustrissi)?mo|illustre|pregiatissimo|gentilissim[oa]|' +
    'eccellentissimo|ecc?\\.?mo|il|la|mi',
  salutation:
    'car[oaie]|carissim[oaie]|adorat[oaie]|tesor(?:o|ino)|amic[oaie]|amatissim[oa]|amat[oa]|' +
    'dilett[oaie]|' +
    'dilettissim[oa]|signor[ei]?|signora|sig\\.?(?:r|re|ra)?|padre|madre|fratello|sorella|' +
    'figli[oa]|serenissim[oa](?: principe| signore)?|illustrissim[oa]|illustre signore|' +
    'eccellenza|eccellentissim[oa]|egregi[oa]|stimat(?:issim)?[oa]|pregiat(?:issim)?[oa]|' +
    'gentil(?:issima?|e) (?:signor[ae]?|amic[oa])|reverend(?:issim)?[oa]|onorevole|' +
    'chiar(?:issim)?[oa]|venerat(?:issim)?[oa]|beatissimo padre|santità|maestà|altezza|' +
    'magnifico',
  closing:
    '(?:di )?(?:vostr[oa]|vost?ra? (?:signoria|eccellenza|altezza|maestà|serenità)|' +
    'v\\. ?[sea]\\.|su[oa]|tu[oa]|il tuo|la tua|il vostro|la vostra|' +
    'il suo)(?= (?:\\p{L}+ ){0,4}(?:\\p{L}*issim[oa]|servitore?|serva|amic[oa]|figli[oa]|' +
    'fratello|sorella|devot[oa]|obbligat[oa]|affezionat[oa]|aff\\S*|dev\\S*)|[,.]?$)|' +
    'affezionatissim[oa]|aff\\.?mo|devotissim[oa]|dev\\.?mo|umilissim[oa]|humilissim[oa]|' +
    'obbligatissim[oa]|con (?:\\p{L}+ ){0,5}(?:stima|affetto|ossequio|rispetto|saluti|' +
    'considerazione|amicizia)|(?:tanti|cordiali|distinti|affettuosi|' +
    'molti) (?:\\p{L}+ )?(?:saluti|baci|ossequi|auguri)|(?:ti|vi|le|la) (?:saluto|abbraccio|' +
    'bacio)|(?:e )?(?:a |vi )?(?:bas?cio|baciando(?:le|vi)?|bas?cia|baciamo|(?:gli|le|vi) ' +
    'bas?cio) (?:umilmente )?(?:le mani|la mano|i piedi)|addio|cordialmente|' +
    'sono (?:con|il|la|di)|mi creda|credetemi|credimi|gratie',
  postscript: 'p\\.? ?s\\.?|n\\.? ?b\\.?|post ?scrit(?:to|ta)|poscritto|post ?scriptum',
  honorifics:
    'signor signore signora sig don donna conte contessa marchese marchesa duca duchessa ' +
    'principe principessa cardinale padre fra suor dottore dottor prof professore avv ' +
    'cavaliere monsignor monsignore re regina barone baronessa',
  particles: 'di de da del della dei degli dal dalla lo la le d',
  toWord: 'a|ad|al|alla',
  letters: {
    addressee:
      String.raw`all?['’]? ?(?:ill(?:ustrissi)?mo|illustre|signor[ea]?|sig\.?|serenissimo|` +
      String.raw`eccellentissimo|molto|gentilissim[oa]|pregiatissim[oa]|chiarissimo|egregio|` +
      String.raw`reverendissimo)|alla? (?:signor[ae]?|sig\.?ra)|(?:ill(?:ustrissi)?mo|` +
      String.raw`gentilissim[oa]|pregiatissim[oa]|chiarissimo|egregio) sig(?:nor[ae]?|\.)`,
    addressedTo:
      String.raw`(?:all?['’]?|alla|ai|a) ?(?:molto|ill|sig|seren|eccell|gentil|preg|chiar|` +
      String.raw`egreg|rever|magnif|monsign|nobil)[\p{L}.]*`,
    superscription: 'a tergo|indirizzo|soprascritta|soprascritto|fuori|busta|sul retro',
    institution: 'legazione|ambasciata|consolato|ministero|albergo|hotel|palazzo|villa|convento',
    street: String.raw`(?:via|piazza|corso|viale) \p{Lu}[\p{L} ]{0,30},? ?(?:n\.? ?)?\d{1,4}`,
    beforePlace: String.raw`(?:dat[ao]|fatto|scritt[ao])(?: in| a| da)?|dall?['’]|da|di|de|in|a`,
    beforeDate: 'li|lì|il|le|i|addì|adì|a dì|a di|a',
    received: 'ricevut[oa]|rec(?:evut)?a?',
    dispatched: 'spedit[oa]|mandat[oa]',
    undated: String.raw`senza data|s\. ?d\.`,
    timeOfDay: 'mattina|sera|notte|mezzogiorno|mezzanotte',
    signed: String.raw`\(?(?:firmato|f\.to)\)?:?`,
    added: [
      ['enclosure', 'allegat[oi]|inclusa'],
      ['annex', 'appendice'],
    ],
    kinds: '(?:copia di )?(?:lettera|dispaccio|nota|telegramma|biglietto|cartolina)',
    remaining: 'resto|rimango|mi (?:confermo|sottoscrivo|dico|dichiaro|professo)|sono',
    remainsAs:
      String.raw`(?:vostr[oa]|su[oa]|tu[oa])(?: \p{L}+){0,3}|servitore?|amic[oa]|(?:devotissim|` +
      String.raw`affezionatissim|obbligatissim|umilissim)[oa]`,
    farewell: 'addio|salut[oia]|abbracc\\p{L}+|bac[io]+',
    servant: String.raw`serv(?:itore?|itrice|o|a|\.re|re)`,
    relatives:
      'madre|padre|genitori|fratell[oi]|sorell[ae]|moglie|marito|figli[oae]?|zi[oa]|' +
      'cugin[oa]|nipote|amic[oa]',
    fromWord: 'di|da|del|della',
  },
};

const portuguese: EpistolaryWords = {
  tag: 'pt',
  months: [
    'janeiro jan',
    'fevereiro fev',
    'março marco mar',
    'abril abr',
    'maio',
    'junho jun',
    'julho jul',
    'agosto ago',
    'setembro set 7bro',
    'outubro out 8bro',
    'novembro nov 9bro',
    'dezembro dez 10bro',
  ],
  weekdays: [
    'segunda-feira',
    'terça-feira',
    'quarta-feira',
    'quinta-feira',
    'sexta-feira',
    'sábado',
    'domingo',
  ],
  days: 'primeiro|dois|tr[êe]s|quatro|cinco|seis|sete|oito|nove|dez',
  dayEnding: 'º|°|o',
  dateParticles: 'de|do|a|aos|em',
  beforeSalutation: 'meu|minha|muito|il(?:ustrissi)?mo|ex(?:celentissi)?mo',
  salutation:
    'car[oa]s?|querid[oa]s?|amig[oa]s?|prezad[oa]s?|estimad[oa]s?|senhor(?:a|es)?|sr\\.?a?|' +
    'ex\\.?mo|il\\.?mo|excel[eê]ncia|majestade|pai|mãe|irmão|irmã',
  closing:
    'de (?:v\\.|vossa)|beij(?:a|o|amos|ando)(?:-lhe)? (?:as? mãos?|os pés)|(?:seu|sua|teu|tua|' +
    'vosso)(?= (?:\\p{L}+ ){0,4}(?:amig[oa]|criad[oa]|' +
    'obrigad[oa]|servo|filh[oa]|irmão|irmã|\\p{L}*íssim[oa])|[,.]?$)|deus guarde|' +
    'com (?:\\p{L}+ ){0,4}(?:estima|respeito|consideração|saudades|cumprimentos)|(?:muitas|' +
    'saudosas) saudades|(?:um|muitos) (?:abraço|beijo)s?|adeus|atenciosamente|cordialmente',
  postscript: 'p\\.? ?s\\.?|n\\.? ?b\\.?',
  honorifics: 'senhor senhora sr sra dom dona d conde duque marquês padre frei doutor dr',
  particles: 'de da do dos das e',
  toWord: 'a|ao|à|para',
  letters: {
    addressee:
      String.raw`ao? (?:il(?:ustrissi)?mo|ex(?:celentissi)?mo|sr\.?|senhora?)|il\.?mo|` +
      String.raw`ex\.?mo (?:sr|senhor)`,
    addressedTo: String.raw`(?:ao?|à) (?:muito|il|ex|sr|senhor|mui)[\p{L}.]*`,
    superscription: 'sobrescrito|sobrescripto|endereço|no verso|envelope',
    beforePlace: 'em|de',
    beforeDate: 'a|aos|em',
    signed: String.raw`\(?(?:assinado|a\))\)?:?`,
    kinds: 'carta|ofício|bilhete|telegrama|nota',
    remaining: 'sou|fico|subscrevo-me',
    remainsAs: 'amig[oa]|criad[oa]|obrigad[oa]|servo',
    servant: 'criad[oa]|servo|serva|cr\\.',
    fromWord: 'de|do|da',
  },
};

export const ROMANCE_LETTERS: readonly EpistolaryWords[] = [italian, portuguese];
