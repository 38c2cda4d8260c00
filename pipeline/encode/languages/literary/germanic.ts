/** Dutch, Danish, Norwegian and Swedish. */
import type { LiteraryWords } from './words.ts';

const dutch: LiteraryWords = {
  tag: 'nl',
  numbers:
    '(?:e{1,2}rst|tw[eé]+d|d[aeé]+rd|vierd|v[iy]j?fd|[sz][eé]sd|z[eé]vend|s[eé]vend|achts?t|' +
    'negend|tiend|elfd|twaalfd|twaelfd|dertiend|veertiend|v[iy]j?ftiend|zestiend|zeventiend|' +
    'achttiend|negentiend|twintigst|la[ae]tst)e?n?|een|twee|drie|vier|v[iy]j?f|zes|zeven|' +
    'acht|negen|tien',
  divisions: {
    act: 'bedr[yij]{1,2}ff?|handelingh?e?',
    scene: 'to{1,2}n[eé]{1,2}l|scene|uitkomst|uytkomst|uitkoomst|uytcomst|tafereel',
    chapter: 'hoofdstuk|hooftstuck|hooftstuk|capittel|kapittel',
    part: 'de{1,2}l',
    book: 'boe[kc]k?',
    canto: 'zang|sangh?',
    poem: 'sonnet|ode|lied|liedt?|klinkdicht',
    letter: 'brief',
  },
  preface:
    'voorrede|voor-?reden?|voorwoord|voorberi[cg]ht|inleiding|inleydin[gk]h?|opdracht|' +
    'opdraght|aan de[nr]? (?:\\p{L}+ )?lezer|tot den (?:\\p{L}+ )?lezer|inhoud[t]?|' +
    'prolo{1,2}[cg]h?|proloog|epiloog|naspel|voorspel|besluit|nawoord|bijlage|privilegie|' +
    'copye van de privilegie',
  cast:
    '(?:de |namen der )?(?:personag[ei]{1,2}n|personages|personen|spe{1,2}lders|' +
    'vertoo?n(?:d)?ers|spreekers|sprekers|toneelspeelders)',
  end: 'einde?|eynde?|het einde|finis|uit|uyt',
  curtain: '(?:het |de )?(?:gordijn|gordyn|doek)(?: valt)?',
  setting:
    'het to{1,2}neel (?:is|verbeeldt?|speelt)|het (?:treur|bly|blij)?spel (?:begint|speelt)|' +
    'plaats|tijd',
  by: 'door|gerymt door|in rijm gebracht door|(?:treur|bly|blij|kluchti?g?)spel (?:van|door)',
  to: 'aan|den|de heer|mijn(?:e)?|opgedragen',
  firstPerson: 'ik|mij|my|me|mijn|myn|wij|wy|ons|onze|gij|gy|ghy|u|uw|jij|je|jouw',
};

const danish: LiteraryWords = {
  tag: 'da',
  numbers:
    '(?:første|anden|andet|tred[ij]e|fjerde|femte|sjette|syvende|ottende|niende|tiende|' +
    'ellevte|tolvte|trettende|fjortende|femtende|sidste)|en|to|tre|fire|fem|seks|syv|otte|' +
    'ni|ti',
  divisions: {
    act: 'akt|act|handling',
    scene: 'scene|optrin|tableau|billede',
    chapter: 'kapitel|capitel|kap\\.|cap\\.',
    part: 'de[el]l|afdeling|afsnit',
    book: 'bog|bind',
    canto: 'sang',
    poem: 'sonet|ode|elegi|romance',
    letter: 'brev',
  },
  preface:
    'forord|fortale|indledning|tilegnelse|til læseren|prolog|epilog|forspil|efterspil|' +
    'efterskrift|slutning|indhold|tillæg|noter',
  cast: '(?:de )?(?:personer(?:ne)?|handlende personer|de spillende)',
  end: 'ende|slut|enden',
  curtain: '(?:for)?tæppet(?: falder)?|tæppe',
  setting: 'scenen (?:er|forestiller|foregaar)|handlingen (?:foregaar|foregår)|stykket',
  by: 'af',
  to: 'til',
  firstPerson: 'jeg|mig|min|mit|mine|vi|os|vor|vort|vore|du|dig|din|dit|dine|I|jer|eder',
};

const norwegian: LiteraryWords = {
  ...danish,
  tag: 'nb',
  by: 'av|af',
  curtain: '(?:for)?teppet(?: faller| falder)?|teppe',
};

const swedish: LiteraryWords = {
  tag: 'sv',
  numbers:
    '(?:första|andra|tredje|fj[äe]rde|femte|sj[äe]tte|sjunde|åttonde|nionde|tionde|elfte|' +
    'elf?te|tolfte|tolvte|trettonde|fjortonde|femtonde|sextonde|sista)|ett|en|två|tre|fyra|' +
    'fem|sex|sju|åtta|nio|tio',
  divisions: {
    act: 'akten?|handlingen?|öppningen',
    scene: 'scenen?|uppträdet|tablån?|bilden',
    chapter: 'kapitlet|kapitel|kap\\.',
    part: 'delen?|avdelningen?|afdelningen?',
    book: 'boken?|bandet',
    canto: 'sången?',
    poem: 'sonetten?|ode',
    letter: 'brevet|brev|brefvet|bref',
  },
  preface:
    'förord|företal|inledning|tillägnan|till läsaren|prolog|epilog|förspel|efterspel|' +
    'efterskrift|slutord|innehåll',
  cast: '(?:de )?(?:personer(?:na)?|uppträdande|handlande personer|rollista|rolllista)',
  end: 'slut|slutet',
  curtain: '(?:ridån?|förlåten)(?: faller)?|ridå',
  setting:
    '(?:scenen|handlingen|händelsen|pjesen|stycket) (?:är|föreställer|försiggår|tilldrar|' +
    'tilldrager|spelar)',
  by: 'af|av',
  to: 'till|åt',
  firstPerson: 'jag|mig|min|mitt|mina|vi|oss|vår|vårt|våra|du|dig|din|ditt|dina|ni|er|eder',
};

export const GERMANIC: readonly LiteraryWords[] = [dutch, danish, norwegian, swedish];
