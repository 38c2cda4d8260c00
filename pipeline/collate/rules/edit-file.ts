/** Adds rules to the file of a collation and removes them; comments and everything else stay. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, type Node, parseDocument, YAMLSeq } from 'yaml';
import { InputError } from '../../core/finding.ts';
import type { WitnessReference } from './model.ts';

/** A rule as the file has it. docs/collation.md describes the members. */
export type RuleValue = Readonly<
  Record<string, string | WitnessReference | readonly WitnessReference[]>
>;

export interface RuleChange {
  readonly removed: readonly RuleValue[];
  readonly added: readonly RuleValue[];
}

/**
 * `text`: of the file; `shown`: its name in messages. A rule that is there already is not added
 * again, one that is missing not removed: a change that was interrupted can be repeated. Throws
 * an `InputError` if the file is not YAML.
 */
export function withRuleChange(text: string, change: RuleChange, shown: string): string {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true });
  const [error] = document.errors;
  if (error || !isMap(document.contents))
    throw new InputError({
      path: shown,
      severity: 'error',
      rule: 'collate/rules',
      message: `this is not a file of a collation: ${error?.message ?? 'it has no members'}`,
    });
  const stated = document.get('rules', true);
  const rules = isSeq(stated) ? stated : new YAMLSeq();
  if (rules !== stated) document.set('rules', rules);
  const isSame = (item: unknown, rule: RuleValue): boolean =>
    isDeepStrictEqual((item as Node).toJS(document), rule);
  for (const rule of change.removed) {
    const at = rules.items.findIndex((item) => isSame(item, rule));
    if (at >= 0) rules.items.splice(at, 1);
  }
  for (const rule of change.added) {
    if (rules.items.some((item) => isSame(item, rule))) continue;
    const item = document.createNode(rule);
    if (isMap(item))
      for (const { value } of item.items) if (isMap(value) || isSeq(value)) value.flow = true;
    rules.items.push(item);
  }
  rules.flow = rules.items.length === 0;
  return document.toString({ lineWidth: 100 });
}

/** The rules of the file as plain values, in their order. */
export function ruleValues(text: string): RuleValue[] {
  const document = parseDocument(text, { schema: 'core' });
  const stated = document.get('rules', true);
  if (!isSeq(stated)) return [];
  return stated.items.map((item) => (item as Node).toJS(document) as RuleValue);
}
