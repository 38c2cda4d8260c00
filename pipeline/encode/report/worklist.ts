/**
 * The worklist: cases for an editor to examine after encoding. These types define the JSON report.
 *
 * The format is stable: within one `version` properties may be added, never renamed, removed or
 * given another meaning. All offsets count UTF-16 units from 0, ends are exclusive. README.md
 * describes the format for those who read the JSON.
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
  /** Names that no list has, most frequent first. */
  readonly unknown: readonly UnknownName[];
  /** Decisions by rule; rules in alphabetical order. */
  readonly decisions: readonly RuleReport[];
  /** Whether decisions of high certainty are listed too, or only counted, as in large runs. */
  readonly highListed: boolean;
}

interface Summary {
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
  /** Missing if the document could not be encoded. */
  readonly title?: string;
  /** Its genre, the certainty, and why. Missing if it could not be encoded. */
  readonly genre?: JudgedValue;
  /** Its language, a BCP 47 tag. */
  readonly language?: JudgedValue;
  /**
   * `kept`: an editor's version was not overwritten; its entries in the list are from the encoding
   * that was not written.
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
interface JudgedValue {
  readonly value: string;
  readonly certainty: Certainty;
  /** As a sentence. */
  readonly reason: string;
}

/** An authority entry, with the data that distinguish it from others for an editor. */
export interface WorklistEntry {
  readonly id: string;
  readonly name: string;
  /** Office or meaning in words, if the entry has one. */
  readonly description?: string;
}

/** The place of words. */
export interface WorklistPlace {
  readonly document: string;
  /** The passage's id; `xml:id` of its element if that can be cited. */
  readonly passage: string;
  /** The line of the source on which the passage begins, from 1. */
  readonly line: number;
  /** The sentence, shortened with … if it is very long. */
  readonly sentence: string;
  /** The words' bounds in the sentence. */
  readonly start: number;
  readonly end: number;
}

export interface AmbiguousName {
  readonly words: string;
  readonly rule: string;
  /** The rule in a sentence. */
  readonly sentence: string;
  /** Most likely first. */
  readonly candidates: readonly WorklistEntry[];
  readonly count: number;
  readonly places: readonly WorklistPlace[];
}

export interface UnknownName {
  readonly words: string;
  /** Why the words count as a name that no list has: one or several rules. */
  readonly reasons: readonly { readonly rule: string; readonly sentence: string }[];
  /** Entries with a similar name that it does not refer to. */
  readonly similar: readonly WorklistEntry[];
  readonly count: number;
  /** In how many documents it occurs. */
  readonly documents: number;
  readonly places: readonly WorklistPlace[];
}

export interface RuleReport {
  readonly rule: string;
  /** The rule in a sentence. */
  readonly sentence: string;
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
  /** Of dates; missing if the words' date could not be found. */
  readonly dating?: Dating;
  readonly count: number;
  readonly places: readonly WorklistPlace[];
}
