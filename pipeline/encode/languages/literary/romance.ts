/** Italian, Portuguese, Catalan and Latin. */
import type { LiteraryWords } from './words.ts';

const italian: LiteraryWords = {
  tag: 'it',
  numbers:
    '(?:prim|second|terz|quart|quint|sest|settim|ottav|non|decim|undecim|duodecim|ultim|' +
    '(?:undic|dodic|tredic|quattordic|quindic|sedic|diciassett|diciott|diciannov|vent|trent|' +
    'quarant|cinquant)(?:un|du|tre|quattr|cinqu|sei|sett|ott|nov)?esim)[oa]|(?:decim[oa] ' +
    '?(?:prim|second|terz|quart|quint|sest|settim|ottav|non)[oa])|unic[oa]|uno|due|tre|' +
    'quattro|cinque|sei|sette|otto|nove|dieci',
  divisions: {
    act: 'atto|giornata|quadro',
    scene: 'scena|sc\\.',
    chapter: 'capitolo|cap\\.|capo',
    part: 'parte',
    book: 'libro|volume|tomo',
    canto: 'canto',
    poem: 'sonetto|canzone|ode|madrigale|elegia|ballata|favola|epigramma',
    letter: 'lettera',
  },
  preface:
    'prefazione|prologo|introduzione|proemio|preambolo|dedica|al(?: benigno| cortese)? ' +
    "lettor[ei]|a['’] lettori|agli? (?:amici )?lettori|chi legge|avvertenza|avvertimento|" +
    'epilogo|conclusione|argomento|appendice|intermezzo|licenza|congedo|indice',
  cast:
    "(?:i |gli |le )?(?:nomi (?:de['’]? ?|dei |degli )?)?(?:personaggi|persone|interlocutori|" +
    'attori|recitanti)|persone che parlano',
  end: 'fine|il fine|finis',
  curtain: '(?:cala )?(?:il sipario|sipario|la tela|cala la tela)',
  setting:
    "(?:la )?scena (?:è|si finge|rappresenta|in)|l['’]azione (?:è|si|in)|il luogo|il teatro " +
    'rappresenta',
  by:
    'di|del signor|del sig\\.|tradotta da|(?:commedia|tragedia|dramma|romanzo|novelle?|' +
    'melodramma) (?:di|del)',
  to: "a|al|alla|ai|agli|alle|all['’]",
  firstPerson:
    'io|me|mi|mio|mia|miei|mie|noi|nostr[oaie]|voi|vostr[oaie]|tu|te|ti|tuo|tua|tuoi|tue',
};

const portuguese: LiteraryWords = {
  tag: 'pt',
  numbers:
    '(?:primeir|segund|terceir|quart|quint|sext|s[ée]tim|oitav|non|d[ée]cim|und[ée]cim|' +
    '[úu]ltim|[úu]nic)[oa](?:[- ](?:primeir|segund|terceir|quart|quint|sext|s[ée]tim|oitav|' +
    'non)[oa])?|vig[ée]sim[oa](?: \\p{L}+)?|um|dois|tr[eê]s|quatro|cinco|seis|sete|oito|nove|' +
    'dez',
  divisions: {
    act: 'act?o|jornada|quadro',
    scene: 's?cena|sc\\.',
    chapter: 'cap[ií]tulo|cap\\.',
    part: 'parte',
    book: 'livro|tomo|volume',
    canto: 'canto',
    poem: 'soneto|ode|elegia|canção|f[áa]bula',
    letter: 'carta',
  },
  preface:
    'pref[áa]cio|pr[óo]logo|introdução|introducção|pro[ée]mio|dedicat[óo]ria|ao leitor|aos ' +
    'leitores|advert[êe]ncia|ep[íi]logo|conclusão|ap[êe]ndice|argumento|[íi]ndice|nota ' +
    'pr[ée]via|carta-pref[áa]cio',
  cast: '(?:as )?(?:personagens|pessoas|figuras|interlocutores)',
  end: 'fim',
  curtain: '(?:cai )?o? ?pano',
  setting: 'a (?:s?cena|acção|ação) (?:é|passa-se|representa|em)|[ée]poca|actualidade',
  by: 'por|traduzido por|(?:com[ée]dia|drama|romance|trag[ée]dia) (?:de|por)',
  to: 'a|ao|aos|à|às',
  firstPerson: 'eu|me|mim|meu|minha|meus|minhas|nós|nosso|nossa|tu|te|teu|tua|vós|vosso|vossa',
};

const catalan: LiteraryWords = {
  tag: 'ca',
  numbers:
    '(?:primer|segon|tercer|quart|cinqu[èé]|sis[èé]|set[èé]|vuit[èé]|nov[èé]|des[èé]|' +
    '[úu]ltim|[úu]nic)a?|cinquena|sisena|setena|vuitena|novena|desena',
  divisions: {
    act: 'acte|jornada|quadre',
    scene: 'escena',
    chapter: 'cap[íi]tol|cap\\.',
    part: 'part',
    book: 'llibre|volum',
    canto: 'cant',
    poem: 'sonet|oda|elegia',
    letter: 'carta|lletra',
  },
  preface: 'prefaci|pr[òo]leg|introducció|dedicat[òo]ria|al lector|ep[íi]leg|conclusió|ap[èe]ndix',
  cast: '(?:els )?(?:personatges|persones|repartiment)',
  end: 'fi',
  curtain: '(?:cau )?(?:el )?teló',
  setting: "l['’]acció|l['’]escena|[èe]poca",
  by: 'per|(?:com[èe]dia|drama|novel·la) (?:de|per)',
  to: 'a|al|als|a la|a les',
  firstPerson: 'jo|em|me|mi|meu|meva|meus|nosaltres|nostre|tu|teu|teva|vós|vosaltres|vostre',
};

const latin: LiteraryWords = {
  tag: 'la',
  numbers:
    '(?:prim|secund|terti|quart|quint|sext|septim|octav|non|decim|undecim|duodecim|postrem|' +
    'ultim)(?:us|a|um)',
  divisions: {
    act: 'actus|act\\.',
    scene: 'sc(?:e|ae|æ|œ|oe)na|sc\\.|sce\\.',
    chapter: 'caput|capitulum|cap\\.',
    part: 'pars',
    book: 'liber|tomus|lib\\.',
    canto: 'cantus',
    poem: 'carmen|ode|oda|elegia|ecloga|satira|satyra|epigramma|hymnus|psalmus',
    letter: 'epistola|epistula|ep\\.',
  },
  preface:
    'prologus|epilogus|pr(?:ae|æ)fatio|prooemium|proœmium|argumentum|ad (?:\\p{L}+ ' +
    ')?lectorem|lectori|dedicatio|peroratio|exordium|index|appendix|conclusio|periocha|' +
    'didascalia',
  cast: '(?:dramatis )?person(?:ae|æ)|interlocutores|collocutores|nomina \\p{L}+',
  end: 'finis|explicit|τέλος|telos',
  curtain: 'plaudite',
  setting: 'sc(?:ae|e|æ)na (?:est|athenis|romae)',
  by: 'auctore|per',
  to: 'ad',
  firstPerson: 'ego|me|mihi|meus|mea|meum|nos|nobis|noster|tu|te|tibi|tuus|vos|vester',
};

export const ROMANCE: readonly LiteraryWords[] = [italian, portuguese, catalan, latin];
