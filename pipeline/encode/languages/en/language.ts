/** English. */
import { pattern, wordList } from '../../../core/text.ts';
import type { Language } from '../model/language.ts';
import { englishDates } from './dates.ts';
import { englishLetters } from './letters.ts';
import { englishNames } from './names.ts';
import { TENS, UNITS } from './numbers.ts';
import { englishStage } from './stage.ts';

const ORDINALS = [...[...UNITS, TENS[0]].map(([, ordinal]) => ordinal), 'last'].join('|');
const NUMBERS = [...UNITS, TENS[0], TENS[1]].map(([cardinal]) => cardinal).join('|');
const NUMBER = `(?:the )?(?:${ORDINALS}|${NUMBERS}|[ivxlc]+|\\d{1,3})`;
/** "Chapter 3", "CHAPTER III. The Storm", "The Third Chapter". */
const division = (word: string) =>
  new RegExp(
    `^(?:${word}\\s+${NUMBER}\\b.{0,240}|(?:the )?(?:${ORDINALS}) ${word}\\b.{0,80})$`,
    'iu',
  );

const PERSON =
  `(?:sir|sirs|madam|ma['’]am|friend|father|mother|brother|sister|cousin|uncle|aunt|lord|lady|` +
  'son|daughter|children|fellow|colleague|reader|mr|mrs|miss|dr|general|colonel|captain|' +
  'governor|senator|secretary|ambassador)';

export const english: Language = {
  tag: 'en',
  name: 'English',
  functionWords: wordList(`
    the and of to that was his her with which had from have they this not were you she but been
    their would there when who will what your my are is it for he said upon very by at on be an or
    we has into than
  `),
  months: [
    ['january', 'jan', 'jany'],
    ['february', 'feb', 'feby', 'febr'],
    ['march', 'mar'],
    ['april', 'apr', 'apl'],
    ['may'],
    ['june', 'jun'],
    ['july', 'jul'],
    ['august', 'aug', 'augt'],
    ['september', 'sept', 'sep', 'septr', 'sepr', 'septbr', '7ber'],
    ['october', 'oct', 'octr', 'octbr', 'octo', '8ber'],
    ['november', 'nov', 'novr', 'novbr', '9ber'],
    ['december', 'dec', 'decr', 'decbr', 'xber', '10ber'],
  ],
  weekdays: [
    ['monday', 'mon'],
    ['tuesday', 'tues', 'tue'],
    ['wednesday', 'wed', 'weds'],
    ['thursday', 'thurs', 'thur', 'thu'],
    ['friday', 'fri'],
    ['saturday', 'sat'],
    ['sunday', 'sun'],
  ],
  dayEnding: ' ?(?:st|nd|rd|th)\\.?|d|ds',
  dateParticles: 'of|the|in|day of',
  dates: englishDates,
  ordinals: ORDINALS,
  salutation: new RegExp(
    String.raw`^["“‘']?(?:(?:(?:my|our) )?(?:(?:very|own|ever|most|poor|little|good|old|two|` +
      String.raw`three) )*(?:dear|dearest|` +
      String.raw`dr(?=\.? (?:sir|` +
      String.raw`madam|friend|brother|mother|father))|deare|d[’'](?=\.? sir)|beloved|darling|` +
      String.raw`(?:ever )?honou?red|` +
      String.raw`hon[’']?d|esteemed|respected|worthy|may it please)\b|(?:gentlemen|sirs?|madam|` +
      String.raw`excellency|your (?:excellency|majesty|highness|lordship|grace)|messrs\.?)\b|` +
      String.raw`(?:(?:ever|most) )*right (?:worshipful+|honou?rable|reverend)\b|` +
      String.raw`(?:courteous|curteous|gentle|kind|good|christian|candid|[ij]udicious|friendly) ` +
      String.raw`(?:reader|lector)s?\b|(?:my|our) ` +
      String.raw`(?:lord|lady|friend|${PERSON})\b|${PERSON}(?=[,:;.—–-]))`,
    'iu',
  ),
  closing: pattern('i')`
    ^(?:(?:and )?(?:believe me|i (?:am|remain|have the hono)|we (?:are|remain)|ever|always|your?s?|
    yrs?\b\.?|very|most|with (?:\w+ ){0,4}(?:regards?|wishes|respects?|esteem|love|affection|
    consideration|assurances?|compliments|remembrances|thoughts?|sympathy|gratitude|thanks)|
    (?:sincerely|faithfully|cordially|truly|
    respectfully(?! (?:forwarded|referred|returned|submitted))|affectionately|warmly|hastily|
    obediently|gratefully)|(?:warm|kind|best|cordial|many|
    personal|much|all my)(?:est)? (?:\w+ )?(?:regards?|wishes|love|greetings)|(?:god bless you|
    adieu|farewell|(?:good[- ]?)?bye|love(?! (?:and|to) the)|(?:best|cheers|as ever|
    so long)(?=[,!.]?$)|
    lots of love|all the best|all (?:good|best|kind) wishes|best of luck|good (?:luck|health)
    (?! (?:is|was|will|has))|happy (?:new year|christmas|birthday|easter)|merry (?:christmas|xmas)|
    god (?:keep|be with) you)(?=[\s,.!]|$)|(?:all|we all|they all) (?:send|join) |accept,? |
    in haste|signed\b|(?:thy|your) ))
  `,
  postscript: /^(?:p\.? ?s\.?|p\.? ?p\.? ?s\.?|n\.? ?b\.?|postscript)(?=[\s:.,—–-])/i,
  honorifics: wordList(`
    mr mrs miss ms dr sir lord lady st saint rev reverend hon prof professor capt captain col
    colonel gen genl general maj major majr lt lieut lieutenant sgt president king queen prince
    princess duke duchess earl count countess baron senator secretary ambassador minister governor
    judge bishop pope father brother sister uncle aunt madame mme master
  `),
  names: englishNames,
  particles: [
    'of',
    'de',
    'van',
    'von',
    'la',
    'le',
    'du',
    'del',
    'della',
    'da',
    'di',
    'der',
    'den',
    'al',
    'bin',
    'ibn',
    'y',
    'St.',
  ],
  letters: englishLetters,
  toWord: 'to',
  countedWords:
    String.raw`nos?\.?|numbers?|documents?|doc\.|pages?|p?p\.|footnotes?|tabs?|paras?\.?|` +
    String.raw`paragraphs?|` +
    String.raw`volumes?|vol\.|box|lot|rg|books?|series|reel|serial|resolution|route|highway|` +
    String.raw`site|zone|` +
    String.raw`region|group|area|parts?|articles?|sections?|points?|items?|enclosures?|annex|` +
    String.raw`chapter|` +
    String.raw`telegrams?|deptel|embtel|about|at|the|of|and|for|in|to|by|or|phase|plan|class|` +
    String.raw`over|under|` +
    String.raw`past|last|next|only|from|than|between|an?|pol|def|aid|secdel|tx`,
  pageWords: String.raw`pages?|pp?\.?|pg\.`,
  divisions: {
    act: division('act\\.?'),
    scene: division('(?:scene|sc\\.|tableau)'),
    chapter: division('chap(?:ter|\\.)'),
    part: division('(?:part|section)'),
    book: division('(?:book|volume|vol\\.)'),
    canto: division('(?:canto|stave|fytte|fit)'),
    poem: division('(?:sonnet|ode|elegy|song|hymn|ballad|idyll|eclogue|psalm|epigram)'),
    letter: division('letter'),
    preface: pattern('i')`
      ^(?:the )?(?:preface|prologue|epilogue|introduction|conclusion|dedication|advertisement|
      contents|appendix|postscript|argument|induction|epistle(?: dedicatory)?|to the (?:gentle |
      courteous |christian )?readers?)\b.{0,80}$
    `,
  },
  castHeading: pattern('iu')`
    ^(?:dramatis person(?:ae|æ)|persons? (?:of the (?:play|drama)|represented)|(?:the )?
    (?:(?:names? of (?:the|all the) )?(?:actors|players|speakers)(?: names)?|characters|cast|
    persons)(?: (?:of|in) the (?:play|drama|piece|story))?)(?![\p{L}]).{0,40}$
  `,
  stageDirection: pattern('iu')`
    ^(?:enter|re-?enter|exit|exeunt|manet|manent|flourish|alarums?|sennet|(?:(?:slow|
    quick) )?curtain(?: (?:falls|rises))?[.!]?$|the curtain|aside[.]?$|aside to|thunder and|
    trumpets?|drums?|music[.]?$|(?:the )?(?:\p{L}+ )?song[.]?$|dance[.]?$|a (?:song|dance|knock|
    bell|shout|noise|pause|silence)|within[.]?$|they (?:fight|kiss|embrace|dance|exit|sing)|(?:he|
    she) (?:dies|exits|kneels|weeps|rises|sings))(?![\p{L}])
  `,
  stage: englishStage,
  trailer: pattern('iu')`
    ^(?:(?:the )?end(?: of (?:the )?(?:\p{L}+ ){0,3}(?:act|scene|book|part|play|volume|chapter|
    canto|story|tale|first|second|third|fourth|fifth)\b.{0,30})?|finis|fin|explicit|(?:the )?
    (?:(?:slow|quick) )?curtain(?: (?:falls|descends))?)\s?[.!]?$
  `,
  setting: pattern('iu')`
    ^(?:the )?(?:scene|action|place|time|period)(?: (?:of the play )?(?:is|in|passes|takes place)
    (?= )|\.?\s?[:—–,-])
  `,
  authorLine: /^(?:(?:written |translated |edited )?by|a (?:novel|poem|play|tale) by)(?= \p{Lu})/iu,
  dedication: /^(?:to|for|dedicated to|inscribed to|in memory of|on the death of)(?= \p{L})/iu,
  firstPerson: /(?<![\p{L}])(?:I|me|my|mine|we|our|us|you|your|thou|thee|thy|ye)(?![\p{L}])/u,
};
