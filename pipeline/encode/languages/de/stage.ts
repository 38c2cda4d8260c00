/** German stage directions. */
import { pattern } from '../../../core/text.ts';
import type { StageWords } from '../model/stage-words.ts';

export const germanStage: StageWords = {
  verbs:
    'kommt|kommen|geht|gehen|tritt|treten|steht|stehen|setzt|setzen|legt|legen|nimmt|nehmen|' +
    'gibt|giebt|geben|läuft|laufen|eilt|eilen|springt|springen|tanzt|tanzen|singt|singen|' +
    'lacht|lachen|weint|weinen|küßt|küsst|küssen|umarmt|umarmen|erscheint|erscheinen|' +
    'verschwindet|verschwinden|fällt|fallen|sinkt|sinken|kniet|knieen|knien|erhebt|erheben|' +
    'schließt|schliesst|öffnet|öffnen|liest|lesen|schreibt|schreiben|wirft|werfen|zieht|' +
    'ziehen|zeigt|zeigen|blickt|blicken|sieht|sehen|horcht|horchen|lauscht|lauschen|trinkt|' +
    'trinken|reicht|reichen|ruft|rufen|nickt|nicken|verbeugt|verbeugen|wendet|wenden|schlägt|' +
    'schlagen|stürzt|stürzen|klopft|pocht|ab|hinaus|hinein',
  clitics: '(?:(?:beide|alle|schnell|langsam|plötzlich) )?',
  subjects:
    '(?:er|sie|beide|alle|es|man|der (?:vorhang|diener|wirt|chor|könig)|die (?:türe?|thüre?|' +
    'glocke|uhr|musik|andern|anderen|übrigen|wache|königin|bühne)|das (?:licht|volk|' +
    'orchester)|ein (?:diener|schuß|schuss|bote)|eine stimme)',
  and: 'und|,',
  verbFirst: true,
  manner: pattern('iu')`
    ^(?:beiseite|bei Seite|für sich|leise|laut|zu \p{Lu}\p{L}+|von (?:innen|außen|oben|unten|ferne)|
    (?:\p{Ll}+ )?\p{L}{3,}end(?: [^;:!?]{1,60})?|mit \p{L}+(?: \p{L}+){0,3}|nach einer Pause|
    wie (?:oben|vorher))[.]?$
  `,
  notManner:
    /^(?:während|abend|tausend|elend|jugend|gegend|irgend|nirgend|tugend|guten|morgend|dutzend)/iu,
};
