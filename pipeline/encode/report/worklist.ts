/**
 * The worklist: what an editor should look at after encoding. These types are the shape of the JSON
 * report.
 *
 * The shape is stable: within one `version` properties may be added, never renamed, removed or
 * given another meaning. All offsets count UTF-16 units from 0, ends are exclusive. README.md tells
 * the shape to those who read the JSON.
 */
import type { Certainty, Dating, EntityKind } from '../../authorities/model.ts';
import type { Severity } from '../../core/finding.ts';

export const FORMAT = 'siglum/worklist';
export const VERSION = 1;

export interface Worklist {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly program: { readonly name: string; readonly version: string };
  /** Language of the documents, a BCP 47 tag. */
  readonly language: string;
  readonly summary: Summary;
  /** In the order of encoding. */
  readonly documents: readonly ReportedDocument[];
  /** Names that several entries share, most frequent first. */
  readonly ambiguous: readonly AmbiguousName[];
  /** Names that no list holds, most frequent first. */
  readonly unknown: readonly UnknownName[];
  /** What was decided, by rule; rules in alphabetical order. */
  readonly decisions: readonly RuleReport[];
  /** Whether decisions of high certainty are listed too, or only counted, as in large runs. */
  readonly highListed: boolean;
}

export interface Summary {
  readonly documents: number;
  /** Mentions by kind and by certainty; both sum up to all mentions. */
  readonly mentions: Readonly<Record<EntityKind | 'date', number>>;
  readonly certainty: Readonly<Record<Certainty, number>>;
  readonly ambiguous: number;
  readonly unknown: number;
}

export interface ReportedDocument {
  readonly id: string;
  /** Name of the source file, without its folder. */
  readonly source: string;
  /** Missing where the document could not be encoded. */
  readonly title?: string;
  /** As what it was encoded, how sure that is, and why. Missing where it could not be encoded. */
  readonly genre?: Judged;
  /** Its language, a BCP 47 tag. */
  readonly language?: Judged;
  /**
   * `kept`: an editor's version stands; what is listed of it is what the encoder would have
   * written.
   */
  readonly state: 'encoded' | 'kept' | 'failed';
  readonly mentions: number;
  readonly doubts: number;
  readonly findings: readonly {
    readonly severity: Severity;
    readonly rule: string;
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
  }[];
}

/** A conclusion about a whole document. */
export interface Judged {
  readonly value: string;
  readonly certainty: Certainty;
  /** In a sentence. */
  readonly reason: string;
}

/** An authority entry, as far as an editor needs it to tell it from others. */
export interface WorklistEntry {
  readonly id: string;
  readonly name: string;
  /** Office or meaning in words, where the entry has one. */
  readonly description?: string;
}

/** Where words stand. */
export interface WorklistPlace {
  readonly document: string;
  /** The passage's id; `xml:id` of its element where that can be cited. */
  readonly passage: string;
  /** The line of the source on which the passage begins, from 1. */
  readonly line: number;
  /** The sentence, shortened with … where it is very long. */
  readonly sentence: string;
  /** The words' bounds in the sentence. */
  readonly start: number;
  readonly end: number;
}

export interface AmbiguousName {
  readonly words: string;
  readonly rule: string;
  /** The rule in a sentence. */
  readonly ground: string;
  /** Likeliest first. */
  readonly candidates: readonly WorklistEntry[];
  readonly count: number;
  readonly places: readonly WorklistPlace[];
}

export interface UnknownName {
  readonly words: string;
  /** Why the words are taken for a name that no list holds: one or several rules. */
  readonly reasons: readonly { readonly rule: string; readonly ground: string }[];
  /** Entries of a like name, that are not meant. */
  readonly similar: readonly WorklistEntry[];
  readonly count: number;
  /** In how many documents it stands. */
  readonly documents: number;
  readonly places: readonly WorklistPlace[];
}

export interface RuleReport {
  readonly rule: string;
  /** The rule in a sentence. */
  readonly ground: string;
  readonly counts: Readonly<Record<Certainty, number>>;
  /** Least certain first, then the most frequent. */
  readonly decisions: readonly NameDecision[];
}

/** The same words decided in the same way, with all places. */
export interface NameDecision {
  readonly words: string;
  readonly kind: EntityKind | 'date';
  readonly certainty: Certainty;
  /** Of persons, organizations, places and terms. */
  readonly entry?: WorklistEntry;
  /** Of dates; missing where the words' date could not be reported. */
  readonly dating?: Dating;
  readonly count: number;
  readonly places: readonly WorklistPlace[];
}
