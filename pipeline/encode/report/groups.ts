/** Names of the worklist, grouped by their words, and the rules that decided. */

import type { Certainty } from '../../authorities/model.ts';
import { byCodeUnit, foldSpace } from '../../core/text.ts';
import type { EncodedDocument } from '../document/encode.ts';
import type { Passage } from '../engine/model.ts';
import { encodingRuleInWords } from './rules.ts';
import { sentenceAround } from './sentence.ts';
import type { NameDecision, ReportedDocument, RuleReport, WorklistPlace } from './worklist.ts';

/** The conclusions about the whole document. */
export function documentConclusions({
  tree,
  genre,
  language,
}: EncodedDocument): Pick<ReportedDocument, 'title' | 'genre' | 'language'> {
  return {
    title: tree.title,
    genre: { value: genre.genre.name, certainty: genre.certainty, reason: genre.reason },
    language: { value: language.tag, certainty: language.certainty, reason: language.reason },
  };
}

/** Equal words with an equal outcome, and their places. `Outcome` is their common data. */
export interface PlaceGroup<Outcome> {
  readonly outcome: Outcome;
  readonly places: WorklistPlace[];
}

export interface RuleTally {
  readonly counts: Record<Certainty, number>;
  readonly decisions: Groups<Omit<NameDecision, 'count' | 'places'>>;
}

/** A range of a passage; its sentence is computed only if it is listed. */
export class ReportedWords {
  readonly words: string;
  readonly #document: string;
  readonly #passage: Passage;
  readonly #span: { readonly start: number; readonly end: number };

  constructor(
    document: string,
    passage: Passage,
    span: { readonly start: number; readonly end: number },
  ) {
    this.#document = document;
    this.#passage = passage;
    this.#span = span;
    this.words = foldSpace(passage.text.slice(span.start, span.end));
  }

  place(): WorklistPlace {
    const { id, line, text } = this.#passage;
    return {
      document: this.#document,
      passage: id,
      line,
      ...sentenceAround(text, this.#span.start, this.#span.end),
    };
  }
}

/** Groups by the common data of their members. */
export class Groups<Outcome extends { readonly words: string }> {
  readonly #groups = new Map<string, PlaceGroup<Outcome>>();

  /** The group of the key; `outcome` is made for the first of its members. */
  add(key: readonly string[], outcome: () => Outcome): PlaceGroup<Outcome> {
    const name = JSON.stringify(key);
    const group = this.#groups.get(name) ?? { outcome: outcome(), places: [] };
    this.#groups.set(name, group);
    return group;
  }

  /**
   * The most frequent first; equally frequent ones by their words, then in the order of the text.
   */
  sorted(): PlaceGroup<Outcome>[] {
    return [...this.#groups.values()].sort(
      (a, b) => b.places.length - a.places.length || byCodeUnit(a.outcome.words, b.outcome.words),
    );
  }
}

const UNSURE_FIRST: Readonly<Record<Certainty, number>> = { low: 0, medium: 1, high: 2 };

export function ruleReport([rule, { counts, decisions }]: [string, RuleTally]): RuleReport {
  const groups = decisions
    .sorted()
    .map(({ outcome, places }) => ({ ...outcome, count: places.length, places }));
  return {
    rule,
    sentence: ruleSentence(rule),
    counts,
    decisions: groups.sort((a, b) => UNSURE_FIRST[a.certainty] - UNSURE_FIRST[b.certainty]),
  };
}

/** A rule without a row in the table has its name. */
export function ruleSentence(rule: string): string {
  return encodingRuleInWords(rule) ?? rule;
}
