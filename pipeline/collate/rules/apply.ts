/** Applies an editor's rules to the present witnesses. */
import type { Pinned } from '../align/progressive.ts';
import type { CollationTable, Witness } from '../model/model.ts';
import type { LocatedWords, Locator } from './locate.ts';
import type { AlignRule, LemmaRule, ReadingType, Rule, TypeRule } from './model.ts';

interface AppliedAlign {
  readonly rule: AlignRule;
  readonly places: readonly LocatedWords[];
}

/** Tokens that rules put in one column, with the rules' places, to check the result afterwards. */
export function pinnedTokens(
  rules: readonly Rule[],
  witnesses: readonly Witness[],
  locator: Locator,
): { pinned: Pinned; applied: AppliedAlign[] } {
  const pinned = witnesses.map(() => new Map<number, number>());
  const applied: AppliedAlign[] = [];
  let decision = 0;
  for (const rule of rules) {
    if (rule.kind !== 'align') continue;
    const places = rule.places.flatMap((place) => locator.locate(place, rule) ?? []);
    if (places.length < rule.places.length) continue;
    applied.push({ rule, places });
    const shortest = Math.min(...places.map(({ from, to }) => to - from));
    for (let at = 0; at < shortest; at++) {
      for (const { witness, from } of places) pinned[witness]?.set(from + at, decision);
      decision++;
    }
  }
  return { pinned, applied };
}

/** Reports rules with words in several columns: they contradict other rules. */
export function checkAligned(
  table: CollationTable,
  applied: readonly AppliedAlign[],
  locator: Locator,
): void {
  const columns = columnsByToken(table);
  for (const { rule, places } of applied) {
    const shortest = Math.min(...places.map(({ from, to }) => to - from));
    const separate = Array.from({ length: shortest }, (_, at) => at).some(
      (at) => new Set(places.map(({ witness, from }) => columns[witness]?.[from + at])).size > 1,
    );
    if (separate) locator.stale(rule, 'its words cannot be in one column because of other rules');
  }
}

/** By witness the column of each token. */
function columnsByToken({ cells, length }: CollationTable): number[][] {
  return cells.map((row) => {
    const columns: number[] = [];
    for (let column = 0; column < length; column++)
      if ((row[column] as number) >= 0) columns[row[column] as number] = column;
    return columns;
  });
}

/** Decisions about readings: by witness and column. */
export interface ReadingDecisions {
  readonly types: ReadonlyMap<string, { readonly as: ReadingType; readonly resp?: string }>;
  readonly lemmas: ReadonlyMap<number, { readonly witness: number; readonly resp?: string }>;
}

/** The key of a decision about the reading of a witness in a column. */
export function decisionKey(witness: number, column: number): string {
  return `${witness} ${column}`;
}

export function readingDecisions(
  rules: readonly Rule[],
  table: CollationTable,
  locator: Locator,
): ReadingDecisions {
  const columns = columnsByToken(table);
  const types = new Map<string, { as: ReadingType; resp?: string }>();
  const lemmas = new Map<number, { witness: number; resp?: string }>();
  const each = (
    rule: TypeRule | LemmaRule,
    found: (witness: number, column: number) => void,
  ): void => {
    const place = locator.locate(rule.at, rule);
    if (!place) return;
    for (let token = place.from; token < place.to; token++) {
      const column = columns[place.witness]?.[token];
      if (column !== undefined) found(place.witness, column);
    }
  };
  for (const rule of rules) {
    const resp = rule.resp === undefined ? {} : { resp: rule.resp };
    if (rule.kind === 'type')
      each(rule, (witness, column) =>
        types.set(decisionKey(witness, column), { as: rule.as, ...resp }),
      );
    if (rule.kind === 'lemma')
      each(rule, (witness, column) => lemmas.set(column, { witness, ...resp }));
  }
  return { types, lemmas };
}
