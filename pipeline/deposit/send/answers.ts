/** Answers of a repository that a client has to interpret. */
import { InputError } from '../../core/finding.ts';
import { ServiceError } from './http/requests.ts';

/** The answer to a request; null if what it asks for is not there. */
export async function ifThere<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ServiceError && error.response?.status === 404) return null;
    throw error;
  }
}

/** `what`: the answer in words. */
export function unexpectedAnswer(base: string, what: string): InputError {
  return new InputError({
    path: base,
    severity: 'error',
    rule: 'deposit/answer',
    message: `the answer is ${what}; is this the address of the repository?`,
  });
}

/** A JSON value as an object; without members if it is anything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** The objects of a list; none if it is not a list. */
export function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

/** A string, or a number as a string; undefined if it is neither, or empty. */
export function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value) || undefined
    : undefined;
}
