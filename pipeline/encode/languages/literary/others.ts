/** Hungarian, Finnish, Polish, Czech, Slovene with Croatian, and Russian. */
import type { LiteraryWords } from './words.ts';

const hungarian: LiteraryWords = {
  tag: 'hu',
  numbers:
    '(?:első|második|harmadik|negyedik|ötödik|hatodik|hetedik|nyolcz?adik|kilencz?edik|' +
    'tizedik|(?:tizen|huszon)(?:egyedik|kettedik|harmadik|negyedik|ötödik|hatodik|hetedik|' +
    'nyolcz?adik|kilencz?edik)|huszadik|utolsó)',
  divisions: {
    act: 'f[eö]lvonás|szakasz',
    scene: 'jelenet|jelenés|változás|kép',
    chapter: 'fejezet',
    part: 'rész',
    book: 'könyv|kötet',
    canto: 'ének',
    poem: 'szonett|óda|elégia|dal',
    letter: 'levél',
  },
  preface:
    'előszó|előhang|előjáték|bevezetés|ajánlás|utószó|utóhang|utójáték|prológus|epilógus|függelék',
  cast: '(?:a )?(?:személyek|személyzet|szereplők)',
  end: 'vége?|a .{1,40} vége',
  curtain: '(?:a )?függöny(?: legördül| lehull)?',
  setting: 'történik|történi?k?|szín(?:hely)?|színhely|helyszín|idő',
  by: '(?:írta|fordította):?',
  to: '(?!)',
  firstPerson: 'én|engem|nekem|mi|minket|te|téged|neked|ti|ön|önök|kegyed',
};

const finnish: LiteraryWords = {
  tag: 'fi',
  numbers:
    'ensimmäinen|toinen|kolmas|neljäs|viides|kuudes|seitsemäs|kahdeksas|yhdeksäs|kymmenes|' +
    'yhdestoista|kahdestoista|viimeinen',
  divisions: {
    act: 'näytös',
    scene: 'kohtaus|kuvaelma',
    chapter: 'luku',
    part: 'osa|osasto',
    book: 'kirja|nide',
    canto: 'runo|laulu',
    letter: 'kirje',
  },
  preface: 'esipuhe|johdanto|alkulause|omistus|loppulause|jälkisanat|prologi|epilogi',
  cast: '(?:näytelmän )?henkilöt?|jäsenet',
  end: 'loppu',
  curtain: 'esirippu(?: laskee)?',
  setting: 'tapaus|paikka|aika',
  by: 'kirjoittanut',
  to: '(?!)',
  firstPerson: 'minä|minun|minua|me|meidän|sinä|sinun|te|teidän',
};

const polish: LiteraryWords = {
  tag: 'pl',
  numbers:
    '(?:pierwsz|drug|trzec|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt|jedenast|dwunast|' +
    'ostatn)(?:y|i|a|ia|e|ie)',
  divisions: {
    act: 'akt|sprawa|odsłona',
    scene: 'scena|obraz',
    chapter: 'rozdział',
    part: 'część|tom',
    book: 'księga',
    canto: 'pieśń',
    poem: 'sonet|oda|elegia|tren|bajka',
    letter: 'list',
  },
  preface: 'przedmowa|wstęp|prolog|epilog|dedykacja|do czytelnika|zakończenie|posłowie|dodatek',
  cast: 'osoby',
  end: 'koniec',
  curtain: '(?:zasłona|kurtyna)(?: spada| zapada)?',
  setting: 'rzecz dzieje się|scena przedstawia|scena w',
  by: 'przez|napisał',
  to: '(?!)',
  firstPerson: 'ja|mnie|mi|mój|moja|moje|my|nas|nasz|ty|ciebie|twój|wy|was|wasz',
};

const czech: LiteraryWords = {
  tag: 'cs',
  numbers:
    '(?:prvn|třet)í|(?:druh|čtvrt|pát|šest|šest|sedm|osm|devát|desát|jedenáct|dvanáct|' +
    'posledn)[ýáéí]',
  divisions: {
    act: 'jednání|dějství|akt',
    scene: 'výstup|scéna|obraz|proměna',
    chapter: 'kapitola',
    part: 'díl|část|oddíl',
    book: 'kniha',
    canto: 'zpěv',
    poem: 'sonet|óda|znělka',
    letter: 'list|dopis',
  },
  preface: 'předmluva|úvod|prolog|epilog|věnování|předehra|dohra|doslov|závěr',
  cast: 'osoby',
  end: 'konec',
  curtain: 'opona(?: spadne| padá)?',
  setting: 'děje se|jedná se|dějiště|místo děje',
  by: 'od|napsal',
  to: '(?!)',
  firstPerson: 'já|mne|mě|mi|můj|moje|má|my|nás|náš|ty|tebe|tvůj|vy|vás|váš',
};

const russian: LiteraryWords = {
  tag: 'ru',
  numbers:
    '(?:перв|втор|четв[её]рт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|' +
    'последн)(?:ый|ой|ий|ое|ее|ая|яя)|трет(?:ий|ье|ья)',
  divisions: {
    act: 'действи[ея]|дѣйствіе|акт',
    scene: 'явление|явленіе|сцена|картина',
    chapter: 'глава',
    part: 'часть',
    book: 'книга|том',
    canto: 'песнь|пѣснь',
    poem: 'сонет|ода|элегия|басня',
    letter: 'письмо',
  },
  preface: 'предисловие|вступление|введение|пролог|эпилог|посвящение|заключение|приложение',
  cast: '(?:действующие )?лица|действующие',
  end: 'конец|конецъ',
  curtain: 'занавес(?:ъ)?(?: (?:опускается|падает))?',
  setting: 'действие (?:происходит|в)|сцена представляет',
  by: '(?!)',
  to: '(?!)',
  firstPerson: 'я|меня|мне|мной|мой|моя|мо[её]|мы|нас|наш|ты|тебя|твой|вы|вас|ваш',
};

/** Slovene and Croatian. */
const slovene: LiteraryWords = {
  tag: 'sl',
  numbers:
    'prv[oaie]|drug[oaie]|tretj[oaei]|treć[aei]|č(?:e?t)?vr?t[oaei]|četrt[oaei]|pet[oaei]|' +
    'šest[oaei]|se(?:d|de)m[oaei]|os(?:a|e)?m[oaei]|devet[oaei]|deset[oaei]|' +
    '(?:enajst|dvanajst|trinajst|štirinajst|petnajst)[oaei]|zadnj[oaei]',
  divisions: {
    act: 'dejanje|čin',
    scene: 'prizor|nastop|pojava',
    chapter: 'poglavl?je|glava',
    part: 'del|dio',
    book: 'knjiga|zvezek|svezak',
    canto: 'spev|pjevanje',
    poem: 'sonet|oda|elegija',
    letter: 'pismo',
  },
  preface: 'predgovor|predpoglavje|uvod|posvet(?:a|ilo)|zaključek|pogovor|dodatek|prolog|epilog',
  cast: '(?:osebe|osobe|lica)',
  end: 'konec|kraj|svršetak',
  curtain: '(?:zavesa|zastor)(?: pade| pada)?',
  setting: 'godi se|dogaja se|zbiva se|vrši se',
  by: '(?:spisal|napisal|napisao|poslovenil|prevel|preveo)',
  to: '(?!)',
  firstPerson: 'jaz|ja|mene|meni|moj|moja|mi|nas|naš|ti|tebe|tebi|tvoj|vi|vas|vaš',
};

export const OTHERS: readonly LiteraryWords[] = [
  hungarian,
  finnish,
  polish,
  czech,
  slovene,
  russian,
];
