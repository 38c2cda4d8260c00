/** Words for offices and trades beside names of persons. */
import { pattern, wordList } from '../../../core/text.ts';

/** Offices that are addressed with "Mr." and are hardly ever a surname. */
export const OFFICES: ReadonlySet<string> = new Set(
  wordList(`
    president secretary minister ambassador chairman chancellor premier senator congressman speaker
    commissioner consul
  `),
);

/** Compounds that name an office or a trade, not a person: "Amtsrichter", "Buchhändlerin". */
export const HOLDER = pattern('')`
    ^.{2,}(?:richter|meister|schreiber|fuhrer|lehrer|arzt|handler|macher|arbeiter|besitzer|leiter|
    inhaber|vorsteher|verwalter|diener|beamter|gesandter|halter|geber|sanger|schuler|wirt|wirth|
    mann|frau|kollege)(?:in)?$
  `;
