/**
 * Gathers the worklist while documents are encoded.
 *
 * Takes each document when it is done. Returns the worklist. Only a document's doubts and decisions
 * are stored, each with its sentence, so that memory grows with the report and not with the texts.
 */

import { basename } from 'node:path';
import type { AuthorityEntry } from '../../authorities/model.ts';
import { byCodeUnit } from '../../core/text.ts';
import type { EncodingContext } from '../context/context.ts';
import type { EncodedDocument } from '../document/encode.ts';
import type { Doubt, Mention } from '../engine/model.ts';
import { passagesInOrder } from '../engine/order.ts';
import type { Encoded } from '../run/run.ts';
import { noMentions, tallyMentions } from '../run/tally.ts';
import {
  documentConclusions,
  Groups,
  type PlaceGroup,
  ReportedWords,
  type RuleTally,
  ruleReport,
  ruleSentence,
} from './groups.ts';
import {
  type AmbiguousName,
  FORMAT,
  type ReportedDocument,
  type UnknownName,
  VERSION,
  type Worklist,
  type WorklistEntry,
} from './worklist.ts';

/** From this many documents on, decisions of high certainty are counted and no longer listed. */
const LARGE_RUN = 25;

export class WorklistCollector {
  readonly #context: Pick<EncodingContext, 'authorities' | 'program' | 'edition'>;
  readonly #listHigh: boolean;
  readonly #documents: ReportedDocument[] = [];
  readonly #mentions = noMentions();
  readonly #ambiguous = new Groups<Omit<AmbiguousName, 'count' | 'places'>>();
  readonly #unknown = new Groups<{ words: string; rules: Set<string>; similar: Set<string> }>();
  readonly #rules = new Map<string, RuleTally>();

  /** `documents`: how many are going to be encoded. */
  constructor(
    context: Pick<EncodingContext, 'authorities' | 'program' | 'edition'>,
    documents: number,
  ) {
    this.#context = context;
    this.#listHigh = documents < LARGE_RUN;
  }

  add({ source, outcome, document, findings }: Encoded): void {
    this.#documents.push({
      id: source.id,
      source: basename(source.path),
      ...(document ? documentConclusions(document) : {}),
      state:
        outcome === 'failed'
          ? 'failed'
          : outcome === 'kept' || outcome === 'conflicting'
            ? 'kept'
            : 'encoded',
      mentions: document?.mentions.length ?? 0,
      doubts: document?.doubts.length ?? 0,
      findings: findings.map(({ path: _, ...finding }) => finding),
    });
    if (document) this.#addDocument(document);
  }

  worklist(): Worklist {
    const ambiguous = this.#ambiguous.sorted();
    const unknown = this.#unknown.sorted();
    const inAll = (groups: readonly PlaceGroup<unknown>[]) =>
      groups.reduce((sum, { places }) => sum + places.length, 0);
    return {
      format: FORMAT,
      version: VERSION,
      program: this.#context.program,
      language: this.#context.edition.language,
      summary: {
        documents: this.#documents.length,
        mentions: this.#mentions.kinds,
        certainty: this.#mentions.certainty,
        ambiguous: inAll(ambiguous),
        unknown: inAll(unknown),
      },
      documents: this.#documents,
      ambiguous: ambiguous.map(({ outcome, places }) => ({
        ...outcome,
        count: places.length,
        places,
      })),
      unknown: unknown.map((group) => this.#unknownName(group)),
      decisions: [...this.#rules].sort(([a], [b]) => byCodeUnit(a, b)).map(ruleReport),
      highListed: this.#listHigh,
    };
  }

  #addDocument({ id, tree, mentions, doubts }: EncodedDocument): void {
    const passages = new Map(passagesInOrder(tree).map((passage) => [passage.id, passage]));
    const inPassage = <Item extends Doubt | Mention>(
      items: readonly Item[],
      add: (item: Item, at: ReportedWords) => void,
    ) => {
      for (const item of items) {
        const passage = passages.get(item.passage);
        if (passage) add(item, new ReportedWords(id, passage, item));
      }
    };
    tallyMentions(this.#mentions, mentions);
    inPassage(doubts, (doubt, at) => this.#addDoubt(doubt, at));
    inPassage(mentions, (mention, at) => this.#addMention(mention, at));
  }

  #addDoubt({ kind, rule, candidates }: Doubt, at: ReportedWords): void {
    const { words } = at;
    if (kind === 'ambiguous') {
      const entries = candidates.map((id) => this.#entry(id));
      const outcome = () => ({ words, rule, sentence: ruleSentence(rule), candidates: entries });
      this.#ambiguous.add([words, rule, ...candidates], outcome).places.push(at.place());
      return;
    }
    const group = this.#unknown.add([words], () => ({
      words,
      rules: new Set(),
      similar: new Set(),
    }));
    group.outcome.rules.add(rule);
    for (const candidate of candidates) group.outcome.similar.add(candidate);
    group.places.push(at.place());
  }

  #addMention({ rule, kind, certainty, target, dating }: Mention, at: ReportedWords): void {
    const tally = this.#rules.get(rule) ?? {
      counts: { high: 0, medium: 0, low: 0 },
      decisions: new Groups(),
    };
    this.#rules.set(rule, tally);
    tally.counts[certainty]++;
    if (certainty === 'high' && !this.#listHigh) return;
    const { words } = at;
    const outcome = () => ({
      words,
      kind,
      certainty,
      ...(target === undefined ? {} : { entry: this.#entry(target) }),
      ...(dating ? { dating } : {}),
    });
    const key = [words, certainty, target ?? '', JSON.stringify(dating ?? {})];
    tally.decisions.add(key, outcome).places.push(at.place());
  }

  #unknownName({
    outcome: { words, rules, similar },
    places,
  }: PlaceGroup<{ words: string; rules: Set<string>; similar: Set<string> }>): UnknownName {
    return {
      words,
      reasons: [...rules].sort(byCodeUnit).map((rule) => ({ rule, sentence: ruleSentence(rule) })),
      similar: [...similar].sort(byCodeUnit).map((id) => this.#entry(id)),
      count: places.length,
      documents: new Set(places.map(({ document }) => document)).size,
      places,
    };
  }

  #entry(id: string): WorklistEntry {
    const entry: AuthorityEntry | undefined = this.#context.authorities.entries.get(id);
    const name = entry?.names.find(({ type }) => type === 'main') ?? entry?.names[0];
    const description = entry?.description;
    return { id, name: name?.full ?? id, ...(description ? { description } : {}) };
  }
}
