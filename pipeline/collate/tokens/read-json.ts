/**
 * Witnesses that are tokenized already, in the JSON of CollateX: `witnesses`, each with `id` and
 * either `content` (running text) or `tokens` (`t` the text, `n` the normalized form).
 */

import { InputError } from '../../core/finding.ts';
import { foldedWords } from '../../core/text.ts';
import { decodeXml } from '../../xml/decode.ts';
import type { Witness, WitnessToken } from '../model/model.ts';
import { tokenizeWitness } from './tokenize.ts';

const PLACE = { line: 1, column: 1 };

/** Throws an `InputError` if the file is not such JSON. */
export function readJsonWitnesses(bytes: Uint8Array, path: string): Witness[] {
  const inputError = (message: string): InputError =>
    new InputError({ path, line: 1, column: 1, severity: 'error', rule: 'collate/json', message });
  let data: unknown;
  try {
    data = JSON.parse(decodeXml(bytes, path));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw inputError(`this is not JSON: ${(error as Error).message}`);
  }
  const witnesses = isRecord(data) ? data['witnesses'] : undefined;
  if (!Array.isArray(witnesses) || !witnesses.every(isRecord))
    throw inputError(
      'there is no list “witnesses”; write {"witnesses": [{"id": "A", "content": "…"}]}',
    );
  return witnesses.map((witness, at) => {
    const { id, content, tokens } = witness;
    if (typeof id !== 'string' || id.trim() === '')
      throw inputError(`witness ${at + 1} has no “id”; write its siglum there`);
    const block = { element: 'p', containers: [] } as const;
    if (typeof content === 'string') {
      const own = tokenizeWitness(content).map(({ text, kind, space }) => token(text, kind, space));
      return { siglum: id, path, tokens: own, blocks: [block], notes: 0 };
    }
    if (
      !Array.isArray(tokens) ||
      !tokens.every((one) => isRecord(one) && typeof one['t'] === 'string')
    )
      throw inputError(`witness “${id}” has neither “content” nor “tokens” with a “t” each`);
    const given = tokens as { t: string; n?: unknown }[];
    // If no token ends in white space, there is white space between all of them.
    const spaced = given.some(({ t }) => /\s$/.test(t));
    const own = given
      .filter(({ t }) => t.trim() !== '')
      .map(({ t, n }) => {
        const text = foldedWords(t);
        const kind = /[\p{L}\p{N}\p{Co}]/u.test(text) ? 'word' : 'punctuation';
        return token(text, kind, !spaced || /\s$/.test(t), typeof n === 'string' ? n : undefined);
      });
    return { siglum: id, path, tokens: own, blocks: [block], notes: 0 };
  });
}

function token(
  text: string,
  kind: WitnessToken['kind'],
  space: boolean,
  regular?: string,
): WitnessToken {
  const own = { text, kind, space, block: 0, marks: [], place: PLACE };
  return regular === undefined ? own : { ...own, regular };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
