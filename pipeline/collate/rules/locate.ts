/** Finds the tokens that a rule's reference points to in the present witnesses. */
import type { Finding } from '../../core/finding.ts';
import type { Witness } from '../model/model.ts';
import { tokenizeWitness } from '../tokens/tokenize.ts';
import type { Rule, WitnessReference } from './model.ts';

/** Tokens of a witness: from the first to the end (exclusive). */
export interface LocatedWords {
  readonly witness: number;
  readonly from: number;
  readonly to: number;
}

/** Finds references, and collects findings about rules that no longer apply. */
export class Locator {
  readonly findings: Finding[] = [];
  readonly #witnesses: readonly Witness[];
  readonly #path: string;
  /** By witness and word the tokens that have it. */
  readonly #index = new Map<number, Map<string, number[]>>();

  constructor(witnesses: readonly Witness[], path: string) {
    this.#witnesses = witnesses;
    this.#path = path;
  }

  /** Reports that a rule does not apply, and why. */
  stale(rule: Rule, why: string): undefined {
    const { line, column } = rule;
    const message = `this rule (${rule.kind}) no longer applies: ${why}; correct it or remove it`;
    this.findings.push({
      path: this.#path,
      line,
      column,
      severity: 'warning',
      rule: 'collate/stale-rule',
      message,
    });
    return undefined;
  }

  locate(reference: WitnessReference, rule: Rule): LocatedWords | undefined {
    const { witness: siglum, words, before, after, n } = reference;
    const witness = this.#witnesses.findIndex((one) => one.siglum === siglum);
    if (witness < 0) return this.stale(rule, `there is no witness “${siglum}”`);
    const texts = tokenizeWitness(words).map(({ text }) => text);
    const starts = this.#places(witness, texts[0] ?? '').filter(
      (at) =>
        this.#matches(witness, at, texts) &&
        this.#isBefore(witness, at, before) &&
        this.#matches(witness, at + texts.length, split(after)),
    );
    const place = `“${words}”${before || after ? ' between these words' : ''} in ${siglum}`;
    if (starts.length === 0) return this.stale(rule, `there is no ${place}`);
    if (n === undefined && starts.length > 1)
      return this.stale(
        rule,
        `there are ${starts.length} places ${place}; say which by n, before or after`,
      );
    const from = starts[(n ?? 1) - 1];
    if (from === undefined)
      return this.stale(rule, `there are only ${starts.length} places ${place}`);
    return { witness, from, to: from + texts.length };
  }

  /** All tokens of the witnesses that have a form. */
  everywhere(form: string, siglum: string | undefined): LocatedWords[] {
    return [...this.#witnesses.keys()]
      .filter((at) => siglum === undefined || this.#witnesses[at]?.siglum === siglum)
      .flatMap((witness) =>
        this.#places(witness, form).map((from) => ({ witness, from, to: from + 1 })),
      );
  }

  #places(witness: number, word: string): readonly number[] {
    let index = this.#index.get(witness);
    if (!index) {
      index = new Map();
      for (const [at, { text }] of (this.#witnesses[witness]?.tokens ?? []).entries()) {
        const places = index.get(text);
        if (places) places.push(at);
        else index.set(text, [at]);
      }
      this.#index.set(witness, index);
    }
    return index.get(word) ?? [];
  }

  #matches(witness: number, at: number, texts: readonly string[]): boolean {
    const tokens = this.#witnesses[witness]?.tokens ?? [];
    return texts.every((text, more) => tokens[at + more]?.text === text);
  }

  #isBefore(witness: number, at: number, before: string | undefined): boolean {
    const texts = split(before);
    return this.#matches(witness, at - texts.length, texts);
  }
}

function split(words: string | undefined): string[] {
  return words === undefined ? [] : tokenizeWitness(words).map(({ text }) => text);
}
