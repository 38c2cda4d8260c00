/**
 * The findings of one schema about a document; findings that two schemas report of the same
 * attribute.
 */
import { type Finding, type InputError, ifReadable, inputErrorOf } from '../core/finding.ts';
import type { SchemaValidator } from '../xml/relaxng/compiled-schemas.ts';
import type { TreeElement } from '../xml/tree.ts';

/** Whether a schema reports the same attribute. */
export function sameDate(date: Finding, other: Finding): boolean {
  const attribute = /^[\w-]+="[^"]*"/.exec(date.message)?.[0] ?? '';
  return (
    other.line === date.line && other.column === date.column && other.message.includes(attribute)
  );
}

export function reportsSameId(id: Finding, other: Finding): boolean {
  return other.line === id.line && other.column === id.column && other.message.includes('xml:id');
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** False where the schema cannot be used. */
  readonly judged: boolean;
}

/** Findings of a schema about a document, and findings about the schema. */
export async function judgeBy(
  judge: Promise<SchemaValidator>,
  text: string,
  root: TreeElement,
  path: string,
): Promise<Judgement> {
  try {
    const schema = await judge;
    const found = await schema.validate(text, root, path);
    return { findings: [...found, ...(schema.findings ?? [])], judged: true };
  } catch (error) {
    return { findings: inputErrorOf(error).findings, judged: false };
  }
}

export function asWarning(found: Finding): Finding {
  return { ...found, severity: 'warning' };
}

/** The value, or the `InputError` thrown while making it; other errors are rethrown. */
export function valueOrInputError<Value>(make: () => Value): Value | InputError {
  return ifReadable(make, (error) => error);
}
