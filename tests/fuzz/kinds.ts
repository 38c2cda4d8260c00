/** The kinds of cases of the fuzz run: what is damaged. */
export const KINDS = [
  'text',
  'short',
  'tei',
  'merge',
  'import',
  'authorities',
  'references',
  'torn',
] as const;

export type Kind = (typeof KINDS)[number];
