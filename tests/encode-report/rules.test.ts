/**
 * Every rule that the finders name has words for the readers of the worklist.
 *
 * The names are taken from the finders' own source, where they are literals or assembled from them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodingRuleInWords } from '../../pipeline/encode/report/rules.ts';
import { ROOT } from '../encode/tei.ts';

function sourceOf(folder: string): string {
  const path = join(ROOT, 'pipeline', 'encode', folder);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.map((name) => readFileSync(join(path, name), 'utf8')).join('\n');
}

function found(source: string, pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

const mentions = sourceOf('names');
const dates = sourceOf('dates');

const whole = found(`${mentions}${dates}`, /['"`]((?:person|org|place|term|date)\/[a-z-]+)['"`]/g);
/** `${kind}/as-written`, for what is searched as it is written. */
const phrases = found(mentions, /kind\}\/([a-z-]+)`/g).flatMap((rule) =>
  ['org', 'place', 'term'].map((kind) => `${kind}/${rule}`),
);
/** `person/${reason}`. */
const reasons = found(mentions, /\b(?:add\(.+, |reason = )'([a-z-]+)'/g).map(
  (reason) => `person/${reason}`,
);
/** `${rule}-unresolved`, `${rule}-${inferred}`. */
const years = [
  ...found(dates, /\$\{rule\}-([a-z-]+)`/g),
  ...found(dates, /inferred: '([a-z-]+)'/g),
];
const dated = years.map((ending) => `date/day-${ending}`);

describe('rules in words', () => {
  it('are used under the names that the finders give', () => {
    expect(whole).toEqual(
      expect.arrayContaining(['person/full-name', 'person/same-name', 'date/day', 'date/range']),
    );
    expect(phrases).toContain('term/as-written');
    expect(reasons).toEqual(expect.arrayContaining(['person/surname', 'person/office']));
    expect(years).toEqual(expect.arrayContaining(['unresolved', 'near-document']));
  });

  it.each([...new Set([...whole, ...phrases, ...reasons, ...dated])].sort())(
    '%s is reported in a sentence',
    (rule) => {
      expect(encodingRuleInWords(rule)).toMatch(/^\p{Lu}.+\.$/u);
    },
  );

  it('report nothing of a rule that no one named', () => {
    expect(encodingRuleInWords('person/by-chance')).toBeUndefined();
    expect(encodingRuleInWords('person/full-name-unresolved')).toBeUndefined();
  });
});
