/**
 * CSL-JSON 1.0.2 (citationstyles.org; schema csl-data.json), which Zotero, pandoc and citeproc
 * read. A document is a `chapter`: of a `personal_communication` Zotero takes the editor for the
 * author, and of a chapter's `recipient` too; so the recipient is in the note.
 */
import { foldedWords } from '../../../core/text.ts';
import type { DateFacts, Party } from '../../../model/facts.ts';
import { joined, present } from '../../writing/values.ts';
import type { CitableReference } from '../model.ts';
import { familyName } from '../names.ts';
import { isQuotedLevel } from './tex.ts';

export type CslItem = Readonly<Record<string, unknown>>;

export function csl(reference: CitableReference): CslItem {
  const { archive, issued, written } = reference;
  return present({
    id: reference.url ?? reference.key,
    'citation-key': reference.key,
    type: reference.whole ? 'book' : reference.containerTitle === null ? 'document' : 'chapter',
    title: cslTitle(reference),
    'container-title': reference.containerTitle,
    author: reference.authors.map(cslName),
    editor: reference.editors.map(cslName),
    translator: reference.translators.map(cslName),
    publisher: reference.publisher,
    'publisher-place': reference.place,
    issued: issued && { 'date-parts': [dateParts(issued)] },
    'original-date': written && cslDate(written),
    version: reference.version,
    URL: reference.url,
    DOI: reference.doi,
    archive: archive?.name,
    archive_collection: archive && joined(archive.collections, ', '),
    archive_location: archive?.shelfmark,
    'archive-place': archive && joined([archive.settlement, archive.region, archive.country], ', '),
    language: reference.language,
    abstract: reference.abstract,
    note: joined(reference.notes, ' '),
  });
}

/** Titles within the title in CSL's rich text: italics, or quotation marks that processors turn. */
function cslTitle({ title, titleRuns }: CitableReference): string {
  if (!titleRuns) return title;
  const runs = titleRuns.map(({ text, level }) => {
    if (level === null) return text;
    return isQuotedLevel(level) ? quotedOnce(text) : `<i>${text}</i>`;
  });
  return foldedWords(runs.join(''));
}

/** In quotation marks, if it does not have them itself. */
export function quotedOnce(text: string): string {
  return /^\s*[“„«‘"']/.test(text) ? text : `“${text}”`;
}

/** Zotero loses `non-dropping-particle`; citeproc finds the particle in the family name, too. */
function cslName(party: Party): object {
  const { name, family, given, suffix } = party;
  if (family === null) return { literal: name };
  return present({
    family: familyName(party),
    given,
    suffix,
    'comma-suffix': suffix?.toLowerCase().startsWith('jr') || null,
  });
}

/** A date between limits is an approximate one. */
function cslDate({ start, end, when, lasting, circa, text }: DateFacts): object | null {
  const limits = [...new Set([start, end])].filter((limit) => limit !== null);
  if (start === null || !limits.every((limit) => /^-?\d{4}(-|$)/.test(limit))) {
    return text === null ? null : { literal: text };
  }
  const doubtful = circa || (when === null && !lasting);
  return present({ 'date-parts': limits.map(dateParts), circa: doubtful || null });
}

/** `1964-05` is [1964, 5], `-0044` is [-44]. */
function dateParts(day: string): number[] {
  const [, sign = '', rest = day] = /^(-?)(.*)$/.exec(day) ?? [];
  const [year = 0, ...more] = rest.split('-').map(Number);
  return [sign === '-' ? -year : year, ...more];
}
