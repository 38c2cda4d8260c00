/**
 * Divides an entry's name into surname and forenames, and separates descriptions from names.
 *
 * Takes a name of an authority entry. Returns readings, from which the forms are made (`forms.ts`),
 * and phrases that name the person only as a whole ("the Queen", "A lady of the Court", "Duke of
 * Wellington").
 */
import type { EntityName } from '../../../../authorities/model.ts';
import { withoutOrdinal } from '../../../../authorities/titles.ts';
import { wordList } from '../../../../core/text.ts';
import { allLanguages } from '../../words/lexicon.ts';
import { type NameToken, nameTokens, wordKeys } from '../../words/tokens.ts';
import { commonForename } from './given-names.ts';
import type { NameFormKind } from './model.ts';
import { isCourtesy } from './titles.ts';

/** A name in the two parts that forms are made from. */
export interface NameReading {
  readonly surname: readonly string[];
  readonly forenames: readonly string[];
  readonly kind: NameFormKind;
}

/** Letters of a given name in languages with the family name first: "Chung", "Dinh", "Dschou". */
const LONGEST_SYLLABLE = 6;

export function nameReadings(name: EntityName): NameReading[] {
  if (isDescription(name)) return [];
  const given = wordKeys(name.forename ?? '');
  const link = trailingParticles(name.forename ?? '');
  const forenames = given.slice(0, given.length - link.length);
  const own = wordKeys(name.surname ?? '');
  const surname = own.length > 0 && given.length > link.length ? [...link, ...own] : own;
  if (surname.length > 0 && forenames.length > 0) {
    const familyFirst =
      name.full.indexOf(name.surname ?? '') < name.full.indexOf(name.forename ?? '') &&
      !name.full.includes(',');
    const divided: NameReading = { surname, forenames, kind: 'surname' };
    if (!familyFirst) return [divided];
    const whole = [...surname, ...forenames];
    // "<surname>Holm</surname> <forename>August Wilhelm</forename>": the order of a register. In
    // "Ngo Dinh Diem" any word may be the usual name.
    return forenames.some((key) => commonForename(key) || key.length > LONGEST_SYLLABLE)
      ? [{ surname: whole, forenames: [], kind: 'whole' }, divided]
      : undivided(whole);
  }
  if (surname.length > 0) {
    const numbered = wordKeys(name.generation ?? '');
    const exact: NameReading = { surname, forenames: [], kind: 'exact' };
    return numbered.length > 0
      ? [{ ...exact, surname: [...surname, ...numbered] }, exact]
      : [exact];
  }
  return [...titledWhole(name), ...undivided(undividedKeys(name))];
}

/** "Mrs. Crowther": if the list has only title and surname, both together are the name. */
function titledWhole(name: EntityName): NameReading[] {
  const words = wordKeys(withoutAsides(name.full));
  const titled = leadingTitles(name).length > 0 && !allLanguages.isDeterminer(words[0] ?? '');
  return titled ? [{ surname: words, forenames: [], kind: 'whole' }] : [];
}

/** "Leopold von": the particle belongs to the surname; "Robert E." has an initial. */
function trailingParticles(forename: string): readonly string[] {
  const tokens = nameTokens(forename);
  let from = tokens.length;
  while (from > 1 && isLinkingParticle(tokens[from - 1])) from--;
  return tokens.slice(from).map(({ key }) => key);
}

/** A particle in lower case: "von", "de". */
function isLinkingParticle(token: NameToken | undefined): boolean {
  return token !== undefined && !token.capital && allLanguages.isParticle(token.key);
}

/** The words of a name that is not divided into surname and forenames, without its titles. */
export function undividedKeys(name: EntityName): string[] {
  const titles = new Set([...wordKeys(name.title ?? ''), ...leadingTitles(name)]);
  const words = wordKeys(withoutAsides(name.full));
  const bare = words.filter((word) => !titles.has(word));
  return bare.length > 0 ? bare : words;
}

/**
 * "Queen Victoria", "Mrs. Crowther", "The Rev. John Smith": the titles at the beginning of an
 * undivided name.
 */
export function leadingTitles(name: EntityName): string[] {
  if (name.surname || name.forename) return [];
  const words = wordKeys(withoutAsides(name.full));
  const article = words.findIndex((word) => !allLanguages.isDeterminer(word));
  const end = words.findIndex(
    (word, at) => at >= article && (!allLanguages.isTitle(word) || commonForename(word)),
  );
  return end > article ? words.slice(0, end) : [];
}

/**
 * The parts of an undivided name of several words. A name that begins with a common forename ends
 * with the surname ("Francis Beaumont", "Ludwig van Beethoven"). For others the surname is unknown:
 * East Asian names above all.
 */
function undivided(words: readonly string[]): NameReading[] {
  if (words[0] === 'of') return [{ surname: words.slice(1), forenames: [], kind: 'last' }];
  if (words.length < 2) return [{ surname: words, forenames: [], kind: 'exact' }];
  // "Frau von Stein": the title has been removed already.
  if (allLanguages.isParticle(words[0] ?? ''))
    return [{ surname: words, forenames: [], kind: 'surname' }];
  const whole: NameReading = { surname: words, forenames: [], kind: 'whole' };
  const [first = '', ...rest] = words;
  const last = words.at(-1) ?? '';
  const bare = (word: string) =>
    word.length > 1 &&
    !NUMERAL.test(word) &&
    !allLanguages.isCommon(word) &&
    !allLanguages.isTitle(word);
  if (words.every(commonForename)) return [whole];
  if (commonForename(first)) {
    let start = words.length - 1;
    while (start > 1 && allLanguages.isParticle(words[start - 1] ?? '')) start--;
    return [
      whole,
      { surname: words.slice(start), forenames: words.slice(0, start), kind: 'surname' },
    ];
  }
  // "Old Tom", "Black Prince": a byname is not a surname.
  if (allLanguages.isCommon(first)) return [whole];
  return [
    whole,
    ...(bare(last)
      ? [{ surname: [last], forenames: words.slice(0, -1), kind: 'part' as const }]
      : []),
    ...(bare(first)
      ? [{ surname: [first], forenames: rest.filter(isNoParticle), kind: 'part' as const }]
      : []),
  ];
}

/** "Paulus von Theben": "von" is no forename. */
function isNoParticle(word: string): boolean {
  return !allLanguages.isParticle(word);
}

/** Words in place of the name of a person who is not known. */
const PLACEHOLDERS = new Set(
  wordList(`
    nn anon anonymous anonym anonyme anonymus anonimo anonima unknown unidentified unnamed
    unbekannt unbekannte unbekannter inconnu inconnue desconocido desconocida
  `),
);

/** "N. N.", "Anonymous": the list has an entry for somebody who is not known. */
export function isPlaceholder(name: EntityName): boolean {
  if (name.surname && name.forename) return false;
  const words = wordKeys(withoutAsides(name.full));
  return words.every((word) => PLACEHOLDERS.has(word)) || words.join(' ') === 'n n';
}

/** "Pius IX": the number of a ruler. */
const NUMERAL = /^(?:x{0,2}(?:ix|iv|v|v?i{2,3})|vi|x{1,3}i{0,3})$/;

/** "d. Ä." in German, "the Elder": which of two persons of the name. */
const ELDER_OR_YOUNGER = /\s(?:d\. ?[ÄJ]\.|der (?:Ältere|Jüngere)|the (?:elder|younger))$/i;

/** The full name without words after a comma or in brackets, and without "the Elder". */
function withoutAsides(full: string): string {
  return (full.split(/[,([“"]/)[0] ?? full).trim().replace(ELDER_OR_YOUNGER, '');
}

/**
 * The name is a description: it begins with an article or the like, or it is a ruler's title with
 * the country.
 */
function isDescription(name: EntityName): boolean {
  if (name.surname || name.forename) return false;
  const tokens = nameTokens(withoutAsides(name.full));
  if (tokens.every(({ key }) => allLanguages.isTitle(key))) return true;
  // "Will" alone is a name, but needs other evidence.
  if (
    tokens.length > 1 &&
    tokens.every(({ key }) => allLanguages.isClosed(key) || allLanguages.isTitle(key))
  )
    return true;
  const article = tokens.findIndex(({ key }) => !allLanguages.isDeterminer(key));
  const titled = tokens.slice(article);
  if (article > 0 && !isNameParticle(tokens))
    return !allLanguages.isTitle(titled[0]?.key ?? '') || titleWithPlace(titled);
  const particle = tokens.findIndex(({ key }) => !allLanguages.isTitle(key));
  return titleWithPlace(tokens) && allLanguages.isRuler(tokens[particle - 1]?.key ?? '');
}

/**
 * "La Fontaine", "Le Corbusier", "De Gaulle": an article or preposition of a Romance language, one
 * capitalized word.
 */
function isNameParticle(tokens: readonly NameToken[]): boolean {
  const [first, second] = tokens;
  if (tokens.length !== 2 || !first?.capital || !second?.capital) return false;
  return (
    /^(?:la|le|les|el|los|las|du|de|del)$/.test(first.key) && !allLanguages.isTitle(second.key)
  );
}

/** "Duke of Wellington", "Herzog von Reichstadt", "duc d’Orléans"; not "Frau von Stein". */
function titleWithPlace(tokens: readonly NameToken[]): boolean {
  const at = tokens.findIndex(({ key }) => !allLanguages.isTitle(key));
  const particle = tokens[at];
  if (at < 1 || !particle || isCourtesy(tokens[at - 1]?.key ?? '')) return false;
  return (isLinkingParticle(particle) && tokens.length > at + 1) || /^d['’]/.test(particle.text);
}

/** "Wellesley, Arthur", and the list's words after it, "Duke of Wellington, general". */
export function noblePhrases(description = ''): string[] {
  const [first = ''] = description.split(/[,;.(]/);
  const words = withoutOrdinal(first.trim());
  const tokens = nameTokens(words);
  const noble = tokens.some(({ key, capital }) => capital && allLanguages.isNoble(key));
  return noble && tokens.length < 6 && titleWithPlace(tokens) ? [words] : [];
}

/**
 * The phrases that name the person only as a whole: descriptions and titles with places, the name
 * itself or words beside it ("Arthur Wellesley, Duke of Wellington").
 */
export function wholePhrases(name: EntityName): string[] {
  const whole = withoutAsides(name.full);
  const words = nameTokens(whole);
  // "Mr.", "Baron": a title alone names no person; "the Queen", "Prime Minister" may.
  if (words.every(({ key }) => isCourtesy(key))) return [];
  if (words.length === 1 && allLanguages.isTitle(words[0]?.key ?? '')) return [];
  const beside = [...name.full.split(/[,()]/).slice(1), name.title ?? ''].map((part) =>
    withoutOrdinal(part.trim()),
  );
  const titled = !name.surname && !name.forename && titleWithPlace(words);
  return [
    ...(titled || isDescription(name) ? [whole] : []),
    ...beside.filter((part) => titleWithPlace(nameTokens(part))),
  ];
}
