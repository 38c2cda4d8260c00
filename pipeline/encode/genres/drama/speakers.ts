/**
 * The names of speakers as plays set them: in capitals at the beginning of a line.
 */

/** "HAMLET." or "FIRST CLOWN (aside)." before the first words, or alone on its line. */
const SPEAKER =
  /^(?<name>(?!\[|\()[\p{Lu}\d][\p{Lu}\p{M}\d .,'’&/–-]{0,60}?)(?<stage>\s*\([^()]{1,160}\))?(?:(?<mark>[.:])(?=\s|$)|$)/u;

export interface SpeakerStart {
  /** The name as it stands, without direction and full stop. */
  readonly name: string;
  /** How many characters belong to the speaker: name, direction, full stop. */
  readonly length: number;
  /** The speaker has the line for himself. */
  readonly alone: boolean;
}

/** The speaker with whom a line begins; nothing where it begins with something else. */
export function speakerAt(line: string): SpeakerStart | undefined {
  const match = SPEAKER.exec(line);
  const name = match?.groups?.['name']?.trim() ?? '';
  if (!match || (name.match(/\p{Lu}/gu)?.length ?? 0) < 2) return undefined;
  return { name, length: match[0].length, alone: match[0].length === line.length };
}

/** The names that begin more than one block, and those that are shortened or lengthened forms of such. */
export function speakerNames(firstLines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of firstLines) {
    const name = speakerAt(line)?.name;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const recurring = [...counts].filter(([, count]) => count > 1).map(([name]) => name);
  // In a play whoever stands where speakers stand is one, even if only once: a messenger, a servant.
  const play = recurring.length > 1;
  return new Set(play ? counts.keys() : recurring);
}
