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
