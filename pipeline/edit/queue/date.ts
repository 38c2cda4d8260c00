/**
 * The value that the encoder would give to the words of a date, relative to the document's own
 * date.
 */
import type { Dating } from '../../authorities/model.ts';
import { findDates } from '../../encode/dates/find.ts';
import { findWrittenDates } from '../../encode/dates/written/find.ts';
import type { DocumentText } from '../../encode/engine/model.ts';
import { languageOf, primaryTag } from '../../encode/languages/table.ts';
import { DATE_ATTRIBUTES } from '../../xml/dates/date-problems.ts';
import { attribute, descend, isTei, type TreeElement, walk } from '../../xml/tree.ts';
import type { SourceDocument } from '../source/document.ts';

/** A day, or two with `/` between them; empty if the words are not understood as a date. */
export function dateIn(document: SourceDocument, words: string): string {
  const dating = ownDating(document.root);
  const text: DocumentText = {
    id: '',
    passages: [{ id: 'p', role: 'paragraph', text: words, points: [], line: 1 }],
    ...(dating && { dating }),
  };
  const tag = languageIn(document.root);
  const found = tag === 'en' ? findDates(text) : findWrittenDates(text, languageOf(tag));
  const stated = found.find(({ dating: value }) => value !== undefined)?.dating;
  if (!stated) return '';
  const { when, from, to, notBefore, notAfter } = stated;
  return when ?? [from ?? notBefore ?? '', to ?? notAfter ?? ''].join('/');
}

function ownDating(root: TreeElement): Dating | undefined {
  const profile = descend(root, 'teiHeader', 'profileDesc');
  for (const element of profile ? walk(profile) : []) {
    const isOwn = element.parent && isTei(element.parent, 'creation', 'correspAction');
    if (!isTei(element, 'date') || !isOwn) continue;
    const given = DATE_ATTRIBUTES.flatMap((name) => {
      const value = attribute(element, name);
      return value === undefined ? [] : [[name, value] as const];
    });
    if (given.length > 0) return Object.fromEntries(given);
  }
  return undefined;
}

function languageIn(root: TreeElement): string {
  const text = descend(root, 'text');
  const tag = (text && attribute(text, 'xml:lang')) ?? attribute(root, 'xml:lang') ?? 'en';
  return primaryTag(tag);
}
