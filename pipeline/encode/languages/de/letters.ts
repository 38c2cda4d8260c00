/** German letters and despatches. */
import type { LetterWords } from '../model/letter-words.ts';

export const germanLetters: LetterWords = {
  addressee:
    String.raw`an(?: den| die| das| herrn| frau| seine| se\.| ihre)?|herrn?|hrn\.?|frau|` +
    String.raw`fräulein|frl\.?|` +
    String.raw`(?:die|der) (?:baronin|gräfin|fürstin|prinzessin|freifrau|freiin|baron|graf|fürst|` +
    String.raw`freiherr)|familie|s[re]\.|seiner?|ihro?|i\. ?h\.|(?:sr\.? )?hochwohlgeboren|` +
    String.raw`wohlgeboren|` +
    String.raw`(?:welt-?|feld-?)?post-?karte|feldpost|absender:?|abs\.|(?:dr\.?|prof\.?|` +
    String.raw`professor) ` +
    String.raw`(?=\p{Lu})`,
  addressedTo:
    String.raw`(?:an )?(?:herrn|frau|fräulein|hrn\.|seine[rm]?|ihro?)|an (?:den|die|` +
    String.raw`das|se\.)|dem (?:herrn|hoch|wohl|ehr)\p{L}*`,
  superscription:
    String.raw`adresse|anschrift|aufschrift|außen(?:adresse)?|rückseite|umschlag|` +
    String.raw`kuvert|couvert`,
  institution:
    String.raw`(?:königliche?s?|kgl\.|kaiserliche?s?|k\. ?u\. ?k\.|k\. ?k\.|der|die|das|` +
    String.raw`deutsche[sr]?) ` +
    String.raw`?(?:\p{L}+)|(?:auswärtiges amt|gesandtschaft|botschaft|konsulat|ministerium|` +
    String.raw`hotel|gasthof|` +
    String.raw`redaktion|direktion|regierung|abt(?:h?eilung|\.)|landrat|magistrat|feldpost|` +
    String.raw`universität|` +
    String.raw`akademie)`,
  street:
    String.raw`\p{Lu}[\p{L}. -]{0,25}(?:str(?:\.|aße|asse)?|gasse|platz|weg|allee|ufer|ring|` +
    String.raw`damm|graben|` +
    String.raw`markt) ?(?:n[or]\.? ?)?\d{1,4} ?[a-z]?(?: ?[/,] ?[\dIVXa-z.]{1,5})?`,
  beforePlace:
    '(?:(?:so )?(?:gegeben|geschehen|geben)|actum|datum|ausgefertigt|signatum)(?: und ' +
    '(?:gegeben|geschehen))?(?: (?:zu|in|auf))?|zu|in|aus|bei|z\\. ?zt?\\.|zt\\.',
  beforeDate: String.raw`den|am|d\.?|vom|im|dem`,
  received: String.raw`eingegangen|eing\.|empfangen|erhalten|praes\.|präs\.|pr\.`,
  dispatched:
    String.raw`exp(?:ed(?:iert)?)?|abgesandt|abges|abgegangen|abgeg|ausgelaufen|versandt|` +
    String.raw`abgeschickt`,
  undated: String.raw`undatiert|ohne datum|o\. ?d\.|s\. ?d\.`,
  timeOfDay:
    String.raw`(?:um )?(?:½ ?)?\d{1,2}(?:[.:]\d\d)? ?(?:h|uhr)(?: (?:früh|vorm\.?|nachm\.?|` +
    String.raw`abends?|` +
    String.raw`nachts?|mittags?|morgens))?|früh|morgens?|vormittags?|mittags?|nachmittags?|` +
    String.raw`abends?|` +
    String.raw`nachts?|abd\.?`,
  signed: String.raw`\(?(?:gez(?:eichnet)?)\.?\)?:?`,
  added: [
    ['enclosure', String.raw`(?:an|bei)lagen?|beischluß|einschluß`],
    ['annex', 'anhang'],
  ],
  kinds:
    String.raw`(?:\p{L}+ )?(?:\p{L}*brief|schreiben|depesche|telegramm|karte|postkarte|` +
    String.raw`ansichtskarte|` +
    String.raw`bericht|erlaß|erlass|note|billet|zuschrift)(?:fragment|entwurf|konzept|abschrift)?`,
  relatives:
    'mutter|vater|eltern|br(?:u|ü)der|schwestern?|frau|gatte|gattin|mann|sohn|söhne|tochter|' +
    'töchter|onkel|tante|vetter|cousine|neffe|nichte|großmutter|großvater|freund(?:e|in)?|' +
    'braut|bräutigam|kinder|familie',
  farewell:
    String.raw`gr[üu](?:ß|ss)(?:e|en|t)|leb(?:en sie|t|e)? (?:recht )?wohl|` +
    String.raw`(?:umarm|küss|küß)\p{L}*|adieu|empfehl(?:e|en|ungen|t)|gott befohlen`,
  records:
    'testament|urkunde|kaufbrief|\\p{L}*vertrag|eingabe|gesuch|bittschrift|vollmacht|' +
    'zeugnis|attest|' +
    'bescheinigung|quittung|eid|protokoll über|friedensschlu(?:ss|ß)|satzung|statut|' +
    '(?:ver)?ordnung',
  attested:
    'zu urkund|urkundlich|so geschehen|eigenhändig(?:e[rn]?)? (?:unterschrift|unterschrieben)|' +
    'vorgelesen,? genehmigt|v\\. ?g\\. ?u\\.|hiermit beurkund\\p{L}+',
  fromWord: 'von|vom|des|der',
  servant: 'diener(?:in)?|dr\\.|d\\.|knecht|magd|untertan|unterthan',
  remaining:
    String.raw`(?:zeichn|unterzeichn|verbleib|verharr)en?(?= (?:ich|wir))|(?:ich|` +
    String.raw`wir) (?:zeichn|verbleib|` +
    String.raw`verharr)en?|(?:bin|bleibe|empfehle)(?= ich)|ich (?:bin|bleibe)|(?:sind|bleiben)` +
    String.raw`(?= wir)|mit der (?:bitte|versicherung)`,
  remainsAs:
    String.raw`hochachtung|ergebenheit|verehrung|achtung|ehrerbietung|devotion|respe[ck]t|` +
    String.raw`gr[üu](?:ß|` +
    String.raw`ss)en?|(?:ihr|dein|euer|der ihrige|der deinige)e?(?:,? \p{Ll}[\p{Ll}.]*){0,5}|` +
    String.raw`diener(?:in)?|knecht|magd|freund(?:in)?|(?:gehorsam|ergeben|` +
    String.raw`unterth?än)\p{L}*ste[rs]?`,
};
