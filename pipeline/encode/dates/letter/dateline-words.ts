/** Words beside the date of a letter: what they mean for the line. */
import { pattern } from '../../../core/text.ts';

/** "etwa 26. April 1799", "about the 3d May". */
export const ABOUT = pattern('iu')`
    (?<!\p{L})(?:etwa|ungefähr|ca\.|circa|um|about|abt\.?|c\.|vers(?: le)?|environ|hacia(?: el)?)
    (?: den| the)? $
  `;

/**
 * A line that cites a letter is not a dateline: "250. Consulate’s 249, June 24", "From the Courrier
 * of May 22", "Press of May 9".
 */
export const QUOTES = pattern('i')`
    [’']s(?:\s|$)|^\d{1,4}\. |\b(?:your|my|our|votre|vos|lettre|r[ée]ponse|antwort|schreiben|
    ihre?s?|carta|respuesta|ref|re|see|article|resolution|meeting|extract|copy|(?:telegram|despatch|
    letter|note|press|press of))\b|\b(?:of|from the) ?$|^from the\b
  `;

/** "Hinterberg, Bez. Melk": the district is part of the town's name. */
export const DISTRICT = pattern('iu')`
    ^(?:bez(?:irk|\.)|kr(?:eis|\.)|post|gem(?:einde|\.)|kanton|canton|county|co\.|dép(?:artement|
    t?\.)|prov(?:ince|inz|\.)|near|bei|près|cerca)(?!\p{L})
  `;
