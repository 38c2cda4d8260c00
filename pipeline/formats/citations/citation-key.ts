/** The key of a reference in BibTeX. */
import type { Party } from '../../model/facts.ts';
import { yearOf } from '../facts/dates.ts';

/** ASCII letters and digits only, beginning with a letter, whatever the names contain. */
export function citationKey(people: readonly Party[], day: string | null, id: string): string {
  const [first] = people;
  const name = first ? ascii(first.family ?? first.name) : '';
  const key = name + (name === '' ? '' : yearOf(day ?? '').replace('-', '')) + ascii(id);
  return /^[a-z]/.test(key) ? key : `x${key}`;
}

function ascii(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}
