/**
 * TEI documents of a chosen size, one kind for each kind of content that a document may have
 * thousands of.
 *
 * Takes a kind's name and a count. Returns the text of a TEI file. Every kind grows in one
 * dimension only, so that a slow step can be named.
 */
import { FORMS } from './forms.ts';
import type { Parts } from './parts.ts';
import { REGISTERS } from './registers.ts';
import { RUNNING_TEXT } from './running-text.ts';
import { SCHOLARSHIP } from './scholarship.ts';

const KINDS = { ...RUNNING_TEXT, ...FORMS, ...REGISTERS, ...SCHOLARSHIP };

export type KindName = keyof typeof KINDS;

export const kindNames = Object.keys(KINDS) as KindName[];

/** A TEI file with `count` of the kind. */
export function teiOf(kind: KindName, count: number, id = 'g'): string {
  const {
    body,
    front = '',
    back = '',
    standOff = '',
    source = '',
    beside = '',
  }: Parts = KINDS[kind](count);
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}" xml:lang="en">
<teiHeader><fileDesc><titleStmt><title>Growth: ${kind}</title></titleStmt>
<publicationStmt><publisher>Nobody</publisher></publicationStmt>
<sourceDesc>${source || '<p>none</p>'}</sourceDesc></fileDesc></teiHeader>
${standOff}${beside}
<text>${front && `<front>${front}</front>`}<body><div type="document" n="1" xml:id="${id}-doc">
${body}
</div></body>${back && `<back>${back}</back>`}</text>
</TEI>
`;
}
