/**
 * Settles overlaps between mentions of different kinds, so that elements can be written: two
 * mentions of a passage are disjoint, or one encloses the other and the pair is allowed.
 *
 * Takes the mentions of all finders. Returns those that remain, in order of their place, enclosing
 * ones first.
 */
import type { Mention } from '../engine/model.ts';

type Kind = Mention['kind'];

/**
 * Which kinds may be inside which: "Embassy in La Paz" (org) contains "La Paz" (place); a person's
 * name contains nothing.
 */
const HOLDS: Readonly<Record<Kind, ReadonlySet<Kind>>> = {
  org: new Set<Kind>(['place', 'org', 'term']),
  place: new Set<Kind>(['place']),
  term: new Set<Kind>(['place']),
  person: new Set<Kind>(),
  date: new Set<Kind>(),
};

/** If two mentions have the same words, or cross: the more likely kind first. */
const PRECEDENCE: readonly Kind[] = ['date', 'org', 'place', 'person', 'term'];

const CERTAINTY = { high: 0, medium: 1, low: 2 };

/** Mentions that can be written as elements; grouped by passage, in order inside each. */
export function nest(mentions: readonly Mention[]): Mention[] {
  return [...byPassage(mentions).values()].flatMap(nestPassage);
}

/** Mentions by the id of their passage, in their given order. */
export function byPassage(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.passage);
    if (group) group.push(mention);
    else groups.set(mention.passage, [mention]);
  }
  return groups;
}

function nestPassage(mentions: readonly Mention[]): Mention[] {
  const chosen: Mention[] = [];
  for (const mention of [...mentions].sort(longestFirst)) {
    if (mention.end > mention.start && chosen.every((other) => agree(other, mention)))
      chosen.push(mention);
  }
  return chosen.sort(
    (a, b) =>
      a.start - b.start || b.end - a.end || PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind),
  );
}

function longestFirst(a: Mention, b: Mention): number {
  return (
    b.end - b.start - (a.end - a.start) ||
    CERTAINTY[a.certainty] - CERTAINTY[b.certainty] ||
    PRECEDENCE.indexOf(a.kind) - PRECEDENCE.indexOf(b.kind) ||
    a.start - b.start
  );
}

/** `other` is already chosen and at least as long. */
function agree(other: Mention, mention: Mention): boolean {
  if (mention.end <= other.start || other.end <= mention.start) return true;
  const inside = other.start <= mention.start && mention.end <= other.end;
  const same = mention.start === other.start && mention.end === other.end;
  return inside && !same && HOLDS[other.kind].has(mention.kind);
}
