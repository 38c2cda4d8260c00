/**
 * The declared stages of normalization: each a named, small change of a word's form. Their order is
 * that of the declaration.
 */

export interface Stage {
  readonly name: string;
  /** The description in the header of the result. */
  readonly about: string;
  apply(form: string): string;
}

type Simple = Omit<Stage, 'name'>;

const STAGES: Readonly<Record<string, Simple>> = {
  unicode: {
    about: 'compatibility forms of characters (ligatures, full-width letters) become plain ones',
    apply: (form) => form.normalize('NFKC'),
  },
  case: {
    about: 'capitals become small letters',
    apply: (form) => form.toLowerCase(),
  },
  diacritics: {
    about: 'accents and other marks above or below letters are removed',
    apply: (form) => form.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'),
  },
  'u/v': { about: 'v becomes u', apply: (form) => form.replace(/v/g, 'u').replace(/V/g, 'U') },
  'i/j': { about: 'j becomes i', apply: (form) => form.replace(/j/g, 'i').replace(/J/g, 'I') },
  'long-s': { about: 'ſ becomes s', apply: (form) => form.replace(/ſ/g, 's') },
  'sharp-s': {
    about: 'ß becomes ss',
    apply: (form) => form.replace(/ß/g, 'ss').replace(/ẞ/g, 'SS'),
  },
  sigma: {
    about: 'all forms of sigma are treated as one',
    apply: (form) => form.replace(/[ςϲ]/g, 'σ').replace(/Ϲ/g, 'Σ'),
  },
  'inner-marks': {
    about: 'apostrophes, hyphens and brackets within words are removed',
    apply: (form) =>
      form.replace(
        /(?<=.)[^\p{L}\p{M}\p{N}\p{Co}\uFFFE\uFFFF]+|[^\p{L}\p{M}\p{N}\p{Co}\uFFFE\uFFFF]+(?=.)/gu,
        '',
      ),
  },
};

export const STAGE_NAMES: readonly string[] = Object.keys(STAGES);

/** Replacements of word forms: abbreviations, an editor's own list. */
export function replacementStage(name: string, words: ReadonlyMap<string, string>): Stage {
  return {
    name,
    about: `${words.size} ${words.size === 1 ? 'word is' : 'words are'} replaced by a list`,
    apply: (form) => words.get(form) ?? form,
  };
}

/** Replacements of letters, anywhere in a word. */
export function letterList(name: string, letters: ReadonlyMap<string, string>): Stage {
  const pairs = [...letters].filter(([from]) => from !== '');
  return {
    name,
    about: pairs.map(([from, to]) => `${from} is ${to === '' ? 'removed' : to}`).join(', '),
    apply: (form) => pairs.reduce((made, [from, to]) => made.replaceAll(from, to), form),
  };
}

/** A stage by its name; undefined for an unknown name. */
export function stageNamed(name: string): Stage | undefined {
  const stage = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  return stage && { name, ...stage };
}

/** All stages one after the other. */
export function normalized(form: string, stages: readonly Stage[]): string {
  return stages.reduce((made, stage) => stage.apply(made), form);
}

/** The default stages for the alignment: aggressive, since the alignment loses nothing. */
export const FOR_ALIGNMENT: readonly string[] = [
  'unicode',
  'diacritics',
  'case',
  'long-s',
  'sharp-s',
  'u/v',
  'i/j',
  'sigma',
  'inner-marks',
];

/** The default stages for calling readings orthographic: cautious. */
export const FOR_TYPES: readonly string[] = ['unicode', 'case', 'long-s', 'sigma'];
