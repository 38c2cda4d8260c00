/**
 * Lines of a form at the head of a memorandum or telegram: "TO: The Secretary", "FROM: INR", "DATE:
 * May 12, 1964", "SUBJECT: Elections".
 *
 * Takes a line or block. Returns the label's meaning and the offset of its value; undefined for
 * another line.
 */
import { pattern } from '../../../../core/text.ts';
import type { Passage } from '../../../engine/model.ts';

type FieldName = 'from' | 'to' | 'date' | 'other';

interface FormField {
  readonly name: FieldName;
  readonly value: string;
}

/** The labels, in the languages of the table; matched without case. */
const LABELS: readonly (readonly [name: FieldName, form: RegExp])[] = [
  ['from', /^(?:from|sender|von|absender|de|expéditeur|remitente)$/i],
  ['to', /^(?:(?:memorandum )?(?:to|for)|an|empfänger|à|destinataire|para|a|al)$/i],
  ['date', /^(?:date|dated|datum|fecha|data)$/i],
  [
    'other',
    pattern('i')`
    ^(?:subject|subj|re|ref|reference|reftel|info|via|through|thru|attention|cc|copy|copies|no|
    number|time|betr(?:eff|ifft)?|betreff|nr|objet|asunto|núm)\.?$
  `,
  ],
];

const LABELLED = /^(?<label>\p{L}[\p{L} .]{0,20}?)\s?:\s+(?<value>\S.*)$/su;

/** A line with a label of a form and its value. */
export function formField(line: string): FormField | undefined {
  const { label = '', value = '' } = LABELLED.exec(line)?.groups ?? {};
  const name = LABELS.find(([, form]) => form.test(label))?.[0];
  return name && { name, value };
}

/** Sender and addressee have lines of their own, as in no paragraph. */
export function isForm(lines: readonly string[]): boolean {
  const names = lines.map((line) => formField(line)?.name);
  return names.includes('from') && names.includes('to');
}

/** The value of the line for the sender or addressee among the passages of an opener. */
export function fieldValue(
  passages: readonly Passage[],
  wanted: 'from' | 'to',
): string | undefined {
  for (const { role, text } of passages) {
    const field = role === 'marking' ? formField(text) : undefined;
    if (field?.name === wanted) return field.value;
  }
  return undefined;
}
