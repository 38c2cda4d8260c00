/**
 * Whether words name a sender or addressee, and the personal name in them.
 *
 * Takes words of a title, an address or a signature. Returns the name without titles: "President
 * Wilson" is "Wilson", "the Secretary of State" has none.
 */
import { pattern } from '../../../core/text.ts';
import type { Language } from '../../languages/model/language.ts';

/** A firm is not a person: "Pradines Frères et Compagnie", "Hartknoch und Söhne". */
const FIRM = pattern('iu')`
    (?<!\p{L})(?:co|cie|comp|compagnie|company|sons?|söhne|sohn|fils|frères|brothers|bros|gebrüder|
    hijos|hermanos|consorten)\.?$
  `;

export function isFirm(words: string): boolean {
  return FIRM.test(words) && /\s/.test(words);
}

const ARTICLE = pattern('iu')`
    ^(?:the|his|her|my|their|an?|der|die|das|des|dem|den|seinen?m?r?|ihren?m?r?|le|la|les|l['’]|son|
    sa|el|los|las|su|un[ea]?) 
  `;
const PARTICLE = pattern('u')`
    ^(?:von|vom|zu|zur|zum|de|du|des|di|da|del|della|la|le|van|der|den|ten|ter|af|av|y|e|und|and|et|
    &|d['’]\p{Lu}\S*|al|el|bin|ibn)$
  `;
const NAME = /^(?:d['’]|l['’])?\p{Lu}[\p{L}’'.-]*,?$/u;
/** A title of a text, not a party: "Report on aid to Bolivia". */
const TEXT_KIND = pattern('i')`
    ^(?:reports?|memorand(?:um|a)|papers?|notes?|letters?|telegrams?|statements?|summary|aid|
    assistance|response|reply|answer|introduction|approach|attempts?|proposals?|threats?|relations|
    policy|support|visit|return|address|speech|remarks|message|instructions?|approaches|ode|epistle|
    sonnet|to|invitation|road|way|guide|journey)\b
  `;
/** The most words of a personal name. */
const MOST_WORDS = 6;

/**
 * "The Chargé in China", "Mr. Lowell", "Arthur Schnitzler": capitals, particles, offices; not the
 * title of a text, not a sentence.
 */
export function startsLikeParty(words: string, language: Language): boolean {
  const bare = words.replace(ARTICLE, '').replace(/[[\]]/g, '').trim();
  if (TEXT_KIND.test(bare) || /[.?!] \p{Lu}\p{L}+ \p{Ll}+ \p{Ll}/u.test(bare)) return false;
  if (ARTICLE.test(words)) return /\p{Lu}/u.test(bare);
  if (isFirm(bare)) return /^\p{Lu}/u.test(bare) && bare.split(/\s+/).length <= MOST_WORDS;
  const [first = ''] = bare.split(/[ .]/);
  if (language.honorifics.includes(first)) return personalName(bare, language) !== undefined;
  return (
    /^\p{Lu}/u.test(bare) &&
    (personalName(bare, language) !== undefined ||
      /\b(?:of|in|at|for|de|del|du|für|in|zu)\b|\)/u.test(bare) ||
      bare.split(/\s+/).length <= 3)
  );
}

/** The personal name in the words for a party; undefined if they name only an office. */
export function personalName(words: string, language: Language): string | undefined {
  const honorifics = new Set(language.honorifics);
  let rest = words
    .replace(/\s*\([^()]*\)$|[[\]]/g, '')
    .replace(/[,.;:]+$/, (end) => (/\p{Lu}\.$/u.test(words) ? end : ''))
    .trim();
  const article = ARTICLE.exec(rest)?.[0] ?? '';
  rest = rest.slice(article.length);
  // "her sister Hannah Prewitt", "seinen lieben Vetter Karl"
  const first = (rest.split(' ')[0] ?? '').replace(/\.$/, '');
  if (!honorifics.has(first)) rest = rest.replace(/^(?:\p{Ll}[\p{L}-]* ){1,3}(?=\p{Lu})/u, '');
  const tokens = rest.split(/\s+/).filter((token) => token !== '');
  let titles = 0;
  while (tokens.length > 1 && isTitle(tokens[0] ?? '', honorifics, language)) {
    tokens.shift();
    titles++;
  }
  // An office follows an article in the languages that write it with a capital: "den Landrat von
  // Bredow".
  if (
    article !== '' &&
    titles === 0 &&
    tokens.length > 1 &&
    /^(?:de|der|die|das|des|dem)/i.test(language.tag === 'de' ? 'de' : '')
  )
    tokens.shift();
  else if (article !== '' && titles === 0 && /^(?:the|an?|l[ea]s?|el|los|las) $/i.test(article))
    return undefined;
  const end = tokens.findIndex((token) => /,$/.test(token));
  const name = end < 0 ? tokens : [...tokens.slice(0, end), (tokens[end] ?? '').replace(/,$/, '')];
  if (name.length === 0 || name.length > MOST_WORDS) return undefined;
  if (!name.every((token) => NAME.test(token) || PARTICLE.test(token))) return undefined;
  const last = name.at(-1) ?? '';
  if (!NAME.test(last) || /^(?:of|in)$/.test(name[0] ?? '')) return undefined;
  if (
    name.length === 1 &&
    titles === 0 &&
    (article !== '' || honorifics.has(last.toLowerCase().replace(/\.$/, '')))
  )
    return undefined;
  if (
    INSTITUTION.test(name.join(' ')) ||
    name.some((token) => /^(?:e|and|und|y)$/.test(token) && name.length > 5)
  )
    return undefined;
  return name.join(' ');
}

/** "Herr", and in German every compound of an office: "Justizrat", "Landgerichtsdirektor", "RA". */
function isTitle(token: string, honorifics: ReadonlySet<string>, { tag }: Language): boolean {
  const word = token.replace(/[.,]+$/, '');
  if (honorifics.has(word.toLowerCase())) return true;
  return tag === 'de' && GERMAN_OFFICE.test(word);
}

const GERMAN_OFFICE = pattern('u')`
    ^(?:RA|StR|Ing|Dipl|Dres|Mag|\p{Lu}\p{Ll}+(?:rath?|räth?in|anwalt|präsident|direktor|director|
    minister|meister|inspektor|inspector|sekretär|kommissar|kommissär|verwalter|lehrer|richter|
    assessor|konsul|general|leutnant|lieutenant|hauptmann|professor|prediger|pfarrer|vikar|
    schreiber|redakteur|redacteur)(?:in)?)$
  `;

const INSTITUTION = pattern('')`
    \b(?:Department|Embassy|Legation|Mission|Consulate|Council|Committee|Office|Agency|Ministry|
    Government|Board|Commission|Bureau|Staff|Delegation|State|Treasury|Intelligence|Secretariat|
    House|Command|Universität|Rektorat|Fakultät|Magistrat|Ministerium|Amt|Regierung|Gesandtschaft|
    Botschaft|Ministère|Ministerio|Académie|
    Akademie|Society|Company|University)\b
  `;
