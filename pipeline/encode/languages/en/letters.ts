/** English letters and despatches. */
import type { LetterWords } from '../model/letter-words.ts';

export const englishLetters: LetterWords = {
  addressee:
    String.raw`to(?: his| her| the| mr| mrs| my)?|for|for the|(?:to )?(?:mr|mrs|miss|messrs|` +
    String.raw`dr|rev|revd|` +
    String.raw`hon|sir|lady|lord|capt|col|gen|lieut|prof|esq)\.?|(?:the|his|` +
    String.raw`her) (?:hon(?:ou?rable|\.)?|` +
    String.raw`right hon|reverend|rev\.|excellency|most|president|secretary|earl|duke|marquis|` +
    String.raw`viscount|` +
    String.raw`lord|bishop|editor|officer|commissioner|governor)|madame|monsieur|herrn?|frau|` +
    String.raw`post ?card`,
  addressedTo:
    String.raw`(?:to|for) (?:mr|mrs|miss|messrs|sir|dr|rev|the (?:hon|rev|` +
    String.raw`right)\p{L}*|his excellency)\.?`,
  superscription:
    String.raw`address(?:ed)?|superscription|superscribed|cover|envelope|` +
    String.raw`on the (?:back|outside|cover)`,
  institution:
    String.raw`(?:the |her |his |royal |imperial |american |british |united states |u\. ?s\. ` +
    String.raw`)*(?:legation|embassy|consulate(?: general)?|department|ministry|foreign office|` +
    String.raw`headquarters|hd\.? ?qrs\.?|mission|office|bureau|treasury|admiralty|war office|` +
    String.raw`home ` +
    String.raw`office|colonial office|executive mansion|white house|house of|senate|navy|army|` +
    String.raw`camp|hotel|` +
    String.raw`hospital|college|university|committee|commission|division|council|chancery|` +
    String.raw`residency|` +
    String.raw`secretariat|on board)`,
  street:
    String.raw`\d{1,5}[a-z]?,? \p{Lu}[\p{L}.’' ]{0,30}(?:street|st|road|rd|avenue|ave|place|` +
    String.raw`pl|square|sq|` +
    String.raw`terrace|lane|row|crescent|gardens|court|drive)\.?`,
  beforePlace:
    '(?:given|dated|done|executed|sworn|written)(?: under my hand)? (?:at|in)|at|from|near|' +
    'in|off|held (?:at|in)',
  beforeDate: 'the|this|on|ye',
  received: String.raw`rec(?:eive)?(?:’|'|)d\.?|recd\.?|received`,
  dispatched: String.raw`sent|dispatched|despatched|posted|mailed`,
  undated: String.raw`undated|no date|not dated|without date|n\. ?d\.`,
  timeOfDay:
    String.raw`(?:early |late )?(?:ev(?:en|n)?[’']?g|morn[’']?g|aft[’']?n|morning|evening|` +
    String.raw`afternoon|` +
    String.raw`night|noon|midnight|forenoon|midday)|\d{1,2}(?:[.:]\d\d)? ?(?:o[’']clock|` +
    String.raw`a\. ?m\.|p\. ` +
    String.raw`?m\.)`,
  signed: String.raw`\(?(?:signed|sgd|s\/)(?: by)?\)?\.?:?`,
  added: [
    ['enclosure', String.raw`(?:sub-?)?[ei]nclosures?`],
    ['attachment', 'attachments?|tab'],
    ['annex', 'annex(?:es)?|appendix'],
  ],
  kinds:
    String.raw`(?:copy of )?(?:an? |the )?(?:\p{L}+ )?(?:letter|note|despatch|dispatch|telegram|` +
    String.raw`memorandum|message|instruction|airgram|circular|postcard|report|epistle)`,
  relatives:
    'mother|father|parents|brothers?|sisters?|wife|husband|sons?|daughters?|uncle|aunt|' +
    'cousin|nephew|niece|grandmother|grandfather|friends?|betrothed|fiancée?|children|family',
  farewell:
    'farewell|good[- ]?bye|adieu|god bless|' +
    '(?:my|our|their|his|her|best|much|kindest?|warm(?:est)?) ' +
    '(?:love|regards|remembrances|compliments|respects|wishes)|love to|remember me',
  records:
    '(?:last )?will(?: and testament)?|testament|petition|memorial|affidavit|deposition|deed|' +
    'bond|indenture|warrant|writ|summons|subpoena|complaint|bill of (?:sale|complaint)|power of ' +
    'attorney|certificate|oath|indictment|inquest|testimony|treaty|' +
    'convention (?:between|with|for)|agreement|' +
    'articles of (?:agreement|peace|capitulation)|contract|lease|charter|ordinance|proclamation',
  attested:
    'sworn (?:to )?(?:and subscribed )?before|subscribed and sworn|witness (?:my|our|his|their) ' +
    'hands?|in (?:witness|testimony) where ?of|hereunto (?:set|subscribed)|do hereby certify|' +
    'signed,? sealed',
  fromWord: 'from|by|of',
  servant: String.raw`servants?|ser(?:v|vt|t)[’']?t?s?|svts?|suppliant`,
  remaining:
    String.raw`(?:i|we) (?:am|are|remain|beg to (?:be|remain)|have the honou?r to be)|believe me|` +
    String.raw`(?:remaining|subscribe myself)`,
  remainsAs:
    String.raw`yours?(?:,? \p{Ll}+){0,4}|(?:servants?|ser(?:v|vt|vant)[’']?t?s?|friends?|son|` +
    String.raw`daughter|` +
    String.raw`brother|sister|father|mother|cousin|nephew|niece|husband|wife)`,
};
