/**
 * Version numbers: one to three numbers with dots between them (1, 1.2, 1.2.3).
 *
 * Takes the user's input. Returns the number, and the order of numbers; a missing part counts as 0,
 * so that 1.10 comes after 1.9.
 */
import { UsageError } from '../../core/finding.ts';

const NUMBER = /^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){0,2}$/;

export function isVersionNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Throws a `UsageError` if it is not a number. */
export function requireVersionNumber(text: string): string {
  if (isVersionNumber(text)) return text;
  const without = text.replace(/^v/i, '');
  const right = isVersionNumber(without)
    ? `write --release ${without}`
    : 'write up to three numbers: 1, 1.2 or 1.2.3';
  throw new UsageError(`--release ${text} is not a version number; ${right}`);
}

/** Negative if `one` is the earlier. */
export function byVersionNumber(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)];
  return (
    [0, 1, 2].map((at) => (a[at] ?? 0) - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
  );
}

function parts(number: string): number[] {
  return number.split('.').map(Number);
}
