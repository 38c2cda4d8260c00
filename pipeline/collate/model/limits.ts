/** Limits of a collation, so that no input can fill the memory or run for hours. */
import { InputError } from '../../core/finding.ts';
import type { Witness } from './model.ts';

/** States before correction included. */
const MOST_WITNESSES = 200;
/** Tokens of one witness: three long novels. */
const MOST_TOKENS = 500_000;
/** Tokens times witnesses: cells of the table. */
const MOST_CELLS = 20_000_000;
/** Rules of one file. */
export const MOST_RULES = 20_000;

/** Throws an `InputError` where the witnesses are too many or too long. */
export function requireSize(witnesses: readonly Witness[]): void {
  const refuse = (path: string, message: string): never => {
    throw new InputError({ path, severity: 'error', rule: 'collate/too-large', message });
  };
  const first = witnesses[0]?.path ?? '';
  if (witnesses.length > MOST_WITNESSES)
    refuse(
      first,
      `there are ${witnesses.length} witnesses, and at most ${MOST_WITNESSES} are collated`,
    );
  for (const { path, tokens } of witnesses)
    if (tokens.length > MOST_TOKENS)
      refuse(
        path,
        `the witness has ${tokens.length} words and marks, and at most ${MOST_TOKENS} are ` +
          'collated; divide it',
      );
  const longest = Math.max(0, ...witnesses.map(({ tokens }) => tokens.length));
  if (longest * witnesses.length > MOST_CELLS)
    refuse(
      first,
      `${witnesses.length} witnesses of up to ${longest} words are too much for one ` +
        'collation; divide the text',
    );
}
