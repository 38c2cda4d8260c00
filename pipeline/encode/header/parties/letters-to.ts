/**
 * Writer and addressee in the title of a collection: "W. H. Auden's Letters to Anna Weber (Archive
 * 12)", "Briefe von Karl Lahn an Anna Weber".
 */
import type { Language } from '../../languages/model/language.ts';
import { personalName } from './party-words.ts';
import type { Parties, PartyWords } from './split-parties.ts';

export function lettersTo(title: string, language: Language): Parties | undefined {
  if (language.toWord === '') return undefined;
  const { fromWord } = language.letters;
  const form = new RegExp(
    `(?:(?<owner>(?:\\p{Lu}[\\p{L}.]* ){0,3}\\p{Lu}\\p{L}+)[’'´]s )?(?:letters|` +
      `correspondence|briefe|lettres|cartas)(?: (?:${fromWord}) ` +
      `(?<from>\\p{Lu}[^,:;]{2,60}?))? (?:${language.toWord}) (?<to>\\p{Lu}[^,:;]{2,60}?)(?: ` +
      `\\([^()]*\\)|[.,:;].*)?$`,
    'iud',
  );
  const { owner, from, to } = form.exec(title)?.indices?.groups ?? {};
  const words = (span: [number, number] | undefined): PartyWords | undefined =>
    span && personalName(title.slice(...span), language) !== undefined
      ? { text: title.slice(...span), at: span[0] }
      : undefined;
  const [sender, recipient] = [words(from ?? owner), words(to)];
  if (!recipient) return undefined;
  return { ...(sender ? { from: sender } : {}), to: recipient };
}
