/** Entries of BibTeX and BibLaTeX: values in braces that TeX prints as they are. */
import { foldedWords } from '../../../core/text.ts';
import type { Party } from '../../../model/facts.ts';
import type { CitableReference } from '../model.ts';
import { familyName } from '../names.ts';

/** A field's name and its value, written for TeX; null if there is none. */
type TexField = readonly [name: string, value: string | null];

/** A text outside of an edition is not part of anything. `whole`: the type of an edition. */
export function entryType(reference: CitableReference, whole: 'book' | 'collection'): string {
  if (reference.whole) return reference.authors.length > 0 ? 'book' : whole;
  return reference.containerTitle === null ? 'misc' : 'incollection';
}

export function texEntry(type: string, key: string, fields: readonly TexField[]): string {
  const lines = fields.flatMap(([name, value]) => (value ? [`${name} = {${value}}`] : []));
  return `@${type}{${[key, ...lines].join(',\n  ')}\n}\n`;
}

const SPECIALS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
};

/** Text that TeX prints literally. */
export function tex(text: string): string {
  return text.replace(/[\\{}^~$&#%_]/g, (sign) => SPECIALS[sign] as string);
}

/** In its own braces, so that no style changes its capitals. */
export function protectedTex(text: string): string {
  return `{${tex(text)}}`;
}

/** The title; titles within it are set in the style of a title. */
export function texTitle({
  title,
  titleRuns,
}: Pick<CitableReference, 'title' | 'titleRuns'>): string {
  if (!titleRuns) return protectedTex(title);
  const runs = titleRuns.map(({ text, level }) =>
    level !== null && !isQuotedLevel(level) ? `\\emph{${tex(text)}}` : tex(text),
  );
  return `{${foldedWords(runs.join(''))}}`;
}

/** Titles of articles and of what is not published are quoted, others are in italics. */
export function isQuotedLevel(level: string): boolean {
  return level === 'a' || level === 'u';
}

/** Addresses are not read by TeX; only a brace would end them. */
export function verbatim(address: string): string {
  return address.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C');
}

export function texNames(parties: readonly Party[]): string | null {
  return parties.map(texName).join(' and ') || null;
}

/**
 * "Fox, Jr., Edward J."; a name in one piece, such as an office, in braces that prevent its
 * division.
 */
function texName(party: Party): string {
  const { family, suffix, given } = party;
  if (family === null) return protectedTex(party.name);
  return [familyName(party), suffix, given]
    .filter((part) => part !== null)
    .map(namePart)
    .join(', ');
}

/** A comma or an "and" within a part would divide the name. */
function namePart(part: string): string {
  const divides = part.includes(',') || ` ${part.toLowerCase()} `.includes(' and ');
  return divides ? protectedTex(part) : tex(part);
}
