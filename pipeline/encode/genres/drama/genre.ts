/**
 * Drama: acts and scenes, speeches, stage directions.
 */
import { counted } from '../../../core/text.ts';
import type { GenreEvidence } from '../common/evidence.ts';
import { type Genre, NONE, type Recognition } from '../common/genre.ts';
import { castNames, isCastHeading } from './cast/cast-list.ts';
import { Speakers } from './cast/speakers.ts';
import { isBareDirection, isDirection } from './directions/directions.ts';
import { outlineDrama } from './outline.ts';

export const drama: Genre = {
  name: 'drama',
  title: 'a play',
  recognize,
  outline: outlineDrama,
  header: { correspondence: false },
};

/** How many blocks below the title may belong to a title page. */
const TITLE_PAGE = 6;
/** The weights of a second and a third indicator of a play: acts, characters, the title page. */
const SIGNS = 0.12;

/** "A Comedy in Three Acts", "Trauerspiel in fünf Aufzügen", "Comédie en vers". */
function isSubtitle(text: string): boolean {
  const kind =
    'comed(?:y|ia)|traged(?:y|ia)|tragicomed(?:y|ia)|farce|play|drama|drame|melodrama|masque|' +
    'pageant|burletta|comédie|tragédie|vaudeville|proverbe|monologue|opéra[- ]comique|' +
    'lustspiel|trauerspiel|schauspiel|posse|singspiel|puppenspiel|drama|komödie|tragödie|' +
    'volksstück|hörspiel|zarzuela|sainete|entremés|auto|juguete cómico|monólogo';
  const form =
    'acts?|scenes?|parts?|verse|prose|actes?|vers|tableaux?|aufzügen?|akten?|aufzug|akt|' +
    'bildern?|actos?|jornadas?|cuadros?|verso|prosa';
  return (
    text.length <= 120 &&
    new RegExp(
      `(?<!\\p{L})(?:${kind})(?!\\p{L}).{0,40} (?:in|en|de|à) ` +
        `.{0,30}(?<!\\p{L})(?:${form})(?!\\p{L})`,
      'iu',
    ).test(text)
  );
}

/**
 * Many lines begin with one of a few recurring names, in addition to acts, directions or a list of
 * characters.
 */
function recognize({ lines, blocks, language }: GenreEvidence): Recognition {
  const from = lines.findIndex(
    ([first]) => first !== undefined && isCastHeading(first.text, language),
  );
  const cast = from >= 0;
  const names = castNames(
    cast
      ? lines
          .slice(from, from + 2)
          .flat()
          .slice(1)
      : [],
  );
  const speakers = new Speakers(lines, language, names);
  if (speakers.recurring < 4 || blocks.length === 0) return NONE;
  const share = Math.min(1, speakers.recurring / blocks.length);
  const { act, scene } = language.divisions;
  const divided = blocks.some(({ text }) => act?.test(text) || scene?.test(text));
  const directions = blocks.filter(
    ({ text }) => isDirection(text) || isBareDirection(text, language),
  ).length;
  // Brackets in a record of speech are the editors': they indicate a play only if speakers are in
  // capitals.
  const play = divided || cast || (speakers.style === 'capitals' && directions > 2);
  const subtitle = blocks.slice(0, TITLE_PAGE).some(({ text }) => isSubtitle(text));
  // Two of them make a play, whatever its front matter contains.
  const signs = [divided, cast, subtitle].filter(Boolean).length;
  // Minutes and interviews name speakers too, usually in lower case or before a colon.
  const base = speakers.style === 'capitals' ? 0.35 : play ? 0.3 : 0;
  const score = Math.min(
    0.98,
    base + 0.7 * share + (play ? 0.15 : 0) + SIGNS * Math.max(0, signs - 1),
  );
  return {
    score: share < 0.2 ? 0 : score,
    reasons: [
      `${counted(speakers.recurring, 'line')} of ${counted(blocks.length, 'block')} begin ` +
        'with the name of a speaker that recurs',
      ...(divided ? ['it has acts or scenes'] : []),
      ...(cast ? ['it has a list of characters'] : []),
      ...(subtitle ? ['its title page calls it a play'] : []),
    ],
  };
}
