/** BibLaTeX (3.20, for biber): one entry with its fields, in UTF-8. */
import { joined } from '../../writing/values.ts';
import type { CitableReference } from '../model.ts';
import { entryType, protectedTex, tex, texEntry, texNames, texTitle, verbatim } from './tex.ts';

/**
 * Names of languages as babel has them, by the primary subtag; another language is left to the
 * reader.
 */
const LANGUAGES: Readonly<Record<string, string>> = {
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  la: 'latin',
  nl: 'dutch',
  pl: 'polish',
  pt: 'portuguese',
  ru: 'russian',
};

export function biblatex(reference: CitableReference): string {
  const { genre, written, language, archive, version } = reference;
  return texEntry(entryType(reference, 'collection'), reference.key, [
    ['author', texNames(reference.authors)],
    ['title', texTitle(reference)],
    ['booktitle', reference.containerTitle && protectedTex(reference.containerTitle)],
    ['entrysubtype', genre && tex(genre.toLowerCase())],
    ['editor', texNames(reference.editors)],
    ['translator', texNames(reference.translators)],
    ['publisher', reference.publisher && tex(reference.publisher)],
    ['location', reference.place && tex(reference.place)],
    ['date', reference.issued],
    ['origdate', written && origdate(written)],
    ['version', version && tex(version)],
    ['doi', reference.doi && verbatim(reference.doi)],
    ['url', reference.url && verbatim(reference.url)],
    ['library', archive?.text ? tex(archive.text) : null],
    ['langid', LANGUAGES[(language ?? '').toLowerCase().split('-')[0] ?? ''] ?? null],
    ['addendum', joined(reference.notes.map(tex), ' ')],
  ]);
}

/** biber reads ISO 8601-2, level 1: `1750~` is about 1750, an empty limit is open. */
function origdate(written: NonNullable<CitableReference['written']>): string | null {
  const mark = written.circa ? '~' : '';
  return written.range?.replaceAll('..', '').replace(/(?<=[^/])(?=\/|$)/g, mark) ?? null;
}
